import type { Locale, LocalizedText, StaffRole } from './enums.js';
import type { Timestamp } from './views.js';

/** 意见反馈: what customers wish, complain of, or find broken about the product. */
export const FEEDBACK_KINDS = ['suggestion', 'complaint', 'fault'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

export const FEEDBACK_STATUSES = ['received', 'planned', 'done', 'declined'] as const;
export type FeedbackStatus = (typeof FEEDBACK_STATUSES)[number];

/** Where it came in. */
export const FEEDBACK_WAYS = ['widget', 'page', 'case'] as const;
export type FeedbackWay = (typeof FEEDBACK_WAYS)[number];

/** From which status to which; the same again changes the answer alone. */
export const FEEDBACK_MOVES: Readonly<Record<FeedbackStatus, readonly FeedbackStatus[]>> = {
  received: ['planned', 'done', 'declined'],
  planned: ['received', 'done', 'declined'],
  done: ['planned'],
  declined: ['received', 'planned'],
};

/** What ends the matter for those who asked: it says why in both languages. */
export const FEEDBACK_ANSWERED: readonly FeedbackStatus[] = ['done', 'declined'];

export const FEEDBACK_LIMITS = {
  words: 2_000,
  title: 60,
  answer: 1_000,
  reason: 300,
  note: 2_000,
  areaName: 20,
  areas: 30,
  /** Taken out of a topic, or named in a call, at once. */
  atOnce: 100,
  /** Seconds in which telling people can be called back. */
  holdSeconds: 10,
} as const;

export type FeedbackDeed =
  | 'read'
  /** To merge and split, to name what nobody outside sees, to write notes. */
  | 'group'
  /** To make a case of it, and it of a case. */
  | 'case'
  /** To say what becomes of it. */
  | 'decide'
  | 'tell'
  /** To show a topic to all customers, and to word what they see. */
  | 'publish'
  | 'areas';

const AGENT: readonly FeedbackDeed[] = ['read', 'group', 'case'];
const SUPERVISOR: readonly FeedbackDeed[] = [...AGENT, 'decide', 'tell', 'publish'];

/** Who of the staff may do what. */
export const FEEDBACK_PERMISSIONS: Readonly<Record<StaffRole, readonly FeedbackDeed[]>> = {
  agent: AGENT,
  supervisor: SUPERVISOR,
  admin: [...SUPERVISOR, 'areas'],
};

export const FEEDBACK_KIND_WORDS: Readonly<Record<FeedbackKind, LocalizedText>> = {
  suggestion: { 'zh-CN': '建议', en: 'Suggestion' },
  complaint: { 'zh-CN': '投诉', en: 'Complaint' },
  fault: { 'zh-CN': '故障反馈', en: 'Fault report' },
};

export const FEEDBACK_STATUS_WORDS: Readonly<Record<FeedbackStatus, LocalizedText>> = {
  received: { 'zh-CN': '已收到', en: 'Received' },
  planned: { 'zh-CN': '计划中', en: 'Planned' },
  done: { 'zh-CN': '已完成', en: 'Done' },
  declined: { 'zh-CN': '暂不采纳', en: 'Not for now' },
};

/** What the administrator says feedback can be about. */
export interface FeedbackAreaView {
  key: string;
  name: LocalizedText;
  /** Cannot be chosen any more; what has it keeps it. */
  archived?: true;
  version: number;
}

/** A row of the staff's list: like feedback together, most often of one person. */
export interface FeedbackTopicItemView {
  id: string;
  /** The public words; absent until somebody has named it. */
  title?: LocalizedText;
  /** What was said in it first, cut. */
  words: string;
  kinds: FeedbackKind[];
  area?: string;
  status: FeedbackStatus;
  /** Who gave it or asked for it too. */
  people: number;
  /** How many pieces of feedback. */
  count: number;
  public: boolean;
  changedAt: Timestamp;
  version: number;
}

export interface FeedbackView {
  id: string;
  kind: FeedbackKind;
  area?: string;
  words: string;
  way: FeedbackWay;
  at: Timestamp;
  customer: { id: string; name: string; identified: boolean; shopName?: string };
  siteName: string;
  /** The case that it became. */
  caseNumber?: string;
  /** The case that it came from. */
  fromCase?: string;
}

export const FEEDBACK_HISTORY_KINDS = [
  'given',
  'named',
  'merged',
  'split',
  'status',
  'public',
  'told',
  'withdrawn',
  'case',
  'note',
] as const;
export type FeedbackHistoryKind = (typeof FEEDBACK_HISTORY_KINDS)[number];

/** What happened to a topic, and who did it; for colleagues alone. */
export interface FeedbackHistoryView {
  id: string;
  kind: FeedbackHistoryKind;
  /** Absent: a customer. */
  by?: string;
  at: Timestamp;
  from?: FeedbackStatus;
  to?: FeedbackStatus;
  reason?: string;
  note?: string;
  /** People told; pieces merged or split off. */
  count?: number;
  public?: boolean;
  caseNumber?: string;
}

/** People of a topic being told what became of it. */
export interface FeedbackTellingView {
  id: string;
  status: FeedbackStatus;
  people: number;
  /** Until then it can be called back. */
  heldUntil: Timestamp;
  withdrawn?: true;
  told: number;
  /** Of those told: in their conversations, by mail, and not at all for want of any way. */
  ways: { thread: number; mail: number; none: number };
  by: string;
  at: Timestamp;
}

export interface FeedbackTopicView extends FeedbackTopicItemView {
  answer?: LocalizedText;
  /** The newest first, and no more than a hundred. */
  feedback: FeedbackView[];
  /** The newest first. */
  history: FeedbackHistoryView[];
  tellings: FeedbackTellingView[];
  /** Votes of people who gave no feedback of their own. */
  votes: number;
  /** Of its people those who can be told: in a conversation, or by mail. */
  reachable: number;
  /** Where all of it went. */
  mergedInto?: string;
}

/** Feedback that has to do with a case: made of it, or become it. */
export interface CaseFeedbackView {
  id: string;
  topicId: string;
  kind: FeedbackKind;
  way: 'from_case' | 'became_case';
  status: FeedbackStatus;
}

/** What a customer gave, as they see it. */
export interface OwnFeedbackView {
  id: string;
  kind: FeedbackKind;
  words: string;
  status: FeedbackStatus;
  /** In the reader's language. */
  answer?: string;
  at: Timestamp;
  caseNumber?: string;
  caseUrl?: string;
}

export interface WidgetFeedbackView {
  areas: { key: string; name: string }[];
  mine: OwnFeedbackView[];
  /** The page with what others asked for, opened for this customer; absolute path. */
  pageUrl: string;
}

export interface GivenFeedbackView {
  id: string;
  locale: Locale;
  /** Where its customer sees how it goes on; absolute path. */
  pageUrl: string;
}
