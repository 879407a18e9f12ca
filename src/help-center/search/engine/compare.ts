import type { ArticleVisibility } from '../../../contract/index.js';
import { documentKey } from '../article-search.js';
import type { Standing } from '../published.js';
import type { EngineIndexes } from './engine-indexes.js';
import { stampOf, VISIBILITIES } from './shape.js';

/** How one index differs from the database; ids of rows, `<article>_<language>`. */
export interface IndexDifferences {
  visibility: ArticleVisibility;
  index: string;
  /** Rows it should hold. */
  expected: number;
  /** False: there is no such index. */
  exists: boolean;
  missing: string[];
  /** Of other words, or of another version of the program. */
  stale: string[];
  /** What its readers must not find. */
  foreign: string[];
}

/** @param published what readers find, by its id @throws when the engine does not answer */
export async function compare(
  indexes: EngineIndexes,
  published: ReadonlyMap<string, Standing>,
): Promise<IndexDifferences[]> {
  return await Promise.all(
    VISIBILITIES.map(async (visibility): Promise<IndexDifferences> => {
      const holdings = await indexes.holdings(visibility);
      const foreign = new Set(holdings?.keys());
      const missing: string[] = [];
      const stale: string[] = [];
      let expected = 0;
      for (const one of published.values()) {
        if (one.visibility !== visibility) continue;
        for (const locale of one.locales) {
          const key = documentKey(one.articleId, locale);
          const stamp = holdings?.get(key);
          expected += 1;
          foreign.delete(key);
          if (stamp === undefined) missing.push(key);
          else if (stamp !== stampOf(one.stamp)) stale.push(key);
        }
      }
      const index = indexes.name(visibility);
      return { visibility, index, expected, exists: holdings !== undefined, missing, stale, foreign: [...foreign] };
    }),
  );
}

export const differences = ({ missing, stale, foreign }: IndexDifferences): string[] => [
  ...missing,
  ...stale,
  ...foreign,
];

/** The articles of rows. */
export const articlesOf = (keys: readonly string[]): string[] => [
  ...new Set(keys.map((key) => key.slice(0, key.lastIndexOf('_')))),
];
