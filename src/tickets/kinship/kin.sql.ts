const MOST = 100;

/** One case beside ticket $1; $2 the reader, $3 their teams, $4 whether they see all. What they may not open says its number alone. */
const KIN = `
  SELECT k.number, k.status, CASE WHEN seen.it THEN k.subject END AS subject, CASE WHEN seen.it THEN c.name END AS "customerName",
         CASE WHEN seen.it THEN a.name END AS "assigneeName"
  FROM tickets k JOIN customers c ON c.id = k.customer_id LEFT JOIN staff a ON a.id = k.assignee_id
  CROSS JOIN LATERAL (SELECT $4::boolean OR k.team_id = ANY($3::uuid[]) OR k.assignee_id = $2::uuid OR EXISTS (
    SELECT FROM ticket_watchers w WHERE w.ticket_id = k.id AND w.staff_id = $2::uuid) AS it) seen`;

const gathered = (rows: string) =>
  `(SELECT coalesce(json_agg(json_strip_nulls(to_json(found))), '[]') FROM (${rows} LIMIT ${MOST}) found)`;

const LINKS = `
  SELECT l.kind, l.ticket_id = $1 AS outward, other.* FROM ticket_links l
  CROSS JOIN LATERAL (
    ${KIN} WHERE k.id = CASE l.ticket_id WHEN $1 THEN l.other_id ELSE l.ticket_id END AND k.merged_into IS NULL) other
  WHERE l.ticket_id = $1 OR l.other_id = $1 ORDER BY l.created_at`;

const MERGED = `
  SELECT m.number, c.name AS "customerName", m.merged_at AS at, m.rating_score AS score, m.rating_solved AS solved
  FROM tickets m JOIN customers c ON c.id = m.customer_id WHERE m.merged_into = $1 ORDER BY m.merged_at`;

/** All that belongs to ticket $1. */
export const KINSHIP = `
  SELECT (SELECT json_strip_nulls(to_json(found)) FROM (
            ${KIN} WHERE k.id = (SELECT parent_id FROM tickets WHERE id = $1)) found) AS parent,
         ${gathered(`${KIN} WHERE k.parent_id = $1 AND NOT k.internal ORDER BY k.opened_at`)} AS parts,
         ${gathered(`${KIN} WHERE k.parent_id = $1 AND k.internal ORDER BY k.opened_at`)} AS tasks,
         ${gathered(LINKS)} AS links, ${gathered(MERGED)} AS merged`;
