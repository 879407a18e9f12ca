import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { RECORD_COLUMNS, type TicketRecord } from './ticket.record.js';

type Row = TicketRecord & { [column: string]: unknown };

const LOCK_THREADS = `
  SELECT id FROM conversations WHERE id IN (SELECT conversation_id FROM ticket_conversations WHERE ticket_id = $1)
  ORDER BY id FOR UPDATE`;

const LOCK_TICKET = `SELECT ${RECORD_COLUMNS} FROM tickets t WHERE t.id = $1 FOR NO KEY UPDATE OF t`;

const LOCK_THREADS_OF_ALL = `
  SELECT id FROM conversations
  WHERE id IN (SELECT conversation_id FROM ticket_conversations WHERE ticket_id = ANY($1::uuid[])) ORDER BY id FOR UPDATE`;

const LOCK_TICKETS = `
  SELECT ${RECORD_COLUMNS} FROM tickets t WHERE t.id = ANY($1::uuid[]) ORDER BY t.id FOR NO KEY UPDATE OF t`;

/** Every change of a ticket begins here, so that all lock in one order: its conversations by id, then the ticket. */
@Injectable()
export class TicketLocks {
  /**
   * NO KEY: rows that refer to the ticket are written all the while, and must not wait for this, nor this for them.
   * @throws DeskError `not_found`; `conflict` when a conversation joined it at this very moment
   */
  async lock(tx: Transaction, ticketId: string): Promise<TicketRecord> {
    const [held, ticket] = await Promise.all([
      tx.query<{ id: string }>(LOCK_THREADS, [ticketId]),
      // Begins when the other has all its locks, and so sees what their holders have done.
      tx.one<Row>(LOCK_TICKET, [ticketId]),
    ]);
    if (!ticket) throw new DeskError('not_found');
    insistOnAll(held, [ticket]);
    return ticket;
  }

  /**
   * Several at once: all their conversations by id, then the tickets by id. Who needs more than one locks them here, together.
   * @returns in the order asked for
   * @throws DeskError `not_found`, `conflict` as {@link lock}
   */
  async lockAll<Ids extends readonly string[]>(
    tx: Transaction,
    ticketIds: Ids,
  ): Promise<{ [K in keyof Ids]: TicketRecord }> {
    const [held, tickets] = await Promise.all([
      tx.query<{ id: string }>(LOCK_THREADS_OF_ALL, [ticketIds]),
      tx.query<Row>(LOCK_TICKETS, [ticketIds]),
    ]);
    insistOnAll(held, tickets);
    return ticketIds.map((ticketId) => {
      const ticket = tickets.find(({ id }) => id === ticketId);
      if (!ticket) throw new DeskError('not_found');
      return ticket;
    }) as { [K in keyof Ids]: TicketRecord };
  }

  /** For a look before any lock; of a merged case, the one that has its conversations. Undefined when there is no such number. */
  async idOf(tx: Transaction, number: string): Promise<string | undefined> {
    return (
      await tx.one<{ id: string }>('SELECT coalesce(merged_into, id) AS id FROM tickets WHERE number = $1', [number])
    )?.id;
  }

  /**
   * Remembers how far each thread had got when the status changed: a customer's message reopens only if it came later.
   * Call it last in the transaction, when the entries of the change itself are written.
   */
  async settle(tx: Transaction, ticketId: string): Promise<void> {
    await tx.query(
      `UPDATE ticket_conversations tc SET settled_seq = c.seq, confirmed_at = NULL FROM conversations c
       WHERE tc.ticket_id = $1 AND c.id = tc.conversation_id`,
      [ticketId],
    );
  }
}

/** A merge may have moved conversations to it between the two statements: what is not held must not be changed. */
function insistOnAll(held: readonly { id: string }[], tickets: readonly TicketRecord[]): void {
  const ids = new Set(held.map(({ id }) => id));
  if (!tickets.every(({ conversationIds }) => conversationIds.every((id) => ids.has(id))))
    throw new DeskError('conflict');
}
