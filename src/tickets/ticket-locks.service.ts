import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { RECORD_COLUMNS, type TicketRecord } from './ticket.record.js';

type Row = TicketRecord & { [column: string]: unknown };

const LOCK_THREADS = `
  SELECT FROM conversations WHERE id IN (SELECT conversation_id FROM ticket_conversations WHERE ticket_id = $1)
  ORDER BY id FOR UPDATE`;

const LOCK_TICKET = `SELECT ${RECORD_COLUMNS} FROM tickets t WHERE t.id = $1 FOR NO KEY UPDATE OF t`;

/** Every change of a ticket begins here, so that all lock in one order: its conversations by id, then the ticket. */
@Injectable()
export class TicketLocks {
  /**
   * NO KEY: rows that refer to the ticket are written all the while, and must not wait for this, nor this for them.
   * @throws DeskError `not_found`
   */
  async lock(tx: Transaction, ticketId: string): Promise<TicketRecord> {
    const [, ticket] = await Promise.all([
      tx.query(LOCK_THREADS, [ticketId]),
      // Begins when the other has all its locks, and so sees what their holders have done.
      tx.one<Row>(LOCK_TICKET, [ticketId]),
    ]);
    if (!ticket) throw new DeskError('not_found');
    return ticket;
  }

  /** For a look before any lock. Undefined when there is no such number. */
  async idOf(tx: Transaction, number: string): Promise<string | undefined> {
    return (await tx.one<{ id: string }>('SELECT id FROM tickets WHERE number = $1', [number]))?.id;
  }

  /**
   * Remembers how far each thread had got when the status changed: a customer's message reopens only if it came later.
   * Call it last in the transaction, when the entries of the change itself are written.
   */
  async settle(tx: Transaction, ticketId: string): Promise<void> {
    await tx.query(
      `UPDATE ticket_conversations tc SET settled_seq = c.seq FROM conversations c
       WHERE tc.ticket_id = $1 AND c.id = tc.conversation_id`,
      [ticketId],
    );
  }
}
