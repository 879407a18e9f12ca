import type { Database } from '../../../platform/db/index.js';
import type { Logger } from '../../../platform/logger/index.js';
import { createMeilisearch } from '../../../platform/search/index.js';
import { type Source, standing } from '../published.js';
import { compare, type IndexDifferences } from './compare.js';
import { EngineIndexes } from './engine-indexes.js';
import { Keeper } from './keeper.js';
import { exclusively } from './turns.js';

type Server = { url: string; key?: string | undefined };

/** Behind the scenes the engine may take its time. */
const PATIENCE_MILLISECONDS = 30_000;

const indexesOf = (server: Server) => new EngineIndexes(createMeilisearch(server, PATIENCE_MILLISECONDS));

/** How the indexes of a Meilisearch differ from the database, for tools. @throws when either does not answer */
export async function compareSearchIndexes(server: Server, source: Source): Promise<IndexDifferences[]> {
  return await compare(indexesOf(server), await standing(source));
}

/** What looks after the indexes, alone among all processes: its verbs answer undefined while another is at it. */
export interface SearchKeeper {
  /** With as little as it takes. @returns rows that differed */
  mend(): Promise<number | undefined>;
  /** Fills new indexes and lets them answer when they are whole. @returns rows */
  rebuild(): Promise<number | undefined>;
  /** Takes over what readers see of these articles now, as soon as nobody else is at it. */
  put(articleIds: readonly string[]): Promise<void>;
}

export function openSearchKeeper(
  server: Server,
  database: Pick<Database, 'query' | 'transactionBehind'>,
  logger: Pick<Logger, 'info'>,
): SearchKeeper {
  const keeper = new Keeper(database, indexesOf(server), logger);
  return {
    mend: () => exclusively(database, 'skip', () => keeper.mend()),
    rebuild: () => exclusively(database, 'skip', () => keeper.fillAnew()),
    put: async (articleIds) => {
      await exclusively(database, 'wait', () => keeper.put(articleIds));
    },
  };
}
