import type { CategoryKey, LocalizedText, ShopTier } from './enums.js';

/** A greeting for those who come from certain pages of the host site. */
export interface BotGreeting {
  /** A path with `*` for anything, e.g. `/settlements/*`; the first that fits counts. */
  page: string;
  text: LocalizedText;
  /** Offered first. */
  category?: CategoryKey;
}

/** What an administrator decides about the bot. */
export interface BotSettings {
  /** All 0..1; of articles, the probability that it answers the question. */
  thresholds: {
    /** From here on an article is given as the answer. */
    sure: number;
    /** Below this a hit is a coincidence of words and is not shown. */
    related: number;
    /** Two categories closer than this are asked about. */
    categoryMargin: number;
  };
  /** So many answers that did not help, and it hands over. */
  missesBeforePerson: number;
  greetings: BotGreeting[];
  /** In addition to those that it knows; matched as whole words in English, anywhere in Chinese. */
  words: { person: string[]; anger: string[]; money: string[] };
  /** Hands over at once on signs of these. */
  handOverOn: { anger: boolean; money: boolean };
  /** Who goes to a person at once. Shops by their external id. */
  straightToPerson: { tiers: ShopTier[]; categories: CategoryKey[]; subCategories: string[]; shops: string[] };
  /** Asks the fields of the form in the conversation before it hands over, each twice at most. */
  asksForms: boolean;
  model: {
    /** Writes answers for customers. */
    answers: boolean;
    /** Helps agents: suggested reply, rewriting, translation, summary. */
    assistance: boolean;
    /** Tokens, prompt and answer together. */
    tokensPerConversation: number;
    tokensPerDay: number;
  };
  /** What a contact with a person costs, in the smallest unit that anybody reckons with; null: not said. */
  costPerContact: { amount: number; currency: string } | null;
}

export const DEFAULT_BOT_SETTINGS: BotSettings = {
  thresholds: { sure: 0.7, related: 0.05, categoryMargin: 0.15 },
  missesBeforePerson: 2,
  greetings: [],
  words: { person: [], anger: [], money: [] },
  handOverOn: { anger: true, money: true },
  straightToPerson: { tiers: [], categories: [], subCategories: [], shops: [] },
  asksForms: true,
  model: { answers: true, assistance: true, tokensPerConversation: 20_000, tokensPerDay: 2_000_000 },
  costPerContact: null,
};

export interface BotSettingsView {
  settings: BotSettings;
  /** Send it back with a change. */
  version: number;
  /** Whether a language model is set up, by name; absent: none. */
  model?: string;
}
