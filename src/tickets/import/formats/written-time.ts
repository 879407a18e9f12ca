import { DateTime } from 'luxon';
import type { WrittenTime } from '../case-source.js';

/** As spreadsheets and desks write times, beside ISO 8601. */
const WAYS = [
  'yyyy-M-d H:mm:ss ZZZ',
  'yyyy-M-d H:mm:ss ZZ',
  "yyyy-M-d H:mm:ss 'UTC'",
  'yyyy-M-d H:mm:ss',
  'yyyy-M-d H:mm',
  'yyyy-M-d',
  "yyyy'年'M'月'd'日' H:mm:ss",
  "yyyy'年'M'月'd'日' H:mm",
  "yyyy'年'M'月'd'日'",
];
const FIRST_YEAR = 1990;
/** More than this many seconds since 1970 are milliseconds. */
const MOST_SECONDS = 100_000_000_000;
const AHEAD_MILLISECONDS = 86_400_000;

/**
 * @param zone of times that name none
 * @param now what is later than a day after this has not been
 * @returns ISO 8601 in UTC; undefined when it is no time
 */
export function readTime(written: WrittenTime, zone: string, now: Date): string | undefined {
  const text = String(written).normalize('NFKC').trim();
  const time = /^\d{9,14}(?:\.\d+)?$/.test(text) ? fromNumber(Number(text)) : fromText(text, zone);
  if (!time?.isValid || time.year < FIRST_YEAR || time.toMillis() > now.getTime() + AHEAD_MILLISECONDS)
    return undefined;
  return time.toUTC().toISO() ?? undefined;
}

const fromNumber = (value: number): DateTime =>
  DateTime.fromMillis(Math.round(value > MOST_SECONDS ? value : value * 1_000));

function fromText(text: string, zone: string): DateTime | undefined {
  if (text.length > 40) return undefined;
  const iso = DateTime.fromISO(text.replace(/^(\d{4}-\d\d-\d\d) (?=\d\d:)/, '$1T'), { zone });
  if (iso.isValid) return iso;
  const plain = text.replaceAll('/', '-').replaceAll('.', '-').replace(/\s+/g, ' ');
  for (const way of WAYS) {
    // A zone that is written wins; one that is only meant is the administrator's.
    const time = DateTime.fromFormat(plain, way, { zone: way.includes('UTC') ? 'utc' : zone });
    if (time.isValid) return time;
  }
  return undefined;
}
