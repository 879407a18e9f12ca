import { parseNumber } from '../ticket-number.js';

const MOST_WORDS = 6;

/** Words that one searches for, folded as `desk_search_text` does it. */
export interface SoughtWords {
  words: string[];
  /** For `LIKE ALL`. */
  patterns: string[];
  /** As `desk_bigrams` cuts them. */
  bigrams: string[];
}

/** A whole number of a ticket, or words. */
export function soughtBy(question: string): { number: string } | SoughtWords {
  // One word in thirty of seven letters would pass for a number.
  const number = /^\s*pl|\d/i.test(question) ? parseNumber(question) : undefined;
  if (number) return { number };
  const words = question.normalize('NFKC').trim().toLowerCase().split(/\s+/).slice(0, MOST_WORDS);
  // A single character has no bigram of its own: it is looked for where a word begins.
  const sought = words.map((word) => ([...word].length > 1 ? word : ` ${word}`));
  return {
    words,
    patterns: sought.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`),
    bigrams: [...new Set(sought.flatMap(bigramsOf))],
  };
}

function bigramsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, place) => `${characters[place]}${character}`);
}
