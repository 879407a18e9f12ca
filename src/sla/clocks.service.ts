import { Injectable } from '@nestjs/common';
import { Facts } from '../conversations/index.js';
import { newId } from '../platform/clock/index.js';
import type { Transaction } from '../platform/db/index.js';
import { type TicketRecord, Tickets } from '../tickets/index.js';
import { type ClockChange, type ClockTruth, planClocks, type TicketTruth } from './clock-plan.js';
import { BREACH_RUNG } from './policy/policy.data.js';

const SYSTEM = { kind: 'system' as const, id: null };

/** When it was opened, ended, brought back; and what people have said to the customer. */
const HISTORY = `
  SELECT t.opened_at AS "openedAt", e.done_at AS "doneAt", e.reopened_at AS "reopenedAt", e.handed_over_at AS "handedOverAt",
         r.last_at AS "lastStaffReplyAt"
  FROM tickets t
  CROSS JOIN LATERAL (
    SELECT max(created_at) FILTER (WHERE data ->> 'to' IN ('resolved', 'closed', 'cancelled')) AS done_at,
           max(created_at) FILTER (WHERE data ->> 'from' IN ('resolved', 'closed', 'cancelled') AND data ->> 'to' = 'open')
             AS reopened_at,
           max(created_at) FILTER (WHERE data ->> 'because' = 'handed_over' AND customer_visible) AS handed_over_at
    FROM ticket_events WHERE ticket_id = t.id AND kind IN ('status', 'assigned', 'handed_over')) e
  CROSS JOIN LATERAL (
    SELECT max(created_at) AS last_at FROM entries
    WHERE conversation_id = ANY($2::uuid[]) AND author_kind = 'staff' AND kind IN ('message', 'call')
      AND customer_seq IS NOT NULL) r
  WHERE t.id = $1`;

/** Times come back in whole milliseconds: an answer of the very millisecond in which a clock began was given before it. */
const CLOCKS = `
  SELECT c.id, c.kind, c.state, c.started_at AS "startedAt", c.target_seconds AS "targetSeconds", c.due_at AS "dueAt",
         CASE WHEN c.state = 'running' THEN (
           SELECT min(created_at) FROM entries
           WHERE conversation_id = ANY($2::uuid[]) AND author_kind = 'staff' AND kind IN ('message', 'call')
             AND customer_seq IS NOT NULL
             AND created_at > c.started_at + interval '1 millisecond') END AS "answeredAt"
  FROM clocks c WHERE c.ticket_id = $1 ORDER BY c.started_at FOR UPDATE`;

type Row = { [column: string]: unknown };

/** The clocks of a ticket, made to tell the truth. */
@Injectable()
export class Clocks {
  constructor(
    private readonly tickets: Tickets,
    private readonly facts: Facts,
  ) {}

  /**
   * Reads what is true under the locks of the conversations and the ticket, and brings the clocks into line: starts, ends,
   * times anew from the original start. Says on the ticket what is due next. Repeated, it does nothing.
   * @returns when the earliest rung that has not fired is due; undefined when none is
   */
  async follow(tx: Transaction, ticketId: string): Promise<Date | undefined> {
    const ticket = await this.tickets.lock(tx, ticketId);
    const truth = await this.truth(tx, ticket);
    for (const change of planClocks(truth)) await this.apply(tx, ticketId, change);
    const [next] = await tx.query<{ dueAt: Date; kind: ClockTruth['kind']; startedAt: Date; rungAt: Date | null }>(
      `SELECT due_at AS "dueAt", kind, started_at AS "startedAt", next_rung_at AS "rungAt"
       FROM clocks WHERE ticket_id = $1 AND state = 'running' ORDER BY due_at LIMIT 1`,
      [ticketId],
    );
    await this.tickets.setDue(tx, ticketId, {
      nextDueAt: next?.dueAt ?? null,
      nextDueKind: next?.kind ?? null,
      nextDueStartedAt: next?.startedAt ?? null,
      pausedAt: null,
    });
    return next?.rungAt ?? undefined;
  }

  private async truth(tx: Transaction, ticket: TicketRecord): Promise<TicketTruth> {
    const { conversationIds } = ticket;
    const facts = await this.facts.lock(tx, conversationIds);
    const history = await tx.one<
      Pick<TicketTruth, 'openedAt' | 'doneAt' | 'reopenedAt' | 'handedOverAt' | 'lastStaffReplyAt'> & Row
    >(HISTORY, [ticket.id, conversationIds]);
    const clocks = await tx.query<ClockTruth & Row>(CLOCKS, [ticket.id, conversationIds]);
    return {
      ...(history as NonNullable<typeof history>),
      status: ticket.status,
      tier: ticket.tier,
      priority: ticket.priority,
      firstStaffReplyAt: earliest(facts.map((fact) => fact.firstStaffReplyAt)),
      awaitingReplySince: earliest(facts.map((fact) => fact.awaitingReplySince)),
      lastCustomerMessageAt: latest(facts.map((fact) => fact.lastCustomerMessageAt)),
      clocks,
    };
  }

  private async apply(tx: Transaction, ticketId: string, change: ClockChange): Promise<void> {
    if (change.do === 'start')
      await tx.query(
        `INSERT INTO clocks (id, ticket_id, kind, target_seconds, started_at, due_at, state, next_rung, next_rung_at,
           tier, priority, team_id, policy_version, ladder, ladder_version, rung_times)
         SELECT $1, id, $3, $4, $5, $6, 'running', $7, $6, tier, priority, team_id, 1, $3, 1, ARRAY[$6::timestamptz]
         FROM tickets WHERE id = $2`,
        [newId(), ticketId, change.kind, change.targetSeconds, change.startedAt, change.dueAt, BREACH_RUNG],
      );
    else if (change.do === 'end')
      await tx.query('UPDATE clocks SET state = $2, met_at = $3, next_rung = NULL, next_rung_at = NULL WHERE id = $1', [
        change.id,
        change.state,
        change.metAt,
      ]);
    else await this.retime(tx, ticketId, change);
  }

  /** A rung that has fired stays fired: only one that still waits moves along. */
  private async retime(
    tx: Transaction,
    ticketId: string,
    change: Extract<ClockChange, { do: 'retime' }>,
  ): Promise<void> {
    await tx.query(
      `UPDATE clocks SET target_seconds = $2, due_at = $3,
         next_rung_at = CASE WHEN next_rung_at IS NOT NULL THEN $3::timestamptz END
       WHERE id = $1`,
      [change.id, change.targetSeconds, change.dueAt],
    );
    await this.tickets.record(tx, ticketId, {
      kind: 'retimed',
      actor: SYSTEM,
      data: { clockKind: change.kind, targetSeconds: change.targetSeconds, dueAt: change.dueAt.toISOString() },
      customerVisible: false,
    });
  }
}

function earliest(dates: (Date | null)[]): Date | null {
  return dates.reduce((first, date) => (date && (!first || date < first) ? date : first), null);
}

function latest(dates: (Date | null)[]): Date | null {
  return dates.reduce((last, date) => (date && (!last || date > last) ? date : last), null);
}
