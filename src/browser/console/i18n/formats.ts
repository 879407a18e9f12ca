import type { Locale, Timestamp } from '../../../contract/index.js';

/** Times and sizes in the reader's language and zone. */
export interface Formats {
  /** 14:05 */
  time: (at: Timestamp) => string;
  /** 14:05 today, else 11月18日 14:05. */
  short: (at: Timestamp) => string;
  /** With everything, for tooltips. */
  full: (at: Timestamp) => string;
  /** The day of a separator: 11月20日 星期五. */
  day: (at: Timestamp) => string;
  /** 1.2 MB */
  size: (bytes: number) => string;
  /** 甲、乙、丙 */
  list: (words: readonly string[]) => string;
  /** Between a name and its value. */
  colon: string;
}

export function createFormats(locale: Locale): Formats {
  const formatter = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, options);
    return (at: Timestamp) => format.format(Date.parse(at));
  };
  const time = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const monthDay = formatter({ month: 'short', day: 'numeric' });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    time,
    short: (at) => (isSameDay(Date.parse(at), Date.now()) ? time(at) : `${monthDay(at)} ${time(at)}`),
    full: formatter({ dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23' }),
    day: formatter({ month: 'long', day: 'numeric', weekday: 'long' }),
    size: (bytes) =>
      bytes >= 1024 * 1024
        ? `${number.format(bytes / 1024 / 1024)} MB`
        : `${number.format(Math.max(bytes / 1024, 0.1))} KB`,
    list: (words) => words.join(locale === 'en' ? ', ' : '、'),
    colon: locale === 'en' ? ': ' : '：',
  };
}

/** Whether two moments (milliseconds) fall on the same day in the reader's zone. */
export function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
