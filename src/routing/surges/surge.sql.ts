import { FRONT_LINE } from '../../tickets/index.js';

/** SQL: whether a surge (row `s` of `surges`) is on. */
export const IS_ON = (s: string) =>
  `${s}.ended_at IS NULL AND ${s}.started_at IS NOT NULL AND (${s}.ends_at IS NULL OR ${s}.ends_at > desk_now())`;

/** SQL: of all teams, or of this one. @param team SQL of its id */
export const COVERS = (s: string, team: string) => `(${s}.team_id IS NULL OR ${s}.team_id = ${team})`;

/** SQL: per cent of their capacity that people of a team can hold at this moment. @param team SQL of its id, or of several */
export const CAPACITY_PERCENT = (team: string) => `(
  SELECT coalesce(max((s.settings ->> 'capacityPercent')::int), 100) FROM surges s
  WHERE ${IS_ON('s')} AND (s.team_id IS NULL OR s.team_id IN (${team})))`;

/** SQL: columns of a `SurgeView`. */
export const SURGE_COLUMNS = `
  s.id, s.team_id AS "teamId", s.origin, s.reason, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.ended_at AS "endedAt",
  s.settings, s.version, (SELECT name FROM staff WHERE id = s.created_by) AS "createdBy",
  CASE WHEN s.ended_at IS NOT NULL OR s.ends_at <= desk_now() THEN 'ended' WHEN s.started_at IS NULL THEN 'planned' ELSE 'on' END AS state`;

/** What is on and what comes, then what has been, newest first. $1 teams of the reader, null for all. */
export const LIST_SURGES = `
  SELECT ${SURGE_COLUMNS} FROM surges s WHERE ($1::uuid[] IS NULL OR s.team_id IS NULL OR s.team_id = ANY($1))
  ORDER BY s.ended_at IS NOT NULL, CASE WHEN s.ended_at IS NULL THEN s.starts_at END, s.ended_at DESC, s.id LIMIT 100`;

/** One that would be on at the same time as another which was planned ($1 its own id, $2 team, $3 from, $4 until). */
export const OVERLAPPING = `
  SELECT s.reason, s.starts_at AS "startsAt", s.ends_at AS "endsAt" FROM surges s
  WHERE s.ended_at IS NULL AND s.origin = 'planned' AND s.id <> $1
    AND (s.team_id IS NULL OR $2::uuid IS NULL OR s.team_id = $2)
    AND s.starts_at < coalesce($4::timestamptz, 'infinity') AND coalesce(s.ends_at, 'infinity') > $3::timestamptz
  ORDER BY s.starts_at LIMIT 1`;

/**
 * What time brings about, in one statement: planned ones begin and end; one that began by itself makes way for a planned one.
 * Each row comes back once, whichever worker asks.
 */
export const TURN_SURGES = `
  WITH due AS (
    SELECT id FROM surges WHERE ended_at IS NULL AND ((started_at IS NULL AND starts_at <= desk_now()) OR ends_at <= desk_now())
    FOR UPDATE SKIP LOCKED
  ), turned AS (
    UPDATE surges s SET started_at = coalesce(s.started_at, desk_now()),
      ended_at = CASE WHEN s.ends_at <= desk_now() THEN s.ends_at END, version = s.version + 1
    FROM due WHERE s.id = due.id RETURNING s.*
  ), replaced AS (
    UPDATE surges s SET ended_at = desk_now(), version = s.version + 1
    WHERE s.origin = 'threshold' AND s.ended_at IS NULL AND EXISTS (
      SELECT FROM turned t WHERE t.ended_at IS NULL AND t.origin = 'planned' AND ${COVERS('t', 's.team_id')})
    RETURNING s.*
  )
  SELECT ${SURGE_COLUMNS} FROM turned s UNION ALL SELECT ${SURGE_COLUMNS} FROM replaced s`;

const WAITING = `(SELECT count(*) FROM (SELECT FROM queue_items q WHERE q.team_id = r.team_id AND q.wish = 'wait' LIMIT r.surge_waiting) some_of)`;

/** One that a person ended early does not come back by itself for so long. */
const REST = "interval '30 minutes'";

/** So many wait in a team that a surge begins, unless one is on already. $1 its settings, $2 its reason. */
export const BEGIN_BY_THRESHOLD = `
  INSERT INTO surges (id, team_id, origin, reason, starts_at, started_at, settings)
  SELECT uuidv7(), r.team_id, 'threshold', $2::text, desk_now(), desk_now(), $1::jsonb
  FROM team_routing r JOIN teams t ON t.id = r.team_id AND t.archived_at IS NULL
  WHERE r.surge_waiting IS NOT NULL AND ${WAITING} >= r.surge_waiting
    AND NOT EXISTS (SELECT FROM surges s WHERE ${IS_ON('s')} AND ${COVERS('s', 'r.team_id')})
    AND NOT EXISTS (SELECT FROM surges s WHERE s.ended_at > desk_now() - ${REST} AND s.ended_by IS NOT NULL AND ${COVERS('s', 'r.team_id')})
  ON CONFLICT DO NOTHING RETURNING id`;

