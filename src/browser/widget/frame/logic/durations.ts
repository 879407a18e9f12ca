import { clockTime, dayKey, dayName } from '../../../ui/relative-time.js';

const MINUTE = 60;
const HOUR = 3_600;
/** As far as the desk looks ahead. */
const LONGEST = 12 * HOUR;

export interface Duration {
  unit: 'minutes' | 'hours';
  count: number;
}

/** Minutes below two hours, else halves of an hour. */
function duration(seconds: number, round: (value: number) => number): Duration {
  return seconds < 2 * HOUR
    ? { unit: 'minutes', count: round(seconds / MINUTE) }
    : { unit: 'hours', count: round(seconds / (HOUR / 2)) / 2 };
}

/** A range of seconds as a person says it: no `from` when it may be at once, no `to` when it is beyond what can be foreseen. */
export function waitParts(wait: { fromSeconds: number; toSeconds: number }): { from?: Duration; to?: Duration } {
  if (wait.toSeconds >= LONGEST) return { from: duration(wait.fromSeconds, Math.floor) };
  const to = duration(wait.toSeconds, Math.ceil);
  if (wait.fromSeconds < MINUTE) return { to };
  return { from: duration(wait.fromSeconds, Math.floor), to };
}

/** The clock time, with the day before it when it is not today. Milliseconds in. */
export function dayAndTime(at: number, now: number, locale: string): string {
  const time = clockTime(at, locale);
  return dayKey(at) === dayKey(now) ? time : `${dayName(at, now, locale)} ${time}`;
}
