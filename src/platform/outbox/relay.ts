import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../db/index.js';
import { Logger } from '../logger/index.js';
import { ConsumerRegistry } from './consumer-registry.js';
import { Delivery } from './delivery.js';
import type { DeliveredEvent } from './events.js';
import { Outbox } from './outbox.service.js';

const POLL_MILLISECONDS = 1_000;
const KEYS_PER_ROUND = 200;
const EVENTS_PER_KEY = 100;
const KEYS_AT_ONCE = 4;

/**
 * Carries facts from the outbox to those who follow them. It looks at the rows that are there, never at
 * "ids greater than the last": a transaction that commits late cannot be skipped.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

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
    await this.running;
  }

  private wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.drain().finally(() => {
      this.running = undefined;
      if (this.stopped) return;
      this.timer = setTimeout(() => this.wake(), this.again ? 0 : POLL_MILLISECONDS);
      this.again = false;
    });
  }

  private async drain(): Promise<void> {
    try {
      while (!this.stopped && (await this.runOnce()) > 0);
    } catch (error) {
      this.logger.error({ err: error }, 'the outbox could not be read; trying again');
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
    const keys = await this.database.prepared<{ key: string }>(
      'outbox_due_keys',
      `SELECT DISTINCT key FROM (
         SELECT key FROM outbox WHERE retry_at IS NULL OR retry_at <= desk_now() ORDER BY id LIMIT $1
       ) due`,
      [KEYS_PER_ROUND],
    );
    let handled = 0;
    const waiting = keys.map(({ key }) => key);
    const worker = async () => {
      for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) handled += await this.carry(key);
    };
    await Promise.all(Array.from({ length: KEYS_AT_ONCE }, worker));
    return handled;
  }

  /** One key: each consumer gets the key's events in order, and none waits for another consumer. */
  private async carry(key: string): Promise<number> {
    const events = await this.events(key);
    const ids = events.map((event) => event.id);
    const done = await this.delivery.handledBy(ids);
    const blocked = await this.delivery.blocked(key);
    const unfinished = new Set<string>();
    const stuck = new Set<string>();
    let handled = 0;
    for (const event of events) {
      for (const subscription of this.registry.of(event.type)) {
        const { name } = subscription.consumer;
        if (done.has(`${event.id} ${name}`) || !subscription.wants(event)) continue;
        if (stuck.has(name) || blocked.has(name)) {
          unfinished.add(event.id);
          continue;
        }
        const outcome = await this.delivery.deliver(subscription, event);
        if (outcome !== 'waits') handled += 1;
        else {
          stuck.add(name);
          unfinished.add(event.id);
        }
      }
    }
    await this.delivery.finish(key, ids, [...unfinished]);
    return handled + (unfinished.size === 0 ? 1 : 0);
  }

  private async events(key: string): Promise<DeliveredEvent<object>[]> {
    return await this.database.prepared<DeliveredEvent<object>>(
      'outbox_events_of_key',
      `SELECT id, key, type, payload, created_at AS "createdAt" FROM outbox WHERE key = $1 ORDER BY id LIMIT $2`,
      [key, EVENTS_PER_KEY],
    );
  }
}
