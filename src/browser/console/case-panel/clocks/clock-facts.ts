import type { ClockExplanation, WorkingSpan } from '../../../../contract/index.js';
import type { Clocked } from '../../lists/sla-chip.js';

/** What a chip needs to count one clock down, from its explanation: each stretch that counts is told there. */
export function chipOf(clock: ClockExplanation): Clocked {
  const { kind, startedAt, dueAt, pausedAt, because } = clock;
  const spans = because.flatMap((step): WorkingSpan[] =>
    step.step === 'worked' ? [{ from: step.from, to: step.to }] : [],
  );
  const beyond = because.reduce((sum, step) => sum + (step.step === 'more' ? step.seconds : 0), 0);
  const isAroundTheClock = because.some(({ step }) => step === 'around_the_clock');
  return {
    nextDueKind: kind,
    nextDueAt: dueAt,
    nextDueStartedAt: startedAt,
    pausedAt,
    openedAt: startedAt,
    lastActivityAt: startedAt,
    ...(!isAroundTheClock && { nextDueWorking: spans, nextDueBeyond: beyond }),
  };
}

/** The clock that decides first comes first, then the other running ones, then those that ended, the latest first. */
export function inOrder(clocks: readonly ClockExplanation[]): ClockExplanation[] {
  const rank = ({ state, pausedAt }: ClockExplanation) => (state !== 'running' ? 2 : pausedAt ? 1 : 0);
  const end = ({ metAt, dueAt }: ClockExplanation) => Date.parse(metAt ?? dueAt);
  return clocks.toSorted(
    (a, b) =>
      rank(a) - rank(b) || (a.state === 'running' ? Date.parse(a.dueAt) - Date.parse(b.dueAt) : end(b) - end(a)),
  );
}
