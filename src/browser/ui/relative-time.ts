const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** “3 minutes ago”, “in 2 hours” in the reader's language; within a minute “now”. Times in milliseconds. */
export function relativeTime(at: number, now: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const difference = at - now;
  for (const [unit, length] of UNITS) {
    if (Math.abs(difference) >= length) return format.format(Math.trunc(difference / length), unit);
  }
  return format.format(0, 'second');
}

/** The clock time in the reader's zone, e.g. `14:05`. */
export function clockTime(at: number, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at);
}

/** A key of the calendar day in the reader's zone; equal for two times of one day. */
export function dayKey(at: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(at);
}

/** “Today”, “yesterday”, “tomorrow”, else the date with its weekday. */
export function dayName(at: number, now: number, locale: string, timeZone?: string): string {
  for (const days of [0, -1, 1]) {
    if (dayKey(now + days * 86_400_000, timeZone) === dayKey(at, timeZone)) {
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
    }
  }
  return new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', weekday: 'short', timeZone }).format(at);
}
