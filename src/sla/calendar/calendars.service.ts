import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  type CalendarDefinition,
  type CalendarView,
  calendarProblems,
  type LocalizedText,
  type RetimePreview,
} from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, differences } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError, refuse } from '../../platform/errors/index.js';
import { RetimePreviews } from '../previews/retime-previews.service.js';
import { Retimings } from '../retiming/retimings.service.js';
import { CalendarReach } from './calendar-reach.service.js';
import { skippedHours } from './skipped-hours.js';

const CALENDAR = `
  SELECT c.id, c.name, v.definition, c.version, c.archived_at IS NOT NULL AS archived,
         ARRAY(SELECT team_id FROM team_calendars tc WHERE tc.calendar_id = c.id ORDER BY 1) AS "teamIds",
         (SELECT count(*)::int FROM clocks k
          WHERE k.state = 'running' AND k.calendars @> jsonb_build_array(jsonb_build_array(c.id))) AS "runningClocks"
  FROM calendars c
  CROSS JOIN LATERAL (
    SELECT definition FROM calendar_versions WHERE calendar_id = c.id ORDER BY version DESC LIMIT 1) v`;

type Row = CalendarView & { [column: string]: unknown };

export interface CalendarSettings {
  name: LocalizedText;
  definition: CalendarDefinition;
  teamIds: string[];
}

