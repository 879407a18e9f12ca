import fc from 'fast-check';
import { WallClockOracle } from '../../../test/support/wall-clock-oracle.js';
import { type Calendar, dueAt } from '../deadline.js';
import type { CalendarDefinition, SpecialDay, WorkingHours } from './calendar.definition.js';
import { union, without, workingTime } from './working-time.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
const NINE_TO_SIX: WorkingHours[] = [{ from: 9 * 60, to: 18 * 60 }];
const OFFICE: WorkingHours[][] = [NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, [], []];
const week = (hours: WorkingHours[]): WorkingHours[][] => Array.from({ length: 7 }, () => hours);
const shanghai = (change: Partial<CalendarDefinition> = {}): CalendarDefinition => ({
  zone: 'Asia/Shanghai',
  week: OFFICE,
  specialDays: [],
  ...change,
});

describe('working time', () => {
  const NIGHT: WorkingHours[] = [{ from: 22 * 60, to: 30 * 60 }];
  const SPLIT: WorkingHours[] = [
    { from: 14 * 60, to: 18 * 60 },
    { from: 9 * 60, to: 12 * 60 },
  ];
  const holiday: SpecialDay = { date: '2026-10-01', name: '国庆节', hours: [] };
  const worked: SpecialDay = { date: '2026-10-10', name: '国庆节调休', hours: NINE_TO_SIX };
  it.each<[string, CalendarDefinition, string, number, string]>([
    ['a Friday evening goes on on Monday', shanghai(), '2026-11-20T17:30+08:00', 60, '2026-11-23T09:30+08:00'],
    ['lunch does not count', shanghai({ week: week(SPLIT) }), '2026-11-20T11:30+08:00', 60, '2026-11-20T14:30+08:00'],
    [
      'a night shift goes over midnight',
      shanghai({ week: week(NIGHT) }),
      '2026-11-20T23:30+08:00',
      60,
      '2026-11-21T00:30+08:00',
    ],
    [
      "… and is yesterday's in the small hours",
      shanghai({ week: week(NIGHT) }),
      '2026-11-20T05:30+08:00',
      60,
      '2026-11-20T22:30+08:00',
    ],
    [
      'nobody works on a holiday',
      shanghai({ specialDays: [holiday] }),
      '2026-09-30T17:30+08:00',
      60,
      '2026-10-02T09:30+08:00',
    ],
    [
      'a Saturday that is worked instead counts',
      shanghai({ specialDays: [worked] }),
      '2026-10-09T17:30+08:00',
      60,
      '2026-10-10T09:30+08:00',
    ],
    [
      'an hour that the clocks skip does not',
      { zone: 'Europe/Berlin', week: week([{ from: 60, to: 240 }]), specialDays: [] },
      '2026-03-29T01:30+01:00',
      60,
      '2026-03-29T03:30+02:00',
    ],
    [
      'one that they repeat counts twice',
      { zone: 'Europe/Berlin', week: week([{ from: 60, to: 240 }]), specialDays: [] },
      '2026-10-25T01:30+02:00',
      120,
      '2026-10-25T02:30+01:00',
    ],
  ])('%s', (_, definition, start, minutes, due) => {
    expect(dueAt(new Date(start), minutes * 60, workingTime(definition))).toEqual(new Date(due));
  });

  it('gives up on a calendar in which nobody ever works', () => {
    expect(() => dueAt(new Date('2026-11-20T00:00Z'), 60, workingTime(shanghai({ week: week([]) })))).toThrow(
      RangeError,
    );
  });

  it('of two teams is whenever one of them works, counted once', () => {
    const berlin = workingTime({ zone: 'Europe/Berlin', week: OFFICE, specialDays: [] });
    const both = union([workingTime(shanghai()), berlin]);
    // 09:00–18:00 in Shanghai is 02:00–11:00 in Berlin in winter, so together 01:00–17:00 UTC.
    expect(dueAt(new Date('2026-11-20T01:00Z'), 16 * 3_600, both)).toEqual(new Date('2026-11-20T17:00Z'));
    expect(dueAt(new Date('2026-11-20T01:00Z'), 16 * 3_600 + 60, both)).toEqual(new Date('2026-11-23T01:01Z'));
  });

  it('stands still for as long as a pause lasts', () => {
    const pauses = [{ from: new Date('2026-11-20T02:00Z'), to: null }];
    expect(() => dueAt(new Date('2026-11-20T01:00Z'), 7_200, without(workingTime(shanghai()), pauses))).toThrow(
      RangeError,
    );
    const ended = [{ from: new Date('2026-11-20T02:00Z'), to: new Date('2026-11-20T05:00Z') }];
    expect(dueAt(new Date('2026-11-20T01:00Z'), 7_200, without(workingTime(shanghai()), ended))).toEqual(
      new Date('2026-11-20T06:00Z'),
    );
  });
});

