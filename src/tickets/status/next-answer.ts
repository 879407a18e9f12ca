import type { PublicTicketView } from '../../contract/index.js';
import type { TemplateValue } from '../../platform/templates/index.js';
import { ACTIVE_STATUSES } from '../transitions.data.js';

/**
 * What the customer may count on: the date they were given, the time by which they hear more unless that is the same, or
 * that time stands still until what is waited for has come. Null: nothing.
 */
export function nextAnswer(ticket: PublicTicketView, time: (at: string) => string, now: Date): TemplateValue {
  if (!ACTIVE_STATUSES.some((status) => status === ticket.status)) return null;
  const { promisedAt, promiseBasis, nextDueAt } = ticket;
  const timed = (at: string) => ({ ...stamp(at, time), late: at < now.toISOString() });
  const promised = promisedAt ? { ...timed(promisedAt), basis: promiseBasis ?? null } : null;
  const due =
    nextDueAt && nextDueAt !== promisedAt
      ? { ...timed(nextDueAt), inWorkingHours: ticket.dueInWorkingHours ?? false }
      : null;
  // Of a case that waits for the customer the page says elsewhere what to do.
  const waits = Boolean(ticket.paused) && ticket.status !== 'pending';
  const late = Boolean(promised?.late || due?.late);
  return promised || due || waits ? { promised, due, waits, late } : null;
}

/** A moment for machines, and as it is shown. */
export const stamp = (at: string, time: (at: string) => string): { at: string; shown: string } => ({
  at,
  shown: time(at),
});