/** How long it must have been calm before one that began by itself ends. */
const CALM = "interval '5 minutes'";

/** Less than half of what began it wait: it is calm, from now on or from before. More wait: it is not. */
export const NOTE_CALM = `
  UPDATE surges s SET calm_since = CASE WHEN now_calm.is THEN desk_now() END
  FROM surges o JOIN team_routing r ON r.team_id = o.team_id
  CROSS JOIN LATERAL (SELECT r.surge_waiting IS NULL OR ${WAITING} * 2 < r.surge_waiting AS is) now_calm
  WHERE o.origin = 'threshold' AND o.ended_at IS NULL AND s.id = o.id AND now_calm.is <> (s.calm_since IS NOT NULL)`;

export const END_CALM = `
  UPDATE surges s SET ended_at = desk_now(), version = version + 1
  WHERE s.origin = 'threshold' AND s.ended_at IS NULL AND s.calm_since <= desk_now() - ${CALM} RETURNING id`;

/** Cases that may overflow at once, up to $1; those that somebody is at have their turn the next time. */
export const OVERFLOW_AT_ONCE = `
  WITH due AS MATERIALIZED (
    SELECT q.ticket_id, q.stage, r.overflow_team_ids FROM surges s
    JOIN team_routing r ON ${COVERS('s', 'r.team_id')} AND cardinality(r.overflow_team_ids) > 0
    JOIN queue_items q ON q.team_id = r.team_id AND q.stage <> 'overflow'
    WHERE ${IS_ON('s')} AND (s.settings ->> 'overflow')::boolean
    ORDER BY q.rank_at LIMIT $1 FOR UPDATE OF q SKIP LOCKED
  ), relaxed AS (
    UPDATE queue_items q SET stage = 'overflow', next_stage_at = NULL FROM due WHERE q.ticket_id = due.ticket_id
    RETURNING q.ticket_id, q.team_id, q.enqueued_at, due.stage AS former, due.overflow_team_ids
  )
  SELECT ticket_id AS "ticketId", team_id AS "teamId", overflow_team_ids AS "overflowTeamIds",
         jsonb_build_object('from', former, 'to', 'overflow', 'surge', true,
           'waitedSeconds', greatest(0, extract(epoch FROM desk_now() - enqueued_at))::int,
           'teams', (SELECT jsonb_agg(t.name ORDER BY t.key) FROM teams t WHERE t.id = ANY(overflow_team_ids))) AS data
  FROM relaxed`;

/** Customers in the queue of a surge of whom nobody has asked yet whether they are live, up to $1, those in front first; asked from now on. */
export const LIVE_TO_ASK = `
  UPDATE queue_items SET live_asked_at = desk_now() WHERE ticket_id = ANY(ARRAY(
    SELECT q.ticket_id FROM queue_items q
    JOIN tickets t ON t.id = q.ticket_id
    JOIN customers c ON c.id = t.customer_id AND c.external_id IS NOT NULL
    JOIN sites x ON x.id = c.site_id AND x.context_url IS NOT NULL
    WHERE q.live_asked_at IS NULL AND EXISTS (
      SELECT FROM surges s WHERE ${IS_ON('s')} AND ${COVERS('s', 'q.team_id')} AND (s.settings ->> 'liveFirst')::boolean)
    ORDER BY q.rank_at LIMIT $1 FOR UPDATE OF q SKIP LOCKED))
  RETURNING ticket_id AS "ticketId"`;

/** They are live: ahead of others of their priority by the head start of the rules. $1 the ticket. */
export const MARK_LIVE = `
  UPDATE queue_items q SET live = true, rank_at = q.rank_at - make_interval(secs => coalesce((
    SELECT (rules -> 'headStarts' ->> 'live')::int FROM routing_rules ORDER BY version DESC LIMIT 1), 0))
  WHERE ticket_id = $1 AND NOT live RETURNING team_id AS "teamId"`;

/**
 * What customers see of all that is on: each thing of the widest surge that says something of it. Every customer comes to the front
 * line first, so a surge of another team is no news to all of them.
 */
export const FOR_CUSTOMERS = `
  SELECT bool_or((s.settings ->> 'botFirst')::boolean) AS "botFirst",
         bool_or((s.settings ->> 'callBackFirst')::boolean) AS "callBackFirst",
         (array_agg(s.settings -> 'announcement' ORDER BY s.team_id NULLS FIRST, s.starts_at)
           FILTER (WHERE s.settings ->> 'announcement' IS NOT NULL))[1] AS announcement
  FROM surges s WHERE ${IS_ON('s')} AND (s.team_id IS NULL OR s.team_id = ${FRONT_LINE})
  HAVING count(*) > 0`;
