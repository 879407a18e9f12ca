import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../db/index.js';
import { Logger } from '../logger/index.js';
import { Absorption } from './absorption.js';
import { ConsumerRegistry } from './consumer-registry.js';
import { Delivery } from './delivery.js';
import { Outbox } from './outbox.service.js';
import { runsOf, WAITING_EVENT, type WaitingEvent } from './runs.js';

const POLL_MILLISECONDS = 1_000;
/** What comes within this time is looked at together. The first after a pause is looked at at once. */
const LOOK_MILLISECONDS = 20;
/** It rests as long as it looked, but not longer than this. */
const LONGEST_REST_MILLISECONDS = 100;
const EVENTS_PER_LOOK = 200;
/** So many keys are known to be due, and it looks for no more. */
const DUE_KEYS = 400;
const EVENTS_PER_PAGE = 100;
const HANDS = 8;
/** Of these so many are kept free for each lane, so that neither waits for the other to come to an end. */
const HANDS_OF_A_LANE = 2;

const DUE = `
  SELECT key, count(*)::int AS events FROM (
    SELECT key, id FROM outbox WHERE (retry_at IS NULL OR retry_at <= desk_now()) AND key NOT IN (SELECT unnest($2::text[]))
    ORDER BY id LIMIT $1
  ) due GROUP BY key ORDER BY min(id)`;

/** With them the consumers that wait for a later try on this key, or were halted on it. */
const EVENTS = `
  SELECT ${WAITING_EVENT},
         ARRAY(SELECT consumer FROM outbox_blocks WHERE key = $1 AND retry_at > desk_now()) AS stuck
  FROM outbox WHERE key = $1 AND id > $2 ORDER BY id LIMIT $3`;

/** After so long without a free hand a key is looked at again: more may lie there by now that can be done for many at once. */
const STALE_MILLISECONDS = 300;

/** Keys for which somebody waits at this moment, and all others. */
type Lane = 'urgent' | 'others';
const LANES: readonly Lane[] = ['urgent', 'others'];

interface DueKey {
  key: string;
  /** When it was looked at, in milliseconds of `performance.now()`. */
  since: number;
}

