import type { ClockKind, PolicyCell, Priority, SlaMode } from '../../contract/index.js';
import { workingTime } from '../calendar/working-time.js';
import { AROUND_THE_CLOCK } from '../deadline.js';
import { planClocks } from './clock-plan.js';
import type { ClockChange, ClockTruth, TicketTruth } from './clock-truth.js';
import { presetRules } from './preset-rules.js';
import type { Rules } from './rules.js';
import { type Still, stillsOf } from './stills.js';

const HOUR = 3_600_000;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 0, minute));
const due = (minute: number, hours: number) => new Date(at(minute).getTime() + hours * HOUR);
const TEAM = 'team';

const truth = (given: Partial<TicketTruth>): TicketTruth => ({
  status: 'open',
  tier: 'standard',
  priority: 'P1',
  teamId: TEAM,
  openedAt: at(0),
  doneAt: null,
  reopenedAt: null,
  handedOverAt: null,
  firstStaffReplyAt: null,
  lastStaffReplyAt: null,
  awaitingReplySince: at(0),
  lastCustomerMessageAt: at(0),
  connected: false,
  promisedAt: null,
  firstPromiseAt: null,
  lastPromiseAt: null,
  keptAt: null,
  stills: [],
  clocks: [],
  ...given,
});
const running = (given: Partial<ClockTruth> = {}): ClockTruth => ({
  id: 'c',
  kind: 'first_response',
  state: 'running',
  startedAt: at(0),
  targetSeconds: 4 * 3_600,
  dueAt: due(0, 4),
  metAt: null,
  answeredAt: null,
  mode: 'asynchronous',
  tier: 'standard',
  priority: 'P1',
  teamId: TEAM,
  policyVersion: 2,
  ladder: 'first_response',
  ladderVersion: 2,
  calendars: [],
  pausedAt: null,
  pauses: [],
  rungTimes: [due(0, 3), due(0, 4), due(0, 5)],
  timedAt: at(0),
  escalations: [],
  ...given,
});
const rules = (change: Partial<Rules> = {}): Rules => ({ ...presetRules(), readAt: at(0), ...change });
/** What a case table looks at. */
const plain = (change: ClockChange) =>
  change.do === 'end'
    ? change
    : change.do === 'start'
      ? {
          do: change.do,
          kind: change.kind,
          startedAt: change.startedAt,
          targetSeconds: change.targetSeconds,
          dueAt: change.dueAt,
        }
      : {
          do: change.do,
          id: change.id,
          kind: change.kind,
          because: change.because,
          targetSeconds: change.targetSeconds,
          dueAt: change.dueAt,
        };
const past = running({ id: 'first', state: 'met' });
const answered = { firstStaffReplyAt: at(5), lastStaffReplyAt: at(5), awaitingReplySince: null };
const start = (kind: string, minute: number) => ({
  do: 'start',
  kind,
  startedAt: at(minute),
  targetSeconds: 4 * 3_600,
  dueAt: due(minute, 4),
});

