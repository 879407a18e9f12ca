import { Injectable } from '@nestjs/common';
import type { ReturnReason } from '../../contract/index.js';
import { Entries, SYSTEM } from '../../conversations/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { type TicketRecord, Tickets } from '../../tickets/index.js';
import { DECLINE } from './rescue.sql.js';

export interface Return {
  /** Who has it, by the ticket as it is locked. */
  staffId: string;
  staffName: string;
  because: ReturnReason;
  /** How long they left it unanswered, or have been gone. */
  seconds?: number;
  /** How long the customer has waited by now; null: they do not wait. */
  waitedSeconds: number | null;
  /** Why, in the words of who gives it back; a note for colleagues. */
  note?: string;
}

/**
 * So long a case is not given again to who had it. Whoever else comes free may have it at once; where nobody else is fit, its
 * customer waits no longer than this. Who declines it has said no, who was silent
 * is likely to be so again; who has been gone may have come back.
 */
const DECLINED_MINUTES: Record<ReturnReason, number> = { rejected: 15, silent: 15, gone: 1 };

/** The words of `Assignment.because` in timeline and event. */
const BECAUSE: Record<ReturnReason, string> = {
  silent: 'unanswered',
  gone: 'assignee_gone',
  rejected: 'declined',
};

/** A case goes from its person back to the queue of its team. The queue counts from when its customer began to wait. */
@Injectable()
export class Returns {
  constructor(
    private readonly tickets: Tickets,
    private readonly entries: Entries,
  ) {}

  /** @param ticket as it is locked in this transaction */
  async giveBack(tx: Transaction, ticket: TicketRecord, { note, ...given }: Return): Promise<void> {
    const { staffId, staffName, because, seconds, waitedSeconds } = given;
    const actor =
      because === 'rejected' ? { kind: 'staff' as const, id: staffId } : { kind: 'system' as const, id: null };
    await this.tickets.record(tx, ticket.id, {
      kind: 'returned',
      actor,
      data: { because, staffName, ...(seconds !== undefined && { seconds }), ...(waitedSeconds && { waitedSeconds }) },
      customerVisible: false,
    });
    if (waitedSeconds !== null) await this.tellCustomer(tx, ticket);
    const { id: ticketId, teamId } = ticket;
    const assignment = { ticketId, teamId, staffId: null, actor, note, because: BECAUSE[because] };
    await this.tickets.assign(tx, assignment, ticket);
    await this.keepFrom(tx, [{ ticketId, staffId }], because);
  }

  /** These are not given these cases again for a while. */
  async keepFrom(
    tx: Transaction,
    declined: readonly { ticketId: string; staffId: string }[],
    because: ReturnReason,
  ): Promise<void> {
    if (declined.length === 0) return;
    const [tickets, people] = [declined.map(({ ticketId }) => ticketId), declined.map(({ staffId }) => staffId)];
    await tx.query(DECLINE, [tickets, people, because, DECLINED_MINUTES[because]]);
  }

  /** In no words of blame; whoever takes it next is named when they do. */
  private async tellCustomer(tx: Transaction, { conversationIds }: TicketRecord): Promise<void> {
    for (const conversationId of conversationIds)
      await this.entries.add(tx, {
        conversationId,
        kind: 'system',
        author: SYSTEM,
        body: '',
        data: { type: 'returned_to_queue' },
      });
  }
}