/**
 * Carries facts from the outbox to those who follow them. It looks at the rows that are there, never at
 * "ids greater than the last": a transaction that commits late cannot be skipped.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private again = false;
  private stopped = true;
  private looksAgainAt = Number.NEGATIVE_INFINITY;
  /** Keys that were due when it last looked, and are not taken on yet; in each lane the oldest first. */
  private readonly due: Record<Lane, DueKey[]> = { urgent: [], others: [] };
  /** Keys under way in this process, with their work. */
  private readonly underWay = new Map<string, { lane: Lane; work: Promise<void> }>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly registry: ConsumerRegistry,
    private readonly delivery: Delivery,
    private readonly absorption: Absorption,
    private readonly outbox: Outbox,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    // Tests carry events by `runOnce`, when they want them carried.
    if (this.config.role === 'web' || this.config.environment === 'test') return;
    this.start();
  }

  start(): void {
    this.stopped = false;
    this.outbox.onHint(() => this.wake());
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
    await Promise.all([...this.underWay.values()].map(({ work }) => work));
  }

  private wake(): void {
    if (this.stopped) return;
    if (this.looking !== undefined) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    const early = this.looksAgainAt - performance.now();
    if (early > 0) {
      this.timer = setTimeout(() => this.wake(), early);
      return;
    }
    this.looking = this.look()
      .catch((error) => this.logger.error({ err: error }, 'the outbox could not be read; trying again'))
      .finally(() => {
        this.looking = undefined;
        if (!this.stopped) this.timer = setTimeout(() => this.wake(), this.again ? 0 : POLL_MILLISECONDS);
        this.again = false;
      });
  }

  /** What can be done for many keys at once is done; the rest waits for a free hand. */
  private async look(): Promise<void> {
    const began = performance.now();
    const stale = new Set(this.takeStale(began - STALE_MILLISECONDS));
    const known = [...this.underWay.keys(), ...stale, ...LANES.flatMap((lane) => this.due[lane].map(({ key }) => key))];
    const { keys, isFull } = known.length < DUE_KEYS ? await this.dueKeys(known) : { keys: [], isFull: false };
    const { left, absorbed } = await this.absorption.absorb([...stale, ...keys]);
    const now = performance.now();
    // The busier the desk, the more each look sees to, and those who write come first; but not before a long backlog.
    const rest = isFull ? 0 : Math.min(now - began, LONGEST_REST_MILLISECONDS);
    this.looksAgainAt = Math.max(began + LOOK_MILLISECONDS, now + rest);
    for (const lane of LANES) {
      const due = left.filter(({ urgent }) => urgent === (lane === 'urgent')).map(({ key }) => ({ key, since: now }));
      const again = due.filter(({ key }) => stale.has(key));
      this.due[lane] = [...again, ...this.due[lane], ...due.filter(({ key }) => !stale.has(key))];
    }
    // Nobody hints at what lay behind them.
    if (absorbed > 0) this.again = true;
    this.takeOn();
  }

  /** Keys that have waited for a hand since before `time`; they are to be looked at again. */
  private takeStale(time: number): string[] {
    const stale = LANES.flatMap((lane) => this.due[lane].filter(({ since }) => since < time)).map(({ key }) => key);
    for (const lane of LANES) this.due[lane] = this.due[lane].filter(({ since }) => since >= time);
    return stale;
  }

  /** A slow key keeps one hand busy and no other key waiting. */
  private takeOn(): void {
    for (let lane = this.nextLane(); lane !== undefined && !this.stopped; lane = this.nextLane()) {
      const { key } = this.due[lane].shift() as DueKey;
      this.underWay.set(key, { lane, work: this.carryInBackground(key) });
    }
  }

  /** The first lane that has something to do and a hand for it. */
  private nextLane(): Lane | undefined {
    if (this.underWay.size >= HANDS) return undefined;
    const busy = (lane: Lane) => [...this.underWay.values()].filter((one) => one.lane === lane).length;
    return LANES.find((lane) => this.due[lane].length > 0 && busy(lane) < HANDS - HANDS_OF_A_LANE);
  }

  private async carryInBackground(key: string): Promise<void> {
    try {
      await this.carry(key);
      this.underWay.delete(key);
      this.takeOn();
      this.wake();
    } catch (error) {
      // Not at once again: the next poll will do.
      this.underWay.delete(key);
      this.takeOn();
      this.logger.error({ err: error, key }, 'a key could not be carried; trying again');
    }
  }

  /** Handles what is due now, following up on what that brings. @returns how many deliveries were made */
  async runUntilQuiet(): Promise<number> {
    let total = 0;
    for (let handled = await this.runOnce(); handled > 0; handled = await this.runOnce()) total += handled;
    return total;
  }

  /** One round over the keys that have something due. @returns how many deliveries were made */
  async runOnce(): Promise<number> {
    const { keys } = await this.dueKeys([]);
    const { left, absorbed } = await this.absorption.absorb(keys);
    let handled = absorbed;
    const worker = async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) handled += await this.carry(next.key);
    };
    await Promise.all(Array.from({ length: HANDS }, worker));
    return handled;
  }

  /** `isFull` when there is probably more than it has read. */
  private async dueKeys(except: string[]): Promise<{ keys: string[]; isFull: boolean }> {
    const rows = await this.database.queryBehind<{ key: string; events: number }>(DUE, [EVENTS_PER_LOOK, except]);
    const events = rows.reduce((sum, row) => sum + row.events, 0);
    return { keys: rows.map(({ key }) => key), isFull: events === EVENTS_PER_LOOK };
  }

  /**
   * One key: each consumer gets the key's events in order, and none waits for another consumer. All pages are walked,
   * as what lies behind a long row of waiting events is due for everybody else.
   */
  private async carry(key: string): Promise<number> {
    let handled = 0;
    let page = await this.events(key, '0');
    const stuck = new Set(page[0]?.stuck);
    while (page.length > 0) {
      handled += await this.carryPage(key, page, stuck);
      const last = page.at(-1)?.id;
      page = page.length === EVENTS_PER_PAGE && last ? await this.events(key, last) : [];
    }
    return handled;
  }

  /** @param stuck consumers that must not go on with this key now; those that begin to wait are added */
  private async carryPage(key: string, events: WaitingEvent[], stuck: Set<string>): Promise<number> {
    const unfinished = new Set<string>();
    const runs = runsOf(this.registry, events);
    let handled = 0;
    for (const run of runs) {
      const { name } = run.subscription.consumer;
      const isLast = run === runs.at(-1) && unfinished.size === 0;
      const outcome = stuck.has(name) ? 'waits' : await this.delivery.deliver(run, isLast ? events : []);
      if (outcome === 'finished') return handled + run.events.length + 1;
      if (outcome === 'handled') handled += run.events.length;
      else {
        stuck.add(name);
        for (const { id } of run.events) unfinished.add(id);
      }
    }
    await this.delivery.finish(key, events, [...unfinished]);
    return handled + (unfinished.size === 0 ? 1 : 0);
  }

  private events(key: string, after: string): Promise<(WaitingEvent & { stuck: string[] })[]> {
    return this.database.queryBehind<WaitingEvent & { stuck: string[] }>(EVENTS, [key, after, EVENTS_PER_PAGE]);
  }
}
