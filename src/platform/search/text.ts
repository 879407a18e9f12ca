import TRADITIONAL_PAIRS from 'opencc-js/dict/TSCharacters';

/** What our readers mean by these: money and sign-in stand in one 账, and 甚麼 is 什么. */
const OUR_PAIRS = '帳账 甚什';

/** By code unit, the simplified one; 0 where there is none. */
const simple = new Uint16Array(0x10000);
for (const pair of [...TRADITIONAL_PAIRS.split('|').map((each) => each.replace(' ', '')), ...OUR_PAIRS.split(' ')]) {
  // The rest are rare characters of two code units, which nobody types in our subjects.
  if (pair.length === 2) simple[pair.charCodeAt(0)] = pair.charCodeAt(1);
}

const HAN = /\p{Script=Han}/u;
const RUNS = /\p{Script=Han}+|[\p{Letter}\p{Number}]+(?:['’+][\p{Letter}\p{Number}]+)*/gu;
const WIDE = /[\uFF01-\uFF5E\u3000]/g;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** One spelling for what reads the same: full-width to half-width, lower case, traditional characters to simplified. */
export const fold = (text: string): string => simplified(text.normalize('NFKC').toLowerCase());

/** As far as `fold` goes without moving anything: each place of the answer is the same place of the text. */
export function foldInPlace(text: string): string {
  const lower = text.toLowerCase();
  const narrow = (lower.length === text.length ? lower : text).replace(WIDE, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
  return simplified(narrow);
}

function simplified(text: string): string {
  let folded = '';
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const other = simple[text.charCodeAt(at)];
    if (!other) continue;
    folded += text.slice(kept, at) + String.fromCharCode(other);
    kept = at + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}

export const isHan = (text: string): boolean => HAN.test(text);

/** Runs of one script in folded text: a stretch of Chinese, or one word of letters and digits. */
export function runs(folded: string): string[] {
  return (folded.match(RUNS) ?? []).map((run) => run.replace(/['’]/g, ''));
}

/** The words of a run of Chinese as the dictionary of ICU cuts it, with their places; none is left out. */
export const segments = (run: string): Iterable<{ segment: string; index: number }> => segmenter.segment(run);

/** Words of folded text, Chinese cut by the dictionary. */
export function words(folded: string): string[] {
  return runs(folded).flatMap((run) => (isHan(run) ? [...segments(run)].map(({ segment }) => segment) : [run]));
}

/** Whether two words differ by at most `limit` inserted, dropped, changed or swapped letters. */
export function withinEdits(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > limit) return false;
    beforeLast = last;
    last = row;
  }
  return (last[b.length] ?? limit + 1) <= limit;
}
