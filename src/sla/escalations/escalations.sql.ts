/** Escalations as colleagues see them; append `WHERE …`. `e` the escalation, `c` its clock, `t` the ticket, `m` its team. */
const ESCALATION = `
  SELECT e.id, t.number, t.subject, t.status, t.priority, t.tier, cu.name AS "customerName", sh.name AS "shopName",
         t.team_id AS "teamId", a.name AS "assigneeName", c.kind AS "clockKind", c.due_at AS "dueAt", e.rung,
         l.ladders -> (CASE WHEN e.rung > 100 THEN 'P0' ELSE c.kind END) -> ((e.rung - 1) % 100) -> 'at' AS at, e.fired_at AS "firedAt",
         e.acknowledge_by AS "acknowledgeBy", e.acknowledged_at AS "acknowledgedAt", s.name AS "acknowledgedBy",
         c.state = 'running' AND e.needs_acknowledgement AND e.acknowledged_at IS NULL AS open
  FROM escalations e
  JOIN clocks c ON c.id = e.clock_id
  JOIN ladder_versions l ON l.version = e.ladder_version
  JOIN tickets t ON t.id = c.ticket_id
  JOIN teams m ON m.id = t.team_id
  JOIN customers cu ON cu.id = t.customer_id
  LEFT JOIN shops sh ON sh.id = t.shop_id
  LEFT JOIN staff a ON a.id = t.assignee_id
  LEFT JOIN staff s ON s.id = e.acknowledged_by`;

/** Whose matter it is: $2 is of the staff, $3 their teams, $4 whether they are administrators. */
const MINE = `($4::boolean OR t.assignee_id = $2 OR t.team_id = ANY($3::uuid[]) OR $2 IN (m.lead_id, m.duty_manager_id)
    OR EXISTS (SELECT FROM ticket_watchers w WHERE w.ticket_id = t.id AND w.staff_id = $2)
    OR l.ladders -> (CASE WHEN e.rung > 100 THEN 'P0' ELSE c.kind END) -> ((e.rung - 1) % 100) -> 'whom' @> jsonb_build_array(jsonb_build_object('staffId', $2::uuid)))`;

export const OPEN = `${ESCALATION}
  WHERE e.state = 'fired' AND e.needs_acknowledgement AND e.acknowledged_at IS NULL AND c.state = 'running'
    AND ${MINE}
  ORDER BY e.acknowledge_by NULLS LAST, e.fired_at LIMIT $1`;

/** $1: one of them. */
export const ONE_OF_MINE = `${ESCALATION} WHERE e.id = $1 AND e.state = 'fired' AND ${MINE}`;
