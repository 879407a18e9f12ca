import { Injectable } from '@nestjs/common';
import { Database } from '../db/index.js';
import { Logger } from '../logger/index.js';
import type { Subscription } from './consumer-registry.js';
import type { DeliveredEvent } from './events.js';

const MAX_ATTEMPTS = 8;

/** Events of one key in a row, of which the last covers all before it; most often a single one. */
export interface Run {
  subscription: Subscription;
  events: DeliveredEvent<object>[];
}

type Claim = {
  taken: boolean;
  /** Events that nobody had handled before. */
  fresh: string[] | null;
};

/**
 * One round trip before the handler: the key's lock for this consumer, the memory of what is handled, the end of an earlier
 * block, and the end of the events for which this was the last thing to do ($5, $6: ids, and when they were due as they were
 * read). All of it is undone when the handler throws. What has become due anew since it was read stays: a person has asked
 * for it once more.
 */
const CLAIM = `
  WITH lock AS MATERIALIZED (
    SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS taken
  ), fresh AS (
    INSERT INTO outbox_inbox (event_id, consumer) SELECT id, $3::text FROM lock, unnest($2::bigint[]) id WHERE lock.taken
    ON CONFLICT DO NOTHING RETURNING event_id
  ), unblocked AS (
    DELETE FROM outbox_blocks WHERE key = $4 AND consumer = $3 AND EXISTS (SELECT FROM fresh)
  ), finished AS (
    DELETE FROM outbox o USING lock, unnest($5::bigint[], $6::text[]) AS read(id, retry_at)
    WHERE lock.taken AND o.id = read.id AND o.retry_at IS NOT DISTINCT FROM read.retry_at::timestamptz
  )
  SELECT taken, (SELECT array_agg(event_id::text) FROM fresh) AS fresh FROM lock`;

/** As a relay has read it. */
export interface ReadEvent {
  id: string;
  /** As the database writes it. */
  retryAt: string | null;
}

/** `waits`: this consumer must not go on with the key now. `finished`: handled, and gone with all that it was the last of. */
export type Outcome = 'handled' | 'finished' | 'waits';

/** Under this name one worker at a time is at a key for a consumer. */
export const lockOf = (consumer: string, { key }: { key: string }): string => `${consumer} ${key}`;

/** One delivery of one event to one consumer: exactly-once in effect, retried with back-off, buried after the last try. */
@Injectable()
export class Delivery {
  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  /**
   * Hands the last event of a run to its consumer, which has then handled all of them.
   * @param last events for which nothing is left to do after this run
   */
  async deliver({ subscription, events }: Run, last: readonly ReadEvent[] = []): Promise<Outcome> {
    const event = events.at(-1) as DeliveredEvent<object>;
    try {
      return await this.database.transactionBehind(async (tx) => {
        const { name } = subscription.consumer;
        const claim = await tx.one<Claim>(CLAIM, [
          lockOf(name, event),
          events.map(({ id }) => id),
          name,
          event.key,
          last.map(({ id }) => id),
          last.map(({ retryAt }) => retryAt),
        ]);
        // Another worker is at this key for this consumer; its order is its own.
        if (!claim?.taken) return 'waits';
        if (claim.fresh?.includes(event.id)) await subscription.handle(tx, event);
        return last.length > 0 ? 'finished' : 'handled';
      });
    } catch (error) {
      return events.length === 1
        ? await this.stumble(subscription, event, error)
        : await this.oneByOne(subscription, events);
    }
  }

  /** So that it is known which of them cannot be handled. */
  private async oneByOne(subscription: Subscription, events: DeliveredEvent<object>[]): Promise<Outcome> {
    for (const event of events) if ((await this.deliver({ subscription, events: [event] })) === 'waits') return 'waits';
    return 'handled';
  }

  private async stumble({ consumer }: Subscription, event: DeliveredEvent<object>, error: unknown): Promise<Outcome> {
    const message = String((error as Error)?.message ?? error).slice(0, 2_000);
    const labels = { consumer: consumer.name, type: event.type, key: event.key, eventId: event.id, err: error };
    return await this.database.transactionBehind(async (tx) => {
      // Another worker may be at it, or have handled it since; then there is nobody to hold up and nothing to bury.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lockOf(consumer.name, event)]);
      const block = await tx.one<{ attempts: number }>(
        `INSERT INTO outbox_blocks (key, consumer, event_id, attempts, retry_at, last_error)
         SELECT $1::text, $2::text, $3::bigint, 1, desk_now() + interval '1 second', $4::text
         WHERE NOT EXISTS (SELECT FROM outbox_inbox WHERE event_id = $3 AND consumer = $2)
         ON CONFLICT (key, consumer) DO UPDATE SET
           attempts = CASE WHEN outbox_blocks.event_id = $3 THEN outbox_blocks.attempts + 1 ELSE 1 END,
           event_id = $3, last_error = $4,
           retry_at = desk_now() + least(interval '5 minutes', interval '1 second' * power(2,
             CASE WHEN outbox_blocks.event_id = $3 THEN outbox_blocks.attempts ELSE 0 END))
         RETURNING attempts`,
        [event.key, consumer.name, event.id, message],
      );
      if (!block) return 'handled';
      if (block.attempts < MAX_ATTEMPTS) {
        this.logger.warn(labels, 'an event could not be handled; it will be tried again');
        return 'waits';
      }
      await tx.query(
        `INSERT INTO dead_letters (event_id, consumer, key, type, payload, error) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING`,
        [event.id, consumer.name, event.key, event.type, event.payload, message],
      );
      this.logger.error(labels, `dead letter: given up after ${MAX_ATTEMPTS} tries`);
      if (consumer.onPoison === 'halt') {
        await tx.query(`UPDATE outbox_blocks SET retry_at = 'infinity' WHERE key = $1 AND consumer = $2`, [
          event.key,
          consumer.name,
        ]);
        return 'waits';
      }
      await tx.query('INSERT INTO outbox_inbox (event_id, consumer) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        event.id,
        consumer.name,
      ]);
      await tx.query('DELETE FROM outbox_blocks WHERE key = $1 AND consumer = $2', [event.key, consumer.name]);
      return 'handled';
    });
  }

  /**
   * Removes what everybody has handled; what waits becomes due when its first consumer may try again. A halted key is
   * looked at every five minutes too: what another worker was at a moment ago may have been left to it.
   */
  async finish(key: string, events: readonly ReadEvent[], unfinished: string[]): Promise<void> {
    await this.database.queryBehind(
      `WITH gone AS (
         DELETE FROM outbox o USING unnest($2::bigint[], $4::text[]) AS read(id, retry_at)
          WHERE o.id = read.id AND o.retry_at IS NOT DISTINCT FROM read.retry_at::timestamptz AND NOT o.id = ANY($3::bigint[]))
       UPDATE outbox SET retry_at =
         COALESCE((SELECT least(min(retry_at), desk_now() + interval '5 minutes') FROM outbox_blocks WHERE key = $1 HAVING count(*) > 0),
                  desk_now() + interval '100 milliseconds')
       WHERE id = ANY($3::bigint[])`,
      [key, events.map(({ id }) => id), unfinished, events.map(({ retryAt }) => retryAt)],
    );
  }
}
