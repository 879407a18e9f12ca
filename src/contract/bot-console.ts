import type { BotEntry, BotOutcome, BotTry, HandOverReason } from './bot.js';
import type { CategoryKey, ConversationHandler, Locale, ShopTier, TicketStatus } from './enums.js';
import type { Timestamp, VerifiedIdentityView } from './views.js';

/** The lists of conversations with the bot. `needs_person`: a person may step in; `running`: with the bot, and nothing has come of it yet. */
export const BOT_CONVERSATION_LISTS = ['needs_person', 'running', 'handed_over', 'confirmed', 'all'] as const;
export type BotConversationList = (typeof BOT_CONVERSATION_LISTS)[number];

/** Why a person may have to step in. */
export const NEEDS_PERSON_REASONS = [
  /** The bot found no answer. */
  'miss',
  /** An answer did not help. */
  'not_helped',
  'upset',
  'money',
  /** The customer has written and the bot has said nothing since. */
  'unanswered',
] as const;
export type NeedsPersonReason = (typeof NEEDS_PERSON_REASONS)[number];

/** A conversation with the bot as lists show it. */
export interface BotConversationItemView {
  id: string;
  /** Empty: a visitor who has told no name. */
  customerName: string;
  shopName?: string;
  tier?: ShopTier;
  locale: Locale;
  /** By which door it was entered. */
  entry: BotEntry;
  /** The first words of the customer, cut to a few lines; empty where they sent files alone. */
  firstQuestion: string;
  /** `confidence` 0..1; `chosen`: the customer said so. */
  category?: { key: CategoryKey; confidence: number; chosen: boolean; subCategory?: string };
  misses: number;
  handler: ConversationHandler;
  /** While the bot has it: why a person may have to step in, and since when. */
  needsPerson?: { because: NeedsPersonReason; since: Timestamp };
  /** Absent: nothing is decided yet. */
  outcome?: BotOutcome;
  handOverReason?: HandOverReason;
  /** The case that came of it. */
  ticket?: { number: string; status: TicketStatus; assigneeName?: string };
  cameBackAt?: Timestamp;
  askedAt: Timestamp;
  /** When the customer last asked the bot something; lists are in this order, the latest first. */
  lastAskedAt: Timestamp;
}

/** One of them with all that is known of it. */
export interface BotConversationView extends BotConversationItemView {
  customer: VerifiedIdentityView;
  siteName: string;
  /** Of the host site, from which it was opened. */
  page?: string;
  /** Of the form, in its order, as far as it is filled. */
  fields: { key: string; label: string; value: string }[];
  tried: BotTry[];
  /** What the bot has asked and not been told yet. */
  asking?: 'category' | 'field' | 'look_up';
  decidedAt?: Timestamp;
}

export interface BotConversationCounts {
  /** Up to 1,000. */
  needsPerson: number;
}
