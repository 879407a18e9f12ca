import type { ClockChange, ClockTruth, TicketTruth } from './clock-truth.js';
import type { Rules } from './rules.js';
import { isActive } from './status.js';
import type { Still } from './stills.js';
import { ticketPolicy } from './ticket-policy.js';
import { anew, basisKept, basisNow, targetOf, timed, whyAnew } from './timed.js';

/** One clock for the life of a ticket: it stands still while nothing is to be done, and goes on with what was left. */
export function* resolutionChanges(truth: TicketTruth, rules: Rules): Generator<ClockChange> {
  const clock = truth.clocks.filter(({ kind }) => kind === 'resolution').at(-1);
  if (!clock) {
    const start = isActive(truth.status) ? startOf(truth, rules) : undefined;
    if (start) yield start;
  } else if (isActive(truth.status)) {
    const change = changeOf(truth, rules, clock);
    if (change) yield change;
  } else if (clock.state === 'running') yield* endOf(truth, rules, clock);
}

function startOf(truth: TicketTruth, rules: Rules): ClockChange | undefined {
  const basis = { ...basisNow(truth, rules, 'resolution'), policyVersion: ticketPolicy(truth, rules) };
  const seconds = targetOf(rules.cell(basis.policyVersion, truth.tier, truth.priority), 'resolution', 'asynchronous');
  if (seconds === null) return undefined;
  const start = { kind: 'resolution' as const, startedAt: truth.openedAt };
  return { do: 'start', ...start, ...timed(rules, { ...start, seconds, basis, pauses: truth.stills }) };
}

function changeOf(truth: TicketTruth, rules: Rules, clock: ClockTruth): ClockChange | undefined {
  const runs = clock.state === 'running';
  const because = runs ? (whyAnew(truth, rules, clock) ?? whyStill(truth, clock)) : 'reopened';
  if (!because) return undefined;
  const basis = because === 'policy' ? basisNow(truth, rules, 'resolution') : basisKept(truth, rules, clock);
  const cell = rules.cell(basis.policyVersion ?? rules.policyVersion, truth.tier, truth.priority);
  const seconds = targetOf(cell, 'resolution', 'asynchronous');
  if (seconds !== null) return anew(rules, clock, because, { seconds, basis, pauses: truth.stills });
  return runs
    ? { do: 'end', id: clock.id, state: 'cancelled', metAt: null, policyVersion: basis.policyVersion }
    : undefined;
}

function whyStill({ stills }: TicketTruth, { pauses }: ClockTruth) {
  if (same(stills, pauses)) return undefined;
  return stills.at(-1)?.to === null ? 'paused' : 'pause_ended';
}

/** Pauses that nobody has looked at until now count too. */
function* endOf(truth: TicketTruth, rules: Rules, clock: ClockTruth): Generator<ClockChange> {
  const over = truth.stills.filter(({ to }) => to !== null);
  let { dueAt } = clock;
  if (!same(over, clock.pauses)) {
    const basis = basisKept(truth, rules, clock);
    const change = anew(rules, clock, 'pause_ended', { seconds: clock.targetSeconds, basis, pauses: over });
    if (change.do === 'retime') dueAt = change.dueAt;
    yield change;
  }
  const metAt = truth.stills.find(({ to }) => to === null)?.from ?? truth.doneAt;
  if (truth.status === 'cancelled' || !metAt) yield { do: 'end', id: clock.id, state: 'cancelled', metAt: null };
  else yield { do: 'end', id: clock.id, state: metAt <= dueAt ? 'met' : 'missed', metAt };
}

const same = (left: readonly Still[], right: readonly Still[]): boolean =>
  left.length === right.length &&
  left.every(({ from, to }, place) => {
    const other = right[place];
    return other?.from.getTime() === from.getTime() && other.to?.getTime() === to?.getTime();
  });
