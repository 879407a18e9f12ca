import type { HandOverReason } from './bot.js';
import type { ConversationHandler, Locale } from './enums.js';
import type { Timestamp } from './views.js';

/** How many turns of old conversations a replay takes at most. */
export const REPLAY_TURNS = 2_000;

/** What the bot would do in a turn. `not_reached`: a person has it by then. */
export const REPLAY_DEEDS = [
  'answered',
  'suggested',
  'missed',
  'asked',
  'looked_up',
  'said',
  'handed_over',
  'not_reached',
] as const;
export type ReplayDeed = (typeof REPLAY_DEEDS)[number];

export interface ReplayedDeed {
  deed: ReplayDeed;
  /** Of a hand-over. */
  reason?: HandOverReason;
  /** Of an answer or a suggestion. */
  articles?: { articleId: string; title: string }[];
  /** 0..1, of the same. */
  confidence?: number;
}

/** A turn in which the changed settings lead elsewhere. */
export interface ReplayedTurn {
  conversationId: string;
  /** What the customer wrote; empty where they turned an answer down by its button. */
  words: string;
  locale: Locale;
  at: Timestamp;
  /** Who has the conversation now. */
  handler: ConversationHandler;
  before: ReplayedDeed;
  after: ReplayedDeed;
}

export interface ReplayCounts {
  deeds: Record<ReplayDeed, number>;
  /** Of those handed over. */
  reasons: Partial<Record<HandOverReason, number>>;
}

/** Old conversations as the bot would lead them by the settings that hold, and by others; nothing was written, nobody told. */
export interface BotReplayView {
  conversations: number;
  turns: number;
  /** There was not the time for all that were asked for. */
  cutShort: boolean;
  before: ReplayCounts;
  after: ReplayCounts;
  /** The latest conversation first. */
  changes: ReplayedTurn[];
}
