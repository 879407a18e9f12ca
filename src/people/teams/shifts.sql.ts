/** Append `WHERE …`. */
export const SHIFT = `
  SELECT h.id, h.staff_id AS "staffId", s.name AS "staffName", h.starts_at AS "startsAt", h.ends_at AS "endsAt",
         to_char(h.starts_at AT TIME ZONE t.time_zone, 'YYYY-MM-DD"T"HH24:MI') AS starts,
         to_char(h.ends_at AT TIME ZONE t.time_zone, 'YYYY-MM-DD"T"HH24:MI') AS ends
  FROM shifts h JOIN staff s ON s.id = h.staff_id JOIN teams t ON t.id = h.team_id`;

export const SHIFTS = `${SHIFT}
  WHERE h.team_id = $1
    AND h.starts_at < $3::date::timestamp AT TIME ZONE t.time_zone
    AND h.ends_at > $2::date::timestamp AT TIME ZONE t.time_zone
  ORDER BY h.starts_at, s.name, h.id LIMIT 1000`;

export const ON_DUTY = `
  WITH on_shift AS (
    SELECT s.id, s.name, min(h.starts_at) AS since FROM shifts h JOIN staff s ON s.id = h.staff_id
    WHERE h.team_id = $1 AND h.starts_at <= $2 AND h.ends_at > $2 AND s.disabled_at IS NULL
    GROUP BY s.id
  )
  SELECT id, name, 'shift' AS as FROM (SELECT * FROM on_shift ORDER BY since, name, id) AS ordered
  UNION ALL
  SELECT s.id, s.name, 'duty_manager' FROM teams t JOIN staff s ON s.id = t.duty_manager_id
  WHERE t.id = $1 AND s.disabled_at IS NULL AND NOT EXISTS (SELECT FROM on_shift)`;

/**
 * Moves by whole days on the team's clock, so that 09:00 stays 09:00 when the clocks change in between. A shift that the
 * change would leave without length is left out.
 */
export const COPY_WEEK = `
  INSERT INTO shifts (id, team_id, staff_id, starts_at, ends_at)
  SELECT gen_random_uuid(), team_id, staff_id, starts_at, ends_at FROM (
    SELECT h.team_id, h.staff_id,
           (h.starts_at AT TIME ZONE t.time_zone + ($3::date - $2::date) * interval '1 day') AT TIME ZONE t.time_zone AS starts_at,
           (h.ends_at AT TIME ZONE t.time_zone + ($3::date - $2::date) * interval '1 day') AT TIME ZONE t.time_zone AS ends_at
    FROM shifts h JOIN teams t ON t.id = h.team_id
    JOIN team_members m ON m.team_id = h.team_id AND m.staff_id = h.staff_id
    JOIN staff s ON s.id = h.staff_id AND s.disabled_at IS NULL
    WHERE h.team_id = $1
      AND h.starts_at >= $2::date::timestamp AT TIME ZONE t.time_zone
      AND h.starts_at < ($2::date + 7)::timestamp AT TIME ZONE t.time_zone
  ) AS copied WHERE ends_at > starts_at
  ON CONFLICT ON CONSTRAINT shifts_once DO NOTHING RETURNING id`;
