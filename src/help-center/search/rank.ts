import { ARTICLE_CATEGORIES, type ArticleVisibility, LOCALES, type SearchFacets } from '../../contract/index.js';
import { visibleTo } from '../articles/audience.js';
import type { ArticleDocument, Found, SearchOptions } from './article-search.js';
import type { Library } from './library.js';
import type { Question } from './question.js';

/** Beside a hit that fits, those that fit this much worse are noise. */
const WORTH_SHOWING = 0.45;

interface Fitting {
  number: number;
  score: number;
  /** What decides last, the same at every search. */
  order: number;
}

/**
 * All that this process knows to fit as hits: one per article, in the reader's language, the surest first; equally sure ones
 * in the order in which an engine proposes them (article ids, best first, repeats allowed). When it knows nothing, what the
 * engine proposes.
 */
export function rank(question: Question, proposed: readonly string[], options: SearchOptions, library: Library): Found {
  const { scores } = library;
  scores.reckon(question);
  const visible = visibleTo(options.audience);
  const places = placesOf(proposed, library);
  const fitting = numbersThatFit(library, visible) ?? [...places.keys()];
  const facets = emptyFacets();
  const best: Fitting[] = [];
  for (const number of fitting) {
    const card = library.card(number);
    if (!card || !visible.includes(card.visibility)) continue;
    const isIn = options.category === undefined || card.category === options.category;
    const isReadable = options.only === undefined || card.locales.includes(options.only);
    if (isReadable) facets.category[card.category] += 1;
    if (isIn) for (const locale of card.locales) facets.locale[locale] += 1;
    if (!isIn || !isReadable) continue;
    const order = places.get(number) ?? places.size + number;
    keep(best, { number, score: scores.of(number), order }, options.limit, library);
  }
  const hits = best.flatMap(({ number, score }) => {
    const readable = library.languages(number).filter(({ visibility }) => visible.includes(visibility));
    const document = inLanguage(readable, options);
    return document ? [{ ...document, score }] : [];
  });
  const units = question.wanted.flatMap((one) => one.units);
  return { question: { text: question.text, units }, hits, facets };
}

/** Which articles are proposed, and at which place, from 0. */
function placesOf(articleIds: readonly string[], library: Library): Map<number, number> {
  const numbers = new Set(articleIds.flatMap((articleId) => library.numberOf(articleId) ?? []));
  return new Map([...numbers].map((number, place) => [number, place]));
}

/** The numbers of all articles that are nearly as sure as the surest that these readers may see; undefined when none has a score. */
function numbersThatFit(library: Library, visible: readonly ArticleVisibility[]): number[] | undefined {
  const { scores } = library;
  let surest = 0;
  for (const number of scores.reached) {
    if (scores.of(number) <= surest) continue;
    const card = library.card(number);
    if (card && visible.includes(card.visibility)) surest = scores.of(number);
  }
  if (surest === 0) return undefined;
  return scores.reached.filter((number) => scores.of(number) >= surest * WORTH_SHOWING);
}

/** Keeps the best `limit` in order. */
function keep(best: Fitting[], one: Fitting, limit: number, library: Library): void {
  const comesBefore = (other: Fitting): boolean => {
    if (one.score !== other.score) return one.score > other.score;
    const closer = library.scores.closenessOf(one.number) - library.scores.closenessOf(other.number);
    return closer === 0 ? one.order < other.order : closer > 0;
  };
  const worst = best[limit - 1];
  if (worst && !comesBefore(worst)) return;
  let at = best.length;
  for (let before = best[at - 1]; before && comesBefore(before); before = best[at - 1]) at -= 1;
  best.splice(at, 0, one);
  best.length = Math.min(best.length, limit);
}

function inLanguage(
  languages: readonly ArticleDocument[],
  { only, locale }: SearchOptions,
): ArticleDocument | undefined {
  return languages.find((text) => text.locale === (only ?? locale)) ?? languages[0];
}

const emptyFacets = (): SearchFacets => ({
  category: Object.fromEntries(ARTICLE_CATEGORIES.map((key) => [key, 0])) as SearchFacets['category'],
  locale: Object.fromEntries(LOCALES.map((key) => [key, 0])) as SearchFacets['locale'],
});
