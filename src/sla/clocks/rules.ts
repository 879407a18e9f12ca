import type { LadderKey, LadderRung, PolicyCell, Priority, ShopTier } from '../../contract/index.js';
import type { Calendar } from '../deadline.js';

/** A version of a calendar by which a clock is timed. */
export type CalendarReference = [calendarId: string, version: number];

/** What clocks of one team go by: the current versions, and every older one that a clock still names. */
export interface Rules {
  policyVersion: number;
  ladderVersion: number;
  /** Of the team, in their current versions; empty: around the clock. */
  calendars: CalendarReference[];
  /** Clocks that were timed before this go by the current versions from now on; null: each keeps its own. */
  retimeBefore: Date | null;
  /** When all this was read. */
  readAt: Date;
  cell(policyVersion: number, tier: ShopTier, priority: Priority): PolicyCell;
  rungs(ladderVersion: number, key: LadderKey): readonly LadderRung[];
  calendar(references: readonly CalendarReference[]): Calendar;
}
