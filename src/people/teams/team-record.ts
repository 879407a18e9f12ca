import type { LocalizedText, TeamRecordView } from '../../contract/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { oneAtATime } from '../administration/one-at-a-time.js';

export interface TeamRow {
  id: string;
  key: string;
  name: LocalizedText;
  leadId: string | null;
  dutyManagerId: string | null;
  memberIds: string[];
  timeZone: string;
  archived: boolean;
  version: number;
  [column: string]: unknown;
}

/** Append `WHERE …`. */
export const TEAM_RECORD = `
  SELECT t.id, t.key, t.name, t.lead_id AS "leadId", t.duty_manager_id AS "dutyManagerId", t.time_zone AS "timeZone",
         t.archived_at IS NOT NULL AS archived, t.version,
         ARRAY(SELECT m.staff_id FROM team_members m WHERE m.team_id = t.id ORDER BY 1) AS "memberIds"
  FROM teams t`;

export function teamRecordView({ leadId, dutyManagerId, ...row }: TeamRow): TeamRecordView {
  return { ...row, ...(leadId && { leadId }), ...(dutyManagerId && { dutyManagerId }) };
}

/**
 * @param against `edits`; or `work` too: then it waits for whoever is about to give the team a case, and they for it
 * @throws DeskError `not_found`
 */
export async function lockTeam(tx: Transaction, id: string, against: 'edits' | 'work' = 'edits'): Promise<TeamRow> {
  await oneAtATime(tx);
  const mode = against === 'work' ? 'UPDATE' : 'NO KEY UPDATE';
  const row = await tx.one<TeamRow>(`${TEAM_RECORD} WHERE t.id = $1 FOR ${mode} OF t`, [id]);
  if (!row) throw new DeskError('not_found');
  return row;
}
