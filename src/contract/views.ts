import type { AskedField, BotBrief, Citation, LookedUp, QuickReply } from './bot.js';
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
  QueueWish,
  ShopTier,
  StaffRole,
  TicketStatus,
} from './enums.js';
import type { ValueFault } from './form-problems.js';
import type { CaseDetailView, FormFieldView, FormValues } from './forms.js';
import type { CustomerCallBackView, QueuePlaceView } from './queue.js';
import type { RatingReason } from './rating-reasons.js';
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
  | {
      type: 'bot_answer';
      articles: ArticleLink[];
      confident: boolean;
      outcome?: 'helped' | 'not_helped';
      /** 2: another answer, after the first did not help. */
      attempt: number;
      /** What is to be done, step by step; plain text. */
      steps?: string[];
      /** What the steps are for, as the article's heading says it. */
      stepsHeading?: string;
      /** What the answer rests on. */
      citations?: Citation[];
      /** A language model wrote the words. */
      generated?: true;
    }
  | { type: 'bot_greeting'; replies: QuickReply[] }
  | { type: 'bot_question'; asks: 'category' | 'field' | 'look_up'; replies: QuickReply[]; field?: AskedField }
  | ({ type: 'bot_look_up' } & LookedUp)
  /** On a note, when the bot has handed over. No customer ever sees a note. */
  | { type: 'bot_brief'; brief: BotBrief }
  | { type: 'card'; card: Card }
  | { type: 'ticket_opened'; number: string }
  | { type: 'agent_joined'; name: string }
  | { type: 'handed_over'; team: LocalizedText }
  /** Somebody had it and did not come to it: it waits for another, its place kept. */
  | { type: 'returned_to_queue' }
  /** On a note: a supervisor's word to whoever has the case, by id and name. No customer ever sees a note. */
  | { type: 'whisper'; to: string; name: string }
  /** On a note: the colleagues who are addressed in it. No customer ever sees a note. */
  | { type: 'mentions'; people: { id: string; name: string }[] }
  | { type: 'identified'; name: string }
  | { type: 'ticket_status'; status: TicketStatus }
  /** Dealt with together with another case from now on; its number only for who knows it. */
  | { type: 'ticket_merged'; into?: string }
  /** Another matter of theirs became a case of its own, with this number. */
  | { type: 'ticket_split'; number: string }
  /** Begins a thread of copies: what they wrote in their case with this number. */
  | { type: 'split_from'; number: string }
  | { type: 'rating_requested'; number: string }
  | { type: 'promised'; promisedAt: Timestamp; basis: string }
  | { type: 'rated'; score: number; solved: boolean }
  /** The customer asks to hurry, for the so many-th time. */
  | { type: 'nudged'; count: number };

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

/** The case as its customer sees it inside the widget; with its place while it waits. */
export interface CustomerTicketView extends Partial<QueuePlaceView> {
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
  /** What they may see of its form, in its order; absent: nothing. */
  details?: CaseDetailView[];
  /** What the customer has chosen, while waiting. */
  wish?: QueueWish;
  /** Until it has been made. */
  callBack?: CustomerCallBackView;
  /** Signed public status link, absolute path. */
  statusUrl: string;
  /** The second factor for the public page; only sent to the customer of the case. */
  lookupCode: string;
  rating?: { score: number; solved: boolean; reasons?: RatingReason[]; comment?: string };
  /** It is dealt with together with another case, whose status and promise these are. */
  merged?: true;
  /** The number of that case, where it is the same customer's. */
  mergedInto?: string;
  /** What its customer may do now; what is absent they may not. */
  may: CustomerVerbs;
}

/** What the customer of a case may do about it now. */
export interface CustomerVerbs {
  /** 催单: now, or again from then on. */
  nudge?: { from?: Timestamp };
  /** 撤单. */
  withdraw?: true;
  /** Say that it is solved. */
  confirm?: true;
  /** Rate it, or change the rating; the latter until then, when that is known. */
  rate?: { until?: Timestamp };
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
  /** Nothing has been asked in it yet: it was opened, and perhaps greeted. */
  unspoken?: true;
  ticket?: CustomerTicketView;
}

export interface CategoryView {
  key: CategoryKey;
  name: LocalizedText;
  /** What the widget shows as a topic, e.g. 收益与提现. */
  topic: LocalizedText;
  subCategories: SubCategoryView[];
}

