import type { ClockKind, LadderRung, RungTime } from '../contract/index.js';
import { defineEvent } from '../platform/outbox/index.js';

/**
 * A rung of the ladder has fired: these people are to be told in these ways. Key: the ticket's. Rungs that were passed over
 * are not told of.
 */
export const SlaEscalated = defineEvent<{
  escalationId: string;
  ticketId: string;
  number: string;
  clockKind: ClockKind;
  /** Counted from 1; those of the P0 ladder from 101. */
  rung: number;
  at: RungTime;
  whom: LadderRung['whom'];
  how: LadderRung['how'];
  /** When the clock itself is, or was, due. ISO 8601, as all times here. */
  dueAt: string;
  /** Unacknowledged until then, the next rung fires; null: that waits for its own time. */
  acknowledgeBy: string | null;
}>('sla.escalated');

/** Somebody has said that they follow a fired rung up. Key: the ticket's. */
export const SlaAcknowledged = defineEvent<{ escalationId: string; ticketId: string }>('sla.acknowledged');

/** Nobody looks at the window any more in which an answer was awaited. Key: the ticket's. */
export const CustomerLeft = defineEvent<{ ticketId: string }>('sla.customer_left');