describe('against a wall clock that is asked step by step', () => {
  const ZONES = [
    'Asia/Shanghai',
    'Europe/Berlin',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'UTC',
    'America/New_York',
  ];
  /** A day before each change of the clocks of those zones in 2026, and a week in which nothing happens. */
  const WEEKS = ['2026-03-07', '2026-03-28', '2026-04-04', '2026-10-03', '2026-10-24', '2026-10-31', '2026-07-14'];
  const STEP = 15;
  const runs = Number(process.env.DEEP_RUNS ?? 500);
  const PATIENCE = 60_000 + 100 * runs;
  const steps = (minimum: number, maximum: number) =>
    fc.integer({ min: minimum / STEP, max: maximum / STEP }).map((count) => count * STEP);

  const hours = fc
    .tuple(steps(0, 1_425), steps(15, 1_440))
    .map(([from, length]): WorkingHours => ({ from, to: from + length }));
  const hoursOfDay = fc.array(hours, { maxLength: 3 });
  const specialDay = fc
    .record({ day: fc.integer({ min: 0, max: 20 }), hours: fc.oneof(fc.constant([]), hoursOfDay) })
    .map(({ day, hours }) => ({ day, hours }));
  const weekOfHours = fc.array(hoursOfDay, { minLength: 7, maxLength: 7 });
  const colleagues = fc.record({ zone: fc.constantFrom(...ZONES), week: weekOfHours, specialDays: fc.constant([]) });
  const scene = fc.record({
    zone: fc.constantFrom(...ZONES),
    /** Other teams that answer as well. */
    others: fc.array(colleagues, { maxLength: 2 }),
    begin: fc.constantFrom(...WEEKS),
    week: weekOfHours,
    special: fc.uniqueArray(specialDay, { maxLength: 4, selector: ({ day }) => day }),
    offset: steps(0, 3 * 1_440),
    target: steps(15, 2_880),
    pauses: fc.array(fc.tuple(steps(0, 5 * 1_440), steps(15, 1_440)), { maxLength: 3 }),
  });

  it(
    `agrees on when a target is due, in ${runs} scenes`,
    () => {
      fc.assert(
        fc.property(scene, ({ zone, others, begin, week, special, offset, target, pauses }) => {
          const origin = Date.parse(`${begin}T00:00:00Z`);
          const definition: CalendarDefinition = {
            zone,
            week,
            specialDays: special.map(({ day, hours }) => ({
              date: new Date(origin + day * DAY).toISOString().slice(0, 10),
              name: 'special',
              hours,
            })),
          };
          const start = origin + offset * MINUTE;
          const limit = start + 21 * DAY;
          const still = disjoint(
            pauses.map(([from, length]) => ({ from: start + from * MINUTE, to: start + (from + length) * MINUTE })),
          );
          const oracles = others.map((other) => new WallClockOracle(other, STEP));
          const expected = new WallClockOracle(definition, STEP, oracles).dueAt(start, target * 60, still, limit);
          const teams = [definition, ...others].map((one) => workingTime(one));
          const calendar = without(
            others.length === 0 ? (teams[0] as Calendar) : union(teams),
            still.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })),
          );
          const due = dueWithin(new Date(start), target * 60, calendar, limit);
          expect(due).toEqual(expected === undefined ? undefined : new Date(expected));
        }),
        { numRuns: runs, seed: 20261120 },
      );
    },
    PATIENCE,
  );

  function dueWithin(
    start: Date,
    seconds: number,
    calendar: ReturnType<typeof workingTime>,
    limit: number,
  ): Date | undefined {
    const near = function* (from: Date) {
      for (const working of calendar(from)) {
        if (working.from.getTime() >= limit) return;
        yield working;
      }
    };
    try {
      const due = dueAt(start, seconds, near);
      return due.getTime() <= limit ? due : undefined;
    } catch {
      return undefined;
    }
  }

  function disjoint(spans: { from: number; to: number }[]): { from: number; to: number }[] {
    const merged: { from: number; to: number }[] = [];
    for (const span of spans.sort((a, b) => a.from - b.from)) {
      const last = merged.at(-1);
      if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
      else merged.push({ ...span });
    }
    return merged;
  }
});
