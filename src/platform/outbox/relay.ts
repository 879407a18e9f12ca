import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../db/index.js';
import { Logger } from '../logger/index.js';
import { ConsumerRegistry } from './consumer-registry.js';
import { Delivery, type Run } from './delivery.js';
import type { DeliveredEvent } from './events.js';
import { Outbox } from './outbox.service.js';

const POLL_MILLISECONDS = 1_000;
const KEYS_PER_ROUND = 200;
const EVENTS_PER_PAGE = 100;
const KEYS_AT_ONCE = 6;

type WaitingEvent = DeliveredEvent<object> & {
  /** Names of consumers. */
  handledBy: string[] | null;
  /** As the database writes it. */
  retryAt: string | null;
};

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
  /** Keys that were due when it last looked, and are not taken on yet. */
  private due: string[] = [];
  /** Keys under way in this process, with their work. */
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly registry: ConsumerRegistry,
    private readonly delivery: Delivery,
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
    if (this.due.length === 0) this.due = await this.dueKeys([...this.underWay.keys()]);
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
    const waiting = await this.dueKeys([]);
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
    for (const run of this.runsOf(events)) {
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

  /** For each consumer in turn what it has not handled, in order; what covers what came before it goes together. */
  private runsOf(events: WaitingEvent[]): Run[] {
    const runs = new Map<string, Run[]>();
    for (const event of events)
      for (const subscription of this.registry.of(event.type)) {
        const { name } = subscription.consumer;
        if (event.handledBy?.includes(name) || !subscription.wants(event)) continue;
        const own = runs.get(name) ?? [];
        runs.set(name, own);
        const last = own.at(-1);
        const earlier = last?.subscription === subscription ? last.events.at(-1) : undefined;
        if (last && earlier && subscription.covers(event, earlier)) last.events.push(event);
        else own.push({ subscription, events: [event] });
      }
    return [...runs.values()].flat();
  }

  private async events(key: string, after: string): Promise<WaitingEvent[]> {
    return await this.database.prepared<WaitingEvent>(
      'outbox_events_of_key',
      `SELECT id, key, type, payload, created_at AS "createdAt", retry_at::text AS "retryAt",
              (SELECT array_agg(consumer) FROM outbox_inbox WHERE event_id = outbox.id) AS "handledBy"
       FROM outbox WHERE key = $1 AND id > $2 ORDER BY id LIMIT $3`,
      [key, after, EVENTS_PER_PAGE],
    );
  }
}
