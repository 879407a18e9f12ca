import type { LadderRung } from '../../contract/index.js';
import { without } from '../calendar/working-time.js';
import { type Calendar, dueAt } from '../deadline.js';

/** A stretch that does not count; `to` null: it still lasts. */
export interface Pause {
  from: Date;
  to: Date | null;
}

export interface Timing {
  dueAt: Date;
  /** Of each rung of the ladder; null: it does not count for this clock. */
  rungTimes: (Date | null)[];
}

/** How far calendars reach; what takes longer is due then, though nobody should be let save such a target. */
const FAR_MILLISECONDS = 5 * 366 * 86_400_000;

/**
 * When a clock is due and each rung of its ladder comes, by working time without the pauses.
 * @param atOnce whether rungs at 0 % count
 */
export function timing(
  startedAt: Date,
  targetSeconds: number,
  calendar: Calendar,
  pauses: readonly Pause[],
  rungs: readonly LadderRung[],
  atOnce: boolean,
): Timing {
  const working = pauses.length === 0 ? calendar : without(calendar, pauses);
  const after = (seconds: number) => dueAfter(startedAt, seconds, working);
  const due = after(targetSeconds);
  return {
    dueAt: due,
    rungTimes: rungs.map(({ at }) => {
      if ('breach' in at) return due;
      if ('afterMinutes' in at) return after(targetSeconds + at.afterMinutes * 60);
      if (at.percent === 0) return atOnce ? startedAt : null;
      return after(Math.ceil(targetSeconds * at.percent * 10) / 1_000);
    }),
  };
}

function dueAfter(startedAt: Date, seconds: number, calendar: Calendar): Date {
  try {
    return dueAt(startedAt, seconds, calendar);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Date(startedAt.getTime() + FAR_MILLISECONDS);
  }
}
