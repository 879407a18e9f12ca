import type { Dice } from './dice.js';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Ahead of UTC, all year round. */
const SHANGHAI = 8 * HOUR;

/** How many turn to the desk in each hour of a day in Shanghai: shops write when they open, and most of all while they stream. */
const BY_HOUR = [5, 3, 2, 1, 1, 1, 2, 3, 6, 9, 11, 10, 8, 8, 9, 9, 9, 9, 11, 19, 25, 25, 21, 13] as const;
const DAILY = BY_HOUR.reduce((sum, share) => sum + share, 0);

/**
 * A moment of the last days before `now`, the evenings more likely than the nights.
 * @param days how far back
 * @param margin milliseconds before `now` that stay free; less than those days
 */
export function momentBefore(dice: Dice, now: Date, days: number, margin: number): Date {
  const midnight = Math.floor((now.getTime() + SHANGHAI) / DAY) * DAY - SHANGHAI - dice.between(0, days - 1) * DAY;
  return before(new Date(midnight + hourOf(dice) * HOUR + dice.between(0, HOUR - 1)), now.getTime() - margin);
}

/** The same time of day, as many days earlier as it takes. */
export function before(at: Date, latest: number): Date {
  const days = Math.max(0, Math.ceil((at.getTime() - latest) / DAY));
  return new Date(at.getTime() - days * DAY);
}

function hourOf(dice: Dice): number {
  let left = dice.next() * DAILY;
  const hour = BY_HOUR.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return Math.max(0, hour);
}

/** Hour of the day in Shanghai, 0 to 23. */
export function shanghaiHour(at: Date): number {
  return new Date(at.getTime() + SHANGHAI).getUTCHours();
}

/** `2026-11-20` in Shanghai. */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + SHANGHAI).toISOString().slice(0, 10);
}
