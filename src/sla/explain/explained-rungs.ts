import type {
  ClockKind,
  ClockPauseReason,
  ClockRungView,
  ClockState,
  LadderKey,
  LadderRung,
  LocalizedText,
  Priority,
  RetimeReason,
  RungOutcome,
  RungTime,
  ShopTier,
  SlaMode,
  Timestamp,
} from '../../contract/index.js';
import type { CalendarReference } from '../clocks/rules.js';
import { rungNumber } from '../ladder/climb.js';

/** Times inside of lists come as JSON has them. */
export interface ExplainedRow {
  id: string;
  kind: ClockKind;
  mode: SlaMode;
  state: ClockState;
  tier: ShopTier;
  priority: Priority;
  targetSeconds: number;
  startedAt: Date;
  dueAt: Date;
  metAt: Date | null;
  pausedAt: Date | null;
  policyVersion: number | null;
  ladder: LadderKey;
  ladderVersion: number;
  calendars: CalendarReference[];
  rungTimes: (Date | null)[];
  basis: string | null;
  now: Date;
  pauses: { from: string; to: string | null; because: ClockPauseReason }[];
  retimings: { at: string; data: { because?: RetimeReason; targetSeconds: number; dueAt: Timestamp } }[];
  escalations: {
    id: string;
    rung: number;
    state: 'fired' | 'passed_over';
    at: RungTime;
    dueAt: string;
    firedAt: string;
    acknowledgeBy: string | null;
    acknowledgedAt: string | null;
    acknowledgedBy: string | null;
    also: RungOutcome[];
  }[];
  names: { id: string; name: LocalizedText }[];
  [column: string]: unknown;
}

/** What has fired, by whatever ladder, and what is ahead on the one by which the clock goes now. */
export function rungsOf(row: ExplainedRow, rungs: readonly LadderRung[]): ClockRungView[] {
  const done = row.escalations.map(
    (one): ClockRungView => ({
      rung: one.rung,
      at: one.at,
      time: new Date(one.dueAt).toISOString(),
      state: one.state,
      also: one.also,
      escalationId: one.id,
      ...(one.state === 'fired' && { firedAt: new Date(one.firedAt).toISOString() }),
      ...(one.acknowledgeBy && { acknowledgeBy: new Date(one.acknowledgeBy).toISOString() }),
      ...(one.acknowledgedAt && { acknowledgedAt: new Date(one.acknowledgedAt).toISOString() }),
      ...(one.acknowledgedBy && { acknowledgedBy: one.acknowledgedBy }),
    }),
  );
  if (row.state !== 'running') return done;
  const numbers = new Set(done.map(({ rung }) => rung));
  const ahead = rungs.flatMap(({ at }, place): ClockRungView[] => {
    const rung = rungNumber(row.ladder, place);
    if (numbers.has(rung)) return [];
    const time = row.rungTimes[place];
    return [{ rung, at, also: [], ...(time ? { time: time.toISOString(), state: 'ahead' } : { state: 'left_out' }) }];
  });
  return [...done, ...ahead];
}
