import { Injectable } from '@nestjs/common';
import type { AgentProfileView, AssignableStaffView, Presence } from '../../contract/index.js';
import { staffDeed } from '../../people/index.js';
import { Audit, type AuditActor, differences } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Dispatch } from '../assignment/dispatch.service.js';

export interface Profile {
  staffId: string;
  /** Units, 0 to 100. */
  capacity: number;
  /** Proficiency from 0 to 100 by skill, e.g. `language:en`. */
  skills: Record<string, number>;
}

type ProfileEdit = Pick<AgentProfileView, 'version' | 'capacity' | 'kindLimits' | 'skills'>;

/** How much people can hold and what they are good at. */
@Injectable()
export class Profiles {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly dispatch: Dispatch,
  ) {}

  /** @throws DeskError `not_found` */
  async of(staffId: string): Promise<AgentProfileView> {
    const row = await this.database.one<AgentProfileView & { [column: string]: unknown }>(
      `SELECT capacity, load, kind_limits AS "kindLimits", kind_loads AS "kindLoads", skills, version
       FROM agent_profiles WHERE staff_id = $1`,
      [staffId],
    );
    if (!row) throw new DeskError('not_found');
    return row;
  }

  /** More room is used at once; less takes nothing away. @throws DeskError `not_found`, `conflict` */
  async edit(actor: AuditActor, staffId: string, { version, ...wanted }: ProfileEdit): Promise<AgentProfileView> {
    await this.database.transaction(async (tx) => {
      const before = await tx.one<ProfileEdit & { name: string }>(
        `SELECT s.name, p.capacity, p.kind_limits AS "kindLimits", p.skills, p.version FROM agent_profiles p JOIN staff s ON s.id = p.staff_id
         WHERE p.staff_id = $1 FOR UPDATE OF p`,
        [staffId],
      );
      if (!before) throw new DeskError('not_found');
      if (before.version !== version) throw new DeskError('conflict');
      await tx.query(
        `UPDATE agent_profiles SET capacity = $2, kind_limits = $3, skills = $4, version = version + 1 WHERE staff_id = $1`,
        [staffId, wanted.capacity, JSON.stringify(wanted.kindLimits), JSON.stringify(wanted.skills)],
      );
      const { name, capacity, kindLimits, skills } = before;
      const changes = differences({ capacity, kindLimits, skills }, wanted);
      if (Object.keys(changes).length > 0)
        await this.audit.record(tx, staffDeed(actor, 'profile_updated', { id: staffId, name }, changes));
      tx.afterCommit(() => void this.dispatch.wakeTeamsOf(staffId));
    });
    return await this.of(staffId);
  }

  /** Everybody has one from the moment they join, see the migration. */
  async save({ staffId, capacity, skills }: Profile): Promise<void> {
    await this.database.query('UPDATE agent_profiles SET capacity = $2, skills = $3 WHERE staff_id = $1', [
      staffId,
      capacity,
      JSON.stringify(skills),
    ]);
  }

  /** Who could be given a ticket, the freest first. @param teamId of this team alone */
  async assignable(teamId?: string): Promise<AssignableStaffView[]> {
    return await this.database.query<AssignableStaffView & { presence: Presence; [column: string]: unknown }>(
      `SELECT f.id, f.name, ARRAY(SELECT m.team_id FROM team_members m WHERE m.staff_id = f.id ORDER BY 1) AS "teamIds",
              coalesce(s.presence, 'offline') AS presence, p.load, p.capacity
       FROM staff f LEFT JOIN presences s ON s.staff_id = f.id JOIN agent_profiles p ON p.staff_id = f.id
       WHERE f.disabled_at IS NULL AND f.joined_at IS NOT NULL AND EXISTS (
         SELECT 1 FROM team_members m WHERE m.staff_id = f.id AND ($1::uuid IS NULL OR m.team_id = $1))
       ORDER BY coalesce(s.presence, 'offline') = 'online' DESC,
                coalesce(p.load::real / nullif(p.capacity, 0), 1), f.name, f.id LIMIT 500`,
      [teamId ?? null],
    );
  }
}
