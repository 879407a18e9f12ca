import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../db/index.js';
import { Logger } from '../logger/index.js';
import type { ConsumerOptions } from './consumer.decorator.js';
import { type Absorber, ConsumerRegistry } from './consumer-registry.js';
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

const REMEMBER = `
  INSERT INTO outbox_inbox (event_id, consumer) SELECT unnest($1::bigint[]), $2 ON CONFLICT DO NOTHING`;

interface Waiting {
  key: string;
  events: WaitingEvent[];
  runs: Run[];
}

/** What one consumer can be spared, or do for many keys at once. */
interface Offer {
  consumer: ConsumerOptions;
  absorber: Absorber;
  /** By key: what it has to do there, whether others have as well, and the events that stand for it. */
  keys: { runs: Run[]; shared: boolean; events: DeliveredEvent<object>[] }[];
}

/** A key that has to be carried by itself. */
export interface LeftKey {
  key: string;
  /** Whether somebody waits for it at this moment. */
  urgent: boolean;
}

/**
 * Most facts ask nothing of most who follow them, or the same for every key: another message of the same customer, while the
 * clock runs already; a row to be shown anew. Each would cost a transaction for every consumer; here a few statements see to
 * many keys. What is left goes the long way.
 */
@Injectable()
export class Absorption {
  constructor(
    private readonly database: Database,
    private readonly registry: ConsumerRegistry,
    private readonly logger: Logger,
  ) {}

  /** @returns keys that have to be carried one by one, in the order given, and how many are done with */
  async absorb(keys: string[]): Promise<{ left: LeftKey[]; absorbed: number }> {
    if (keys.length === 0) return { left: [], absorbed: 0 };
    const waiting = await this.waiting(keys);
    const done = new Set<Run>();
    const offers = offersOf(waiting.values());
    for (const together of [offers.filter(isUrgent), offers.filter((offer) => !isUrgent(offer))])
      await Promise.all(together.map((offer) => this.offer(offer, done)));
    const finished = [...waiting.values()].filter(({ runs }) => runs.every((run) => done.has(run)));
    await this.finish(finished.flatMap(({ events }) => events));
    const gone = new Set(finished.map(({ key }) => key));
    const left = keys
      .filter((key) => !gone.has(key))
      .map((key) => ({
        key,
        urgent: waiting.get(key)?.runs.some((run) => !done.has(run) && isUrgent(run.subscription)) ?? false,
      }));
    return { left, absorbed: gone.size };
  }

  private async waiting(keys: string[]): Promise<Map<string, Waiting>> {
    const rows = await this.database.queryBehind<WaitingEvent>(WAITING, [keys]);
    // The last key may have been cut off.
    const cut = rows.length > EVENTS_AT_ONCE ? rows.at(-1)?.key : undefined;
    const whole = [...groupedBy(rows, ({ key }) => key)].filter(
      ([key, events]) => key !== cut && events.length <= EVENTS_OF_A_KEY,
    );
    return new Map(whole.map(([key, events]) => [key, { key, events, runs: runsOf(this.registry, events) }]));
  }

  private async finish(events: WaitingEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.database.queryBehind(FINISH, [events.map(({ id }) => id), events.map(({ retryAt }) => retryAt)]);
  }

  /** Adds the runs that need no handling; none when the consumer stumbles, as then each is handled by itself. */
  private async offer({ consumer, absorber, keys }: Offer, done: Set<Run>): Promise<void> {
    try {
      const spared = await this.database.transactionBehind(async (tx) => {
        const free = await this.lock(tx, consumer.name, keys);
        const events = free.flatMap((key) => key.events);
        const ids = new Set(events.length > 0 ? await absorber.absorb(tx, events) : []);
        const through = free.filter((key) => key.events.every(({ id }) => ids.has(id)));
        // Where others have something to do as well the events stay, and must not come here again.
        const known = through.filter(({ shared }) => shared).flatMap(({ runs }) => runs.flatMap((run) => run.events));
        if (known.length > 0) await tx.query(REMEMBER, [known.map(({ id }) => id), consumer.name]);
        return through;
      });
      for (const { runs } of spared) for (const run of runs) done.add(run);
    } catch (error) {
      this.logger.warn({ err: error, consumer: consumer.name }, 'events will be handled one by one');
    }
  }

  /** Keys that another worker is at for this consumer are its own. */
  private async lock(tx: Transaction, consumer: string, keys: Offer['keys']): Promise<Offer['keys']> {
    const rows = await tx.query<{ taken: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended(name, 0)) AS taken
       FROM unnest($1::text[]) WITH ORDINALITY AS l(name, place) ORDER BY place`,
      [keys.map(({ events }) => lockOf(consumer, events[0] as DeliveredEvent<object>))],
    );
    return keys.filter((_, index) => rows[index]?.taken);
  }
}

const isUrgent = ({ consumer }: { consumer: ConsumerOptions }) => consumer.urgent === true;

/** Of each key what a consumer has to do there goes together or not at all, so that its order stays. */
function offersOf(waiting: Iterable<Waiting>): Offer[] {
  const offers = new Map<string, Offer>();
  for (const { runs: all } of waiting)
    for (const runs of groupedBy(all, ({ subscription }) => subscription.consumer.name).values()) {
      const [{ subscription } = {}] = runs;
      const { absorber } = subscription ?? {};
      if (!subscription || !absorber) continue;
      const fits = absorber.each
        ? runs.every((run) => run.subscription.absorber?.method === absorber.method)
        : runs.length === 1;
      if (!fits) continue;
      const name = `${subscription.consumer.name} ${absorber.method}`;
      const offer = offers.get(name) ?? { consumer: subscription.consumer, absorber, keys: [] };
      offers.set(name, offer);
      const events = runs.flatMap((run) => (absorber.each ? run.events : run.events.slice(-1)));
      offer.keys.push({ runs, shared: runs.length < all.length, events });
    }
  return [...offers.values()];
}

function groupedBy<Key, Value>(values: Iterable<Value>, keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
