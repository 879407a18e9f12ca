import type {
  ClockKind,
  ClockState,
  LadderKey,
  Priority,
  RetimeReason,
  ShopTier,
  SlaMode,
  TicketStatus,
} from '../../contract/index.js';
import type { NextRung } from '../ladder/climb.js';
import type { CalendarReference } from './rules.js';
import type { Still } from './stills.js';

/** What is true of a ticket under its lock; clocks follow from it, whatever events came late, twice or never. */
export interface TicketTruth {
  status: TicketStatus;
  tier: ShopTier;
  priority: Priority;
  teamId: string;
  openedAt: Date;
  /** When it was last resolved, closed or cancelled, and when it last came back from there. */
  doneAt: Date | null;
  reopenedAt: Date | null;
  /** When a colleague last handed it on. */
  handedOverAt: Date | null;
  firstStaffReplyAt: Date | null;
  lastStaffReplyAt: Date | null;
  /** The oldest message of the customer's that no person has answered. */
  awaitingReplySince: Date | null;
  lastCustomerMessageAt: Date | null;
  /** Whether the customer has the window open. */
  connected: boolean;
  /** The date that was given to the customer and stands. */
  promisedAt: Date | null;
  /** When a date was first given, and when last. */
  firstPromiseAt: Date | null;
  lastPromiseAt: Date | null;
  /** When a promise was last marked as kept: by a plan, by a solution. */
  keptAt: Date | null;
  stills: readonly Still[];
  /** Oldest first. */
  clocks: readonly ClockTruth[];
}

/** By what a clock is timed. */
export interface ClockBasis {
  mode: SlaMode;
  tier: ShopTier;
  priority: Priority;
  teamId: string;
  /** Null: it follows a date that was given. */
  policyVersion: number | null;
  ladder: LadderKey;
  ladderVersion: number;
  calendars: CalendarReference[];
}

export interface ClockTruth extends ClockBasis {
  id: string;
  kind: ClockKind;
  state: ClockState;
  startedAt: Date;
  targetSeconds: number;
  dueAt: Date;
  metAt: Date | null;
  /** The first reply of a person's after it began. */
  answeredAt: Date | null;
  pausedAt: Date | null;
  pauses: readonly Still[];
  rungTimes: readonly (Date | null)[];
  timedAt: Date;
  /** Rungs that have fired or were passed over; `acknowledgeBy` only while nobody has acknowledged it. */
  escalations: readonly { rung: number; acknowledgeBy: Date | null }[];
}

/** A clock as it is to be, timed. */
export interface TimedClock extends ClockBasis {
  targetSeconds: number;
  dueAt: Date;
  rungTimes: (Date | null)[];
  /** Null: none is left, or it stands still. */
  next: NextRung | null;
  pausedAt: Date | null;
  pauses: readonly Still[];
}

export type ClockChange =
  | ({ do: 'start'; kind: ClockKind; startedAt: Date } & TimedClock)
  | {
      do: 'end';
      id: string;
      state: Exclude<ClockState, 'running'>;
      metAt: Date | null;
      /** The version that asks for no such clock: it must not come back by the one before. */
      policyVersion?: number | null;
    }
  | ({ do: 'retime'; id: string; kind: ClockKind; because: RetimeReason; moved: boolean } & TimedClock);
