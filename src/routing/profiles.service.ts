import { Injectable } from '@nestjs/common';
import type { AssignableStaffView, Presence } from '../contract/index.js';
import { Database } from '../platform/db/index.js';

export interface Profile {
  staffId: string;
  /** Units, 0 to 100. */
  capacity: number;
  /** Category keys and languages; empty: anything. */
  skills: string[];
}

/** How much people can hold and what they are good at. */
@Injectable()
export class Profiles {
  constructor(private readonly database: Database) {}

  /** Everybody has one from the moment they join, see the migration. */
  async save({ staffId, capacity, skills }: Profile): Promise<void> {
    await this.database.query('UPDATE agent_profiles SET capacity = $2, skills = $3 WHERE staff_id = $1', [
      staffId,
      capacity,
      skills,
    ]);
  }

  /** Who could be given a ticket, the freest first. @param teamId of this team alone */
  async assignable(teamId?: string): Promise<AssignableStaffView[]> {
    return await this.database.query<AssignableStaffView & { presence: Presence; [column: string]: unknown }>(
      `SELECT f.id, f.name, ARRAY(SELECT m.team_id FROM team_members m WHERE m.staff_id = f.id ORDER BY 1) AS "teamIds",
              coalesce(s.presence, 'offline') AS presence, p.load, p.capacity
       FROM staff f LEFT JOIN presences s ON s.staff_id = f.id JOIN agent_profiles p ON p.staff_id = f.id
       WHERE f.disabled_at IS NULL AND EXISTS (
         SELECT 1 FROM team_members m WHERE m.staff_id = f.id AND ($1::uuid IS NULL OR m.team_id = $1))
       ORDER BY coalesce(s.presence, 'offline') = 'online' DESC,
                coalesce(p.load::real / nullif(p.capacity, 0), 1), f.name, f.id LIMIT 500`,
      [teamId ?? null],
    );
  }
}
