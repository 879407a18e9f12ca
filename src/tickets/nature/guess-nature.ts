import { NATURES, type Nature } from '../../contract/index.js';
import { fold } from '../../platform/search/index.js';
import { NATURE_FEATURES } from './nature-words.data.js';

/** Corrections of cases with these features, taken together. */
export interface Lesson {
  /** In the order of the table. */
  features: readonly string[];
  guessed: Nature;
  corrected: Nature;
  count: number;
}

export interface NatureGuess {
  nature: Nature;
  /** What it rests on. */
  features: string[];
}

/** Less than this speaks for nothing. */
const LEAST = 1;
/** How much of two matters' features must be the same for the one to teach something about the other. */
const ALIKE = 0.75;
/** What one correction of the very same features weighs, and all of them together at most. */
const STEP = 0.6;
const MOST = 3;

/** Of long texts the beginning says what it is about. */
const READ_LENGTH = 2_000;

/** Keys of the features that the words have. */
export function featuresOf(words: string): string[] {
  const text = fold(words.slice(0, READ_LENGTH));
  return NATURE_FEATURES.filter(({ pattern }) => pattern.test(text)).map(({ key }) => key);
}

/**
 * Of what nature a matter is, by its words and by what people said of matters with nearly the same features; undefined: nothing
 * speaks for any.
 */
export function guessNature(words: string, lessons: readonly Lesson[] = []): NatureGuess | undefined {
  const features = featuresOf(words);
  const scores: Record<Nature, number> = { usage: 0, fault: 0, suggestion: 0 };
  for (const { key, says } of NATURE_FEATURES) if (says && features.includes(key)) scores[says[0]] += says[1];
  for (const [nature, learned] of Object.entries(shifts(features, lessons))) scores[nature as Nature] += learned;
  // Of what speaks as strongly for two, what may be broken is looked at first.
  const [best] = ORDER.toSorted((left, right) => scores[right] - scores[left]);
  return best && scores[best] >= LEAST ? { nature: best, features } : undefined;
}

const ORDER: readonly Nature[] = ['fault', 'suggestion', 'usage'] satisfies (typeof NATURES)[number][];

function shifts(features: readonly string[], lessons: readonly Lesson[]): Record<Nature, number> {
  const learned: Record<Nature, number> = { usage: 0, fault: 0, suggestion: 0 };
  for (const { features: others, guessed, corrected, count } of lessons) {
    const weight = likeness(features, others);
    if (weight < ALIKE) continue;
    learned[corrected] += STEP * weight * count;
    learned[guessed] -= STEP * weight * count;
  }
  for (const nature of NATURES) learned[nature] = Math.max(-MOST, Math.min(MOST, learned[nature]));
  return learned;
}

/** Of the features that either has, how many both have; 0 for none at all. */
function likeness(features: readonly string[], others: readonly string[]): number {
  const both = features.filter((key) => others.includes(key)).length;
  const either = features.length + others.length - both;
  return either === 0 ? 0 : both / either;
}
