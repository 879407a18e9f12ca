import { isHan } from '../../platform/search/index.js';
import type { Unit } from './analyse.js';
import { meanings } from './vocabulary.js';

/** Shelves: one character of Chinese, two letters of anything else. */
const shelfOf = (text: string): string => text.slice(0, isHan(text.charAt(0)) ? 1 : 2);

const phrases = new Map<string, { text: string; unit: Unit }[]>();
for (const { key, phrases: said } of meanings) {
  for (const text of said) {
    const shelf = shelfOf(text);
    phrases.set(shelf, [...(phrases.get(shelf) ?? []), { text, unit: `§${key}` }]);
  }
}

/** What a word that is still being typed may become: phrases of the vocabulary, and words of the articles. */
export class Beginnings {
  private readonly words = new Map<string, Set<Unit>>();

  /** @param unit meanings are known already, by their phrases */
  add(unit: Unit): void {
    if (unit.startsWith('§')) return;
    const shelf = shelfOf(unit);
    const words = this.words.get(shelf);
    if (words) words.add(unit);
    else this.words.set(shelf, new Set([unit]));
  }

  remove(unit: Unit): void {
    this.words.get(shelfOf(unit))?.delete(unit);
  }

  /** @param letters folded; two at least, or one character of Chinese */
  of(letters: string): Unit[] {
    const shelf = shelfOf(letters);
    const found = new Set<Unit>();
    for (const { text, unit } of phrases.get(shelf) ?? []) if (text.startsWith(letters)) found.add(unit);
    for (const unit of this.words.get(shelf) ?? []) if (unit.startsWith(letters)) found.add(unit);
    return [...found];
  }
}
