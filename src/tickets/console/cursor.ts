import { z } from 'zod';
import { PRIORITIES, TICKET_LISTS, type TicketList } from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';

/** Where a page ended: the sort key of its last row, on the database's own clock with its microseconds. */
const Cursor = z.strictObject({
  list: z.enum(TICKET_LISTS),
  priority: z.enum(PRIORITIES),
  at: z
    .string()
    .regex(/^2\d{3}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/)
    .refine(isDay),
  id: z.uuid(),
});
export type Cursor = z.output<typeof Cursor>;

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Opaque to clients, but not trusted: whatever comes back is checked whole. @throws DeskError `invalid_input` */
export function decodeCursor(text: string, list: TicketList): Cursor {
  try {
    const cursor = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (cursor.list === list) return cursor;
  } catch {
    // Falls through to the one answer for every kind of nonsense.
  }
  throw new DeskError('invalid_input', { errors: [{ path: 'cursor', message: 'is not a cursor of this list' }] });
}

/** No 31st of April: the database would take offence at it. */
function isDay(at: string): boolean {
  const time = new Date(at.replace(' ', 'T').replace('+00', 'Z'));
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(at.slice(0, 10));
}
