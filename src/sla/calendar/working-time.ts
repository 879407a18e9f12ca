import type { Calendar, WorkingInterval } from '../deadline.js';
import type { CalendarDefinition, WorkingHours } from './calendar.definition.js';
import { offsetSpans } from './zone-offset.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Further than this nobody looks: a target that needs more working time has none to speak of. */
const HORIZON = 5 * 366 * DAY;

/** In milliseconds; `to` is not part of it. */
interface Span {
  from: number;
  to: number;
}

/**
 * The working time of a calendar: every moment at which the wall clock of its zone shows a working hour. So an hour that the
 * clocks skip does not count, and one that they repeat counts twice.
 */
export function workingTime(definition: CalendarDefinition): Calendar {
  const hours = hoursByDay(definition);
  return function* (from) {
    const start = from.getTime();
    for (const span of offsetSpans(definition.zone, start, start + HORIZON)) {
      const wall = wallTime(hours, span.start + span.offset, span.end + span.offset);
      for (const { from, to } of wall) yield interval({ from: from - span.offset, to: to - span.offset });
    }
  };
}

/** Whoever of them works, it counts, and once only. */
export function union(calendars: readonly Calendar[]): Calendar {
  return function* (from) {
    const sources = calendars.map((calendar) => calendar(from)[Symbol.iterator]());
    const heads = sources.map((source) => source.next());
    let covered = Number.NEGATIVE_INFINITY;
    for (;;) {
      let first = -1;
      heads.forEach((head, index) => {
        if (!head.done && (first < 0 || head.value.from < heads[first]?.value.from)) first = index;
      });
      const head = heads[first];
      if (!head || head.done) return;
      const span = { from: Math.max(head.value.from.getTime(), covered), to: head.value.to.getTime() };
      if (span.to > span.from) yield interval(span);
      covered = Math.max(covered, span.to);
      heads[first] = (sources[first] as Iterator<WorkingInterval>).next();
    }
  };
}

/** The calendar without the pauses. @param pauses in order, none overlapping; `to` null: it still lasts, and nothing comes after */
export function without(calendar: Calendar, pauses: readonly { from: Date; to: Date | null }[]): Calendar {
  return function* (start) {
    for (const working of calendar(start)) {
      let from = working.from.getTime();
      const to = working.to.getTime();
      for (const pause of pauses) {
        if (pause.to !== null && pause.to.getTime() <= from) continue;
        if (pause.from.getTime() >= to) break;
        if (pause.from.getTime() > from) yield interval({ from, to: pause.from.getTime() });
        if (pause.to === null) return;
        from = pause.to.getTime();
      }
      if (to > from) yield interval({ from, to });
    }
  };
}

type HoursOfDay = (day: number) => readonly WorkingHours[];

/** The hours of a day, which is counted from 1970-01-01 on the wall clock. */
function hoursByDay({ week, specialDays }: CalendarDefinition): HoursOfDay {
  const inOrder = (hours: readonly WorkingHours[]) => [...hours].sort((a, b) => a.from - b.from);
  const usual = week.map(inOrder);
  const special = new Map(
    specialDays.map(({ date, hours }) => [Date.parse(`${date}T00:00:00Z`) / DAY, inOrder(hours)]),
  );
  // 1970-01-01 was a Thursday.
  return (day) => special.get(day) ?? usual[(((day + 3) % 7) + 7) % 7] ?? [];
}

/** Working time on the wall clock, which is written as if it were UTC. A night shift belongs to the day on which it begins. */
function* wallTime(hoursOf: HoursOfDay, start: number, end: number): Generator<Span> {
  let covered = start;
  for (let day = Math.floor(start / DAY) - 1; day * DAY < end; day += 1) {
    for (const hours of hoursOf(day)) {
      const from = Math.max(day * DAY + hours.from * MINUTE, covered);
      const to = Math.min(day * DAY + hours.to * MINUTE, end);
      if (to <= from) continue;
      yield { from, to };
      covered = to;
    }
  }
}

const interval = ({ from, to }: Span): WorkingInterval => ({ from: new Date(from), to: new Date(to) });