describe('the plan of the clocks', () => {
  it.each<[string, Partial<TicketTruth>, object[]]>([
    ['a new case waits for its first response', { status: 'new' }, [start('first_response', 0)]],
    ['a clock that runs is left alone', { clocks: [running()] }, []],
    [
      'the first answer meets it',
      { ...answered, clocks: [running({ answeredAt: at(5) })] },
      [{ do: 'end', id: 'c', state: 'met', metAt: at(5) }],
    ],
    [
      'an answer after it was due is late',
      { ...answered, clocks: [running({ answeredAt: at(5), dueAt: at(4) })] },
      [{ do: 'end', id: 'c', state: 'missed', metAt: at(5) }],
    ],
    [
      'the very moment it is due is in time',
      { ...answered, clocks: [running({ answeredAt: at(5), dueAt: at(5) })] },
      [{ do: 'end', id: 'c', state: 'met', metAt: at(5) }],
    ],
    [
      'handed on after an answer, the new team owes the next word',
      { ...answered, handedOverAt: at(9), clocks: [past] },
      [start('next_response', 9)],
    ],
    ['handed on and answered since, nothing is owed', { ...answered, handedOverAt: at(4), clocks: [past] }, []],
    [
      'a question after the answer waits for the next response from its oldest message',
      { ...answered, awaitingReplySince: at(9), clocks: [past] },
      [start('next_response', 9)],
    ],
    [
      'answered and asked again before anybody looked',
      { ...answered, awaitingReplySince: at(9), clocks: [running({ answeredAt: at(5) })] },
      [{ do: 'end', id: 'c', state: 'met', metAt: at(5) }, start('next_response', 9)],
    ],
    [
      'another priority counts from the original start',
      { priority: 'P0', clocks: [running()] },
      [
        {
          do: 'retime',
          id: 'c',
          kind: 'first_response',
          because: 'priority',
          targetSeconds: 1_800,
          dueAt: due(0, 0.5),
        },
      ],
    ],
    [
      'another tier too',
      { tier: 'premium', clocks: [running()] },
      [
        { do: 'retime', id: 'c', kind: 'first_response', because: 'tier', targetSeconds: 1_800, dueAt: due(0, 0.5) },
        { do: 'start', kind: 'promise', startedAt: at(0), targetSeconds: 7_200, dueAt: due(0, 2) },
      ],
    ],
    [
      'a resolved case waits for nothing',
      { status: 'resolved', clocks: [running()] },
      [{ do: 'end', id: 'c', state: 'cancelled', metAt: null }],
    ],
    ['and starts nothing', { status: 'closed', ...answered, awaitingReplySince: at(9), clocks: [past] }, []],
    [
      'reopened by a message, it waits from that message, not from what was resolved',
      {
        ...answered,
        awaitingReplySince: at(6),
        doneAt: at(10),
        lastCustomerMessageAt: at(20),
        reopenedAt: at(21),
        clocks: [past],
      },
      [start('next_response', 20)],
    ],
    [
      'reopened without a word, it waits from then',
      { ...answered, doneAt: at(10), reopenedAt: at(21), clocks: [past] },
      [start('next_response', 21)],
    ],
    [
      'until somebody answers',
      { ...answered, lastStaffReplyAt: at(25), doneAt: at(10), reopenedAt: at(21), clocks: [past] },
      [],
    ],
    [
      'cancelled before any answer and brought back, it waits again',
      { doneAt: at(10), lastCustomerMessageAt: at(20), reopenedAt: at(20), clocks: [running({ state: 'cancelled' })] },
      [start('next_response', 20)],
    ],
  ])('%s', (_, given, changes) => {
    expect(planClocks(truth(given), rules()).map(plain)).toEqual(changes);
  });
});

/** The clock that a plan starts, as it then stands in the database. */
const stored = (change: ClockChange, given: Partial<ClockTruth> = {}): ClockTruth => {
  if (change.do === 'end') throw new Error('it ends');
  const { do: _, next: __, ...clock } = change;
  return running({ ...clock, ...('startedAt' in change && { startedAt: change.startedAt }), ...given });
};
const the = (changes: ClockChange[], kind: ClockKind): ClockChange => {
  const found = changes.find((change) => change.do !== 'end' && change.kind === kind);
  if (!found) throw new Error(`no ${kind} in the plan`);
  return found;
};

