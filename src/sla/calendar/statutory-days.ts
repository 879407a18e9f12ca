import type { ImportedDaysView, SpecialDay, WorkingHours } from '../../contract/index.js';
import { STATUTORY_YEARS } from './statutory-days.data.js';

/**
 * Chinese statutory holidays of these years, and the days that are worked instead. A year that has not been announced has none.
 * @param workedHours of those
 */
export function statutoryDays(years: readonly number[], workedHours: readonly WorkingHours[]): ImportedDaysView {
  const days = [...new Set(years)].flatMap((year) => {
    const { off = {}, worked = {} } = STATUTORY_YEARS[year] ?? {};
    return [...daysOf(year, off, '', []), ...daysOf(year, worked, '调休', workedHours)];
  });
  return {
    days: days.sort((left, right) => (left.date < right.date ? -1 : 1)),
    years: Object.keys(STATUTORY_YEARS).map(Number),
    leftOut: 0,
  };
}

const daysOf = (
  year: number,
  named: Readonly<Record<string, readonly string[]>>,
  suffix: string,
  hours: readonly WorkingHours[],
): SpecialDay[] =>
  Object.entries(named).flatMap(([name, dates]) =>
    dates.map((date) => ({ date: `${year}-${date}`, name: `${name}${suffix}`, hours: [...hours] })),
  );
