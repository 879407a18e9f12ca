import { Injectable } from '@nestjs/common';
import type { LocalizedText, TeamRecordView } from '../../contract/index.js';
import { Audit, type AuditActor, differences } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { oneAtATime } from '../administration/one-at-a-time.js';
import { lockTeam, TEAM_RECORD, type TeamRow, teamRecordView } from './team-record.js';
import { TeamUses } from './team-uses.js';
import { insistOnTimeZone } from './time-zone.js';

export interface TeamFields {
  name: LocalizedText;
  leadId: string | null;
  dutyManagerId: string | null;
  memberIds: readonly string[];
  timeZone: string;
}

/** Teams, as administrators make and change them. Every verb stands in the audit log with its change. */
@Injectable()
export class TeamAdministration {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly uses: TeamUses,
  ) {}

  /** All of them, the archived last. */
  async all(): Promise<TeamRecordView[]> {
    const rows = await this.database.query<TeamRow>(`${TEAM_RECORD} ORDER BY t.archived_at IS NOT NULL, t.key`);
    return rows.map(teamRecordView);
  }

  /** @throws DeskError `invalid_input` when the key is taken */
  async create(actor: AuditActor, key: string, fields: TeamFields): Promise<TeamRecordView> {
    return await this.database.transaction(async (tx) => {
      await oneAtATime(tx);
      await this.check(tx, fields, []);
      const id = newId();
      const created = await tx.one(
        `INSERT INTO teams (id, key, name, lead_id, duty_manager_id, time_zone) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (key) DO NOTHING RETURNING id`,
        [id, key, fields.name, fields.leadId, fields.dutyManagerId, fields.timeZone],
      );
      if (!created)
        throw new DeskError('invalid_input', { detail: KEY_TAKEN, errors: [{ path: 'key', message: 'taken' }] });
      await this.setMembers(tx, id, [], fields.memberIds);
      const after = await lockTeam(tx, id);
      await this.record(tx, actor, 'created', after, differences({}, await this.told(tx, after)));
      return teamRecordView(after);
    });
  }

  /** @throws DeskError `not_found`, `conflict`, `invalid_input` */
  async edit(actor: AuditActor, id: string, version: number, patch: Partial<TeamFields>): Promise<TeamRecordView> {
    return await this.database.transaction(async (tx) => {
      const before = await lockTeam(tx, id);
      if (before.version !== version) throw new DeskError('conflict');
      const wanted = { ...before, ...patch };
      await this.check(tx, wanted, before.memberIds);
      const was = await this.told(tx, before);
      if (Object.keys(differences(fieldsOf(before), fieldsOf(wanted))).length === 0) return teamRecordView(before);
      await tx.query(
        `UPDATE teams SET name = $2, lead_id = $3, duty_manager_id = $4, time_zone = $5, version = version + 1 WHERE id = $1`,
        [id, wanted.name, wanted.leadId, wanted.dutyManagerId, wanted.timeZone],
      );
      await this.setMembers(tx, id, before.memberIds, wanted.memberIds);
      const after = await lockTeam(tx, id);
      await this.record(tx, actor, 'updated', after, differences(was, await this.told(tx, after)));
      return teamRecordView(after);
    });
  }

  /** From now on it gets no work. @throws DeskError `in_use`, which says what still needs it */
  async archive(actor: AuditActor, id: string): Promise<TeamRecordView> {
    return await this.database.transaction(async (tx) => {
      const team = await lockTeam(tx, id, 'work');
      if (team.archived) return teamRecordView(team);
      const uses = await this.uses.of(tx, team);
      if (uses.length > 0) throw new DeskError('in_use', { detail: inWords(uses) });
      await tx.query('UPDATE teams SET archived_at = desk_now(), version = version + 1 WHERE id = $1', [id]);
      await this.record(tx, actor, 'archived', team);
      return teamRecordView(await lockTeam(tx, id));
    });
  }

  async restore(actor: AuditActor, id: string): Promise<TeamRecordView> {
    return await this.database.transaction(async (tx) => {
      const team = await lockTeam(tx, id);
      if (!team.archived) return teamRecordView(team);
      await tx.query('UPDATE teams SET archived_at = NULL, version = version + 1 WHERE id = $1', [id]);
      await this.record(tx, actor, 'restored', team);
      return teamRecordView(await lockTeam(tx, id));
    });
  }

  /** Members that are there may stay, whatever has become of them; nobody disabled is put in, or put in charge. */
  private async check(
    tx: Transaction,
    { leadId, dutyManagerId, memberIds, timeZone }: TeamFields,
    present: readonly string[],
  ): Promise<void> {
    await insistOnTimeZone(tx, timeZone);
    const fresh = memberIds.filter((id) => !present.includes(id));
    const wanted = [...new Set([leadId, dutyManagerId, ...fresh])].filter((id) => id !== null);
    const rows = await tx.query<{ id: string }>(
      'SELECT id FROM staff WHERE id = ANY($1::uuid[]) AND disabled_at IS NULL',
      [wanted],
    );
    const known = new Set(rows.map(({ id }) => id));
    const paths = [
      ...(leadId && !known.has(leadId) ? ['leadId'] : []),
      ...(dutyManagerId && !known.has(dutyManagerId) ? ['dutyManagerId'] : []),
      ...(fresh.every((id) => known.has(id)) ? [] : ['memberIds']),
    ];
    if (paths.length > 0)
      throw new DeskError('invalid_input', { errors: paths.map((path) => ({ path, message: 'nobody of the staff' })) });
  }

  /** People whose teams change count as edited, so that an open form of one of them does not undo it. */
  private async setMembers(tx: Transaction, id: string, before: string[], after: readonly string[]): Promise<void> {
    const changed = [...before.filter((one) => !after.includes(one)), ...after.filter((one) => !before.includes(one))];
    if (changed.length === 0) return;
    await tx.query('DELETE FROM team_members WHERE team_id = $1 AND NOT staff_id = ANY($2::uuid[])', [id, after]);
    await tx.query(
      `INSERT INTO team_members (team_id, staff_id) SELECT $1, member FROM unnest($2::uuid[]) AS member
       ON CONFLICT DO NOTHING`,
      [id, after],
    );
    await tx.query('UPDATE staff SET version = version + 1 WHERE id = ANY($1::uuid[])', [changed]);
  }

  /** A team as the audit log tells of it: people by name. */
  private async told(tx: Transaction, { name, leadId, dutyManagerId, memberIds, timeZone }: TeamRow): Promise<object> {
    const rows = await tx.query<{ id: string; name: string }>(
      'SELECT id, name FROM staff WHERE id = ANY($1::uuid[]) ORDER BY name, id',
      [[leadId, dutyManagerId, ...memberIds].filter((id) => id !== null)],
    );
    const called = new Map(rows.map((row) => [row.id, row.name]));
    return {
      name,
      lead: leadId && called.get(leadId),
      dutyManager: dutyManagerId && called.get(dutyManagerId),
      members: rows.filter(({ id }) => memberIds.includes(id)).map((row) => row.name),
      timeZone,
    };
  }

  private async record(tx: Transaction, actor: AuditActor, deed: string, team: TeamRow, changes = {}): Promise<void> {
    const subject = { kind: 'team', id: team.id, label: team.name['zh-CN'] };
    await this.audit.record(tx, { actor, action: `team.${deed}`, subject, changes });
  }
}

const fieldsOf = ({ name, leadId, dutyManagerId, memberIds, timeZone }: TeamFields): TeamFields => ({
  name,
  leadId,
  dutyManagerId,
  memberIds: [...new Set(memberIds)].sort(),
  timeZone,
});

function inWords(uses: LocalizedText[]): LocalizedText {
  const all = (locale: keyof LocalizedText) => uses.map((use) => use[locale]);
  return {
    'zh-CN': `这个小组还在使用中：${all('zh-CN').join('；')}。请先移走，再归档。`,
    en: `This team is still needed: ${all('en').join('; ')}. Move that first, then archive it.`,
  };
}

const KEY_TAKEN = { 'zh-CN': '这个标识已被另一个小组使用。', en: 'Another team has this key already.' };
