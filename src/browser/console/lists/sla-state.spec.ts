import { formatSeconds, slaState } from './sla-state.js';

const at = (text: string) => Date.parse(`2026-11-20T${text}.000Z`);
const clock = { startedAt: '2026-11-20T08:00:00.000Z', nextDueAt: '2026-11-20T09:00:00.000Z' };

describe('slaState', () => {
  it.each([
    ['08:00:00', 'calm', 3_600],
    ['08:45:00', 'calm', 900],
    ['08:45:01', 'warn', 899],
    ['08:59:59', 'warn', 1],
    ['09:00:00', 'overdue', 0],
    ['09:05:00', 'overdue', -300],
  ])('at %s is %s with %i s', (time, tone, seconds) => {
    expect(slaState(clock, at(time))).toEqual({ tone, seconds });
  });

  it('stands still while paused, even past its time', () => {
    const paused = { ...clock, pausedAt: '2026-11-20T08:50:00.000Z' };
    expect(slaState(paused, at('12:00:00'))).toEqual({ tone: 'paused', seconds: 600 });
  });
});

describe('slaState by a calendar', () => {
  const working = [
    { from: '2026-11-20T08:00:00.000Z', to: '2026-11-20T09:00:00.000Z' },
    { from: '2026-11-20T10:00:00.000Z', to: '2026-11-20T11:00:00.000Z' },
  ];
  const calendar = { startedAt: clock.startedAt, nextDueAt: '2026-11-20T11:00:00.000Z', nextDueWorking: working };

  it.each([
    ['08:00:00', 'calm', 7_200],
    ['08:59:59', 'calm', 3_601],
    ['09:00:00', 'resting', 3_600],
    ['09:59:59', 'resting', 3_600],
    ['10:00:00', 'calm', 3_600],
    ['10:30:01', 'warn', 1_799],
    ['11:00:01', 'overdue', -1],
  ])('at %s is %s with %i s of working time', (time, tone, seconds) => {
    expect(slaState(calendar, at(time))).toEqual({ tone, seconds });
  });

  it('does not say that nobody works where it was not told', () => {
    const far = { ...calendar, nextDueAt: '2026-11-21T11:00:00.000Z', nextDueBeyond: 3_600 };
    expect(slaState(far, at('12:00:00'))).toEqual({ tone: 'calm', seconds: 3_600 });
  });
});

describe('formatSeconds', () => {
  it.each([
    [5, '0:05'],
    [245, '4:05'],
    [3_723, '1:02:03'],
    [-245, '4:05'],
    [86_400, '1天'],
    [3 * 86_400 + 4 * 3_600, '3天 4时'],
  ])('%i s reads %s', (seconds, text) => {
    expect(formatSeconds(seconds, { day: '天', hour: '时' })).toBe(text);
  });
});
