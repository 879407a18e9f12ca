import { Injectable } from '@nestjs/common';
import {
  type LocalizedText,
  type RoutingWarning,
  routingProblem,
  type TeamRoutingSettings,
  type TeamRoutingView,
  teamRoutingProblems,
} from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, differences } from '../../platform/audit/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError, refuse } from '../../platform/errors/index.js';
import { Dispatch } from '../assignment/dispatch.service.js';
import { Queue } from '../queue/queue.service.js';
import { MOVE_STAGES, OVERFLOW_TEAMS, SAVE_SETTINGS, TEAM_SETTINGS } from './team-settings.sql.js';

type Row = TeamRoutingSettings & {
  version: number;
  name: LocalizedText;
  /** How many people of it may be given work. */
  people: number;
  [column: string]: unknown;
};
interface OverflowTeam {
  id: string;
  name: LocalizedText;
  archived: boolean;
  people: number;
  [column: string]: unknown;
}

/** How each team gives out its work. */
@Injectable()
export class TeamSettings {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly queue: Queue,
    private readonly dispatch: Dispatch,
  ) {}

  /** @throws DeskError `not_found` */
  async read(teamId: string): Promise<TeamRoutingView> {
    const row = await this.database.one<Row>(TEAM_SETTINGS, [teamId]);
    if (!row) throw new DeskError('not_found');
    const teams = await this.database.query<OverflowTeam>(OVERFLOW_TEAMS, [row.overflowTeamIds]);
    return { ...settingsOf(row), teamId, version: row.version, warnings: warningsOf(row, teams) };
  }

  /** Counts at once, for those who wait too. @throws DeskError `not_found`, `conflict`, `invalid_input` */
  async save(
    by: StaffPrincipal,
    teamId: string,
    { version, ...wanted }: TeamRoutingSettings & { version: number },
  ): Promise<TeamRoutingView> {
    refuse(teamRoutingProblems(teamId, wanted));
    await this.database.transaction(async (tx) => {
      const before = await tx.one<Row>(`${TEAM_SETTINGS} FOR NO KEY UPDATE OF r`, [teamId]);
      if (!before) throw new DeskError('not_found');
      if (before.version !== version) throw new DeskError('conflict');
      // Nobody archives one of them meanwhile.
      const teams = await tx.query<OverflowTeam>(`${OVERFLOW_TEAMS} FOR KEY SHARE`, [wanted.overflowTeamIds]);
      refuse(goneTeams(wanted.overflowTeamIds, teams));
      const changes = differences(settingsOf(before), wanted);
      if (Object.keys(changes).length === 0) return;
      await tx.query(SAVE_SETTINGS, [teamId, JSON.stringify(wanted)]);
      await this.audit.record(tx, {
        actor: auditActor(by),
        action: 'team.routing_updated',
        subject: { kind: 'team', id: teamId, label: before.name['zh-CN'] },
        changes,
      });
      await this.applyToWaiting(tx, teamId, before);
      tx.afterCommit(() => {
        for (const team of [teamId, ...wanted.overflowTeamIds]) void this.dispatch.wake(team);
      });
    });
    return await this.read(teamId);
  }

  /** Stages move as if the times had been those from the beginning. */
  private async applyToWaiting(tx: Transaction, teamId: string, before: TeamRoutingSettings): Promise<void> {
    await this.queue.hold(tx);
    await tx.query(MOVE_STAGES, [teamId, before.relaxAfterSeconds, before.overflowAfterSeconds]);
    await this.queue.syncAll(tx, teamId);
  }
}

function settingsOf({ version: _, name: __, people: ___, ...settings }: Row): TeamRoutingSettings {
  return settings as TeamRoutingSettings;
}

function goneTeams(ids: readonly string[], teams: readonly OverflowTeam[]) {
  const there = new Set(teams.filter(({ archived }) => !archived).map(({ id }) => id));
  return ids.flatMap((id, place) =>
    there.has(id) ? [] : [routingProblem(`overflowTeamIds.${place}`, 'overflow_team_gone')],
  );
}

function warningsOf(settings: Row, teams: readonly OverflowTeam[]): RoutingWarning[] {
  const warning = (path: string, code: keyof typeof WARNINGS): RoutingWarning => ({
    path,
    code,
    message: WARNINGS[code],
  });
  const { overflowTeamIds, overflowAfterSeconds } = settings;
  return [
    ...(settings.people === 0 ? [warning('teamId', 'nobody_in_team')] : []),
    ...(overflowTeamIds.length > 0 && overflowAfterSeconds === null
      ? [warning('overflowAfterSeconds', 'overflow_never')]
      : []),
    ...overflowTeamIds.flatMap((id, place) => {
      const team = teams.find((one) => one.id === id);
      if (!team || team.archived) return [warning(`overflowTeamIds.${place}`, 'overflow_team_gone')];
      return team.people === 0 ? [warning(`overflowTeamIds.${place}`, 'nobody_in_overflow_team')] : [];
    }),
  ];
}

const WARNINGS = {
  nobody_in_team: {
    'zh-CN': '这个小组还没有可以接待的成员：工单会一直等待，直到有成员或溢出到其他小组',
    en: 'Nobody of this team can be given work: its cases wait for a member, or for another team',
  },
  overflow_never: {
    'zh-CN': '已选择溢出小组，但没有填写时间，不会溢出',
    en: 'Overflow teams are chosen, but no time: nothing ever overflows',
  },
  overflow_team_gone: {
    'zh-CN': '这个溢出小组已归档，不会接到工单',
    en: 'This overflow team is archived and gets nothing',
  },
  nobody_in_overflow_team: {
    'zh-CN': '这个溢出小组还没有可以接待的成员',
    en: 'Nobody of this overflow team can be given work',
  },
} satisfies Record<string, LocalizedText>;
