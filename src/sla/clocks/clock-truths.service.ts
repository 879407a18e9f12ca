import { Injectable } from '@nestjs/common';
import type { ClockPauseReason, TicketStatus } from '../../contract/index.js';
import { Facts } from '../../conversations/index.js';
import type { Transaction } from '../../platform/db/index.js';
import type { TicketRecord } from '../../tickets/index.js';
import type { ClockTruth, TicketTruth } from './clock-truth.js';
import { CLOCKS, HISTORY } from './clock-truth.sql.js';
import { stillsOf } from './stills.js';

type Milliseconds = number;
type HistoryRow = Pick<
  TicketTruth,
  | 'openedAt'
  | 'promisedAt'
  | 'doneAt'
  | 'reopenedAt'
  | 'handedOverAt'
  | 'firstPromiseAt'
  | 'lastPromiseAt'
  | 'keptAt'
  | 'lastStaffReplyAt'
  | 'connected'
> & { moves: [at: Milliseconds, to: TicketStatus][]; [column: string]: unknown };
type ClockRow = Omit<ClockTruth, 'pauses' | 'escalations'> & {
  pauses: [from: Milliseconds, to: Milliseconds | null, because: ClockPauseReason][] | null;
  escalations: [rung: number, acknowledgeBy: Milliseconds | null][] | null;
  [column: string]: unknown;
};

/** Reads what is true of a ticket that the caller has locked. */
@Injectable()
export class ClockTruths {
  constructor(private readonly facts: Facts) {}

  async read(tx: Transaction, ticket: TicketRecord): Promise<TicketTruth> {
    const { conversationIds } = ticket;
    const [facts, row, clocks] = await Promise.all([
      this.facts.lock(tx, conversationIds),
      tx.one<HistoryRow>(HISTORY, [ticket.id, conversationIds]),
      tx.query<ClockRow>(CLOCKS, [ticket.id, conversationIds]),
    ]);
    if (!row) throw new Error(`ticket ${ticket.id} has gone under its lock`);
    const { moves, ...history } = row;
    return {
      ...history,
      // What was merged is neither met nor missed: the clocks of the case that has its customers say that.
      status: ticket.mergedInto ? 'cancelled' : ticket.status,
      tier: ticket.tier,
      priority: ticket.priority,
      teamId: ticket.teamId,
      firstStaffReplyAt: earliest(facts.map((fact) => fact.firstStaffReplyAt)),
      awaitingReplySince: earliest(facts.map((fact) => fact.awaitingReplySince)),
      lastCustomerMessageAt: latest(facts.map((fact) => fact.lastCustomerMessageAt)),
      stills: stillsOf(moves.map(([at, to]) => ({ at: new Date(at), to }))),
      clocks: clocks.map(clockTruth),
    };
  }
}

function clockTruth({ pauses, escalations, ...row }: ClockRow): ClockTruth {
  return {
    ...row,
    pauses: (pauses ?? []).map(([from, to, because]) => ({ from: new Date(from), to: timeOf(to), because })),
    escalations: (escalations ?? []).map(([rung, acknowledgeBy]) => ({ rung, acknowledgeBy: timeOf(acknowledgeBy) })),
  };
}

const timeOf = (time: Milliseconds | null): Date | null => (time === null ? null : new Date(time));

function earliest(dates: (Date | null)[]): Date | null {
  return dates.reduce((first, date) => (date && (!first || date < first) ? date : first), null);
}

function latest(dates: (Date | null)[]): Date | null {
  return dates.reduce((last, date) => (date && (!last || date > last) ? date : last), null);
}
