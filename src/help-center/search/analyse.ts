import { fold, isHan, runs, withinEdits, words } from '../../platform/search/index.js';
import { isEmptyWord, meanings } from './vocabulary.js';

/** A unit of meaning: `§payout` for a line of the vocabulary, else the word itself. */
export type Unit = string;

const byBeginning = new Map<string, { phrase: string; key: string }[]>();
const spellings = new Set<string>();
for (const { key, phrases } of meanings) {
  for (const phrase of phrases) {
    const beginning = phrase.slice(0, 2);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), { phrase, key }]);
    if (!isHan(phrase)) for (const word of phrase.split(' ')) spellings.add(word);
  }
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[a-z0-9]/.test(character);

/** Chinese phrases stand anywhere; English ones between words. */
function standsAt(text: string, phrase: string, at: number): boolean {
  if (!text.startsWith(phrase, at)) return false;
  return isHan(phrase) || !(isLetter(text[at - 1]) || isLetter(text[at + phrase.length]));
}

const stem = (word: string): string => (/^[a-z]{3,}[^s]s$/.test(word) ? word.slice(0, -1) : word);

/** Finds every phrase of the vocabulary, also where they overlap. Linear in the text's length. */
function findMeanings(flat: string, found: (key: string, from: number, to: number) => void): void {
  for (let at = 0; at < flat.length; at++) {
    for (const { phrase, key } of byBeginning.get(flat.slice(at, at + 2)) ?? []) {
      if (standsAt(flat, phrase, at)) found(key, at, at + phrase.length);
    }
  }
}

const flatten = (text: string): string => runs(fold(text)).join(' ');

/** The lines of the vocabulary that a text touches, as units. */
export function meaningsOf(text: string): Set<Unit> {
  const units = new Set<Unit>();
  findMeanings(flatten(text), (key) => units.add(`§${key}`));
  return units;
}

/** What a text is about: the meanings that it touches, and those of its other words that carry a subject. */
export function analyse(text: string): Set<Unit> {
  const flat = flatten(text);
  const units = new Set<Unit>();
  const covered = new Uint8Array(flat.length);
  findMeanings(flat, (key, from, to) => {
    units.add(`§${key}`);
    covered.fill(1, from, to);
  });
  let from = 0;
  for (const word of words(flat)) {
    const at = flat.indexOf(word, from);
    from = at + word.length;
    if (word.length < 2 || isEmptyWord(word) || covered.subarray(at, from).includes(1)) continue;
    units.add(stem(word));
  }
  return units;
}

/** Letters a word of this length may have wrong and still be taken for another. */
const forgiven = (word: string): number => (word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0);

/**
 * Puts right what was mistyped in English: a word nobody knows becomes the nearest one that we do.
 * `known` counts the words of the articles beside those of the vocabulary.
 */
export function correctSpelling(query: string, known: ReadonlyMap<string, number>): string {
  return fold(query).replace(/[a-z]{5,}/g, (word) => {
    if (known.has(word) || known.has(stem(word)) || spellings.has(word) || isEmptyWord(word)) return word;
    const limit = forgiven(word);
    for (let edits = 1; edits <= limit; edits++) {
      for (const candidates of [spellings.values(), known.keys()]) {
        for (const candidate of candidates) {
          if (candidate[0] === word[0] && withinEdits(word, candidate, edits)) return candidate;
        }
      }
    }
    return word;
  });
}
