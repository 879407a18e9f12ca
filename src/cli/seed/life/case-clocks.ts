import type { ClockKind } from '../../../contract/index.js';
import { BREACH_RUNG, type ClockChange, planClocks, type TicketTruth } from '../../../sla/index.js';
import type { Case } from './case.js';
import type { Dice } from './dice.js';

export interface ClockRow {
  id: string;
  ticket_id: string;
  kind: ClockKind;
  target_seconds: number;
  started_at: Date;
  due_at: Date;
  state: 'running' | 'met' | 'missed' | 'cancelled';
  met_at: Date | null;
  next_rung: number | null;
  next_rung_at: Date | null;
  mode: 'asynchronous';
  tier: string;
  priority: string;
  team_id: string;
  policy_version: number;
  ladder: string;
  ladder_version: number;
  calendars: [];
  rung_times: Date[];
  timed_at: Date;
}

export interface EscalationRow {
  id: string;
  clock_id: string;
  rung: number;
  due_at: Date;
  fired_at: Date;
}

/** The sweep wakes when something is due; this is what waking and firing take. */
const SWEEP_MILLISECONDS = 8;
const OVER = ['resolved', 'closed', 'cancelled'];

/** The clocks of a case: planned by the very rules of sla, fired as its sweep would have. */
export class CaseClocks {
  readonly rows: ClockRow[] = [];
  readonly escalations: EscalationRow[] = [];
  /** When they were last brought into line: a rung whose time a change moved into the past fires only then. */
  private followedAt = new Date(0);

  constructor(
    private readonly of: Case,
    private readonly dice: Dice,
  ) {}

  get next(): ClockRow | undefined {
    return this.rows
      .filter(({ state }) => state === 'running')
      .sort((a, b) => a.due_at.getTime() - b.due_at.getTime())[0];
  }

  follow(at: Date): void {
    this.followedAt = at;
    for (const change of planClocks(this.truth())) this.apply(at, change);
  }

  /** Time goes on until `to`: rungs that came due on the way have fired. */
  pass(to: Date): void {
    for (const clock of this.rows) {
      if (clock.next_rung === null || clock.next_rung_at === null) continue;
      const dueSince = Math.max(clock.next_rung_at.getTime(), this.followedAt.getTime());
      const firedAt = new Date(dueSince + SWEEP_MILLISECONDS);
      if (firedAt > to) continue;
      const { next_rung: rung, next_rung_at: dueAt } = clock;
      this.escalations.push({
        id: this.dice.id(firedAt),
        clock_id: clock.id,
        rung,
        due_at: dueAt,
        fired_at: firedAt,
      });
      Object.assign(clock, { next_rung: null, next_rung_at: null });
      this.of.escalated(firedAt, clock.kind, rung);
    }
  }

  private truth(): TicketTruth {
    const { status, tier, priority, openedAt, timeline, thread } = this.of;
    const last = (fits: (data: Record<string, unknown>, visible: boolean) => boolean) =>
      timeline
        .filter(({ kind }) => ['status', 'assigned', 'handed_over'].includes(kind))
        .filter(({ data, customer_visible }) => fits(data, customer_visible))
        .at(-1)?.created_at ?? null;
    const replies = thread.entries
      .filter(({ author_kind, kind, customer_seq }) => author_kind === 'staff' && kind === 'message' && customer_seq)
      .map(({ created_at }) => created_at);
    return {
      status,
      tier,
      priority,
      openedAt,
      doneAt: last(({ to }) => OVER.includes(String(to))),
      reopenedAt: last(({ from, to }) => OVER.includes(String(from)) && to === 'open'),
      handedOverAt: last(({ because }, visible) => because === 'handed_over' && visible),
      firstStaffReplyAt: thread.firstStaffReplyAt,
      lastStaffReplyAt: replies.at(-1) ?? null,
      awaitingReplySince: thread.awaitingReplySince,
      lastCustomerMessageAt: thread.lastCustomerMessageAt,
      clocks: this.rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        state: row.state,
        startedAt: row.started_at,
        targetSeconds: row.target_seconds,
        dueAt: row.due_at,
        answeredAt: row.state === 'running' ? (replies.find((at) => at > row.started_at) ?? null) : null,
      })),
    };
  }

  private apply(at: Date, change: ClockChange): void {
    if (change.do === 'start') {
      const { kind, startedAt, targetSeconds, dueAt } = change;
      this.rows.push({
        id: this.dice.id(at),
        ticket_id: this.of.id,
        kind,
        target_seconds: targetSeconds,
        started_at: startedAt,
        due_at: dueAt,
        state: 'running',
        met_at: null,
        next_rung: BREACH_RUNG,
        next_rung_at: dueAt,
        mode: 'asynchronous',
        tier: this.of.tier,
        priority: this.of.priority,
        team_id: this.of.team.id,
        policy_version: 1,
        ladder: kind,
        ladder_version: 1,
        calendars: [],
        rung_times: [dueAt],
        timed_at: startedAt,
      });
      return;
    }
    const clock = this.rows.find(({ id }) => id === change.id);
    if (!clock) throw new Error(`no clock ${change.id}`);
    if (change.do === 'end') {
      Object.assign(clock, { state: change.state, met_at: change.metAt, next_rung: null, next_rung_at: null });
      return;
    }
    const { targetSeconds, dueAt } = change;
    clock.target_seconds = targetSeconds;
    clock.due_at = dueAt;
    if (clock.next_rung_at) clock.next_rung_at = dueAt;
    const data = { clockKind: change.kind, targetSeconds, dueAt: dueAt.toISOString() };
    this.of.record(at, 'retimed', { kind: 'system', id: null }, data, false);
  }
}
