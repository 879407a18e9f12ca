import type { CustomerTicketView, TicketStatus } from '../../../../contract/index.js';

/** How a case stands in its customer's eyes: one that went back to the queue waits again, as it did at first. */
export function standing({ status, place, agentName }: CustomerTicketView): TicketStatus {
  return status === 'open' && place !== undefined && !agentName ? 'new' : status;
}
