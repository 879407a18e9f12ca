import type { WorkingHours } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { clockOf, DAY, isWholeDay, runsOf } from './hours.js';
import { useCalendarTexts } from './texts.js';

/** 2024-01-01 was a Monday. */
const MONDAY = Date.UTC(2024, 0, 1);

/** Days and hours of a week in words. Days are counted from Monday, 0. */
export function useWeekWords() {
  const { locale } = useLanguage();
  const texts = useCalendarTexts();
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const dayName = (day: number): string => format.format(MONDAY + day * DAY * 60_000);
  const hoursWords = (hours: readonly WorkingHours[]): string => {
    if (hours.length === 0) return texts('closed');
    if (isWholeDay(hours)) return texts('wholeDay');
    return hours.map(({ from, to }) => `${clockOf(from)}–${to === DAY ? '24:00' : clockOf(to)}`).join(' ');
  };
  /** 周一–周五 09:00–18:00 · 周六–周日 休息 */
  const weekWords = (week: readonly (readonly WorkingHours[])[]): string =>
    runsOf(week)
      .map(({ first, last, hours }) =>
        texts('weekWords', {
          days: first === last ? dayName(first) : `${dayName(first)}–${dayName(last)}`,
          hours: hoursWords(hours),
        }),
      )
      .join(' · ');
  return { dayName, hoursWords, weekWords };
}
