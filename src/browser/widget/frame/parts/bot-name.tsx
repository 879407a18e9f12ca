import { useTexts } from '../state/context.js';

/** Who speaks is no person, and says so each time; whether a language model found the words as well. */
export function BotName({ isGenerated }: { isGenerated?: boolean }) {
  const text = useTexts();
  return (
    <p class="name small row wrap">
      {text.botName}
      <span class="chip">{text.botLabel}</span>
      {isGenerated && <span class="chip">{text.botGenerated}</span>}
    </p>
  );
}
