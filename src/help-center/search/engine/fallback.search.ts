import type { Logger } from '../../../platform/logger/index.js';
import type { ArticleSearch, Found, SearchOptions } from '../article-search.js';
import type { BuiltInSearch } from '../built-in.search.js';
import type { EngineIndexes } from './engine-indexes.js';
import type { MeilisearchSearch } from './meilisearch.search.js';

const PROBE_MILLISECONDS = 2_000;
/** Less than this share of what it should hold is an engine that was wiped, or is being filled. */
const NOT_FILLED = 'the search engine does not hold the articles';
/** An engine that has just been started is filled first, and is slow while it is: nothing that anybody must know of. */
const FILLING_MILLISECONDS = 60_000;
const PLAUSIBLE_SHARE = 0.9;
/** While it only lags behind, it is looked into no more often than this. */
const DOUBT_MILLISECONDS = 30_000;

export interface Engine {
  search: MeilisearchSearch;
  indexes: EngineIndexes;
}

/**
 * Asks the engine, and the library of this process whenever the engine does not answer. An engine that failed once is left
 * alone until a probe finds that it answers in time and holds about what it should. What it has missed is not for this
 * to mend: `doubt` asks for that.
 */
export class FallbackSearch implements ArticleSearch {
  private serving = false;
  /** It has served: that it does not is news. */
  private served = false;
  private readonly begunAt = performance.now();
  /** Said once an outage, not at every probe. */
  private told = false;
  private probing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private doubtedAt = Number.NEGATIVE_INFINITY;
  /** A stop may come while the first look is still under way. */
  private stopped = false;

  constructor(
    private readonly builtIn: BuiltInSearch,
    private readonly engine: Engine,
    private readonly logger: Pick<Logger, 'warn' | 'info'>,
    private readonly doubt: () => Promise<unknown>,
    private readonly probeMilliseconds = PROBE_MILLISECONDS,
  ) {}

  /** Whether the engine answers, rather than the library of this process. */
  get isServing(): boolean {
    return this.serving;
  }

  async search(query: string, options: SearchOptions): Promise<Found> {
    if (this.serving) {
      try {
        return await this.engine.search.search(query, options);
      } catch (error) {
        this.giveUp(error);
      }
    }
    return this.builtIn.search(query, options);
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
    await this.probing;
    await this.engine.search.close();
  }

  /** Never throws, never twice at once: the next probe tries again. */
  private probe(): Promise<void> {
    this.probing ??= this.lookAtEngine().finally(() => {
      this.probing = undefined;
    });
    return this.probing;
  }

  private async lookAtEngine(): Promise<void> {
    try {
      const counts = await this.engine.indexes.counts();
      const expected = this.builtIn.library.counts();
      if (![...expected].every(([visibility, texts]) => isPlausible(counts.get(visibility), texts))) {
        await this.raiseDoubt(0);
        throw new Error(NOT_FILLED);
      }
      await this.engine.search.ping();
      if (!this.serving) {
        this.serving = true;
        // An empty desk says nothing of how it will be filled.
        this.served ||= this.builtIn.library.size > 0;
        this.told = false;
        this.logger.info({ texts: this.builtIn.library.size }, 'the search engine answers');
        // What changed while it was away.
        await this.raiseDoubt(0);
      } else if ([...expected].some(([visibility, texts]) => counts.get(visibility) !== texts)) {
        await this.raiseDoubt(DOUBT_MILLISECONDS);
      }
    } catch (error) {
      this.giveUp(error);
    }
  }

  private async raiseDoubt(rest: number): Promise<void> {
    if (this.stopped || performance.now() - this.doubtedAt < rest) return;
    this.doubtedAt = performance.now();
    await this.doubt();
  }

  /** Not for long; and one that cannot be reached at all is not being filled. */
  private isBeingFilled(error: unknown): boolean {
    if (this.served || performance.now() - this.begunAt > FILLING_MILLISECONDS) return false;
    return (
      error instanceof Error &&
      (error.message === NOT_FILLED || /time(d )?-?out/i.test(`${error.name} ${error.message}`))
    );
  }

  private giveUp(error: unknown): void {
    this.serving = false;
    if (this.told || this.stopped || this.isBeingFilled(error)) return;
    this.told = true;
    const reason = error instanceof Error ? error.message : String(error);
    this.logger.warn({ reason }, 'the search engine does not serve; the built-in search answers');
  }
}

const isPlausible = (held: number | undefined, expected: number): boolean =>
  held !== undefined && held >= expected * PLAUSIBLE_SHARE;
