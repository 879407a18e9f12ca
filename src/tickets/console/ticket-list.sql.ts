import { LIMITS, type TicketList } from '../../contract/index.js';
import { cursorColumn } from '../../platform/http/index.js';
import { originOf } from '../kinship/own-case.sql.js';

/**
 * One list row, whole: names, shop, the words last exchanged and what the reader has not read. No second query per row.
 * @param reader SQL of the staff id whose unread is counted
 */
export const row = (reader: string) => `
  t.id, t.number, t.subject, t.status, t.priority, t.category, t.sub_category AS "subCategory", c.name AS "customerName",
  s.name AS "shopName", CASE WHEN s.id IS NOT NULL THEN t.tier END AS tier, t.team_id AS "teamId",
  t.assignee_id AS "assigneeId", a.name AS "assigneeName", t.next_due_at AS "nextDueAt", t.next_due_kind AS "nextDueKind",
  t.next_due_started_at AS "nextDueStartedAt", t.paused_at AS "pausedAt",
  t.next_due_working AS "nextDueWorking", t.next_due_beyond AS "nextDueBeyond",
  t.escalated_at IS NOT NULL AS escalated, t.internal, t.nature, t.tags, t.rating_score AS "ratingScore",
  t.nudges, t.nudged_at AS "nudgedAt", t.snoozed_until AS "snoozedUntil",
  t.last_activity_at AS "lastActivityAt", t.opened_at AS "openedAt", coalesce(thread.preview, '') AS preview,
  coalesce(thread.unread, 0) AS unread
  FROM tickets t
  JOIN customers c ON c.id = t.customer_id
  LEFT JOIN shops s ON s.id = t.shop_id
  LEFT JOIN staff a ON a.id = t.assignee_id
  LEFT JOIN LATERAL (
    SELECT (array_agg(v.preview ORDER BY v.last_activity_at DESC))[1] AS preview, sum(news.count)::int AS unread
    FROM ticket_conversations tc
    JOIN conversations v ON v.id = tc.conversation_id
    LEFT JOIN read_states r ON r.conversation_id = v.id AND r.principal = 'staff:' || (${reader})::text
    CROSS JOIN LATERAL (
      SELECT count(*) AS count FROM (
        SELECT 1 FROM entries e
        WHERE e.conversation_id = v.id AND e.seq > coalesce(r.seq, 0) AND e.author_kind = 'customer' LIMIT 99
      ) latest
    ) news
    WHERE tc.ticket_id = t.id
  ) thread ON true`;

const ACTIVE = `t.status IN ('new', 'open', 'pending', 'on_hold')`;
const DONE = `t.status IN ('resolved', 'closed') AND t.merged_into IS NULL AND t.last_activity_at > desk_now() - interval '30 days'`;

/** A condition that one index answers in the list's order; `team`: once for each team of that parameter. */
interface Source {
  team?: '$2' | '$3';
  where: string;
}

/** $1 staff id, $2 the teams whose queues they work, $3 the teams whose finished work they oversee. */
const SOURCES: Record<TicketList, Source[]> = {
  mine: [{ where: `t.assignee_id = $1::uuid AND t.status IN ('new', 'open') AND t.snoozed_until IS NULL` }],
  queued: [{ team: '$2', where: `t.team_id = team.id AND t.assignee_id IS NULL AND ${ACTIVE}` }],
  follow_up: [
    { where: `t.assignee_id = $1::uuid AND t.status IN ('pending', 'on_hold') AND t.snoozed_until IS NULL` },
    {
      where: `t.id IN (SELECT ticket_id FROM ticket_watchers WHERE staff_id = $1::uuid)
        AND t.assignee_id IS DISTINCT FROM $1::uuid AND ${ACTIVE}`,
    },
  ],
  snoozed: [{ where: `t.assignee_id = $1::uuid AND ${ACTIVE} AND t.snoozed_until IS NOT NULL` }],
  resolved: [
    { where: `t.assignee_id = $1::uuid AND ${DONE}` },
    { team: '$3', where: `t.team_id = team.id AND ${DONE}` },
  ],
};

