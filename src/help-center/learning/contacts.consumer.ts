import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/db/index.js';
import { Absorbs, Consumer, type DeliveredEvent, type EventOf, Handles } from '../../platform/outbox/index.js';
import { TicketOpened } from '../../tickets/index.js';

type Opened = EventOf<typeof TicketOpened>['payload'];

/**
 * Of each article that one of these customers read within the hour before, once for each time that they read it. Rows of
 * visits are locked in one order, then rows of days in one order.
 */
const COUNT_CONTACTS = `
  WITH opened AS MATERIALIZED (
    SELECT * FROM unnest($1::uuid[], $2::timestamptz[]) AS o(customer_id, at)
  ), visited AS MATERIALIZED (
    SELECT v.customer_id, v.article_id, o.at FROM article_visits v JOIN opened o ON o.customer_id = v.customer_id
     WHERE v.visited_at > o.at - interval '60 minutes' AND v.visited_at <= o.at
       AND (v.contacted_at IS NULL OR v.contacted_at < v.visited_at)
     ORDER BY v.customer_id, v.article_id FOR UPDATE OF v
  ), contacted AS (
    UPDATE article_visits v SET contacted_at = first.at
      FROM (SELECT customer_id, article_id, min(at) AS at FROM visited GROUP BY 1, 2) first
     WHERE v.customer_id = first.customer_id AND v.article_id = first.article_id
    RETURNING v.article_id, v.locale, v.place, (v.visited_at AT TIME ZONE 'UTC')::date AS day
  )
  INSERT INTO article_days AS d (day, article_id, locale, place, contacts)
  SELECT day, article_id, locale, place, count(*)::int FROM contacted GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT (day, article_id, locale, place, page) DO UPDATE SET contacts = d.contacts + excluded.contacts`;

/** Who reads an article and opens a case within the hour was not helped by it: contact anyway. */
@Injectable()
@Consumer({ name: 'help-center.contacts', onPoison: 'skip' })
export class ContactsConsumer {
  @Handles(TicketOpened)
  async opened(tx: Transaction, { payload }: EventOf<typeof TicketOpened>): Promise<void> {
    await count(tx, [payload]);
  }

  /** Most who open a case have read nothing before. */
  @Absorbs(TicketOpened, { each: true })
  async allOpened(tx: Transaction, events: DeliveredEvent<Opened>[]): Promise<string[]> {
    await count(
      tx,
      events.map(({ payload }) => payload),
    );
    return events.map(({ id }) => id);
  }
}

async function count(tx: Transaction, opened: readonly Opened[]): Promise<void> {
  await tx.query(COUNT_CONTACTS, [opened.map(({ customerId }) => customerId), opened.map(({ openedAt }) => openedAt)]);
}
