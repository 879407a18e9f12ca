import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { Logger } from '../../platform/logger/index.js';
import { pageKey } from '../learning/page-key.js';

/** Of all hosts together. A host whose addresses are all different must not fill the tables. */
export const MOST_PAGES = 1_000;
const FRESH_MILLISECONDS = 600_000;

/** The pages of host sites that reads are counted for. */
@Injectable()
export class HostPages {
  private known = new Set<string>();
  private looking: Promise<void> | undefined;
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  /** The page in the form that is counted; absent for what is none, and for a new one when there are too many. */
  async of(given: string | undefined): Promise<string | undefined> {
    const page = pageKey(given);
    if (!page) return undefined;
    await this.look();
    if (!this.known.has(page) && this.known.size >= MOST_PAGES) return undefined;
    this.known.add(page);
    return page;
  }

  /** Other processes count pages too. */
  private look(): Promise<void> {
    if (performance.now() - this.lookedAt < FRESH_MILLISECONDS) return this.looking ?? Promise.resolve();
    this.lookedAt = performance.now();
    this.looking = this.read().catch((error) =>
      this.logger.warn({ err: error }, 'the pages of the hosts could not be read'),
    );
    return this.looking;
  }

  private async read(): Promise<void> {
    const rows = await this.database.query<{ page: string }>(
      `SELECT page FROM article_days WHERE page <> '' AND day > desk_now()::date - 28 GROUP BY page
        ORDER BY sum(reads) DESC LIMIT $1`,
      [MOST_PAGES],
    );
    this.known = new Set(rows.map(({ page }) => page));
  }
}
