/** How fast a team takes on who waits for it. */
export interface TeamPace {
  /** Cases that those who are online can hold at once. */
  units: number;
  /** Of these free now. */
  free: number;
  /** How long a case keeps its unit, on average. */
  serviceSeconds: number;
  /** How many ended cases that average rests on, more than 0. */
  observations: number;
  /** What share of those who wait leaves by themselves, per second. */
  leavingPerSecond: number;
}

export interface WaitRange {
  /** Half of those in this place wait longer than this (p50). */
  fromSeconds: number;
  /** One in ten of them waits longer than this (p90). */
  toSeconds: number;
}

/** What is said while somebody has room: their console rings already. */
const AT_ONCE: WaitRange = { fromSeconds: 0, toSeconds: 30 };
/** Nobody can look further ahead; what is longer is said to be longer. */
const LONGEST_WAIT_SECONDS = 12 * 3_600;
const USUAL = { observations: 3, serviceSeconds: 360 };
const Z_P90 = 1.281_55;

/**
 * The mean time a case keeps its unit: time held over cases ended (occurrence and exposure), so that long ones which have
 * not ended yet count too. A prior worth three cases of six minutes speaks while little is known.
 * @param heldSeconds all units' time in use, of ended and running cases alike
 */
export function servicePace(ended: number, heldSeconds: number): Pick<TeamPace, 'serviceSeconds' | 'observations'> {
  const observations = USUAL.observations + ended;
  return { observations, serviceSeconds: (USUAL.observations * USUAL.serviceSeconds + heldSeconds) / observations };
}

/**
 * Seconds until the turn of a place, p50 and p90, not rounded. Undefined while nobody is online: nothing to reckon from.
 *
 * Place k has to see k departures: with all units in use they come at the rate units / service time, and each of the j − 1
 * ahead may leave as well. So the wait is a sum of exponential times of rates μ + (j − 1)θ, j = 1 … k (the M/M/c+M queue;
 * Garnett, Mandelbaum, Reiman 2002). It is taken for a gamma distribution of the same mean and variance. The mean rests
 * on n observations only, which widens the variance by mean²/n. Quantiles by Wilson and Hilferty (1931).
 */
export function waitQuantiles(place: number, pace: TeamPace): WaitRange | undefined {
  if (pace.units <= 0) return undefined;
  if (place <= pace.free) return { fromSeconds: 0, toSeconds: 0 };
  const rate = pace.units / pace.serviceSeconds;
  let mean = 0;
  let variance = 0;
  for (let ahead = 0; ahead < place - Math.max(0, pace.free); ahead += 1) {
    const step = 1 / (rate + ahead * pace.leavingPerSecond);
    mean += step;
    variance += step * step;
  }
  const spread = (variance / (mean * mean) + 1 / pace.observations) / 9;
  const quantile = (z: number) => mean * Math.max(0, 1 - spread + z * Math.sqrt(spread)) ** 3;
  return { fromSeconds: quantile(0), toSeconds: quantile(Z_P90) };
}

/**
 * What one tells the customer in this place: the range in steps that a person would say, from rounded down and to up.
 * Never shrinks with a later place.
 */
export function waitRange(place: number, pace: TeamPace): WaitRange | undefined {
  const exact = waitQuantiles(place, pace);
  if (!exact) return undefined;
  return {
    fromSeconds: said(exact.fromSeconds, Math.floor),
    toSeconds: Math.max(AT_ONCE.toSeconds, said(exact.toSeconds, Math.ceil)),
  };
}

/** Half minutes up to two minutes, minutes up to ten, then 5, 15 and 30 minutes. */
const STEPS = [
  { below: 120, seconds: 30 },
  { below: 600, seconds: 60 },
  { below: 3_600, seconds: 300 },
  { below: 3 * 3_600, seconds: 900 },
  { below: Number.POSITIVE_INFINITY, seconds: 1_800 },
];

function said(seconds: number, round: (value: number) => number): number {
  const step = STEPS.find(({ below }) => seconds < below)?.seconds ?? 1;
  return Math.min(LONGEST_WAIT_SECONDS, round(seconds / step) * step);
}
