import type { ClockExplanation, DueReason } from '../../../../contract/index.js';
import { slaState } from '../../lists/sla-state.js';
import { chipOf, inOrder } from './clock-facts.js';

const clock = (facts: Partial<ClockExplanation>): ClockExplanation => ({
  id: 'c',
  kind: 'first_response',
  mode: 'asynchronous',
  state: 'running',
  tier: 'standard',
  priority: 'P1',
  targetSeconds: 7_200,
  startedAt: '2026-11-20T09:00:00.000Z',
  dueAt: '2026-11-23T02:00:00.000Z',
  ladderVersion: 1,
  ladder: 'first_response',
  calendars: [],
  secondsCounted: 0,
  secondsLeft: 7_200,
  pauses: [],
  retimings: [],
  rungs: [],
  because: [],
  ...facts,
});
const stateAt = (it: ClockExplanation, now: string) => {
  const { nextDueAt = '', nextDueStartedAt: startedAt = '', ...rest } = chipOf(it);
  return slaState({ ...rest, nextDueAt, startedAt }, Date.parse(now));
};

describe('a clock from its explanation', () => {
  const steps: DueReason[] = [
    { step: 'calendar', zone: 'Asia/Shanghai' },
    { step: 'worked', from: '2026-11-20T09:00:00.000Z', to: '2026-11-20T10:00:00.000Z', seconds: 3_600, days: [] },
    { step: 'closed', from: '2026-11-20T10:00:00.000Z', to: '2026-11-23T01:00:00.000Z', days: [] },
    { step: 'worked', from: '2026-11-23T01:00:00.000Z', to: '2026-11-23T02:00:00.000Z', seconds: 3_600, days: [] },
  ];

  it('counts down by the stretches that are told in it', () => {
    const it = clock({ because: steps });
    expect(stateAt(it, '2026-11-20T09:30:00.000Z')).toEqual({ tone: 'calm', seconds: 5_400 });
    expect(stateAt(it, '2026-11-21T12:00:00.000Z')).toEqual({ tone: 'resting', seconds: 3_600 });
    expect(stateAt(it, '2026-11-23T01:59:00.000Z')).toEqual({ tone: 'warn', seconds: 60 });
  });

  it('adds what is only told in sum', () => {
    const more = clock({ because: [...steps.slice(0, 2), { step: 'more', count: 3, seconds: 3_600 }] });
    expect(stateAt(more, '2026-11-20T09:30:00.000Z').seconds).toBe(5_400);
  });

  it('goes by the wall where it runs around the clock', () => {
    const it = clock({
      dueAt: '2026-11-20T10:00:00.000Z',
      because: [{ step: 'around_the_clock', because: 'urgent' }, ...steps.slice(1, 2)],
    });
    expect(chipOf(it)).not.toHaveProperty('nextDueWorking');
    expect(stateAt(it, '2026-11-20T09:50:00.000Z')).toEqual({ tone: 'warn', seconds: 600 });
  });
});

describe('the order of clocks', () => {
  it('is what decides first, what stands still, and what has ended, the latest first', () => {
    const clocks = [
      clock({ id: 'old', state: 'met', metAt: '2026-11-20T09:10:00.000Z' }),
      clock({ id: 'paused', pausedAt: '2026-11-20T09:20:00.000Z', dueAt: '2026-11-20T10:00:00.000Z' }),
      clock({ id: 'later', dueAt: '2026-11-24T02:00:00.000Z' }),
      clock({ id: 'late', state: 'missed', metAt: '2026-11-20T09:40:00.000Z' }),
      clock({ id: 'soon' }),
    ];
    expect(inOrder(clocks).map(({ id }) => id)).toEqual(['soon', 'later', 'paused', 'late', 'old']);
  });
});
