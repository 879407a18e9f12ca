import { Injectable } from '@nestjs/common';
import type { CalendarDefinition, LadderKey, LadderRung, Ladders, PolicyTargets } from '../contract/index.js';
import type { Transaction } from '../platform/db/index.js';
import { union, workingTime } from './calendar/working-time.js';
import type { CalendarReference, Rules } from './clocks/rules.js';
import { AROUND_THE_CLOCK, type Calendar } from './deadline.js';
import { effectiveCell } from './policy/effective.js';

/** What a version says never changes. */
const CURRENT = `
  SELECT (SELECT max(version) FROM policy_versions) AS "policyVersion",
         (SELECT max(version) FROM ladder_versions) AS "ladderVersion",
         (SELECT coalesce(json_agg(json_build_array(v.calendar_id, v.version) ORDER BY v.calendar_id), '[]') FROM (
            SELECT cv.calendar_id, max(cv.version) AS version FROM team_calendars tc
            JOIN calendars c ON c.id = tc.calendar_id AND c.archived_at IS NULL
            JOIN calendar_versions cv ON cv.calendar_id = c.id
            WHERE tc.team_id = $1 GROUP BY cv.calendar_id) v) AS calendars,
         (SELECT max(effective_at) FROM retimings
          WHERE done_at IS NULL AND (team_id IS NULL OR team_id = $1)) AS "retimeBefore",
         desk_now() AS "readAt"`;

/** Versions that clocks name, beside the current ones. */
export interface NamedVersions {
  policies: readonly (number | null)[];
  ladders: readonly number[];
  calendars: readonly CalendarReference[];
}

/** What of the rules changes, for one team. */
export type CurrentRules = Pick<Rules, 'policyVersion' | 'ladderVersion' | 'calendars' | 'retimeBefore' | 'readAt'>;

const keyOf = ([calendarId, version]: CalendarReference) => `${calendarId} ${version}`;

/** The rules by which clocks go. Versions are never changed, so each is read once. */
@Injectable()
export class RuleBook {
  private readonly policies = new Map<number, PolicyTargets>();
  private readonly ladders = new Map<number, Ladders>();
  private readonly calendars = new Map<string, { definition: CalendarDefinition; calendar: Calendar }>();

  /** As they are now for this team. */
  async current(tx: Pick<Transaction, 'one'>, teamId: string): Promise<CurrentRules> {
    const current = await tx.one<CurrentRules & { [column: string]: unknown }>(CURRENT, [teamId]);
    if (!current) throw new Error('no rules');
    return current;
  }

  /** The current ones together with what older clocks go by. */
  async together(tx: Pick<Transaction, 'query'>, current: CurrentRules, named: NamedVersions): Promise<Rules> {
    await this.learn(tx, {
      policies: [current.policyVersion, ...named.policies],
      ladders: [current.ladderVersion, ...named.ladders],
      calendars: [...current.calendars, ...named.calendars],
    });
    return {
      ...current,
      cell: (version, tier, priority) => effectiveCell(known(this.policies, version), tier, priority),
      rungs: (version, key) => this.rungs(version, key),
      calendar: (references) => this.calendar(references),
    };
  }

  /** Reads what is not known yet of these versions. */
  async learn(tx: Pick<Transaction, 'query'>, { policies, ladders, calendars }: NamedVersions): Promise<void> {
    const missingPolicies = policies.filter((version) => version !== null && !this.policies.has(version));
    if (missingPolicies.length > 0)
      for (const { version, targets } of await tx.query<{ version: number; targets: PolicyTargets }>(
        'SELECT version, targets FROM policy_versions WHERE version = ANY($1::int[])',
        [missingPolicies],
      ))
        this.policies.set(version, targets);
    const missingLadders = ladders.filter((version) => !this.ladders.has(version));
    if (missingLadders.length > 0)
      for (const row of await tx.query<{ version: number; ladders: Ladders }>(
        'SELECT version, ladders FROM ladder_versions WHERE version = ANY($1::int[])',
        [missingLadders],
      ))
        this.ladders.set(row.version, row.ladders);
    const missing = calendars.filter((reference) => !this.calendars.has(keyOf(reference)));
    if (missing.length > 0) await this.learnCalendars(tx, missing);
  }

  /** @throws Error unless it has been learned */
  rungs(version: number, key: LadderKey): readonly LadderRung[] {
    return known(this.ladders, version)[key];
  }

  /** Working time of them all; around the clock of none. @throws Error unless they have been learned */
  calendar(references: readonly CalendarReference[]): Calendar {
    const calendars = references.map((reference) => known(this.calendars, keyOf(reference)).calendar);
    if (calendars.length === 0) return AROUND_THE_CLOCK;
    return calendars.length === 1 ? (calendars[0] as Calendar) : union(calendars);
  }

  definition(reference: CalendarReference): CalendarDefinition {
    return known(this.calendars, keyOf(reference)).definition;
  }

  policy(version: number): PolicyTargets {
    return known(this.policies, version);
  }

  private async learnCalendars(tx: Pick<Transaction, 'query'>, missing: readonly CalendarReference[]): Promise<void> {
    const rows = await tx.query<{ id: string; version: number; definition: CalendarDefinition }>(
      `SELECT v.calendar_id AS id, v.version, v.definition
       FROM unnest($1::uuid[], $2::int[]) AS wanted (id, version)
       JOIN calendar_versions v ON v.calendar_id = wanted.id AND v.version = wanted.version`,
      [missing.map(([id]) => id), missing.map(([, version]) => version)],
    );
    for (const { id, version, definition } of rows)
      this.calendars.set(keyOf([id, version]), { definition, calendar: workingTime(definition) });
  }
}

function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`version ${String(key)} has not been read`);
  return value;
}
