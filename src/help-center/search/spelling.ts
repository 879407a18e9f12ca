import type { ArticleVisibility } from '../../contract/index.js';
import { fold, isHan, withinEdits } from '../../platform/search/index.js';
import { stem } from './analyse.js';
import { type Frequencies, frequencyIn, noFrequencies } from './postings.js';
import { isEmptyWord, meanings } from './vocabulary.js';

type Visible = readonly ArticleVisibility[];

/** Letters a word of this length may have wrong and still be taken for another. */
const forgiven = (word: string): number => (word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0);

/** Nobody mistypes the first letter: words that begin alike and are about as long are all that has to be compared. */
class Shelf {
  private readonly words = new Map<string, Map<string, Frequencies>>();

  private shelfOf(word: string, length: number): string {
    return `${word.charAt(0)}${length}`;
  }

  count(word: string, change: number, visibility: ArticleVisibility): void {
    const key = this.shelfOf(word, word.length);
    const shelf = this.words.get(key) ?? new Map<string, Frequencies>();
    const times = shelf.get(word) ?? noFrequencies();
    times[visibility] += change;
    if (Object.values(times).some((one) => one > 0)) this.words.set(key, shelf.set(word, times));
    else if (shelf.delete(word) && shelf.size === 0) this.words.delete(key);
  }

  has(word: string, visible: Visible): boolean {
    const times = this.words.get(this.shelfOf(word, word.length))?.get(word);
    return times !== undefined && frequencyIn(times, visible) > 0;
  }

  /** The commonest word that differs in so many letters. */
  nearest(word: string, edits: number, visible: Visible): string | undefined {
    let best: string | undefined;
    let most = 0;
    for (let length = word.length - edits; length <= word.length + edits; length++) {
      for (const [candidate, counted] of this.words.get(this.shelfOf(word, length)) ?? []) {
        const times = frequencyIn(counted, visible);
        if (times > most && withinEdits(word, candidate, edits)) [best, most] = [candidate, times];
      }
    }
    return best;
  }
}

const vocabulary = new Shelf();
for (const { phrases } of meanings) {
  for (const phrase of phrases) {
    if (!isHan(phrase)) for (const word of phrase.split(' ')) vocabulary.count(word, 1, 'public');
  }
}

/**
 * The English words that we know: those of the vocabulary, and those that the titles and keywords of articles have. A word that
 * stands only in what one may not read is unknown: what becomes of a question must not tell that it is there.
 */
export class Spelling {
  private readonly articles = new Shelf();

  /** @param change how many articles more or fewer have it */
  count(word: string, change: number, visibility: ArticleVisibility): void {
    this.articles.count(word, change, visibility);
  }

  isWord(word: string, visible: Visible): boolean {
    const known = (form: string) => this.articles.has(form, visible) || vocabulary.has(form, visible);
    return known(word) || known(stem(word)) || isEmptyWord(word);
  }

  /** Puts right what was mistyped: a word nobody knows becomes the nearest one that we do, rather one of ours. */
  correct(query: string, visible: Visible): string {
    return fold(query).replace(/[a-z]{5,40}/g, (word) => {
      if (this.isWord(word, visible)) return word;
      for (let edits = 1; edits <= forgiven(word); edits++) {
        const near = vocabulary.nearest(word, edits, visible) ?? this.articles.nearest(word, edits, visible);
        if (near) return near;
      }
      return word;
    });
  }
}
