import type { ColleagueView } from '../../../../contract/index.js';

const SHOWN = 8;

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');

/** The best matches for what was typed: by how a name begins, as written, in pinyin or by first letters; then by what it holds. */
export function findColleagues(colleagues: readonly ColleagueView[], query: string): ColleagueView[] {
  const wanted = fold(query);
  const spelled = colleagues.map((colleague) => ({
    colleague,
    spellings: [fold(colleague.name), colleague.pinyin, colleague.initials],
  }));
  const begins = spelled.filter(({ spellings }) => spellings.some((spelling) => spelling.startsWith(wanted)));
  const holds = spelled.filter(
    (one) => !begins.includes(one) && one.spellings.some((spelling) => spelling.includes(wanted)),
  );
  return [...begins, ...holds].slice(0, SHOWN).map(({ colleague }) => colleague);
}
