/** Of a merge: $1 the source, $2 the target. */

/** Whoever comes with their second merge still knows only the number with which they began. */
export const MOVE_THREADS = `
  UPDATE ticket_conversations SET ticket_id = $2, origin_id = coalesce(origin_id, $1), confirmed_at = NULL WHERE ticket_id = $1`;

/**
 * Before the paths are compressed: customers of cases that were merged into the source keep what they have read of it.
 * @param shared SQL list of kinds that all customers of a case read
 */
export const KEEP_SHARED_LINES = (shared: string) => `
  INSERT INTO ticket_events (id, ticket_id, kind, actor_kind, actor_id, data, public_data, customer_visible, created_at)
  SELECT gen_random_uuid(), o.id, e.kind, e.actor_kind, e.actor_id, e.data, e.public_data, true, e.created_at
  FROM tickets o JOIN ticket_events e ON e.ticket_id = $1 AND e.customer_visible AND e.created_at > o.merged_at
  WHERE o.merged_into = $1 AND e.kind IN ${shared}`;

/** Nothing ever points to a case that was merged itself. */
export const COMPRESS = 'UPDATE tickets SET merged_into = $2, merged_at = desk_now() WHERE merged_into = $1';

export const END_SOURCE = `
  UPDATE tickets SET status = 'closed', merged_into = $2, merged_at = desk_now(), closed_at = desk_now(), parent_id = NULL,
    snoozed_until = NULL, snoozed_by = NULL, promised_at = NULL, promise_basis = NULL, version = version + 1,
    last_activity_at = desk_now()
  WHERE id = $1`;

/**
 * Tags of both; the earlier of two promises is the one to keep ($3, with its words $4). A case that was a part of the source is a
 * part of the target now, and so the target can be none of it. What has become more is put off no longer.
 */
export const ENRICH_TARGET = `
  UPDATE tickets t SET tags = ARRAY(SELECT DISTINCT tag FROM unnest(t.tags || s.tags) tag ORDER BY tag),
    promised_at = $3, promise_basis = $4, parent_id = NULLIF(t.parent_id, $1), snoozed_until = NULL, snoozed_by = NULL,
    version = t.version + 1, last_activity_at = desk_now()
  FROM tickets s WHERE t.id = $2 AND s.id = $1`;

/** Tasks hang on the target; cases on whatever the target itself is a part of, as parts have no parts. */
export const MOVE_PARTS = `
  UPDATE tickets SET parent_id = CASE WHEN internal THEN $2 ELSE coalesce((SELECT parent_id FROM tickets WHERE id = $2), $2) END
  WHERE parent_id = $1 AND id <> $2`;

/** Who watched the source watches the target; so does who had it. $3 their id, or null. */
export const MOVE_WATCHERS = `
  WITH gone AS (
    DELETE FROM ticket_watchers WHERE ticket_id = $1 RETURNING staff_id, reason
  ), had AS (
    SELECT staff_id, reason FROM gone UNION SELECT $3::uuid, 'merged' WHERE $3::uuid IS NOT NULL
  )
  INSERT INTO ticket_watchers (ticket_id, staff_id, reason)
  SELECT DISTINCT ON (staff_id) $2::uuid, staff_id, reason FROM had ORDER BY staff_id, reason
  ON CONFLICT DO NOTHING`;

/** What was linked to the source is linked to the target, and the source is its double. $3 who says so. */
export const MOVE_LINKS = `
  WITH gone AS (
    DELETE FROM ticket_links WHERE ticket_id = $1 OR other_id = $1 RETURNING *
  ), moved AS (
    SELECT CASE ticket_id WHEN $1 THEN $2::uuid ELSE ticket_id END AS ticket_id,
           CASE other_id WHEN $1 THEN $2::uuid ELSE other_id END AS other_id, kind, created_by, created_at
    FROM gone
    UNION ALL SELECT $1, $2, 'duplicate_of', $3, desk_now()
  )
  INSERT INTO ticket_links (ticket_id, other_id, kind, created_by, created_at)
  SELECT DISTINCT ON (ticket_id, other_id, kind) * FROM moved WHERE ticket_id <> other_id ORDER BY ticket_id, other_id, kind, created_at
  ON CONFLICT DO NOTHING`;

/** The customers of the source's threads, and whether each has a thread in the target that was opened as the target. */
export const NEWCOMERS = `
  SELECT tc.conversation_id AS "conversationId", c.locale, EXISTS (
           SELECT FROM ticket_conversations k JOIN conversations kc ON kc.id = k.conversation_id
           WHERE k.ticket_id = $2 AND k.origin_id IS NULL AND kc.customer_id = c.customer_id) AS "knowsTarget"
  FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id WHERE tc.ticket_id = $1 ORDER BY 1`;
