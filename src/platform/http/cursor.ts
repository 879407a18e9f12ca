import { z } from 'zod';
import { DeskError } from '../errors/index.js';

/** A moment as the database wrote it, ISO 8601 in UTC with its microseconds; no 31st of April, which it would take offence at. */
export const cursorTime = z
  .string()
  .regex(/^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
  .refine((at) => {
    const time = new Date(at);
    return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(at.slice(0, 19));
  });

/** SQL of a `timestamptz` as {@link cursorTime}. @param column SQL */
export const cursorColumn = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/**
 * Where a page ended: the sort key of its last row. Opaque to clients, but not trusted: whatever comes back is checked whole.
 * `decode` throws DeskError `invalid_input` for what this list has not written.
 */
export function cursorOf<Schema extends z.ZodType>(schema: Schema) {
  return {
    encode: (last: z.output<Schema>): string => Buffer.from(JSON.stringify(last)).toString('base64url'),
    decode: (text: string): z.output<Schema> => {
      try {
        return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
      } catch (cause) {
        throw new DeskError('invalid_input', {
          errors: [{ path: 'cursor', message: 'is not a cursor of this list' }],
          cause,
        });
      }
    },
  };
}
