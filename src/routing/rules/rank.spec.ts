import fc from 'fast-check';
import { PRIORITIES, SHOP_TIERS } from '../../contract/index.js';
import { headStart, inOrder, type Ranked } from './rank.js';

const HEAD_STARTS = { P0: 86_400, P1: 3_600, P2: 900, P3: 0, premium: 600, live: 300 };
const GREATEST = 86_400 + 600 + 300;

const facts = {
  priority: fc.constantFrom(...PRIORITIES),
  tier: fc.constantFrom(...SHOP_TIERS),
  live: fc.boolean(),
};
const cases = (longest: number) =>
  fc.uniqueArray(fc.record({ id: fc.uuid(), since: fc.integer({ min: 0, max: longest * 1_000 }), ...facts }), {
    selector: ({ id }) => id,
    maxLength: 60,
  });

/** Everybody comes when they come; whenever somebody is free, the first in the queue is served. @returns ms each has waited */
function served(arrivals: readonly Ranked[], everySeconds: number): Map<string, number> {
  const coming = [...arrivals].sort((a, b) => a.since - b.since);
  const waited = new Map<string, number>();
  let waiting: Ranked[] = [];
  for (let now = 0; coming.length + waiting.length > 0; now += everySeconds * 1_000) {
    while (coming[0] && coming[0].since <= now) waiting.push(coming.shift() as Ranked);
    const [first, ...others] = inOrder(waiting, HEAD_STARTS);
    if (first) waited.set(first.id, now - first.since);
    waiting = others;
  }
  return waited;
}

describe('the order of a queue', () => {
  it.each([
    ['P0 before all', { priority: 'P0' }, {}, 'first'],
    ['an hour of waiting makes up for P1', { priority: 'P1', since: 3_600_001 }, {}, 'second'],
    ['less does not', { priority: 'P1', since: 3_599_000 }, {}, 'first'],
    ['a premium shop', { tier: 'premium', since: 599_000 }, {}, 'first'],
    ['who is live', { live: true, since: 301_000 }, {}, 'second'],
    ['who came first, of two alike', { since: 1 }, {}, 'second'],
  ] as const)('%s', (_, first, second, expected) => {
    const plain: Ranked = { id: 'x', since: 0, priority: 'P3', tier: 'standard', live: false };
    const order = inOrder(
      [
        { ...plain, ...first, id: 'first' },
        { ...plain, ...second, id: 'second' },
      ],
      HEAD_STARTS,
    );
    expect(order[0]?.id).toBe(expected);
  });

  it('lets nobody be overtaken by who comes later than the difference of their head starts', () => {
    fc.assert(
      fc.property(cases(200_000), (all) => {
        const order = inOrder(all, HEAD_STARTS);
        for (const [place, behind] of order.entries())
          for (const ahead of order.slice(0, place)) {
            const later = (ahead.since - behind.since) / 1_000;
            expect(later).toBeLessThanOrEqual(headStart(ahead, HEAD_STARTS) - headStart(behind, HEAD_STARTS));
            expect(later).toBeLessThanOrEqual(GREATEST);
          }
      }),
    );
  });

  it('bounds every wait, whatever comes: by those who were there, and those who came within the greatest head start', () => {
    fc.assert(
      fc.property(cases(100_000), fc.integer({ min: 1, max: 600 }), (arrivals, everySeconds) => {
        const waited = served(arrivals, everySeconds);
        for (const one of arrivals) {
          const before = arrivals.filter(({ since }) => since <= one.since + GREATEST * 1_000).length;
          expect(waited.get(one.id)).toBeLessThanOrEqual(before * everySeconds * 1_000);
        }
      }),
      { numRuns: 50 },
    );
  });
});
