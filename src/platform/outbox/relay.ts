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
const KEYS_PER_ROUND = 200;
const EVENTS_PER_PAGE = 100;
const KEYS_AT_ONCE = 6;

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
  private lookedAt = Number.NEGATIVE_INFINITY;
  /** Keys that were due when it last looked, and are not taken on yet. */
  private due: string[] = [];
  /** Keys under way in this process, with their work. */
  private readonly underWay = new Map<string, Promise<void>>();

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
    await Promise.all(this.underWay.values());
  }

  private wake(): void {
    if (this.stopped) return;
    if (this.looking !== undefined) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    const early = this.due.length === 0 ? this.lookedAt + LOOK_MILLISECONDS - performance.now() : 0;
    if (early > 0) {
      this.timer = setTimeout(() => this.wake(), early);
      return;
    }
    this.looking = this.fillHands()
      .catch((error) => this.logger.error({ err: error }, 'the outbox could not be read; trying again'))
      .finally(() => {
        this.looking = undefined;
        if (!this.stopped) this.timer = setTimeout(() => this.wake(), this.again ? 0 : POLL_MILLISECONDS);
        this.again = false;
      });
  }

  /** Takes on due keys as far as hands are free. A slow key keeps one hand busy and no other key waiting. */
  private async fillHands(): Promise<void> {
    if (this.underWay.size >= KEYS_AT_ONCE) return;
    // A long list is worked off before the next is asked for: its oldest key first, so that each has its turn.
    if (this.due.length === 0) {
      this.lookedAt = performance.now();
      const { left, absorbed } = await this.absorption.absorb(await this.dueKeys([...this.underWay.keys()]));
      this.due = left;
      // Nobody hints at what lay behind them, and they leave no hand that will be free and look.
      if (absorbed > 0) this.again = true;
    }
    while (this.due.length > 0 && this.underWay.size < KEYS_AT_ONCE && !this.stopped) {
      const key = this.due.shift() as string;
      if (!this.underWay.has(key)) this.underWay.set(key, this.carryInBackground(key));
    }
  }

  private async carryInBackground(key: string): Promise<void> {
    try {
      await this.carry(key);
      this.underWay.delete(key);
      this.wake();
    } catch (error) {
      // Not at once again: the next poll will do.
      this.underWay.delete(key);
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
    let handled = 0;
    const { left: waiting, absorbed } = await this.absorption.absorb(await this.dueKeys([]));
    handled += absorbed;
    const worker = async () => {
      for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) handled += await this.carry(key);
    };
    await Promise.all(Array.from({ length: KEYS_AT_ONCE }, worker));
    return handled;
  }

  private async dueKeys(except: string[]): Promise<string[]> {
    const rows = await this.database.prepared<{ key: string }>(
      'outbox_due_keys',
      `SELECT key FROM (
         SELECT key, id FROM outbox WHERE (retry_at IS NULL OR retry_at <= desk_now()) AND NOT key = ANY($2)
         ORDER BY id LIMIT $1
       ) due GROUP BY key ORDER BY min(id)`,
      [KEYS_PER_ROUND, except],
    );
    return rows.map(({ key }) => key);
  }

  /**
   * One key: each consumer gets the key's events in order, and none waits for another consumer. All pages are walked,
   * as what lies behind a long row of waiting events is due for everybody else.
   */
  private async carry(key: string): Promise<number> {
    const stuck = await this.delivery.blocked(key);
    let handled = 0;
    for (let page = await this.events(key, '0'); page.length > 0; ) {
      handled += await this.carryPage(key, page, stuck);
      const last = page.at(-1)?.id;
      page = page.length === EVENTS_PER_PAGE && last ? await this.events(key, last) : [];
    }
    return handled;
  }

  /** @param stuck consumers that must not go on with this key now; those that begin to wait are added */
  private async carryPage(key: string, events: WaitingEvent[], stuck: Set<string>): Promise<number> {
    const unfinished = new Set<string>();
    let handled = 0;
    for (const run of runsOf(this.registry, events)) {
      const { name } = run.subscription.consumer;
      const outcome = stuck.has(name) ? 'waits' : await this.delivery.deliver(run);
      if (outcome !== 'waits') handled += run.events.length;
      else {
        stuck.add(name);
        for (const { id } of run.events) unfinished.add(id);
      }
    }
    await this.delivery.finish(key, events, [...unfinished]);
    return handled + (unfinished.size === 0 ? 1 : 0);
  }

  private async events(key: string, after: string): Promise<WaitingEvent[]> {
    return await this.database.prepared<WaitingEvent>(
      'outbox_events_of_key',
      `SELECT ${WAITING_EVENT} FROM outbox WHERE key = $1 AND id > $2 ORDER BY id LIMIT $3`,
      [key, after, EVENTS_PER_PAGE],
    );
  }
}
