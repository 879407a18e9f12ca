import type { Presence, WorkKind } from './enums.js';
import type { Timestamp } from './views.js';

/** Why somebody's presence is what it is: their own word, a supervisor's, a connection that was lost, cases left unanswered. */
export const PRESENCE_REASONS = ['self', 'supervisor', 'lost', 'silent'] as const;
export type PresenceReason = (typeof PRESENCE_REASONS)[number];

/** Whether somebody takes new work, and by whose word. */
export interface PresenceView {
  presence: Presence;
  /** Kinds of which they take nothing new although they are online. */
  pausedKinds: WorkKind[];
  /** Absent: they have never said. */
  since?: Timestamp;
  because: PresenceReason;
  /** Name of the supervisor who set it. */
  setBy?: string;
}

/** What somebody holds, and how much of it would go back to its queues if they went offline now. */
export interface HoldingView {
  inHand: number;
  /** Cases whose customer waits for an answer. */
  waitingForAnswer: number;
}

export interface OwnPresenceView extends PresenceView {
  holding: HoldingView;
}

/** Why a case went back to its queue. */
const RETURN_REASONS = ['silent', 'gone', 'rejected'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Somebody of the staff who has a case on their screen. */
export interface OnlookerView {
  staffId: string;
  name: string;
  /** A reply to the customer; of notes nobody hears before they are there. */
  isTyping: boolean;
}

/** Somebody who can be addressed in a note, and how their name is typed. */
export interface ColleagueView {
  id: string;
  name: string;
  teamIds: string[];
  pinyin: string;
  initials: string;
}
