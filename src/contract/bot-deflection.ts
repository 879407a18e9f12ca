import type { HandOverReason } from './bot.js';

/** By what the report on deflection can be told apart. `article`: to which the outcome is credited. */
export const DEFLECTION_DIMENSIONS = ['category', 'article', 'language', 'entry', 'day'] as const;
export type DeflectionDimension = (typeof DEFLECTION_DIMENSIONS)[number];

/** How far back a period may reach, in days. */
export const DEFLECTION_DAYS = 400;

/**
 * Conversations with the bot, each in exactly one of the first five. These are never added together: what is said to be
 * deflected is `confirmed` alone.
 */
export interface DeflectionCounts {
  confirmed: number;
  presumed: number;
  abandoned: number;
  handedOver: number;
  /** Less than 72 hours have passed. */
  undecided: number;
  /** Of the confirmed: a contact with a person on the same category within 72 hours. */
  cameBack: number;
  /** Of the abandoned: the same. */
  turnedToPerson: number;
  /** Of the confirmed, presumed and abandoned: asked the bot again on the same category within 72 hours. */
  askedAgain: number;
}
export type DeflectionCount = keyof DeflectionCounts;

/** What opens the conversations of such a count in the list of conversations with the bot, beside period and row. */
export const DEFLECTION_FILTERS: Record<DeflectionCount, Record<string, string>> = {
  confirmed: { outcome: 'confirmed' },
  presumed: { outcome: 'presumed' },
  abandoned: { outcome: 'abandoned' },
  handedOver: { outcome: 'handed_over' },
  undecided: { outcome: 'undecided' },
  cameBack: { outcome: 'confirmed', cameBack: 'true' },
  turnedToPerson: { outcome: 'abandoned', cameBack: 'true' },
  askedAgain: { askedAgain: 'true' },
};

export interface DeflectionRow extends DeflectionCounts {
  /** Category, article id, locale, entry or day; null: not known, or no article was shown. */
  key: string | null;
  /** Of an article: its title in the reader's language where it has one. */
  title?: string;
  /** Opens all conversations of the row in the list of conversations with the bot; with {@link DEFLECTION_FILTERS} those of a count. */
  query: Record<string, string>;
}

export interface DeflectionReportView {
  by: DeflectionDimension;
  /** Days in `timeZone`, both included: when the first question was asked. */
  from: string;
  to: string;
  timeZone: string;
  totals: DeflectionRow;
  rows: DeflectionRow[];
  /** Rows that are not shown: those with the least. */
  leftOff: number;
  /** Of those handed over; null: not known. */
  handOverReasons: { reason: HandOverReason | null; count: number; query: Record<string, string> }[];
  /** What a contact with a person costs; null: nobody has said. In the smallest unit. */
  costPerContact: { amount: number; currency: string } | null;
  /** `confirmed` times that cost. */
  saved: { amount: number; currency: string } | null;
  /** `presumed` times that cost: shown apart, never in the same sum. */
  perhapsSaved: { amount: number; currency: string } | null;
}

/** Of how many conversations it is known what came of them: the denominator of every share. */
export const decidedOf = ({ confirmed, presumed, abandoned, handedOver }: DeflectionCounts): number =>
  confirmed + presumed + abandoned + handedOver;
