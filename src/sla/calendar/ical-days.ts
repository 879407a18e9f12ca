import { convertIcsCalendar, extendByRecurrenceRule, type IcsEvent } from 'ts-ics';
import type { ImportedDaysView, SpecialDay, WorkingHours } from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { wholeDays } from './ical-lines.js';
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
  if (!/^BEGIN:VCALENDAR\s*$/im.test(file)) throw unreadable();
  const whole = wholeDays(file);
  let { leftOut } = whole;
  for (const event of eventsOf(whole.file)) {
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
    throw unreadable(cause);
  }
}

const unreadable = (cause?: unknown) =>
  new DeskError('invalid_input', {
    cause,
    detail: {
      'zh-CN': '无法读取这个日历文件。请上传 iCal（.ics）格式的文件。',
      en: 'This file cannot be read. Choose a calendar in the iCal format (.ics).',
    },
    errors: [{ path: 'file', message: 'is no iCal calendar' }],
  });

const nameOf = ({ summary }: Event): string => (summary?.trim() || '—').slice(0, NAME_LENGTH);

const isWorked = ({ summary, nonStandard }: Event): boolean =>
  nonStandard?.appleSpecialDay === 'ALTERNATE-WORKDAY' || WORKED.test(summary ?? '');

function datesOf({ start, end, recurrenceRule }: Event): string[] {
  const length = end ? Math.round((end.date.getTime() - start.date.getTime()) / DAY) : 1;
  if (!(length >= 1 && length <= LONGEST_DAYS)) return [];
  const starts = recurrenceRule ? yearly(start.date, recurrenceRule) : [start.date];
  const dates = starts.flatMap((first) => Array.from({ length }, (_, day) => dateOf(first.getTime() + day * DAY)));
  return dates.filter((date) => date !== undefined);
}

function yearly(start: Date, rule: NonNullable<Event['recurrenceRule']>): Date[] {
  const latest = Math.max(...Object.keys(STATUTORY_YEARS).map(Number)) + YEARS_AHEAD;
  const earliest = latest - 2 * YEARS_AHEAD;
  return extendByRecurrenceRule(rule, {
    start: every(rule) ? since(start, earliest) : start,
    end: new Date(Date.UTC(latest, 11, 31)),
  }).filter((date) => date.getUTCFullYear() >= earliest);
}

const every = ({ interval = 1, count }: NonNullable<Event['recurrenceRule']>) => interval === 1 && count === undefined;

/** What comes back each year need not be followed from the year in which it began. A leap day stays one. */
function since(start: Date, year: number): Date {
  const leap = year - (year % 4);
  return start.getUTCFullYear() >= leap ? start : new Date(Date.UTC(leap, start.getUTCMonth(), start.getUTCDate()));
}

/** Undefined: there is no such day. */
function dateOf(at: number): string | undefined {
  const date = Number.isNaN(at) ? '' : new Date(at).toISOString();
  return /^\d{4}-/.test(date) ? date.slice(0, 10) : undefined;
}
