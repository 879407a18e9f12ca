import { BULK_LIMITS } from '../../contract/index.js';

/** One more than may be: then it is known that there are too many. */
export const MOST = BULK_LIMITS.cases + 1;

/** The cases of a scope, as `id` in the order of `place`. */
export const BY_NUMBERS = `
  SELECT coalesce(t.merged_into, t.id) AS id, row_number() OVER (ORDER BY min(given.place)) AS place
  FROM unnest($1::text[]) WITH ORDINALITY AS given(number, place) JOIN tickets t ON t.number = given.number
  GROUP BY coalesce(t.merged_into, t.id)`;

/** What an action of one's own has not done. */
export const UNFINISHED = `
  SELECT k.ticket_id AS id, row_number() OVER (ORDER BY k.place) AS place
  FROM bulk_actions a JOIN bulk_action_cases k ON k.action_id = a.id
  WHERE a.id = $1 AND a.staff_id = $2 AND a.state IN ('done', 'stopped', 'undone') AND k.state IN ('failed', 'undone')`;

/** Who has waited longest comes first. @param where of `Conditions` @param limit its place */
export const byFilter = (where: string, limit: string): string => `
  SELECT id, row_number() OVER (ORDER BY opened_at, id) AS place FROM (
    SELECT t.id, t.opened_at FROM tickets t WHERE ${where} AND t.merged_into IS NULL
    ORDER BY t.opened_at, t.id LIMIT ${limit}) found`;

export const INSERT_ACTION = `
  INSERT INTO bulk_actions (id, staff_id, deed, scope, held_until)
  VALUES ($1, $2, $3, $4, desk_now() + interval '${BULK_LIMITS.holdSeconds} seconds')`;

/** @param chosen a scope's statement @param action place of the action's id */
export const insertCases = (chosen: string, action: string): string => `
  INSERT INTO bulk_action_cases (action_id, ticket_id, place)
  SELECT ${action}, id, place FROM (${chosen}) chosen RETURNING 1`;

/** What a preview counts. @param chosen a scope's statement @param reader place of the reader's id */
export const factsOf = (chosen: string, reader: string): string => `
  SELECT t.id, t.number, t.customer_id AS "customerId", c.name AS "customerName", t.status, t.team_id AS "teamId",
         t.assignee_id AS "assigneeId",
         EXISTS (SELECT FROM ticket_watchers w WHERE w.ticket_id = t.id AND w.staff_id = ${reader}::uuid) AS watched
  FROM (${chosen}) chosen JOIN tickets t ON t.id = chosen.id JOIN customers c ON c.id = t.customer_id
  ORDER BY chosen.place`;

const ACTION = `
  SELECT a.id, a.staff_id AS "staffId", a.deed, a.state, a.ordered_at AS "orderedAt", a.held_until AS "heldUntil",
         a.ended_at AS "endedAt", k.total, k.counts
  FROM bulk_actions a CROSS JOIN LATERAL (
    SELECT coalesce(sum(count), 0)::int AS total, coalesce(jsonb_object_agg(state, count), '{}') AS counts
    FROM (SELECT state, count(*)::int AS count FROM bulk_action_cases WHERE action_id = a.id GROUP BY state) counted) k`;

export const ACTION_BY_ID = `${ACTION} WHERE a.id = $1`;

/** Of $1, the latest first; what ended longer ago than a day is history. */
export const ACTIONS_OF = `${ACTION}
  WHERE a.staff_id = $1 AND (a.ended_at IS NULL OR a.ended_at > desk_now() - interval '1 day')
  ORDER BY a.ordered_at DESC, a.id DESC LIMIT 20`;

/** A page of $1's cases in these states ($2) behind a place ($3). The last three: whose eyes these are, see `ACTIONS_OF`. */
export const CASES_OF = `
  SELECT k.place, t.number, k.state, k.code, k.detail,
         CASE WHEN seen.by THEN t.subject END AS subject, CASE WHEN seen.by THEN c.name END AS "customerName"
  FROM bulk_action_cases k JOIN tickets t ON t.id = k.ticket_id JOIN customers c ON c.id = t.customer_id
  CROSS JOIN LATERAL (SELECT $7::boolean OR t.assignee_id = $5::uuid OR t.team_id = ANY($6::uuid[])
    OR EXISTS (SELECT FROM ticket_watchers w WHERE w.ticket_id = t.id AND w.staff_id = $5::uuid) AS by) seen
  WHERE k.action_id = $1 AND k.state = ANY($2::text[]) AND k.place > $3 ORDER BY k.place LIMIT $4`;

export const BEGIN_DUE = `
  UPDATE bulk_actions SET state = 'running' WHERE state = 'held' AND held_until <= desk_now()`;

/** With `rest`, in milliseconds until the next begins. */
export const UNDER_WAY = `
  SELECT id, state, greatest(0, extract(epoch FROM held_until - desk_now()) * 1000)::float8 AS rest
  FROM bulk_actions WHERE state IN ('held', 'running', 'stopping') ORDER BY held_until, id`;

/** The next case that nobody is at; those that stumbled come last. Held until the transaction ends. */
export const CLAIM = `
  SELECT k.ticket_id AS "ticketId", a.staff_id AS "staffId", a.deed FROM bulk_action_cases k
  JOIN bulk_actions a ON a.id = k.action_id AND a.state = 'running'
  WHERE k.action_id = $1 AND k.state = 'waiting' ORDER BY k.tries, k.place LIMIT 1 FOR UPDATE OF k SKIP LOCKED`;

export const SETTLE = `
  UPDATE bulk_action_cases SET state = $3, code = $4, settled_at = desk_now() WHERE action_id = $1 AND ticket_id = $2`;

/** The case that it went to gets its turn, once, unless it has one of its own. */
export const FOLLOW_MERGED = `
  INSERT INTO bulk_action_cases (action_id, ticket_id, place)
  SELECT $1, $2, max(place) + 1 FROM bulk_action_cases WHERE action_id = $1 ON CONFLICT DO NOTHING`;

/** $5: for a reason that passes; then it is tried again, so many times ($6). */
export const FAIL = `
  UPDATE bulk_action_cases SET tries = tries + 1, code = $3, detail = $4,
    state = CASE WHEN $5 AND tries + 1 < $6::int THEN state ELSE 'failed' END,
    settled_at = CASE WHEN $5 AND tries + 1 < $6::int THEN NULL ELSE desk_now() END
  WHERE action_id = $1 AND ticket_id = $2 AND state = 'waiting'`;

/** What nobody is at goes back; the others end by themselves. */
export const TAKE_BACK = `
  UPDATE bulk_action_cases SET state = 'undone', settled_at = desk_now()
  WHERE action_id = $1 AND ticket_id IN (
    SELECT ticket_id FROM bulk_action_cases WHERE action_id = $1 AND state = 'waiting' FOR UPDATE SKIP LOCKED)`;

export const FINISH = `
  UPDATE bulk_actions a SET ended_at = desk_now(),
    state = CASE WHEN EXISTS (SELECT FROM bulk_action_cases WHERE action_id = a.id AND state = 'undone') THEN 'stopped' ELSE 'done' END
  WHERE id = $1 AND state IN ('running', 'stopping')
    AND NOT EXISTS (SELECT FROM bulk_action_cases WHERE action_id = a.id AND state = 'waiting') RETURNING 1 AS finished`;

/** Whether as much waits to be carried to those who follow it as ($1). */
export const BACKLOG = `
  SELECT count(*) >= $1::int AS long FROM (
    SELECT 1 FROM outbox WHERE retry_at IS NULL OR retry_at <= desk_now() LIMIT $1) due`;
