import type { CalendarDefinition } from '../../src/sla/calendar/calendar.definition.js';

const DAY = 86_400_000;

/**
 * Working time by asking a wall clock again and again: slow, plain, and without a line in common with the product. The moments
 * asked are `stepMinutes` apart, so every time that goes in must be a multiple of it.
 */
export class WallClockOracle {
  private readonly format: Intl.DateTimeFormat;
  private readonly hours = new Map<string, readonly { from: number; to: number }[]>();

  /** @param others who work as well: it counts whoever of them does */
  constructor(
    private readonly definition: CalendarDefinition,
    private readonly stepMinutes: number,
    private readonly others: readonly WallClockOracle[] = [],
  ) {
    this.format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: definition.zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    for (const day of definition.specialDays) this.hours.set(day.date, day.hours);
  }

  /** Whether somebody works in the step that begins at this moment. */
  works(at: number): boolean {
    return this.worksAlone(at) || this.others.some((other) => other.works(at));
  }

  /** Walks from `start` until `seconds` of working time have passed; undefined after `limit`. */
  dueAt(
    start: number,
    seconds: number,
    pauses: readonly { from: number; to: number }[],
    limit: number,
  ): number | undefined {
    const step = this.stepMinutes * 60_000;
    let left = seconds * 1_000;
    for (let at = start; at < limit; at += step) {
      if (!this.works(at) || pauses.some(({ from, to }) => at >= from && at < to)) continue;
      left -= step;
      if (left <= 0) return at + step;
    }
    return undefined;
  }

  private worksAlone(at: number): boolean {
    const [date = '', time = ''] = this.format.format(at).split(' ');
    const [hour, minute] = time.split(':').map(Number) as [number, number];
    const minutes = hour * 60 + minute;
    const today = this.hoursOf(date);
    const yesterday = this.hoursOf(new Date(Date.parse(`${date}T00:00:00Z`) - DAY).toISOString().slice(0, 10));
    return (
      today.some(({ from, to }) => minutes >= from && minutes < to) ||
      yesterday.some(({ from, to }) => minutes + 1_440 >= from && minutes + 1_440 < to)
    );
  }

  private hoursOf(date: string) {
    const known = this.hours.get(date);
    if (known) return known;
    const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
    const hours = this.definition.week[weekday] ?? [];
    this.hours.set(date, hours);
    return hours;
  }
}
