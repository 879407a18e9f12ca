import type { TicketListItemView } from './views.js';

type Due = Pick<TicketListItemView, 'nextDueAt' | 'pausedAt' | 'nextDueWorking' | 'nextDueBeyond'>;

/**
 * Seconds of working time until the next clock of a ticket is due, as the server counts them; once it is overdue, minus the
 * seconds since. A paused clock stands still.
 * @param now milliseconds since the epoch, on the server's clock
 */
export function secondsLeft(due: Due, now: number): number {
  if (!due.nextDueAt) return Number.POSITIVE_INFINITY;
  const dueAt = Date.parse(due.nextDueAt);
  const at = due.pausedAt ? Date.parse(due.pausedAt) : now;
  if (at >= dueAt || !due.nextDueWorking) return (dueAt - at) / 1_000;
  return due.nextDueWorking.reduce(
    (left, { from, to }) => left + Math.max(0, Date.parse(to) - Math.max(at, Date.parse(from))) / 1_000,
    due.nextDueBeyond ?? 0,
  );
}
