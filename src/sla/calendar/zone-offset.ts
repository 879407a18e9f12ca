import { IANAZone } from 'luxon';

const DAY = 86_400_000;
/** Days of all zones that are remembered: asking a zone for its offset takes longer than all the rest. */
const MOST_DAYS = 20_000;

/** While `offset` holds, wall clock (as if it were UTC) = instant + offset. All milliseconds. */
export interface OffsetSpan {
  start: number;
  end: number;
  offset: number;
}

const remembered = new Map<string, readonly OffsetSpan[]>();

/** The offsets of a zone from one moment to another, in order and without gaps. A span may be followed by one of the same offset. */
export function* offsetSpans(zoneName: string, start: number, end: number): Generator<OffsetSpan> {
  for (let day = Math.floor(start / DAY); day * DAY < end; day += 1)
    for (const span of spansOfDay(zoneName, day)) {
      const from = Math.max(span.start, start);
      const to = Math.min(span.end, end);
      if (from < to) yield { start: from, end: to, offset: span.offset };
    }
}

/** @param day in UTC, counted from 1970-01-01 */
function spansOfDay(zoneName: string, day: number): readonly OffsetSpan[] {
  const key = `${zoneName} ${day}`;
  const known = remembered.get(key);
  if (known) return known;
  const zone = IANAZone.create(zoneName);
  const offsetAt = (at: number) => zone.offset(at) * 60_000;
  const [start, end] = [day * DAY, (day + 1) * DAY];
  const [before, after] = [offsetAt(start), offsetAt(end)];
  const spans: OffsetSpan[] = [];
  if (before === after) spans.push({ start, end, offset: before });
  else {
    // No zone changes its clocks and back within a day.
    const change = firstWith(start, end, (at) => offsetAt(at) !== before);
    spans.push({ start, end: change, offset: before });
    if (change < end) spans.push({ start: change, end, offset: after });
  }
  if (remembered.size >= MOST_DAYS) remembered.clear();
  remembered.set(key, spans);
  return spans;
}

/** The first moment after `low`, up to `high`, of which `holds` is true; it must be true of `high`. */
function firstWith(low: number, high: number, holds: (at: number) => boolean): number {
  let before = low;
  let after = high;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}
