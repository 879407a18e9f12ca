import { attended } from '../clocks/clock-truth.sql.js';

/** Tickets with a rung that is due, the longest overdue first, without the tickets $2; `clocks_next_rung_at` gives them. */
export const DUE_TICKETS = `
SELECT DISTINCT ticket_id AS "ticketId" FROM (
  SELECT ticket_id FROM clocks WHERE next_rung_at <= desk_now() AND ticket_id <> ALL($2::uuid[]) ORDER BY next_rung_at LIMIT $1
) due`;

/**
 * Those of the tickets $1 that nobody else holds, locked: all their conversations by id, then the tickets themselves.
 * A ticket of which something was held is left out; what was locked of it goes at COMMIT.
 */
export const FREE_TICKETS = `
WITH conversation AS MATERIALIZED (
  SELECT c.id FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id
  WHERE tc.ticket_id = ANY($1::uuid[]) ORDER BY c.id FOR UPDATE OF c SKIP LOCKED
), whole AS MATERIALIZED (
  SELECT t.id FROM unnest($1::uuid[]) AS t (id)
  WHERE NOT EXISTS (
    SELECT FROM ticket_conversations tc WHERE tc.ticket_id = t.id AND tc.conversation_id NOT IN (SELECT id FROM conversation))
)
SELECT id AS "ticketId" FROM tickets WHERE id IN (SELECT id FROM whole) ORDER BY id FOR UPDATE SKIP LOCKED`;

/** Somebody has given the customer of `t` a date, or kept what was promised. */
const PROMISED = `EXISTS (SELECT FROM ticket_events e WHERE e.ticket_id = t.id AND e.kind IN ('promised', 'promise_kept'))`;

/** Where nobody has ever answered, the conversation says so, and its entries need not be looked at. */
const ANSWERED = `EXISTS (
         SELECT FROM ticket_conversations tc
         JOIN conversations v ON v.id = tc.conversation_id AND v.first_staff_reply_at IS NOT NULL
         JOIN entries e ON e.conversation_id = tc.conversation_id
         WHERE tc.ticket_id = t.id AND e.author_kind = 'staff' AND e.kind IN ('message', 'call')
           AND e.customer_seq IS NOT NULL AND e.created_at > c.started_at + interval '1 millisecond')`;

/**
 * The clocks of the tickets $1, locked by now, that have come to a rung. `stands`: as far as one can see from here, the plan
 * would change nothing of it: nobody has answered, kept or renewed, it is timed by what is true of the ticket, and nobody
 * wants it timed anew. What does not stand is planned first.
 */
export const DUE_CLOCKS = `
SELECT c.id, c.ticket_id AS "ticketId", c.kind AS "clockKind", c.next_rung AS rung, c.next_rung_at AS "rungAt",
       c.due_at AS "dueAt", c.ladder, c.ladder_version AS "ladderVersion", c.rung_times AS "rungTimes",
       t.number, desk_now() AS now,
       t.status IN ('new', 'open', 'pending', 'on_hold')
       AND (c.tier, c.priority, c.team_id) = (t.tier, t.priority, t.team_id)
       AND NOT EXISTS (
         SELECT FROM retimings r WHERE r.done_at IS NULL AND r.effective_at > c.timed_at
           AND (r.team_id IS NULL OR r.team_id = t.team_id))
       AND CASE c.kind
         WHEN 'resolution' THEN t.status IN ('new', 'open')
         WHEN 'promise' THEN CASE WHEN c.policy_version IS NULL THEN t.promised_at = c.due_at ELSE NOT ${PROMISED} END
         ELSE NOT ${ANSWERED}
           AND (c.mode <> 'chat' OR ${attended('IN (SELECT conversation_id FROM ticket_conversations WHERE ticket_id = t.id)')})
       END AS stands
FROM clocks c JOIN tickets t ON t.id = c.ticket_id
WHERE c.ticket_id = ANY($1::uuid[]) AND c.state = 'running' AND c.next_rung_at <= desk_now()`;

/**
 * Fires rungs, each under its key: $1 those that fire and what comes after them, $2 those that they pass over. Times are
 * ISO 8601.
 */
export const FIRE = `
WITH climb AS (
  SELECT * FROM jsonb_to_recordset($1) AS climb (id uuid, "clockId" uuid, "from" integer, rung integer, "dueAt" timestamptz,
    needs boolean, "acknowledgeBy" timestamptz, "nextRung" integer, "nextAt" timestamptz)
), climbed AS (
  UPDATE clocks c SET next_rung = climb."nextRung", next_rung_at = climb."nextAt"
  FROM climb WHERE c.id = climb."clockId" AND c.next_rung = climb."from" AND c.next_rung_at <= desk_now()
  RETURNING c.id, c.ladder_version
), passed AS (
  INSERT INTO escalations (id, clock_id, rung, ladder_version, due_at, state, needs_acknowledgement)
  SELECT passed.id, passed."clockId", passed.rung, climbed.ladder_version, passed."dueAt", 'passed_over', false
  FROM jsonb_to_recordset($2) AS passed (id uuid, "clockId" uuid, rung integer, "dueAt" timestamptz)
  JOIN climbed ON climbed.id = passed."clockId"
  ON CONFLICT (clock_id, rung) DO NOTHING
)
INSERT INTO escalations (id, clock_id, rung, ladder_version, due_at, needs_acknowledgement, acknowledge_by)
SELECT climb.id, climb."clockId", climb.rung, climbed.ladder_version, climb."dueAt", climb.needs, climb."acknowledgeBy"
FROM climb JOIN climbed ON climbed.id = climb."clockId"
ON CONFLICT (clock_id, rung) DO NOTHING RETURNING clock_id AS id`;

/** Milliseconds until the next rung is due of any but the tickets $1, on the database's clock. */
export const NEXT_DUE = `
SELECT greatest(0, ceil(extract(epoch FROM min(next_rung_at) - desk_now()) * 1000))::float8 AS milliseconds,
       desk_now() AS now
FROM clocks WHERE next_rung_at IS NOT NULL AND ticket_id <> ALL($1::uuid[])`;
