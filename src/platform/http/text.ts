import { z } from 'zod';

/** Any characters but NUL and other control characters, which a database or a screen chokes on. */
export const printable = z
  .string()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what is refused.
  .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/, { error: 'contains control characters' });

/** Text as people type it, trimmed. */
export const text = (maximum: number, minimum = 1) => printable.max(maximum).overwrite(wellFormed).trim().min(minimum);

/** Half an emoji is what a field with a maximum length may leave. No JSON column takes it, and nobody is refused for it. */
export function wellFormed(value: string): string {
  return value.replace(/\p{Surrogate}/gu, '\ufffd');
}

export const id = z.uuid();

const hasYear = (value: string) => !value.startsWith('0000');
const NO_YEAR = { error: 'is in no year that there was' };

/** `2026-11-20`; not of the year 0, which ISO 8601 has and PostgreSQL has not. */
export const day = z.iso.date().refine(hasYear, NO_YEAR);
/** A moment in UTC, e.g. `2026-11-20T14:00:00Z`. */
export const moment = z.iso.datetime().refine(hasYear, NO_YEAR);
/** A time of a clock on the wall, to the minute and without a zone, e.g. `2026-11-20T22:00`. */
export const wallTime = z.iso
  .datetime({ local: true, precision: -1 })
  .refine((time) => hasYear(time) && !time.endsWith('Z'), NO_YEAR);
