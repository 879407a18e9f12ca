import type { ArticleVisibility } from '../../contract/index.js';
import { fold, isHan, runs } from '../../platform/search/index.js';
import { analyse, type Unit } from './analyse.js';
import type { Library } from './library.js';
import { frequencyIn, type Posting } from './postings.js';
import { isEmptyWord } from './vocabulary.js';

/** Weight of a word that no article knows: it speaks against every answer, but one stray word must not drown the rest. */
const UNKNOWN_WEIGHT = 1.2;
/** A subject of the trade that no article speaks of: whatever else is said, this is asked about. */
const UNKNOWN_SUBJECT_WEIGHT = 3;
/** A word outside our vocabulary is weaker evidence than a meaning we know. */
const PLAIN_WORD_EVIDENCE = 0.6;
/** What a half-typed word may become is a guess: alone it never makes an answer sure. */
const GUESS = 0.5;
const GUESSES = 20;
/** More of a question than this says nothing new. */
const LONGEST = 1_000;

/** Something that a question asks for. */
export interface Wanted {
  units: readonly Unit[];
  /** Where one of them stands. */
  postings: readonly Posting[];
  weight: number;
  /** How much of the weight a match brings. */
  share: number;
  /** How much evidence a match is, beside its weight. */
  proof: number;
}

/** A question as the articles of this process understand it. */
export interface Question {
  text: string;
  wanted: readonly Wanted[];
}

/** The words of the articles that one may read. What stands only in others is as unknown as what stands nowhere. */
interface Known {
  library: Library;
  visible: readonly ArticleVisibility[];
}

/**
 * @param visible what the reader may see
 * @throws never, whatever is typed
 */
export async function understand(
  query: string,
  library: Library,
  visible: readonly ArticleVisibility[],
): Promise<Question> {
  const known: Known = { library, visible };
  const text = await library.correct(query.slice(0, LONGEST).replace(/\p{Surrogate}/gu, ' '), visible);
  const pairs = new Set<Unit>();
  const units = analyse(text, pairs);
  // Of the pairs many are no words at all; those that no article has say nothing.
  const words = [...pairs].filter((pair) => library.posting(pair, visible) !== undefined);
  const wanted = [...new Set([...units, ...words])].map((unit) => wish(unit, known));
  const typed = halfTyped(text, units);
  if (typed !== undefined && !library.posting(typed, visible)) {
    const guesses = library.beginningWith(typed, GUESSES, visible);
    const at = wanted.findIndex((one) => one.units[0] === typed);
    if (guesses.length > 0) wanted.splice(at < 0 ? wanted.length : at, 1, guess(guesses, known));
  }
  return { text, wanted };
}

/** The last word, which may still be being typed: letters, or Chinese as long as nothing else is said. */
function halfTyped(text: string, units: ReadonlySet<Unit>): string | undefined {
  const last = runs(fold(text)).at(-1);
  if (last === undefined || isEmptyWord(last)) return undefined;
  if (!isHan(last)) return last.length >= 2 ? last : undefined;
  return units.size === 0 ? last.slice(-1) : undefined;
}

function wish(unit: Unit, known: Known): Wanted {
  const posting = known.library.posting(unit, known.visible);
  const proof = unit.startsWith('§') ? 1 : PLAIN_WORD_EVIDENCE;
  if (!posting) {
    const weight = unit.startsWith('§') ? UNKNOWN_SUBJECT_WEIGHT : UNKNOWN_WEIGHT;
    return { units: [unit], postings: [], weight, share: 1, proof };
  }
  return { units: [unit], postings: [posting], weight: rarity([posting], known), share: 1, proof };
}

function guess(units: readonly Unit[], known: Known): Wanted {
  const postings = units.flatMap((unit) => known.library.posting(unit, known.visible) ?? []);
  return { units, postings, weight: rarity(postings, known), share: GUESS, proof: PLAIN_WORD_EVIDENCE };
}

function rarity(postings: readonly Posting[], { library, visible }: Known): number {
  const frequency = postings.reduce((sum, { frequencies }) => sum + frequencyIn(frequencies, visible), 0);
  return Math.log(1 + library.sizeFor(visible) / (frequency + 1));
}
