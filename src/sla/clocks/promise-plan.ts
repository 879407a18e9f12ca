import type { ClockChange, ClockTruth, TicketTruth } from './clock-truth.js';
import type { Rules } from './rules.js';
import { isActive } from './status.js';
import { ticketPolicy } from './ticket-policy.js';
import { anew, basisKept, basisNow, targetOf, timed, whyAnew } from './timed.js';

type End = Extract<ClockChange, { do: 'end' }>;

/**
 * A promise is a plan within so much working time, where the policy asks for one; and, once a date has been given, that date.
 * It is met by a message that is marked as plan or solution, or by the resolution; a date may be renewed before it passes.
 */
export function* promiseChanges(truth: TicketTruth, rules: Rules): Generator<ClockChange> {
  const own = truth.clocks.filter(({ kind }) => kind === 'promise');
  const running = own.find(({ state }) => state === 'running');
  const end = running && endOf(truth, running);
  if (end) yield end;
  else if (running) {
    const change =
      running.policyVersion === null ? dateChange(truth, rules, running) : planChange(truth, rules, running);
    if (change) yield change;
    if (change?.do !== 'end') return;
  }
  if (!isActive(truth.status)) return;
  const last = own.map((clock) => (clock === running && end ? { ...clock, metAt: end.metAt } : clock));
  const start = dateStart(truth, rules, last) ?? planStart(truth, rules, own);
  if (start) yield start;
}

function endOf(truth: TicketTruth, clock: ClockTruth): End | undefined {
  const { id, startedAt, dueAt, policyVersion } = clock;
  const { promisedAt, lastPromiseAt, keptAt, doneAt, status } = truth;
  const end = (metAt: Date | null): End => ({
    do: 'end',
    id,
    state: metAt === null ? 'cancelled' : metAt <= dueAt ? 'met' : 'missed',
    metAt,
  });
  if (keptAt && keptAt > startedAt) return end(keptAt);
  if (!isActive(status)) return end(status === 'cancelled' ? null : doneAt);
  if (policyVersion !== null) return truth.firstPromiseAt ? end(truth.firstPromiseAt) : undefined;
  if (!promisedAt) return end(null);
  // Another date, given only after this one had passed, does not mend it.
  const renewed = promisedAt.getTime() !== dueAt.getTime();
  return renewed && lastPromiseAt && lastPromiseAt > dueAt ? end(lastPromiseAt) : undefined;
}

function dateChange(truth: TicketTruth, rules: Rules, clock: ClockTruth): ClockChange | undefined {
  const promisedAt = truth.promisedAt ?? clock.dueAt;
  const renewed = promisedAt.getTime() !== clock.dueAt.getTime();
  const because = renewed ? 'renewed' : whyAnew(truth, rules, clock);
  if (!because) return undefined;
  const basis = dateBasis(truth, rules);
  return anew(rules, clock, because, { seconds: secondsBetween(clock.startedAt, promisedAt), basis });
}

function planChange(truth: TicketTruth, rules: Rules, clock: ClockTruth): ClockChange | undefined {
  const because = whyAnew(truth, rules, clock);
  if (!because) return undefined;
  const basis = because === 'policy' ? basisNow(truth, rules, 'promise') : basisKept(truth, rules, clock);
  const cell = rules.cell(basis.policyVersion ?? rules.policyVersion, truth.tier, truth.priority);
  const seconds = targetOf(cell, 'promise', 'asynchronous');
  if (seconds === null)
    return { do: 'end', id: clock.id, state: 'cancelled', metAt: null, policyVersion: basis.policyVersion };
  return anew(rules, clock, because, { seconds, basis });
}

/** A date is a date, whoever works then. */
const dateBasis = (truth: TicketTruth, rules: Rules) => ({
  ...basisNow(truth, rules, 'promise'),
  policyVersion: null,
  calendars: [],
});

function dateStart(truth: TicketTruth, rules: Rules, own: readonly ClockTruth[]): ClockChange | undefined {
  const { promisedAt, lastPromiseAt, doneAt } = truth;
  if (!promisedAt || !lastPromiseAt || (doneAt && lastPromiseAt < doneAt)) return undefined;
  const had = own.some(({ policyVersion, metAt }) => policyVersion === null && metAt !== null && metAt > lastPromiseAt);
  if (had) return undefined;
  const basis = dateBasis(truth, rules);
  const start = { kind: 'promise' as const, startedAt: lastPromiseAt };
  const seconds = secondsBetween(lastPromiseAt, promisedAt);
  return { do: 'start', ...start, ...timed(rules, { ...start, seconds, basis }) };
}

function planStart(truth: TicketTruth, rules: Rules, own: readonly ClockTruth[]): ClockChange | undefined {
  if (truth.firstPromiseAt || truth.keptAt || own.some(({ state }) => state !== 'cancelled')) return undefined;
  const policyVersion = own.at(-1)?.policyVersion ?? ticketPolicy(truth, rules);
  const basis = { ...basisNow(truth, rules, 'promise'), policyVersion };
  const seconds = targetOf(rules.cell(policyVersion, truth.tier, truth.priority), 'promise', 'asynchronous');
  if (seconds === null) return undefined;
  const start = { kind: 'promise' as const, startedAt: truth.openedAt };
  return { do: 'start', ...start, ...timed(rules, { ...start, seconds, basis }) };
}

const secondsBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 1_000;
