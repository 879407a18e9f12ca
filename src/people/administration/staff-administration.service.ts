import { Injectable } from '@nestjs/common';
import type { Locale, StaffLinkView, StaffRecordView, StaffRole } from '../../contract/index.js';
import { Audit, type AuditActor, differences } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { SecondFactors } from '../account/second-factors.service.js';
import { StaffLinks } from '../links/staff-links.service.js';
import { newSecret } from '../secrets.js';
import { hashPassword } from '../sessions/passwords.js';
import { StaffSessions } from '../sessions/staff-sessions.service.js';
import { setTeamsOf } from './memberships.js';
import { oneAtATime } from './one-at-a-time.js';
import { Roster } from './roster.service.js';
import { StaffDisabled, staffKey } from './staff.events.js';
import { type LockedStaff, lockWithAdmins } from './standing-admins.js';

export interface Invitation {
  /** In any case. */
  email: string;
  /** Default: what stands before the @, until they give their own. */
  name?: string;
  role: StaffRole;
  locale: Locale;
  teamIds: readonly string[];
}

export interface StaffEdit {
  /** That the editor saw. */
  version: number;
  name?: string;
  role?: StaffRole;
  locale?: Locale;
  teamIds?: readonly string[];
}

export const staffSubject = ({ id, name }: { id: string; name: string }) => ({ kind: 'staff', id, label: name });