describe('a response', () => {
  const chat = truth({ connected: true });
  const started = () => stored(the(planClocks(chat, rules()), 'first_response'), { id: 'chat' });

  it('is due in 90 s while the customer is connected, and stays so', () => {
    expect(planClocks(chat, rules())).toMatchObject([
      { do: 'start', mode: 'chat', targetSeconds: 90, dueAt: due(0, 0.025) },
    ]);
    expect(planClocks({ ...chat, clocks: [started()] }, rules())).toEqual([]);
  });

  it('counts as one who wrote from the original start once they have gone, though they come back', () => {
    const left = truth({ clocks: [started()] });
    const [change] = planClocks(left, rules());
    expect(change).toMatchObject({ do: 'retime', because: 'customer_left', mode: 'asynchronous', dueAt: due(0, 4) });
    const clock = stored(change as ClockChange, { id: 'chat' });
    expect(planClocks({ ...chat, clocks: [clock] }, rules())).toEqual([]);
  });

  it('keeps its own policy when the priority changes, and goes by the new one when an editor wants that', () => {
    const cell = (hours: number): PolicyCell => {
      const seconds = hours * 3_600;
      return {
        chat: { first_response: null, next_response: null },
        asynchronous: { first_response: seconds, next_response: seconds, promise: null, resolution: null },
      };
    };
    const policies = {
      cell: (version: number, _: string, priority: Priority) => cell(version * (priority === 'P0' ? 1 : 10)),
    };
    const clock = running({ policyVersion: 2, targetSeconds: 72_000, dueAt: due(0, 20), timedAt: at(1) });
    const newer = rules({ ...policies, policyVersion: 3 });
    expect(planClocks(truth({ clocks: [clock] }), newer)).toEqual([]);
    const urgent = truth({ priority: 'P0', clocks: [clock] });
    expect(planClocks(urgent, newer)).toMatchObject([{ because: 'priority', policyVersion: 2, dueAt: due(0, 2) }]);
    const wanted = { ...newer, retimeBefore: at(2) };
    expect(planClocks(truth({ clocks: [clock] }), wanted)).toMatchObject([
      { because: 'policy', policyVersion: 3, dueAt: due(0, 30) },
    ]);
  });

  it('goes by the hours of its team, P0 around the clock', () => {
    const nine = { from: 540, to: 1_080 };
    const office = workingTime({ zone: 'Asia/Shanghai', week: Array(7).fill([nine]), specialDays: [] });
    const calendars: Rules['calendars'] = [['office', 3]];
    const by = rules({ calendars, calendar: (named) => (named.length > 0 ? office : AROUND_THE_CLOCK) });
    // 2026-11-20 00:00 UTC is 08:00 in Shanghai.
    expect(planClocks(truth({}), by)).toMatchObject([{ calendars, dueAt: due(60, 4) }]);
    expect(planClocks(truth({ priority: 'P0' }), by)).toMatchObject([
      { calendars: [], dueAt: due(0, 0.5), ladder: 'P0' },
    ]);
    const clock = running({ calendars: [['other', 1]], teamId: 'other' });
    expect(planClocks(truth({ clocks: [clock] }), by)).toMatchObject([
      { because: 'team', calendars, dueAt: due(60, 4) },
    ]);
    const own = running({ calendars: [['office', 2]] });
    expect(planClocks(truth({ clocks: [own] }), by)).toEqual([]);
  });

  it('that becomes P0 climbs the ladder of P0 from below: the duty manager hears of it at once', () => {
    const clock = running({ escalations: [{ rung: 1, acknowledgeBy: null }] });
    const [change] = planClocks(truth({ priority: 'P0', clocks: [clock] }), rules());
    expect(change).toMatchObject({ ladder: 'P0', next: { rung: 101, at: at(0) } });
  });

  it('keeps the rungs that have fired', () => {
    const clock = running({
      escalations: [
        { rung: 1, acknowledgeBy: null },
        { rung: 2, acknowledgeBy: at(300) },
      ],
    });
    const [change] = planClocks(truth({ priority: 'P2', clocks: [clock] }), rules());
    expect(change).toMatchObject({ dueAt: due(0, 8), next: { rung: 3, at: at(300) } });
  });

  it.each<[SlaMode, boolean]>([
    ['chat', true],
    ['asynchronous', false],
  ])('comes to rest: what was planned, once done, leaves nothing to do (%s)', (_, connected) => {
    const before = truth({ tier: 'premium', connected });
    const clocks = planClocks(before, rules()).map((change) => stored(change, { tier: 'premium' }));
    expect(clocks).toHaveLength(2);
    expect(planClocks({ ...before, clocks }, rules())).toEqual([]);
  });
});

