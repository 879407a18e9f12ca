import { IANAZone } from 'luxon';

const DAY = 86_400_000;

/** While `offset` holds, wall clock (as if it were UTC) = instant + offset. All milliseconds. */
export interface OffsetSpan {
  start: number;
  end: number;
  offset: number;
}

/** The offsets of a zone from one moment to another, in order and without gaps. A span may be followed by one of the same offset. */
export function* offsetSpans(zoneName: string, start: number, end: number): Generator<OffsetSpan> {
  const zone = IANAZone.create(zoneName);
  const offsetAt = (at: number) => zone.offset(at) * 60_000;
  let from = start;
  let offset = offsetAt(from);
  while (from < end) {
    // No zone changes its clocks and back within a day.
    const to = Math.min(from + DAY, end);
    const next = offsetAt(to);
    if (next === offset) {
      yield { start: from, end: to, offset };
    } else {
      const change = firstWith(from, to, (at) => offsetAt(at) !== offset);
      yield { start: from, end: change, offset };
      if (change < to) yield { start: change, end: to, offset: next };
    }
    from = to;
    offset = next;
  }
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
