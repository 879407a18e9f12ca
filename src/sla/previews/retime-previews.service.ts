import { Injectable } from '@nestjs/common';
import type {
  CalendarDefinition,
  ClockKind,
  PolicyTargets,
  Priority,
  RetimePreview,
  ShopTier,
  SlaMode,
} from '../../contract/index.js';
import { Database } from '../../platform/db/index.js';
import { union, workingTime } from '../calendar/working-time.js';
import type { CalendarReference } from '../clocks/rules.js';
import { targetOf } from '../clocks/timed.js';
import { timing } from '../clocks/timing.js';
import { AROUND_THE_CLOCK, type Calendar } from '../deadline.js';
import { effectiveCell } from '../policy/effective.js';
import { RuleBook } from '../rule-book.service.js';

/** As many as are looked at; an editor wants a figure in a moment. */
const MOST_CLOCKS = 5_000;
const MOST_EXAMPLES = 10;

/** Running clocks that go by a policy, with what their teams work by now. $1: of these teams; null: of all. */
const RUNNING = `
  SELECT t.number, c.kind, c.mode, t.tier, t.priority, t.team_id AS "teamId", c.started_at AS "startedAt", c.due_at AS "dueAt",
         c.paused_at IS NOT NULL AS paused, desk_now() AS now,
         CASE WHEN c.kind = 'resolution' THEN (
           SELECT json_agg(json_build_object('from', from_at, 'to', to_at) ORDER BY from_at)
           FROM clock_pauses p WHERE p.clock_id = c.id AND p.to_at IS NOT NULL) END AS pauses,
         (SELECT coalesce(json_agg(json_build_array(v.calendar_id, v.version)), '[]') FROM (
            SELECT cv.calendar_id, max(cv.version) AS version FROM team_calendars tc
            JOIN calendars k ON k.id = tc.calendar_id AND k.archived_at IS NULL
            JOIN calendar_versions cv ON cv.calendar_id = k.id
            WHERE tc.team_id = t.team_id GROUP BY cv.calendar_id) v) AS calendars
  FROM clocks c JOIN tickets t ON t.id = c.ticket_id
  WHERE c.state = 'running' AND c.policy_version IS NOT NULL AND ($1::uuid[] IS NULL OR t.team_id = ANY($1))
  ORDER BY c.due_at LIMIT ${MOST_CLOCKS + 1}`;

interface Row {
  number: string;
  kind: ClockKind;
  mode: SlaMode;
  tier: ShopTier;
  priority: Priority;
  teamId: string;
  startedAt: Date;
  dueAt: Date;
  paused: boolean;
  now: Date;
  pauses: { from: string; to: string }[] | null;
  calendars: CalendarReference[];
  [column: string]: unknown;
}

/** A calendar as somebody edits it, and who would work by it. */
export interface CalendarDraft {
  id: string;
  definition: CalendarDefinition;
  teamIds: readonly string[];
  /** Who works by it now, or would then. */
  affected: readonly string[];
}

/** What it would do to the clocks that run to go by other rules. Changes nothing. */
@Injectable()
export class RetimePreviews {
  constructor(
    private readonly database: Database,
    private readonly rules: RuleBook,
  ) {}

  ofPolicy(targets: PolicyTargets): Promise<RetimePreview> {
    return this.of(null, targets);
  }

  async ofCalendar(draft: CalendarDraft): Promise<RetimePreview> {
    const policy = await this.database.one<{ targets: PolicyTargets }>(
      'SELECT targets FROM policy_versions ORDER BY version DESC LIMIT 1',
    );
    return await this.of(draft.affected, policy?.targets ?? {}, draft);
  }

  private async of(
    teamIds: readonly string[] | null,
    targets: PolicyTargets,
    draft?: CalendarDraft,
  ): Promise<RetimePreview> {
    const rows = await this.database.query<Row>(RUNNING, [teamIds]);
    const clocks = rows.slice(0, MOST_CLOCKS);
    await this.rules.learn(this.database, {
      policies: [],
      ladders: [],
      calendars: clocks.flatMap(({ calendars }) => calendars),
    });
    const known = new Map<string, Calendar>();
    const calendarOf = (row: Row) => {
      const key = row.priority === 'P0' ? 'P0' : row.teamId;
      const calendar = known.get(key) ?? this.calendar(row, draft);
      known.set(key, calendar);
      return calendar;
    };
    const moved = clocks.flatMap((row) => {
      const seconds = targetOf(effectiveCell(targets, row.tier, row.priority), row.kind, row.mode);
      if (seconds === null) return [];
      const newDueAt = timing(row.startedAt, seconds, calendarOf(row), pausesOf(row), [], false).dueAt;
      return newDueAt.getTime() === row.dueAt.getTime() ? [] : [{ ...row, newDueAt }];
    });
    const atOnce = moved.filter(({ dueAt, newDueAt, paused, now }) => !paused && dueAt > now && newDueAt <= now);
    return {
      moving: moved.length,
      overdueAtOnce: atOnce.length,
      running: clocks.length,
      more: rows.length > MOST_CLOCKS,
      examples: [...new Set([...atOnce, ...moved])]
        .slice(0, MOST_EXAMPLES)
        .map(({ number, kind, dueAt, newDueAt }) => ({
          number,
          kind,
          dueAt: dueAt.toISOString(),
          newDueAt: newDueAt.toISOString(),
        })),
    };
  }

  private calendar({ priority, teamId, calendars }: Row, draft: CalendarDraft | undefined): Calendar {
    if (priority === 'P0') return AROUND_THE_CLOCK;
    if (!draft) return this.rules.calendar(calendars);
    const others = calendars.filter(([id]) => id !== draft.id).map((reference) => this.rules.calendar([reference]));
    const all = draft.teamIds.includes(teamId) ? [...others, workingTime(draft.definition)] : others;
    return all.length === 0 ? AROUND_THE_CLOCK : union(all);
  }
}

const pausesOf = ({ pauses }: Row) =>
  (pauses ?? []).map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
