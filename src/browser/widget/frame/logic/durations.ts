import { clockTime, dayKey, dayName } from '../../../ui/relative-time.js';

/** An expected wait in whole minutes, rounded up, or hours from two on. Seconds in. */
export function waitParts(seconds: number): { unit: 'minutes' | 'hours'; count: number } {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return minutes < 120 ? { unit: 'minutes', count: minutes } : { unit: 'hours', count: Math.round(minutes / 60) };
}

/** The clock time, with the day before it when it is not today. Milliseconds in. */
export function dayAndTime(at: number, now: number, locale: string): string {
  const time = clockTime(at, locale);
  return dayKey(at) === dayKey(now) ? time : `${dayName(at, now, locale)} ${time}`;
}
