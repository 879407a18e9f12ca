/** Characters before the first match, and of the whole passage. */
const BEFORE = 20;
const LENGTH = 120;

/** A part of a text, in which these places match: from, and up to but not including. */
export interface Passage {
  text: string;
  marks: { from: number; to: number }[];
}

/**
 * The part of a body around the first of these words; undefined when none of them stands there.
 * @param words folded, see `soughtBy`
 */
export function passageOf(body: string, words: readonly string[]): Passage | undefined {
  const { folded, places } = fold(body);
  const first = Math.min(...words.map((word) => folded.indexOf(word)).filter((at) => at >= 0));
  if (!Number.isFinite(first)) return undefined;
  const from = wholeFrom(body, Math.max(0, (places[first] as number) - BEFORE));
  const to = wholeFrom(body, Math.min(body.length, from + LENGTH));
  const marks = words
    .flatMap((word) => occurrences(folded, word))
    .map(([start, end]): [number, number] => [places[start] as number, places[end] as number])
    .filter(([start, end]) => start >= from && end <= to)
    .sort(([a], [b]) => a - b);
  const lead = from > 0 ? '…' : '';
  const shift = lead.length - from;
  return {
    text: `${lead}${body.slice(from, to).replace(/\s/g, ' ')}${to < body.length ? '…' : ''}`,
    marks: joined(marks).map(([start, end]) => ({ from: start + shift, to: end + shift })),
  };
}

/** The text as it is searched, and for each place of it that in the body; one more for the end. */
function fold(body: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of body) {
    const plain = character.normalize('NFKC').toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
    folded += plain;
    at += character.length;
  }
  return { folded, places: [...places, at] };
}

function occurrences(folded: string, word: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
    found.push([at, at + word.length]);
  return found;
}

/** What overlaps is one mark. */
function joined(marks: readonly [number, number][]): [number, number][] {
  const apart: [number, number][] = [];
  for (const [start, end] of marks) {
    const last = apart.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}

/** Not the second half of an emoji. */
const wholeFrom = (body: string, at: number): number => (/[\udc00-\udfff]/.test(body[at] ?? '') ? at - 1 : at);
