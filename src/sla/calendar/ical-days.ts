import { convertIcsCalendar, extendByRecurrenceRule, type IcsEvent } from 'ts-ics';
import type { ImportedDaysView, SpecialDay, WorkingHours } from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { STATUTORY_YEARS } from './statutory-days.data.js';

const DAY = 86_400_000;
const MOST_DAYS = 800;
/** Of one entry: no holiday is longer. */
const LONGEST_DAYS = 60;
/** How far a day that comes back each year is written out. */
const YEARS_AHEAD = 3;
const NAME_LENGTH = 60;
/** 调休 in the words of those who publish such calendars. */
const WORKED = /班|调休|work\s?day/i;

type Event = Pick<IcsEvent, 'start' | 'end' | 'summary' | 'recurrenceRule'> & { nonStandard?: Record<string, unknown> };

/**
 * Whole days of an iCal file: holidays, and those that are worked instead. What has hours of its own is no holiday and is left out.
 * @throws DeskError `invalid_input` for what is no such file
 */
export function daysOfFile(file: string, workedHours: readonly WorkingHours[]): ImportedDaysView {
  const days = new Map<string, SpecialDay>();
  let leftOut = 0;
  for (const event of eventsOf(file)) {
    const dates = datesOf(event);
    if (dates.length === 0) leftOut += 1;
    const worked = isWorked(event);
    for (const date of dates) {
      if (days.size >= MOST_DAYS) leftOut += 1;
      else if (worked || !days.has(date))
        days.set(date, { date, name: nameOf(event), hours: worked ? [...workedHours] : [] });
    }
  }
  return {
    days: [...days.values()].sort((left, right) => (left.date < right.date ? -1 : 1)),
    years: Object.keys(STATUTORY_YEARS).map(Number),
    leftOut,
  };
}

function eventsOf(file: string): Event[] {
  try {
    return (convertIcsCalendar(undefined, file, { nonStandard: {} }).events ?? []) as Event[];
  } catch (cause) {
    throw new DeskError('invalid_input', {
      cause,
      detail: {
        'zh-CN': '无法读取这个日历文件。请上传 iCal（.ics）格式的文件。',
        en: 'This file cannot be read. Choose a calendar in the iCal format (.ics).',
      },
      errors: [{ path: 'file', message: 'is no iCal calendar' }],
    });
  }
}

const nameOf = ({ summary }: Event): string => (summary?.trim() || '—').slice(0, NAME_LENGTH);

const isWorked = ({ summary, nonStandard }: Event): boolean =>
  nonStandard?.appleSpecialDay === 'ALTERNATE-WORKDAY' || WORKED.test(summary ?? '');

function datesOf({ start, end, recurrenceRule }: Event): string[] {
  if (start.type !== 'DATE') return [];
  const length = end ? Math.round((end.date.getTime() - start.date.getTime()) / DAY) : 1;
  if (length < 1 || length > LONGEST_DAYS) return [];
  if (recurrenceRule && recurrenceRule.frequency !== 'YEARLY') return [];
  const starts = recurrenceRule ? yearly(start.date, recurrenceRule) : [start.date];
  return starts.flatMap((first) => Array.from({ length }, (_, day) => dateOf(first.getTime() + day * DAY)));
}

function yearly(start: Date, rule: NonNullable<Event['recurrenceRule']>): Date[] {
  const latest = Math.max(...Object.keys(STATUTORY_YEARS).map(Number)) + YEARS_AHEAD;
  const earliest = latest - 2 * YEARS_AHEAD;
  return extendByRecurrenceRule(rule, { start, end: new Date(Date.UTC(latest, 11, 31)) }).filter(
    (date) => date.getUTCFullYear() >= earliest,
  );
}

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
