import type { StaffPrincipal } from '../../people/index.js';
import type { Transaction } from '../../platform/db/index.js';

/** The most used first, then by title as it is spoken. */
export const BY_USE = 'ORDER BY c.uses DESC, c.pinyin, c.id';

/** For all teams, or for one of these. $1 the teams; null: every one. */
export const FOR_TEAMS = '($1::uuid[] IS NULL OR c.team_id IS NULL OR c.team_id = ANY($1::uuid[]))';

/** $1 the teams of whoever uses it. */
export const FOR_READER = `c.archived_at IS NULL AND ${FOR_TEAMS}`;

export const teamsOf = (staff: StaffPrincipal): readonly string[] | null =>
  staff.role === 'admin' ? null : staff.teamIds;

/** Those for all teams are everybody's to keep who keeps a team. */
export const mayKeep = (by: StaffPrincipal, teamId: string | undefined): boolean =>
  by.role === 'admin' || teamId === undefined || by.teamIds.includes(teamId);

export const isTeam = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.one('SELECT 1 AS found FROM teams WHERE id = $1 AND archived_at IS NULL FOR KEY SHARE', [id])) !==
  undefined;
