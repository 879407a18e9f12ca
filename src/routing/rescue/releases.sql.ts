const IS_DUE =
  'w.released_at IS NULL AND w.waiting_since <= desk_now() - make_interval(mins => r.release_after_minutes)';

/** Cases that have waited for their customer for longer than their team keeps room for them, at most $1 of a team. */
export const LONG_WAITING = `
  SELECT due.ticket_id AS "ticketId" FROM team_routing r
  CROSS JOIN LATERAL (
    SELECT w.ticket_id FROM work_in_hand w WHERE w.team_id = r.team_id AND w.waiting_since IS NOT NULL AND ${IS_DUE}
    ORDER BY w.waiting_since LIMIT $1) due
  WHERE r.release_after_minutes IS NOT NULL`;

/** Those of the tickets $1 that nobody has in hand: from here to COMMIT nobody takes them away, and counts their units twice. */
export const LOCK_WAITING = `
  SELECT id FROM tickets WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`;

/** Of the tickets $1, locked by now, those that are still due. Profiles are locked by id, as everywhere. */
export const GIVE_BACK_UNITS = `
  WITH released AS (
    UPDATE work_in_hand w SET released_at = desk_now() FROM team_routing r
    WHERE w.ticket_id = ANY($1::uuid[]) AND r.team_id = w.team_id AND w.waiting_since IS NOT NULL AND ${IS_DUE}
    RETURNING w.staff_id, w.kind, w.units
  ), people AS MATERIALIZED (
    SELECT p.staff_id FROM agent_profiles p WHERE p.staff_id IN (SELECT staff_id FROM released) ORDER BY p.staff_id FOR UPDATE
  )
  SELECT staff_id AS "staffId", add_agent_load(staff_id, kind, -units) FROM released
  WHERE staff_id IN (SELECT staff_id FROM people)`;
