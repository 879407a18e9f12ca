const MINUTE = 60_000;

export type MomentName = 'hour' | 'today' | 'tomorrow' | 'friday' | 'monday';

/** Dates one often gives, in the reader's zone, the nearest first. @param now milliseconds since the epoch */
export function likelyMoments(now: number): { name: MomentName; at: Date }[] {
  const day = (ahead: number, hour: number) => {
    const date = new Date(now);
    return new Date(date.getFullYear(), date.getMonth(), date.getDate() + ahead, hour);
  };
  const weekday = new Date(now).getDay();
  const toFriday = (5 - weekday + 7) % 7;
  const toMonday = (1 - weekday + 7) % 7 || 7;
  const fiveMinutes = 5 * MINUTE;
  const moments: { name: MomentName; at: Date }[] = [
    { name: 'hour', at: new Date(Math.ceil((now + 60 * MINUTE) / fiveMinutes) * fiveMinutes) },
    { name: 'today', at: day(0, 18) },
    { name: 'tomorrow', at: day(1, 12) },
    { name: 'friday', at: day(toFriday, 18) },
    { name: 'monday', at: day(toMonday, 12) },
  ];
  // Neither what has nearly passed, nor the same day by two names; of Friday and Monday the next one.
  return moments.filter(({ name, at }) => {
    if (at.getTime() < now + 30 * MINUTE) return false;
    if (name === 'friday') return toFriday > 1;
    if (name === 'monday') return toMonday > 1 && toFriday <= 1;
    return true;
  });
}

/** As a field of the browser has it: `2026-11-20T18:05`, in the reader's zone. */
export function toField(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment that stands in such a field; undefined when none does. */
export function fromField(text: string): Date | undefined {
  const at = new Date(text);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(at.getTime()) ? at : undefined;
}
