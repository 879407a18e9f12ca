import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '../contract/index.js';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import type { Principal } from '../platform/push/index.js';
import { Handovers } from './handovers.service.js';
import { Notes } from './notes.service.js';
import type { TicketActor } from './ticket.events.js';
import type { TicketRecord } from './ticket.record.js';
import { TicketLocks } from './ticket-locks.service.js';
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
    private readonly notes: Notes,
    private readonly handovers: Handovers,
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
    const target = await this.insist(tx, before, assignment);
    if (assignment.note) await this.notes.add(tx, before, assignment.actor, assignment.note);
    if (before.teamId === assignment.teamId && before.assigneeId === assignment.staffId)
      return { number: before.number, withdrawnFrom: [] };
    const after = given(before, assignment);
    const { actor, because } = assignment;
    const { teamId: formerTeamId, assigneeId: formerAssigneeId } = before;
    const change = {
      after,
      formerTeamId,
      formerAssigneeId,
      team: target.name,
      staffName: target.staffName,
      actor,
      because,
    };
    const [, withdrawn] = await Promise.all([this.write(tx, after), this.handovers.follow(tx, [change])]);
    return { number: after.number, withdrawnFrom: withdrawn.get(after.id) ?? [] };
  }

  /** That it can go there, whoever has room. @throws DeskError as {@link assign} */
  async insist(
    tx: Transaction,
    { status }: TicketRecord,
    { teamId, staffId }: Pick<Assignment, 'teamId' | 'staffId'>,
  ): Promise<Target> {
    if (!ACTIVE_STATUSES.some((active) => active === status)) throw new DeskError('illegal_transition');
    const target = await tx.one<Target>(TARGET, [teamId, staffId]);
    if (!target) throw new DeskError('invalid_input', { errors: [{ path: 'teamId', message: 'no such team' }] });
    if (staffId && !target.member)
      throw new DeskError('invalid_input', { errors: [{ path: 'staffId', message: 'not a member of this team' }] });
    return target;
  }

  /** Whoever gets it finds it among what is theirs, even if who had it had put it off. */
  private async write(tx: Transaction, { id, teamId, assigneeId, status }: TicketRecord): Promise<void> {
    await tx.query(
      `UPDATE tickets SET team_id = $2, assignee_id = $3, status = $4, version = version + 1, last_activity_at = desk_now(),
         snoozed_until = NULL, snoozed_by = NULL
       WHERE id = $1`,
      [id, teamId, assigneeId, status],
    );
  }
}

/** Whoever gets it has it in hand, so `new` ends; a team that gets it from another starts on it afresh. */
function given(before: TicketRecord, { teamId, staffId }: Assignment): TicketRecord {
  const taken = before.status === 'new' && staffId !== null;
  const afresh = before.status !== 'new' && staffId === null;
  const status = taken || afresh ? 'open' : before.status;
  return { ...before, teamId, assigneeId: staffId, status, version: before.version + 1 };
}
