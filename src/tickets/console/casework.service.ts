import { Injectable } from '@nestjs/common';
import { LIMITS, type TicketStatus, type TicketView, type TimelineEventView } from '../../contract/index.js';
import { Customers, type StaffPrincipal } from '../../people/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Access, can } from '../access.service.js';
import { AssigneeGate } from '../assignee-gate.js';
import { Assignments } from '../assignments.service.js';
import { Edits, type TicketPatch } from '../edits.service.js';
import { GivenPromises } from '../given-promises.service.js';
import { StatusChanges } from '../status-changes.service.js';
import type { TicketRecord } from '../ticket.record.js';
import { Timeline } from '../timeline.service.js';
import { ACTIVE_STATUSES, movesFrom } from '../transitions.data.js';
import { type DetailRow, ticketView } from './ticket.presenter.js';
import { DETAIL } from './ticket-list.sql.js';

type Row = DetailRow & { [column: string]: unknown };

/** What staff do with a ticket by its number: each deed is permitted under the lock in which it is done. */
@Injectable()
export class Casework {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly gate: AssigneeGate,
    private readonly assignments: Assignments,
    private readonly statuses: StatusChanges,
    private readonly edits: Edits,
    private readonly promises: GivenPromises,
    private readonly timelines: Timeline,
    private readonly customers: Customers,
    private readonly clock: Clock,
  ) {}

  async view(staff: StaffPrincipal, number: string): Promise<TicketView> {
    const ticket = await this.access.find(staff, number, 'see');
    const [row] = await this.database.prepared<Row>('ticket_detail', DETAIL, [ticket.id, staff.staffId]);
    if (!row) throw new DeskError('not_found');
    return ticketView(row, {
      conversationIds: ticket.conversationIds,
      customer: await this.customers.verifiedIdentity(ticket.customerId),
      allowed: this.allowed(staff, ticket),
    });
  }

  async timeline(staff: StaffPrincipal, number: string): Promise<{ items: TimelineEventView[] }> {
    const ticket = await this.access.find(staff, number, 'see');
    return { items: await this.timelines.of(ticket.id) };
  }

  /** @returns `withdrawn`: whether the giver no longer sees it */
  async assign(
    staff: StaffPrincipal,
    number: string,
    to: { teamId: string; staffId?: string; note?: string },
  ): Promise<{ number: string; withdrawn: boolean }> {
    return await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, staff, number, 'work');
      if (to.staffId && to.staffId !== ticket.assigneeId)
        await this.gate.admit(tx, { ticketId: ticket.id, staffId: to.staffId });
      const assignment = {
        ticketId: ticket.id,
        teamId: to.teamId,
        staffId: to.staffId ?? null,
        note: to.note,
        actor: actorOf(staff),
        because: to.staffId === staff.staffId ? 'claimed' : 'handed_over',
      };
      await this.assignments.assign(tx, assignment, ticket);
      const after = { ...ticket, teamId: to.teamId, assigneeId: to.staffId ?? null };
      return { number: ticket.number, withdrawn: !can(staff, after, 'see') };
    });
  }

  async transition(staff: StaffPrincipal, number: string, to: TicketStatus, note?: string): Promise<TicketView> {
    await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, staff, number, 'work');
      await this.statuses.transition(
        tx,
        { ticketId: ticket.id, to, note, actor: actorOf(staff), because: 'set' },
        ticket,
      );
    });
    return await this.view(staff, number);
  }

  async edit(staff: StaffPrincipal, number: string, version: number, patch: TicketPatch): Promise<TicketView> {
    await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, staff, number, 'work');
      await this.edits.edit(tx, { ticketId: ticket.id, version, patch, actor: actorOf(staff) });
    });
    return await this.view(staff, number);
  }

  async promise(staff: StaffPrincipal, number: string, promisedAt: Date, basis: string): Promise<TicketView> {
    await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, staff, number, 'work');
      await this.promises.give(tx, { ticketId: ticket.id, promisedAt, basis, actor: actorOf(staff) });
    });
    return await this.view(staff, number);
  }

  async keepPromise(staff: StaffPrincipal, number: string, note: string): Promise<TicketView> {
    await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, staff, number, 'work');
      await this.promises.keep(tx, { ticketId: ticket.id, note, actor: actorOf(staff) });
    });
    return await this.view(staff, number);
  }

  async enter(staff: StaffPrincipal, number: string, reason: string): Promise<TicketView> {
    await this.access.enter(staff, number, reason);
    return await this.view(staff, number);
  }

  /** The console offers these and no others. */
  private allowed(staff: StaffPrincipal, ticket: TicketRecord): TicketView['allowed'] {
    const work = can(staff, ticket, 'work');
    const since = ticket.closedAt ? this.clock.now().getTime() - ticket.closedAt.getTime() : 0;
    const ended = since > LIMITS.reopenDays * 86_400_000;
    return {
      transitions: work && !ended ? movesFrom(ticket.status, 'staff') : [],
      reply: can(staff, ticket, 'reply') && !ended,
      assign: work && ACTIVE_STATUSES.some((status) => status === ticket.status),
      edit: work,
    };
  }
}

const actorOf = (staff: StaffPrincipal) => ({ kind: 'staff' as const, id: staff.staffId });
