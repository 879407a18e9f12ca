import { Injectable } from '@nestjs/common';
import type { ClockKind, Priority, ShopTier, SlaMode } from '../../contract/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { type Due, Tickets } from '../../tickets/index.js';
import { without } from '../calendar/working-time.js';
import { RuleBook } from '../rule-book.service.js';
import { planClocks } from './clock-plan.js';
import { ClockRows } from './clock-rows.service.js';
import type { ClockChange, ClockTruth, TicketTruth } from './clock-truth.js';
import { ClockTruths } from './clock-truths.service.js';
import type { CalendarReference, Rules } from './rules.js';
import { targetOf } from './timed.js';
import { timing } from './timing.js';
import { workingSpans } from './working-spans.js';

const SYSTEM = { kind: 'system' as const, id: null };
/** Why a clock was timed anew, as far as colleagues want to read it; the rest they see of the clock itself. */
const TOLD = ['priority', 'tier', 'team', 'policy'];

interface Running {
  kind: ClockKind;
  mode: SlaMode;
  tier: ShopTier;
  priority: Priority;
  policyVersion: number;
  startedAt: Date;
  dueAt: Date;
  pausedAt: Date | null;
  timedAt: Date;
  calendars: CalendarReference[];
  pauses: { from: string; to: string }[] | null;
  rungAt: Date | null;
  [column: string]: unknown;
}

/** Those of a ticket, what is due next first; what stands still comes last. */
const RUNNING = `
  SELECT c.kind, c.mode, c.tier, c.priority, c.policy_version AS "policyVersion", c.started_at AS "startedAt",
         c.due_at AS "dueAt", c.paused_at AS "pausedAt", c.timed_at AS "timedAt", c.calendars,
         CASE WHEN c.kind = 'resolution' THEN (
           SELECT json_agg(json_build_object('from', p.from_at, 'to', p.to_at) ORDER BY p.from_at)
           FROM clock_pauses p WHERE p.clock_id = c.id AND p.to_at IS NOT NULL) END AS pauses,
         min(c.next_rung_at) OVER () AS "rungAt"
  FROM clocks c WHERE c.ticket_id = $1 AND c.state = 'running'
  ORDER BY c.paused_at IS NOT NULL, c.due_at LIMIT 1`;

/** The clocks of a ticket, made to tell the truth. */
@Injectable()
export class Clocks {
  constructor(
    private readonly tickets: Tickets,
    private readonly truths: ClockTruths,
    private readonly rules: RuleBook,
    private readonly rows: ClockRows,
  ) {}

  /**
   * Reads what is true under the locks of the conversations and the ticket, and brings the clocks into line: starts, ends,
   * pauses, times anew from the original start. Says on the ticket what is due next. Repeated, it does nothing.
   * @returns when the earliest rung that has not fired is due; undefined when none is
   */
  async follow(tx: Transaction, ticketId: string): Promise<Date | undefined> {
    const ticket = await this.tickets.lock(tx, ticketId);
    // Nobody was promised anything of a task among colleagues.
    if (ticket.internal) return undefined;
    const [truth, current] = await Promise.all([this.truths.read(tx, ticket), this.rules.current(tx, ticket.teamId)]);
    const rules = await this.rules.together(tx, current, namedBy(truth));
    const changing = planClocks(truth, rules).map((change) => this.change(tx, ticketId, change, rules));
    const [next] = await Promise.all([tx.one<Running>(RUNNING, [ticketId]), ...changing]);
    await this.tickets.setDue(tx, ticketId, next ? due(next, rules) : NOTHING);
    return next?.rungAt ?? undefined;
  }

  private async change(tx: Transaction, ticketId: string, change: ClockChange, rules: Rules): Promise<void> {
    const written = this.rows.apply(tx, ticketId, change, rules);
    const told = change.do === 'retime' && change.moved && TOLD.includes(change.because);
    await Promise.all([written, told && this.tickets.record(tx, ticketId, retimed(change))]);
  }
}

const retimed = ({ id, kind, because, targetSeconds, dueAt }: Retimed) => ({
  kind: 'retimed',
  actor: SYSTEM,
  data: { clockId: id, clockKind: kind, because, targetSeconds, dueAt: dueAt.toISOString() },
  customerVisible: false,
});

type Retimed = Extract<ClockChange, { do: 'retime' }>;

const NOTHING: Due = { nextDueAt: null, nextDueKind: null, nextDueStartedAt: null, pausedAt: null };

/** What a ticket says of its next clock; a calendar only where it is not around the clock. */
function due(clock: Running, rules: Rules): Due {
  const { kind, startedAt, dueAt, pausedAt, timedAt, calendars, pauses } = clock;
  const customerDueAt = customerDue(clock, rules);
  const says = { nextDueAt: dueAt, customerDueAt, nextDueKind: kind, nextDueStartedAt: startedAt, pausedAt };
  if (calendars.length === 0 && !pauses) return says;
  const over = (pauses ?? []).map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
  const calendar = without(rules.calendar(calendars), over);
  return { ...says, ...workingSpans(calendar, startedAt > timedAt ? startedAt : timedAt, dueAt) };
}

/** Who waits in the window is answered sooner if somebody can; told is what holds in any case, also when they go. */
function customerDue({ kind, mode, startedAt, dueAt, ...clock }: Running, rules: Rules): Date | null {
  if (mode === 'asynchronous') return dueAt;
  const seconds = targetOf(rules.cell(clock.policyVersion, clock.tier, clock.priority), kind, 'asynchronous');
  if (seconds === null) return null;
  return timing(startedAt, seconds, rules.calendar(clock.calendars), [], [], false).dueAt;
}

const namedBy = ({ clocks }: TicketTruth) => {
  const named: readonly ClockTruth[] = clocks.filter(
    ({ state, kind }, place) => place === 0 || state === 'running' || kind === 'resolution' || kind === 'promise',
  );
  return {
    policies: named.map(({ policyVersion }) => policyVersion),
    ladders: named.map(({ ladderVersion }) => ladderVersion),
    calendars: named.flatMap(({ calendars }) => calendars),
  };
};
