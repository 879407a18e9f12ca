import type { ClockKind, SlaMode } from '../../contract/index.js';
import type { ClockChange, ClockTruth, TicketTruth } from './clock-truth.js';
import type { Rules } from './rules.js';
import { isActive } from './status.js';
import { anew, basisKept, basisNow, targetOf, timed, whyAnew } from './timed.js';

type Response = 'first_response' | 'next_response';
type ResponseClock = ClockTruth & { kind: Response };

const isResponse = (clock: ClockTruth): clock is ResponseClock =>
  clock.kind === 'first_response' || clock.kind === 'next_response';

/** First and next response: one of them runs while the customer waits for a word. */
export function* responseChanges(truth: TicketTruth, rules: Rules): Generator<ClockChange> {
  const active = isActive(truth.status);
  let runs = false;
  let sooner: { kind: Response; startedAt: Date } | undefined;
  for (const clock of truth.clocks.filter(isResponse)) {
    if (clock.state !== 'running') continue;
    const end = endOf(clock, active);
    if (end) {
      yield end;
      continue;
    }
    runs = true;
    const startedAt = waitedBefore(truth, clock);
    if (startedAt) {
      // Somebody who came to this case by a merge has waited longer than those for whom it runs.
      sooner = { kind: clock.kind, startedAt };
      yield { do: 'end', id: clock.id, state: 'cancelled', metAt: null };
      continue;
    }
    const change = changeOf(truth, rules, clock);
    if (change) yield change;
  }
  const start = sooner ?? (active && !runs ? startOf(truth) : undefined);
  if (!start) return;
  const { cell, mode } = begun(truth, rules, start.kind);
  const seconds = targetOf(cell, start.kind, mode);
  if (seconds === null) return;
  yield {
    do: 'start',
    ...start,
    ...timed(rules, { ...start, seconds, basis: basisNow(truth, rules, start.kind, mode) }),
  };
}

/** Who waits in the window is answered sooner. */
function begun({ tier, priority, connected }: TicketTruth, rules: Rules, kind: Response) {
  const cell = rules.cell(rules.policyVersion, tier, priority);
  const mode: SlaMode = connected && cell.chat[kind] !== null ? 'chat' : 'asynchronous';
  return { cell, mode };
}

function changeOf(truth: TicketTruth, rules: Rules, clock: ResponseClock): ClockChange | undefined {
  // Whoever has gone, or left a message and gone, is answered as one who wrote: and stays so, for this answer.
  const left = clock.mode === 'chat' && !truth.connected;
  const because = whyAnew(truth, rules, clock) ?? (left ? 'customer_left' : undefined);
  if (!because) return undefined;
  const mode = left ? 'asynchronous' : clock.mode;
  const basis = because === 'policy' ? basisNow(truth, rules, clock.kind, mode) : basisKept(truth, rules, clock, mode);
  const cell = rules.cell(basis.policyVersion ?? rules.policyVersion, basis.tier, basis.priority);
  const seconds = targetOf(cell, clock.kind, mode);
  if (seconds === null) return { do: 'end', id: clock.id, state: 'cancelled', metAt: null };
  return anew(rules, clock, because, { seconds, basis });
}

function endOf({ id, answeredAt, dueAt }: ClockTruth, active: boolean): ClockChange | undefined {
  if (answeredAt) return { do: 'end', id, state: answeredAt <= dueAt ? 'met' : 'missed', metAt: answeredAt };
  return active ? undefined : { do: 'end', id, state: 'cancelled', metAt: null };
}

/** Of one conversation the facts and the clock agree to the millisecond. */
const NOTICEABLE_MILLISECONDS = 1_000;

function waitedBefore({ awaitingReplySince, doneAt }: TicketTruth, { startedAt }: ClockTruth): Date | undefined {
  if (!awaitingReplySince || (doneAt && awaitingReplySince <= doneAt)) return undefined;
  return startedAt.getTime() - awaitingReplySince.getTime() > NOTICEABLE_MILLISECONDS ? awaitingReplySince : undefined;
}

/** The first answer counts from the opening; every later one from the oldest message that waits, or from the coming back. */
function startOf(truth: TicketTruth): { kind: Response & ClockKind; startedAt: Date } | undefined {
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
