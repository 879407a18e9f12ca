import { fold, isHan, runs, segments } from '../../platform/search/index.js';
import { analyse, findMeanings, meaningsOf, stem, type Unit } from './analyse.js';
import type { Found, Hit } from './article-search.js';
import { isEmptyWord } from './vocabulary.js';

/** What speaks for and against a hit beside its score, the same for every engine. */
export interface Evidence {
  /** By how much its score leads the best of the others; negative when it does not. */
  lead: number;
  /** How many meanings and words of the question its title and keywords name. */
  named: number;
  /** 0..1, how much of the best of its keywords the question says. */
  keyword: number;
  /**
   * 0..1, how long a keyword of its stands in the question letter by letter; 1: four characters, or two words. In English words are
   * alike in all their endings, and those that say nothing may stand between; a question that stands in the title counts as well.
   */
  literal: number;
  /** How many of its keywords the question says in full. */
  keywords: number;
  /** 0..1, how much of its title the question says. */
  title: number;
  /** How many subjects the question speaks of and it nowhere does. */
  beside: number;
}

/** @returns for each hit, in their order */
export function evidenceOf({ question, hits }: Found): Evidence[] {
  const folded = fold(question.text);
  const said = saidIn(folded);
  const flow = flowOf(folded);
  return hits.map((hit, index) => {
    const best = hits.reduce((most, { score }, other) => (other === index ? most : Math.max(most, score)), 0);
    return { lead: hit.score - best, ...weigh(hit, said, folded, flow) };
  });
}

interface Said {
  meanings: Set<Unit>;
  /** The other words, also those that no article and no dictionary knows. */
  words: Set<string>;
}

function weigh(hit: Hit, { meanings, words }: Said, folded: string, flow: string): Omit<Evidence, 'lead'> {
  const { headings, named, known, keywords, title, titleUnits } = readingOf(hit);
  const isNamed = (word: string) => (isHan(word) ? headings.includes(word) : named.has(word));
  const isSaid = (unit: Unit) => meanings.has(unit) || words.has(unit);
  const shareOf = (units: readonly Unit[]) => units.filter(isSaid).length / Math.max(1, units.length);
  const shares = keywords.map(({ units }) => shareOf(units));
  return {
    named: [...meanings].filter((unit) => named.has(unit)).length + [...words].filter(isNamed).length,
    keyword: Math.max(0, ...shares),
    keywords: shares.filter((share) => share === 1).length,
    literal: Math.max(lengthIn(flow, title), ...keywords.map((keyword) => lengthOf(keyword, folded, flow))),
    title: shareOf(titleUnits),
    beside: [...meanings].filter((unit) => !named.has(unit) && !known.has(unit)).length,
  };
}

interface Keyword {
  folded: string;
  flow: string;
  units: Unit[];
}

/** An article as it is compared with questions. */
interface Reading {
  headings: string;
  named: Set<Unit>;
  /** The subjects of its text. */
  known: Set<Unit>;
  keywords: Keyword[];
  /** See `flowOf`. */
  title: string;
  titleUnits: Unit[];
}

/** By the list of keywords, which is the library's own and new with every version: a hit is a copy. */
const readings = new WeakMap<readonly string[], Reading>();

function readingOf({ title, keywords, excerpt, body }: Hit): Reading {
  const known = readings.get(keywords);
  if (known) return known;
  const headings = fold(`${title} , ${keywords.join(' , ')}`);
  const reading: Reading = {
    headings,
    named: analyse(headings),
    known: meaningsOf(`${excerpt} , ${body}`),
    titleUnits: [...analyse(title)],
    keywords: keywords.map((keyword) => ({
      folded: fold(keyword),
      flow: flowOf(fold(keyword)),
      units: [...analyse(keyword)],
    })),
    title: flowOf(fold(title)),
  };
  readings.set(keywords, reading);
  return reading;
}

/** English words that say something, as they are known in all their endings, in order: ` live stream stutter `. Empty for Chinese. */
function flowOf(folded: string): string {
  if (isHan(folded)) return '';
  const words = runs(folded).filter((word) => !isEmptyWord(word));
  return words.length === 0 ? '' : ` ${words.map(stem).join(' ')} `;
}

const lengthIn = (flow: string, other: string): number => {
  const words = flow.trim().split(' ').length;
  return words > 1 && other.includes(flow) ? Math.min(1, words / 2) : 0;
};

function lengthOf({ folded: keyword, flow: ofKeyword }: Keyword, question: string, flow: string): number {
  const inFlow = lengthIn(ofKeyword, flow);
  if (keyword === '' || !question.includes(keyword)) return inFlow;
  return Math.max(inFlow, Math.min(1, isHan(keyword) ? keyword.length / 4 : keyword.split(' ').length / 2));
}

function saidIn(folded: string): Said {
  const pieces = runs(folded);
  const flat = pieces.join(' ');
  const covered = new Uint8Array(flat.length);
  const meanings = new Set<Unit>();
  findMeanings(flat, (unit, from, to) => {
    meanings.add(unit);
    covered.fill(1, from, to);
  });
  const words = new Set<string>();
  const isFree = (from: number, to: number) => covered.subarray(from, to).every((place) => place === 0);
  let from = 0;
  for (const piece of pieces) {
    if (isHan(piece)) for (const word of wordsOf(piece, from, isFree)) words.add(word);
    else if (piece.length > 1 && !isEmptyWord(piece) && isFree(from, from + piece.length)) words.add(stem(piece));
    from += piece.length + 1;
  }
  return { meanings, words };
}

/** Neighbouring single characters count as a word: of 禁言 the dictionary knows none. */
function* wordsOf(run: string, from: number, isFree: (from: number, to: number) => boolean): Iterable<string> {
  let alone = '';
  for (const { segment, index } of segments(run)) {
    const counts = !isEmptyWord(segment) && isFree(from + index, from + index + segment.length);
    if (counts && segment.length > 1) yield segment;
    const isSingle = counts && segment.length === 1;
    if (isSingle && alone && !isEmptyWord(alone + segment)) yield alone + segment;
    alone = isSingle ? segment : '';
  }
}
