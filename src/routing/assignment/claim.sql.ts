import { giveWaiting } from '../../tickets/index.js';
import {
  CAN_TAKE,
  CAPACITY,
  FITS,
  HAS_UNITS,
  HEADS,
  OF_KINDS,
  QUEUE_HEADS,
  ROOM,
  SERVABLE_KINDS,
  WHOLE_QUEUE,
} from './fitness.sql.js';

/**
 * How much somebody of a team ($1) could take now, up to $2; no row when nothing. Those at the head of the queue are looked
 * at first; only when nobody can take any of them, all that wait are, once for each kind of case, and `further` names the
 * first that somebody can take. Locks nothing.
 */
export const CAN_GIVE = `
WITH room AS MATERIALIZED (${ROOM}
), heads AS MATERIALIZED (
  SELECT * FROM (${QUEUE_HEADS}) h WHERE EXISTS (SELECT FROM room)
), kinds AS MATERIALIZED (${SERVABLE_KINDS('heads')}
), served AS MATERIALIZED (
  SELECT FROM (${OF_KINDS('heads', 'kinds')}) q WHERE EXISTS (SELECT FROM room WHERE ${CAN_TAKE('q', 'room')}) LIMIT $2
), whole AS MATERIALIZED (
  SELECT * FROM (${WHOLE_QUEUE}) q WHERE (SELECT count(*) >= ${HEADS} FROM heads) AND NOT EXISTS (SELECT FROM served)
), further_kinds AS MATERIALIZED (${SERVABLE_KINDS('whole')}
), further AS MATERIALIZED (
  SELECT q.ticket_id FROM (${OF_KINDS('whole', 'further_kinds')}) q
  WHERE EXISTS (SELECT FROM room WHERE ${CAN_TAKE('q', 'room')}) LIMIT $2
)
SELECT least((SELECT count(*) FROM served) + (SELECT count(*) FROM further), (SELECT sum(capacity - load) FROM room))::int AS count,
       ARRAY(SELECT ticket_id FROM further) AS further
WHERE EXISTS (SELECT FROM served) OR EXISTS (SELECT FROM further)`;

/** SQL: a person as an explanation names them. */
function NUMBERS(person: string): string {
  return `jsonb_build_object('staffId', ${person}.staff_id, 'load', ${person}.load, 'capacity', ${person}.capacity,
    'needsMet', ${person}.met, 'idleSeconds',
    CASE WHEN ${person}.idle_since IS NOT NULL THEN greatest(0, extract(epoch FROM desk_now() - ${person}.idle_since))::int END)`;
}

/**
 * The first ticket that somebody of a team ($1) can take goes to who fits it best among those who are there, in one
 * statement: of those that wait in the team, and of those that overflow to it. $2 id of the record. $3 ids of further tickets
 * to look at beside those at the head.
 *
 * All it takes, it locks with SKIP LOCKED: the line of the queue, the ticket, its conversations, the person. So a claim waits
 * for nobody, neither for other claims nor for who is at work on a case, and nobody waits long for a person. Neither a
 * double assignment nor one beyond the capacity is possible: the queue item is deleted here, and `load` is the agent row's
 * own column, which PostgreSQL reads again in its newest version when it locks the row. The ticket is given in the same
 * statement, so that the next one of this transaction sees the load of this one. No row comes back when nobody can take
 * anything, or when all of it is in somebody's hands at the moment; one without a person for a case that was taken, moved or
 * settled while it waited, and has left the queue.
 *
 * OFFSET 0 keeps the order in which rows are tried, one after the other, until one can be had: no more are locked. The stamp
 * grows within a transaction too, so that those who are given something at one time keep their turn.
 */
