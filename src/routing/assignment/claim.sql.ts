import { giveWaiting } from '../../tickets/index.js';
import { CAN_TAKE, CAPACITY, HEADS, OF_KINDS, QUEUE_HEADS, ROOM, SERVABLE_KINDS, WHOLE_QUEUE } from './fitness.sql.js';

/**
 * What can be given in a team ($1): its strategy, who has room, and the first cases that somebody can take, up to $2 of them; no
 * row when there are none. Those at the head of the queue are looked at first; only when nobody can take any of them, all that
 * wait are, once for each kind of case. Locks nothing.
 */
export const GIVABLE = `
WITH room AS MATERIALIZED (${ROOM()}
), heads AS MATERIALIZED (
  SELECT * FROM (${QUEUE_HEADS}) h WHERE EXISTS (SELECT FROM room)
), kinds AS MATERIALIZED (${SERVABLE_KINDS('heads')}
), served AS MATERIALIZED (
  SELECT q.* FROM (${OF_KINDS('heads', 'kinds')}) q WHERE EXISTS (SELECT FROM room WHERE ${CAN_TAKE('q', 'room')}) LIMIT $2
), whole AS MATERIALIZED (
  SELECT * FROM (${WHOLE_QUEUE}) q WHERE (SELECT count(*) >= ${HEADS} FROM heads) AND NOT EXISTS (SELECT FROM served)
), further_kinds AS MATERIALIZED (${SERVABLE_KINDS('whole')}
), further AS MATERIALIZED (
  SELECT q.* FROM (${OF_KINDS('whole', 'further_kinds')}) q
  WHERE EXISTS (SELECT FROM room WHERE ${CAN_TAKE('q', 'room')}) LIMIT $2
), cases AS MATERIALIZED (
  SELECT * FROM served UNION ALL SELECT * FROM further
)
SELECT (SELECT strategy FROM room LIMIT 1) AS strategy, (
  SELECT json_agg(json_build_object('ticketId', c.ticket_id, 'teamId', c.team_id, 'kind', c.kind, 'units', c.units, 'stage', c.stage,
    'needs', c.needs, 'preferred', c.preferred_staff, 'declined', ARRAY(
      SELECT d.staff_id FROM declined_tickets d WHERE d.ticket_id = c.ticket_id AND d.until > desk_now())) ORDER BY c.rank_at, c.ticket_id)
  FROM cases c) AS waiting, (
  SELECT json_agg(json_build_object('staffId', r.staff_id, 'load', r.load, 'capacity', r.capacity, 'kindLoads', r.kind_loads,
    'kindLimits', r.kind_limits, 'pausedKinds', r.paused_kinds, 'skills', r.skills, 'idleSeconds',
    CASE WHEN r.idle_since IS NOT NULL THEN greatest(0, extract(epoch FROM desk_now() - r.idle_since))::int END, 'turn', r.turn))
  FROM (SELECT room.*, row_number() OVER (
          ORDER BY CASE strategy WHEN 'round_robin' THEN last_assigned_at ELSE idle_since END NULLS FIRST, staff_id) AS turn FROM room) r) AS people
WHERE EXISTS (SELECT FROM cases)`;

/**
 * Gives cases that wait for a team ($1), or overflow to it, to the people for whom they were meant, in one statement. $2 the gifts
 * as JSON, in the order in which they were meant, $3 their people.
 *
 * What they were meant by may be over by now; so all that must hold is asked here again. All that is given is locked with SKIP
 * LOCKED: the line of the queue, the ticket, its conversations, the person. So a claim waits for nobody, neither for other
 * claims nor for who is at work on a case, and nobody waits long for a person. Neither a double assignment nor one beyond the
 * capacity is possible: the queue item is deleted here, and `load` is the agent row's own column, which PostgreSQL reads
 * again in its newest version when it locks the row.
 *
 * A row for each gift. `given`: it is theirs. `waits` is false for a case that was taken, moved or settled meanwhile. `inUse`: the
 * person is in somebody's hands, or has less room than was thought.
 *
 * OFFSET 0 keeps the order in which rows are locked. The stamp grows within a claim too, so that those who are given something
 * at one time keep their turn.
 */
