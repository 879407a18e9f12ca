import type { ShiftView } from '../../../../contract/index.js';

/** A calendar day as `2026-11-20`. No zone is in it: it is a day of the team's own calendar. */
export type Day = string;

type Span = Pick<ShiftView, 'starts' | 'ends'>;

const at = (day: Day) => new Date(`${day}T00:00:00Z`);

export function addDays(day: Day, days: number): Day {
  const date = at(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The Monday of this day's week. */
export const mondayOf = (day: Day): Day => addDays(day, -((at(day).getUTCDay() + 6) % 7));

/** The seven days from this one. */
export const weekFrom = (monday: Day): Day[] => Array.from({ length: 7 }, (_, index) => addDays(monday, index));

/** The day of a moment (milliseconds) in a zone; in the reader's own when none is given. */
export const dayIn = (moment: number, timeZone?: string): Day =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);

/**
 * From hour to hour on the clock: what ends at or before its beginning ends the next day.
 * @param from, to `22:00`
 */
export const plannedSpan = (day: Day, from: string, to: string): Span => ({
  starts: `${day}T${from}`,
  ends: `${to > from ? day : addDays(day, 1)}T${to}`,
});

/** When on this day nobody is on duty, as `02:00–08:00`; `24:00` is the end of the day. */
export function gapsOn(day: Day, shifts: readonly Span[]): string[] {
  const [begin, end] = [`${day}T00:00`, `${addDays(day, 1)}T00:00`];
  const clock = (moment: string) => (moment === end ? '24:00' : moment.slice(11));
  const gaps: string[] = [];
  let covered = begin;
  const today = shifts.filter(({ starts, ends }) => starts < end && ends > begin);
  for (const { starts, ends } of today.toSorted((a, b) => (a.starts < b.starts ? -1 : 1))) {
    if (starts > covered) gaps.push(`${clock(covered)}–${clock(starts)}`);
    if (ends > covered) covered = ends;
  }
  if (covered < end) gaps.push(`${clock(covered)}–24:00`);
  return gaps;
}

/** `22:00–06:00` */
export const clockSpan = ({ starts, ends }: Span): string => `${starts.slice(11)}–${ends.slice(11)}`;
