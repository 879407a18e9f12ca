import { Injectable } from '@nestjs/common';
import type { Locale, LocalizedText, StaffRole, StaffView, TeamView } from '../../contract/index.js';
import { Database } from '../../platform/db/index.js';

/** A team with those who answer for it. */
export interface TeamRecord extends TeamView {
  leadId: string | null;
  dutyManagerId: string | null;
}

type StaffRow = { id: string; name: string; email: string; role: StaffRole; locale: Locale; teamIds: string[] };
type TeamRow = { id: string; key: string; name: LocalizedText; leadId: string | null; dutyManagerId: string | null };

const TEAM = 'SELECT id, key, name, lead_id AS "leadId", duty_manager_id AS "dutyManagerId" FROM teams';
const STAFF = `
  SELECT s.id, s.name, s.email, s.role, s.locale,
         ARRAY(SELECT m.team_id FROM team_members m WHERE m.staff_id = s.id ORDER BY m.team_id) AS "teamIds"
    FROM staff s`;

/** Who works here. */
@Injectable()
export class Directory {
  constructor(private readonly database: Database) {}

  /** All teams, by key. */
  teams(): Promise<TeamRecord[]> {
    return this.database.query<TeamRow>(`${TEAM} ORDER BY key`);
  }

  teamByKey(key: string): Promise<TeamRecord | undefined> {
    return this.database.one<TeamRow>(`${TEAM} WHERE key = $1`, [key]);
  }

  /** @param ids these, also when disabled; left out: everybody who is not */
  staff(ids?: readonly string[]): Promise<StaffView[]> {
    return ids
      ? this.database.query<StaffRow>(`${STAFF} WHERE s.id = ANY($1::uuid[]) ORDER BY s.name, s.id`, [ids])
      : this.database.query<StaffRow>(`${STAFF} WHERE s.disabled_at IS NULL ORDER BY s.name, s.id`);
  }

  /** Names by staff id; unknown ids are left out. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; name: string }>(
      'SELECT id, name FROM staff WHERE id = ANY($1::uuid[])',
      [[...new Set(ids)]],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
