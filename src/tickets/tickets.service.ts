import { Injectable } from '@nestjs/common';
import { Entries, SYSTEM } from '../conversations/index.js';
import type { Transaction } from '../platform/db/index.js';
import type { Principal } from '../platform/push/index.js';
import { type Assignment, Assignments } from './assignments.service.js';
import { type EditedTicket, Edits, type TicketPatch } from './edits.service.js';
import { escalatedText } from './escalated-text.js';
import { type GivenPromise, GivenPromises } from './given-promises.service.js';
import { type ClaimedTicket, Handovers } from './handovers.service.js';
import { type OpenedTicket, type Opening, Openings } from './opening.service.js';
import { type Due, Promises, type ReachedRung } from './promises.service.js';
import { type StatusChange, StatusChanges } from './status-changes.service.js';
import type { TicketActor } from './ticket.events.js';
import type { TicketRecord } from './ticket.record.js';
import { TicketLocks } from './ticket-locks.service.js';
import { Timeline, type TimelineLine } from './timeline.service.js';
import { Watchers } from './watchers.service.js';

/** The verbs of a ticket for rooms to the left. Each belongs into a transaction of the caller's. */
@Injectable()
export class Tickets {
  constructor(
    private readonly openings: Openings,
    private readonly assignments: Assignments,
    private readonly handovers: Handovers,
    private readonly statuses: StatusChanges,
    private readonly edits: Edits,
    private readonly promises: Promises,
    private readonly timeline: Timeline,
    private readonly locks: TicketLocks,
    private readonly given: GivenPromises,
    private readonly watchers: Watchers,
    private readonly entries: Entries,
  ) {}

  openForConversation(tx: Transaction, opening: Opening): Promise<OpenedTicket> {
    return this.openings.openForConversation(tx, opening);
  }

  assign(
    tx: Transaction,
    assignment: Assignment,
    locked?: TicketRecord,
  ): Promise<{ number: string; withdrawnFrom: Principal[] }> {
    return this.assignments.assign(tx, assignment, locked);
  }

  /** Tells everybody of what a claim of routing's has just given, see {@link giveWaiting}. */
  followClaims(tx: Transaction, claims: readonly ClaimedTicket[]): Promise<void> {
    return this.handovers.followClaims(tx, claims);
  }

  transition(tx: Transaction, change: StatusChange): Promise<TicketRecord> {
    return this.statuses.transition(tx, change);
  }

  edit(
    tx: Transaction,
    edit: { ticketId: string; version: number; patch: TicketPatch; actor: TicketActor },
  ): Promise<EditedTicket> {
    return this.edits.edit(tx, edit);
  }

  setDue(tx: Transaction, ticketId: string, due: Due): Promise<void> {
    return this.promises.setDue(tx, ticketId, due);
  }

  /** @throws DeskError `not_found` */
  escalate(tx: Transaction, rungs: ReachedRung[]): Promise<void> {
    return this.promises.escalate(tx, rungs);
  }

  /** Gives the customer a date, or another in place of the one that stands. @throws DeskError `illegal_transition`, `invalid_input` */
  promise(tx: Transaction, promise: GivenPromise): Promise<TicketRecord> {
    return this.given.give(tx, promise);
  }

  /** Lets somebody of the staff see it from now on, as a rung of the ladder says. @throws DeskError `not_found` */
  async addWatcher(tx: Transaction, ticketId: string, staffId: string): Promise<void> {
    await this.watchers.add(tx, await this.locks.lock(tx, ticketId), staffId, 'escalated');
  }

  /** Says to the customer, in every thread of the case, that somebody senior looks at it; and by when they hear, if that is ahead. */
  async tellEscalated(tx: Transaction, ticketId: string, hearBy: Date | undefined): Promise<void> {
    const { conversationIds, locale } = await this.locks.lock(tx, ticketId);
    const body = escalatedText(locale, hearBy);
    for (const conversationId of conversationIds)
      await this.entries.add(tx, { conversationId, kind: 'system', author: SYSTEM, body });
  }

  record(tx: Transaction, ticketId: string, line: TimelineLine): Promise<void> {
    return this.timeline.record(tx, ticketId, line);
  }

  /** The same to any number of tickets, in one statement. */
  recordAll(tx: Transaction, lines: readonly (TimelineLine & { ticketId: string })[]): Promise<void> {
    return this.timeline.recordAll(tx, lines);
  }

  /** Locks its conversations by id, then the ticket. @throws DeskError `not_found` */
  lock(tx: Transaction, ticketId: string): Promise<TicketRecord> {
    return this.locks.lock(tx, ticketId);
  }
}
