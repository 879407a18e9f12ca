import fc from 'fast-check';
import { WallClockOracle } from '../../../test/support/wall-clock-oracle.js';
import type { CalendarDefinition, PolicyCell, Priority, TicketStatus, WorkingHours } from '../../contract/index.js';
import { workingTime } from '../calendar/working-time.js';
import { AROUND_THE_CLOCK } from '../deadline.js';
import { planClocks } from './clock-plan.js';
import type { ClockTruth, TicketTruth } from './clock-truth.js';
import { presetRules } from './preset-rules.js';
import type { Rules } from './rules.js';
import { type StatusLine, stillsOf } from './stills.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
const STEP = 15;
const ALWAYS: CalendarDefinition = { zone: 'UTC', week: Array(7).fill([{ from: 0, to: 1_440 }]), specialDays: [] };
const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe'];
const WEEKS = ['2026-03-28', '2026-04-04', '2026-10-03', '2026-10-24', '2026-07-14'];
const runs = Number(process.env.DEEP_RUNS ?? 500);

const steps = (minimum: number, maximum: number) =>
  fc.integer({ min: minimum / STEP, max: maximum / STEP }).map((count) => count * STEP);
const hours = fc
  .tuple(steps(0, 1_200), steps(60, 720))
  .map(([from, length]): WorkingHours => ({ from, to: from + length }));
const calendar = fc.record({
  zone: fc.constantFrom(...ZONES),
  week: fc.array(fc.array(hours, { maxLength: 2 }), { minLength: 7, maxLength: 7 }),
  specialDays: fc.constant([]),
});
type Deed = { to: TicketStatus } | { priority: Priority } | { team: 'a' | 'b' };
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ to: fc.constantFrom<TicketStatus>('pending', 'on_hold', 'open', 'open', 'resolved') }),
  fc.record({ priority: fc.constantFrom<Priority>('P0', 'P1', 'P2') }),
  fc.record({ team: fc.constantFrom<'a' | 'b'>('a', 'b') }),
);
const scene = fc.record({
  begin: fc.constantFrom(...WEEKS),
  offset: steps(0, 2_880),
  a: calendar,
  b: calendar,
  targets: fc.record({ P0: steps(60, 1_440), P1: steps(60, 1_440), P2: steps(60, 2_880), P3: steps(60, 1_440) }),
  deeds: fc.array(fc.record({ after: steps(15, 1_440), deed, seen: fc.boolean() }), { maxLength: 8 }),
});

/** A ticket whose life is played, followed by the plan as often as somebody looks. */
class Played {
  readonly lines: StatusLine[] = [];
  private clocks: ClockTruth[] = [];
  status: TicketStatus = 'open';
  priority: Priority = 'P2';
  team: 'a' | 'b' = 'a';

  constructor(
    private readonly openedAt: Date,
    private readonly rules: (team: 'a' | 'b', at: Date) => Rules,
  ) {}

  do(at: Date, deed: Deed): void {
    if ('to' in deed) {
      this.status = deed.to;
      this.lines.push({ at, to: deed.to });
    } else if ('priority' in deed) this.priority = deed.priority;
    else this.team = deed.team;
  }

  get resolution(): ClockTruth | undefined {
    return this.clocks.find(({ kind }) => kind === 'resolution');
  }

  follow(at: Date): number {
    const changes = planClocks(this.truth(), this.rules(this.team, at));
    for (const change of changes) {
      if (change.do === 'end') {
        this.clocks = this.clocks.map((clock) =>
          clock.id === change.id ? { ...clock, state: change.state, metAt: change.metAt } : clock,
        );
        continue;
      }
      const { next: _, ...timed } = change;
      const state = { state: 'running' as const, metAt: null, timedAt: at };
      if (change.do === 'start')
        this.clocks.push({ answeredAt: null, escalations: [], id: change.kind, ...state, ...timed } as ClockTruth);
      else
        this.clocks = this.clocks.map((clock) => (clock.id === change.id ? { ...clock, ...timed, ...state } : clock));
    }
    return changes.length;
  }

  private truth(): TicketTruth {
    const { openedAt } = this;
    const ended = this.lines.filter(({ to }) => to === 'resolved').at(-1)?.at ?? null;
    return {
      status: this.status,
      tier: 'standard',
      priority: this.priority,
      teamId: this.team,
      openedAt,
      doneAt: ended,
      reopenedAt: null,
      handedOverAt: null,
      firstStaffReplyAt: openedAt,
      lastStaffReplyAt: openedAt,
      awaitingReplySince: null,
      lastCustomerMessageAt: null,
      connected: false,
      promisedAt: null,
      firstPromiseAt: null,
      lastPromiseAt: null,
      keptAt: null,
      stills: stillsOf(this.lines),
      clocks: this.clocks,
    };
  }
}

it(
  `a resolution is due when a wall clock says so, whatever was paused, changed and overlooked, in ${runs} lives`,
  () => {
    fc.assert(
      fc.property(scene, ({ begin, offset, a, b, targets, deeds }) => {
        const start = Date.parse(`${begin}T00:00:00Z`) + offset * MINUTE;
        const limit = start + 21 * DAY;
        const definitions = { a, b };
        const cell = (priority: Priority): PolicyCell => ({
          chat: { first_response: null, next_response: null },
          asynchronous: { first_response: 60, next_response: 60, promise: null, resolution: targets[priority] * 60 },
        });
        const rules = (team: 'a' | 'b', readAt: Date): Rules => ({
          ...presetRules(),
          readAt,
          calendars: [[team, 1]],
          cell: (_version, _tier, priority) => cell(priority),
          calendar: ([reference]) =>
            reference ? workingTime(definitions[reference[0] as 'a' | 'b']) : AROUND_THE_CLOCK,
        });
        const life = new Played(new Date(start), rules);
        life.follow(new Date(start));
        let at = start;
        for (const { after, deed, seen } of deeds) {
          at += after * MINUTE;
          life.do(new Date(at), deed);
          if (seen) life.follow(new Date(at));
        }
        life.do(new Date(at + STEP * MINUTE), { to: 'open' });
        life.follow(new Date(at + STEP * MINUTE));
        expect(life.follow(new Date(at + STEP * MINUTE))).toBe(0);
        const pauses = stillsOf(life.lines).map(({ from, to }) => ({
          from: from.getTime(),
          to: to?.getTime() ?? limit,
        }));
        const definition = life.priority === 'P0' ? ALWAYS : definitions[life.team];
        const oracle = new WallClockOracle(definition, STEP);
        const expected = oracle.dueAt(start, targets[life.priority] * 60, pauses, limit);
        const due = life.resolution?.dueAt.getTime() ?? 0;
        expect(due <= limit ? due : undefined).toBe(expected);
      }),
      { numRuns: runs, seed: 20261121 },
    );
  },
  60_000 + 100 * runs,
);
