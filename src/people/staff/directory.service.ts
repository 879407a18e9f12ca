import { Injectable } from '@nestjs/common';
import type { Locale, LocalizedText, StaffRole, StaffView, TeamView } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import type { StaffPrincipal } from '../principals.js';
import { hashPassword } from '../sessions/passwords.js';

/** A team with those who answer for it. */
export interface TeamRecord extends TeamView {
  leadId: string | null;
  dutyManagerId: string | null;
}

type StaffRow = { id: string; name: string; email: string; role: StaffRole; locale: Locale; teamIds: string[] };
type TeamRow = {
  id: string;
  key: string;
  name: LocalizedText;
  archived: boolean;
  leadId: string | null;
  dutyManagerId: string | null;
};

const TEAM = `SELECT id, key, name, archived_at IS NOT NULL AS archived, lead_id AS "leadId",
  duty_manager_id AS "dutyManagerId" FROM teams`;
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

  /** Whether there is such a team that gets work. It is not archived before `tx` has ended. */
  async holdOpenTeam(tx: Transaction, key: string): Promise<boolean> {
    const team = await tx.one('SELECT id FROM teams WHERE key = $1 AND archived_at IS NULL FOR KEY SHARE', [key]);
    return team !== undefined;
  }

  /** @param ids these, also when disabled; left out: everybody who is not */
  staff(ids?: readonly string[]): Promise<StaffView[]> {
    return ids
      ? this.database.query<StaffRow>(`${STAFF} WHERE s.id = ANY($1::uuid[]) ORDER BY s.name, s.id`, [ids])
      : this.database.query<StaffRow>(`${STAFF} WHERE s.disabled_at IS NULL ORDER BY s.name, s.id`);
  }

  /** Who somebody is at this moment, for what is done in their name while they are elsewhere; undefined once they are disabled. */
  working(
    tx: Transaction,
    staffId: string,
  ): Promise<Pick<StaffPrincipal, 'staffId' | 'name' | 'role' | 'teamIds'> | undefined> {
    return tx.one(
      `SELECT s.id AS "staffId", s.name, s.role,
              ARRAY(SELECT m.team_id FROM team_members m WHERE m.staff_id = s.id ORDER BY m.team_id) AS "teamIds"
         FROM staff s WHERE s.id = $1 AND s.disabled_at IS NULL`,
      [staffId],
    );
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

  /**
   * Adds the team, or brings its name and those who answer for it up to date; what an administrator has changed stays.
   * @returns its id
   */
  async saveTeam(team: { key: string; name: LocalizedText; leadId?: string; dutyManagerId?: string }): Promise<string> {
    await this.database.query(
      `INSERT INTO teams (id, key, name, lead_id, duty_manager_id) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (key) DO UPDATE SET name = excluded.name, lead_id = excluded.lead_id,
                                       duty_manager_id = excluded.duty_manager_id WHERE teams.version = 1`,
      [newId(), team.key, team.name, team.leadId ?? null, team.dutyManagerId ?? null],
    );
    const row = await this.database.one<{ id: string }>('SELECT id FROM teams WHERE key = $1', [team.key]);
    return (row as { id: string }).id;
  }

  /**
   * Gives somebody a place in the console. An e-mail address that has one keeps it as it is.
   * @param person.password in clear; only its hash is kept
   * @returns the id of the person with this address, and whether they are new
   */
  async hire(person: {
    email: string;
    name: string;
    role: StaffRole;
    locale: Locale;
    password: string;
    teamIds: readonly string[];
  }): Promise<{ id: string; hired: boolean }> {
    const email = person.email.toLowerCase();
    const known = await this.database.one<{ id: string }>('SELECT id FROM staff WHERE email = $1', [email]);
    if (known) return { id: known.id, hired: false };
    const passwordHash = await hashPassword(person.password);
    return this.database.transaction(async (tx) => {
      const id = newId();
      await tx.query(
        'INSERT INTO staff (id, email, name, role, password_hash, locale) VALUES ($1, $2, $3, $4, $5, $6)',
        [id, email, person.name, person.role, passwordHash, person.locale],
      );
      await tx.query('INSERT INTO team_members (team_id, staff_id) SELECT unnest($1::uuid[]), $2', [
        person.teamIds,
        id,
      ]);
      return { id, hired: true };
    });
  }
}
