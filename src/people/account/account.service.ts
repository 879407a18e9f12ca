import { Injectable } from '@nestjs/common';
import type { AccountView, Locale, SecondFactorSetupView, StaffRole, StaffSessionView } from '../../contract/index.js';
import { Audit, type AuditEntry, type Changes, differences } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { StaffLinks } from '../links/staff-links.service.js';
import { auditActor, type StaffPrincipal } from '../principals.js';
import { hashPassword } from '../sessions/passwords.js';
import { revokeSessions } from '../sessions/revoke-sessions.js';
import { StaffSessions } from '../sessions/staff-sessions.service.js';
import { staffDeed } from '../staff/staff-deed.js';
import { SecondFactors } from './second-factors.service.js';

interface AccountRow {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  locale: Locale;
  version: number;
  [column: string]: unknown;
}

const ACCOUNT = 'SELECT id, name, email, role, locale, version FROM staff WHERE id = $1';

const ownDeed = (staff: StaffPrincipal, deed: string, changes?: Changes): AuditEntry =>
  staffDeed(auditActor(staff), deed, { id: staff.staffId, name: staff.name }, changes);

/** What everybody of the staff does with their own account. Whatever weakens or moves its locks asks for the password. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly sessions: StaffSessions,
    private readonly secondFactors: SecondFactors,
    private readonly links: StaffLinks,
  ) {}

  async show({ staffId }: StaffPrincipal): Promise<AccountView> {
    const row = await this.database.one<AccountRow>(ACCOUNT, [staffId]);
    if (!row) throw new DeskError('not_found');
    return { ...row, secondFactor: await this.secondFactors.state(staffId) };
  }

  /** @throws DeskError `conflict` */
  async edit(
    staff: StaffPrincipal,
    { version, ...patch }: { version: number; name?: string; locale?: Locale },
  ): Promise<AccountView> {
    await this.database.transaction(async (tx) => {
      const before = await tx.one<AccountRow>(`${ACCOUNT} FOR NO KEY UPDATE`, [staff.staffId]);
      if (before?.version !== version) throw new DeskError('conflict');
      const after = { ...before, ...patch };
      await tx.query('UPDATE staff SET name = $2, locale = $3, version = version + 1 WHERE id = $1', [
        staff.staffId,
        after.name,
        after.locale,
      ]);
      const changes = differences(before, after);
      if (Object.keys(changes).length > 0) await this.audit.record(tx, ownDeed(staff, 'updated', changes));
    });
    return await this.show(staff);
  }

  /** Ends all other sessions, and a link that would set another. @throws DeskError `wrong_credentials`, `too_many_requests` */
  async changePassword(staff: StaffPrincipal, passwords: { current: string; password: string }): Promise<void> {
    await this.sessions.confirmPassword(staff.staffId, passwords.current);
    const hash = await hashPassword(passwords.password);
    await this.database.transaction(async (tx) => {
      await tx.query('UPDATE staff SET password_hash = $2 WHERE id = $1', [staff.staffId, hash]);
      await this.links.withdraw(tx, staff.staffId);
      await revokeSessions(tx, staff.staffId, staff.sessionId);
      await this.audit.record(tx, ownDeed(staff, 'password_changed'));
    });
  }

  /** @throws DeskError `wrong_credentials`, `too_many_requests`, `conflict` when there is a second factor already */
  async beginSecondFactor(staff: StaffPrincipal, password: string): Promise<SecondFactorSetupView> {
    await this.sessions.confirmPassword(staff.staffId, password);
    const { email } = await this.show(staff);
    return await this.secondFactors.begin(staff.staffId, email);
  }

  /** @throws DeskError `wrong_code`, `conflict` when none was begun */
  async confirmSecondFactor(staff: StaffPrincipal, code: string): Promise<{ recoveryCodes: string[] }> {
    return await this.database.transaction(async (tx) => {
      const recoveryCodes = await this.secondFactors.confirm(tx, staff.staffId, code);
      await this.audit.record(tx, ownDeed(staff, 'second_factor_enabled'));
      return { recoveryCodes };
    });
  }

  /** @throws DeskError `wrong_credentials`, `too_many_requests` */
  async removeSecondFactor(staff: StaffPrincipal, password: string): Promise<void> {
    await this.sessions.confirmPassword(staff.staffId, password);
    await this.database.transaction(async (tx) => {
      if (await this.secondFactors.remove(tx, staff.staffId))
        await this.audit.record(tx, ownDeed(staff, 'second_factor_removed'));
    });
  }

  async openSessions(staff: StaffPrincipal): Promise<StaffSessionView[]> {
    const sessions = await this.sessions.of(staff.staffId);
    return sessions.map(({ id, address, userAgent, createdAt, lastSeenAt }) => ({
      id,
      current: id === staff.sessionId,
      address,
      userAgent,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    }));
  }

  async endSession({ staffId }: StaffPrincipal, sessionId: string): Promise<void> {
    await this.sessions.revokeOwn(staffId, sessionId);
  }

  async endOtherSessions({ staffId, sessionId }: StaffPrincipal): Promise<void> {
    await this.database.transaction((tx) => revokeSessions(tx, staffId, sessionId));
  }
}
