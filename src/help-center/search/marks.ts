import type { TextPart } from '../../contract/index.js';
import { foldInPlace, isHan, runs } from '../../platform/search/index.js';
import { isLetter, type Unit } from './analyse.js';
import type { Understood } from './article-search.js';
import { meanings } from './vocabulary.js';

/** A stretch of a text that says what was asked; places in UTF-16 units, `to` is the first one behind it. */
export interface Mark {
  from: number;
  to: number;
  unit: Unit;
}

interface Phrase {
  text: string;
  unit: Unit;
}

/** In a text that says hardly anything else. */
const MOST_MARKS = 500;

/** As people write them: `e mail` is e-mail too, `cant` is can't. */
function spellings(phrase: string): string[] {
  if (isHan(phrase)) return [phrase];
  const short = phrase.replace(/\b(ca|do|wo|did|does|has|have|is|could|was)nt\b/g, "$1n't");
  return [...new Set([phrase, phrase.replaceAll(' ', '-'), short, short.replaceAll("'", '’')])];
}

const phrasesOf = new Map<Unit, readonly string[]>(
  meanings.map(({ key, phrases }) => [`§${key}`, phrases.flatMap(spellings)]),
);

/** Finds in texts what a question asks for: its words, and others that mean the same. Made once for a question. */
export class Marker {
  private readonly byFirst = new Map<number, Phrase[]>();
  /** Words that a dictionary may have cut elsewhere than we did. */
  private readonly long: Phrase[] = [];

  constructor({ text, units }: Understood) {
    // Of a question that says nothing its words are all there is.
    for (const unit of units.length > 0 ? units : new Set(runs(foldInPlace(text)))) this.learn(unit);
  }

  private learn(unit: Unit): void {
    for (const text of phrasesOf.get(unit) ?? [unit]) {
      const first = text.charCodeAt(0);
      const known = this.byFirst.get(first);
      if (known) known.push({ text, unit });
      else this.byFirst.set(first, [{ text, unit }]);
    }
    if (!phrasesOf.has(unit) && isHan(unit) && unit.length > 2) this.long.push({ text: unit, unit });
  }

  /** In the order of the text; they may overlap. An English word is found at the beginning of longer ones too. */
  find(text: string): Mark[] {
    const folded = foldInPlace(text);
    const marks: Mark[] = [];
    let inWord = false;
    for (let at = 0; at < folded.length && marks.length < MOST_MARKS; at++) {
      const code = folded.charCodeAt(at);
      const continues = inWord;
      inWord = isLetter(code);
      if (continues && inWord) continue;
      for (const { text: phrase, unit } of this.byFirst.get(code) ?? []) {
        if (folded.startsWith(phrase, at)) marks.push({ from: at, to: at + phrase.length, unit });
      }
    }
    for (const { text: word, unit } of this.long) {
      if (!marks.some((mark) => mark.unit === unit)) markPairs(folded, word, unit, marks);
    }
    return marks.sort((a, b) => a.from - b.from || b.to - a.to);
  }
}

function markPairs(folded: string, word: string, unit: Unit, marks: Mark[]): void {
  for (let start = 0; start + 2 <= word.length; start++) {
    const pair = word.slice(start, start + 2);
    for (let at = folded.indexOf(pair); at >= 0 && marks.length < MOST_MARKS; at = folded.indexOf(pair, at + 1)) {
      marks.push({ from: at, to: at + 2, unit });
    }
  }
}

/** A stretch of a text, cut where a mark begins or ends. */
export function partsOf(text: string, marks: readonly Mark[], from = 0, to = text.length): TextPart[] {
  const parts: TextPart[] = [];
  const push = (upTo: number, hit: boolean) => {
    if (upTo > at) parts.push({ text: text.slice(at, upTo), hit });
    at = Math.max(at, upTo);
  };
  let at = from;
  let marked: { from: number; to: number } | undefined;
  for (const mark of marks) {
    if (mark.to <= from || mark.from >= to) continue;
    if (marked && mark.from <= marked.to) {
      marked.to = Math.max(marked.to, mark.to);
      continue;
    }
    if (marked) push(Math.min(marked.to, to), true);
    push(Math.max(mark.from, from), false);
    marked = { from: mark.from, to: mark.to };
  }
  if (marked) push(Math.min(marked.to, to), true);
  push(to, false);
  return parts;
}
