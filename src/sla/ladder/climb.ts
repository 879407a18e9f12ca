import type { LadderKey, LadderRung } from '../../contract/index.js';

/** Rungs of the P0 ladder count from 101: a case that becomes one climbs that ladder from below. */
const URGENT_OFFSET = 100;

/** Where a clock stands on its ladder. */
export interface Footing {
  ladder: LadderKey;
  /** When each rung is due; null: it does not count for this clock. */
  rungTimes: readonly (Date | null)[];
  /** The highest rung of this ladder that has fired or was passed over, by number; undefined: none. */
  reached: number | undefined;
  /** Of that rung, while nobody has acknowledged it. */
  acknowledgeBy: Date | null;
}

export interface NextRung {
  rung: number;
  at: Date;
}

/** A rung that fires, what it passes over, and what comes after. */
export interface Climb {
  rung: number;
  dueAt: Date;
  acknowledgeBy: Date | null;
  passedOver: { rung: number; dueAt: Date }[];
  next: NextRung | undefined;
}

export const rungNumber = (ladder: LadderKey, place: number): number =>
  (ladder === 'P0' ? URGENT_OFFSET : 0) + place + 1;

/** Its place in its ladder, from 0. */
export const rungPlace = (rung: number): number => (rung - 1) % URGENT_OFFSET;

export const isOfLadder = (rung: number, ladder: LadderKey): boolean => rung > URGENT_OFFSET === (ladder === 'P0');

/** From breach on, and wherever the rung says so, a person has to say that they have seen it. */
export const needsAcknowledgement = ({ at, acknowledgeWithinMinutes }: LadderRung): boolean =>
  !('percent' in at) || acknowledgeWithinMinutes !== null;

/** The rung that comes next: at its own time, or sooner when nobody acknowledges the one before. Undefined: none is left. */
export function nextRung({ ladder, rungTimes, reached, acknowledgeBy }: Footing): NextRung | undefined {
  const from = reached === undefined ? 0 : rungPlace(reached) + 1;
  const place = rungTimes.findIndex((time, index) => index >= from && time !== null);
  const time = rungTimes[place];
  if (!time) return undefined;
  return { rung: rungNumber(ladder, place), at: acknowledgeBy && acknowledgeBy < time ? acknowledgeBy : time };
}

/**
 * What fires at `now`, when the next rung is due: the highest whose time has come; those below it are passed over.
 * @param rungs of the ladder by which the clock goes
 */
export function climb(next: NextRung, { ladder, rungTimes }: Footing, rungs: readonly LadderRung[], now: Date): Climb {
  const begin = rungPlace(next.rung);
  let place = begin;
  rungTimes.forEach((time, index) => {
    if (index > begin && time && time <= now) place = index;
  });
  const dueAt = (index: number) => (index === begin ? next.at : (rungTimes[index] as Date));
  const within = rungs[place]?.acknowledgeWithinMinutes ?? null;
  const acknowledgeBy = within === null ? null : new Date(now.getTime() + within * 60_000);
  const rung = rungNumber(ladder, place);
  const passedOver = rungTimes
    .map((time, index) => ({ time, index }))
    .filter(({ time, index }) => time && index >= begin && index < place)
    .map(({ index }) => ({ rung: rungNumber(ladder, index), dueAt: dueAt(index) }));
  const after = nextRung({ ladder, rungTimes, reached: rung, acknowledgeBy });
  return { rung, dueAt: dueAt(place), acknowledgeBy, passedOver, next: after };
}
