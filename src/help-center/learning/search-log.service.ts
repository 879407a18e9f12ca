import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Locale, ReadingPlace } from '../../contract/index.js';
import { Clock, newId } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { Logger } from '../../platform/logger/index.js';
import { fold } from '../../platform/search/index.js';
import { continues } from './continues.js';
import { maskQuery } from './mask-query.js';
import { CLICK, INSERT_SEARCHES } from './search-log.sql.js';
import { giveUp, makeRoom, WriteBehind, writeAll } from './write-behind.js';

/** Who has not gone on typing by then has asked. */
const BURST_MILLISECONDS = 5_000;
/** A click may reach another process than the search, before that one has written it. */
const CLICK_PATIENCE_MILLISECONDS = 15_000;
const WHAT = 'search';
/** Of one address in an hour, which a whole office may share. What goes beyond that is answered, and not noted. */
const MOST_OF_AN_ADDRESS = 600;
const HOUR_MILLISECONDS = 3_600_000;
/** Beyond this many addresses the hour begins anew. */
const MOST_ADDRESSES = 50_000;

export interface NotedSearch {
  place: ReadingPlace;
  /** Of the reader, not of the words. */
  locale: Locale;
  /** As it was typed. */
  query: string;
  /** How many articles were shown. */
  results: number;
  /** Its browser, or anything else that tells those apart who type at the same time. */
  visitor: string;
  /** From where, not to be read back: see `askerOf`. */
  address?: string | undefined;
}

interface Search {
  id: string;
  at: Date;
  place: ReadingPlace;
  locale: Locale;
  query: string;
  folded: string;
  results: number;
  /** Nothing that comes continues it. */
  ended: boolean;
  typist: string;
  click?: { articleId: string; at: Date };
}

interface Click {
  searchId: string;
  articleId: string;
  at: Date;
}

/**
 * What people search for, so that one sees what the help centre does not say. Kept in memory for the seconds in which
 * somebody types, then written together with others; see {@link WriteBehind}.
 */
@Injectable()
export class SearchLog implements BeforeApplicationShutdown {
  /** By id, the oldest first. */
  private readonly searches = new Map<string, Search>();
  /** The id of the search that somebody may be typing still. */
  private readonly typing = new Map<string, string>();
  /** By search. */
  private readonly clicks = new Map<string, Click>();
  /** Searches of this hour. */
  private readonly byAddress = new Map<string, number>();
  private hour = 0;
  private readonly behind: WriteBehind;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.behind = new WriteBehind((last) => this.write(last), logger);
  }

  /**
   * Takes no time and never throws. Searches of one visitor that follow each other within seconds and continue each other
   * are one: the last.
   * @returns the search's id, by which a click is told; the same while one goes on typing
   */
  note({ place, locale, query, results, visitor, address }: NotedSearch): string {
    const masked = maskQuery(query);
    const folded = fold(masked);
    if (!folded) return newId();
    const at = this.clock.now();
    const typist = `${place} ${locale} ${visitor}`;
    const earlier = this.searches.get(this.typing.get(typist) ?? '');
    if (earlier && this.isOpen(earlier, at)) {
      if (continues(earlier.folded, folded)) {
        Object.assign(earlier, { at, query: masked, folded, results });
        return earlier.id;
      }
      earlier.ended = true;
    }
    const id = newId();
    if (address !== undefined && this.isFlood(address, at)) return id;
    makeRoom(this.searches, WHAT);
    this.searches.set(id, { id, at, place, locale, query: masked, folded, results, ended: false, typist });
    this.typing.set(typist, id);
    this.behind.touched();
    return id;
  }

  private isFlood(address: string, at: Date): boolean {
    const hour = Math.floor(at.getTime() / HOUR_MILLISECONDS);
    if (hour !== this.hour || this.byAddress.size > MOST_ADDRESSES) this.byAddress.clear();
    this.hour = hour;
    const searches = (this.byAddress.get(address) ?? 0) + 1;
    this.byAddress.set(address, searches);
    if (searches <= MOST_OF_AN_ADDRESS) return false;
    giveUp(WHAT);
    return true;
  }

  /** Somebody opened an article from these results. What is no search, or one of before yesterday, is nothing. */
  clicked(searchId: string, articleId: string): void {
    if (!isId(searchId) || !isId(articleId)) return;
    const at = this.clock.now();
    const search = this.searches.get(searchId);
    if (search) {
      search.ended = true;
      search.click ??= { articleId, at };
    } else if (!this.clicks.has(searchId)) {
      makeRoom(this.clicks, 'click');
      this.clicks.set(searchId, { searchId, articleId, at });
    }
    this.behind.touched();
  }

  /** Resolves when what is no longer being typed has been written, or has failed. */
  flush(): Promise<void> {
    return this.behind.flush();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.behind.flush(true);
  }

  private isOpen({ ended, at }: Search, now: Date): boolean {
    return !ended && now.getTime() - at.getTime() <= BURST_MILLISECONDS;
  }

  private async write(last: boolean): Promise<boolean> {
    const now = this.clock.now();
    const ready = [...this.searches.values()].filter((search) => last || !this.isOpen(search, now));
    for (const search of ready) search.ended = true;
    this.forgetTypists();
    await writeAll(
      this.searches,
      ready.map(({ id }) => id),
      WHAT,
      (searches) => this.insert(searches),
    );
    await writeAll(this.clicks, [...this.clicks.keys()], 'click', (clicks) => this.noteClicks(clicks, now));
    return this.searches.size > 0 || this.clicks.size > 0;
  }

  private forgetTypists(): void {
    for (const [typist, id] of this.typing) if (this.searches.get(id)?.ended !== false) this.typing.delete(typist);
  }

  private async insert(searches: Search[]): Promise<void> {
    await this.database.queryBehind(INSERT_SEARCHES, [
      searches.map(({ id }) => id),
      searches.map(({ at }) => at.toISOString()),
      searches.map(({ locale }) => locale),
      searches.map(({ place }) => place),
      searches.map(({ query }) => query),
      searches.map(({ folded }) => folded),
      searches.map(({ results }) => results),
      searches.map(({ click }) => click?.articleId ?? null),
      searches.map(({ click }) => click?.at.toISOString() ?? null),
    ]);
  }

  private async noteClicks(clicks: Click[], now: Date): Promise<void> {
    const found = await this.database.queryBehind<{ id: string }>(CLICK, [
      clicks.map(({ searchId }) => searchId),
      clicks.map(({ articleId }) => articleId),
      clicks.map(({ at }) => at.toISOString()),
    ]);
    const known = new Set(found.map(({ id }) => id));
    for (const click of clicks) {
      const waits = now.getTime() - click.at.getTime() < CLICK_PATIENCE_MILLISECONDS;
      if (!known.has(click.searchId) && waits) this.clicks.set(click.searchId, click);
    }
  }
}

const isId = (value: string): boolean => z.uuid().safeParse(value).success;
