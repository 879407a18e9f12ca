import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '../contract/index.js';
import { Entries } from '../conversations/index.js';
import { firstName } from '../people/index.js';
import type { Transaction } from '../platform/db/index.js';
import { Outbox } from '../platform/outbox/index.js';
import type { Principal } from '../platform/push/index.js';
import { Sight } from './sight.service.js';
import { type TicketActor, TicketAssigned, ticketKey } from './ticket.events.js';
import { factsOf, RECORD_COLUMNS, type TicketRecord } from './ticket.record.js';
import { Timeline, type TimelineLine } from './timeline.service.js';

const SYSTEM_ACTOR: TicketActor = { kind: 'system', id: null };

/** A ticket that has changed hands. */
export interface Handover {
  /** As it is now; locked, with its conversations. */
  after: TicketRecord;
  formerTeamId: string;
  formerAssigneeId: string | null;
  team: LocalizedText;
  /** Of who has it now. */
  staffName: string | null;
  actor: TicketActor;
  because: string;
  /** Lines of the timeline that go before the one of the change. */
  reasons?: readonly TimelineLine[];
}

/** A ticket that waited in this team until a claim gave it to somebody, of that team or of one to which it overflows. */
export type ClaimedTicket = Pick<Handover, 'formerTeamId' | 'reasons'> & { ticketId: string };

type Claimed = TicketRecord & { team: LocalizedText; staffName: string };

/** What follows when tickets have changed hands: who sees them, what their customers read, the timeline, the fact. */
@Injectable()
export class Handovers {
  constructor(
    private readonly sight: Sight,
    private readonly entries: Entries,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /** After {@link giveWaiting}, in the same transaction. */
  async followClaims(tx: Transaction, claims: readonly ClaimedTicket[]): Promise<void> {
    const given = await tx.query<Claimed & { [column: string]: unknown }>(
      `SELECT ${RECORD_COLUMNS}, (SELECT name FROM teams WHERE id = t.team_id) AS team,
              (SELECT name FROM staff WHERE id = t.assignee_id) AS "staffName"
       FROM tickets t WHERE t.id = ANY($1::uuid[])`,
      [claims.map(({ ticketId }) => ticketId)],
    );
    const handovers = claims.flatMap(({ ticketId, ...claim }) => {
      const { team, staffName, ...after } = given.find(({ id }) => id === ticketId) as Claimed;
      const because = claim.formerTeamId === after.teamId ? 'routed' : 'overflow';
      return { ...claim, after, team, staffName, formerAssigneeId: null, actor: SYSTEM_ACTOR, because };
    });
    await this.follow(tx, handovers);
  }

  /** Of any number of tickets in two round trips. @returns by ticket id the staff principals that lost sight */
  async follow(tx: Transaction, handovers: readonly Handover[]): Promise<Map<string, Principal[]>> {
    const [withdrawn] = await Promise.all([
      // Before the line in the thread, so that whoever has it now hears of it.
      this.sight.writeAll(
        tx,
        handovers.map(({ after }) => after),
      ),
      this.entries.addLines(tx, handovers.flatMap(customerLines)),
      this.timeline.recordAll(tx, handovers.flatMap(timelineLines)),
    ]);
    await this.outbox.add(
      tx,
      ...handovers.map(({ after, formerTeamId, formerAssigneeId, because, actor }) =>
        TicketAssigned(ticketKey(after.id), {
          ...factsOf(after),
          formerTeamId,
          formerAssigneeId,
          because,
          actor,
          withdrawnFrom: withdrawn.get(after.id) ?? [],
        }),
      ),
    );
    return withdrawn;
  }
}

function customerLines({ after, formerTeamId, team, staffName }: Handover) {
  return after.conversationIds.flatMap((conversationId) => [
    ...(after.teamId === formerTeamId ? [] : [{ conversationId, data: { type: 'handed_over' as const, team } }]),
    ...(after.assigneeId && staffName
      ? [{ conversationId, data: { type: 'agent_joined' as const, name: firstName(staffName) } }]
      : []),
  ]);
}

function timelineLines({ after, formerTeamId, team, staffName, actor, because, reasons = [] }: Handover) {
  const change: TimelineLine = {
    kind: after.assigneeId ? 'assigned' : 'handed_over',
    actor,
    data: { team, because, ...(staffName && { name: firstName(staffName), staffName }) },
    customerVisible: after.assigneeId !== null || after.teamId !== formerTeamId,
  };
  return [...reasons, change].map((line) => ({ ...line, ticketId: after.id }));
}
