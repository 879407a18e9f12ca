import type { CategoryKey, Locale } from '../../../contract/index.js';
import { fillIn, TEXTS } from '../../demo-content/index.js';
import { Dice } from '../../seed/life/dice.js';
import { gapsOf } from '../../seed/life/gaps.js';

/** Stands in every note, so that one is known wherever it turns up. */
export const NOTE_MARK = '⟦内部备注⟧';

const any = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;

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
  const gaps = gapsOf(new Dice(Math.random() * 2 ** 32), { locale, shop: null }, new Date());
  const fill = (text: string) => fillIn(text, gaps.texts);
  const inLanguage = (said: readonly { locale: Locale; text: string }[]) =>
    fill(any(said.filter((one) => one.locale === locale)).text);
  const lines = texts.dialogues.filter((dialogue) => dialogue.locale === locale).flatMap((dialogue) => dialogue.lines);
  const by = (who: 'customer' | 'staff') => fill(any(lines.filter((line) => line.by === who)).text);
  return {
    category: texts.category,
    subCategory: texts.subCategory,
    question: inLanguage(texts.openings),
    customerLine: () => (Math.random() < 0.3 ? inLanguage(texts.followUps) : by('customer')),
    agentLine: () => by('staff'),
    note: () => `${NOTE_MARK} ${fill(any(texts.notes))}`,
  };
}
