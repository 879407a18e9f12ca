/** SQL: the customer of a ticket waits for an answer of somebody of the staff. */
const CUSTOMER_WAITS = (ticketId: string) => `EXISTS (
  SELECT FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id
  WHERE tc.ticket_id = ${ticketId} AND c.awaiting_reply_since IS NOT NULL)`;

/** SQL: a case in somebody's hands (work_in_hand w) that goes back to its queue when they go: not one that waits for its customer. */
export const WOULD_RETURN = `w.waiting_since IS NULL AND ${CUSTOMER_WAITS('w.ticket_id')}`;

const PRESENCE_COLUMNS = `
  coalesce(p.presence, 'offline') AS presence, coalesce(p.paused_kinds, '{}') AS "pausedKinds", p.since,
  coalesce(p.because, 'self') AS because, setter.name AS "setBy"`;

export const PRESENCE = `
  SELECT f.id AS "staffId", ${PRESENCE_COLUMNS}
  FROM staff f LEFT JOIN presences p ON p.staff_id = f.id LEFT JOIN staff setter ON setter.id = p.set_by
  WHERE f.id = $1`;

/** $1 who, $2 the presence, $3 kinds that are paused (null: as before), $4 the supervisor by whose word, if it is not their own. */
export const SET_PRESENCE = `
  INSERT INTO presences AS p (staff_id, presence, paused_kinds, because, set_by)
  VALUES ($1, $2, coalesce($3::text[], '{}'), CASE WHEN $4::uuid IS NULL THEN 'self' ELSE 'supervisor' END, $4)
  ON CONFLICT (staff_id) DO UPDATE SET presence = $2, paused_kinds = coalesce($3, p.paused_kinds),
    because = excluded.because, set_by = excluded.set_by,
    since = CASE WHEN p.presence = $2 THEN p.since ELSE desk_now() END,
    last_seen_at = CASE WHEN $4 IS NULL THEN desk_now() ELSE p.last_seen_at END,
    last_active_at = CASE WHEN $4 IS NULL THEN desk_now() ELSE p.last_active_at END`;

/** $1 whose consoles are connected; $2 who did something, $3 how many seconds ago. Rows are locked in one order by all. */
export const SEEN = `
  WITH known AS MATERIALIZED (
    SELECT p.staff_id, p.staff_id = ANY($1::uuid[]) AS seen, a.ago
    FROM presences p LEFT JOIN unnest($2::uuid[], $3::float8[]) AS a (id, ago) ON a.id = p.staff_id
    WHERE p.staff_id = ANY($1::uuid[]) OR a.id IS NOT NULL
    ORDER BY p.staff_id FOR NO KEY UPDATE OF p
  )
  UPDATE presences p SET last_seen_at = CASE WHEN known.seen THEN desk_now() ELSE p.last_seen_at END,
    last_active_at = greatest(p.last_active_at, desk_now() - make_interval(secs => known.ago))
  FROM known WHERE p.staff_id = known.staff_id`;

/** Whoever has had no console for $1 minutes. */
export const LET_GO = `
  UPDATE presences SET presence = 'offline', since = desk_now(), because = 'lost', set_by = NULL
  WHERE staff_id IN (
    SELECT staff_id FROM presences
    WHERE presence <> 'offline' AND last_seen_at < desk_now() - make_interval(mins => $1)
    ORDER BY staff_id FOR NO KEY UPDATE SKIP LOCKED)
  RETURNING staff_id AS "staffId"`;

/** What somebody ($1) holds, and how much of it would go back if they went offline. */
export const HOLDING_OF = `
  SELECT count(*)::int AS "inHand", count(*) FILTER (WHERE ${WOULD_RETURN})::int AS "waitingForAnswer"
  FROM work_in_hand w WHERE w.staff_id = $1`;
