import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Access, can } from '../access.service.js';
import { AssigneeGate, type Gift } from '../assignee-gate.js';
import { Assignments } from '../assignments.service.js';
import type { StandingFacts } from '../permissions.data.js';
import type { TicketRecord } from '../ticket.record.js';

/** A person of a team, or a team without one. */
export interface Holder {
  teamId: string;
  staffId?: string;
}

/** By hand: to a person, to a team, or to oneself. */
@Injectable()
export class Transfers {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly gate: AssigneeGate,
    private readonly assignments: Assignments,
  ) {}

  /**
   * What is there already stays as it is: to accept twice does no harm.
   * @param to.from where the giver saw it
   * @returns `withdrawn`: whether the giver no longer sees it
   * @throws DeskError `conflict` when it is elsewhere by now, saying with whom; `illegal_transition`, `invalid_input`,
   * `capacity_exceeded`, `person_away`
   */
  async assign(
    staff: StaffPrincipal,
    number: string,
    to: Holder & { note?: string; from?: Holder },
  ): Promise<{ number: string; withdrawn: boolean }> {
    return await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, staff, number, 'work');
      if (to.from && !isWith(ticket, to) && !isWith(ticket, to.from)) throw await takenBy(tx, ticket);
      await this.give(tx, staff, ticket, to);
      const after = { ...ticket, teamId: to.teamId, assigneeId: to.staffId ?? null };
      return { number: ticket.number, withdrawn: !can(staff, after, 'see') };
    });
  }

  /** The same as part of a larger change. @param ticket under its lock; who calls has seen to it that they may */
  async give(
    tx: Transaction,
    staff: StandingFacts,
    ticket: TicketRecord,
    to: Holder & { note?: string },
  ): Promise<void> {
    await this.assignments.insist(tx, ticket, { teamId: to.teamId, staffId: to.staffId ?? null });
    if (to.staffId && to.staffId !== ticket.assigneeId)
      await this.gate.admit(tx, { ticketId: ticket.id, staffId: to.staffId, by: giver(staff, to.staffId) });
    const assignment = {
      ticketId: ticket.id,
      teamId: to.teamId,
      staffId: to.staffId ?? null,
      note: to.note,
      actor: { kind: 'staff' as const, id: staff.staffId },
      because: because(staff, ticket, to.staffId),
    };
    await this.assignments.assign(tx, assignment, ticket);
  }
}

/** Whether it is there already. */
export const isWith = (ticket: TicketRecord, { teamId, staffId }: Holder) =>
  ticket.teamId === teamId && (ticket.assigneeId ?? undefined) === staffId;

function giver({ staffId, role }: StandingFacts, to: string): Gift['by'] {
  if (to !== staffId) return 'colleague';
  return role === 'agent' ? 'self' : 'supervisor';
}

function because({ staffId, role }: StandingFacts, { assigneeId }: TicketRecord, to: string | undefined): string {
  if (to !== staffId) return 'handed_over';
  return role !== 'agent' && assigneeId !== null ? 'taken_over' : 'claimed';
}

async function takenBy(tx: Transaction, { teamId, assigneeId }: TicketRecord): Promise<DeskError> {
  const now = await tx.one<{ team: LocalizedText; name: string | null }>(
    'SELECT name AS team, (SELECT name FROM staff WHERE id = $2) AS name FROM teams WHERE id = $1',
    [teamId, assigneeId],
  );
  const { team, name } = now ?? { team: { 'zh-CN': '', en: '' }, name: null };
  return new DeskError('conflict', {
    detail: {
      'zh-CN': name ? `${name}（${team['zh-CN']}）已经接手了。` : `它现在在${team['zh-CN']}排队。`,
      en: name ? `${name} (${team.en}) has it by now.` : `It waits in ${team.en} by now.`,
    },
  });
}
