import type {
  CategoryKey,
  Channel,
  ClockKind,
  FormValues,
  LocalizedText,
  Nature,
  Priority,
  RatingReason,
  ShopTier,
  TicketStatus,
} from '../../contract/index.js';
import { cursorColumn } from '../../platform/http/index.js';
import type { Conditions } from '../search/conditions.js';

/** As much of a ticket as leaves the house in a table. Of what was said in its thread nothing does. */
export interface ExportRow {
  id: string;
  /** When it was opened, to the microsecond. */
  cursorAt: string;
  number: string;
  subject: string;
  status: TicketStatus;
  priority: Priority;
  nature: Nature | null;
  category: CategoryKey | null;
  subCategory: string | null;
  tags: string[];
  customer: string;
  shop: string | null;
  shopId: string | null;
  tier: ShopTier;
  site: string;
  channel: Channel | null;
  team: LocalizedText;
  assignee: string | null;
  openedAt: Date;
  firstReplyAt: Date | null;
  lastActivityAt: Date;
  resolvedAt: Date | null;
  closedAt: Date | null;
  reopenedAt: Date | null;
  dueKind: ClockKind | null;
  dueAt: Date | null;
  clock: 'running' | 'overdue' | 'paused' | null;
  promisedAt: Date | null;
  promiseBasis: string | null;
  escalatedAt: Date | null;
  nudges: number;
  ratingScore: number | null;
  ratingSolved: boolean | null;
  ratingReasons: RatingReason[];
  ratingComment: string | null;
  mergedInto: string | null;
  parent: string | null;
  followUpOf: string | null;
  internal: boolean;
  form: FormValues;
}

const numberOf = (id: string) => `(SELECT number FROM tickets WHERE id = ${id})`;

/** Begins with the few that were found: of so many tables the planner keeps the order in which they are written. */
const ROW = `
  t.id, ${cursorColumn('t.opened_at')} AS "cursorAt", t.number, t.subject, t.status, t.priority, t.nature, t.category,
  t.sub_category AS "subCategory", t.tags, c.name AS customer, s.name AS shop, s.external_id AS "shopId", t.tier,
  site.name AS site, talk.channel, team.name AS team, a.name AS assignee, t.opened_at AS "openedAt",
  talk.first_reply AS "firstReplyAt", t.last_activity_at AS "lastActivityAt", t.resolved_at AS "resolvedAt",
  t.closed_at AS "closedAt", t.reopened_at AS "reopenedAt", t.next_due_kind AS "dueKind", t.next_due_at AS "dueAt",
  CASE WHEN t.next_due_at IS NULL THEN NULL WHEN t.paused_at IS NOT NULL THEN 'paused'
       WHEN t.next_due_at <= desk_now() THEN 'overdue' ELSE 'running' END AS clock,
  t.promised_at AS "promisedAt", t.promise_basis AS "promiseBasis", t.escalated_at AS "escalatedAt", t.nudges,
  t.rating_score AS "ratingScore", t.rating_solved AS "ratingSolved", t.rating_reasons AS "ratingReasons",
  t.rating_comment AS "ratingComment", ${numberOf('t.merged_into')} AS "mergedInto", ${numberOf('t.parent_id')} AS parent,
  ${numberOf('t.follow_up_of')} AS "followUpOf",
  t.internal, t.form
  FROM found
  JOIN tickets t ON t.id = found.id
  JOIN customers c ON c.id = t.customer_id
  JOIN sites site ON site.id = t.site_id
  JOIN teams team ON team.id = t.team_id
  LEFT JOIN shops s ON s.id = t.shop_id
  LEFT JOIN staff a ON a.id = t.assignee_id
  LEFT JOIN LATERAL (
    SELECT (array_agg(v.channel ORDER BY v.created_at, v.id))[1] AS channel, min(v.first_staff_reply_at) AS first_reply
    FROM ticket_conversations tc JOIN conversations v ON v.id = tc.conversation_id WHERE tc.ticket_id = t.id
  ) talk ON true`;

/**
 * The next rows, the latest first: by the one time of a case that never changes, so that each comes once, whatever goes on meanwhile,
 * and no transaction is open while somebody's line is slow.
 * @param after the last row of the slice before
 */
export function exportSql(
  conditions: Conditions,
  after: Pick<ExportRow, 'cursorAt' | 'id'> | undefined,
  limit: number,
): { text: string; values: unknown[] } {
  const { value, where } = conditions;
  const beyond = after
    ? `AND (t.opened_at, t.id) < (${value(after.cursorAt)}::timestamptz, ${value(after.id)}::uuid)`
    : '';
  const text = `
    WITH found AS MATERIALIZED (
      SELECT t.id FROM tickets t WHERE ${where} ${beyond} ORDER BY t.opened_at DESC, t.id DESC LIMIT ${value(limit)})
    SELECT ${ROW} ORDER BY t.opened_at DESC, t.id DESC`;
  return { text, values: conditions.values };
}
