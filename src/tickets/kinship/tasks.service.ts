import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../people/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Access } from '../access.service.js';
import { AssigneeGate } from '../assignee-gate.js';
import { Assignments } from '../assignments.service.js';
import { Notes } from '../notes.service.js';
import { nextNumber } from '../opening.service.js';
import { TicketTaskOpened, ticketKey } from '../ticket.events.js';
import { factsOf, type TicketRecord } from '../ticket.record.js';
import { TicketLocks } from '../ticket-locks.service.js';
import { Timeline } from '../timeline.service.js';
import { ACTIVE_STATUSES } from '../transitions.data.js';

export interface NewTask {
  subject: string;
  /** Default: the team that has the case. */
  teamId?: string;
  /** Of that team; left out: it waits in the team's list. */
  staffId?: string;
  /** For whoever does it. */
  note?: string;
}

/** Customer, shop and what it is about are the case's; nobody was promised anything of it. */
const INSERT = `
  INSERT INTO tickets (id, number, site_id, customer_id, shop_id, tier, category, sub_category, nature, priority, status, team_id,
                       subject, locale, parent_id, internal)
  SELECT $1, $2, site_id, customer_id, shop_id, tier, category, sub_category, nature, priority, 'new', $4, $5, locale, id, true
  FROM tickets WHERE id = $3`;

/** Who opened it and who has the case follow it, wherever it goes. */
const FOLLOW = `
  INSERT INTO ticket_watchers (ticket_id, staff_id, reason)
  SELECT $1, staff, 'task' FROM (SELECT DISTINCT unnest($2::uuid[]) AS staff) followers`;

/**
 * Work of colleagues on a case: a ticket without a conversation, of which its customer never hears. It is in the lists of its team
 * and in the hands of whoever takes it; it does not queue, as nobody waits in front of a window for it.
 */
@Injectable()
export class Tasks {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly locks: TicketLocks,
    private readonly assignments: Assignments,
    private readonly gate: AssigneeGate,
    private readonly notes: Notes,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @returns its number
   * @throws DeskError `not_found`, `forbidden`, `illegal_transition` for a case that is done, or a task, `invalid_input`,
   * `capacity_exceeded`, `person_away`
   */
  async open(staff: StaffPrincipal, number: string, task: NewTask): Promise<string> {
    return await this.database.transaction(async (tx) => {
      const parent = await this.access.lock(tx, staff, number, 'work');
      if (parent.internal || !ACTIVE_STATUSES.some((status) => status === parent.status))
        throw new DeskError('illegal_transition');
      const teamId = task.teamId ?? parent.teamId;
      await this.assignments.insist(tx, parent, { teamId, staffId: task.staffId ?? null });
      const opened = await this.insert(tx, parent, { ...task, teamId }, staff);
      if (task.staffId) await this.give(tx, staff, opened, task.staffId);
      return opened.number;
    });
  }

  private async insert(
    tx: Transaction,
    parent: TicketRecord,
    { subject, teamId, note }: NewTask & { teamId: string },
    { staffId }: StaffPrincipal,
  ): Promise<TicketRecord> {
    const id = newId();
    const actor = { kind: 'staff' as const, id: staffId };
    await tx.query(INSERT, [id, await nextNumber(tx), parent.id, teamId, subject]);
    await tx.query(FOLLOW, [id, [staffId, ...(parent.assigneeId ? [parent.assigneeId] : [])]]);
    const task = await this.locks.lock(tx, id);
    const of = { number: task.number, subject };
    await this.timeline.recordAll(tx, [
      { ticketId: parent.id, kind: 'task_opened', actor, data: of, customerVisible: false },
      { ticketId: id, kind: 'opened', actor, data: { reason: 'task', parent: parent.number }, customerVisible: false },
    ]);
    if (note) await this.notes.add(tx, task, actor, note);
    await this.outbox.add(
      tx,
      TicketTaskOpened(ticketKey(id), { ...factsOf(task), parentId: parent.id, parentNumber: parent.number, actor }),
    );
    return task;
  }

  private async give(tx: Transaction, giver: StaffPrincipal, task: TicketRecord, staffId: string): Promise<void> {
    const own = giver.role === 'agent' ? 'self' : 'supervisor';
    await this.gate.admit(tx, { ticketId: task.id, staffId, by: staffId === giver.staffId ? own : 'colleague' });
    const actor = { kind: 'staff' as const, id: giver.staffId };
    const because = staffId === giver.staffId ? 'claimed' : 'handed_over';
    await this.assignments.assign(tx, { ticketId: task.id, teamId: task.teamId, staffId, actor, because }, task);
  }
}
