import type { ClockKind, Locale, Presence, Priority, TicketStatus } from './enums.js';
import type { RungTime } from './sla.js';
import type { WakeReason } from './snoozes.js';
import type { Timestamp } from './views.js';

/** Where notices go beside the console and mail: robots of group chats, and the provider of SMS and calls. */
export const CHANNEL_KINDS = ['feishu', 'dingtalk', 'wecom', 'sms', 'phone'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** Robots that sign: with a secret of their own beside the address. */
export const SIGNING_KINDS: readonly ChannelKind[] = ['feishu', 'dingtalk', 'sms', 'phone'];

export interface NoticeChannelSettings {
  name: string;
  /** Left out: for all teams. */
  teamId?: string;
  /** In which language it is written to. */
  locale: Locale;
  enabled: boolean;
}

export interface NoticeChannelView extends NoticeChannelSettings {
  id: string;
  /** Never changes. */
  kind: ChannelKind;
  /** Host of the address and its last characters; the address itself is a secret. */
  addressHint: string;
  hasSecret: boolean;
  version: number;
  /** What became of the last notice, apart from tests. */
  last?: { state: 'queued' | 'sent' | 'failed'; answer: string; at: Timestamp };
}

/** What the other side said to a test. */
export interface ChannelTestView {
  ok: boolean;
  /** HTTP status and the beginning of the body; or why there is none. */
  answer: string;
}

const NOTICE_KINDS = [
  'escalation',
  'returned',
  'taken_over',
  'whispered',
  'presence',
  'article',
  'nudged',
  'task',
  'mentioned',
  'woken',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

interface NoticeOfAnything {
  id: string;
  createdAt: Timestamp;
  read: boolean;
}

interface NoticeOfTicket extends NoticeOfAnything {
  number: string;
  subject: string;
  priority: Priority;
  status: TicketStatus;
}

/** A clock of a ticket has reached a rung, and you are to know. */
export interface EscalationNoticeView extends NoticeOfTicket {
  kind: 'escalation';
  escalationId: string;
  clockKind: ClockKind;
  rung: number;
  at: RungTime;
  /** When the clock is, or was, due. */
  dueAt: Timestamp;
  needsAcknowledgement: boolean;
  /** Unacknowledged until then, the next rung fires. */
  acknowledgeBy?: Timestamp;
  acknowledgedAt?: Timestamp;
  /** Their name. */
  acknowledgedBy?: string;
}

/** A case of yours went back to its queue: you did not answer in time, or were not there. */
export interface ReturnedNoticeView extends NoticeOfTicket {
  kind: 'returned';
  because: 'silent' | 'gone';
}

/** A supervisor has taken a case of yours over, or has left you a note on it. */
export interface SupervisorNoticeView extends NoticeOfTicket {
  kind: 'taken_over' | 'whispered';
  /** Their name. */
  by: string;
}

/** The customer of a case of yours, or of your team's, asks to hurry. */
export interface NudgedNoticeView extends NoticeOfTicket {
  kind: 'nudged';
  /** How often they have by now. */
  count: number;
}

/** Presence was set, by a supervisor or because cases were left without an answer. */
export interface PresenceNoticeView extends NoticeOfAnything {
  kind: 'presence';
  presence: Presence;
  because: 'supervisor' | 'silent';
  /** Name of the supervisor. */
  by?: string;
  /** Whose it is, when it is not yours. */
  about?: string;
}

/** An article wants you: its writer asks you to look, it came back to you, or it could not be published on time. */
export interface ArticleNoticeView extends NoticeOfAnything {
  kind: 'article';
  articleId: string;
  title: string;
  state: 'asked' | 'returned' | 'stuck';
  /** Name of who asks, or sent it back. */
  by?: string;
  note?: string;
}

/** A task among colleagues was given to you, or one of a case of yours is done. */
export interface TaskNoticeView extends NoticeOfTicket {
  kind: 'task';
  state: 'given' | 'done';
  /** Name of who did so. */
  by: string;
}

/** A colleague addresses you in a note. */
export interface MentionedNoticeView extends NoticeOfTicket {
  kind: 'mentioned';
  /** Their name. */
  by: string;
}

/** What you had put off is back. */
export interface WokenNoticeView extends NoticeOfTicket {
  kind: 'woken';
  because: Exclude<WakeReason, 'staff' | 'nudged'>;
}

export type NoticeView =
  | EscalationNoticeView
  | ReturnedNoticeView
  | SupervisorNoticeView
  | NudgedNoticeView
  | PresenceNoticeView
  | ArticleNoticeView
  | TaskNoticeView
  | MentionedNoticeView
  | WokenNoticeView;
