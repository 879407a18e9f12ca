import { type CannedReplyView, LOCALES } from '../../../../contract/index.js';

const SHOWN = 8;

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
export function findReplies(replies: readonly CannedReplyView[], query: string): CannedReplyView[] {
  const wanted = fold(query);
  if (wanted === '') return replies.slice(0, SHOWN);
  return replies
    .map((reply) => ({ reply, rank: rankOf(reply, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, SHOWN)
    .map(({ reply }) => reply);
}

const NO_MATCH = 3;

function rankOf({ title, body, pinyin, initials }: CannedReplyView, wanted: string): number {
  const names = [...LOCALES.map((locale) => fold(title[locale])), pinyin, initials];
  if (names.some((name) => name.startsWith(wanted))) return 0;
  if (names.some((name) => name.includes(wanted))) return 1;
  return LOCALES.some((locale) => fold(body[locale]).includes(wanted)) ? 2 : NO_MATCH;
}
