import type { WorkingHours } from '../../../../../contract/index.js';

export const DAY = 1_440;

/** Minutes after midnight as `09:30`; those beyond a day begin anew. */
export function clockOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const within = minutes % DAY;
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

/** `9:30`, `0930` or `9` as minutes after midnight, up to `24:00`; undefined while it cannot be read. */
export function minutesOf(clock: string): number | undefined {
  const parts = /^(\d{1,2})(?:[:.]?([0-5]\d))?$/.exec(clock.normalize('NFKC').trim());
  const minutes = Number(parts?.[1]) * 60 + Number(parts?.[2] ?? 0);
  return parts && minutes <= DAY ? minutes : undefined;
}

/** What ends at or before its beginning ends the next day. */
export const spanOf = (from: number, to: number): WorkingHours => ({
  from: from % DAY,
  to: (to % DAY) + (to % DAY > from % DAY ? 0 : DAY),
});

export const isWholeDay = (hours: readonly WorkingHours[]): boolean =>
  hours.length === 1 && hours[0]?.from === 0 && hours[0].to === DAY;

/** Another stretch after those that are there. */
export function withAnother(hours: readonly WorkingHours[]): WorkingHours[] {
  const end = Math.max(...hours.map(({ to }) => to), 0);
  if (hours.length === 0) return [{ from: 9 * 60, to: 18 * 60 }];
  const from = Math.min(end + 60, DAY - 60);
  return [...hours, { from, to: Math.min(from + 180, DAY) }];
}

/** A stretch of one day's bar in percent of the day. `night`: what reaches in from the day before. */
export interface Bar {
  left: number;
  width: number;
  night: boolean;
}

/** What a picture of the week shows on one day. @param day 0 is Monday */
export function barsOn(week: readonly (readonly WorkingHours[])[], day: number): Bar[] {
  const bar = (from: number, to: number, night: boolean): Bar => ({
    left: (from / DAY) * 100,
    width: ((to - from) / DAY) * 100,
    night,
  });
  const before = week[(day + 6) % 7] ?? [];
  return [
    ...before.filter(({ to }) => to > DAY).map(({ to }) => bar(0, to - DAY, true)),
    ...(week[day] ?? []).map(({ from, to }) => bar(from, Math.min(to, DAY), false)),
  ];
}

/** Days that follow each other and are worked alike. */
export interface DayRun {
  first: number;
  last: number;
  hours: readonly WorkingHours[];
}

export function runsOf(week: readonly (readonly WorkingHours[])[]): DayRun[] {
  const runs: DayRun[] = [];
  week.forEach((hours, day) => {
    const run = runs.at(-1);
    if (run && JSON.stringify(run.hours) === JSON.stringify(hours)) run.last = day;
    else runs.push({ first: day, last: day, hours });
  });
  return runs;
}

/** Hours of work in a week. */
export const hoursOf = (week: readonly (readonly WorkingHours[])[]): number =>
  week.flat().reduce((sum, { from, to }) => sum + to - from, 0) / 60;