export const CLAIM = `
WITH gifts AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS g (id uuid, place int, "ticketId" uuid, "formerTeamId" uuid, "staffId" uuid, because jsonb)
), room AS MATERIALIZED (${ROOM('AND m.staff_id = ANY($3::uuid[])')}
), cases AS MATERIALIZED (
  SELECT gifts.id, gifts.place, gifts."staffId" AS staff_id, gifts.because, q.*
  FROM (SELECT * FROM gifts ORDER BY place OFFSET 0) gifts
  CROSS JOIN LATERAL (
    SELECT q.ticket_id, q.kind, q.units, q.stage, q.enqueued_at, q.told_from, q.told_to, q.told_at,
           t.assignee_id IS NULL AND t.team_id = q.team_id AND t.status IN ('new', 'open') AS waits,
           EXISTS (SELECT FROM room WHERE room.staff_id = gifts."staffId" AND ${CAN_TAKE('q', 'room')}) AS fits
    FROM queue_items q JOIN tickets t ON t.id = q.ticket_id
    WHERE q.ticket_id = gifts."ticketId" AND q.team_id = gifts."formerTeamId"
    FOR UPDATE OF q SKIP LOCKED FOR NO KEY UPDATE OF t SKIP LOCKED) q
), threads AS MATERIALIZED (
  SELECT thread.* FROM cases
  CROSS JOIN LATERAL (
    SELECT tc.ticket_id, c.id FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id
    WHERE tc.ticket_id = cases.ticket_id
    FOR UPDATE OF c SKIP LOCKED) thread
  WHERE cases.waits AND cases.fits
), free AS MATERIALIZED (
  SELECT cases.* FROM cases
  WHERE waits AND fits AND (SELECT count(*) FROM threads WHERE threads.ticket_id = cases.ticket_id)
    = (SELECT count(*) FROM ticket_conversations tc WHERE tc.ticket_id = cases.ticket_id)
), asked AS MATERIALIZED (
  SELECT staff_id, sum(units)::int AS units, max(place) AS place, jsonb_object_agg(kind, units) AS kinds
  FROM (SELECT staff_id, kind, sum(units)::int AS units, max(place) AS place FROM free GROUP BY 1, 2) of_kind GROUP BY 1
), people AS MATERIALIZED (
  SELECT had.* FROM (SELECT * FROM asked ORDER BY staff_id OFFSET 0) had
  CROSS JOIN LATERAL (
    SELECT FROM agent_profiles p WHERE p.staff_id = had.staff_id AND p.load + had.units <= ${CAPACITY} AND NOT EXISTS (
      SELECT FROM jsonb_each_text(had.kinds) k
      WHERE coalesce((p.kind_loads ->> k.key)::int, 0) + k.value::int > (p.kind_limits ->> k.key)::int)
    FOR UPDATE SKIP LOCKED) locked
), pair AS MATERIALIZED (
  SELECT free.*, $1::uuid AS team_id FROM free JOIN people USING (staff_id)
), taken AS (
  DELETE FROM queue_items USING pair WHERE queue_items.ticket_id = pair.ticket_id
), given AS (${giveWaiting('pair')}
), stamped AS (
  UPDATE agent_profiles SET last_assigned_at = greatest(desk_now(), (
    SELECT max((SELECT p.last_assigned_at FROM agent_profiles p WHERE p.staff_id = m.staff_id)) FROM team_members m WHERE m.team_id = $1))
    + people.place * interval '1 microsecond'
  FROM people WHERE agent_profiles.staff_id = people.staff_id
), logged AS (
  INSERT INTO routed_tickets (id, ticket_id, team_id, staff_id, enqueued_at, kind, stage, because, told_from, told_to, told_at)
  SELECT id, ticket_id, team_id, staff_id, enqueued_at, kind, stage, because, told_from, told_to, told_at FROM pair
)
SELECT gifts.place, cases.waits, pair.ticket_id IS NOT NULL AS given, free.ticket_id IS NOT NULL AND people.staff_id IS NULL AS "inUse",
       greatest(0, extract(epoch FROM desk_now() - cases.enqueued_at))::int AS "waitedSeconds"
FROM gifts LEFT JOIN cases USING (id) LEFT JOIN free USING (id) LEFT JOIN pair USING (id) LEFT JOIN people ON people.staff_id = gifts."staffId"
ORDER BY gifts.place`;
