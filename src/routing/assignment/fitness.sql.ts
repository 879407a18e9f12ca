import { CAPACITY_PERCENT } from '../surges/surge.sql.js';

/** SQL: units that a person (profile `p`) can hold for a team at this moment; in a surge more than usual. @param team SQL of its id, or of several */
export const CAPACITY_FOR = (team: string) => `(p.capacity * ${CAPACITY_PERCENT(team)} / 100)`;
/** For a team ($1). */
export const CAPACITY = CAPACITY_FOR('$1');

/**
 * SQL: who of a team ($1) is there and has any room, with all that says what they may be given. Nobody of a team that takes its work by hand.
 * @param among SQL that narrows the members `m`
 */
export const ROOM = (among = '') => `
  SELECT p.staff_id, p.load, ${CAPACITY} AS capacity, p.kind_loads, p.kind_limits, p.skills, s.paused_kinds,
         p.last_assigned_at, greatest(p.last_assigned_at, p.last_freed_at) AS idle_since, mine.strategy
  FROM team_routing mine
  JOIN teams x ON x.id = mine.team_id AND x.archived_at IS NULL
  JOIN team_members m ON m.team_id = mine.team_id ${among}
  JOIN staff f ON f.id = m.staff_id AND f.disabled_at IS NULL AND f.joined_at IS NOT NULL
  JOIN presences s ON s.staff_id = m.staff_id AND s.presence = 'online'
  JOIN agent_profiles p ON p.staff_id = m.staff_id AND p.load < ${CAPACITY}
  WHERE mine.team_id = $1 AND mine.strategy <> 'manual' AND (NOT mine.shift_only OR EXISTS (
    SELECT FROM shifts h
    WHERE h.team_id = mine.team_id AND h.staff_id = m.staff_id AND h.starts_at <= desk_now() AND h.ends_at > desk_now()))`;

/**
 * SQL: whether a person has the room that a case takes.
 * @param q item of the queue @param p who, with `load`, `capacity`, `kind_loads` and `kind_limits`
 */
export const HAS_UNITS = (q: string, p: string, capacity = `${p}.capacity`) => `
  ${p}.load + ${q}.units <= ${capacity}
  AND (NOT ${p}.kind_limits ? ${q}.kind
    OR coalesce((${p}.kind_loads ->> ${q}.kind)::int, 0) + ${q}.units <= (${p}.kind_limits ->> ${q}.kind)::int)`;

/** SQL: whether a person has every skill that a case must have while nothing is relaxed. */
export const HAS_SKILLS = (q: string, p: string) => `
  (${q}.stage <> 'skills' OR NOT EXISTS (
    SELECT FROM jsonb_array_elements(${q}.needs) n
    WHERE (n ->> 'required')::boolean AND coalesce((${p}.skills ->> (n ->> 'skill'))::int, -1) < (n ->> 'minimum')::int))`;

/** SQL: whether somebody who is there (row `r` of {@link ROOM}) may be given a case like this. */
export const FITS = (q: string, r: string) => `
  NOT ${q}.kind = ANY(${r}.paused_kinds) AND ${HAS_UNITS(q, r)} AND ${HAS_SKILLS(q, r)}`;

/** SQL: the same, unless they have declined it and are not given it again yet. */
export const CAN_TAKE = (q: string, r: string) => `
  ${FITS(q, r)} AND NOT EXISTS (
    SELECT FROM declined_tickets d WHERE d.ticket_id = ${q}.ticket_id AND d.staff_id = ${r}.staff_id AND d.until > desk_now())`;

/** So many of those who wait longest are looked at first; further only when none of them can be served. */
export const HEADS = 50;

/** What of a case decides who may take it. Many cases are alike in it, and are looked at once. */
const ALIKE = 'kind, units, stage, needs';
const ITEM = `ticket_id, team_id, rank_at, preferred_staff, ${ALIKE}`;

/** SQL: the first in the queue of a team ($1), and of those that overflow to it. */
export const QUEUE_HEADS = `
  (SELECT ${ITEM} FROM queue_items WHERE team_id = $1 ORDER BY rank_at, ticket_id LIMIT ${HEADS})
  UNION ALL
  SELECT over.* FROM team_routing r CROSS JOIN LATERAL (
    SELECT ${ITEM} FROM queue_items
    WHERE team_id = r.team_id AND stage = 'overflow' ORDER BY rank_at, ticket_id LIMIT ${HEADS}) over
  WHERE $1 = ANY(r.overflow_team_ids) AND r.team_id <> $1`;

/** SQL: all of the queue of a team ($1), and of those that overflow to it. */
export const WHOLE_QUEUE = `
  SELECT ${ITEM} FROM queue_items WHERE team_id = $1
  UNION ALL
  SELECT over.* FROM team_routing r CROSS JOIN LATERAL (
    SELECT ${ITEM} FROM queue_items WHERE team_id = r.team_id AND stage = 'overflow') over
  WHERE $1 = ANY(r.overflow_team_ids) AND r.team_id <> $1`;

/**
 * SQL: the kinds of cases among some that somebody of `room` may be given, each looked at once however many wait.
 * @param items a common table
 */
export const SERVABLE_KINDS = (items: string) => `
  SELECT ${ALIKE} FROM (SELECT DISTINCT ${ALIKE} FROM ${items} OFFSET 0) q
  WHERE EXISTS (SELECT FROM room WHERE ${FITS('q', 'room')})`;

/** SQL: the cases of these kinds, the first of the queue first. @param kinds a common table */
export const OF_KINDS = (items: string, kinds: string) => `
  SELECT q.* FROM ${items} q JOIN ${kinds} USING (${ALIKE}) ORDER BY q.rank_at, q.ticket_id OFFSET 0`;
