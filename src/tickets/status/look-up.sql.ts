import { PUBLIC_DATA_KEYS } from '../timeline.service.js';

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const publicData = PUBLIC_DATA_KEYS.map((key) => `'${key}', e.data -> '${key}'`).join(', ');

/** {@link PublicTicketView} as JSON text, made here once: neither notes nor staff lines are even read. */
const PUBLIC_VIEW = `
  jsonb_strip_nulls(jsonb_build_object(
    'number', t.number, 'status', t.status, 'category', t.category, 'subCategory', t.sub_category,
    'openedAt', ${iso('t.opened_at')}, 'nextDueAt', ${iso('t.next_due_at')},
    'promisedAt', ${iso('t.promised_at')}, 'promiseBasis', t.promise_basis,
    'rating', CASE WHEN t.rating_score IS NOT NULL
              THEN jsonb_build_object('score', t.rating_score, 'solved', t.rating_solved) END,
    'timeline', coalesce((
      SELECT jsonb_agg(jsonb_build_object('kind', e.kind, 'at', ${iso('e.created_at')},
               'data', jsonb_strip_nulls(jsonb_build_object(${publicData}))) ORDER BY e.created_at, e.id)
      FROM ticket_events e WHERE e.ticket_id = t.id AND e.customer_visible), '[]')
  ))::text`;

/** By a signed link, whose key stands for the number alone. */
export const VIEW_BY_NUMBER = `SELECT t.id, ${PUBLIC_VIEW} AS view FROM tickets t WHERE t.number = $1`;

/**
 * By number and second factor, in one round trip that always returns one row: $2 the code is right, $3 the last four
 * digits or null, $4 and $5 the limits that apply, as stored keys and points, $6 now in milliseconds.
 */
export const LOOK_UP = `
  WITH spent AS MATERIALIZED (
    SELECT max(r.expire) AS until
    FROM unnest($4::text[], $5::int[]) AS l(key, points) JOIN rate_limits r ON r.key = l.key
    WHERE r.points >= l.points AND r.expire > $6::bigint
  )
  SELECT spent.until, (
    SELECT ${PUBLIC_VIEW} FROM tickets t
    WHERE t.number = $1 AND spent.until IS NULL AND ($2::boolean OR EXISTS (
      SELECT 1 FROM contact_points p WHERE p.customer_id = t.customer_id AND p.kind = 'phone' AND right(p.value, 4) = $3))
  ) AS view
  FROM spent`;
