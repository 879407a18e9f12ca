import { Injectable } from '@nestjs/common';
import type { Locale, StaffLinkView, StaffRecordView, StaffRole } from '../../contract/index.js';
import { Audit, type AuditActor, differences } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { SecondFactors } from '../account/second-factors.service.js';
import { StaffLinks } from '../links/staff-links.service.js';
import { newSecret } from '../secrets.js';
import { hashPassword } from '../sessions/passwords.js';
import { revokeSessions } from '../sessions/revoke-sessions.js';
import { staffDeed } from '../staff/staff-deed.js';
import { setTeamsOf } from './memberships.js';
import { oneAtATime } from './one-at-a-time.js';
import { Roster } from './roster.service.js';
import { lockWithAdmins } from './standing-admins.js';

const LONGEST_NAME = 60;

export interface Invitation {
  /** In any case. */
  email: string;
  /** Default: what stands before the @, until they give their own. */
  name?: string;
  role: StaffRole;
  locale: Locale;
  teamIds: readonly string[];
}

/** How people get in: invitations, new passwords, sessions, the second factor. Every verb stands in the audit log. */
@Injectable()
export class StaffKeys {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly links: StaffLinks,
    private readonly secondFactors: SecondFactors,
    private readonly roster: Roster,
  ) {}

  /** @throws DeskError `invalid_input` when the address has a place here already */
  async invite(
    actor: AuditActor,
    { role, locale, teamIds, ...person }: Invitation,
  ): Promise<{ staff: StaffRecordView; link: StaffLinkView }> {
    const [id, email] = [newId(), person.email.toLowerCase()];
    const name = person.name ?? email.slice(0, Math.min(email.indexOf('@'), LONGEST_NAME));
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
      await this.audit.record(
        tx,
        staffDeed(actor, 'invited', { id, name }, differences({}, { email, name, role, teams: teams.after })),
      );
      return { staff: await this.roster.find(id, tx), link };
    });
  }

  /** Another link to join, or one to set a new password; the link before it works no more. */
  async issueLink(actor: AuditActor, staffId: string): Promise<StaffLinkView> {
    return await this.database.transaction(async (tx) => {
      const { staff } = await lockWithAdmins(tx, actor, staffId);
      if (staff.disabled) throw new DeskError('forbidden', { detail: DISABLED });
      const link = await this.links.issue(tx, staffId, staff.joined ? 'password_reset' : 'invitation');
      await this.audit.record(tx, staffDeed(actor, staff.joined ? 'password_link_issued' : 'invitation_issued', staff));
      return link;
    });
  }

  /** Signs them out everywhere. */
  async endSessions(actor: AuditActor, staffId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { staff } = await lockWithAdmins(tx, actor, staffId);
      await revokeSessions(tx, staffId);
      await this.audit.record(tx, staffDeed(actor, 'sessions_ended', staff));
    });
  }

  /** For who has lost app and recovery codes: the password alone signs in again. */
  async resetSecondFactor(actor: AuditActor, staffId: string): Promise<StaffRecordView> {
    return await this.database.transaction(async (tx) => {
      const { staff } = await lockWithAdmins(tx, actor, staffId);
      if (await this.secondFactors.remove(tx, staffId))
        await this.audit.record(tx, staffDeed(actor, 'second_factor_reset', staff));
      return await this.roster.find(staffId, tx);
    });
  }
}

const TAKEN = {
  'zh-CN': '这个邮箱已有账号。请在员工列表中搜索；已停用的可以重新启用。',
  en: 'This address has an account already. Look it up in the list; a disabled one can be enabled again.',
};
const DISABLED = {
  'zh-CN': '账号已停用。请先启用，再生成链接。',
  en: 'This account is disabled. Enable it first, then make a link.',
};
