import { type Library, PLACES } from './library.js';
import { FIELDS, fieldOf, placeOf, strengthOf, TITLE } from './postings.js';
import type { Question, Wanted } from './question.js';

/** So much weight must be matched before a hit can be fully sure: one common word alone is a topic, not a question. */
const ENOUGH_EVIDENCE = 2.4;

/**
 * How surely each article answers a question: the share of the question's meaning that it covers in one of its languages,
 * each unit weighed by how rare it is among all articles. The same for every engine, so that the bot needs one threshold.
 *
 * A board is used again and again, for one question at a time: at ten thousand articles it is half a megabyte.
 */
export class ScoreBoard {
  private matched = new Float64Array(0);
  private evidence = new Float64Array(0);
  private titles = new Uint8Array(0);
  private seen = new Uint8Array(0);
  private scores = new Float64Array(0);
  /** The numbers of the articles that have a score. */
  reached: number[] = [];

  constructor(private readonly library: Library) {}

  /** Reckons the score of every article; what was reckoned before is gone. */
  reckon({ wanted }: Question): void {
    this.clear(this.library.articles * PLACES);
    this.reached = [];
    let total = 0;
    for (const one of wanted) {
      total += one.weight;
      this.add(one);
    }
    if (total === 0) return;
    for (let number = 0, place = 0; number < this.library.articles; number++) {
      let best = 0;
      for (let language = 0; language < PLACES; language++, place++) {
        const matched = this.matched[place] as number;
        if (matched === 0) continue;
        best = Math.max(best, (matched / total) * Math.min(1, (this.evidence[place] as number) / ENOUGH_EVIDENCE));
      }
      if (best === 0) continue;
      this.scores[number] = best;
      this.reached.push(number);
    }
  }

  /** 0..1 by an article's number, over all its languages. */
  of(number: number): number {
    return this.scores[number] ?? 0;
  }

  /** 0..1, how much of its title the question says: what decides between articles that are equally sure. */
  closenessOf(number: number): number {
    let best = 0;
    for (let place = number * PLACES; place < (number + 1) * PLACES; place++) {
      best = Math.max(best, (this.titles[place] ?? 0) / this.library.titleUnits(place));
    }
    return best;
  }

  private clear(places: number): void {
    if (this.matched.length < places) {
      const room = places + (places >> 2);
      this.matched = new Float64Array(room);
      this.evidence = new Float64Array(room);
      this.titles = new Uint8Array(room);
      this.seen = new Uint8Array(room);
      this.scores = new Float64Array(room);
      return;
    }
    this.matched.fill(0);
    this.evidence.fill(0);
    this.titles.fill(0);
    this.scores.fill(0);
  }

  private add({ postings, weight, share, proof }: Wanted): void {
    const { matched, evidence, titles, seen } = this;
    const worth = FIELDS.map((_, field) => weight * share * strengthOf(field));
    // What a half-typed word may become counts once, however many of it a text has.
    const once = postings.length > 1;
    if (once) seen.fill(0);
    for (const { entries } of postings) {
      for (let at = 0; at < entries.length; at++) {
        const entry = entries[at] as number;
        const place = placeOf(entry);
        if (once) {
          if (seen[place] === 1) continue;
          seen[place] = 1;
        }
        const match = worth[fieldOf(entry)] as number;
        matched[place] = (matched[place] as number) + match;
        evidence[place] = (evidence[place] as number) + match * proof;
        if (fieldOf(entry) === TITLE) titles[place] = (titles[place] as number) + 1;
      }
    }
  }
}
