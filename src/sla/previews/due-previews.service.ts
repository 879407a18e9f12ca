import { Injectable } from '@nestjs/common';
import {
  type CalendarDefinition,
  CLOCK_KINDS,
  type ClockKind,
  calendarProblems,
  type DuePreview,
  type DueReason,
  type Ladders,
  type LocalizedText,
  ladderProblems,
  type PolicyTargets,
  type Priority,
  policyProblems,
  type ShopTier,
  type SlaMode,
} from '../../contract/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError, refuse } from '../../platform/errors/index.js';
import { union, workingTime } from '../calendar/working-time.js';
import { targetOf } from '../clocks/timed.js';
import { timing } from '../clocks/timing.js';
import { AROUND_THE_CLOCK } from '../deadline.js';
import { countedSteps, isWorking } from '../explain/reasons.js';
import { effectiveCell, isUncovered } from '../policy/effective.js';

export interface Imagined {
  tier: ShopTier;
  priority: Priority;
  mode: SlaMode;
  openedAt: string;
  teamId?: string;
  targets?: PolicyTargets;
  ladders?: Ladders;
  calendar?: CalendarDefinition;
}

interface Hours {
  id?: string;
  version?: number;
  name?: LocalizedText;
  definition: CalendarDefinition;
}

const CALENDARS = `
  SELECT DISTINCT ON (c.id) c.id, v.version, c.name, v.definition FROM team_calendars tc
  JOIN calendars c ON c.id = tc.calendar_id AND c.archived_at IS NULL JOIN calendar_versions v ON v.calendar_id = c.id
  WHERE tc.team_id = $1 ORDER BY c.id, v.version DESC`;

/** When a case would be due that somebody imagines, and why. Changes nothing. */
@Injectable()
export class DuePreviews {
  constructor(private readonly database: Database) {}

  /** One for each kind of clock that it would have. @throws DeskError `invalid_input` for drafts, `not_found` for a team */
  async of(imagined: Imagined): Promise<DuePreview[]> {
    this.check(imagined);
    const { tier, priority, mode } = imagined;
    const { policyVersion, targets, ladders } = await this.rulesOf(imagined);
    const hours = priority === 'P0' ? [] : await this.hoursOf(imagined);
    const calendars = hours.map(({ definition }) => workingTime(definition));
    const calendar = calendars.length === 0 ? AROUND_THE_CLOCK : union(calendars);
    const cell = effectiveCell(targets, tier, priority);
    const startedAt = new Date(imagined.openedAt);
    return CLOCK_KINDS.flatMap((kind: ClockKind): DuePreview[] => {
      const seconds = targetOf(cell, kind, mode);
      if (seconds === null) return [];
      const rungs = ladders[priority === 'P0' ? 'P0' : kind];
      const { dueAt, rungTimes } = timing(startedAt, seconds, calendar, [], rungs, kind === 'first_response');
      const uncovered = isUncovered(targets, tier, priority, kind);
      const target = { step: 'target' as const, tier, priority, mode, kind, seconds, uncovered };
      return [
        {
          kind,
          targetSeconds: seconds,
          dueAt: dueAt.toISOString(),
          because: [
            { ...target, ...(policyVersion && { policyVersion }) },
            ...byHours(hours, priority),
            { step: 'start', at: startedAt.toISOString(), working: isWorking(calendar, startedAt) },
            ...countedSteps({
              startedAt,
              until: dueAt,
              calendar,
              definitions: hours.map(({ definition }) => definition),
              pauses: [],
            }),
            { step: 'due', at: dueAt.toISOString() },
          ],
          rungs: rungs.flatMap(({ at }, place) => {
            const time = rungTimes[place];
            return time ? [{ at, time: time.toISOString() }] : [];
          }),
        },
      ];
    });
  }

  private check({ targets, ladders, calendar }: Imagined): void {
    refuse([
      ...(targets ? policyProblems(targets) : []),
      ...(ladders ? ladderProblems(ladders) : []),
      ...(calendar ? calendarProblems(calendar).map((one) => ({ ...one, path: `calendar.${one.path}` })) : []),
    ]);
  }

  private async rulesOf({ targets, ladders }: Imagined) {
    const row = await this.database.one<{ policy: number; targets: PolicyTargets; ladders: Ladders }>(
      `SELECT (SELECT max(version) FROM policy_versions) AS policy,
              (SELECT targets FROM policy_versions ORDER BY version DESC LIMIT 1) AS targets,
              (SELECT ladders FROM ladder_versions ORDER BY version DESC LIMIT 1) AS ladders`,
    );
    if (!row) throw new DeskError('not_found');
    return {
      policyVersion: targets ? undefined : row.policy,
      targets: targets ?? row.targets,
      ladders: ladders ?? row.ladders,
    };
  }

  private async hoursOf({ teamId, calendar }: Imagined): Promise<Hours[]> {
    if (calendar) return [{ definition: calendar }];
    if (!teamId) return [];
    const team = await this.database.one('SELECT FROM teams WHERE id = $1', [teamId]);
    if (!team) throw new DeskError('not_found');
    return await this.database.query<Hours & { [column: string]: unknown }>(CALENDARS, [teamId]);
  }
}

function byHours(hours: readonly Hours[], priority: Priority): DueReason[] {
  if (hours.length === 0) return [{ step: 'around_the_clock', because: priority === 'P0' ? 'urgent' : 'no_calendar' }];
  return hours.map(({ id, version, name, definition: { zone } }) => ({
    step: 'calendar',
    ...(id && { id }),
    ...(name && { name }),
    ...(version && { version }),
    zone,
  }));
}
