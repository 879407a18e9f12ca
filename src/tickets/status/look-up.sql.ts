/** Sessions run in UTC. */
const iso = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** {@link PublicTicketView} as JSON text, made here once: neither notes nor staff lines are even read. */
const PUBLIC_VIEW = `
  json_strip_nulls(json_build_object(
    'number', t.number, 'status', t.status, 'category', t.category, 'subCategory', t.sub_category,
    'openedAt', ${iso('t.opened_at')}, 'nextDueAt', ${iso('t.next_due_at')},
    'promisedAt', ${iso('t.promised_at')}, 'promiseBasis', t.promise_basis,
    'rating', CASE WHEN t.rating_score IS NOT NULL
              THEN json_build_object('score', t.rating_score, 'solved', t.rating_solved) END,
    'timeline', coalesce((
      SELECT json_agg(json_build_object('kind', e.kind, 'at', ${iso('e.created_at')}, 'data', e.public_data)
               ORDER BY e.created_at, e.id)
      FROM ticket_events e WHERE e.ticket_id = t.id AND e.customer_visible), '[]')
  ))::text`;

/** By a signed link, whose key stands for the number alone. */
export const VIEW_BY_NUMBER = `SELECT t.id, ${PUBLIC_VIEW} AS view FROM tickets t WHERE t.number = $1`;

/**
 * By number and second factor, in one round trip that always returns one row: $2 the code is right, $3 the last four
 * digits or null, $4 to $7 the stored key and the points of the limits by number and by address, $8 now in milliseconds.
 */
export const LOOK_UP = `
  WITH spent AS MATERIALIZED (
    SELECT max(r.expire) AS until FROM rate_limits r
    WHERE r.key IN ($4, $6) AND r.points >= CASE r.key WHEN $4 THEN $5::int ELSE $7::int END AND r.expire > $8::bigint
  )
  SELECT spent.until, (
    SELECT ${PUBLIC_VIEW} FROM tickets t
    WHERE t.number = $1 AND spent.until IS NULL AND ($2::boolean OR EXISTS (
      SELECT 1 FROM contact_points p WHERE p.customer_id = t.customer_id AND p.kind = 'phone' AND right(p.value, 4) = $3))
  ) AS view
  FROM spent`;
