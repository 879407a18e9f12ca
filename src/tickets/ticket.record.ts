import type { CategoryKey, Locale, Nature, Priority, ShopTier, TicketStatus } from '../contract/index.js';
import type { TicketFacts } from './ticket.events.js';

/** As much of a ticket as its events say. */
export interface FactsRecord {
  id: string;
  number: string;
  siteId: string;
  customerId: string;
  tier: ShopTier;
  category: CategoryKey | null;
  subCategory: string | null;
  priority: Priority;
  status: TicketStatus;
  teamId: string;
  assigneeId: string | null;
  /** A task among colleagues, of which no customer ever hears. */
  internal: boolean;
  /** By id, the order in which they are locked. */
  conversationIds: string[];
  /** The database's time of this transaction. */
  now: Date;
}

/** A ticket as the verbs see it: locked, with what hangs on it. */
export interface TicketRecord extends FactsRecord {
  nature: Nature | null;
  natureBy: 'rules' | 'staff' | null;
  tags: string[];
  subject: string;
  form: Record<string, string>;
  formVersion: number | null;
  locale: Locale;
  version: number;
  closedAt: Date | null;
  ratingScore: number | null;
  /** Where its conversations went, if it was merged: nothing is done with it any more. */
  mergedInto: string | null;
  parentId: string | null;
  /** Who put it off; null: nobody, or it is back. */
  snoozedBy: string | null;
  /** Staff who watch it. */
  watcherIds: string[];
}

export const FACTS_COLUMNS = `
  t.id, t.number, t.site_id AS "siteId", t.customer_id AS "customerId", t.tier, t.category, t.sub_category AS "subCategory",
  t.priority, t.status, t.team_id AS "teamId", t.assignee_id AS "assigneeId", t.internal, desk_now() AS now,
  ARRAY(SELECT tc.conversation_id FROM ticket_conversations tc WHERE tc.ticket_id = t.id ORDER BY 1) AS "conversationIds"`;

export const RECORD_COLUMNS = `${FACTS_COLUMNS},
  t.nature, t.nature_by AS "natureBy", t.tags, t.subject, t.form, t.form_version AS "formVersion", t.locale, t.version,
  t.closed_at AS "closedAt", t.rating_score AS "ratingScore", t.merged_into AS "mergedInto", t.parent_id AS "parentId",
  t.snoozed_by AS "snoozedBy",
  ARRAY(SELECT w.staff_id FROM ticket_watchers w WHERE w.ticket_id = t.id) AS "watcherIds"`;

export function factsOf(ticket: FactsRecord): TicketFacts {
  return {
    ticketId: ticket.id,
    number: ticket.number,
    siteId: ticket.siteId,
    customerId: ticket.customerId,
    tier: ticket.tier,
    category: ticket.category,
    subCategory: ticket.subCategory,
    priority: ticket.priority,
    status: ticket.status,
    teamId: ticket.teamId,
    assigneeId: ticket.assigneeId,
    internal: ticket.internal,
    conversationIds: ticket.conversationIds,
    at: ticket.now.toISOString(),
  };
}
