import { callBacksOf } from './call-backs.sql.js';

/** A ticket waits when nobody has it, a customer asked for it, and it is neither settled nor on hold. Reads the rows, not the events: events may be late. */
const WAITS = `t.assignee_id IS NULL AND t.status IN ('new', 'open') AND NOT t.internal`;

/**
 * What the queue has to know of tickets that wait. They wait from when their customer began to wait for a person: so whoever
 * comes back because somebody did not answer, is handed on before an answer, or has lost its row, keeps its time.
 * @param tickets SQL of the ids
 */
const FACTS = (tickets: string) => `
  SELECT t.id, t.team_id, t.priority, t.tier, t.category, t.locale, talk.kind, coalesce((r.rules -> 'units' ->> talk.kind)::int, 1) AS units,
         least(talk.since, desk_now()) AS since,
         make_interval(secs => coalesce((r.rules -> 'headStarts' ->> t.priority)::int, 0)
                       + CASE t.tier WHEN 'premium' THEN coalesce((r.rules -> 'headStarts' ->> 'premium')::int, 0) ELSE 0 END) AS ahead,
         make_interval(secs => coalesce((r.rules -> 'headStarts' ->> 'live')::int, 0)) AS ahead_live,
         needs.all_of AS needs, ARRAY[manager.id, last_agent.id] AS preferred,
         CASE WHEN needs.required THEN 'skills' ELSE 'team' END AS stage,
         CASE WHEN needs.required THEN desk_now() + make_interval(secs => team.relax_after_seconds)
              WHEN cardinality(team.overflow_team_ids) > 0 THEN desk_now() + make_interval(secs => team.overflow_after_seconds) END AS next_stage_at,
         CASE WHEN EXISTS (SELECT FROM call_back_requests b WHERE ${callBacksOf('b', 't.id')} AND b.done_at IS NULL) THEN 'call_back' ELSE 'wait' END AS wish
  FROM (${tickets}) asked_for (id)
  -- OFFSET 0: by its id, whatever the planner thinks of how many wait.
  CROSS JOIN LATERAL (SELECT * FROM tickets WHERE tickets.id = asked_for.id OFFSET 0) t
  JOIN team_routing team ON team.team_id = t.team_id
  CROSS JOIN (SELECT rules FROM routing_rules ORDER BY version DESC LIMIT 1) r
  CROSS JOIN LATERAL (
    SELECT coalesce(min(c.awaiting_reply_since), desk_now()) AS since,
           coalesce(work_kind((array_agg(c.channel ORDER BY c.created_at))[1]), 'chat') AS kind
    FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id WHERE tc.ticket_id = t.id) talk
  LEFT JOIN shops h ON h.id = t.shop_id
  LEFT JOIN LATERAL (
    SELECT s.page FROM customer_steps s WHERE s.customer_id = t.customer_id ORDER BY s.at DESC LIMIT 1) step ON true
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(n - 'when'), '[]') AS all_of, coalesce(bool_or((n ->> 'required')::boolean), false) AS required
    FROM jsonb_array_elements(r.rules -> 'needs') n CROSS JOIN LATERAL (SELECT n -> 'when' AS w) AS its
    WHERE coalesce(w ->> 'category' = t.category, NOT w ? 'category')
      AND coalesce(w ->> 'subCategory' = t.sub_category, NOT w ? 'subCategory')
      AND coalesce(w ->> 'locale' = t.locale, NOT w ? 'locale')
      AND coalesce(w ->> 'tier' = t.tier, NOT w ? 'tier')
      AND coalesce(w ->> 'industry' = h.industry, NOT w ? 'industry')
      AND (NOT w ? 'entry' OR starts_with(step.page, w ->> 'entry'))) needs
  LEFT JOIN LATERAL (
    SELECT min(a.id::text)::uuid AS id FROM staff a
    WHERE h.account_manager IS NOT NULL AND a.disabled_at IS NULL AND (a.email = lower(h.account_manager) OR a.name = h.account_manager) HAVING count(*) = 1) manager ON true
  LEFT JOIN LATERAL (
    SELECT l.staff_id AS id FROM tickets other JOIN routed_tickets l ON l.ticket_id = other.id
    WHERE other.customer_id = t.customer_id AND l.assigned_at > desk_now() - make_interval(days => team.last_agent_days)
      -- Who held it and never wrote has not served them.
      AND EXISTS (
        SELECT FROM ticket_conversations tc JOIN entries e ON e.conversation_id = tc.conversation_id
        WHERE tc.ticket_id = other.id AND e.author_kind = 'staff' AND e.author_id = l.staff_id AND e.kind = 'message')
    ORDER BY l.assigned_at DESC, l.id DESC LIMIT 1) last_agent ON true
  WHERE ${WAITS}`;

