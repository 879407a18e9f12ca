import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Health } from '../platform/health/index.js';
import { Logger } from '../platform/logger/index.js';
import { createMeilisearch } from '../platform/search/index.js';
import { Articles } from './articles.service.js';
import type { ArticleSearch, Hit, SearchOptions } from './search/article-search.js';
import { BuiltInSearch } from './search/built-in.search.js';
import { FallbackSearch } from './search/fallback.search.js';
import { MeilisearchSearch } from './search/meilisearch.search.js';

const INDEX_NAME = 'porchlight_articles';
/** How old this process's copy may get: other processes publish too, and only one of them is handed the event. */
const FRESH_MILLISECONDS = 5_000;

/** By article: when readers saw it change last. */
type Stamps = Map<string, string>;

/** The search of this process, kept like the database: filled when the server starts, by events, and by a look now and then. */
@Injectable()
export class ArticleIndex implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly builtIn = new BuiltInSearch();
  private readonly fallback: FallbackSearch | undefined;
  private readonly engine: ArticleSearch;
  /** When each article changed last, as far as this process knows; and what of that it knows the engine to have. */
  private readonly stamps: Stamps = new Map();
  private readonly told: Stamps = new Map();
  private lookedAt = 0;
  private changes = 0;

  constructor(
    private readonly articles: Articles,
    private readonly logger: Logger,
    health: Health,
    @Inject(CONFIG) config: Config,
  ) {
    if (config.search) {
      const meilisearch = new MeilisearchSearch(createMeilisearch(config.search), INDEX_NAME, this.builtIn.confidence);
      this.fallback = new FallbackSearch(this.builtIn, meilisearch, logger);
      health.register('search', { required: false, check: async () => this.requireEngine() });
    }
    this.engine = this.fallback ?? this.builtIn;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.refresh();
    for (const [articleId, stamp] of this.stamps) this.told.set(articleId, stamp);
    // Filling the engine takes a while, and nobody has to wait for it.
    this.fallback
      ?.start()
      .catch((error) => this.logger.error({ err: error }, 'the search engine could not be started'));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.fallback?.stop();
  }

  /** Changes when an article has, as far as this process knows. */
  get revision(): number {
    return this.changes;
  }

  search(query: string, options: SearchOptions): Promise<Hit[]> {
    this.look();
    return this.engine.search(query, options);
  }

  /** Takes over what readers see of these articles now, in this process and in the engine that all processes share. */
  async update(articleIds: string[]): Promise<void> {
    await this.takeOver(articleIds, this.engine, [this.stamps, this.told]);
  }

  /** The same with all that has changed since the engine was told last. */
  async tellEngine(): Promise<void> {
    await this.update(await this.changedSince(this.told));
  }

  private look(): void {
    if (performance.now() - this.lookedAt < FRESH_MILLISECONDS) return;
    this.refresh().catch((error) => this.logger.warn({ err: error }, 'the articles could not be looked at'));
  }

  /** What others published reaches the shared engine by them; here only the copy of this process lags behind. */
  private async refresh(): Promise<void> {
    this.lookedAt = performance.now();
    await this.takeOver(await this.changedSince(this.stamps), this.builtIn, [this.stamps]);
  }

  /** Articles that are not as they were then, or not there any more. */
  private async changedSince(then: Stamps): Promise<string[]> {
    const now = await this.articles.stamps();
    const changed = [...now].filter(([articleId, stamp]) => then.get(articleId) !== stamp);
    const gone = [...then.keys()].filter((articleId) => !now.has(articleId));
    return [...changed.map(([articleId]) => articleId), ...gone];
  }

  private async takeOver(articleIds: string[], target: ArticleSearch, known: readonly Stamps[]): Promise<void> {
    if (articleIds.length === 0) return;
    const documents = await this.articles.documents(articleIds);
    const kept = new Map(documents.map(({ document, stamp }) => [document.articleId, stamp]));
    await target.remove(articleIds.filter((articleId) => !kept.has(articleId)));
    await target.index(documents.map(({ document }) => document));
    for (const stamps of known) {
      for (const articleId of articleIds) {
        const stamp = kept.get(articleId);
        if (stamp === undefined) stamps.delete(articleId);
        else stamps.set(articleId, stamp);
      }
    }
    this.changes += 1;
  }

  private requireEngine(): void {
    if (!this.fallback?.isServing) throw new Error('the built-in search stands in');
  }
}
