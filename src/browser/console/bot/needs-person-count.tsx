import { useBotCounts } from './queries.js';
import { useBotTexts } from './texts.js';
import './needs-person-count.css';

const SHOWN = 99;

/** How many conversations with the bot may need a person; nothing when none does. */
export function NeedsPersonCount() {
  const texts = useBotTexts();
  const count = useBotCounts().data?.needsPerson ?? 0;
  if (count === 0) return null;
  return (
    <span className="needs-person-count tabular" title={texts('needsPersonCount', { count })}>
      <span aria-hidden="true">{count > SHOWN ? `${SHOWN}+` : count}</span>
      <span className="sr-only">{texts('needsPersonCount', { count })}</span>
    </span>
  );
}
