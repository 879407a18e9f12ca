import { fold } from '../../../platform/search/index.js';

/** A text by its letters and digits alone, in one spelling, and where in the text each of them stands. */
export interface Spelling {
  key: string;
  /** Of each character of `key`, where its own begins and ends in the text. */
  from: number[];
  to: number[];
}

/**
 * What reads the same has one key: full-width or half-width, upper or lower case, traditional or simplified, with accents,
 * spaces, dashes or invisible characters in between or without.
 */
export function spell(text: string): Spelling {
  const spelling: Spelling = { key: '', from: [], to: [] };
  let at = 0;
  for (const character of text) {
    const letters = fold(character.normalize('NFKD'))
      .normalize('NFKD')
      .replace(/[^\p{Letter}\p{Number}]/gu, '');
    for (let place = 0; place < letters.length; place += 1) {
      spelling.from.push(at);
      spelling.to.push(at + character.length);
    }
    spelling.key += letters;
    at += character.length;
  }
  return spelling;
}
