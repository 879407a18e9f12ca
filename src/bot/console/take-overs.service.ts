import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '../../contract/index.js';
import { Conversations } from '../../conversations/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { AssigneeGate, FRONTLINE_TEAM, Tickets } from '../../tickets/index.js';
import { KnownFacts, openingOf } from '../hand-over/known-facts.service.js';

/** Of the teams $1: that of the sub-category $2, else the front line, else any. */
const OWN_TEAM = `
  SELECT id FROM teams WHERE id = ANY($1::uuid[]) AND archived_at IS NULL
   ORDER BY (key = (SELECT team_key FROM sub_categories WHERE key = $2)) IS TRUE DESC, key = '${FRONTLINE_TEAM}' DESC, key LIMIT 1`;

const WHO_HAS_IT = `
  SELECT m.name AS team, s.name FROM tickets t JOIN teams m ON m.id = t.team_id LEFT JOIN staff s ON s.id = t.assignee_id
   WHERE t.id = $1`;

const NO_TEAM: LocalizedText = {
  'zh-CN': '您不属于任何小组，不能接待客户。请管理员先把您加入一个小组。',
  en: 'You are in no team, so you cannot serve customers. Ask an administrator to add you to one.',
};

/** 接管: a person steps in before anybody has asked for one. */
@Injectable()
export class TakeOvers {
  constructor(
    private readonly database: Database,
    private readonly conversations: Conversations,
    private readonly tickets: Tickets,
    private readonly gate: AssigneeGate,
    private readonly facts: KnownFacts,
  ) {}

  /**
   * Opens the case, assigned to who takes it; who has taken it already is told its number again.
   * @throws DeskError `not_found`, `conflict` when it is a case by now, saying whose; `capacity_exceeded`, `forbidden` without a team
   */
  async take(staff: StaffPrincipal, conversationId: string): Promise<{ number: string }> {
    return await this.database.transaction(async (tx) => {
      await this.conversations.lock(tx, conversationId);
      const dialogue = await this.facts.of(tx, conversationId);
      if (!dialogue) throw new DeskError('not_found');
      const opening = openingOf(dialogue);
      const team = await tx.one<{ id: string }>(OWN_TEAM, [staff.teamIds, opening.subCategory ?? null]);
      if (!team) throw new DeskError('forbidden', { detail: NO_TEAM });
      const actor = { kind: 'staff' as const, id: staff.staffId };
      const { ticketId, number, opened } = await this.tickets.openForConversation(tx, {
        conversationId,
        reason: 'taken_over',
        ...opening,
        teamId: team.id,
        actor,
      });
      const ticket = await this.tickets.lock(tx, ticketId);
      if (!opened) {
        if (ticket.assigneeId === staff.staffId) return { number };
        throw await takenBy(tx, ticketId);
      }
      const by = staff.role === 'agent' ? 'self' : 'supervisor';
      await this.gate.admit(tx, { ticketId, staffId: staff.staffId, by });
      const assignment = { ticketId, teamId: team.id, staffId: staff.staffId, actor, because: 'claimed' };
      await this.tickets.assign(tx, assignment, ticket);
      return { number };
    });
  }
}

async function takenBy(tx: Transaction, ticketId: string): Promise<DeskError> {
  const { team, name } = (await tx.one<{ team: LocalizedText; name: string | null }>(WHO_HAS_IT, [ticketId])) ?? {
    team: { 'zh-CN': '', en: '' },
    name: null,
  };
  return new DeskError('conflict', {
    detail: {
      'zh-CN': name ? `${name}（${team['zh-CN']}）已经接手了。` : `它已转人工，在${team['zh-CN']}排队。`,
      en: name ? `${name} (${team.en}) has it by now.` : `It is with people by now and waits in ${team.en}.`,
    },
  });
}
