import type { ArticleCategory, ArticleStatus, ArticleTaskKind, ArticleTaskStatus, ReadingPlace } from './articles.js';
import type { Locale, TicketStatus } from './enums.js';
import type { ArticleLink, Timestamp } from './views.js';

/** How far back a report looks, in days. */
export const REPORT_DAYS = [7, 30, 90] as const;
export type ReportDays = (typeof REPORT_DAYS)[number];

/** Lengths of what an article task says, in characters. */
export const ARTICLE_TASK_LIMITS = { title: 200, note: 2_000, closingNote: 500 } as const;

/** Something that the help centre should say and does not yet, or not well. */
export interface ArticleTaskView {
  id: string;
  kind: ArticleTaskKind;
  title: string;
  note: string;
  locale: Locale;
  /** What people searched for, for kind `search`. */
  query?: string;
  /** The article that it is about, or that came of it. */
  article?: { id: string; title: string; status: ArticleStatus };
  /** The case that it came of. */
  ticketNumber?: string;
  status: ArticleTaskStatus;
  assignee?: { id: string; name: string };
  version: number;
  createdByName: string;
  createdAt: Timestamp;
  closedAt?: Timestamp;
  /** Why it was dismissed; empty otherwise. */
  closingNote: string;
}

/** Searches of customers in a period. `clickable`: something was shown to them that they could open. */
export interface SearchTotals {
  searches: number;
  withoutResult: number;
  clickable: number;
  withoutClick: number;
}

export interface SearchReportView {
  totals: SearchTotals;
  /** Every day of the period in the reader's zone, the first one first. */
  days: (SearchTotals & { day: string })[];
}

/** What is wanting: nothing was found, or nothing was opened of what was. */
export const SEARCH_GAPS = ['no_result', 'no_click'] as const;
export type SearchGap = (typeof SEARCH_GAPS)[number];

/** What many searched for in vain. */
export interface SearchGapView {
  /** In one spelling. */
  folded: string;
  /** As somebody typed it last. */
  query: string;
  locale: Locale;
  place: ReadingPlace;
  count: number;
  lastAskedAt: Timestamp;
  /** What the search shows for it today, the surest first. */
  today: ArticleLink[];
  /** The open task about it. */
  taskId?: string;
}

/** How an article fares: who reads it and has to ask a person all the same. */
export interface ArticleReportView {
  articleId: string;
  title: string;
  category: ArticleCategory;
  reads: number;
  /** Cases opened within the hour by customers who had read it. */
  contacts: number;
  helpful: number;
  notHelpful: number;
  /** What was missing, in the readers' words, the newest first; a few. */
  reasons: string[];
  taskId?: string;
}

/** What readers think of one article. */
export interface ArticleReadersView {
  /** Of the last 90 days, a week each, the first one first. */
  weeks: { from: string; reads: number; contacts: number; helpful: number; notHelpful: number }[];
  /** The newest first. */
  reasons: { at: Timestamp; locale: Locale; text: string }[];
}

/** What of a customer's or a colleague's was taken out of a text; what it may be as well comes later. */
export const REDACTIONS = [
  'name',
  'shop',
  'staff',
  'phone',
  'email',
  'contact',
  'order',
  'ticket',
  'card',
  'identity',
  'link',
  'address',
  'amount',
  'date',
  'number',
] as const;
export type Redaction = (typeof REDACTIONS)[number];

/** A stretch of a text: as it was said, and what stands there instead when it was taken out. */
export interface RedactedPart {
  text: string;
  replacedBy?: string;
  kind?: Redaction;
}

/** A message of a case, with what is to be taken out of it marked. */
export interface CaseMessageView {
  entryId: string;
  by: 'customer' | 'staff';
  at: Timestamp;
  parts: RedactedPart[];
  /** Whether it says something worth an article; the editor decides. */
  suggested: boolean;
}

/** What an article could be made of, out of a case that is solved. */
export interface ArticleFromCaseView {
  ticketNumber: string;
  status: TicketStatus;
  locale: Locale;
  category: ArticleCategory;
  title: string;
  messages: CaseMessageView[];
  /** The article that was drafted from it before. */
  articleId?: string;
}
