/** Of a team ($1): who is there and has room. */
const HAS_ROOM = `
  FROM team_members m
  JOIN staff f ON f.id = m.staff_id AND f.disabled_at IS NULL
  JOIN presences s ON s.staff_id = m.staff_id AND s.presence = 'online'
  JOIN agent_profiles p ON p.staff_id = m.staff_id
  WHERE m.team_id = $1 AND p.load < p.capacity`;

/** Whether something waits in a team, and somebody has room for it. Locks nothing. */
export const CAN_GIVE = `
  SELECT EXISTS (SELECT FROM queue_items WHERE team_id = $1) AND EXISTS (SELECT ${HAS_ROOM}) AS can`;

/**
 * The next ticket of a team goes to the best fit among those who are online and have room, in one statement.
 *
 * All it takes, it locks with SKIP LOCKED: the line of the queue, the ticket, its conversations, the person. So a claim waits
 * for nobody, neither for other claims nor for who is at work on a case, and nobody waits long for a person. Neither a
 * double assignment nor one beyond the capacity is possible: the queue item is deleted here, and `load` is the agent row's
 * own column, which PostgreSQL reads again in its newest version when it locks the row. No row comes back when nobody or
 * nothing is there, or when all of it is in somebody's hands at the moment.
 */
export const CLAIM = `
WITH next AS MATERIALIZED (
  SELECT q.ticket_id, q.team_id, q.category, q.locale, q.enqueued_at
  FROM queue_items q JOIN tickets t ON t.id = q.ticket_id
  WHERE q.team_id = $1 AND EXISTS (SELECT ${HAS_ROOM})
  ORDER BY q.priority, q.tier, q.enqueued_at, q.ticket_id
  LIMIT 1 FOR UPDATE OF q SKIP LOCKED FOR NO KEY UPDATE OF t SKIP LOCKED
), threads AS MATERIALIZED (
  SELECT c.id FROM next
  JOIN ticket_conversations tc ON tc.ticket_id = next.ticket_id
  JOIN conversations c ON c.id = tc.conversation_id
  FOR UPDATE OF c SKIP LOCKED
), free AS (
  SELECT next.* FROM next
  WHERE (SELECT count(*) FROM threads) = (SELECT count(*) FROM ticket_conversations tc WHERE tc.ticket_id = next.ticket_id)
), agent AS (
  SELECT p.staff_id, p.load, p.capacity,
         (free.locale = ANY(p.skills))::int + (free.category IS NOT NULL AND free.category = ANY(p.skills))::int AS fit
  FROM free CROSS JOIN LATERAL (SELECT p.staff_id ${HAS_ROOM}) room
  JOIN agent_profiles p ON p.staff_id = room.staff_id
  WHERE p.load < p.capacity
  ORDER BY fit DESC, p.load::real / p.capacity, p.last_assigned_at NULLS FIRST, p.staff_id
  LIMIT 1 FOR UPDATE OF p SKIP LOCKED
), taken AS (
  DELETE FROM queue_items USING free, agent WHERE queue_items.ticket_id = free.ticket_id
), stamped AS (
  UPDATE agent_profiles SET last_assigned_at = desk_now() FROM agent WHERE agent_profiles.staff_id = agent.staff_id
), logged AS (
  INSERT INTO routed_tickets (id, ticket_id, team_id, staff_id, enqueued_at)
  SELECT $2, free.ticket_id, free.team_id, agent.staff_id, free.enqueued_at FROM free, agent
)
SELECT free.ticket_id AS "ticketId", agent.staff_id AS "staffId", agent.load, agent.capacity, agent.fit,
       greatest(0, extract(epoch FROM desk_now() - free.enqueued_at))::int AS "waitedSeconds"
FROM free, agent`;

/**
 * A ticket waits when nobody has it and it is neither settled nor on hold. Reads the rows, not the events: events may be late.
 * $1 the tickets, each in the same order as with everybody else who does this.
 */
export const SYNC_QUEUE_ITEMS = `
WITH asked AS MATERIALIZED (
  SELECT DISTINCT unnest($1::uuid[]) AS id
), waiting AS MATERIALIZED (
  SELECT t.id, t.team_id, t.priority, t.tier, t.category, t.locale FROM asked JOIN tickets t ON t.id = asked.id
  WHERE t.assignee_id IS NULL AND t.status IN ('new', 'open')
), gone AS (
  DELETE FROM queue_items WHERE ticket_id IN (
    SELECT q.ticket_id FROM queue_items q JOIN asked ON asked.id = q.ticket_id
    WHERE q.ticket_id NOT IN (SELECT id FROM waiting) ORDER BY q.ticket_id FOR UPDATE OF q)
)
INSERT INTO queue_items (ticket_id, team_id, priority, tier, category, locale)
SELECT id, team_id, priority, tier, category, locale FROM waiting ORDER BY id
ON CONFLICT (ticket_id) DO UPDATE SET
  team_id = excluded.team_id, priority = excluded.priority, tier = excluded.tier, category = excluded.category,
  enqueued_at = CASE WHEN queue_items.team_id = excluded.team_id THEN queue_items.enqueued_at ELSE excluded.enqueued_at END`;

/** Tickets that wait without a row come back, rows of what no longer waits go. Answers the teams for which something waits. */
export const RECONCILE_QUEUE = `
WITH returned AS (
  INSERT INTO queue_items (ticket_id, team_id, priority, tier, category, locale)
  SELECT id, team_id, priority, tier, category, locale FROM tickets t
  WHERE assignee_id IS NULL AND status IN ('new', 'open')
    AND NOT EXISTS (SELECT FROM queue_items q WHERE q.ticket_id = t.id)
  ON CONFLICT (ticket_id) DO NOTHING RETURNING team_id
), gone AS (
  DELETE FROM queue_items q USING tickets t
  WHERE t.id = q.ticket_id AND (t.assignee_id IS NOT NULL OR t.status NOT IN ('new', 'open'))
)
SELECT team_id AS "teamId" FROM returned UNION SELECT team_id FROM queue_items`;

/** Places of those who wait in a team, and what an estimate needs. $2: of these tickets alone. */
export const PLACES = `
WITH team AS (
  SELECT count(*) FILTER (WHERE s.presence = 'online')::int AS online,
         count(*) FILTER (WHERE s.presence <> 'offline')::int AS present,
         coalesce(sum(greatest(p.capacity - p.load, 0)) FILTER (WHERE s.presence = 'online'), 0)::int AS room
  FROM team_members m
  JOIN staff f ON f.id = m.staff_id AND f.disabled_at IS NULL
  JOIN presences s ON s.staff_id = m.staff_id
  JOIN agent_profiles p ON p.staff_id = m.staff_id
  WHERE m.team_id = $1
), pace AS (
  SELECT count(*)::int AS assigned FROM routed_tickets WHERE team_id = $1 AND assigned_at > desk_now() - interval '1 hour'
), places AS (
  SELECT ticket_id, row_number() OVER (ORDER BY priority, tier, enqueued_at, ticket_id)::int AS place
  FROM queue_items WHERE team_id = $1
)
SELECT places.ticket_id AS "ticketId", places.place, team.online, team.present, team.room, pace.assigned
FROM places, team, pace WHERE $2::uuid[] IS NULL OR places.ticket_id = ANY($2) ORDER BY place LIMIT 200`;
