/** A stretch of working time; `to` is not part of it. */
export interface WorkingInterval {
  from: Date;
  to: Date;
}

/** When a desk works: its intervals from a moment on, in order, none overlapping. */
export type Calendar = (from: Date) => Iterable<WorkingInterval>;

const FOREVER = new Date(8_640_000_000_000_000);

/** 24 hours a day, every day. */
export const AROUND_THE_CLOCK: Calendar = (from) => [{ from, to: FOREVER }];

/**
 * When a target is due: the first moment at which so much working time has passed.
 * @param seconds of working time, more than 0
 * @throws RangeError when the calendar ends before
 */
export function dueAt(start: Date, seconds: number, calendar: Calendar = AROUND_THE_CLOCK): Date {
  let left = seconds * 1_000;
  for (const { from, to } of calendar(start)) {
    const begin = Math.max(from.getTime(), start.getTime());
    const length = to.getTime() - begin;
    if (length <= 0) continue;
    if (left <= length) return new Date(begin + left);
    left -= length;
  }
  throw new RangeError('the calendar has too little working time for this target');
}
