import { analyse } from './analyse.js';
import type { Hit, SearchOptions } from './article-search.js';
import type { Confidence } from './confidence.js';

/** How many candidates an engine hands over for `limit` hits: enough that the best is among them. */
export const candidatesFor = (limit: number): number => Math.max(20, limit * 2);

/** Beside a hit that fits, those that fit this much worse are noise. */
const WORTH_SHOWING = 0.45;

/**
 * Turns an engine's candidates (article ids, best first, repeats allowed) into hits: one per article, in the reader's
 * language, the surest first; equally sure ones stay in the engine's order.
 */
export function rank(
  question: string,
  candidates: readonly string[],
  options: SearchOptions,
  confidence: Confidence,
): Hit[] {
  const units = analyse(question);
  const hits = [...new Set(candidates)]
    .flatMap((articleId) => {
      const document = confidence.document(articleId, options.locale);
      if (!document) return [];
      const { locale, slug, title, excerpt } = document;
      return [{ articleId, locale, slug, title, excerpt, score: confidence.score(units, articleId) }];
    })
    .sort((a, b) => b.score - a.score);
  const floor = (hits[0]?.score ?? 0) * WORTH_SHOWING;
  return hits.filter((hit) => hit.score >= floor).slice(0, options.limit);
}
