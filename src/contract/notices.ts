import type { ClockKind, Locale, Priority, TicketStatus } from './enums.js';
import type { RungTime } from './sla.js';
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

/** A clock of a ticket has reached a rung, and you are to know. */
export interface NoticeView {
  id: string;
  escalationId: string;
  number: string;
  subject: string;
  priority: Priority;
  status: TicketStatus;
  clockKind: ClockKind;
  rung: number;
  at: RungTime;
  /** When the clock is, or was, due. */
  dueAt: Timestamp;
  createdAt: Timestamp;
  read: boolean;
  needsAcknowledgement: boolean;
  /** Unacknowledged until then, the next rung fires. */
  acknowledgeBy?: Timestamp;
  acknowledgedAt?: Timestamp;
  /** Their name. */
  acknowledgedBy?: string;
}
