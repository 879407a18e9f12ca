import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Locale, ReadingPlace } from '../../contract/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { Logger } from '../../platform/logger/index.js';
import { pageKey } from './page-key.js';
import { SearchLog } from './search-log.service.js';
import { COUNT_READS, REMEMBER_VISITS } from './search-log.sql.js';
import { makeRoom, WriteBehind, writeAll } from './write-behind.js';

export interface NotedRead {
  place: ReadingPlace;
  /** In which it was read. */
  locale: Locale;
  articleId: string;
  /** The path of the host's page on which the widget stands. */
  page?: string | undefined;
  /** Who read it, when somebody is known: whether they had to ask a person anyway. */
  customerId?: string | undefined;
  /** The search that led here. */
  searchId?: string | undefined;
}

type Count = { day: string; articleId: string; locale: Locale; place: ReadingPlace; page: string; reads: number };
type Visit = { customerId: string; articleId: string; locale: Locale; place: ReadingPlace; at: string };

/** How often articles are read. Written together with others, see {@link WriteBehind}. */
@Injectable()
export class Reads implements BeforeApplicationShutdown {
  private readonly counts = new Map<string, Count>();
  private readonly visits = new Map<string, Visit>();
  private readonly behind: WriteBehind;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly searches: SearchLog,
    logger: Logger,
  ) {
    this.behind = new WriteBehind(() => this.write(), logger);
  }

  /** Takes no time and never throws. What does not exist, or is no id, counts for nothing. */
  note({ place, locale, articleId, page: address, customerId, searchId }: NotedRead): void {
    if (!isId(articleId)) return;
    if (searchId) this.searches.clicked(searchId, articleId);
    const at = this.clock.now().toISOString();
    const day = at.slice(0, 10);
    const page = pageKey(address);
    const key = [day, articleId, locale, place, page].join(' ');
    const count = this.counts.get(key);
    if (count) count.reads += 1;
    else {
      makeRoom(this.counts, 'read');
      this.counts.set(key, { day, articleId, locale, place, page, reads: 1 });
    }
    if (customerId && isId(customerId)) {
      makeRoom(this.visits, 'visit');
      this.visits.set(`${customerId} ${articleId}`, { customerId, articleId, locale, place, at });
    }
    this.behind.touched();
  }

  /** Resolves when all that was noted has been written, or has failed. */
  flush(): Promise<void> {
    return this.behind.flush();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.behind.flush(true);
  }

  private async write(): Promise<boolean> {
    const { counts, visits } = this;
    await writeAll(
      counts,
      [...counts.keys()],
      'read',
      (rows) => this.count(rows),
      (older, newer) => ({ ...newer, reads: older.reads + newer.reads }),
    );
    await writeAll(visits, [...visits.keys()], 'visit', (rows) => this.remember(rows));
    return counts.size + visits.size > 0;
  }

  private async count(rows: Count[]): Promise<void> {
    await this.database.queryBehind(COUNT_READS, [
      rows.map(({ day }) => day),
      rows.map(({ articleId }) => articleId),
      rows.map(({ locale }) => locale),
      rows.map(({ place }) => place),
      rows.map(({ page }) => page),
      rows.map(({ reads }) => reads),
    ]);
  }

  private async remember(rows: Visit[]): Promise<void> {
    await this.database.queryBehind(REMEMBER_VISITS, [
      rows.map(({ customerId }) => customerId),
      rows.map(({ articleId }) => articleId),
      rows.map(({ locale }) => locale),
      rows.map(({ place }) => place),
      rows.map(({ at }) => at),
    ]);
  }
}

const isId = (value: string): boolean => z.uuid().safeParse(value).success;