/** A thing to see to before a case is called solved; a reminder that stops nobody. */
export interface ChecklistItemView {
  key: string;
  label: LocalizedText;
  /** Not shown any more but with cases in which it was done. */
  archived?: true;
}

export interface SubCategoryView {
  key: string;
  name: LocalizedText;
  priority: Priority;
  nature: Nature;
  teamKey: string;
  form: FormFieldView[];
  /** Of the form; sent back with what was filled in by it. */
  formVersion: number;
  checklist: ChecklistItemView[];
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
  /** The host site lets them follow the cases of everybody of their shop. */
  shopCases?: true;
}

/** One of the cases that a customer may follow, as a line of a list. */
export interface CustomerCaseView {
  number: string;
  status: TicketStatus;
  /** The first words that were said in it, cut. */
  about: string;
  category?: CategoryKey;
  openedAt: Timestamp;
  /** Their own thread; absent for a colleague's case. */
  conversationId?: string;
  /** Who of the shop it is of, when it is not theirs. */
  customerName?: string;
  /** Signed public status link, absolute path. */
  statusUrl: string;
}

/** Whose cases a list holds, and whether somebody still works on them. */
export interface CustomerCaseQuery {
  of: 'own' | 'shop';
  state: 'active' | 'done';
  cursor?: string;
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
  /** How often its customer has asked to hurry, and when last; absent: never. */
  nudges?: number;
  nudgedAt?: Timestamp;
  lastActivityAt: Timestamp;
  preview: string;
  unread: number;
  openedAt: Timestamp;
  /** As they were first written, by whoever. */
  tags: string[];
  /** A task among colleagues. */
  internal?: true;
  /** Out of the way of whoever has it until then, or until something happens; its clocks go on. */
  snoozedUntil?: Timestamp;
  /** Where its thread says what was searched for; absent: it was found by something else. */
  said?: SaidView;
}
/** A passage of a thread that was found. */
export interface SaidView {
  kind: Exclude<EntryKind, 'system'>;
  authorKind: AuthorKind;
  authorName: string;
  at: Timestamp;
  text: string;
  /** What of the text matches: from, and up to but not including. */
  marks: { from: number; to: number }[];
}

export interface TicketView extends TicketListItemView {
  id: string;
  conversationIds: string[];
  /** Whose each conversation is, and the number they know, which is another than this case's after a merge. */
  threads: { conversationId: string; number: string; customerName: string }[];
  customer: VerifiedIdentityView;
  /** Values by form field key. */
  form: FormValues;
  /** Only in the answer to an edit: what was filled in by an older version of the form and the present one does not take. */
  leftOut?: LeftOutView[];
  promisedAt?: Timestamp;
  promiseBasis?: string;
  resolvedAt?: Timestamp;
  closedAt?: Timestamp;
  rating?: { score: number; solved: boolean; reasons?: RatingReason[]; comment?: string };
  /** Who said of what nature it is; absent: its sub-category does. */
  natureBy?: 'rules' | 'staff';
  /** Items of the sub-category's checklist that were seen to. */
  checks: { item: string; doneBy: string; doneAt: Timestamp }[];
  followUpOf?: string;
  /** This reader watches it: they see it wherever it goes, until they say otherwise. */
  watching: boolean;
  /** Name of who put it off, while it is. */
  snoozedBy?: string;
  /** What this reader may do now; the console shows only these. */
  allowed: { transitions: TicketStatus[]; reply: boolean; assign: boolean; edit: boolean; snooze?: true };
  /** Changes with every edit; send it back with one, so that two editors cannot overwrite each other. */
  version: number;
}

/** A value that a form did not take. It stands in the timeline as well, so nothing is lost. */
export interface LeftOutView {
  key: string;
  label: LocalizedText;
  value: string;
  code: ValueFault;
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
  /** It is dealt with together with another case, whose status and promise these are. */
  merged?: boolean;
  /** The number of that case, where it is the same customer's. */
  mergedInto?: string;
  /** As in {@link CustomerTicketView}, and the same for the four below. */
  nextDueAt?: Timestamp;
  dueInWorkingHours?: boolean;
  paused?: boolean;
  promisedAt?: Timestamp;
  promiseBasis?: string;
  /** What they may see of its form, in its order; absent: nothing. */
  details?: CaseDetailView[];
  timeline: { kind: string; data: Record<string, unknown>; at: Timestamp }[];
  rating?: { score: number; solved: boolean };
}

export interface Page<T> {
  items: T[];
  /** Opaque; absent on the last page. */
  nextCursor?: string;
}
