import { LOCALES, type LocalizedText } from '../../../../contract/index.js';

const SHOWN = 8;
/** Places that a long list of replies leaves to the macros. */
const FOR_MACROS = 3;

/** What is found by its name: a canned reply, or a macro by what it says to the customer. */
export interface Named {
  title: LocalizedText;
  /** Left out: it says nothing. */
  words?: LocalizedText;
  /** The Chinese title as it is typed without an input method: whole, and by first letters. */
  pinyin: string;
  initials: string;
}

/** Folded for comparing: small letters, half width, no blanks or marks. */
const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');

/**
 * The best matches for what was typed: by how a title begins, in Chinese, English, pinyin or first letters, then by what stands
 * within it, then by words of the text. Alike ones stay in the order given, which is by use.
 */
export function findNamed<One extends Named>(all: readonly One[], query: string): One[] {
  return ranked(all, query)
    .slice(0, SHOWN)
    .map(({ one }) => one);
}

/** Both in one list, the better match first and of alike ones the replies. Neither crowds the other out. */
export function findBoth<One extends Named>(replies: readonly One[], macros: readonly One[], query: string): One[] {
  const some = ranked(macros, query).slice(0, SHOWN);
  return [...ranked(replies, query).slice(0, SHOWN - Math.min(FOR_MACROS, some.length)), ...some]
    .slice(0, SHOWN)
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

const NO_MATCH = 3;

function ranked<One extends Named>(all: readonly One[], query: string): { one: One; rank: number }[] {
  const wanted = fold(query);
  return all
    .map((one) => ({ one, rank: wanted === '' ? 0 : rankOf(one, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank);
}

function rankOf({ title, words, pinyin, initials }: Named, wanted: string): number {
  const names = [...LOCALES.map((locale) => fold(title[locale])), pinyin, initials];
  if (names.some((name) => name.startsWith(wanted))) return 0;
  if (names.some((name) => name.includes(wanted))) return 1;
  return words && LOCALES.some((locale) => fold(words[locale]).includes(wanted)) ? 2 : NO_MATCH;
}
