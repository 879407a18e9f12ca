import { setTimeout as rest } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../../platform/db/index.js';
import { Health } from '../../platform/health/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Logger } from '../../platform/logger/index.js';
import { createMeilisearch } from '../../platform/search/index.js';
import type { Found, SearchOptions } from './article-search.js';
import { BuiltInSearch } from './built-in.search.js';
import { EngineIndexes } from './engine/engine-indexes.js';
import { FallbackSearch } from './engine/fallback.search.js';
import { MeilisearchSearch } from './engine/meilisearch.search.js';
import { openSearchKeeper, type SearchKeeper } from './engine/open-keeper.js';
import { AT_ONCE, batchesOf, documentsOf, type Standing, standing } from './published.js';
import { CheckEngine } from './search.jobs.js';

/** How old this process's library may get: other processes publish too, and only one of them is handed the event. */
const FRESH_MILLISECONDS = 5_000;
/** Older than this it may show what was withdrawn long ago: whoever asks then waits for a look, but not for long. */
const STALE_MILLISECONDS = 15_000;
const LOOK_PATIENCE_MILLISECONDS = 500;
/** Before all has been read once, that nothing was found says nothing; who asks then waits longer. */
const FILLING_PATIENCE_MILLISECONDS = 5_000;
/** A large help centre takes longer to be read, and the rest of the desk does not wait for it. */
const START_MILLISECONDS = 2_000;

type Standings = ReadonlyMap<string, Standing>;

/** The search of this process: its library, kept like the database, and the engine that all processes share. */
@Injectable()
export class ArticleIndex implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly builtIn = new BuiltInSearch();
  private readonly fallback: FallbackSearch | undefined;
  private readonly keeper: SearchKeeper | undefined;
  /** What the library has; and what this process knows the engine to have been told. */
  private known = new Map<string, Standing>();
  private told = new Map<string, Standing>();
  private refreshing: Promise<void> | undefined;
  private lookedAt = 0;
  /** When the look began of which the library has all. */
  private knownAt = 0;
  private changes = 0;
  private filled = false;

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
    jobs: Jobs,
    health: Health,
    @Inject(CONFIG) config: Config,
  ) {
    if (config.search) {
      this.keeper = openSearchKeeper(config.search, database, logger);
      const engine = {
        search: new MeilisearchSearch(config.search, this.builtIn.library),
        indexes: new EngineIndexes(createMeilisearch(config.search)),
      };
      const doubt = () => jobs.add(CheckEngine, {}, { deduplicate: 'all' });
      this.fallback = new FallbackSearch(this.builtIn, engine, logger, doubt);
    }
    health.register('search', { required: false, check: async () => this.requireWhole() });
  }

  async onApplicationBootstrap(): Promise<void> {
    const filling = this.refresh();
    await Promise.race([filling, rest(START_MILLISECONDS, undefined, { ref: false })]);
    filling
      .then(() => {
        this.told = new Map(this.known);
      })
      .catch((error) => this.logger.error({ err: error }, 'the articles could not be read'));
    this.fallback
      ?.start()
      .catch((error) => this.logger.error({ err: error }, 'the search engine could not be looked after'));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.fallback?.stop();
  }

  /** Changes when an article has, as far as this process knows. */
  get revision(): number {
    return this.changes;
  }

  async search(query: string, options: SearchOptions): Promise<Found> {
    await this.look();
    return await (this.fallback ?? this.builtIn).search(query, options);
  }

  /** Takes over what readers see now into the library of this process. */
  async refresh(): Promise<void> {
    // One after another: of two the later one must have the last word.
    const before = this.refreshing;
    const refreshing = (async () => {
      await before?.catch(() => undefined);
      await this.takeOver();
    })();
    this.refreshing = refreshing;
    await refreshing.finally(() => {
      if (this.refreshing === refreshing) this.refreshing = undefined;
    });
  }

  /** The same here, and in the engine, with all that has changed since it was told last. */
  async tellEngine(): Promise<void> {
    await this.refresh();
    const { keeper } = this;
    if (!keeper) return;
    const now = new Map(this.known);
    const changed = changedBetween(this.told, now);
    if (changed.length === 0) return;
    try {
      await keeper.put(changed);
      this.told = now;
    } catch (error) {
      // Whoever finds the engine back, or wanting, has it checked against the database.
      this.logger.warn({ err: error, articles: changed.length }, 'the search engine could not be told what changed');
    }
  }

  /** Makes the engine hold what the database has. Does nothing while another process does it. */
  async mendEngine(): Promise<void> {
    try {
      await this.keeper?.mend();
    } catch (error) {
      this.logger.warn({ err: error }, 'the search engine could not be mended; the next check tries again');
    }
  }

  /** A process that nobody has asked for a while, and that is handed no event, knows nothing of what has changed since. */
  private async look(): Promise<void> {
    const now = performance.now();
    if (now - this.lookedAt >= FRESH_MILLISECONDS && !this.refreshing) {
      this.lookedAt = now;
      this.refresh().catch((error) => this.logger.warn({ err: error }, 'the articles could not be looked at'));
    }
    const patience = this.filled ? this.lookedAt + LOOK_PATIENCE_MILLISECONDS - now : FILLING_PATIENCE_MILLISECONDS;
    if ((this.filled && now - this.knownAt < STALE_MILLISECONDS) || patience <= 0) return;
    await Promise.race([this.refreshing?.catch(() => undefined), rest(patience, undefined, { ref: false })]);
  }

  private async takeOver(): Promise<void> {
    const begun = performance.now();
    this.lookedAt = begun;
    const now = await standing(this.database);
    const changed = changedBetween(this.known, now);
    for (const batch of batchesOf(changed, AT_ONCE)) {
      const texts = await documentsOf(this.database, batch);
      const ids = new Set(texts.map(({ document }) => document.articleId));
      // A language that it lost must go; its others come back at once, before anybody can ask.
      await this.builtIn.replace(
        batch,
        texts.map(({ document }) => document),
      );
      for (const articleId of batch) {
        const standing = now.get(articleId);
        if (standing && ids.has(articleId)) this.known.set(articleId, standing);
        else this.known.delete(articleId);
      }
      this.changes += 1;
    }
    this.knownAt = begun;
    this.filled = true;
  }

  private requireWhole(): void {
    if (!this.filled) throw new Error('the articles are still being read');
    if (this.fallback && !this.fallback.isServing) throw new Error('the built-in search stands in');
  }
}

/** Articles that are not as they were, or not there any more. */
function changedBetween(before: Standings, now: Standings): string[] {
  const same = (one: Standing | undefined, other: Standing) =>
    one?.stamp === other.stamp && one.visibility === other.visibility;
  const changed = [...now.values()].filter((one) => !same(before.get(one.articleId), one));
  const gone = [...before.keys()].filter((articleId) => !now.has(articleId));
  // What is to be seen no more goes first.
  return [...gone, ...changed.map(({ articleId }) => articleId)];
}
