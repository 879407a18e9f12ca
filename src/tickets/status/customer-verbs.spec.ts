import { customerVerbs, nudgePause, type VerbFacts } from './customer-verbs.js';

const HOUR = 3_600_000;
const now = new Date('2026-11-21T10:00:00.000Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * HOUR);
const facts = (given: Partial<VerbFacts> = {}): VerbFacts => ({
  status: 'open',
  nudgedAt: null,
  dueStartedAt: null,
  dueAt: null,
  closedAt: null,
  alone: true,
  ...given,
});

describe('what a customer may do about their case', () => {
  it.each([
    [null, null, 4],
    [0, 1, 0.5],
    [0, 6, 2],
    [0, 48, 4],
    [3, 1, 0.5],
  ])('of a promise from %s to %s they may hurry us every %s hours', (from, to, pause) => {
    const at = (hours: number | null) => (hours === null ? null : inHours(hours));
    expect(nudgePause({ dueStartedAt: at(from), dueAt: at(to) })).toBe(pause * HOUR);
  });

  it.each([
    ['new', ['nudge', 'withdraw']],
    ['open', ['nudge', 'withdraw']],
    ['on_hold', ['nudge', 'withdraw']],
    ['pending', ['withdraw']],
    ['resolved', ['confirm', 'rate']],
    ['closed', ['rate']],
    ['cancelled', []],
  ] as const)('in %s: %j', (status, verbs) => {
    const closedAt = status === 'closed' || status === 'cancelled' ? inHours(-1) : null;
    expect(Object.keys(customerVerbs(facts({ status, closedAt }), now))).toEqual(verbs);
  });

  it('counts from the last time', () => {
    expect(customerVerbs(facts(), now).nudge).toEqual({});
    expect(customerVerbs(facts({ nudgedAt: inHours(-4) }), now).nudge).toEqual({});
    expect(customerVerbs(facts({ nudgedAt: inHours(-1) }), now).nudge).toEqual({ from: inHours(3).toISOString() });
  });

  it('lets them rate for fourteen days after the end, and not a moment longer', () => {
    const closed = (days: number) => customerVerbs(facts({ status: 'closed', closedAt: inHours(-24 * days) }), now);
    expect(closed(13).rate).toEqual({ until: inHours(24).toISOString() });
    expect(closed(14).rate).toBeUndefined();
  });

  it('lets nobody withdraw what is another’s as well', () => {
    expect(customerVerbs(facts({ alone: false }), now).withdraw).toBeUndefined();
  });
});
