import { Injectable } from '@nestjs/common';
import type { TicketStatus } from '../contract/index.js';
import { ConversationIdentified, EntryPosted, isTalk, ofOneSide } from '../conversations/index.js';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Absorbs, Consumer, type EventOf, Handles, Outbox } from '../platform/outbox/index.js';
import { originOf } from './kinship/own-case.sql.js';
import { ENDED_BY_MESSAGE, Reopenings } from './reopenings.service.js';
import { Snoozes } from './snoozes/snoozes.service.js';
import { TicketEdited, ticketKey } from './ticket.events.js';
import { factsOf } from './ticket.record.js';
import { TicketLocks } from './ticket-locks.service.js';

const NOTE_TALK = `
  WITH calm AS MATERIALIZED (
    SELECT said.id, said.at, t.id AS ticket_id
    FROM unnest($1::text[], $2::uuid[], $3::int[], $4::boolean[], $5::timestamptz[]) AS said(id, conversation, seq, by_customer, at)
    LEFT JOIN ticket_conversations tc ON tc.conversation_id = said.conversation
    LEFT JOIN tickets t ON t.id = tc.ticket_id
    WHERE t.id IS NULL OR NOT (said.by_customer AND (said.seq > tc.settled_seq AND t.status = ANY($6::text[])
      OR t.snoozed_by IS NOT NULL AND said.seq > coalesce(tc.snoozed_seq, 0)))
  ), free AS MATERIALIZED (
    SELECT t.id FROM tickets t WHERE t.id IN (SELECT ticket_id FROM calm) ORDER BY t.id FOR NO KEY UPDATE SKIP LOCKED
  ), noted AS (
    UPDATE tickets t SET last_activity_at = latest.at
    FROM (SELECT ticket_id, max(at) AS at FROM calm JOIN free ON free.id = calm.ticket_id GROUP BY 1) latest
    WHERE t.id = latest.ticket_id AND t.last_activity_at < latest.at
  )
  SELECT calm.id FROM calm WHERE ticket_id IS NULL OR ticket_id IN (SELECT id FROM free)`;

/** Tickets follow what is said in their conversations. */
@Injectable()
@Consumer({ name: 'tickets', onPoison: 'skip' })
export class MessageHandlers {
  constructor(
    private readonly reopenings: Reopenings,
    private readonly snoozes: Snoozes,
    private readonly locks: TicketLocks,
    private readonly outbox: Outbox,
  ) {}

  @Handles(EntryPosted, { when: isTalk, covers: ofOneSide })
  async followTalk(tx: Transaction, { payload }: EventOf<typeof EntryPosted>): Promise<void> {
    const link = await tx.one<{ ticketId: string; status: TicketStatus; settled: boolean; snoozed: boolean }>(
      `SELECT t.id AS "ticketId", t.status, $2 <= tc.settled_seq AS settled,
              t.snoozed_by IS NOT NULL AND $2 > coalesce(tc.snoozed_seq, 0) AS snoozed
       FROM ticket_conversations tc JOIN tickets t ON t.id = tc.ticket_id WHERE tc.conversation_id = $1`,
      [payload.conversationId, payload.seq],
    );
    if (!link) return;
    if (payload.authorKind === 'customer' && !link.settled && ENDED_BY_MESSAGE.includes(link.status))
      await this.reopenings.byMessage(tx, link.ticketId, payload);
    if (payload.authorKind === 'customer' && link.snoozed)
      await this.snoozes.wakeByMessage(tx, link.ticketId, payload.authorId);
    await tx.query('UPDATE tickets SET last_activity_at = $2 WHERE id = $1 AND last_activity_at < $2::timestamptz', [
      link.ticketId,
      payload.at,
    ]);
  }

  /** A case that goes on as it is has only been talked about. Who has it in hand at the moment is waited for elsewhere. */
  @Absorbs(EntryPosted)
  async noteTalk(tx: Transaction, events: EventOf<typeof EntryPosted>[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(NOTE_TALK, [
      events.map(({ id }) => id),
      events.map(({ payload }) => payload.conversationId),
      events.map(({ payload }) => payload.seq),
      events.map(({ payload }) => payload.authorKind === 'customer'),
      events.map(({ payload }) => payload.at),
      ENDED_BY_MESSAGE,
    ]);
    return rows.map(({ id }) => id);
  }

  /** The case goes with the conversation to the customer who turned out to be behind it, and counts by their shop's tier. */
  @Handles(ConversationIdentified)
  async followIdentity(tx: Transaction, { payload }: EventOf<typeof ConversationIdentified>): Promise<void> {
    const link = await tx.one<{ ticketId: string; ownId: string }>(
      `SELECT ticket_id AS "ticketId", ${originOf('tc')} AS "ownId" FROM ticket_conversations tc WHERE conversation_id = $1`,
      [payload.conversationId],
    );
    if (!link) return;
    const ticket = await this.locks.lock(tx, link.ticketId);
    if (ticket.mergedInto) throw new DeskError('conflict');
    // Of a merged case the number is theirs; the case that it was merged into stays its own customer's.
    const changed = await tx.query(
      `UPDATE tickets t SET customer_id = c.id, shop_id = s.id, tier = coalesce(s.tier, 'standard'), version = version + 1
       FROM customers c LEFT JOIN shops s ON s.id = c.shop_id WHERE t.id = $1 AND c.id = $2 AND t.customer_id <> c.id RETURNING t.id`,
      [link.ownId, payload.customerId],
    );
    if (changed.length === 0) return;
    const after = await this.locks.lock(tx, ticket.id);
    await this.outbox.add(
      tx,
      TicketEdited(ticketKey(ticket.id), {
        ...factsOf(after),
        changed: after.tier === ticket.tier ? ['customerId'] : ['customerId', 'tier'],
        actor: { kind: 'system', id: null },
      }),
    );
  }
}
