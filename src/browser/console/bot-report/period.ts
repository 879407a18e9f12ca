import { DEFLECTION_DAYS, DEFLECTION_DIMENSIONS, type DeflectionDimension } from '../../../contract/index.js';

/** What the report is asked for; it stands in the address. Days where the desk is. */
export interface Chosen {
  from: string;
  to: string;
  by: DeflectionDimension;
}

export const PRESETS = [7, 30, 90] as const;
const DAY = 86_400_000;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const deskDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** The last so many days, today included. @param now milliseconds */
export const lastDays = (days: number, now: number): Pick<Chosen, 'from' | 'to'> => ({
  from: deskDay.format(now - (days - 1) * DAY),
  to: deskDay.format(now),
});

/** What an address asks for; what it does not say is the last 30 days by category. */
export function readChosen(query: URLSearchParams, now: number): Chosen {
  const usual = lastDays(30, now);
  const day = (key: 'from' | 'to') => (ISO_DAY.test(query.get(key) ?? '') ? (query.get(key) as string) : usual[key]);
  const by = DEFLECTION_DIMENSIONS.find((known) => known === query.get('by')) ?? 'category';
  return { from: day('from'), to: day('to'), by };
}

export function isPeriod({ from, to }: Pick<Chosen, 'from' | 'to'>): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / DAY + 1;
  return days >= 1 && days <= DEFLECTION_DAYS;
}
