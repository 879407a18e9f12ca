import type { BotFlagReason } from './bot.js';
import type { CategoryKey, Locale } from './enums.js';
import type { ArticleLink, Timestamp } from './views.js';

/** Characters of what somebody says about a wrong answer. */
export const BOT_FLAG_NOTE = 500;

/** What somebody does about something that the bot could have known better. */
export const BOT_SETTLING_DEEDS = ['task', 'synonym', 'dismissed'] as const;
export type BotSettlingDeed = (typeof BOT_SETTLING_DEEDS)[number];

/** A question that the bot could not answer, with all that asks the same in other words. */
export interface UnansweredQuestionView {
  /** As it is asked most; numbers that may be somebody's are taken out. */
  question: string;
  locale: Locale;
  /** That of most who asked. */
  category?: CategoryKey;
  /** Other wordings, a few. */
  alike: string[];
  count: number;
  /** Of these: the help centre had nothing at all; the others were shown something that did not help. */
  nothingFound: number;
  lastAskedAt: Timestamp;
  /** The newest, a few. */
  conversationIds: string[];
  /** What the search finds for it today, the surest first. */
  today: ArticleLink[];
  /** What is settled with it. */
  members: string[];
}

/** What makes an agent's reply look like an article: it goes step by step, it explains at length, it is said again and again. */
export const REPLY_MARKS = ['steps', 'long', 'often'] as const;
export type ReplyMark = (typeof REPLY_MARKS)[number];

/** A reply of an agent's that solved what the bot could not. */
export interface ArticleInWaitingView {
  /** Its beginning; numbers that may be somebody's are taken out. */
  reply: string;
  locale: Locale;
  category?: CategoryKey;
  marks: ReplyMark[];
  /** In how many cases it was said alike. */
  cases: number;
  lastSaidAt: Timestamp;
  /** The newest, a few; an article is best written of the first. */
  ticketNumbers: string[];
  members: string[];
}

/** An answer of the bot's of which somebody of the staff says that it is wrong. */
export interface BotFlagView {
  entryId: string;
  conversationId: string;
  reason: BotFlagReason;
  note: string;
  by: { id: string; name: string };
  at: Timestamp;
  settled?: { by: BotSettlingDeed; at: Timestamp };
}

/** The same, with what it is about. */
export interface FlaggedAnswerView extends BotFlagView {
  locale: Locale;
  /** What was asked; numbers that may be somebody's are taken out. Empty when it cannot be told. */
  question: string;
  answer: string;
  articles: ArticleLink[];
  /** A language model wrote the words. */
  generated: boolean;
  ticketNumber?: string;
}

export interface BotSettlementView {
  by: BotSettlingDeed;
  /** The article task that has come of it. */
  taskId?: string;
}
