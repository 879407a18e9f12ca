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

/** The rungs of ticket $1 that are due now, each under its key; $2 holds a new id for each kind of clock. */
export const FIRE = `
WITH due AS (
  SELECT id, kind, next_rung, next_rung_at, row_number() OVER (ORDER BY id) AS n FROM clocks
  WHERE ticket_id = $1 AND state = 'running' AND next_rung_at <= desk_now()
), climbed AS (
  UPDATE clocks SET next_rung = NULL, next_rung_at = NULL WHERE id IN (SELECT id FROM due)
), fired AS (
  INSERT INTO escalations (id, clock_id, rung, due_at)
  SELECT ($2::uuid[])[n], id, next_rung, next_rung_at FROM due
  ON CONFLICT (clock_id, rung) DO NOTHING RETURNING clock_id, rung
)
SELECT due.kind AS "clockKind", fired.rung FROM fired JOIN due ON due.id = fired.clock_id`;

/** Milliseconds until the next rung is due, on the database's clock. */
export const NEXT_DUE = `
SELECT greatest(0, ceil(extract(epoch FROM min(next_rung_at) - desk_now()) * 1000))::float8 AS milliseconds
FROM clocks WHERE next_rung_at IS NOT NULL`;
