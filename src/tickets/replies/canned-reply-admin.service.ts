import { Injectable } from '@nestjs/common';
import {
  type CannedReplySettings,
  type CannedReplyView,
  LOCALES,
  REPLY_LIMITS,
  unknownVariables,
} from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, type Changes, differences } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError, refuse } from '../../platform/errors/index.js';
import { BY_USE, CANNED_REPLIES, INSERT_CANNED_REPLY, UPDATE_CANNED_REPLY } from './canned-replies.sql.js';
import { type CannedReplyRow, columnsOf, presentReply, replySettings } from './canned-reply.presenter.js';

/** What supervisors do with the canned replies of their teams and of all, and administrators with each. */
@Injectable()
export class CannedReplyAdmin {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Those in use first, the archived after them. */
  async settings(by: StaffPrincipal): Promise<CannedReplyView[]> {
    const rows = await this.database.query<CannedReplyRow>(
      `${CANNED_REPLIES} WHERE $1::uuid[] IS NULL OR c.team_id IS NULL OR c.team_id = ANY($1::uuid[])
       ${BY_USE.replace('ORDER BY', 'ORDER BY c.archived_at IS NOT NULL,')}`,
      [by.role === 'admin' ? null : by.teamIds],
    );
    return rows.map(presentReply);
  }

  /** @throws DeskError `invalid_input` */
  async create(by: StaffPrincipal, settings: CannedReplySettings): Promise<CannedReplyView> {
    check(settings);
    const id = newId();
    return await this.database.transaction(async (tx) => {
      await this.checkTeam(tx, by, settings.teamId);
      const made = await tx.query(INSERT_CANNED_REPLY, [id, ...columnsOf(settings), REPLY_LIMITS.replies]);
      if (made.length === 0) throw tooMany();
      await this.record(tx, by, 'created', { id, ...settings }, differences({}, settings));
      return await this.one(tx, id);
    });
  }

  /** @throws DeskError `not_found`, `conflict`, `invalid_input` */
  async update(
    by: StaffPrincipal,
    id: string,
    { version, ...settings }: CannedReplySettings & { version: number },
  ): Promise<CannedReplyView> {
    check(settings);
    return await this.database.transaction(async (tx) => {
      const before = await this.lock(tx, by, id, version);
      const changes = differences(replySettings(before), replySettings(settings));
      if (Object.keys(changes).length === 0) return before;
      if (settings.teamId !== before.teamId) await this.checkTeam(tx, by, settings.teamId);
      await tx.query(UPDATE_CANNED_REPLY, [id, ...columnsOf(settings)]);
      await this.record(tx, by, 'updated', { id, ...settings }, changes);
      return await this.one(tx, id);
    });
  }

  /** What is archived is found by nobody who answers. @throws DeskError `not_found`, `conflict` */
  async setArchived(by: StaffPrincipal, id: string, version: number, archived: boolean): Promise<CannedReplyView> {
    return await this.database.transaction(async (tx) => {
      const before = await this.lock(tx, by, id, version);
      if (before.archived === archived) return before;
      const changed = await tx.query(
        `UPDATE canned_replies SET archived_at = CASE WHEN $2 THEN desk_now() END, version = version + 1
         WHERE id = $1 AND ($2 OR (SELECT count(*) FROM canned_replies WHERE archived_at IS NULL) < $3) RETURNING id`,
        [id, archived, REPLY_LIMITS.replies],
      );
      if (changed.length === 0) throw tooMany();
      await this.record(tx, by, archived ? 'archived' : 'restored', before, {});
      return await this.one(tx, id);
    });
  }

  private async checkTeam(tx: Transaction, by: StaffPrincipal, teamId: string | undefined): Promise<void> {
    if (teamId === undefined) return;
    const team = await tx.one('SELECT 1 FROM teams WHERE id = $1 AND archived_at IS NULL FOR KEY SHARE', [teamId]);
    if (team && mayKeep(by, teamId)) return;
    refuse([{ path: 'teamId', fix: { 'zh-CN': '请选择您管理的小组', en: 'Choose one of your teams' } }]);
  }

  private async one(tx: Transaction, id: string): Promise<CannedReplyView> {
    const row = await tx.one<CannedReplyRow>(`${CANNED_REPLIES} WHERE c.id = $1`, [id]);
    if (!row) throw new DeskError('not_found');
    return presentReply(row);
  }

  private async lock(tx: Transaction, by: StaffPrincipal, id: string, version: number): Promise<CannedReplyView> {
    await tx.query('SELECT 1 FROM canned_replies WHERE id = $1 FOR UPDATE', [id]);
    const before = await this.one(tx, id);
    if (!mayKeep(by, before.teamId)) throw new DeskError('not_found');
    if (before.version !== version) throw new DeskError('conflict');
    return before;
  }

  private record(
    tx: Transaction,
    by: StaffPrincipal,
    deed: string,
    { id, title }: Pick<CannedReplyView, 'id' | 'title'>,
    changes: Changes,
  ): Promise<void> {
    const subject = { kind: 'canned_reply', id, label: title['zh-CN'] };
    return this.audit.record(tx, { actor: auditActor(by), action: `canned_reply.${deed}`, subject, changes });
  }
}

/** Those for all teams are everybody's to keep who keeps a team. */
const mayKeep = (by: StaffPrincipal, teamId: string | undefined): boolean =>
  by.role === 'admin' || teamId === undefined || by.teamIds.includes(teamId);

/** A variable that there is not would stop every reply that it is put into. */
function check({ body }: CannedReplySettings): void {
  refuse(
    LOCALES.flatMap((locale) =>
      unknownVariables(body[locale]).map((variable) => ({
        path: `body.${locale}`,
        fix: { 'zh-CN': `没有变量 ${variable}`, en: `There is no variable ${variable}` },
      })),
    ),
  );
}

const tooMany = () =>
  new DeskError('invalid_input', {
    errors: [{ path: '', message: `there are ${REPLY_LIMITS.replies} already: archive one first` }],
    detail: {
      'zh-CN': `最多 ${REPLY_LIMITS.replies} 条，请先归档不再用的。`,
      en: `There are ${REPLY_LIMITS.replies} already; archive one first.`,
    },
  });
