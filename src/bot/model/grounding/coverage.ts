import { fold } from '../../../platform/search/index.js';

const SAYS_LITTLE = new Set(
  'the a an and or of to in on at for from with by is are be can may will you your it its this that as if then when please'.split(
    ' ',
  ),
);

/** Pairs of Chinese characters and words of other writing, in one spelling: what a text is about. */
export function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>();
  for (const [run] of fold(text).matchAll(/\p{Script=Han}+|[\p{Letter}\p{Number}]+/gu)) {
    if (!/\p{Script=Han}/u.test(run)) {
      if (!SAYS_LITTLE.has(run)) pieces.add(stem(run));
      continue;
    }
    const characters = [...run];
    if (characters.length === 1) pieces.add(run);
    for (let at = 1; at < characters.length; at += 1) pieces.add(`${characters[at - 1]}${characters[at]}`);
  }
  return pieces;
}

/** 0..1: how much of what a text says stands in the source. */
export function coverage(text: string, source: ReadonlySet<string>): number {
  const pieces = [...piecesOf(text)];
  if (pieces.length === 0) return 0;
  return pieces.filter((piece) => source.has(piece)).length / pieces.length;
}

/** Enough to tell the same word in another form. */
const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, '') : word);
