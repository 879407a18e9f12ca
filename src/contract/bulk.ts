import type { Priority, TicketStatus } from './enums.js';
import type { ErrorCode } from './errors.js';
import type { Timestamp } from './views.js';

export const BULK_LIMITS = {
  /** Chosen one by one. */
  selected: 200,
  /** That a filter finds; beyond that it has to be narrowed. */
  cases: 5_000,
  /** In which nothing has left yet, and all of it can be taken back. */
  holdSeconds: 10,
  /** To add, and to remove. */
  tags: 10,
} as const;

/** What is done to each case; the same as is done to one. `answer`: with variables as a canned reply has. */
export type BulkDeed =
  | { kind: 'answer'; body: string }
  | { kind: 'note'; body: string }
  | { kind: 'status'; to: TicketStatus; note?: string; despiteTasks?: boolean }
  | { kind: 'assign'; teamId: string; staffId?: string; note?: string }
  | { kind: 'priority'; priority: Priority }
  | { kind: 'tags'; add: string[]; remove: string[] };

export const BULK_DEEDS = ['answer', 'note', 'status', 'assign', 'priority', 'tags'] as const;
export type BulkDeedKind = (typeof BULK_DEEDS)[number];

/** `held` until its time is over; `stopping` until what is under way has ended. */
export const BULK_STATES = ['held', 'running', 'stopping', 'done', 'stopped', 'undone'] as const;
export type BulkState = (typeof BULK_STATES)[number];

/** `skipped`: there was nothing to do. `undone`: it was taken back before its turn came. */
export const BULK_CASE_STATES = ['waiting', 'done', 'failed', 'skipped', 'undone'] as const;
export type BulkCaseState = (typeof BULK_CASE_STATES)[number];

/** Why there was nothing to do: it was so already; it is part of another case by now; nobody reads its answers. */
export const BULK_SKIPS = ['unchanged', 'merged', 'no_thread'] as const;
export type BulkSkip = (typeof BULK_SKIPS)[number];

export interface BulkActionView {
  id: string;
  deed: BulkDeed;
  state: BulkState;
  total: number;
  counts: Record<BulkCaseState, number>;
  orderedAt: Timestamp;
  heldUntil: Timestamp;
  endedAt?: Timestamp;
}

/** What would come of it, before anybody orders it. */
export interface BulkPreviewView {
  /** That the reader may do it to. */
  total: number;
  /** Behind these. */
  customers: number;
  /** Some of them, by name. */
  names: string[];
  /** Found beside them, but not theirs to do it to. */
  forbidden: number;
  /** Of the total: done already. */
  ended: number;
  /** Of the total: an answer would leave a variable open, so they would be passed over. */
  unfilled: number;
  /** The answer as one of the customers would read it. */
  sample?: { number: string; customerName: string; body: string };
}

export interface BulkCaseView {
  number: string;
  /** Left out where the reader may not see the case any more. */
  subject?: string;
  customerName?: string;
  state: BulkCaseState;
  skip?: BulkSkip;
  /** In the reader's language. */
  problem?: { code: ErrorCode; title: string; detail?: string };
}
