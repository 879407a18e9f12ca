import type { QueueWish } from './enums.js';
import type { CustomerSurgeView } from './surges.js';
import type { Timestamp } from './views.js';

/** Half of those in a place wait longer than `fromSeconds`, one in ten longer than `toSeconds`. Twelve hours at most. */
export interface ExpectedWait {
  fromSeconds: number;
  toSeconds: number;
}

/** Where a customer stands in the queue. */
export interface QueuePlaceView {
  /** From 1; beyond 50 the first of a band, and beyond 500 always 501. */
  place: number;
  /** The last place of the band; absent up to 50 and beyond 500. */
  placeUpTo?: number;
  /** Absent while nobody takes work: it would be a guess. */
  expectedWait?: ExpectedWait;
  /** Whether anybody of the team is there, free or busy. */
  staffed: boolean;
}

/** The call that a customer has asked for, as they see it themselves. */
export interface CustomerCallBackView {
  /** Masked, e.g. `138****5678`. */
  phone: string;
  askedAt: Timestamp;
}

/** What a customer in the queue would rather do. */
export type QueueChoice = { wish: Exclude<QueueWish, 'call_back'> } | { wish: 'call_back'; phone: string };

/** The same for whoever is to call. */
export interface CallBackView {
  /** The whole number, as one dials it. */
  phone: string;
  askedAt: Timestamp;
  doneAt?: Timestamp;
  /** The name of who called. */
  doneBy?: string;
}

/** `full`: so many wait live that no more should; `closed`: the front line does not work now. Nobody is refused in either. */
const DESK_STATES = ['open', 'full', 'closed'] as const;
export type DeskState = (typeof DESK_STATES)[number];

/** What a visitor can do. `message`: it is answered in order, by mail and on the status page. */
const DESK_WAYS = ['wait', 'message', 'call_back', 'help_center', 'phone'] as const;
export type DeskWay = (typeof DESK_WAYS)[number];

/** What a visitor should know before they type. */
export interface DeskView {
  state: DeskState;
  /** Of a closed one: when people work next; absent when that is not foreseen. */
  opensAt?: Timestamp;
  ways: DeskWay[];
  /** While far more people ask than usual. */
  surge?: CustomerSurgeView;
}
