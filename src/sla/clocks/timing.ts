import type { LadderRung, RungTime } from '../../contract/index.js';
import { without } from '../calendar/working-time.js';
import { type Calendar, duesAt } from '../deadline.js';

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
  const after = rungs.map(({ at }) => secondsOf(at, targetSeconds));
  const [due, ...dues] = duesAt(startedAt, [targetSeconds, ...after], working).map(
    (time) => time ?? new Date(startedAt.getTime() + FAR_MILLISECONDS),
  ) as [Date, ...Date[]];
  return {
    dueAt: due,
    rungTimes: rungs.map(({ at }, place) => {
      if ('percent' in at && at.percent === 0) return atOnce ? startedAt : null;
      return dues[place] as Date;
    }),
  };
}

/** Of working time, from the start of the clock; whole milliseconds count. */
function secondsOf(at: RungTime, targetSeconds: number): number {
  if ('breach' in at) return targetSeconds;
  if ('afterMinutes' in at) return targetSeconds + at.afterMinutes * 60;
  return Math.ceil(targetSeconds * at.percent * 10) / 1_000;
}