describe('a promise', () => {
  const answered = { firstStaffReplyAt: at(5), lastStaffReplyAt: at(5), awaitingReplySince: null };
  const first = running({ id: 'first', state: 'met', tier: 'premium' });
  const premium = (given: Partial<TicketTruth>) => truth({ tier: 'premium', ...answered, ...given });
  const plan = running({ id: 'plan', kind: 'promise', tier: 'premium', targetSeconds: 7_200, dueAt: due(0, 2) });
  const date = running({
    id: 'date',
    kind: 'promise',
    tier: 'premium',
    policyVersion: null,
    startedAt: at(10),
    targetSeconds: 3_000,
    dueAt: at(60),
  });
  const given = (promisedAt: number | null, lastPromiseAt = 10) => ({
    promisedAt: promisedAt === null ? null : at(promisedAt),
    firstPromiseAt: at(10),
    lastPromiseAt: at(lastPromiseAt),
  });

  it.each<[string, Partial<TicketTruth>, object[]]>([
    [
      'is asked for by the policy',
      { clocks: [first] },
      [{ do: 'start', kind: 'promise', startedAt: at(0), dueAt: due(0, 2) }],
    ],
    ['is awaited while none is given', { clocks: [first, plan] }, []],
    [
      'is a date from the moment in which one is given',
      { ...given(60), clocks: [first, plan] },
      [
        { do: 'end', id: 'plan', state: 'met', metAt: at(10) },
        { do: 'start', kind: 'promise', startedAt: at(10), dueAt: at(60), policyVersion: null },
      ],
    ],
    ['stands', { ...given(60), clocks: [first, date] }, []],
    [
      'may be renewed before it passes',
      { ...given(90, 50), clocks: [first, date] },
      [{ because: 'renewed', dueAt: at(90) }],
    ],
    [
      'was broken when it is renewed too late',
      { ...given(90, 70), clocks: [first, date] },
      [
        { do: 'end', id: 'date', state: 'missed', metAt: at(70) },
        { do: 'start', startedAt: at(70), dueAt: at(90) },
      ],
    ],
    [
      'is kept',
      { ...given(null), keptAt: at(30), clocks: [first, date] },
      [{ do: 'end', state: 'met', metAt: at(30) }],
    ],
    ['is kept too late', { ...given(null), keptAt: at(61), clocks: [first, date] }, [{ do: 'end', state: 'missed' }]],
    [
      'is kept by the resolution',
      { ...given(60), status: 'resolved', doneAt: at(40), clocks: [first, date] },
      [{ do: 'end', state: 'met', metAt: at(40) }],
    ],
    [
      'does not begin again when the case comes back',
      {
        ...given(60),
        doneAt: at(40),
        reopenedAt: at(45),
        lastStaffReplyAt: at(46),
        clocks: [first, { ...date, state: 'met', metAt: at(40) }],
      },
      [],
    ],
  ])('%s', (_, change, changes) => {
    const planned = planClocks(premium(change), rules());
    expect(planned).toHaveLength(changes.length);
    expect(planned).toMatchObject(changes);
  });

  it('that a later policy does not ask for does not come back by the former one', () => {
    const preset = presetRules();
    const later = rules({
      policyVersion: 3,
      cell: (version, tier, priority) => preset.cell(version, version === 3 ? 'standard' : tier, priority),
    });
    const [end] = planClocks(premium({ clocks: [first, plan] }), { ...later, retimeBefore: at(30) });
    expect(end).toEqual({ do: 'end', id: 'plan', state: 'cancelled', metAt: null, policyVersion: 3 });
    const ended = { ...plan, state: 'cancelled' as const, policyVersion: 3 };
    expect(planClocks(premium({ clocks: [first, ended] }), later)).toEqual([]);
  });

  it('of a date does not mind who works then', () => {
    const by = rules({ calendars: [['office', 1]], calendar: () => AROUND_THE_CLOCK });
    expect(the(planClocks(premium({ ...given(60), clocks: [first] }), by), 'promise')).toMatchObject({
      calendars: [],
      rungTimes: [at(35), at(55), at(60), at(120)],
    });
  });
});

