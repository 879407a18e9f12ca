import type { QueuePlaceView } from '../../contract/index.js';
import { isExact, shownPlace } from './place-band.js';
import { type TeamPace, waitRange } from './wait-range.js';

/** What a team has at this moment, and how fast it is. */
export interface QueueOutlook extends TeamPace {
  /** Whether anybody of the team is there, free or busy. */
  staffed: boolean;
}

/** A queue of no known end is taken to end at a round number, so that what its last are told does not change with every step. */
const ROUND = 100;

/**
 * What one tells the customer in this place. A band is told the range of all its places: from that of its first to that of
 * its last.
 * @param waiting how many wait in all
 */
export function placeView(place: number, waiting: number, outlook: QueueOutlook): QueuePlaceView {
  const shown = shownPlace(place);
  const last = shown.placeUpTo ?? (isExact(shown.place) ? place : Math.ceil(waiting / ROUND) * ROUND);
  const nearest = waitRange(shown.place, outlook);
  const furthest = last === shown.place ? nearest : waitRange(last, outlook);
  return {
    ...shown,
    ...(nearest && furthest && { expectedWait: { fromSeconds: nearest.fromSeconds, toSeconds: furthest.toSeconds } }),
    staffed: outlook.staffed,
  };
}
