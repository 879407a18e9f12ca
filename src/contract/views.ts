import type {
  AuthorKind,
  CardKind,
  CategoryKey,
  Channel,
  ClockKind,
  ConversationHandler,
  EntryKind,
  Locale,
  LocalizedText,
  Nature,
  Presence,
  Priority,
  ShopTier,
  StaffRole,
  TicketStatus,
} from './enums.js';
import type { FieldFormat, FieldType } from './forms.js';
import type { WorkingSpan } from './sla.js';

/** ISO 8601 in UTC with milliseconds, e.g. `2026-11-20T03:00:00.000Z`. */
export type Timestamp = string;

export interface AttachmentView {
  id: string;
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
  /** Pixels; images only. */
  width?: number;
  height?: number;
  /** Path on this server; authorised by the reader's own session or the signature in it. */
  url: string;
}

export interface ArticleLink {
  articleId: string;
  title: string;
  excerpt: string;
  /** Absolute path on this server, e.g. `/help/zh-CN/articles/payout-delay`. */
  url: string;
}

/** A card: facts of the host site beside the case, or sent into the thread. */
export interface Card {
  kind: CardKind;
  id: string;
  title: string;
  status?: string;
  /** Label and value pairs in the order to show them. */
  fields: { label: string; value: string }[];
  /** Absolute https (or loopback http) link into the host site. */
  url?: string;
}

/** What an entry carries beside its text. One of these shapes, told apart by `type`. */
export type EntryData =
  | { type: 'bot_answer'; articles: ArticleLink[]; confident: boolean; outcome?: 'helped' | 'not_helped' }
  | { type: 'bot_greeting' }
  | { type: 'card'; card: Card }
  | { type: 'ticket_opened'; number: string }
  | { type: 'agent_joined'; name: string }
  | { type: 'handed_over'; team: LocalizedText }
  | { type: 'identified'; name: string }
  | { type: 'ticket_status'; status: TicketStatus }
  | { type: 'rating_requested'; number: string }
  | { type: 'rated'; score: number; solved: boolean };

interface EntryCommon {
  id: string;
  conversationId: string;
  kind: EntryKind;
  author: { kind: AuthorKind; name: string };
  /** Plain text; empty for entries that are only data or attachments. */
  body: string;
  data?: EntryData;
  attachments: AttachmentView[];
  createdAt: Timestamp;
  /** Echo of what the sending client chose; lets it match its own optimistic bubble. */
  clientMessageId?: string;
}

/** What a customer may see of an entry. Never a note; numbered without gaps by `customerSeq`. */
export interface CustomerEntryView extends EntryCommon {
  kind: Exclude<EntryKind, 'note'>;
  /** Dense from 1 in the customer's view. */
  seq: number;
}

/** What staff see of an entry. `seq` is dense over all entries, notes included. */
export interface StaffEntryView extends EntryCommon {
  seq: number;
  channel: Channel;
  author: { kind: AuthorKind; name: string; id?: string };
}

/** The case as its customer sees it inside the widget. */
export interface CustomerTicketView {
  number: string;
  status: TicketStatus;
  /** First name or nickname of the assignee; absent while waiting. */
  agentName?: string;
  /** The time by which the customer will hear more; absent when nothing is due, or while that clock stands still. */
  nextDueAt?: Timestamp;
  /** That time was reckoned by the hours in which somebody works. */
  dueInWorkingHours?: true;
  /** The clock stands still, e.g. while the customer is asked. */
  paused?: true;
  /** A date that the customer was given, and what it rests on. */
  promisedAt?: Timestamp;
  promiseBasis?: string;
  /** Place in the queue from 1, while waiting. */
  place?: number;
  /** A plain estimate, while waiting. */
  expectedWaitSeconds?: number;
  /** Whether anybody of the team is there, free or busy; if not, an estimate would be a guess. */
  staffed?: boolean;
  /** Signed public status link, absolute path. */
  statusUrl: string;
  /** The second factor for the public page; only sent to the customer of the case. */
  lookupCode: string;
  rating?: { score: number; solved: boolean };
}

export interface CustomerConversationView {
  id: string;
  category?: CategoryKey;
  handler: ConversationHandler;
  locale: Locale;
  /** Highest customer sequence number. */
  lastSeq: number;
  /** Highest sequence number this customer has read. */
  readSeq: number;
  /** Highest sequence number that somebody of the staff has read; absent when nobody has. */
  staffReadSeq?: number;
  lastActivityAt: Timestamp;
  /** True when a message would be refused with `conversation_closed`: start a new one with `followUpOf`. */
  closed: boolean;
  preview: string;
  ticket?: CustomerTicketView;
}

export interface CategoryView {
  key: CategoryKey;
  name: LocalizedText;
  /** What the widget shows as a topic, e.g. 收益与提现. */
  topic: LocalizedText;
  subCategories: SubCategoryView[];
}

export interface FormFieldView {
  key: string;
  label: LocalizedText;
  type: FieldType;
  required: boolean;
  /** Archived ones cannot be chosen any more; cases that have them keep them. */
  options?: { value: string; label: LocalizedText; archived?: true }[];
  maxLength?: number;
  format?: FieldFormat;
  /** Of the format: a regular expression without backtracking traps, anchored. */
  pattern?: string;
  /** Not asked any more; cases that have a value keep it. */
  archived?: true;
}

