/** Columns of a `StaffRecordView`, of `staff s`. */
const RECORD = `
  s.id, s.name, s.email, s.role, s.locale, s.version, s.created_at AS "createdAt",
  CASE WHEN s.disabled_at IS NOT NULL THEN 'disabled' WHEN s.joined_at IS NULL THEN 'invited' ELSE 'active' END AS state,
  ARRAY(SELECT m.team_id FROM team_members m WHERE m.staff_id = s.id ORDER BY 1) AS "teamIds",
  EXISTS (SELECT FROM second_factors f WHERE f.staff_id = s.id AND f.confirmed_at IS NOT NULL) AS "secondFactor",
  (SELECT max(e.last_seen_at) FROM staff_sessions e WHERE e.staff_id = s.id) AS "lastSeenAt",
  (SELECT json_build_object('purpose', l.purpose, 'expiresAt', l.expires_at)
     FROM staff_links l WHERE l.staff_id = s.id AND l.expires_at > desk_now()) AS link`;

export const STAFF_RECORD = `SELECT ${RECORD} FROM staff s WHERE s.id = $1`;

/** By name; the words of a search stand in name or address, in any case. */
export const STAFF_PAGE = `
  SELECT * FROM (SELECT ${RECORD} FROM staff s) AS record
  WHERE ($1::text IS NULL OR position(lower($1) IN lower(name)) > 0 OR position(lower($1) IN email) > 0)
    AND ($2::text IS NULL OR role = $2)
    AND ($3::uuid IS NULL OR $3 = ANY("teamIds"))
    AND ($4::text IS NULL OR state = $4)
    AND ($5::text IS NULL OR (name, id) > ($5, $6::uuid))
  ORDER BY name, id LIMIT $7`;
