import type { CategoryKey, Locale } from './enums.js';
import type { FieldFormat, FieldType } from './forms.js';
import type { Card, Timestamp } from './views.js';

/** What a customer may tap instead of typing: the widget sends the label as their message. */
export interface QuickReply {
  /** In the customer's language; what the message will say. */
  label: string;
  /** What it means to the bot; told apart by it, never shown. */
  value: string;
}

/** A field of a form, asked in the conversation. */
export interface AskedField {
  key: string;
  label: string;
  type: FieldType;
  format?: FieldFormat;
  required: boolean;
}

/** What an answer rests on: the article in the version that was read. */
export interface Citation {
  articleId: string;
  title: string;
  version: number;
  /** Absolute path on this server. */
  url: string;
}

/** Why a conversation went from the bot to a person. */
export const HAND_OVER_REASONS = [
  /** The button, or words like 转人工. */
  'person_requested',
  /** As many misses as the settings allow. */
  'bot_unsure',
  'upset',
  'money_at_stake',
  /** The rules send this customer or category to a person. */
  'rule',
  /** A person of the staff stepped in. */
  'taken_over',
] as const;
export type HandOverReason = (typeof HAND_OVER_REASONS)[number];

/** What came of a conversation that the bot answered, as `bot/deflection/outcome.ts` decides. Never added together. */
export const BOT_OUTCOMES = ['confirmed', 'presumed', 'abandoned', 'handed_over'] as const;
export type BotOutcome = (typeof BOT_OUTCOMES)[number];

/** By which door a conversation with the bot was entered. */
export const BOT_ENTRIES = ['home', 'category', 'article', 'search', 'follow_up'] as const;
export type BotEntry = (typeof BOT_ENTRIES)[number];

/** What the bot can look up by itself, beside what a host site provides under keys of its own. */
export const OWN_LOOK_UPS = ['ticket_status', 'queue_place', 'opening_hours'] as const;

/** `unverified`: only a customer whose identity the host site has signed may ask this. */
export const LOOK_UP_OUTCOMES = ['found', 'not_found', 'failed', 'unverified'] as const;
export type LookUpOutcome = (typeof LOOK_UP_OUTCOMES)[number];

/** One thing that the bot tried, in the order in which it did. */
export interface BotTry {
  kind: 'articles' | 'generated' | 'look_up' | 'question' | 'nothing';
  /** Articles shown, or the look-up's key. */
  articles?: Citation[];
  lookUp?: string;
  /** Of a question: what was asked for, e.g. the field, or the choices that were offered. */
  asked?: string;
  outcome?: 'helped' | 'not_helped' | LookUpOutcome;
  at: Timestamp;
}

/** 会话小结: what the person who takes over needs to know. Never shown to the customer. */
export interface BotBrief {
  because: HandOverReason;
  /** In the language of the conversation, put together from what was said. */
  summary: string;
  /** The customer's first words that say what it is about. */
  firstQuestion: string;
  lastMessages: string[];
  category?: { key: CategoryKey /** 0..1 */; confidence: number; chosen: boolean };
  subCategory?: string;
  /** In the order of the form. */
  fields: { key: string; label: string; value: string }[];
  tried: BotTry[];
  locale: Locale;
}

/** What the bot looked up, as the customer sees it. */
export interface LookedUp {
  lookUp: string;
  outcome: LookUpOutcome;
  card?: Card;
}

/** What a language model is asked for. */
export const MODEL_PURPOSES = ['answer', 'suggestion', 'rewriting', 'translation', 'summary'] as const;
export type ModelPurpose = (typeof MODEL_PURPOSES)[number];

export const MODEL_CALL_OUTCOMES = [
  'ok',
  /** It said itself that the passages do not answer. */
  'declined',
  /** What it wrote is not in the passages, or cites what is not there: thrown away. */
  'unfounded',
  'timed_out',
  /** 401, 403, 429 and the like. */
  'refused',
  'failed',
  'too_large',
  'over_budget',
  /** It failed too often a moment ago and was not asked. */
  'circuit_open',
] as const;
export type ModelCallOutcome = (typeof MODEL_CALL_OUTCOMES)[number];

export const BOT_FLAG_REASONS = ['wrong', 'outdated', 'off_topic', 'incomplete', 'tone'] as const;
export type BotFlagReason = (typeof BOT_FLAG_REASONS)[number];