/** What an administrator does with people. Every verb stands in the audit log with its change. */
@Injectable()
export class StaffAdministration {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly links: StaffLinks,
    private readonly sessions: StaffSessions,
    private readonly secondFactors: SecondFactors,
    private readonly roster: Roster,
  ) {}

  /** @throws DeskError `invalid_input` when the address has a place here already */
  async invite(
    actor: AuditActor,
    { role, locale, teamIds, ...person }: Invitation,
  ): Promise<{ staff: StaffRecordView; link: StaffLinkView }> {
    const [id, email] = [newId(), person.email.toLowerCase()];
    const name = person.name ?? email.slice(0, email.indexOf('@'));
    // Nobody knows it, so nobody signs in before they have chosen one.
    const passwordHash = await hashPassword(newSecret());
    return await this.database.transaction(async (tx) => {
      await oneAtATime(tx);
      const invited = await tx.one(
        `INSERT INTO staff (id, email, name, role, password_hash, locale, joined_at) VALUES ($1, $2, $3, $4, $5, $6, NULL)
         ON CONFLICT (email) DO NOTHING RETURNING id`,
        [id, email, name, role, passwordHash, locale],
      );
      if (!invited)
        throw new DeskError('invalid_input', { detail: TAKEN, errors: [{ path: 'email', message: 'taken' }] });
      const teams = await setTeamsOf(tx, id, teamIds);
      const link = await this.links.issue(tx, id, 'invitation');
      await this.record(tx, actor, 'invited', { id, name }, differences({}, { email, name, role, teams: teams.after }));
      return { staff: await this.roster.find(id, tx), link };
    });
  }

  /** Another link to join, or one to set a new password; the link before it works no more. */
  async issueLink(actor: AuditActor, staffId: string): Promise<StaffLinkView> {
    return await this.database.transaction(async (tx) => {
      const { staff } = await lockWithAdmins(tx, actor, staffId);
      if (staff.disabled) throw new DeskError('forbidden', { detail: DISABLED });
      const link = await this.links.issue(tx, staffId, staff.joined ? 'password_reset' : 'invitation');
      await this.record(tx, actor, staff.joined ? 'password_link_issued' : 'invitation_issued', staff);
      return link;
    });
  }

  /** @throws DeskError `conflict`, `forbidden` for one's own role and the last administrator's */
  async edit(actor: AuditActor, staffId: string, { version, teamIds, ...patch }: StaffEdit): Promise<StaffRecordView> {
    return await this.database.transaction(async (tx) => {
      const { staff, keepOneAdmin } = await lockWithAdmins(tx, actor, staffId);
      if (staff.version !== version) throw new DeskError('conflict');
      const after = { ...staff, ...patch };
      if (staff.role === 'admin' && after.role !== 'admin') keepOneAdmin();
      await tx.query('UPDATE staff SET name = $2, role = $3, locale = $4, version = version + 1 WHERE id = $1', [
        staffId,
        after.name,
        after.role,
        after.locale,
      ]);
      const teams = teamIds ? await setTeamsOf(tx, staffId, teamIds) : { before: [], after: [] };
      const changes = differences(told(staff, teams.before), told(after, teams.after));
      if (Object.keys(changes).length > 0) await this.record(tx, actor, 'updated', after, changes);
      return await this.roster.find(staffId, tx);
    });
  }

  /**
   * From now on they may do nothing: sessions end, sockets within seconds, links at once. They lead no team and manage no
   * duty any more; their cases go back to the queues by `staff.disabled`.
   */
  async disable(actor: AuditActor, staffId: string): Promise<StaffRecordView> {
    return await this.database.transaction(async (tx) => {
      const { staff, keepOneAdmin } = await lockWithAdmins(tx, actor, staffId);
      keepOneAdmin();
      if (staff.disabled) return await this.roster.find(staffId, tx);
      await tx.query('UPDATE staff SET disabled_at = desk_now(), version = version + 1 WHERE id = $1', [staffId]);
      await this.sessions.revokeAll(tx, staffId);
      await this.links.withdraw(tx, staffId);
      await this.record(tx, actor, 'disabled', staff);
      await this.relieve(tx, actor, staffId);
      await this.outbox.add(tx, StaffDisabled(staffKey(staffId), { staffId }));
      return await this.roster.find(staffId, tx);
    });
  }

  async enable(actor: AuditActor, staffId: string): Promise<StaffRecordView> {
    return await this.database.transaction(async (tx) => {
      const { staff } = await lockWithAdmins(tx, actor, staffId);
      if (staff.disabled) {
        await tx.query('UPDATE staff SET disabled_at = NULL, version = version + 1 WHERE id = $1', [staffId]);
        await this.record(tx, actor, 'enabled', staff);
      }
      return await this.roster.find(staffId, tx);
    });
  }

  /** Signs them out everywhere. */
  async endSessions(actor: AuditActor, staffId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { staff } = await lockWithAdmins(tx, actor, staffId);
      await this.sessions.revokeAll(tx, staffId);
      await this.record(tx, actor, 'sessions_ended', staff);
    });
  }

  /** For who has lost app and recovery codes: the password alone signs in again. */
  async resetSecondFactor(actor: AuditActor, staffId: string): Promise<StaffRecordView> {
    return await this.database.transaction(async (tx) => {
      const { staff } = await lockWithAdmins(tx, actor, staffId);
      if (await this.secondFactors.remove(tx, staffId)) await this.record(tx, actor, 'second_factor_reset', staff);
      return await this.roster.find(staffId, tx);
    });
  }

  private async relieve(tx: Transaction, actor: AuditActor, staffId: string): Promise<void> {
    const teams = await tx.query<{ id: string; key: string; lead: boolean; duty: boolean }>(
      `SELECT id, key, coalesce(lead_id = $1, false) AS lead, coalesce(duty_manager_id = $1, false) AS duty
       FROM teams WHERE $1 IN (lead_id, duty_manager_id) ORDER BY id FOR NO KEY UPDATE`,
      [staffId],
    );
    for (const { id, key, lead, duty } of teams) {
      await tx.query(
        `UPDATE teams SET lead_id = nullif(lead_id, $2), duty_manager_id = nullif(duty_manager_id, $2), version = version + 1
         WHERE id = $1`,
        [id, staffId],
      );
      const before = { ...(lead && { lead: staffId }), ...(duty && { dutyManager: staffId }) };
      const subject = { kind: 'team', id, label: key };
      await this.audit.record(tx, { actor, action: 'team.updated', subject, changes: differences(before, {}) });
    }
  }

  private async record(
    tx: Transaction,
    actor: AuditActor,
    deed: string,
    staff: { id: string; name: string },
    changes = {},
  ): Promise<void> {
    await this.audit.record(tx, { actor, action: `staff.${deed}`, subject: staffSubject(staff), changes });
  }
}

const told = ({ name, role, locale }: LockedStaff, teams: string[]) => ({ name, role, locale, teams });

const TAKEN = {
  'zh-CN': '这个邮箱已有账号。请在员工列表中搜索；已停用的可以重新启用。',
  en: 'This address has an account already. Look it up in the list; a disabled one can be enabled again.',
};
const DISABLED = {
  'zh-CN': '账号已停用。请先启用，再生成链接。',
  en: 'This account is disabled. Enable it first, then make a link.',
};
