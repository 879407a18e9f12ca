import { Injectable } from '@nestjs/common';
import { LIMITS, type TicketStatus, type TicketView, type TimelineEventView } from '../../contract/index.js';
import { Customers, type StaffPrincipal } from '../../people/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Access, can } from '../access.service.js';
import { Checklists } from '../checklists/checklists.service.js';
import { Edits, type TicketPatch } from '../edits.service.js';
import { GivenPromises } from '../given-promises.service.js';
import { Snoozes } from '../snoozes/snoozes.service.js';
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
    private readonly statuses: StatusChanges,
    private readonly edits: Edits,
    private readonly promises: GivenPromises,
    private readonly timelines: Timeline,
    private readonly customers: Customers,
    private readonly clock: Clock,
    private readonly checklists: Checklists,
    private readonly snoozes: Snoozes,
  ) {}

  async view(staff: StaffPrincipal, number: string): Promise<TicketView> {
    const ticket = await this.access.find(staff, number, 'see');
    const [row] = await this.database.prepared<Row>('ticket_detail', DETAIL, [ticket.id, staff.staffId]);
    if (!row) throw new DeskError('not_found');
    return ticketView(row, {
      conversationIds: ticket.conversationIds,
      customer: await this.customers.verifiedIdentity(ticket.customerId),
      allowed: this.allowed(staff, ticket),
      watching: ticket.watcherIds.includes(staff.staffId),
    });
  }

  async timeline(staff: StaffPrincipal, number: string): Promise<{ items: TimelineEventView[] }> {
    const ticket = await this.access.find(staff, number, 'see');
    return { items: await this.timelines.of(ticket.id) };
  }

  async transition(
    staff: StaffPrincipal,
    number: string,
    change: { to: TicketStatus; note?: string; despiteTasks?: boolean },
  ): Promise<TicketView> {
    await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, staff, number, 'work');
      await this.statuses.transition(
        tx,
        { ticketId: ticket.id, ...change, actor: actorOf(staff), because: 'set' },
        ticket,
      );
    });
    return await this.view(staff, number);
  }

  async edit(staff: StaffPrincipal, number: string, version: number, patch: TicketPatch): Promise<TicketView> {
    const { leftOut } = await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, staff, number, 'work');
      return await this.edits.edit(tx, { ticketId: ticket.id, version, patch, actor: actorOf(staff) });
    });
    return { ...(await this.view(staff, number)), ...(leftOut.length > 0 && { leftOut }) };
  }

  async check(staff: StaffPrincipal, number: string, item: string, done: boolean): Promise<TicketView> {
    await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, staff, number, 'work');
      await this.checklists.set(tx, ticket, item, done, staff.staffId);
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

  async snooze(staff: StaffPrincipal, number: string, until: Date): Promise<TicketView> {
    await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, staff, number, 'work');
      await this.snoozes.snooze(tx, ticket, staff, until);
    });
    return await this.view(staff, number);
  }

  async wake(staff: StaffPrincipal, number: string): Promise<TicketView> {
    await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, staff, number, 'work');
      await this.snoozes.wake(tx, ticket, 'staff', actorOf(staff));
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
    const active = ACTIVE_STATUSES.some((status) => status === ticket.status);
    const ended = since > LIMITS.reopenDays * 86_400_000;
    return {
      transitions:
        work && !ended ? movesFrom(ticket.status, 'staff').filter((to) => !ticket.internal || to !== 'pending') : [],
      reply: can(staff, ticket, 'reply') && !ended,
      assign: work && active,
      edit: work,
      ...(work && active && ticket.assigneeId === staff.staffId && { snooze: true as const }),
    };
  }
}

const actorOf = (staff: StaffPrincipal) => ({ kind: 'staff' as const, id: staff.staffId });
