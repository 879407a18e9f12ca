/** Tickets with a rung that is due, the longest overdue first; `clocks_next_rung_at` gives them without a look at the rest. */
export const DUE_TICKETS = `
SELECT DISTINCT ticket_id AS "ticketId" FROM (
  SELECT ticket_id FROM clocks WHERE next_rung_at <= desk_now() ORDER BY next_rung_at LIMIT $1
) due`;

/**
 * Those of the tickets $1 that nobody else holds, locked: all their conversations by id, then the tickets themselves.
 * A ticket of which something was held is left out; what was locked of it goes at COMMIT.
 */
export const FREE_TICKETS = `
WITH conversation AS MATERIALIZED (
  SELECT c.id, tc.ticket_id FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id
  WHERE tc.ticket_id = ANY($1::uuid[]) ORDER BY c.id FOR UPDATE OF c SKIP LOCKED
), whole AS MATERIALIZED (
  SELECT t.id FROM unnest($1::uuid[]) AS t (id)
  WHERE (SELECT count(*) FROM ticket_conversations tc WHERE tc.ticket_id = t.id)
      = (SELECT count(*) FROM conversation c WHERE c.ticket_id = t.id)
)
SELECT id AS "ticketId" FROM tickets WHERE id IN (SELECT id FROM whole) ORDER BY id FOR UPDATE SKIP LOCKED`;

/**
 * The clocks of the tickets $1, locked by now, that have come to a rung. `stands`: what the clock says is true, nobody has
 * answered since it began and its target is the one of the policy $2; otherwise an event is late.
 */
export const DUE_CLOCKS = `
SELECT c.id, c.ticket_id AS "ticketId", c.kind AS "clockKind", c.next_rung AS rung,
       t.status IN ('new', 'open', 'pending', 'on_hold')
       AND c.target_seconds = ($2::jsonb -> t.tier ->> t.priority)::int
       AND NOT EXISTS (
         SELECT FROM ticket_conversations tc JOIN entries e ON e.conversation_id = tc.conversation_id
         WHERE tc.ticket_id = t.id AND e.author_kind = 'staff' AND e.kind IN ('message', 'call')
           AND e.customer_seq IS NOT NULL AND e.created_at > c.started_at + interval '1 millisecond') AS stands
FROM clocks c JOIN tickets t ON t.id = c.ticket_id
WHERE c.ticket_id = ANY($1::uuid[]) AND c.state = 'running' AND c.next_rung_at <= desk_now()`;

/** Fires the rungs at which the clocks $1 stand, each under its key; $2 holds as many new ids. */
export const FIRE = `
WITH due AS (
  SELECT c.id, c.next_rung, c.next_rung_at, n.new_id
  FROM unnest($1::uuid[], $2::uuid[]) AS n (clock_id, new_id) JOIN clocks c ON c.id = n.clock_id
  WHERE c.next_rung_at <= desk_now()
), climbed AS (
  UPDATE clocks SET next_rung = NULL, next_rung_at = NULL WHERE id IN (SELECT id FROM due)
)
INSERT INTO escalations (id, clock_id, rung, due_at)
SELECT new_id, id, next_rung, next_rung_at FROM due
ON CONFLICT (clock_id, rung) DO NOTHING RETURNING clock_id AS id`;

/** Milliseconds until the next rung is due, on the database's clock. */
export const NEXT_DUE = `
SELECT greatest(0, ceil(extract(epoch FROM min(next_rung_at) - desk_now()) * 1000))::float8 AS milliseconds
FROM clocks WHERE next_rung_at IS NOT NULL`;