const COLUMNS =
  'ticket_id, team_id, priority, tier, category, locale, kind, units, enqueued_at, rank_at, needs, preferred_staff, stage, next_stage_at, wish';
const VALUES =
  'id, team_id, priority, tier, category, locale, kind, units, since, since - ahead, needs, preferred, stage, next_stage_at, wish';

/**
 * Makes the queue say of tickets what they say of themselves.
 * $1 the tickets, each in the same order as with everybody else who does this.
 */
export const SYNC_QUEUE_ITEMS = `
WITH asked AS MATERIALIZED (
  SELECT DISTINCT unnest($1::uuid[]) AS id
), waiting AS MATERIALIZED (
  ${FACTS('SELECT id FROM asked')}
), gone AS (
  DELETE FROM queue_items WHERE ticket_id = ANY(ARRAY(
    SELECT had.ticket_id FROM (SELECT id FROM asked ORDER BY id OFFSET 0) asked
    CROSS JOIN LATERAL (SELECT q.ticket_id FROM queue_items q WHERE q.ticket_id = asked.id FOR UPDATE) had
    WHERE asked.id <> ALL(ARRAY(SELECT id FROM waiting))))
)
INSERT INTO queue_items AS q (${COLUMNS})
SELECT ${VALUES} FROM waiting ORDER BY id
ON CONFLICT (ticket_id) DO UPDATE SET
  team_id = excluded.team_id, priority = excluded.priority, tier = excluded.tier, category = excluded.category,
  locale = excluded.locale, kind = excluded.kind, units = excluded.units,
  needs = excluded.needs, preferred_staff = excluded.preferred_staff,
  enqueued_at = CASE WHEN q.team_id = excluded.team_id THEN least(q.enqueued_at, excluded.enqueued_at) ELSE excluded.enqueued_at END,
  rank_at = excluded.rank_at - CASE WHEN q.team_id = excluded.team_id THEN greatest(excluded.enqueued_at - q.enqueued_at, interval '0') ELSE interval '0' END
            - CASE WHEN q.live THEN (SELECT ahead_live FROM waiting w WHERE w.id = q.ticket_id) ELSE interval '0' END,
  stage = CASE WHEN q.team_id = excluded.team_id AND q.needs = excluded.needs THEN q.stage ELSE excluded.stage END,
  next_stage_at = CASE WHEN q.team_id = excluded.team_id AND q.needs = excluded.needs THEN q.next_stage_at ELSE excluded.next_stage_at END`;

/** Tickets that wait without a row come back, rows of what no longer waits go; in the same order. Answers the teams for which something waits. */
export const RECONCILE_QUEUE = `
WITH returned AS (
  INSERT INTO queue_items (${COLUMNS})
  SELECT ${VALUES} FROM (${FACTS(`SELECT lost.id FROM tickets lost
    WHERE lost.assignee_id IS NULL AND lost.status IN ('new', 'open') AND NOT lost.internal AND NOT EXISTS (SELECT FROM queue_items q WHERE q.ticket_id = lost.id)`)}) waiting
  ORDER BY id
  ON CONFLICT (ticket_id) DO NOTHING RETURNING team_id
), gone AS (
  -- Whoever is at one of them just now sees to it.
  DELETE FROM queue_items WHERE ticket_id = ANY(ARRAY(
    SELECT q.ticket_id FROM queue_items q JOIN tickets t ON t.id = q.ticket_id WHERE NOT (${WAITS}) FOR UPDATE OF q SKIP LOCKED))
)
SELECT team_id AS "teamId" FROM returned UNION SELECT team_id FROM queue_items`;
