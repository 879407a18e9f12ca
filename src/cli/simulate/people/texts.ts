import type { CategoryKey, Locale } from '../../../contract/index.js';
import { fillIn, PLACEHOLDERS, TEXTS } from '../../demo-content/index.js';

/** Stands in every note, so that one is known wherever it turns up. */
export const NOTE_MARK = '⟦内部备注⟧';

const GAPS = Object.fromEntries(PLACEHOLDERS.map((name) => [name, '20261120']));
const fill = (text: string) => fillIn(text, GAPS);
const any = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;
const inLanguage = (said: readonly { locale: Locale; text: string }[], locale: Locale): string =>
  fill(any(said.filter((one) => one.locale === locale)).text);

/** What somebody says, from the words of the demo. */
export interface Script {
  category: CategoryKey;
  subCategory: string;
  question: string;
  customerLine: () => string;
  agentLine: () => string;
  note: () => string;
}

export function anyScript(locale: Locale): Script {
  const texts = any(TEXTS);
  const lines = texts.dialogues.filter((dialogue) => dialogue.locale === locale).flatMap((dialogue) => dialogue.lines);
  const by = (who: 'customer' | 'staff') => fill(any(lines.filter((line) => line.by === who)).text);
  return {
    category: texts.category,
    subCategory: texts.subCategory,
    question: inLanguage(texts.openings, locale),
    customerLine: () => (Math.random() < 0.3 ? inLanguage(texts.followUps, locale) : by('customer')),
    agentLine: () => by('staff'),
    note: () => `${NOTE_MARK} ${fill(any(texts.notes))}`,
  };
}
