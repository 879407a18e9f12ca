import { fold, isHan, runs, segments } from '../../platform/search/index.js';
import { isEmptyWord, meanings } from './vocabulary.js';

/** A unit of meaning: `§payout` for a line of the vocabulary, else the word itself. */
export type Unit = string;

interface Phrase {
  text: string;
  unit: Unit;
  chinese: boolean;
}

/** The phrases of the vocabulary by their first two characters; and which characters one begins with. */
const byBeginning = new Map<string, Phrase[]>();
const beginnings = new Uint8Array(0x10000);
for (const { key, phrases } of meanings) {
  for (const text of phrases) {
    const beginning = text.slice(0, 2);
    beginnings[text.charCodeAt(0)] = 1;
    const phrase = { text, unit: `§${key}`, chinese: isHan(text) };
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), phrase]);
  }
}

/** Of folded text, as far as phrases need to know: a-z and 0-9. */
export const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** The form under which an English word is known. */
export const stem = (word: string): string => (/^[a-z]{3,}[^s]s$/.test(word) ? word.slice(0, -1) : word);

/** Finds every phrase of the vocabulary, also where they overlap. Chinese phrases stand anywhere; English ones between words. */
export function findMeanings(flat: string, found: (unit: Unit, from: number, to: number) => void): void {
  let inWord = false;
  for (let at = 0; at < flat.length; at++) {
    const code = flat.charCodeAt(at);
    const afterLetter = inWord;
    inWord = isLetter(code);
    if (beginnings[code] === 0) continue;
    for (const { text, unit, chinese } of byBeginning.get(flat.slice(at, at + 2)) ?? []) {
      if (!flat.startsWith(text, at)) continue;
      if (!chinese && (afterLetter || isLetter(flat.charCodeAt(at + text.length)))) continue;
      found(unit, at, at + text.length);
    }
  }
}

/** The lines of the vocabulary that a text touches, as units. */
export function meaningsOf(text: string): Set<Unit> {
  const units = new Set<Unit>();
  findMeanings(runs(fold(text)).join(' '), (unit) => units.add(unit));
  return units;
}

/**
 * What a text is about: the meanings that it touches, and those of its other words that carry a subject.
 * @param pairs takes neighbouring characters that the dictionary knows no word for: of 羽绒服 it knows none
 */
export function analyse(text: string, pairs?: Set<Unit>): Set<Unit> {
  const pieces = runs(fold(text));
  const flat = pieces.join(' ');
  const units = new Set<Unit>();
  const covered = new Uint8Array(flat.length);
  findMeanings(flat, (unit, from, to) => {
    units.add(unit);
    covered.fill(1, from, to);
  });
  const isFree = (from: number, to: number) => {
    for (let place = from; place < to; place++) if (covered[place] === 1) return false;
    return true;
  };
  let from = 0;
  for (const piece of pieces) {
    const add = (word: string, at: number) => {
      if (word.length > 1 && !isEmptyWord(word) && isFree(at, at + word.length)) units.add(stem(word));
    };
    if (!isHan(piece)) add(piece, from);
    else {
      let alone = '';
      for (const { segment, index } of segments(piece)) {
        add(segment, from + index);
        const stands = segment.length === 1 && !isEmptyWord(segment) && isFree(from + index, from + index + 1);
        if (stands && alone && !isEmptyWord(alone + segment)) pairs?.add(alone + segment);
        alone = stands ? segment : '';
      }
    }
    from += piece.length + 1;
  }
  return units;
}