describe('a resolution', () => {
  const preset = presetRules();
  const asked = rules({
    cell: (version, tier, priority) => {
      const cell = preset.cell(version, tier, priority);
      return { ...cell, asynchronous: { ...cell.asynchronous, resolution: 36_000 } };
    },
  });
  const answered = { firstStaffReplyAt: at(5), lastStaffReplyAt: at(5), awaitingReplySince: null };
  const first = running({ id: 'first', state: 'met' });
  const still = (from: number, to: number | null, because: Still['because'] = 'pending'): Still => ({
    from: at(from),
    to: to === null ? null : at(to),
    because,
  });
  const resolution = (given: Partial<ClockTruth> = {}) =>
    running({ id: 'r', kind: 'resolution', targetSeconds: 36_000, dueAt: due(0, 10), ...given });
  const planned = (given: Partial<TicketTruth>) => planClocks(truth({ ...answered, ...given }), asked);

  it('runs from the opening, and only where the policy says so', () => {
    expect(planned({ clocks: [first] })).toMatchObject([{ do: 'start', kind: 'resolution', dueAt: due(0, 10) }]);
    expect(planClocks(truth({ ...answered, clocks: [first] }), rules())).toEqual([]);
  });

  it('that a later policy does not ask for does not come back by the former one', () => {
    const later = rules({
      ...asked,
      policyVersion: 3,
      cell: (version, ...of) => (version === 3 ? preset : asked).cell(version, ...of),
    });
    const clocks = [first, resolution()];
    const anew = { ...later, retimeBefore: at(30) };
    const [end] = planClocks(truth({ ...answered, clocks }), anew);
    expect(end).toEqual({ do: 'end', id: 'r', state: 'cancelled', metAt: null, policyVersion: 3 });
    const ended = [first, resolution({ state: 'cancelled', policyVersion: 3 })];
    expect(planClocks(truth({ ...answered, clocks: ended }), later)).toEqual([]);
  });

  it('stands still while the customer is asked', () => {
    const [change] = planned({ status: 'pending', stills: [still(60, null)], clocks: [first, resolution()] });
    expect(change).toMatchObject({ do: 'retime', because: 'paused', pausedAt: at(60), next: null, moved: false });
  });

  it('goes on with what was left', () => {
    const clock = resolution({ pausedAt: at(60), pauses: [still(60, null)] });
    const [change] = planned({ stills: [still(60, 120)], clocks: [first, clock] });
    expect(change).toMatchObject({ because: 'pause_ended', pausedAt: null, dueAt: due(0, 11), next: { rung: 1 } });
  });

  it('counts a pause that came and went before anybody looked', () => {
    const [change] = planned({ stills: [still(60, 120)], clocks: [first, resolution()] });
    expect(change).toMatchObject({ because: 'pause_ended', dueAt: due(0, 11) });
  });

  it('is met by the resolution, with every pause counted', () => {
    const done = { status: 'resolved' as const, doneAt: at(640) };
    const ended = [still(60, 120), still(640, null, 'ended')];
    expect(planned({ ...done, stills: ended, clocks: [first, resolution()] })).toMatchObject([
      { do: 'retime', dueAt: due(0, 11) },
      { do: 'end', id: 'r', state: 'met', metAt: at(640) },
    ]);
    expect(planned({ ...done, stills: [still(640, null, 'ended')], clocks: [first, resolution()] })).toMatchObject([
      { do: 'end', id: 'r', state: 'missed', metAt: at(640) },
    ]);
  });

  it('resumes when the case comes back, without the time between', () => {
    const clock = resolution({ state: 'met', metAt: at(60) });
    const back = { doneAt: at(60), reopenedAt: at(180), lastStaffReplyAt: at(181) };
    expect(planned({ ...back, stills: [still(60, 180, 'ended')], clocks: [first, clock] })).toMatchObject([
      { do: 'retime', because: 'reopened', dueAt: due(0, 12), pausedAt: null },
    ]);
  });
});

describe('stretches that stand still', () => {
  it.each<[string, [number, TicketTruth['status']][], Still[]]>([
    ['none of a case that goes its way', [[1, 'open']], []],
    [
      'the same kind again after it had ended',
      [
        [5, 'pending'],
        [9, 'open'],
        [12, 'pending'],
      ],
      [
        { from: at(5), to: at(9), because: 'pending' },
        { from: at(12), to: null, because: 'pending' },
      ],
    ],
    ['one that still lasts', [[5, 'pending']], [{ from: at(5), to: null, because: 'pending' }]],
    [
      'two kinds that follow each other',
      [
        [5, 'pending'],
        [9, 'on_hold'],
        [12, 'open'],
      ],
      [
        { from: at(5), to: at(9), because: 'pending' },
        { from: at(9), to: at(12), because: 'on_hold' },
      ],
    ],
    [
      'one end, resolved and then closed',
      [
        [5, 'resolved'],
        [9, 'closed'],
        [12, 'open'],
      ],
      [{ from: at(5), to: at(12), because: 'ended' }],
    ],
  ])('%s', (_, moves, stills) => {
    expect(stillsOf(moves.map(([minute, to]) => ({ at: at(minute), to })))).toEqual(stills);
  });
});
