import fc from 'fast-check';
import { servicePace, type TeamPace, waitQuantiles, waitRange } from './wait-range.js';

const FIVE_MINUTES: TeamPace = { units: 10, free: 0, serviceSeconds: 300, observations: 200, leavingPerSecond: 0 };

const anyPace = fc.record({
  units: fc.integer({ min: 1, max: 500 }),
  free: fc.integer({ min: 0, max: 20 }),
  serviceSeconds: fc.double({ min: 5, max: 20_000, noNaN: true }),
  observations: fc.integer({ min: 3, max: 5_000 }),
  leavingPerSecond: fc.double({ min: 0, max: 0.01, noNaN: true }),
});

/** A generator one can begin again (mulberry32), from 0 to 1. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('the range of a wait', () => {
  it.each<[string, number, Partial<TeamPace>, [number, number] | undefined]>([
    ['somebody has room', 2, { free: 3 }, [0, 30]],
    ['somebody has room, though not for the last', 4, { free: 3 }, [0, 90]],
    ['the next one, ten units of five minutes', 1, {}, [0, 90]],
    ['the tenth of them', 10, {}, [240, 480]],
    ['the same, known from three cases only', 10, { observations: 3 }, [240, 600]],
    ['the hundredth', 100, {}, [2_700, 3_600]],
    ['the hundredth, where one in a hundred leaves each minute', 100, { leavingPerSecond: 0.01 / 60 }, [2_400, 3_000]],
    ['beyond what can be foreseen', 5_000, { units: 1 }, [43_200, 43_200]],
    ['nobody is online', 1, { units: 0 }, undefined],
  ])('%s', (_, place, pace, expected) => {
    const range = waitRange(place, { ...FIVE_MINUTES, ...pace });
    expect(range && [range.fromSeconds, range.toSeconds]).toEqual(expected);
  });

  it('never shrinks with a later place, and is never empty', () => {
    fc.assert(
      fc.property(anyPace, fc.integer({ min: 1, max: 600 }), (pace, place) => {
        const here = waitRange(place, pace);
        const behind = waitRange(place + 1, pace);
        if (!here || !behind) return false;
        return (
          behind.fromSeconds >= here.fromSeconds &&
          behind.toSeconds >= here.toSeconds &&
          (here.toSeconds > here.fromSeconds || here.fromSeconds === 43_200)
        );
      }),
    );
  });

  it('shrinks with more people and with more who leave', () => {
    fc.assert(
      fc.property(anyPace, fc.integer({ min: 1, max: 300 }), (pace, place) => {
        const now = waitRange(place, pace);
        const helped = waitRange(place, { ...pace, units: pace.units + 1 });
        const thinned = waitRange(place, { ...pace, leavingPerSecond: pace.leavingPerSecond + 0.001 });
        return [helped, thinned].every((other) => now && other && other.toSeconds <= now.toSeconds);
      }),
    );
  });

  it('rests on what has ended and on what has not, and on the usual while little is known', () => {
    expect(servicePace(0, 0)).toEqual({ observations: 3, serviceSeconds: 360 });
    expect(servicePace(97, 100 * 120 - 1_080)).toEqual({ observations: 100, serviceSeconds: 120 });
    // Nothing has ended for an hour although five units are in use: it takes longer than usual.
    expect(servicePace(0, 5 * 3_600).serviceSeconds).toBeGreaterThan(5_000);
  });
});

/**
 * The oracle: a queue played moment by moment. The pace is first learnt from as many cases as the estimate is told of,
 * then the customer in this place waits: units end at random, those ahead lose patience at random.
 */
describe('the range against a thousand lived queues', () => {
  const LIVES = 4_000;
  const SERVICE_SECONDS = 300;

  it.each([
    { place: 1, units: 1, observations: 100, leavingPerSecond: 0 },
    { place: 3, units: 4, observations: 20, leavingPerSecond: 0 },
    { place: 8, units: 10, observations: 200, leavingPerSecond: 0.0005 },
    { place: 30, units: 10, observations: 50, leavingPerSecond: 0.001 },
    { place: 120, units: 60, observations: 400, leavingPerSecond: 0.002 },
  ])('place $place, $units units, $observations known, $leavingPerSecond leave', (life) => {
    const random = randomOf(life.place * 7_919 + life.units);
    const soon = (mean: number) => -Math.log(1 - random()) * mean;
    const sum = (count: number) => {
      let total = 0;
      for (let index = 0; index < count; index += 1) total += soon(SERVICE_SECONDS);
      return total;
    };
    const lived = () => {
      const ends = Array.from({ length: life.units }, () => soon(SERVICE_SECONDS));
      const patience = Array.from({ length: life.place - 1 }, () =>
        life.leavingPerSecond > 0 ? soon(1 / life.leavingPerSecond) : Number.POSITIVE_INFINITY,
      );
      for (;;) {
        const unit = ends.indexOf(Math.min(...ends));
        const now = ends[unit] as number;
        while (patience.length > 0 && (patience[0] as number) <= now) patience.shift();
        if (patience.length === 0) return now;
        patience.shift();
        ends[unit] = now + soon(SERVICE_SECONDS);
      }
    };
    let earlier = 0;
    let later = 0;
    for (let index = 0; index < LIVES; index += 1) {
      const serviceSeconds = sum(life.observations) / life.observations;
      const range = waitQuantiles(life.place, { ...life, serviceSeconds, free: 0 });
      const wait = lived();
      if (wait < (range?.fromSeconds ?? 0)) earlier += 1;
      if (wait > (range?.toSeconds ?? 0)) later += 1;
    }
    expect(earlier / LIVES).toBeCloseTo(0.5, 1);
    expect(Math.abs(later / LIVES - 0.1)).toBeLessThan(0.03);
  });
});
