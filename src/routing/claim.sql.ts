/**
 * The next ticket of a team goes to the best fit among those who are online and have room, in one statement.
 *
 * Both rows are locked with SKIP LOCKED, so claims run side by side and never wait. Neither a double assignment nor one
 * beyond the capacity is possible: the queue item is deleted here, and `load` is the agent row's own column, which PostgreSQL
 * reads again in its newest version when it locks the row. No row comes back when nobody or nothing is there, or when all
 * of it is in the hands of other claims; these look again themselves once they have committed.
 *
 * It holds the person before the ticket, against the order of everybody else; so from here on it waits for no lock as long as
 * PostgreSQL waits before it ends one of two who wait for each other, which might be a colleague at work.
 */
export const CLAIM = `
WITH next AS (
  SELECT ticket_id, team_id, category, locale, enqueued_at FROM queue_items
  WHERE team_id = $1
  ORDER BY priority, tier, enqueued_at, ticket_id
  LIMIT 1 FOR UPDATE SKIP LOCKED
), agent AS (
  SELECT p.staff_id, p.load, p.capacity,
         (next.locale = ANY(p.skills))::int + (next.category IS NOT NULL AND next.category = ANY(p.skills))::int AS fit
  FROM next
  JOIN team_members m ON m.team_id = next.team_id
  JOIN staff f ON f.id = m.staff_id AND f.disabled_at IS NULL
  JOIN presences s ON s.staff_id = m.staff_id AND s.presence = 'online'
  JOIN agent_profiles p ON p.staff_id = m.staff_id
  WHERE p.load < p.capacity
  ORDER BY fit DESC, p.load::real / p.capacity, p.last_assigned_at NULLS FIRST, p.staff_id
  LIMIT 1 FOR UPDATE OF p SKIP LOCKED
), taken AS (
  DELETE FROM queue_items USING next, agent WHERE queue_items.ticket_id = next.ticket_id
), stamped AS (
  UPDATE agent_profiles SET last_assigned_at = desk_now() FROM agent WHERE agent_profiles.staff_id = agent.staff_id
), logged AS (
  INSERT INTO routed_tickets (id, ticket_id, team_id, staff_id, enqueued_at)
  SELECT $2, next.ticket_id, next.team_id, agent.staff_id, next.enqueued_at FROM next, agent
)
SELECT next.ticket_id AS "ticketId", agent.staff_id AS "staffId", agent.load, agent.capacity, agent.fit,
       greatest(0, extract(epoch FROM desk_now() - next.enqueued_at))::int AS "waitedSeconds",
       set_config('lock_timeout', '700ms', true) AS patience
FROM next, agent`;

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
