import { Injectable } from '@nestjs/common';
import type { TicketStatus } from '../contract/index.js';
import { Entries, SYSTEM } from '../conversations/index.js';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { StatusChanges } from './status-changes.service.js';
import { TicketRated, ticketKey } from './ticket.events.js';
import { factsOf, type TicketRecord } from './ticket.record.js';
import { TicketLocks } from './ticket-locks.service.js';
import { Timeline } from './timeline.service.js';

export interface Rating {
  /** 1 (worst) to 5. */
  score: number;
  solved: boolean;
  comment?: string;
}

const RATEABLE: readonly TicketStatus[] = ['resolved', 'closed'];

/** What the customer says at the end. Who calls has made sure that it is this ticket's customer. */
@Injectable()
export class Ratings {
  constructor(
    private readonly locks: TicketLocks,
    private readonly statuses: StatusChanges,
    private readonly entries: Entries,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /** Solved closes a resolved ticket, not solved opens it again. Saying the same twice changes nothing. */
  async confirm(tx: Transaction, ticketId: string, solved: boolean): Promise<void> {
    const ticket = await this.locks.lock(tx, ticketId);
    const to = solved ? 'closed' : 'open';
    if (ticket.status === to) return;
    const change = {
      ticketId,
      to,
      actor: { kind: 'customer' as const, id: ticket.customerId },
      because: solved ? 'confirmed' : 'not_solved',
    } as const;
    await this.statuses.transition(tx, change, ticket);
  }

  /**
   * A later rating replaces an earlier one, as long as the ticket is done.
   * @throws DeskError `illegal_transition` while it is being worked on
   */
  async rate(tx: Transaction, ticketId: string, { score, solved, comment }: Rating): Promise<void> {
    const ticket = await this.locks.lock(tx, ticketId);
    if (!RATEABLE.includes(ticket.status)) throw new DeskError('illegal_transition');
    await tx.query(
      `UPDATE tickets SET rating_score = $2, rating_solved = $3, rating_comment = $4, rated_at = desk_now()
       WHERE id = $1`,
      [ticketId, score, solved, comment ?? null],
    );
    await this.tell(tx, ticket, { score, solved, comment });
  }

  private async tell(tx: Transaction, ticket: TicketRecord, { score, solved, comment }: Rating): Promise<void> {
    const conversationId = ticket.conversationIds.at(-1);
    if (conversationId)
      await this.entries.add(tx, {
        conversationId,
        kind: 'system',
        author: SYSTEM,
        body: '',
        data: { type: 'rated', score, solved },
      });
    await this.timeline.record(tx, ticket.id, {
      kind: 'rated',
      actor: { kind: 'customer', id: ticket.customerId },
      data: { score, solved, ...(comment && { comment }) },
      customerVisible: true,
    });
    await this.outbox.add(tx, TicketRated(ticketKey(ticket.id), { ...factsOf(ticket), score, solved }));
  }
}
