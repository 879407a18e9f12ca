import { Injectable } from '@nestjs/common';
import { type EntryData, LIMITS, type TicketStatus } from '../contract/index.js';
import { Conversations, Entries, SYSTEM } from '../conversations/index.js';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { Notes } from './notes.service.js';
import { type TicketActor, TicketStatusChanged, ticketKey } from './ticket.events.js';
import { factsOf, type TicketRecord } from './ticket.record.js';
import { TicketLocks } from './ticket-locks.service.js';
import { Timeline } from './timeline.service.js';
import { isLegal, type TransitionActor } from './transitions.data.js';

export interface StatusChange {
  ticketId: string;
  to: TicketStatus;
  actor: TicketActor;
  note?: string;
  /** `set`, `customer_wrote`, `confirmed`, `not_solved`, …; in the timeline and in the event. */
  because: string;
  /** When the actor acted, if that was before now: a message counts from when it was posted. */
  at?: Date;
}

const DAY = 86_400_000;
const ENDED: readonly TicketStatus[] = ['closed', 'cancelled'];
const DONE: readonly TicketStatus[] = ['resolved', ...ENDED];

/** Moves a ticket along the table of `transitions.data.ts`, and nowhere else. */
@Injectable()
export class StatusChanges {
  constructor(
    private readonly locks: TicketLocks,
    private readonly conversations: Conversations,
    private readonly entries: Entries,
    private readonly notes: Notes,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param locked the ticket, by who has locked it in this transaction already
   * @throws DeskError `illegal_transition`; nothing is changed then
   */
  async transition(tx: Transaction, change: StatusChange, locked?: TicketRecord): Promise<TicketRecord> {
    const before = locked ?? (await this.locks.lock(tx, change.ticketId));
    if (!isLegal(before.status, change.to, moverOf(change.actor)) || tooLate(before, change.at ?? before.now))
      throw new DeskError('illegal_transition');
    const after = { ...before, status: change.to, version: before.version + 1 };
    if (change.note) await this.notes.add(tx, after, change.actor, change.note);
    // In one round trip, as from here on others wait for whoever has the case in hand.
    await Promise.all([
      this.write(tx, after),
      this.openOrClose(tx, before, after),
      this.tellCustomer(tx, before, after),
      this.locks.settle(tx, after.id),
      this.timeline.record(tx, after.id, {
        kind: 'status',
        actor: change.actor,
        data: { from: before.status, to: after.status, because: change.because },
        customerVisible: true,
      }),
      this.outbox.add(
        tx,
        TicketStatusChanged(ticketKey(after.id), {
          ...factsOf(after),
          from: before.status,
          to: after.status,
          because: change.because,
          actor: change.actor,
        }),
      ),
    ]);
    return after;
  }

  private async write(tx: Transaction, { id, status }: TicketRecord): Promise<void> {
    await tx.query(
      `UPDATE tickets SET status = $2, version = version + 1, last_activity_at = desk_now(),
         resolved_at = CASE WHEN $2 = 'resolved' THEN desk_now() WHEN $2 IN ('closed', 'cancelled') THEN resolved_at END,
         closed_at = CASE WHEN $2 IN ('closed', 'cancelled') THEN desk_now() END,
         reopened_at = CASE WHEN $2 = 'open' AND status IN ('resolved', 'closed', 'cancelled') THEN desk_now()
                            ELSE reopened_at END
       WHERE id = $1`,
      [id, status],
    );
  }

  private async openOrClose(tx: Transaction, before: TicketRecord, after: TicketRecord): Promise<void> {
    if (ENDED.includes(after.status)) await this.conversations.close(tx, after.conversationIds);
    else if (ENDED.includes(before.status)) await this.conversations.reopen(tx, after.conversationIds);
  }

  /** Ends and new beginnings stand in the thread; pauses in between do not interrupt it. */
  private async tellCustomer(tx: Transaction, before: TicketRecord, after: TicketRecord): Promise<void> {
    if (!DONE.includes(after.status) && !DONE.includes(before.status)) return;
    const lines: EntryData[] = [{ type: 'ticket_status', status: after.status }];
    if (after.status === 'resolved') lines.push({ type: 'rating_requested', number: after.number });
    const line = { kind: 'system' as const, author: SYSTEM, body: '' };
    await Promise.all(
      after.conversationIds.flatMap((conversationId) =>
        lines.map((data) => this.entries.add(tx, { ...line, conversationId, data })),
      ),
    );
  }
}

function moverOf(actor: TicketActor): TransitionActor {
  return actor.kind === 'staff' || actor.kind === 'customer' ? actor.kind : 'system';
}

/** What ended more than a week ago stays ended. */
function tooLate({ status, closedAt }: TicketRecord, at: Date): boolean {
  return ENDED.includes(status) && closedAt !== null && at.getTime() - closedAt.getTime() > LIMITS.reopenDays * DAY;
}