/** The queue by urgency and then by who has waited longest; everything else by what moved last. $4–$6: the cursor. */
const ORDER = {
  queue: {
    key: `${cursorColumn('t.opened_at')} AS "cursorAt"`,
    after: `($4::text IS NULL OR (t.priority, t.opened_at, t.id) > ($4, $5::timestamptz, $6::uuid))`,
    by: 't.priority, t.opened_at, t.id',
  },
  /** What is back soonest comes first. */
  until: {
    key: `${cursorColumn('t.snoozed_until')} AS "cursorAt"`,
    after: `($4::text IS NULL OR (t.snoozed_until, t.id) > ($5::timestamptz, $6::uuid))`,
    by: 't.snoozed_until, t.id',
  },
  latest: {
    key: `${cursorColumn('t.last_activity_at')} AS "cursorAt"`,
    after: `($4::text IS NULL OR (t.last_activity_at, t.id) < ($5::timestamptz, $6::uuid))`,
    by: 't.last_activity_at DESC, t.id DESC',
  },
};

/** Each source gives a page at most, so that nobody's history is sorted to show its beginning. */
function picked(list: TicketList, condition: string, tail: string): string {
  return SOURCES[list]
    .map(({ team, where }) => {
      const rows = `SELECT t.id, t.priority, t.opened_at, t.last_activity_at, t.snoozed_until FROM tickets t WHERE ${where} ${condition} ${tail}`;
      return team
        ? `(SELECT found.* FROM unnest(${team}::uuid[]) AS team(id) CROSS JOIN LATERAL (${rows}) found)`
        : `(${rows})`;
    })
    .join(' UNION ');
}

const ORDER_OF: Partial<Record<TicketList, keyof typeof ORDER>> = { queued: 'queue', snoozed: 'until' };

export function listSql(list: TicketList): string {
  const { key, after, by } = ORDER[ORDER_OF[list] ?? 'latest'];
  // Naming all parameters in every list keeps one order of values for all.
  return `SELECT ${key}, ${row('$1::uuid')}
  WHERE t.id IN (
      SELECT t.id FROM (${picked(list, `AND ${after}`, `ORDER BY ${by} LIMIT $7`)}) t ORDER BY ${by} LIMIT $7)
    AND $1::uuid IS NOT NULL AND $2::uuid[] IS NOT NULL AND $3::uuid[] IS NOT NULL
  ORDER BY ${by}`;
}

/** Rows by ticket id, for pushes; unread is counted for whoever has the ticket. */
export const ROWS_BY_ID = `SELECT ${row('t.assignee_id')} WHERE t.id = ANY($1::uuid[])`;

const count = (list: TicketList) =>
  `(SELECT count(*)::int FROM (SELECT 1 FROM (${picked(list, '', `LIMIT ${LIMITS.countedTickets}`)}) t LIMIT ${LIMITS.countedTickets}) counted)`;

export const COUNTS = `SELECT ${count('mine')} AS mine, ${count('queued')} AS queued, ${count('follow_up')} AS follow_up,
  ${count('snoozed')} AS snoozed, ${count('resolved')} AS resolved`;

/** What the open case shows beyond its row. */
export const DETAIL = `
  SELECT t.form, t.promised_at AS "promisedAt", t.promise_basis AS "promiseBasis",
         t.resolved_at AS "resolvedAt", t.closed_at AS "closedAt",
         t.rating_solved AS "ratingSolved", t.rating_comment AS "ratingComment", t.rating_reasons AS "ratingReasons", t.version, f.number AS "followUpOf",
         t.nature_by AS "natureBy", (SELECT name FROM staff WHERE id = t.snoozed_by) AS "snoozedBy", (
           SELECT json_agg(json_build_object('item', k.item, 'doneBy', d.name, 'doneAt', k.done_at) ORDER BY k.done_at)
           FROM ticket_checks k JOIN staff d ON d.id = k.done_by WHERE k.ticket_id = t.id) AS checks, (
           SELECT coalesce(json_agg(json_build_object('conversationId', tc.conversation_id, 'number', o.number, 'customerName', oc.name)
                    ORDER BY tc.conversation_id), '[]')
           FROM ticket_conversations tc JOIN tickets o ON o.id = ${originOf('tc')}
           JOIN conversations v ON v.id = tc.conversation_id JOIN customers oc ON oc.id = v.customer_id
           WHERE tc.ticket_id = t.id) AS threads, ${row('$2::uuid')}
  LEFT JOIN tickets f ON f.id = t.follow_up_of
  WHERE t.id = $1`;
