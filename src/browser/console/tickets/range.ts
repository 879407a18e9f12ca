/** A stretch of days: `today`, `week` (from Monday), `7d`, `30d`, or two days `2026-11-01..2026-11-20`, either left out. */
export type Range = string;

export const NAMED_RANGES = ['today', 'week', '7d', '30d'] as const;

const DAYS = /^(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?$/;

export function readRange(text: string | null): Range | undefined {
  if (!text) return undefined;
  if ((NAMED_RANGES as readonly string[]).includes(text)) return text;
  const [whole, from, to] = DAYS.exec(text) ?? [];
  const fit = [from, to].every((day) => day === undefined || !Number.isNaN(Date.parse(`${day}T00:00:00`)));
  return whole && (from || to) && fit ? whole : undefined;
}

/** The two days of a range that names them; undefined for a named one. */
export function daysOf(range: Range): { from?: string; to?: string } | undefined {
  const [whole, from, to] = DAYS.exec(range) ?? [];
  return whole ? { ...(from && { from }), ...(to && { to }) } : undefined;
}

/** From the beginning of the first day up to the end of the last, in the reader's zone, as `<name>From` and `<name>To`. */
export function rangeParameters(name: string, range: Range, now: Date): Record<string, string> {
  const days = daysOf(range);
  const start = (year: number, month: number, day: number) => new Date(year, month, day).toISOString();
  const today = [now.getFullYear(), now.getMonth(), now.getDate()] as const;
  const back = (count: number) => ({ [`${name}From`]: start(today[0], today[1], today[2] - count) });
  if (!days) {
    if (range === 'today') return { ...back(0), [`${name}To`]: start(today[0], today[1], today[2] + 1) };
    // Monday is the first day of a week here.
    return back(range === 'week' ? (now.getDay() + 6) % 7 : Number.parseInt(range, 10) - 1);
  }
  const at = (day: string, more: number) => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    return start(year, month - 1, date + more);
  };
  return {
    ...(days.from && { [`${name}From`]: at(days.from, 0) }),
    ...(days.to && { [`${name}To`]: at(days.to, 1) }),
  };
}
