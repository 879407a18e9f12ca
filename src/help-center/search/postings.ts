import type { ArticleVisibility } from '../../contract/index.js';
import type { Unit } from './analyse.js';

/** The fields of an article, the weakest first; a unit is kept with the strongest field that it stands in. */
export const FIELDS = ['body', 'excerpt', 'keywords', 'title'] as const;
export const TITLE = FIELDS.indexOf('title');

/** How much it says that a unit stands there. */
const STRENGTH = [0.4, 0.75, 0.92, 1] as const;
export const strengthOf = (field: number): number => STRENGTH[field as 0 | 1 | 2 | 3] ?? 0;

/** Where a unit stands. An entry is four times the place of the text, plus the field. */
export interface Posting {
  entries: number[];
  /** The sum of the strengths, for each circle of readers by itself. */
  frequencies: Frequencies;
}

export type Frequencies = Record<ArticleVisibility, number>;

export const noFrequencies = (): Frequencies => ({ public: 0, customers: 0, staff: 0 });

/** How often it stands where these may read; 0: to them it is no word at all. */
export function frequencyIn(frequencies: Frequencies, visible: readonly ArticleVisibility[]): number {
  let sum = 0;
  for (const visibility of visible) sum += frequencies[visibility];
  // What was added and taken away again leaves a trace of fractions.
  return Math.round(sum * 100) / 100;
}

export const placeOf = (entry: number): number => entry >>> 2;
export const fieldOf = (entry: number): number => entry & 3;

/** From units to the texts that have them: plain arrays of small integers, eight bytes an entry. */
export class Postings {
  private readonly byUnit = new Map<Unit, Posting>();

  of(unit: Unit): Posting | undefined {
    return this.byUnit.get(unit);
  }

  /** @returns whether the unit is new */
  add(unit: Unit, place: number, field: number, visibility: ArticleVisibility): boolean {
    const entry = place * 4 + field;
    const posting = this.byUnit.get(unit);
    if (!posting) {
      const frequencies = { ...noFrequencies(), [visibility]: strengthOf(field) };
      this.byUnit.set(unit, { entries: [entry], frequencies });
      return true;
    }
    posting.entries.push(entry);
    posting.frequencies[visibility] += strengthOf(field);
    return false;
  }

  /** @returns whether it was the unit's last */
  remove(unit: Unit, place: number, field: number, visibility: ArticleVisibility): boolean {
    const posting = this.byUnit.get(unit);
    const at = posting?.entries.indexOf(place * 4 + field) ?? -1;
    if (!posting || at < 0) return false;
    const last = posting.entries.pop();
    if (last !== undefined && at < posting.entries.length) posting.entries[at] = last;
    posting.frequencies[visibility] -= strengthOf(field);
    return posting.entries.length === 0 && this.byUnit.delete(unit);
  }
}
