/** Sessions run in UTC. */
const iso = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** {@link PublicTicketView} as JSON text, made here once: neither notes nor staff lines are even read. */
const PUBLIC_VIEW = `
  json_strip_nulls(json_build_object(
    'number', t.number, 'status', t.status, 'category', t.category, 'subCategory', t.sub_category,
    'openedAt', ${iso('t.opened_at')}, 'nextDueAt', CASE WHEN t.paused_at IS NULL THEN ${iso('t.customer_due_at')} END,
    'dueInWorkingHours', CASE WHEN t.paused_at IS NULL AND t.next_due_working IS NOT NULL THEN true END,
    'paused', CASE WHEN t.paused_at IS NOT NULL THEN true END,
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
 * Many look-ups by number and second factor, in one round trip; one row for each, in their order. $1 numbers, $2 whether the
 * code is right, $3 last four digits or null, $4 and $5 stored keys of the limits by number and by address, $6 and $7 their
 * points, $8 now in milliseconds.
 */
export const LOOK_UP = `
  SELECT spent.until, (
    SELECT ${PUBLIC_VIEW} FROM tickets t
    WHERE t.number = asked.number AND spent.until IS NULL AND (asked.code_is_right OR EXISTS (
      SELECT 1 FROM contact_points p
      WHERE p.customer_id = t.customer_id AND p.kind = 'phone' AND right(p.value, 4) = asked.last_four))
  ) AS view
  FROM unnest($1::text[], $2::boolean[], $3::text[], $4::text[], $5::text[])
       WITH ORDINALITY AS asked(number, code_is_right, last_four, number_key, address_key, place),
  LATERAL (
    SELECT max(r.expire) AS until FROM rate_limits r
    WHERE r.key IN (asked.number_key, asked.address_key) AND r.expire > $8::bigint
      AND r.points >= CASE r.key WHEN asked.number_key THEN $6::int ELSE $7::int END
  ) spent
  ORDER BY asked.place`;
