import type { MacroView } from '../../../../contract/index.js';
import { useMacroTexts } from '../../macros/texts.js';
import { useDeedWords } from '../../macros/use-deed-words.js';
import { KeptRows } from '../kept/kept-rows.js';
import { useMacroAdminTexts } from './texts.js';

/** A macro a row, with what it does. */
export function MacroRows({ macros }: { macros: MacroView[] }) {
  const macroTexts = useMacroTexts();
  const wordsOf = useDeedWords();
  return (
    <KeptRows
      page="macros"
      items={macros}
      texts={useMacroAdminTexts()}
      bodyOf={({ deeds, reply }) => [...wordsOf(deeds), ...(reply ? [macroTexts('deed.reply')] : [])].join(' · ')}
    />
  );
}