export const CLAIM = `
WITH room AS MATERIALIZED (${ROOM}
), heads AS MATERIALIZED (
  SELECT * FROM (${QUEUE_HEADS}) h WHERE EXISTS (SELECT FROM room)
  UNION ALL
  SELECT ticket_id, team_id, rank_at, kind, units, stage, needs FROM queue_items WHERE ticket_id = ANY($3::uuid[])
), kinds AS MATERIALIZED (${SERVABLE_KINDS('heads')}
), next AS MATERIALIZED (
  SELECT q.* FROM (${OF_KINDS('heads', 'kinds')}) h
  CROSS JOIN LATERAL (
    SELECT q.*, t.assignee_id IS NULL AND t.team_id = q.team_id AND t.status IN ('new', 'open') AS waits
    FROM queue_items q JOIN tickets t ON t.id = q.ticket_id
    WHERE q.ticket_id = h.ticket_id AND q.team_id = h.team_id
      AND EXISTS (SELECT FROM room WHERE ${CAN_TAKE('q', 'room')})
    FOR UPDATE OF q SKIP LOCKED FOR NO KEY UPDATE OF t SKIP LOCKED) q
  LIMIT 1
), threads AS MATERIALIZED (
  SELECT c.id FROM next
  JOIN ticket_conversations tc ON tc.ticket_id = next.ticket_id
  JOIN conversations c ON c.id = tc.conversation_id
  FOR UPDATE OF c SKIP LOCKED
), free AS MATERIALIZED (
  SELECT next.* FROM next
  WHERE waits AND (SELECT count(*) FROM threads) = (SELECT count(*) FROM ticket_conversations tc WHERE tc.ticket_id = next.ticket_id)
), needs AS MATERIALIZED (
  SELECT n, n ->> 'skill' AS skill, (n ->> 'minimum')::int AS minimum FROM free, jsonb_array_elements(free.needs) n
), declined AS MATERIALIZED (
  SELECT d.staff_id FROM free JOIN declined_tickets d ON d.ticket_id = free.ticket_id AND d.until > desk_now()
), fit AS MATERIALIZED (
  SELECT room.*, array_position(free.preferred_staff, room.staff_id) AS favour,
         (SELECT count(*) FROM needs WHERE (room.skills ->> needs.skill)::int >= needs.minimum)::int AS met
  FROM free JOIN room ON ${FITS('free', 'room')} AND room.staff_id NOT IN (SELECT staff_id FROM declined)
), ranked AS MATERIALIZED (
  SELECT fit.*, row_number() OVER (
    ORDER BY favour NULLS LAST, met DESC, CASE strategy WHEN 'balanced' THEN load::real / capacity END,
             CASE strategy WHEN 'round_robin' THEN last_assigned_at ELSE idle_since END NULLS FIRST, staff_id) AS place
  FROM fit
), agent AS MATERIALIZED (
  SELECT had.* FROM (SELECT * FROM ranked ORDER BY place OFFSET 0) had CROSS JOIN free
  CROSS JOIN LATERAL (
    SELECT FROM agent_profiles p WHERE p.staff_id = had.staff_id AND ${HAS_UNITS('free', 'p', CAPACITY)}
    FOR UPDATE SKIP LOCKED) locked
  LIMIT 1
), others AS MATERIALIZED (
  SELECT ranked.* FROM ranked, agent WHERE ranked.place > agent.place
), explained AS (
  SELECT jsonb_build_object(
    'reason', CASE WHEN agent.favour = 1 THEN 'account_manager' WHEN agent.favour = 2 THEN 'last_agent'
                   WHEN NOT EXISTS (SELECT FROM others) THEN 'only_one'
                   WHEN agent.met > (SELECT max(met) FROM others) THEN 'skills' ELSE agent.strategy END,
    'stage', free.stage, 'considered', 1 + (SELECT count(*) FROM others),
    'chosen', ${NUMBERS('agent')},
    'others', (SELECT coalesce(jsonb_agg(o.numbers ORDER BY o.place), '[]') FROM (
      SELECT ${NUMBERS('first')} AS numbers, place FROM (SELECT * FROM others ORDER BY place LIMIT 5) first) o),
    'missing', (SELECT coalesce(jsonb_agg(n), '[]') FROM needs
                WHERE coalesce((agent.skills ->> needs.skill)::int, -1) < needs.minimum)) AS because
  FROM free, agent
), pair AS (
  SELECT free.ticket_id, $1::uuid AS team_id, agent.staff_id FROM free, agent
), taken AS (
  DELETE FROM queue_items USING next
  WHERE queue_items.ticket_id = next.ticket_id AND (NOT next.waits OR EXISTS (SELECT FROM pair))
), given AS (${giveWaiting('pair')}
), stamped AS (
  UPDATE agent_profiles SET last_assigned_at = greatest(desk_now(), (SELECT max(last_assigned_at) + interval '1 microsecond' FROM room))
  FROM agent WHERE agent_profiles.staff_id = agent.staff_id
), logged AS (
  INSERT INTO routed_tickets (id, ticket_id, team_id, staff_id, enqueued_at, kind, stage, because, told_from, told_to, told_at)
  SELECT $2, free.ticket_id, $1, agent.staff_id, free.enqueued_at, free.kind, free.stage, explained.because,
         free.told_from, free.told_to, free.told_at FROM free, agent, explained
)
SELECT next.ticket_id AS "ticketId", next.team_id AS "formerTeamId", agent.staff_id AS "staffId", agent.load + next.units AS load,
       agent.capacity, agent.met AS fit, next.stage, explained.because ->> 'reason' AS reason,
       (explained.because -> 'considered')::int AS considered,
       greatest(0, extract(epoch FROM desk_now() - next.enqueued_at))::int AS "waitedSeconds"
FROM next LEFT JOIN (agent CROSS JOIN explained) ON next.waits WHERE agent.staff_id IS NOT NULL OR NOT next.waits`;
