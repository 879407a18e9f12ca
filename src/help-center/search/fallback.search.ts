import { setTimeout as rest } from 'node:timers/promises';
import type { Logger } from '../../platform/logger/index.js';
import type { ArticleDocument, ArticleSearch, Hit, SearchOptions } from './article-search.js';
import type { BuiltInSearch } from './built-in.search.js';
import type { MeilisearchSearch } from './meilisearch.search.js';

const PROBE_MILLISECONDS = 2_000;
const PARTING_MILLISECONDS = 1_000;

/**
 * Asks the engine, and the index in this process whenever the engine does not answer. An engine that failed once is
 * left alone until a probe finds it healthy and it has been given every article again: it may have missed changes.
 */
export class FallbackSearch implements ArticleSearch {
  private serving = false;
  /** Said once an outage, not at every probe. */
  private told = false;
  private probing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** A stop may come while the first look is still under way. */
  private stopped = false;

  constructor(
    private readonly builtIn: BuiltInSearch,
    private readonly engine: MeilisearchSearch,
    private readonly logger: Pick<Logger, 'warn' | 'info'>,
    private readonly probeMilliseconds = PROBE_MILLISECONDS,
  ) {}

  /** Whether the engine answers, rather than the index in this process. */
  get isServing(): boolean {
    return this.serving;
  }

  async search(query: string, options: SearchOptions): Promise<Hit[]> {
    if (this.serving) {
      try {
        return await this.engine.search(query, options);
      } catch (error) {
        this.giveUp(error);
      }
    }
    return this.builtIn.search(query, options);
  }

  async index(documents: readonly ArticleDocument[]): Promise<void> {
    await this.builtIn.index(documents);
    await this.tellEngine(() => this.engine.index(documents));
  }

  async remove(articleIds: readonly string[]): Promise<void> {
    await this.builtIn.remove(articleIds);
    await this.tellEngine(() => this.engine.remove(articleIds));
  }

  /** Looks after the engine from now on; the first look is done when this resolves. */
  async start(): Promise<void> {
    await this.probe();
    if (this.stopped) return;
    this.timer = setInterval(() => void this.probe(), this.probeMilliseconds).unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    // An engine that takes its time over the articles holds up nobody who wants to leave.
    await Promise.race([this.probing, rest(PARTING_MILLISECONDS, undefined, { ref: false })]);
  }

  /** Brings the engine back if it can be. Never throws: the next probe tries again. */
  private async probe(): Promise<void> {
    if (this.serving) {
      await this.engine.ping().catch((error) => this.giveUp(error));
      return;
    }
    this.probing ??= this.bringBack().finally(() => {
      this.probing = undefined;
    });
    await this.probing;
  }

  private async bringBack(): Promise<void> {
    try {
      await this.engine.ping();
      const documents = this.builtIn.confidence.documents();
      await this.engine.replaceAll(documents);
      this.serving = true;
      this.told = false;
      this.logger.info({ articles: documents.length }, 'the search engine answers');
    } catch (error) {
      if (!this.told) this.logger.warn({ err: error }, 'the search engine is not ready; the built-in search answers');
      this.told = true;
    }
  }

  /** A change that reaches the engine while it is being brought back is sent once more, after that. */
  private async tellEngine(change: () => Promise<void>): Promise<void> {
    await this.probing;
    if (!this.serving) return;
    await change().catch((error) => this.giveUp(error));
  }

  private giveUp(error: unknown): void {
    if (!this.serving) return;
    this.serving = false;
    this.told = true;
    this.logger.warn({ err: error }, 'the search engine is away; the built-in search answers');
  }
}
