import type { CategoryKey } from '../../contract/index.js';
import { isHan } from '../../platform/search/index.js';
import { SUBJECTS, type Subject } from './subjects.js';

export interface GuessedCategory {
  key: CategoryKey;
  /** 0..1 */
  confidence: number;
}

export interface Guess {
  category: GuessedCategory & { runnerUp?: GuessedCategory };
  subCategory?: string;
}

/** What is always in doubt: one word alone is no certainty. */
const DOUBT = 1;
const LETTER = /[a-z0-9]/;

/** Which category a text is about, by the words of its subjects; undefined when it says none of them. @param folded see `fold` */
export function guessCategory(folded: string): Guess | undefined {
  const said = SUBJECTS.map((subject) => ({ subject, weight: weightOf(subject, folded) })).filter(
    ({ weight }) => weight > 0,
  );
  const sums = new Map<CategoryKey, number>();
  for (const { subject, weight } of said) sums.set(subject.category, (sums.get(subject.category) ?? 0) + weight);
  const total = [...sums.values()].reduce((sum, weight) => sum + weight, DOUBT);
  const [first, second] = [...sums]
    .sort(([, a], [, b]) => b - a)
    .map(([key, weight]): GuessedCategory => ({ key, confidence: weight / total }));
  if (!first) return undefined;
  const best = said
    .filter(({ subject }) => subject.category === first.key)
    .reduce((one, other) => (other.weight > one.weight ? other : one));
  return {
    category: { ...first, ...(second && { runnerUp: second }) },
    ...(best.subject.subCategory && { subCategory: best.subject.subCategory }),
  };
}

/** Longer words say more: 提现失败 beside 提现. */
const weightOf = ({ words }: Subject, text: string): number =>
  words.filter((word) => stands(word, text)).reduce((sum, word) => sum + (isHan(word) ? word.length / 2 : 1), 0);

function stands(word: string, text: string): boolean {
  if (isHan(word)) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !LETTER.test(text[at - 1] as string)) return true;
  return false;
}
