import { Injectable } from '@nestjs/common';
import type { Locale, StaffRecordView, StaffRole } from '../../contract/index.js';
import { Audit, type AuditActor, differences } from '../../platform/audit/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { StaffLinks } from '../links/staff-links.service.js';
import { revokeSessions } from '../sessions/revoke-sessions.js';
import { staffDeed } from '../staff/staff-deed.js';
import { setTeamsOf } from './memberships.js';
import { Roster } from './roster.service.js';
import { StaffDisabled, staffKey } from './staff.events.js';
import { type LockedStaff, lockWithAdmins } from './standing-admins.js';

export interface StaffEdit {
  /** That the editor saw. */
  version: number;
  name?: string;
  role?: StaffRole;
  locale?: Locale;
  teamIds?: readonly string[];
}

/** Who works here, in which role and teams. Every verb stands in the audit log with its change. */
@Injectable()
export class StaffAdministration {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly links: StaffLinks,
    private readonly roster: Roster,
  ) {}

  /** @throws DeskError `conflict`, `forbidden` for one's own role and the last administrator's */
  async edit(actor: AuditActor, staffId: string, { version, teamIds, ...patch }: StaffEdit): Promise<StaffRecordView> {
    return await this.database.transaction(async (tx) => {
      const { staff, keepOneAdmin } = await lockWithAdmins(tx, actor, staffId);
      if (staff.version !== version) throw new DeskError('conflict');
      const after = { ...staff, ...patch };
      if (staff.role === 'admin' && after.role !== 'admin') keepOneAdmin();
      const teams = teamIds ? await setTeamsOf(tx, staffId, teamIds) : { before: [], after: [] };
      const changes = differences(told(staff, teams.before), told(after, teams.after));
      if (Object.keys(changes).length > 0) {
        await tx.query('UPDATE staff SET name = $2, role = $3, locale = $4, version = version + 1 WHERE id = $1', [
          staffId,
          after.name,
          after.role,
          after.locale,
        ]);
        await this.audit.record(tx, staffDeed(actor, 'updated', after, changes));
      }
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
      await revokeSessions(tx, staffId);
      await this.links.withdraw(tx, staffId);
      await this.audit.record(tx, staffDeed(actor, 'disabled', staff));
      await this.relieve(tx, actor, staff);
      await this.outbox.add(tx, StaffDisabled(staffKey(staffId), { staffId }));
      return await this.roster.find(staffId, tx);
    });
  }

  async enable(actor: AuditActor, staffId: string): Promise<StaffRecordView> {
    return await this.database.transaction(async (tx) => {
      const { staff } = await lockWithAdmins(tx, actor, staffId);
      if (staff.disabled) {
        await tx.query('UPDATE staff SET disabled_at = NULL, version = version + 1 WHERE id = $1', [staffId]);
        await this.audit.record(tx, staffDeed(actor, 'enabled', staff));
      }
      return await this.roster.find(staffId, tx);
    });
  }

  private async relieve(tx: Transaction, actor: AuditActor, { id: staffId, name }: LockedStaff): Promise<void> {
    const teams = await tx.query<{ id: string; label: string; lead: boolean; duty: boolean }>(
      `SELECT id, name->>'zh-CN' AS label, coalesce(lead_id = $1, false) AS lead, coalesce(duty_manager_id = $1, false) AS duty
       FROM teams WHERE $1 IN (lead_id, duty_manager_id) ORDER BY id FOR NO KEY UPDATE`,
      [staffId],
    );
    for (const { id, label, lead, duty } of teams) {
      await tx.query(
        `UPDATE teams SET lead_id = nullif(lead_id, $2), duty_manager_id = nullif(duty_manager_id, $2), version = version + 1
         WHERE id = $1`,
        [id, staffId],
      );
      const before = { ...(lead && { lead: name }), ...(duty && { dutyManager: name }) };
      const subject = { kind: 'team', id, label };
      await this.audit.record(tx, { actor, action: 'team.updated', subject, changes: differences(before, {}) });
    }
  }
}

const told = ({ name, role, locale }: LockedStaff, teams: string[]) => ({ name, role, locale, teams });
