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
  const [due] = duesAt(start, [seconds], calendar);
  if (!due) throw new RangeError('the calendar has too little working time for this target');
  return due;
}

/** The same of many, in their order and in one walk along the calendar; undefined: it ends before. */
export function duesAt(start: Date, seconds: readonly number[], calendar: Calendar): (Date | undefined)[] {
  const dues: (Date | undefined)[] = seconds.map(() => undefined);
  const targets = seconds.map((each, place) => ({ place, left: each * 1_000 })).sort((a, b) => b.left - a.left);
  let passed = 0;
  for (const { from, to } of calendar(start)) {
    const begin = Math.max(from.getTime(), start.getTime());
    const length = to.getTime() - begin;
    if (length <= 0) continue;
    for (let next = targets.at(-1); next && next.left - passed <= length; next = targets.at(-1)) {
      dues[next.place] = new Date(begin + next.left - passed);
      targets.pop();
    }
    if (targets.length === 0) return dues;
    passed += length;
  }
  return dues;
}
