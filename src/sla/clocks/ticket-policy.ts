import type { TicketTruth } from './clock-truth.js';
import type { Rules } from './rules.js';

/** The version by which a ticket began: what later versions ask for in addition is not asked of it, unless it is timed anew. */
export function ticketPolicy({ clocks }: TicketTruth, { policyVersion, retimeBefore }: Rules): number {
  const first = clocks.find((clock) => clock.policyVersion !== null);
  const anew = first?.state === 'running' && retimeBefore !== null && first.timedAt < retimeBefore;
  return anew ? policyVersion : (first?.policyVersion ?? policyVersion);
}
