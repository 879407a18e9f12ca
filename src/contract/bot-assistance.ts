import type { Citation, ModelCallOutcome, ModelPurpose } from './bot.js';
import type { Timestamp } from './views.js';

/** What a person of the staff can be helped with while writing. */
export const ASSISTANCE_DEEDS = ['suggestion', 'rewriting', 'translation', 'summary'] as const;
export type AssistanceDeed = (typeof ASSISTANCE_DEEDS)[number];

export const REWRITING_TONES = ['friendlier', 'shorter', 'more_formal'] as const;
export type RewritingTone = (typeof REWRITING_TONES)[number];

/** Without a language model there is less: what cannot be done is not offered. */
export interface AssistanceView {
  deeds: AssistanceDeed[];
  /** Whether a language model writes it. */
  generates: boolean;
}

/** A proposal, for a person to take or to leave. */
export interface AssistedTextView {
  /** Empty: the help centre has nothing that fits. */
  text: string;
  /** A language model wrote it; else it is taken word for word from an article or the conversation. */
  generated: boolean;
  /** What it rests on. */
  citations: Citation[];
  /** A language model was asked first, and this came of it. */
  failed?: ModelCallOutcome;
}

/** One call of the language model, for review. */
export interface ModelCallLineView {
  id: string;
  purpose: ModelPurpose;
  outcome: ModelCallOutcome;
  detail?: string;
  model: string;
  /** Of the case that the conversation belongs to, if it does. */
  ticketNumber?: string;
  conversationId?: string;
  /** Who of the staff asked for it; absent: the bot. */
  staffName?: string;
  promptTokens: number;
  completionTokens: number;
  milliseconds: number;
  at: Timestamp;
}

export interface ModelCallView extends ModelCallLineView {
  /** As they left the house, without personal data. */
  prompt: { role: string; content: string }[];
  answer: string;
}

/** How the language model is doing. */
export interface ModelUsageView {
  /** By name; absent: none is set up. */
  model?: string;
  /** This process leaves it alone for a while, as it failed too often. */
  resting: boolean;
  /** Of the last 24 hours. */
  tokens: number;
  tokensPerDay: number;
  calls: { outcome: ModelCallOutcome; count: number }[];
  /** Days for which calls are kept. */
  keptDays: number;
}
