import { CAPACITY } from '../assignment/fitness.sql.js';

/**
 * Of a team ($1): how many cases its people can hold who take chats now, how many of these are free, and whether anybody is
 * there at all. A team whose people take their work themselves gives nothing at once.
 */
const STRENGTH = `
  SELECT coalesce(bool_or(s.presence <> 'offline'), false) AS staffed,
         coalesce(sum(chats.most) FILTER (WHERE takes.chats), 0)::int / work_units('chat') AS units,
         CASE WHEN bool_or(mine.strategy = 'manual') THEN 0
              ELSE coalesce(sum(greatest(0, least(${CAPACITY} - p.load, chats.most - coalesce((p.kind_loads ->> 'chat')::int, 0)))
                                / work_units('chat')) FILTER (WHERE takes.chats), 0)::int END AS free
  FROM team_routing mine
  JOIN team_members m ON m.team_id = mine.team_id
  JOIN staff f ON f.id = m.staff_id AND f.disabled_at IS NULL AND f.joined_at IS NOT NULL
  JOIN presences s ON s.staff_id = m.staff_id
  JOIN agent_profiles p ON p.staff_id = m.staff_id
  CROSS JOIN LATERAL (SELECT least(${CAPACITY}, (p.kind_limits ->> 'chat')::int) AS most) chats
  CROSS JOIN LATERAL (SELECT s.presence = 'online' AND 'chat' <> ALL(s.paused_kinds) AND (NOT mine.shift_only OR EXISTS (
    SELECT FROM shifts h
    WHERE h.team_id = mine.team_id AND h.staff_id = m.staff_id AND h.starts_at <= desk_now() AND h.ends_at > desk_now())) AS chats) takes
  WHERE mine.team_id = $1`;

export const TEAM_STRENGTH = STRENGTH;

/** The same, and all tickets that wait for the team, first come first: one text, for thousands of them cost more as rows. */
export const TEAM_QUEUE = `
  SELECT strength.*, (
    SELECT string_agg(ticket_id::text, ',' ORDER BY rank_at, ticket_id) FROM queue_items WHERE team_id = $1) AS waiting
  FROM (${STRENGTH}) strength`;

/** So many cases say enough; what came before them may have been another time of day. */
const ENOUGH_CASES = 100;

/**
 * How a team ($1) has fared lately, as far back as enough of its cases have ended, at least five minutes and at most two hours:
 * cases that left their people's hands, for how long its people held cases, who left the queue without having been given to
 * anybody, and for how long people waited. Cases in the hands of those who have gone use nothing that could come free.
 */
export const TEAM_PACE = `
WITH span AS (
  SELECT least(desk_now() - interval '5 minutes', coalesce((
    SELECT ended_at FROM routed_tickets WHERE team_id = $1 AND ended_at > desk_now() - interval '2 hours'
    ORDER BY ended_at DESC OFFSET ${ENOUGH_CASES} LIMIT 1), desk_now() - interval '2 hours')) AS since
), routed AS (
  SELECT r.assigned_at, r.enqueued_at, r.ended_at FROM routed_tickets r, span WHERE r.team_id = $1 AND r.ended_at > since
  UNION ALL
  SELECT r.assigned_at, r.enqueued_at, w.released_at
  FROM work_in_hand w
  JOIN presences s ON s.staff_id = w.staff_id AND s.presence = 'online'
  JOIN routed_tickets r ON r.ticket_id = w.ticket_id AND r.ended_at IS NULL
  WHERE w.team_id = $1
), served AS (
  SELECT count(*) FILTER (WHERE ended_at IS NOT NULL)::int AS ended,
         coalesce(sum(extract(epoch FROM coalesce(ended_at, desk_now()) - greatest(assigned_at, since))), 0)::float8 AS "heldSeconds",
         coalesce(sum(extract(epoch FROM assigned_at - greatest(enqueued_at, since))) FILTER (WHERE assigned_at > since), 0)::float8 AS waited
  FROM routed, span WHERE ended_at IS NULL OR ended_at > since
), still AS (
  SELECT coalesce(sum(extract(epoch FROM desk_now() - greatest(enqueued_at, since))), 0)::float8 AS waited
  FROM queue_items, span WHERE team_id = $1
), gone AS (
  SELECT count(*)::int AS "left", coalesce(sum(extract(epoch FROM t.last_activity_at - greatest(t.opened_at, since))), 0)::float8 AS waited
  FROM tickets t, span
  WHERE t.status = 'cancelled' AND t.last_activity_at > since AND t.team_id = $1 AND t.assignee_id IS NULL
)
SELECT ended, "heldSeconds", "left", greatest(0, served.waited) + still.waited + gone.waited AS "waitedSeconds"
FROM served, still, gone`;

/** Which of these conversations ($1) wait in a queue, and where. Each queue is read once, however many of those in it are asked for. */
export const PLACES = `
  WITH asked AS MATERIALIZED (
    SELECT tc.conversation_id, q.ticket_id, q.team_id, q.wish FROM ticket_conversations tc
    JOIN queue_items q ON q.ticket_id = tc.ticket_id WHERE tc.conversation_id = ANY($1::uuid[])
  ), queue AS (
    SELECT ticket_id, row_number() OVER (PARTITION BY team_id ORDER BY rank_at, ticket_id)::int AS place,
           count(*) OVER (PARTITION BY team_id)::int AS waiting
    FROM queue_items WHERE team_id IN (SELECT team_id FROM asked)
  )
  SELECT conversation_id AS "conversationId", team_id AS "teamId", wish, place, waiting FROM asked JOIN queue USING (ticket_id)`;

/** Whom to tell about these tickets ($1), and whether they have never been told how long. */
export const THREADS = `
  SELECT q.ticket_id AS "ticketId", c.id AS "conversationId", c.customer_id AS "customerId", q.told_at IS NULL AS "isNew"
  FROM queue_items q
  JOIN ticket_conversations tc ON tc.ticket_id = q.ticket_id
  JOIN conversations c ON c.id = tc.conversation_id
  WHERE q.ticket_id = ANY($1::uuid[])`;

/** Keeps what these were told first: $1 tickets, $2 from and $3 to, in seconds. What is in somebody's hands at the moment is passed over. */
export const KEEP_TOLD = `
  WITH told AS (
    SELECT * FROM unnest($1::uuid[], $2::int[], $3::int[]) AS told (ticket_id, from_seconds, to_seconds)
  ), untold AS (
    SELECT ticket_id FROM queue_items WHERE ticket_id = ANY($1::uuid[]) AND told_at IS NULL
    ORDER BY ticket_id FOR UPDATE SKIP LOCKED
  )
  UPDATE queue_items q SET told_from = told.from_seconds, told_to = told.to_seconds, told_at = desk_now()
  FROM told JOIN untold USING (ticket_id) WHERE q.ticket_id = told.ticket_id`;
