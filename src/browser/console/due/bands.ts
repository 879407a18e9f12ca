import type { Timestamp } from '../../../contract/index.js';
import { isSameDay } from '../i18n/formats.js';

/** How near the breach is, by the clock on the wall: what rests over night is not near. */
export const BANDS = ['overdue', 'quarter', 'hour', 'today', 'later'] as const;
export type Band = (typeof BANDS)[number];

const MINUTE = 60_000;

/** @param now milliseconds since the epoch, on the server's clock; the day is the reader's */
export function bandOf(dueAt: Timestamp, now: number): Band {
  const due = Date.parse(dueAt);
  const left = due - now;
  if (left <= 0) return 'overdue';
  if (left <= 15 * MINUTE) return 'quarter';
  if (left <= 60 * MINUTE) return 'hour';
  return isSameDay(due, now) ? 'today' : 'later';
}
