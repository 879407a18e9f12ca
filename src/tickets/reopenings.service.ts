import { Injectable } from '@nestjs/common';
import type { TicketStatus } from '../contract/index.js';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { StatusChanges } from './status-changes.service.js';
import { TicketLocks } from './ticket-locks.service.js';

/** Statuses that a customer's message ends. */
export const ENDED_BY_MESSAGE: readonly TicketStatus[] = ['pending', 'resolved', 'closed', 'cancelled'];

export interface CustomerMessage {
  conversationId: string;
  /** In the staff's sequence. */
  seq: number;
  authorId: string | null;
  /** ISO 8601: when it was posted. */
  at: string;
}

/** A customer's message brings a case back that waited for them, or was done. */
@Injectable()
export class Reopenings {
  constructor(
    private readonly statuses: StatusChanges,
    private readonly locks: TicketLocks,
  ) {}

  /**
   * Looks under the case's lock, as it may have moved on; a message that came before its status brings nothing back.
   * @throws DeskError `conflict` when the case was merged at this moment
   */
  async byMessage(
    tx: Transaction,
    ticketId: string,
    { conversationId, seq, authorId, at }: CustomerMessage,
  ): Promise<void> {
    const ticket = await this.locks.lock(tx, ticketId);
    // Merged since it was looked at: it comes again, and finds the case that has the conversation now.
    if (ticket.mergedInto) throw new DeskError('conflict');
    const late = await tx.one(
      'SELECT 1 AS late FROM ticket_conversations WHERE conversation_id = $1 AND settled_seq < $2',
      [conversationId, seq],
    );
    if (!late || !ENDED_BY_MESSAGE.includes(ticket.status)) return;
    const actor = { kind: 'customer' as const, id: authorId };
    const change = { ticketId, to: 'open' as const, actor, because: 'customer_wrote', at: new Date(at) };
    await this.statuses.transition(tx, change, ticket);
  }
}
