/** One sentence as it was written, with the citations behind it. */
export interface Sentence {
  /** As written, marks and line end included. */
  raw: string;
  /** Without marks; empty where nothing but marks stood. */
  text: string;
  /** Numbers of passages, in order, each once. */
  cites: number[];
}

const MARK = /[[［【](\d{1,3}(?:\s?[,，、]\s?\d{1,3}){0,5})[\]］】]/g;
const TAIL = /^(?:[”’"'）)」』》]|[ \t]*[[［【]\d{1,3}(?:\s?[,，、]\s?\d{1,3}){0,5}[\]］】][。.]?)+/;
const UNFINISHED = /^[[［【][\d\s,，、]*$/;
const SHORTENED = /(?:^|[^a-z])(?:e\.g|i\.e|etc|vs|approx)$/i;

/**
 * The sentences of a text, each with the marks that stand before or behind its end.
 * @param whole whether the text is at its end; else what may still go on is left out
 */
export function sentencesOf(text: string, whole: boolean): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!endsAt(text, from, at)) continue;
    let to = at + 1;
    to += TAIL.exec(text.slice(to, to + 80))?.[0].length ?? 0;
    while (/[\s。！？!?]/.test(text[to] ?? '')) to += 1;
    // A mark may still come.
    if (!whole && (to >= text.length || UNFINISHED.test(text.slice(to, to + 40)))) return sentences;
    sentences.push(sentence(text.slice(from, to)));
    from = to;
    at = to - 1;
  }
  if (whole && text.slice(from).trim()) sentences.push(sentence(text.slice(from)));
  return sentences;
}

function endsAt(text: string, from: number, at: number): boolean {
  const character = text[at] ?? '';
  if (/[。！？!?\n；;]/.test(character)) return text.slice(from, at).trim() !== '';
  if (character !== '.') return false;
  const before = text.slice(from, at);
  // The number of a step, a decimal, the point within an address or an abbreviation end nothing.
  if (/^\s*\d{1,2}$/.test(before) || SHORTENED.test(before.slice(-8))) return false;
  return /^(?:\s|[[［【]\d|$)/.test(text.slice(at + 1, at + 3));
}

function sentence(raw: string): Sentence {
  const cites = [...raw.matchAll(MARK)].flatMap(([, numbers = '']) => numbers.split(/[,，、]/).map(Number));
  const text = raw.replace(new RegExp(`[ \\t]*${MARK.source}`, 'g'), '').replace(/\*\*/g, '');
  return { raw, text, cites: [...new Set(cites)] };
}
