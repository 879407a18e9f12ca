import { Injectable } from '@nestjs/common';
import type { ClockKind, RungTime } from '../contract/index.js';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { TicketDueChanged, TicketEscalated, ticketKey } from './ticket.events.js';
import { FACTS_COLUMNS, type FactsRecord, factsOf } from './ticket.record.js';
import { Timeline } from './timeline.service.js';

export interface Due {
  /** Null: nothing is due. */
  nextDueAt: Date | null;
  /** What the customer is told instead; left out: the same. Null: nothing. */
  customerDueAt?: Date | null;
  nextDueKind: ClockKind | null;
  /** When that clock began; chips compare what is left with the whole. */
  nextDueStartedAt?: Date | null;
  /** Since when that clock stands still; null while it runs. */
  pausedAt: Date | null;
  /** Working time of that clock until it is due, from and to in turn; left out: around the clock. */
  working?: Date[];
  /** Seconds of working time after the last of those. */
  beyond?: number;
}

/** A clock of a ticket has come to a rung of its ladder, at breach or after it. */
export interface ReachedRung {
  ticketId: string;
  clockKind: ClockKind;
  rung: number;
  at: RungTime;
}

type Row = FactsRecord & { [column: string]: unknown };

/** What the row says about the time. Sla decides, and writes it through here. */
@Injectable()
export class Promises {
  constructor(
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /** Writes, and tells of it, only when something differs. */
  async setDue(tx: Transaction, ticketId: string, due: Due): Promise<void> {
    const ticket = await tx.one<Row>(
      `UPDATE tickets t SET next_due_at = $2, next_due_kind = $3, next_due_started_at = $4, paused_at = $5,
         next_due_working = $6, next_due_beyond = $7, customer_due_at = $8
       WHERE t.id = $1 AND (t.next_due_at, t.next_due_kind, t.next_due_started_at, t.paused_at, t.next_due_working,
             t.next_due_beyond, t.customer_due_at) IS DISTINCT FROM ($2::timestamptz, $3::text, $4::timestamptz,
             $5::timestamptz, $6::timestamptz[], $7::integer, $8::timestamptz)
       RETURNING ${FACTS_COLUMNS}`,
      [
        ticketId,
        due.nextDueAt,
        due.nextDueKind,
        due.nextDueStartedAt ?? null,
        due.pausedAt,
        due.working ?? null,
        due.beyond ?? null,
        due.customerDueAt === undefined ? due.nextDueAt : due.customerDueAt,
      ],
    );
    if (!ticket) return;
    const nextDueAt = due.nextDueAt?.toISOString() ?? null;
    await this.outbox.add(tx, TicketDueChanged(ticketKey(ticketId), { ...factsOf(ticket), nextDueAt }));
  }

  /** Marks tickets as overdue for all to see; the rungs are sla's to count. The customers are not told. */
  async escalate(tx: Transaction, rungs: ReachedRung[]): Promise<void> {
    const marking = tx.query<Row>(
      `WITH marked AS (
         UPDATE tickets SET escalated_at = desk_now() WHERE id = ANY($1::uuid[]) AND escalated_at IS NULL)
       SELECT ${FACTS_COLUMNS} FROM tickets t WHERE t.id = ANY($1::uuid[])`,
      [rungs.map(({ ticketId }) => ticketId)],
    );
    const actor = { kind: 'system' as const, id: null };
    const lines = rungs.map(({ ticketId, ...data }) => ({
      ticketId,
      kind: 'escalated',
      actor,
      data,
      customerVisible: false,
    }));
    const [tickets] = await Promise.all([marking, this.timeline.recordAll(tx, lines)]);
    const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
    const events = rungs.map(({ ticketId, clockKind, rung }) => {
      const ticket = byId.get(ticketId);
      if (!ticket) throw new DeskError('not_found');
      return TicketEscalated(ticketKey(ticketId), { ...factsOf(ticket), clockKind, rung });
    });
    await this.outbox.add(tx, ...events);
  }
}
