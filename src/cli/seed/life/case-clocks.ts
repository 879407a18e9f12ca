import type { ClockKind, LadderKey } from '../../../contract/index.js';
import {
  type ClockChange,
  type ClockTruth,
  climb,
  needsAcknowledgement,
  planClocks,
  presetRules,
  rungPlace,
  stillsOf,
  type TicketTruth,
} from '../../../sla/index.js';
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
  mode: ClockTruth['mode'];
  tier: ClockTruth['tier'];
  priority: ClockTruth['priority'];
  team_id: string;
  policy_version: number | null;
  ladder: LadderKey;
  ladder_version: number;
  calendars: ClockTruth['calendars'];
  rung_times: (Date | null)[];
  paused_at: Date | null;
  retimed_because: string | null;
  timed_at: Date;
}

export interface EscalationRow {
  id: string;
  clock_id: string;
  rung: number;
  ladder_version: number;
  due_at: Date;
  fired_at: Date;
  state: 'fired' | 'passed_over';
  needs_acknowledgement: boolean;
  acknowledge_by: Date | null;
}

const RULES = presetRules();
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
    for (const change of planClocks(this.truth(), { ...RULES, readAt: at })) this.apply(at, change);
  }

  /** Time goes on until `to`: rungs that came due on the way have fired. */
  pass(to: Date): void {
    for (;;) {
      const waiting = this.rows
        .flatMap((clock) => (clock.next_rung_at ? [{ clock, firedAt: this.firesAt(clock.next_rung_at) }] : []))
        .sort((a, b) => a.firedAt.getTime() - b.firedAt.getTime());
      const [first] = waiting;
      if (!first || first.firedAt > to) return;
      this.fire(first.clock, first.firedAt);
    }
  }

  private firesAt(dueAt: Date): Date {
    return new Date(Math.max(dueAt.getTime(), this.followedAt.getTime()) + SWEEP_MILLISECONDS);
  }

  private fire(clock: ClockRow, firedAt: Date): void {
    const { next_rung: next, next_rung_at: at, ladder, rung_times: rungTimes } = clock;
    if (next === null || at === null) return;
    const rungs = RULES.rungs(clock.ladder_version, ladder);
    const footing = { ladder, rungTimes, reached: undefined, acknowledgeBy: null };
    const { rung, dueAt, acknowledgeBy, passedOver, next: after } = climb({ rung: next, at }, footing, rungs, firedAt);
    const row = { clock_id: clock.id, ladder_version: clock.ladder_version, fired_at: firedAt };
    for (const { rung, dueAt } of passedOver)
      this.escalations.push({
        ...row,
        id: this.dice.id(firedAt),
        rung,
        due_at: dueAt,
        state: 'passed_over',
        needs_acknowledgement: false,
        acknowledge_by: null,
      });
    const definition = rungs[rungPlace(rung)];
    if (!definition) throw new Error(`no rung ${rung}`);
    this.escalations.push({
      ...row,
      id: this.dice.id(firedAt),
      rung,
      due_at: dueAt,
      state: 'fired',
      needs_acknowledgement: needsAcknowledgement(definition),
      acknowledge_by: acknowledgeBy,
    });
    Object.assign(clock, { next_rung: after?.rung ?? null, next_rung_at: after?.at ?? null });
    if (!('percent' in definition.at)) this.of.escalated(firedAt, clock.kind, rung, definition.at);
  }

  private truth(): TicketTruth {
    const { status, tier, priority, team, openedAt, timeline, thread } = this.of;
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
      teamId: team.id,
      openedAt,
      connected: false,
      promisedAt: null,
      firstPromiseAt: null,
      lastPromiseAt: null,
      keptAt: null,
      stills: stillsOf(
        timeline
          .filter(({ kind }) => kind === 'status' || kind === 'handed_over')
          .map(({ kind, data, created_at: at }) => ({
            at,
            to: kind === 'status' ? (data.to as TicketTruth['status']) : 'open',
          })),
      ),
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
        metAt: row.met_at,
        answeredAt: row.state === 'running' ? (replies.find((at) => at > row.started_at) ?? null) : null,
        mode: row.mode,
        tier: row.tier,
        priority: row.priority,
        teamId: row.team_id,
        policyVersion: row.policy_version,
        ladder: row.ladder,
        ladderVersion: row.ladder_version,
        calendars: row.calendars,
        pausedAt: row.paused_at,
        pauses: [],
        rungTimes: row.rung_times,
        timedAt: row.timed_at,
        escalations: this.escalations
          .filter(({ clock_id: clockId }) => clockId === row.id)
          .map(({ rung, acknowledge_by: acknowledgeBy }) => ({ rung, acknowledgeBy })),
      })),
    };
  }

  private apply(at: Date, change: ClockChange): void {
    if (change.do === 'end') {
      const clock = this.rows.find(({ id }) => id === change.id);
      Object.assign(clock ?? {}, { state: change.state, met_at: change.metAt, next_rung: null, next_rung_at: null });
      return;
    }
    const columns = {
      target_seconds: change.targetSeconds,
      due_at: change.dueAt,
      mode: change.mode,
      tier: change.tier,
      priority: change.priority,
      team_id: change.teamId,
      policy_version: change.policyVersion,
      ladder: change.ladder,
      ladder_version: change.ladderVersion,
      calendars: change.calendars,
      rung_times: change.rungTimes,
      next_rung: change.next?.rung ?? null,
      next_rung_at: change.next?.at ?? null,
      paused_at: change.pausedAt,
      timed_at: at,
    };
    if (change.do === 'start') {
      const { kind, startedAt } = change;
      const ids = { id: this.dice.id(at), ticket_id: this.of.id };
      const begins = { started_at: startedAt, state: 'running' as const, met_at: null, retimed_because: null };
      this.rows.push({ ...ids, kind, ...begins, ...columns });
      return;
    }
    const { id, kind, because, moved, targetSeconds, dueAt } = change;
    Object.assign(this.rows.find((row) => row.id === id) ?? {}, columns, { retimed_because: because });
    if (!moved) return;
    const data = { clockId: id, clockKind: kind, because, targetSeconds, dueAt: dueAt.toISOString() };
    this.of.record(at, 'retimed', { kind: 'system', id: null }, data, false);
  }
}
