import type { ClockKind, ClockState, Priority, ShopTier, TicketStatus } from '../contract/index.js';
import { dueAt } from './deadline.js';
import { RESPONSE_TARGETS } from './policy/policy.data.js';

/** What is true of a ticket under its lock; clocks follow from it, whatever events came late, twice or never. */
export interface TicketTruth {
  status: TicketStatus;
  tier: ShopTier;
  priority: Priority;
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
  clocks: ClockTruth[];
}

export interface ClockTruth {
  id: string;
  kind: ClockKind;
  state: ClockState;
  startedAt: Date;
  targetSeconds: number;
  dueAt: Date;
  /** The first reply of a person's after it began. */
  answeredAt: Date | null;
}

export type ClockChange =
  | { do: 'start'; kind: ClockKind; startedAt: Date; targetSeconds: number; dueAt: Date }
  | { do: 'end'; id: string; state: Exclude<ClockState, 'running'>; metAt: Date | null }
  | { do: 'retime'; id: string; kind: ClockKind; targetSeconds: number; dueAt: Date };

const ACTIVE: readonly TicketStatus[] = ['new', 'open', 'pending', 'on_hold'];

/** What must change so that the clocks tell the truth. Empty when they do. */
export function planClocks(truth: TicketTruth): ClockChange[] {
  const active = ACTIVE.includes(truth.status);
  const targetSeconds = RESPONSE_TARGETS[truth.tier][truth.priority];
  const changes: ClockChange[] = [];
  const running = new Set<ClockKind>();
  for (const clock of truth.clocks.filter(({ state }) => state === 'running')) {
    const end = endOf(clock, active);
    if (end) {
      changes.push(end);
      continue;
    }
    running.add(clock.kind);
    if (clock.targetSeconds !== targetSeconds)
      changes.push({ do: 'retime', id: clock.id, kind: clock.kind, ...timed(clock.startedAt, targetSeconds) });
  }
  const start = active && running.size === 0 ? startOf(truth) : undefined;
  if (start) changes.push({ do: 'start', ...start, ...timed(start.startedAt, targetSeconds) });
  return changes;
}

function endOf({ id, answeredAt, dueAt }: ClockTruth, active: boolean): ClockChange | undefined {
  if (answeredAt) return { do: 'end', id, state: answeredAt <= dueAt ? 'met' : 'missed', metAt: answeredAt };
  return active ? undefined : { do: 'end', id, state: 'cancelled', metAt: null };
}

/** The first answer counts from the opening; every later one from the oldest message that waits, or from the coming back. */
function startOf(truth: TicketTruth): { kind: ClockKind; startedAt: Date } | undefined {
  const began = truth.clocks.some(({ kind }) => kind === 'first_response');
  if (!began && !truth.firstStaffReplyAt) return { kind: 'first_response', startedAt: truth.openedAt };
  const startedAt = waitsSince(truth);
  return startedAt && { kind: 'next_response', startedAt };
}

function waitsSince(truth: TicketTruth): Date | undefined {
  const { awaitingReplySince, doneAt, reopenedAt, handedOverAt, lastStaffReplyAt, lastCustomerMessageAt } = truth;
  if (awaitingReplySince && (!doneAt || awaitingReplySince > doneAt)) return awaitingReplySince;
  // Whoever is handed a case owes its customer a word, though the one who handed it on had just answered.
  if (handedOverAt && isAfter(handedOverAt, lastStaffReplyAt) && isAfter(handedOverAt, doneAt)) return handedOverAt;
  // Who resolved it took the question as answered; whoever brings it back asks anew.
  if (!reopenedAt || (doneAt && doneAt > reopenedAt)) return undefined;
  if (lastStaffReplyAt && lastStaffReplyAt >= reopenedAt) return undefined;
  const wrote = lastCustomerMessageAt && doneAt && lastCustomerMessageAt > doneAt ? lastCustomerMessageAt : reopenedAt;
  return wrote < reopenedAt ? wrote : reopenedAt;
}

function isAfter(time: Date, other: Date | null): boolean {
  return !other || time > other;
}

function timed(startedAt: Date, targetSeconds: number): { targetSeconds: number; dueAt: Date } {
  return { targetSeconds, dueAt: dueAt(startedAt, targetSeconds) };
}
