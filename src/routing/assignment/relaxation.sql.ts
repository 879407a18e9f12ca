/**
 * Cases whose time in their stage is over go on to the next one, up to $1 of them, those that somebody is at passed over. What
 * each line says: how long it has waited and, of skills, which are required no more; of an overflow, by which teams.
 */
export const RELAX = `
WITH due AS MATERIALIZED (
  SELECT q.ticket_id, q.stage FROM queue_items q WHERE q.next_stage_at <= desk_now()
  ORDER BY q.next_stage_at LIMIT $1 FOR UPDATE SKIP LOCKED
), relaxed AS (
  UPDATE queue_items q SET
    stage = CASE due.stage WHEN 'skills' THEN 'team' ELSE 'overflow' END,
    next_stage_at = CASE WHEN due.stage = 'skills' AND cardinality(r.overflow_team_ids) > 0 THEN
      q.next_stage_at + make_interval(secs => r.overflow_after_seconds - r.relax_after_seconds) END
  FROM due, team_routing r WHERE q.ticket_id = due.ticket_id AND r.team_id = q.team_id
  RETURNING q.ticket_id, q.team_id, q.needs, q.enqueued_at, q.stage, due.stage AS former, r.overflow_team_ids
)
SELECT ticket_id AS "ticketId", team_id AS "teamId", overflow_team_ids AS "overflowTeamIds",
       jsonb_build_object('from', former, 'to', stage, 'waitedSeconds', greatest(0, extract(epoch FROM desk_now() - enqueued_at))::int)
       || CASE stage
         WHEN 'team' THEN jsonb_build_object('needs', (
           SELECT jsonb_agg(n) FROM jsonb_array_elements(needs) n WHERE (n ->> 'required')::boolean))
         ELSE jsonb_build_object('teams', (SELECT jsonb_agg(t.name ORDER BY t.key) FROM teams t WHERE t.id = ANY(overflow_team_ids)))
       END AS data
FROM relaxed`;
