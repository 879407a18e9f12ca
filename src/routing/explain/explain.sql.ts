import { CAPACITY_FOR } from '../assignment/fitness.sql.js';

/** Every time that routing gave a ticket ($1) to somebody, the newest first. */
export const ROUTED = `
  SELECT r.id, r.assigned_at AS at, r.ended_at AS "endedAt", r.team_id AS "teamId", r.kind, r.stage, r.staff_id AS "staffId", s.name,
         greatest(0, extract(epoch FROM r.assigned_at - r.enqueued_at))::int AS "waitedSeconds", r.because,
         (SELECT coalesce(jsonb_object_agg(o.id, o.name), '{}') FROM staff o
          WHERE o.id::text IN (SELECT jsonb_array_elements(r.because -> 'others') ->> 'staffId')) AS names
  FROM routed_tickets r JOIN staff s ON s.id = r.staff_id
  WHERE r.ticket_id = $1 ORDER BY r.assigned_at DESC, r.id DESC LIMIT 50`;

/** Where a ticket ($1) stands in its queue. */
export const WAITING = `
  SELECT q.team_id AS "teamId", q.enqueued_at AS since, q.kind, q.units, q.stage, q.next_stage_at AS "nextStageAt", q.needs,
         r.strategy, r.relax_after_seconds IS NOT NULL AS relaxes,
         (SELECT count(*)::int FROM queue_items before
          WHERE before.team_id = q.team_id AND (before.rank_at, before.ticket_id) <= (q.rank_at, q.ticket_id)) AS place
  FROM queue_items q JOIN team_routing r ON r.team_id = q.team_id WHERE q.ticket_id = $1`;

/** How the people of its team stand to a ticket ($1) that waits, and those of the teams to which it overflows by now. */
export const PEOPLE = `
  SELECT DISTINCT ON (f.id) f.id AS "staffId", f.name, m.team_id AS "teamId", coalesce(s.presence, 'offline') AS presence,
         p.load, ${CAPACITY_FOR('m.team_id')} AS capacity,
         q.kind = ANY(s.paused_kinds) IS TRUE AS "kindPaused",
         r.shift_only AND NOT EXISTS (
           SELECT FROM shifts h WHERE h.team_id = m.team_id AND h.staff_id = f.id
             AND h.starts_at <= desk_now() AND h.ends_at > desk_now()) AS "offShift",
         p.load + q.units > ${CAPACITY_FOR('m.team_id')} AS full,
         coalesce((p.kind_loads ->> q.kind)::int, 0) + q.units > coalesce((p.kind_limits ->> q.kind)::int, 2147483647) AS "kindFull",
         ${CAPACITY_FOR('m.team_id')} >= q.units AND q.units <= coalesce((p.kind_limits ->> q.kind)::int, q.units) AS "largeEnough",
         (SELECT coalesce(jsonb_agg(n), '[]') FROM jsonb_array_elements(q.needs) n
          WHERE coalesce((p.skills ->> (n ->> 'skill'))::int, -1) < (n ->> 'minimum')::int) AS missing,
         EXISTS (SELECT FROM declined_tickets d
                 WHERE d.ticket_id = q.ticket_id AND d.staff_id = f.id AND d.until > desk_now()) AS declined
  FROM queue_items q
  JOIN team_routing home ON home.team_id = q.team_id
  JOIN team_routing r ON r.team_id = q.team_id
    OR q.stage = 'overflow' AND r.team_id = ANY(home.overflow_team_ids) AND r.strategy <> 'manual'
  JOIN teams x ON x.id = r.team_id AND x.archived_at IS NULL
  JOIN team_members m ON m.team_id = r.team_id
  JOIN staff f ON f.id = m.staff_id AND f.disabled_at IS NULL AND f.joined_at IS NOT NULL
  JOIN agent_profiles p ON p.staff_id = f.id
  LEFT JOIN presences s ON s.staff_id = f.id
  WHERE q.ticket_id = $1
  ORDER BY f.id, m.team_id <> q.team_id
  LIMIT 1000`;
