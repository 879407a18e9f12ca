import type { LookUpOutcome } from './bot.js';
import type { CategoryKey, Locale, LocalizedText } from './enums.js';
import type { FieldFormat } from './forms.js';
import type { Card } from './views.js';

/** Lengths in characters. */
export const BOT_LOOK_UP_LIMITS = {
  name: 40,
  label: 40,
  example: 60,
  /** In each language. */
  words: 50,
  word: 40,
  /** A single character stands in every other sentence. */
  wordMinimum: 2,
  /** Of all sites. */
  lookUps: 100,
} as const;

/** What the host of a site can say about one of its own things, as an administrator describes it. */
export interface BotLookUpSettings {
  /** What it says, e.g. 订单结算 / settlement of an order. */
  name: LocalizedText;
  category: CategoryKey;
  /** What the customer must say first; absent: nothing. */
  input?: { label: LocalizedText; format: FieldFormat; example: string };
  /** Any of them in a message asks for it: whole words in English, anywhere in Chinese. At least one. */
  words: Record<Locale, string[]>;
  /** Of the host's server; signed POST. */
  url: string;
  enabled: boolean;
}

export interface BotLookUpView extends BotLookUpSettings {
  id: string;
  siteId: string;
  /** Of the site one; stands in the calls to the host. */
  key: string;
  /** Send it back with a change. */
  version: number;
}

/** What the host answered when an administrator tried it. */
export interface BotLookUpTrialView {
  outcome: Exclude<LookUpOutcome, 'unverified'>;
  card?: Card;
  /**
   * Of what failed: `url`, `address`, `redirect`, `too_large`, `timeout`, `failed` (nobody there), `not_json`, `wrong_shape`, or the
   * status that was not 200.
   */
  reason?: string;
  milliseconds: number;
}
