import type { Priority, ShopTier } from '../contract/index.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * Seconds until a person must have answered, around the clock: the first time, and each time that the customer has written.
 * As live-streaming vendors promise their merchants.
 */
export const RESPONSE_TARGETS: Readonly<Record<ShopTier, Readonly<Record<Priority, number>>>> = {
  standard: { P0: 30 * MINUTE, P1: 4 * HOUR, P2: 8 * HOUR, P3: 24 * HOUR },
  premium: { P0: 15 * MINUTE, P1: 30 * MINUTE, P2: 4 * HOUR, P3: 24 * HOUR },
};

/** The rungs of the ladder. There is one, at breach. */
export const BREACH_RUNG = 1;
