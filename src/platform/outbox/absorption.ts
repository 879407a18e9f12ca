import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../db/index.js';
import { Logger } from '../logger/index.js';
import { ConsumerRegistry, type Subscription } from './consumer-registry.js';
import { lockOf, type Run } from './delivery.js';
import type { DeliveredEvent } from './events.js';
import { runsOf, WAITING_EVENT, type WaitingEvent } from './runs.js';

const EVENTS_OF_A_KEY = 100;
const EVENTS_AT_ONCE = 2_000;

/** Keys that somebody waits for are looked at one by one. */
const WAITING = `
  SELECT o.* FROM unnest($1::text[]) WITH ORDINALITY AS k(key, place)
  CROSS JOIN LATERAL (
    SELECT ${WAITING_EVENT} FROM outbox WHERE key = k.key ORDER BY id LIMIT ${EVENTS_OF_A_KEY + 1}
  ) o
  WHERE NOT EXISTS (SELECT FROM outbox_blocks b WHERE b.key = k.key)
  ORDER BY k.place, o.id LIMIT ${EVENTS_AT_ONCE + 1}`;

const FINISH = `
  DELETE FROM outbox o USING unnest($1::bigint[], $2::text[]) AS read(id, retry_at)
  WHERE o.id = read.id AND o.retry_at IS NOT DISTINCT FROM read.retry_at::timestamptz`;

/** A key of which every consumer has at most one thing to do. */
interface Simple {
  key: string;
  events: WaitingEvent[];
  runs: Run[];
}

/**
 * Most facts ask nothing of most who follow them: another message of the same customer, while the clock runs already. Each
 * would cost a transaction for every consumer; here a few statements see to many keys. What is left goes the long way.
 */
@Injectable()
export class Absorption {
  constructor(
    private readonly database: Database,
    private readonly registry: ConsumerRegistry,
    private readonly logger: Logger,
  ) {}

  /** @returns keys that have to be carried one by one, and how many are done with */
  async absorb(keys: string[]): Promise<{ left: string[]; absorbed: number }> {
    if (keys.length === 0) return { left: [], absorbed: 0 };
    const simple = await this.simpleOnes(keys);
    const offers = new Map<Subscription, DeliveredEvent<object>[]>();
    for (const { subscription, events } of simple.flatMap(({ runs }) => runs))
      listIn(offers, subscription).push(events.at(-1) as DeliveredEvent<object>);
    const done = new Map<Subscription, Set<string>>();
    for (const [subscription, events] of offers) done.set(subscription, await this.offer(subscription, events));
    const finished = simple.filter(({ runs }) =>
      runs.every(({ subscription, events }) => done.get(subscription)?.has(events.at(-1)?.id ?? '')),
    );
    const events = finished.flatMap((one) => one.events);
    if (events.length > 0)
      await this.database.prepared('outbox_finish_many', FINISH, [
        events.map(({ id }) => id),
        events.map(({ retryAt }) => retryAt),
      ]);
    const gone = new Set(finished.map(({ key }) => key));
    return { left: keys.filter((key) => !gone.has(key)), absorbed: gone.size };
  }

  private async simpleOnes(keys: string[]): Promise<Simple[]> {
    const rows = await this.database.prepared<WaitingEvent>('outbox_waiting', WAITING, [keys]);
    // The last key may have been cut off.
    const cut = rows.length > EVENTS_AT_ONCE ? rows.at(-1)?.key : undefined;
    const byKey = new Map<string, WaitingEvent[]>();
    for (const row of rows) listIn(byKey, row.key).push(row);
    return [...byKey].flatMap(([key, events]): Simple[] => {
      if (key === cut || events.length > EVENTS_OF_A_KEY) return [];
      const runs = runsOf(this.registry, events);
      const consumers = new Set(runs.map(({ subscription }) => subscription.consumer));
      const isSimple = consumers.size === runs.length && runs.every(({ subscription }) => subscription.absorb);
      return isSimple ? [{ key, events, runs }] : [];
    });
  }

  /** @returns ids of those that the consumer needs not handle; none when it stumbles, as then each is handled by itself */
  private async offer(subscription: Subscription, events: DeliveredEvent<object>[]): Promise<Set<string>> {
    try {
      return await this.database.transaction(async (tx) => {
        const free = await this.lock(tx, subscription, events);
        return new Set(free.length > 0 ? await subscription.absorb?.(tx, free) : []);
      });
    } catch (error) {
      this.logger.warn({ err: error, consumer: subscription.consumer.name }, 'events will be handled one by one');
      return new Set();
    }
  }

  /** Keys that another worker is at for this consumer are its own. */
  private async lock(
    tx: Transaction,
    { consumer }: Subscription,
    events: DeliveredEvent<object>[],
  ): Promise<DeliveredEvent<object>[]> {
    const rows = await tx.query<{ taken: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended(name, 0)) AS taken
       FROM unnest($1::text[]) WITH ORDINALITY AS l(name, place) ORDER BY place`,
      [events.map((event) => lockOf(consumer.name, event))],
    );
    return events.filter((_, index) => rows[index]?.taken);
  }
}

function listIn<Key, Value>(lists: Map<Key, Value[]>, key: Key): Value[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
