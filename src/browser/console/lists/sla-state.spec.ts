import { formatSeconds, slaState } from './sla-state.js';

const at = (text: string) => Date.parse(`2026-11-20T${text}.000Z`);
const clock = { startedAt: '2026-11-20T08:00:00.000Z', dueAt: '2026-11-20T09:00:00.000Z' };

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
