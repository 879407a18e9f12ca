import type { Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';

/**
 * Puts somebody into exactly these teams. Teams whose members change count as edited, so that an open form of one of them
 * does not undo it.
 * @returns keys of the teams before and after
 * @throws DeskError `invalid_input` for a team that does not exist, or is archived and not theirs already
 */
export async function setTeamsOf(
  tx: Transaction,
  staffId: string,
  teamIds: readonly string[],
): Promise<{ before: string[]; after: string[] }> {
  const rows = await tx.query<{ id: string; key: string; was: boolean; wanted: boolean; open: boolean }>(
    `SELECT t.id, t.key, t.archived_at IS NULL AS open, t.id = ANY($2::uuid[]) AS wanted,
            EXISTS (SELECT FROM team_members m WHERE m.team_id = t.id AND m.staff_id = $1) AS was
     FROM teams t WHERE t.id = ANY($2::uuid[]) OR EXISTS (
       SELECT FROM team_members m WHERE m.team_id = t.id AND m.staff_id = $1)
     ORDER BY t.key FOR NO KEY UPDATE OF t`,
    [staffId, teamIds],
  );
  const usable = rows.filter(({ wanted, was, open }) => wanted && (was || open));
  if (usable.length !== new Set(teamIds).size)
    throw new DeskError('invalid_input', { errors: [{ path: 'teamIds', message: 'no such team, or archived' }] });
  const changed = rows.filter(({ was, wanted }) => was !== wanted).map(({ id }) => id);
  await tx.query('DELETE FROM team_members WHERE staff_id = $1 AND NOT team_id = ANY($2::uuid[])', [staffId, teamIds]);
  await tx.query(
    `INSERT INTO team_members (team_id, staff_id) SELECT id, $1 FROM unnest($2::uuid[]) AS wanted (id)
     ON CONFLICT DO NOTHING`,
    [staffId, teamIds],
  );
  await tx.query('UPDATE teams SET version = version + 1 WHERE id = ANY($1::uuid[])', [changed]);
  const keys = (of: 'was' | 'wanted') => rows.filter((row) => row[of]).map(({ key }) => key);
  return { before: keys('was'), after: keys('wanted') };
}
