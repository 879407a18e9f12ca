import type { CalendarDefinition, LadderRung, Ladders, PolicyCell } from './sla.js';
import { calendarProblems, ladderProblems, policyProblems } from './sla-problems.js';

const NINE_TO_SIX = [{ from: 540, to: 1_080 }];
const week = (...days: CalendarDefinition['week']) => Array.from({ length: 7 }, (_, day) => days[day] ?? []);
const calendar = (change: Partial<CalendarDefinition> = {}): CalendarDefinition => ({
  zone: 'Asia/Shanghai',
  week: week(NINE_TO_SIX, NINE_TO_SIX),
  specialDays: [],
  ...change,
});
const named = (problems: { path: string; code: string }[]) => problems.map(({ path, code }) => `${path} ${code}`);
const day = (date: string, hours = NINE_TO_SIX) => ({ date, name: '调休', hours });

it.each<[string, Partial<CalendarDefinition>, string[]]>([
  ['office hours', {}, []],
  [
    'a night shift that ends before the next day begins',
    { week: week([{ from: 1_320, to: 1_800 }], [{ from: 360, to: 720 }]) },
    [],
  ],
  ['every hour of the week', { week: Array.from({ length: 7 }, () => [{ from: 0, to: 1_440 }]) }, []],
  ['a zone that is none', { zone: 'Asia/Atlantis' }, ['zone unknown_zone']],
  ['an offset instead of a zone', { zone: '+08:00' }, ['zone unknown_zone']],
  ['hours that end before they begin', { week: week([{ from: 600, to: 540 }]) }, ['week.0.0.to hours_backwards']],
  ['hours without length', { week: week([{ from: 600, to: 600 }]) }, ['week.0.0.to hours_backwards']],
  ['negative hours', { week: week([{ from: -60, to: 540 }]) }, ['week.0.0.from hours_out_of_day']],
  ['hours of more than a day', { week: week([{ from: 60, to: 1_560 }]) }, ['week.0.0.to hours_too_long']],
  [
    'hours that overlap',
    {
      week: week([
        { from: 540, to: 720 },
        { from: 700, to: 800 },
      ]),
    },
    ['week.0.1.from hours_overlap'],
  ],
  [
    'a night that reaches into the next morning, Sunday’s into Monday’s',
    { week: week([{ from: 300, to: 720 }], [], [], [], [], [], [{ from: 1_320, to: 1_800 }]) },
    ['week.0.0.from hours_overlap'],
  ],
  ['nobody works at all', { week: week() }, ['week no_working_time']],
  ['worked days do not make a week', { week: week(), specialDays: [day('2026-10-10')] }, ['week no_working_time']],
  [
    'a holiday that is also worked',
    { specialDays: [day('2026-10-01', []), day('2026-10-01')] },
    ['specialDays.1.date day_twice'],
  ],
  [
    'hours of a special day',
    { specialDays: [day('2026-10-01', [{ from: 5, to: 1 }])] },
    ['specialDays.0.hours.0.to hours_backwards'],
  ],
])('of a calendar: %s', (_, change, problems) => expect(named(calendarProblems(calendar(change)))).toEqual(problems));

const cell = (seconds: number | null): PolicyCell => ({
  chat: { first_response: seconds, next_response: null },
  asynchronous: { first_response: 60, next_response: 60, promise: null, resolution: seconds },
});
it.each<[string, number | null, string | undefined]>([
  ['nothing', null, undefined],
  ['a second', 1, undefined],
  ['a year', 31_536_000, undefined],
  ['nought', 0, 'target_not_positive'],
  ['less', -5, 'target_not_positive'],
  ['a fraction', 1.5, 'target_fraction'],
  ['more than a year', 31_536_001, 'target_too_long'],
])('of a policy: a target of %s', (_, seconds, code) => {
  const places = ['chat.first_response', 'asynchronous.resolution'];
  expect(named(policyProblems({ premium: { P1: cell(seconds) } }))).toEqual(
    code ? places.map((place) => `targets.premium.P1.${place} ${code}`) : [],
  );
});

const rung = (at: LadderRung['at'], change: Partial<LadderRung> = {}): LadderRung => ({
  at,
  whom: ['assignee'],
  how: ['in_app'],
  also: [],
  acknowledgeWithinMinutes: null,
  ...change,
});
const BREACH = rung({ breach: true });
const ladders = (promise: LadderRung[]): Ladders => ({
  first_response: [BREACH],
  next_response: [BREACH],
  promise,
  resolution: [BREACH],
  P0: [BREACH],
});
it.each<[string, LadderRung[], string[]]>([
  ['a warning, breach, and after it', [rung({ percent: 50 }), BREACH, rung({ afterMinutes: 30 })], []],
  ['nobody', [rung({ breach: true }, { whom: [] })], ['0.whom nobody']],
  ['no way', [rung({ breach: true }, { how: [] })], ['0.how no_way']],
  ['a warning after breach', [BREACH, rung({ percent: 90 })], ['1.at warning_after_breach']],
  ['two of one moment', [rung({ percent: 50 }), rung({ percent: 50 }), BREACH], ['1.at rungs_out_of_order']],
  ['one out of order', [BREACH, rung({ afterMinutes: 9 }), rung({ afterMinutes: 5 })], ['2.at rungs_out_of_order']],
  [
    'a warning at 100 %',
    [rung({ percent: 100 }), BREACH],
    ['0.at.percent percent_out_of_range', '1.at rungs_out_of_order'],
  ],
  [
    'minus minutes',
    [BREACH, rung({ afterMinutes: -1 })],
    ['1.at.afterMinutes minutes_out_of_range', '1.at rungs_out_of_order'],
  ],
  [
    'an endless acknowledgement',
    [rung({ breach: true }, { acknowledgeWithinMinutes: 99_999 })],
    ['0.acknowledgeWithinMinutes acknowledge_out_of_range'],
  ],
])('of a ladder: %s', (_, rungs, problems) => {
  expect(named(ladderProblems(ladders(rungs)))).toEqual(problems.map((problem) => `ladders.promise.${problem}`));
});
it('of a ladder: silence at breach', () => {
  expect(named(ladderProblems(ladders([rung({ percent: 50 })])))).toEqual(['ladders.promise no_breach']);
});