/** When people work. An edit makes a new version; clocks that run keep theirs unless the editor says so. */
@Injectable()
export class Calendars {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly retimings: Retimings,
    private readonly previews: RetimePreviews,
    private readonly reach: CalendarReach,
  ) {}

  /** The archived last. */
  async all(): Promise<CalendarView[]> {
    return await this.database.query<Row>(`${CALENDAR} ORDER BY c.archived_at IS NOT NULL, c.name ->> 'zh-CN', c.id`);
  }

  /** @throws DeskError `invalid_input` */
  async add(by: StaffPrincipal, settings: CalendarSettings): Promise<CalendarView> {
    return await this.database.transaction(async (tx) => {
      await this.check(tx, settings);
      const id = newId();
      await tx.query('INSERT INTO calendars (id, name) VALUES ($1, $2)', [id, settings.name]);
      await this.writeVersion(tx, by, id, 1, settings.definition);
      await this.writeTeams(tx, id, settings.teamIds);
      await this.record(tx, by, 'created', id, settings.name, differences({}, settings));
      return await this.read(tx, id);
    });
  }

  /** @throws DeskError `not_found`, `conflict`, `invalid_input` */
  async update(
    by: StaffPrincipal,
    id: string,
    { version, retime, ...settings }: CalendarSettings & { version: number; retime: boolean },
  ): Promise<CalendarView> {
    return await this.database.transaction(async (tx) => {
      const before = await this.lock(tx, id, version);
      if (before.archived && settings.teamIds.length > 0) refuse([ARCHIVED]);
      await this.check(tx, settings);
      const wanted = { ...settings, teamIds: [...new Set(settings.teamIds)].sort() };
      const { name, definition, teamIds } = before;
      const changes = differences({ name, definition, teamIds }, wanted);
      if (Object.keys(changes).length > 0) {
        await tx.query('UPDATE calendars SET name = $2, version = version + 1 WHERE id = $1', [id, settings.name]);
        if (!isDeepStrictEqual(definition, wanted.definition))
          await this.writeVersion(tx, by, id, version + 1, wanted.definition);
        await this.writeTeams(tx, id, wanted.teamIds);
        await this.record(tx, by, 'updated', id, settings.name, changes);
      }
      const teams = [...new Set([...teamIds, ...wanted.teamIds])];
      if (retime) await this.retimings.ask(tx, teams);
      return await this.read(tx, id);
    });
  }

  /** @throws DeskError `not_found`, `conflict`; `in_use` while a team works by it */
  async setArchived(by: StaffPrincipal, id: string, version: number, archived: boolean): Promise<CalendarView> {
    return await this.database.transaction(async (tx) => {
      const before = await this.lock(tx, id, version);
      if (before.archived === archived) return before;
      if (archived && before.teamIds.length > 0)
        throw new DeskError('in_use', {
          detail: {
            'zh-CN': '还有小组按这个日历工作，请先为它们更换日历。',
            en: 'Teams still work by this calendar: give them another one first.',
          },
        });
      await tx.query(
        `UPDATE calendars SET archived_at = CASE WHEN $2::boolean THEN desk_now() END, version = version + 1
         WHERE id = $1`,
        [id, archived],
      );
      await this.record(tx, by, archived ? 'archived' : 'restored', id, before.name);
      return await this.read(tx, id);
    });
  }

  /** What it would do to the clocks that run if these teams worked by it. @throws DeskError `not_found`, `invalid_input` */
  async preview(id: string, { definition, teamIds }: Omit<CalendarSettings, 'name'>): Promise<RetimePreview> {
    const calendar = await this.database.one<Row>(`${CALENDAR} WHERE c.id = $1`, [id]);
    if (!calendar) throw new DeskError('not_found');
    refuse(inDefinition(definition));
    const affected = [...new Set([...calendar.teamIds, ...teamIds])];
    return await this.previews.ofCalendar({ id, definition, teamIds, affected });
  }

  private async check(tx: Transaction, { definition, teamIds }: CalendarSettings): Promise<void> {
    refuse(inDefinition(definition));
    if (teamIds.length > 0) refuse(await this.reach.problemsBy(tx, definition));
    const teams = await tx.query<{ id: string }>(
      'SELECT id FROM teams WHERE id = ANY($1::uuid[]) AND archived_at IS NULL FOR KEY SHARE',
      [teamIds],
    );
    const known = new Set(teams.map((team) => team.id));
    refuse(teamIds.flatMap((teamId, place) => (known.has(teamId) ? [] : [{ ...NO_TEAM, path: `teamIds.${place}` }])));
  }

  private async lock(tx: Transaction, id: string, version: number): Promise<CalendarView> {
    const row = await tx.one('SELECT FROM calendars WHERE id = $1 FOR UPDATE', [id]);
    if (!row) throw new DeskError('not_found');
    const calendar = await this.read(tx, id);
    if (calendar.version !== version) throw new DeskError('conflict');
    return calendar;
  }

  private async read(tx: Transaction, id: string): Promise<CalendarView> {
    const row = await tx.one<Row>(`${CALENDAR} WHERE c.id = $1`, [id]);
    if (!row) throw new DeskError('not_found');
    return row;
  }

  private async writeVersion(
    tx: Transaction,
    by: StaffPrincipal,
    id: string,
    version: number,
    definition: CalendarDefinition,
  ): Promise<void> {
    await tx.query(
      'INSERT INTO calendar_versions (calendar_id, version, definition, created_by) VALUES ($1, $2, $3, $4)',
      [id, version, JSON.stringify(definition), by.staffId],
    );
  }

  private async writeTeams(tx: Transaction, id: string, teamIds: string[]): Promise<void> {
    await tx.query('DELETE FROM team_calendars WHERE calendar_id = $1 AND team_id <> ALL($2::uuid[])', [id, teamIds]);
    await tx.query(
      'INSERT INTO team_calendars (team_id, calendar_id) SELECT unnest($2::uuid[]), $1 ON CONFLICT DO NOTHING',
      [id, teamIds],
    );
  }

  private async record(
    tx: Transaction,
    by: StaffPrincipal,
    deed: string,
    id: string,
    name: LocalizedText,
    changes = {},
  ): Promise<void> {
    const subject = { kind: 'calendar', id, label: name['zh-CN'] };
    await this.audit.record(tx, { actor: auditActor(by), action: `calendar.${deed}`, subject, changes });
  }
}

const NO_TEAM = {
  code: 'unknown',
  fix: { 'zh-CN': '这个小组不存在或已归档，请另选一个', en: 'no team that is in use; choose another' },
};
const ARCHIVED = {
  path: 'teamIds',
  code: 'archived',
  fix: { 'zh-CN': '日历已归档，请先恢复', en: 'the calendar is archived; restore it first' },
};

const inDefinition = (definition: CalendarDefinition) => {
  const problems = calendarProblems(definition);
  return (problems.length > 0 ? problems : skippedHours(definition)).map((problem) => ({
    ...problem,
    path: `definition.${problem.path}`,
  }));
};