export interface SubCategoryView {
  key: string;
  name: LocalizedText;
  priority: Priority;
  nature: Nature;
  teamKey: string;
  form: FormFieldView[];
  /** Cannot be chosen any more; cases that have it keep it. */
  archived?: true;
}

/** What a widget needs of its site before anybody has said a word. */
export interface SiteView {
  key: string;
  name: string;
  greeting: LocalizedText;
  hours: LocalizedText;
  phone?: string;
  color: string;
  topics: { key: CategoryKey; label: LocalizedText }[];
  /** Kept by the widget and shown when the server cannot be reached. */
  popularArticles: Record<Locale, ArticleLink[]>;
}

export interface CustomerView {
  /** False for an anonymous visitor. */
  identified: boolean;
  name?: string;
  shopName?: string;
}

// ---- staff ----

export interface StaffView {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  locale: Locale;
  teamIds: string[];
}

export interface TeamView {
  id: string;
  key: string;
  name: LocalizedText;
  /** Gets no more work; its past stays. */
  archived: boolean;
}

/** Who a case could be handed to, with what one needs to choose. */
export interface AssignableStaffView {
  id: string;
  name: string;
  teamIds: string[];
  presence: Presence;
  /** Units in use and in all. */
  load: number;
  capacity: number;
}

export interface VerifiedIdentityView {
  customerId: string;
  identified: boolean;
  name: string;
  externalId?: string;
  locale: Locale;
  shop?: { externalId: string; name: string; tier: ShopTier; industry?: string; accountManager?: string };
  /** Masked, e.g. `138****5678`. */
  contactPoints: { kind: 'email' | 'phone'; value: string; verifiedBy: string }[];
}

export interface TrackedStepView {
  page: string;
  action: string;
  error?: string;
  at: Timestamp;
}

export interface TicketListItemView {
  number: string;
  subject: string;
  status: TicketStatus;
  priority: Priority;
  category?: CategoryKey;
  subCategory?: string;
  customerName: string;
  shopName?: string;
  tier?: ShopTier;
  teamId: string;
  assigneeId?: string;
  assigneeName?: string;
  nextDueAt?: Timestamp;
  nextDueKind?: ClockKind;
  /** When the clock that is due next began to run; what is left is compared with the whole. */
  nextDueStartedAt?: Timestamp;
  /** The clock stands still from here, e.g. while the customer is asked. */
  pausedAt?: Timestamp;
  /** Working time of that clock until it is due, see `secondsLeft`; absent: around the clock. */
  nextDueWorking?: WorkingSpan[];
  /** Seconds of working time after the last of those spans, when there are more than fit. */
  nextDueBeyond?: number;
  escalated: boolean;
  nature?: Nature;
  /** 1 to 5. */
  ratingScore?: number;
  lastActivityAt: Timestamp;
  preview: string;
  unread: number;
  openedAt: Timestamp;
}

export interface TicketView extends TicketListItemView {
  id: string;
  conversationIds: string[];
  customer: VerifiedIdentityView;
  /** Values by form field key. */
  form: Record<string, string>;
  promisedAt?: Timestamp;
  promiseBasis?: string;
  resolvedAt?: Timestamp;
  closedAt?: Timestamp;
  rating?: { score: number; solved: boolean; comment?: string };
  followUpOf?: string;
  /** What this reader may do now; the console shows only these. */
  allowed: { transitions: TicketStatus[]; reply: boolean; assign: boolean; edit: boolean };
  /** Changes with every edit; send it back with one, so that two editors cannot overwrite each other. */
  version: number;
}

/** A filter of the ticket table that somebody keeps for themselves. */
export interface SavedViewView {
  id: string;
  name: string;
  /** The table's address after the `?`. */
  query: string;
}

/** One line of the timeline; `customerVisible` lines also stand on the public page, in its own words. */
export interface TimelineEventView {
  id: string;
  kind: string;
  actor: { kind: AuthorKind; name: string };
  data: Record<string, unknown>;
  customerVisible: boolean;
  at: Timestamp;
}

export interface ContextView {
  /** `unavailable` when the host did not answer; the case goes on without. */
  state: 'ok' | 'unavailable' | 'none';
  cards: Card[];
  fetchedAt?: Timestamp;
}

// ---- the public status page ----

export interface PublicTicketView {
  number: string;
  status: TicketStatus;
  category?: CategoryKey;
  subCategory?: string;
  openedAt: Timestamp;
  /** As in {@link CustomerTicketView}, and the same for the four below. */
  nextDueAt?: Timestamp;
  dueInWorkingHours?: boolean;
  paused?: boolean;
  promisedAt?: Timestamp;
  promiseBasis?: string;
  timeline: { kind: string; data: Record<string, unknown>; at: Timestamp }[];
  rating?: { score: number; solved: boolean };
}

export interface Page<T> {
  items: T[];
  /** Opaque; absent on the last page. */
  nextCursor?: string;
}
