const PEOPLE = (team: string) => `
  (SELECT count(*)::int FROM team_members m
   JOIN staff s ON s.id = m.staff_id AND s.disabled_at IS NULL AND s.joined_at IS NOT NULL
   JOIN agent_profiles p ON p.staff_id = m.staff_id AND p.capacity > 0 WHERE m.team_id = ${team}) AS people`;

/** $1 team. */
export const TEAM_SETTINGS = `
  SELECT r.strategy, r.answer_within_seconds AS "answerWithinSeconds", r.last_agent_days AS "lastAgentDays",
         r.relax_after_seconds AS "relaxAfterSeconds", r.overflow_after_seconds AS "overflowAfterSeconds",
         r.overflow_team_ids AS "overflowTeamIds", r.shift_only AS "shiftOnly", r.queue_limit AS "queueLimit",
         r.release_after_minutes AS "releaseAfterMinutes", r.surge_waiting AS "surgeWaiting", r.version, t.name, ${PEOPLE('r.team_id')}
  FROM team_routing r JOIN teams t ON t.id = r.team_id WHERE r.team_id = $1`;

/** $1 their ids. */
export const OVERFLOW_TEAMS = `
  SELECT t.id, t.name, t.archived_at IS NOT NULL AS archived, ${PEOPLE('t.id')} FROM teams t WHERE t.id = ANY($1::uuid[])`;

/** $1 team, $2 its settings as JSON. */
export const SAVE_SETTINGS = `
  UPDATE team_routing r SET
    strategy = s."strategy", answer_within_seconds = s."answerWithinSeconds", last_agent_days = s."lastAgentDays",
    relax_after_seconds = s."relaxAfterSeconds", overflow_after_seconds = s."overflowAfterSeconds",
    overflow_team_ids = ARRAY(SELECT jsonb_array_elements_text(s."overflowTeamIds")::uuid), shift_only = s."shiftOnly",
    queue_limit = s."queueLimit", release_after_minutes = s."releaseAfterMinutes", surge_waiting = s."surgeWaiting",
    version = version + 1
  FROM jsonb_to_record($2::jsonb) AS s ("strategy" text, "answerWithinSeconds" int, "lastAgentDays" int, "relaxAfterSeconds" int,
    "overflowAfterSeconds" int, "overflowTeamIds" jsonb, "shiftOnly" boolean, "queueLimit" int, "releaseAfterMinutes" int, "surgeWaiting" int)
  WHERE r.team_id = $1`;

/**
 * When cases that wait in a team ($1) go on to the next stage, by new times. $2 and $3: the seconds after which skills were
 * relaxed and cases overflowed before; what had no end begins to count now.
 */
export const MOVE_STAGES = `
  UPDATE queue_items q SET next_stage_at = CASE
    WHEN q.stage = 'skills' THEN
      coalesce(q.next_stage_at - make_interval(secs => $2::int), desk_now()) + make_interval(secs => r.relax_after_seconds)
    WHEN q.stage = 'team' AND cardinality(r.overflow_team_ids) > 0 THEN
      coalesce(q.next_stage_at - make_interval(secs => $3::int), desk_now()) + make_interval(secs => r.overflow_after_seconds)
  END
  FROM team_routing r WHERE r.team_id = $1 AND q.team_id = $1`;
