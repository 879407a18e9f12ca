import { LIMITS } from '../../contract/index.js';
import { cursorColumn } from '../../platform/http/index.js';

export const INSERT_NOTICES = `
  INSERT INTO notices (id, staff_id, escalation_id, ticket_id, clock_kind, rung, at, due_at)
  SELECT n.id, n.staff, $3, $4, $5, $6, $7, $8 FROM unnest($1::uuid[], $2::uuid[]) AS n(id, staff)
  ON CONFLICT ON CONSTRAINT notices_staff_id_escalation_id_key DO NOTHING
  RETURNING id, staff_id AS "staffId"`;

/** One for each person $2 who still works here, of the kind $4, about a ticket or none ($3); `data` of all $5. */
export const INSERT_NEWS = `
  INSERT INTO notices (id, staff_id, ticket_id, kind, data)
  SELECT n.id, n.staff, $3, $4, $5 FROM unnest($1::uuid[], $2::uuid[]) AS n(id, staff)
  JOIN staff s ON s.id = n.staff AND s.disabled_at IS NULL
  RETURNING id, staff_id AS "staffId"`;

const NOTICE = `
  SELECT n.id, n.staff_id AS "staffId", n.kind, n.data, n.escalation_id AS "escalationId", t.number, t.subject, t.priority, t.status,
         n.clock_kind AS "clockKind", n.rung, n.at, n.due_at AS "dueAt", n.created_at AS "createdAt",
         n.read_at IS NOT NULL AS read, e.needs_acknowledgement AS "needsAcknowledgement",
         e.acknowledge_by AS "acknowledgeBy", e.acknowledged_at AS "acknowledgedAt", a.name AS "acknowledgedBy",
         ${cursorColumn('n.created_at')} AS "createdExactly"
  FROM notices n LEFT JOIN escalations e ON e.id = n.escalation_id LEFT JOIN tickets t ON t.id = n.ticket_id
  LEFT JOIN staff a ON a.id = e.acknowledged_by`;

export const NOTICES_BY_ID = `${NOTICE} WHERE n.id = ANY($1::uuid[])`;

export const OWN_NOTICE = `${NOTICE} WHERE n.id = $1 AND n.staff_id = $2`;

/** Newest first. @param $2 time of the last one before, or null, $3 its id, $4 how many, $5 the unread alone */
export const PAGE_OF_NOTICES = `${NOTICE}
  WHERE n.staff_id = $1 AND ($2::timestamptz IS NULL OR (n.created_at, n.id) < ($2::timestamptz, $3::uuid))
    AND (NOT $5::boolean OR n.read_at IS NULL)
  ORDER BY n.created_at DESC, n.id DESC LIMIT $4`;

/** By staff id; those with none are left out. Nobody reads a figure beyond the limit. */
export const UNREAD = `
  SELECT s.id AS "staffId", (SELECT count(*) FROM (
           SELECT 1 FROM notices n WHERE n.staff_id = s.id AND n.read_at IS NULL LIMIT ${LIMITS.countedNotices + 1}) AS counted
         )::int AS unread
  FROM unnest($1::uuid[]) AS s(id)`;

export const READ_ONE = 'UPDATE notices SET read_at = desk_now() WHERE id = $1 AND staff_id = $2 AND read_at IS NULL';

/** Up to the newest that was on screen: what has come since stays unread. @param $2 its id */
export const READ_ALL = `
  UPDATE notices SET read_at = desk_now() WHERE staff_id = $1 AND read_at IS NULL
    AND (created_at, id) <= (SELECT created_at, id FROM notices WHERE id = $2 AND staff_id = $1)`;

export const TOLD_OF = 'SELECT staff_id AS "staffId" FROM notices WHERE escalation_id = $1';

export const PRUNE = `
  DELETE FROM notices WHERE id IN (
    SELECT id FROM notices WHERE created_at < desk_now() - interval '90 days' LIMIT 5000)`;
