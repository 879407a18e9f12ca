import type { ClockKind, PolicyCell, RetimeReason, SlaMode } from '../../contract/index.js';
import { isOfLadder, nextRung, rungPlace } from '../ladder/climb.js';
import type { ClockBasis, ClockChange, ClockTruth, TicketTruth, TimedClock } from './clock-truth.js';
import type { Rules } from './rules.js';
import type { Still } from './stills.js';
import { timing } from './timing.js';

/** Seconds of working time; null: no such clock. */
export function targetOf(cell: PolicyCell, kind: ClockKind, mode: SlaMode): number | null {
  const shorter = mode === 'chat' && (kind === 'first_response' || kind === 'next_response') ? cell.chat[kind] : null;
  return shorter ?? cell.asynchronous[kind];
}

/** As a clock that begins now is timed. */
export function basisNow(truth: TicketTruth, rules: Rules, kind: ClockKind, mode: SlaMode = 'asynchronous') {
  const { tier, priority, teamId } = truth;
  const urgent = priority === 'P0';
  return {
    mode,
    tier,
    priority,
    teamId,
    policyVersion: rules.policyVersion,
    ladder: urgent ? ('P0' as const) : kind,
    ladderVersion: rules.ladderVersion,
    calendars: urgent ? [] : rules.calendars,
  };
}

/** As a clock that runs goes on: by its own versions, with what is true of the ticket now. */
export function basisKept(truth: TicketTruth, rules: Rules, clock: ClockTruth, mode: SlaMode = clock.mode): ClockBasis {
  const now = basisNow(truth, rules, clock.kind, mode);
  const knows = clock.teamId === truth.teamId && clock.priority !== 'P0';
  return {
    ...now,
    policyVersion: clock.policyVersion,
    ladderVersion: clock.ladderVersion,
    calendars: knows && truth.priority !== 'P0' ? clock.calendars : now.calendars,
  };
}

/** Why a clock that runs has to be timed anew; undefined: it need not. */
export function whyAnew(truth: TicketTruth, rules: Rules, clock: ClockTruth): RetimeReason | undefined {
  if (rules.retimeBefore && clock.timedAt < rules.retimeBefore) return 'policy';
  if (clock.priority !== truth.priority) return 'priority';
  if (clock.tier !== truth.tier) return 'tier';
  if (clock.teamId !== truth.teamId) return 'team';
  return undefined;
}

export interface Measure {
  kind: ClockKind;
  startedAt: Date;
  /** Of working time; whole milliseconds count. */
  seconds: number;
  basis: ClockBasis;
  pauses?: readonly Still[];
  /** The clock as it was. */
  before?: ClockTruth;
}

export function timed(rules: Rules, { kind, startedAt, seconds, basis, pauses = [], before }: Measure): TimedClock {
  const rungs = rules.rungs(basis.ladderVersion, basis.ladder);
  const calendar = rules.calendar(basis.calendars);
  const over = pauses.filter(({ to }) => to !== null);
  const atOnce = kind === 'first_response' || climbsAnew(basis, before) || countedAtOnce(before);
  const { dueAt, rungTimes } = timing(startedAt, seconds, calendar, over, rungs, atOnce);
  const pausedAt = pauses.find(({ to }) => to === null)?.from ?? null;
  const last = before?.escalations
    .filter(({ rung }) => isOfLadder(rung, basis.ladder))
    .reduce<ClockTruth['escalations'][number] | undefined>(
      (top, one) => (top && top.rung > one.rung ? top : one),
      undefined,
    );
  const footing = { ladder: basis.ladder, rungTimes, reached: last?.rung, acknowledgeBy: last?.acknowledgeBy ?? null };
  const next = pausedAt ? null : (nextRung(footing) ?? null);
  return { ...basis, targetSeconds: Math.round(seconds), dueAt, rungTimes, next, pausedAt, pauses };
}

/** A case that becomes P0 is told of at once, whatever runs. */
const climbsAnew = ({ ladder }: ClockBasis, before: ClockTruth | undefined): boolean =>
  ladder === 'P0' && before !== undefined && before.ladder !== 'P0';

const countedAtOnce = (before: ClockTruth | undefined): boolean =>
  before?.rungTimes[0]?.getTime() === before?.startedAt.getTime() ||
  (before?.escalations.some(({ rung }) => rungPlace(rung) === 0 && before.ladder === 'P0') ?? false);

/** The clock as it goes on. */
export function anew(
  rules: Rules,
  clock: ClockTruth,
  because: RetimeReason,
  measure: Pick<Measure, 'seconds' | 'basis' | 'pauses'>,
): ClockChange {
  const { id, kind, startedAt } = clock;
  const after = timed(rules, { kind, startedAt, before: clock, ...measure });
  const moved = after.dueAt.getTime() !== clock.dueAt.getTime() || after.targetSeconds !== clock.targetSeconds;
  return { do: 'retime', id, kind, because, moved, ...after };
}
