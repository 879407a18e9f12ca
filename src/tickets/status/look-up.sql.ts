import { caseDetails } from '../categories/case-details.sql.js';
import { KNOWS_TARGET, OWN_BASIS, originOf, ownStatus, SHARED_LINES } from '../kinship/own-case.sql.js';

/** Sessions run in UTC. */
const iso = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const CONFIRMED = `EXISTS (
  SELECT FROM ticket_conversations tc WHERE tc.ticket_id = t.id AND ${originOf('tc')} = o.id AND tc.confirmed_at IS NOT NULL)`;

/** The case of the number, and the one that has its conversations since a merge. A task among colleagues is nobody's to look up. */
const OWN_CASE = 'tickets o JOIN tickets t ON t.id = coalesce(o.merged_into, o.id) AND NOT o.internal';

/** {@link PublicTicketView} as JSON text, made here once: neither notes nor staff lines are even read. @param details of its form */
const publicView = (details: string) => `
  json_strip_nulls(json_build_object(
    'number', o.number, 'status', ${ownStatus(CONFIRMED)}, 'category', o.category, 'subCategory', o.sub_category,
    'openedAt', ${iso('o.opened_at')}, 'nextDueAt', CASE WHEN t.paused_at IS NULL THEN ${iso('t.customer_due_at')} END,
    'dueInWorkingHours', CASE WHEN t.paused_at IS NULL AND t.next_due_working IS NOT NULL THEN true END,
    'paused', CASE WHEN t.paused_at IS NOT NULL THEN true END,
    'promisedAt', ${iso('t.promised_at')}, 'promiseBasis', ${OWN_BASIS},
    'merged', CASE WHEN o.merged_into IS NOT NULL THEN true END,
    'mergedInto', CASE WHEN o.merged_into IS NOT NULL AND ${KNOWS_TARGET} THEN t.number END,
    'rating', CASE WHEN o.rating_score IS NOT NULL
              THEN json_build_object('score', o.rating_score, 'solved', o.rating_solved) END,
    'details', ${details},
    'timeline', coalesce((
      SELECT json_agg(json_build_object('kind', e.kind, 'at', ${iso('e.created_at')}, 'data', e.public_data)
               ORDER BY e.created_at, e.id)
      FROM (SELECT * FROM ticket_events WHERE ticket_id = o.id AND customer_visible
            UNION ALL
            SELECT * FROM ticket_events
            WHERE ticket_id = o.merged_into AND customer_visible AND created_at > o.merged_at AND kind IN ${SHARED_LINES}) e), '[]')
  ))::text`;

/** By a signed link, whose key stands for the number alone. */
export const VIEW_BY_NUMBER = `SELECT o.id, ${publicView(caseDetails('o'))} AS view FROM ${OWN_CASE} WHERE o.number = $1`;

/** One look-up, as the statement reads it. */
export interface Asked {
  number: string;
  codeIsRight: boolean;
  lastFour: string | null;
  /** As they stand in `rate_limits`. */
  numberKey: string;
  addressKey: string;
}

/**
 * Many look-ups by number and second factor, in one round trip; one row for each, in their order. Four digits of a phone show
 * nothing of what the customer wrote into the form. $1 the look-ups as JSON ({@link Asked}), $2 and $3 the points of the limits by
 * number and by address, $4 now in milliseconds.
 *
 * JSON, not arrays: of these the planner sees how few there are, thinks a plan of its own cheaper each time, and takes longer to
 * make one than the whole statement takes.
 */
export const LOOK_UP = `
  SELECT spent.until, (
    SELECT ${publicView(`CASE WHEN asked.code_is_right THEN ${caseDetails('o')} END`)} FROM ${OWN_CASE}
    WHERE o.number = asked.number AND spent.until IS NULL AND (asked.code_is_right OR EXISTS (
      SELECT 1 FROM contact_points p
      WHERE p.customer_id = o.customer_id AND p.kind = 'phone' AND p.verified_by = 'host' AND right(p.value, 4) = asked.last_four))
  ) AS view
  FROM ROWS FROM (json_to_recordset($1) AS (
         number text, "codeIsRight" boolean, "lastFour" text, "numberKey" text, "addressKey" text))
       WITH ORDINALITY AS asked(number, code_is_right, last_four, number_key, address_key, place),
  LATERAL (
    SELECT max(r.expire) AS until FROM rate_limits r
    WHERE r.key IN (asked.number_key, asked.address_key) AND r.expire > $4::bigint
      AND r.points >= CASE r.key WHEN asked.number_key THEN $2::int ELSE $3::int END
  ) spent
  ORDER BY asked.place`;
