import type { MacroView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { useMacroTexts } from './texts.js';

interface Props {
  found: readonly Pick<MacroView, 'id' | 'title' | 'initials'>[];
  chosenId: string | undefined;
  /** Where there are none to choose from. */
  hint: string | undefined;
  onChoose: (id: string) => void;
}

/** The macros that were found, one of which can be chosen. */
export function MacroChoice({ found, chosenId, hint, onChoose }: Props) {
  const { pick } = useLanguage();
  const texts = useMacroTexts();
  if (found.length === 0) return <p className="panel-hint macro-none">{hint}</p>;
  return (
    <ul className="macro-choice" aria-label={texts('list')}>
      {found.map(({ id, title, initials }) => (
        <li key={id}>
          <button type="button" aria-pressed={id === chosenId} onClick={() => onChoose(id)}>
            <span>{pick(title)}</span>
            <code>{initials}</code>
          </button>
        </li>
      ))}
    </ul>
  );
}
