import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '../contract/index.js';
import { Entries, SYSTEM } from '../conversations/index.js';
import { firstName } from '../people/index.js';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Outbox } from '../platform/outbox/index.js';
import type { Principal } from '../platform/push/index.js';
import { Notes } from './notes.service.js';
import { Sight } from './sight.service.js';
import { type TicketActor, TicketAssigned, ticketKey } from './ticket.events.js';
import { factsOf, type TicketRecord } from './ticket.record.js';
import { TicketLocks } from './ticket-locks.service.js';
import { Timeline } from './timeline.service.js';
import { ACTIVE_STATUSES } from './transitions.data.js';

export interface Assignment {
  ticketId: string;
  teamId: string;
  /** Null: to the team, where it waits for somebody. */
  staffId: string | null;
  actor: TicketActor;
  /** For colleagues; no customer ever sees it. */
  note?: string;
  /** `claimed`, `routed`, `handed_over`, `returned`, …; in the timeline and in the event. */
  because: string;
}

type Target = { key: string; name: LocalizedText; staffName: string | null; member: boolean };

const TARGET = `
  SELECT t.key, t.name, s.name AS "staffName",
         s.disabled_at IS NULL AND s.joined_at IS NOT NULL AND EXISTS (
           SELECT 1 FROM team_members m WHERE m.team_id = t.id AND m.staff_id = s.id) AS member
  FROM teams t LEFT JOIN staff s ON s.id = $2 WHERE t.id = $1 AND t.archived_at IS NULL FOR KEY SHARE OF t`;

/** Who has the case: a person, or a team in which it waits for one. */
@Injectable()
export class Assignments {
  constructor(
    private readonly locks: TicketLocks,
    private readonly sight: Sight,
    private readonly entries: Entries,
    private readonly notes: Notes,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Gives a ticket to a member of a team, or back to a team. A team that gives it away loses sight, save who watches it.
   * Who calls answers for capacity, see {@link AssigneeGate}.
   * @param locked the ticket, by who has locked it in this transaction already
   * @returns the staff principals that lost sight
   * @throws DeskError `illegal_transition` when it is done, `invalid_input` for who is not of that team
   */
  async assign(
    tx: Transaction,
    assignment: Assignment,
    locked?: TicketRecord,
  ): Promise<{ number: string; withdrawnFrom: Principal[] }> {
    const before = locked ?? (await this.locks.lock(tx, assignment.ticketId));
    if (!ACTIVE_STATUSES.some((status) => status === before.status)) throw new DeskError('illegal_transition');
    const target = await this.target(tx, assignment);
    if (assignment.note) await this.notes.add(tx, before, assignment.actor, assignment.note);
    if (before.teamId === assignment.teamId && before.assigneeId === assignment.staffId)
      return { number: before.number, withdrawnFrom: [] };
    const after = given(before, assignment);
    const [, withdrawnFrom] = await Promise.all([
      this.write(tx, after),
      // Before the line in the thread, so that whoever has it now hears of it.
      this.sight.write(tx, after),
      this.tellCustomer(tx, before, after, target),
      this.timeline.record(tx, after.id, {
        kind: after.assigneeId ? 'assigned' : 'handed_over',
        actor: assignment.actor,
        data: {
          team: target.name,
          because: assignment.because,
          ...(target.staffName && { name: firstName(target.staffName), staffName: target.staffName }),
        },
        customerVisible: after.assigneeId !== null || before.teamId !== after.teamId,
      }),
    ]);
    await this.outbox.add(
      tx,
      TicketAssigned(ticketKey(after.id), {
        ...factsOf(after),
        formerTeamId: before.teamId,
        formerAssigneeId: before.assigneeId,
        because: assignment.because,
        actor: assignment.actor,
        withdrawnFrom,
      }),
    );
    return { number: after.number, withdrawnFrom };
  }

  private async target(tx: Transaction, { teamId, staffId }: Assignment): Promise<Target> {
    const target = await tx.one<Target>(TARGET, [teamId, staffId]);
    if (!target) throw new DeskError('invalid_input', { errors: [{ path: 'teamId', message: 'no such team' }] });
    if (staffId && !target.member)
      throw new DeskError('invalid_input', { errors: [{ path: 'staffId', message: 'not a member of this team' }] });
    return target;
  }

  private async write(tx: Transaction, { id, teamId, assigneeId, status }: TicketRecord): Promise<void> {
    await tx.query(
      `UPDATE tickets SET team_id = $2, assignee_id = $3, status = $4, version = version + 1, last_activity_at = desk_now()
       WHERE id = $1`,
      [id, teamId, assigneeId, status],
    );
  }

  private async tellCustomer(
    tx: Transaction,
    before: TicketRecord,
    after: TicketRecord,
    target: Target,
  ): Promise<void> {
    for (const conversationId of after.conversationIds) {
      const line = { conversationId, kind: 'system' as const, author: SYSTEM, body: '' };
      if (before.teamId !== after.teamId)
        await this.entries.add(tx, { ...line, data: { type: 'handed_over', team: target.name } });
      if (after.assigneeId && target.staffName)
        await this.entries.add(tx, { ...line, data: { type: 'agent_joined', name: firstName(target.staffName) } });
    }
  }
}

/** Whoever gets it has it in hand, so `new` ends; a team that gets it from another starts on it afresh. */
function given(before: TicketRecord, { teamId, staffId }: Assignment): TicketRecord {
  const taken = before.status === 'new' && staffId !== null;
  const afresh = before.status !== 'new' && staffId === null;
  const status = taken || afresh ? 'open' : before.status;
  return { ...before, teamId, assigneeId: staffId, status, version: before.version + 1 };
}
