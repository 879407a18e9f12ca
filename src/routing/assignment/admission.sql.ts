import { CAPACITY_FOR, HAS_UNITS } from './fitness.sql.js';

/** In a surge of any of their teams they hold more. */
const OWN_TEAMS = 'SELECT m.team_id FROM team_members m WHERE m.staff_id = p.staff_id';

/**
 * What giving the ticket $2 to the person $1 would ask of them, and what they have. Locks their profile and that of who has it
 * now, or fails at once. As PostgreSQL reads a locked row in its newest version, no other gift can come in between.
 */
export const ADMIT = `
  WITH asks AS MATERIALIZED (
    SELECT kind, work_units(kind) AS units, waits FROM (
      SELECT coalesce((
               SELECT work_kind(c.channel) FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id
               WHERE tc.ticket_id = t.id ORDER BY c.created_at LIMIT 1), CASE WHEN t.internal THEN 'form' ELSE 'chat' END) AS kind,
             t.status IN ('new', 'open') AND EXISTS (
               SELECT FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id
               WHERE tc.ticket_id = t.id AND c.awaiting_reply_since IS NOT NULL) AS waits
      FROM tickets t WHERE t.id = $2) asked
  )
  SELECT p.staff_id AS id, asks.kind, asks.waits, ${HAS_UNITS('asks', 'p', CAPACITY_FOR(OWN_TEAMS))} AS room,
         coalesce(asks.kind = ANY(s.paused_kinds), false) AS paused, coalesce(s.presence, 'offline') AS presence
  FROM agent_profiles p CROSS JOIN asks LEFT JOIN presences s ON s.staff_id = p.staff_id
  WHERE p.staff_id = $1 OR p.staff_id = (SELECT assignee_id FROM tickets WHERE id = $2)
  FOR UPDATE OF p NOWAIT`;

/** Whoever takes a case ($1) is there: 忙碌 from now on, if they were offline. A row comes back then. */
export const COME_IN = `
  INSERT INTO presences AS p (staff_id, presence) VALUES ($1, 'busy')
  ON CONFLICT (staff_id) DO UPDATE SET presence = 'busy', because = 'self', set_by = NULL, since = desk_now(),
    last_seen_at = desk_now(), last_active_at = desk_now()
  WHERE p.presence = 'offline' RETURNING staff_id`;
