import { Injectable } from '@nestjs/common';
import { type EntryData, LIMITS, missingToResolve, type TicketStatus, valueProblem } from '../contract/index.js';
import { Conversations, Entries, SYSTEM } from '../conversations/index.js';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { Assignments } from './assignments.service.js';
import { Categories } from './categories/categories.service.js';
import { FRONTLINE_TEAM } from './categories/unsorted.js';
import { insistOnNoTasks } from './kinship/open-tasks.js';
import { originOf } from './kinship/own-case.sql.js';
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
  /** Resolved all the same, though tasks of it are open. */
  despiteTasks?: boolean;
  /** `set`, `customer_wrote`, `confirmed`, `not_solved`, …; in the timeline and in the event. */
  because: string;
  /** What else the staff's timeline says of it; no customer reads it. */
  details?: Record<string, string>;
  /** When the actor acted, if that was before now: a message counts from when it was posted. */
  at?: Date;
}

const DAY = 86_400_000;
const ENDED: readonly TicketStatus[] = ['closed', 'cancelled'];
const DONE: readonly TicketStatus[] = ['resolved', ...ENDED];

/** Where a case of a team ($1) goes on, if that team was archived; else null. Nobody archives it meanwhile. */
const STAND_IN = `
  SELECT CASE WHEN t.archived_at IS NOT NULL THEN (
    SELECT id FROM teams WHERE archived_at IS NULL ORDER BY key = '${FRONTLINE_TEAM}' DESC, key LIMIT 1) END AS "teamId"
  FROM teams t WHERE t.id = $1 FOR KEY SHARE`;

/** As what each thread was opened: the one number that its customer knows. */
const NUMBERS = `
  SELECT tc.conversation_id AS "conversationId", o.number
  FROM ticket_conversations tc JOIN tickets o ON o.id = ${originOf('tc')} WHERE tc.ticket_id = $1`;

/** Moves a ticket along the table of `transitions.data.ts`, and nowhere else. */
@Injectable()
export class StatusChanges {
  constructor(
    private readonly locks: TicketLocks,
    private readonly conversations: Conversations,
    private readonly entries: Entries,
    private readonly notes: Notes,
    private readonly assignments: Assignments,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
    private readonly categories: Categories,
  ) {}

  /**
   * @param locked the ticket, by who has locked it in this transaction already
   * @throws DeskError `illegal_transition`, `form_incomplete`, `tasks_open`; nothing is changed then
   */
  async transition(tx: Transaction, change: StatusChange, locked?: TicketRecord): Promise<TicketRecord> {
    const before = locked ?? (await this.locks.lock(tx, change.ticketId));
    const legal = !before.mergedInto && isLegal(before.status, change.to, moverOf(change.actor));
    if (!legal || tooLate(before, change.at ?? before.now)) throw new DeskError('illegal_transition');
    // There is no customer whom a task could wait for.
    if (before.internal && change.to === 'pending') throw new DeskError('illegal_transition');
    if (change.to === 'resolved' && !change.despiteTasks) await insistOnNoTasks(tx, before);
    if (change.to === 'resolved' && !before.internal) await this.requireForm(tx, before);
    const after = { ...before, status: change.to, version: before.version + 1 };
    if (change.note) await this.notes.add(tx, after, change.actor, change.note);
    const numbers = change.to === 'resolved' ? await this.numbersOf(tx, after) : new Map<string, string>();
    // In one round trip, as from here on others wait for whoever has the case in hand.
    await Promise.all([
      this.write(tx, after),
      this.openOrClose(tx, before, after),
      this.tellCustomer(tx, before, after, numbers),
      this.locks.settle(tx, after.id),
      this.timeline.record(tx, after.id, {
        kind: 'status',
        actor: change.actor,
        data: { ...change.details, from: before.status, to: after.status, because: change.because },
        customerVisible: true,
      }),
      this.tellParent(tx, before, after, change.actor),
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
    return DONE.includes(before.status) && !DONE.includes(after.status) ? await this.goOn(tx, after) : after;
  }

  /** Whoever calls a case solved says what its form must then say; a case that was not sorted has no form. */
  private async requireForm(tx: Transaction, { category, subCategory, form }: TicketRecord): Promise<void> {
    const sub = category && subCategory ? await this.categories.find(tx, category, subCategory) : undefined;
    const errors = missingToResolve(sub?.form ?? [], form).map(({ key, type }) => {
      const { fix } = valueProblem(key, type === 'checkbox' ? 'not_ticked' : 'missing');
      return { path: `form.${key}`, message: fix.en };
    });
    if (errors.length > 0) throw new DeskError('form_incomplete', { errors });
  }

  /** An archived team has no open cases: one that is opened again goes where new ones go. */
  private async goOn(tx: Transaction, ticket: TicketRecord): Promise<TicketRecord> {
    const { teamId } = (await tx.one<{ teamId: string | null }>(STAND_IN, [ticket.teamId])) ?? { teamId: null };
    if (!teamId) return ticket;
    const actor = { kind: 'system' as const, id: null };
    const assignment = { ticketId: ticket.id, teamId, staffId: null, actor, because: 'team_archived' };
    await this.assignments.assign(tx, assignment, ticket);
    return { ...ticket, teamId, assigneeId: null, version: ticket.version + 1 };
  }

  /** Whoever has the case reads there what became of its task. */
  private async tellParent(
    tx: Transaction,
    { parentId, internal, number, subject, status }: TicketRecord,
    after: TicketRecord,
    actor: TicketActor,
  ): Promise<void> {
    if (!parentId || !internal || DONE.includes(status) === DONE.includes(after.status)) return;
    const data = { number, subject, to: after.status };
    await this.timeline.record(tx, parentId, { kind: 'task', actor, data, customerVisible: false });
  }

  private async write(tx: Transaction, { id, status }: TicketRecord): Promise<void> {
    await tx.query(
      `UPDATE tickets SET status = $2, version = version + 1, last_activity_at = desk_now(),
         resolved_at = CASE WHEN $2 = 'resolved' THEN desk_now() WHEN $2 IN ('closed', 'cancelled') THEN resolved_at END,
         closed_at = CASE WHEN $2 IN ('closed', 'cancelled') THEN desk_now() END,
         snoozed_until = CASE WHEN $2 IN ('resolved', 'closed', 'cancelled') THEN NULL ELSE snoozed_until END,
         snoozed_by = CASE WHEN $2 IN ('resolved', 'closed', 'cancelled') THEN NULL ELSE snoozed_by END,
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

  private async numbersOf(tx: Transaction, { id }: TicketRecord): Promise<Map<string, string>> {
    const rows = await tx.query<{ conversationId: string; number: string }>(NUMBERS, [id]);
    return new Map(rows.map(({ conversationId, number }) => [conversationId, number]));
  }

  /** Ends and new beginnings stand in the thread; pauses in between do not interrupt it. */
  private async tellCustomer(
    tx: Transaction,
    before: TicketRecord,
    after: TicketRecord,
    numbers: ReadonlyMap<string, string>,
  ): Promise<void> {
    if (!DONE.includes(after.status) && !DONE.includes(before.status)) return;
    const line = { kind: 'system' as const, author: SYSTEM, body: '' };
    await Promise.all(
      after.conversationIds.flatMap((conversationId) => {
        const lines: EntryData[] = [{ type: 'ticket_status', status: after.status }];
        const number = numbers.get(conversationId);
        if (number) lines.push({ type: 'rating_requested', number });
        return lines.map((data) => this.entries.add(tx, { ...line, conversationId, data }));
      }),
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
