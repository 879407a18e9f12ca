import { TICKETS_ADDRESS } from '../routing/place.js';

/** The table as it was left, so that the way back to it leads to the same filter and the same place. */
export const lastTable = {
  address: TICKETS_ADDRESS,
  /** How far each table was scrolled, in pixels, by its address. */
  scrolled: new Map<string, number>(),
  /** The ticket that was opened last; the keyboard starts there. */
  opened: undefined as string | undefined,
};
