const MINUTE = 60_000;
const FIVE_MINUTES = 5 * MINUTE;
/** The hours between which one works, of the reader's day. */
const MORNING = 9;
const EVENING = 18;

export type SnoozeMoment = 'hour' | 'evening' | 'tomorrow' | 'monday';

/** Times to which one often puts a case off, in the reader's zone, the nearest first. @param now milliseconds since the epoch */
export function snoozeMoments(now: number): { name: SnoozeMoment; at: Date }[] {
  const today = new Date(now);
  const day = (ahead: number, hour: number) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + ahead, hour);
  const toMonday = (8 - today.getDay()) % 7 || 7;
  const moments: { name: SnoozeMoment; at: Date }[] = [
    { name: 'hour', at: new Date(Math.ceil((now + 60 * MINUTE) / FIVE_MINUTES) * FIVE_MINUTES) },
    { name: 'evening', at: day(0, EVENING) },
    { name: 'tomorrow', at: day(1, MORNING) },
    { name: 'monday', at: day(toMonday, MORNING) },
  ];
  // Neither what has nearly passed, nor the same day by two names.
  return moments.filter(
    ({ name, at }) => (name !== 'evening' || at.getTime() > now + 90 * MINUTE) && (name !== 'monday' || toMonday > 1),
  );
}
