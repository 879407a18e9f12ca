import type { Transaction } from '../../platform/db/index.js';

/** Ends all of this person's sessions, save one; their sockets go within seconds. @returns how many */
export async function revokeSessions(tx: Transaction, staffId: string, exceptSessionId?: string): Promise<number> {
  const ended = await tx.query(
    `UPDATE staff_sessions SET revoked_at = desk_now()
     WHERE staff_id = $1 AND revoked_at IS NULL AND id IS DISTINCT FROM $2::uuid RETURNING id`,
    [staffId, exceptSessionId ?? null],
  );
  return ended.length;
}
