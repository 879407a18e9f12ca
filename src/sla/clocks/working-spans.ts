import type { Calendar } from '../deadline.js';

/** As many as a list can carry for each of its rows. */
const MOST_SPANS = 30;

export interface WorkingAhead {
  /** From and to in turn. */
  working: Date[];
  /** Seconds after the last of them. */
  beyond: number;
}

/** The working time between two moments, for screens that count down. @param calendar without the pauses */
export function workingSpans(calendar: Calendar, from: Date, to: Date): WorkingAhead {
  const working: Date[] = [];
  let beyond = 0;
  for (const span of calendar(from)) {
    if (span.from >= to) break;
    const begin = span.from < from ? from : span.from;
    const end = span.to > to ? to : span.to;
    if (working.length < 2 * MOST_SPANS) working.push(begin, end);
    else beyond += end.getTime() - begin.getTime();
  }
  return { working, beyond: Math.round(beyond / 1_000) };
}
