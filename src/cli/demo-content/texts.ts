import type { CategoryKey, Locale, ShopTier, StaffRole, TicketStatus } from '../../contract/index.js';

/**
 * What a text may leave open, written `{orderId}`; see `fillIn`. Amounts come without a currency sign (`1,280.50`), dates and
 * times as the text's language writes them (`11 月 18 日`, `18 Nov`; `21:40`), `bankTail` and `phoneTail` are four digits.
 */
export const PLACEHOLDERS = [
  'orderId',
  'settlementId',
  'withdrawalId',
  'penaltyId',
  'violationId',
  'campaignId',
  'liveRoom',
  'videoId',
  'amount',
  'date',
  'time',
  'shop',
  'loginAccount',
  'phoneTail',
  'bankTail',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** Something that a person wrote, in the language they wrote it in. */
export interface Said {
  locale: Locale;
  text: string;
}

/** One line of a dialogue. A `note` is between colleagues, in Chinese; the customer never sees it. */
export interface Line {
  by: 'customer' | 'staff' | 'note';
  text: string;
}

export interface Rated extends Said {
  /** 1 (worst) to 5. */
  score: 1 | 2 | 3 | 4 | 5;
  solved: boolean;
}

/** A whole conversation; the customer begins. */
export interface Dialogue {
  locale: Locale;
  lines: readonly Line[];
  /** The status that the last line leaves the ticket in. */
  ends: TicketStatus;
  rating?: Omit<Rated, 'locale'>;
}

/** What people write about one sub-category. */
export interface SubCategoryTexts {
  category: CategoryKey;
  subCategory: string;
  /** First messages, two thirds in Chinese. */
  openings: readonly Said[];
  /** What customers add while they wait. */
  followUps: readonly Said[];
  dialogues: readonly Dialogue[];
  /** Between colleagues, in Chinese. */
  notes: readonly string[];
  /** An agent's last words. */
  closings: readonly Said[];
  ratings: readonly Rated[];
}

export interface DemoShop {
  name: string;
  industry: string;
  locale: Locale;
  tier: ShopTier;
}

export interface DemoCustomer {
  name: string;
  locale: Locale;
}

export interface DemoStaffMember {
  /** The part of the e-mail address before the @. */
  key: string;
  name: string;
  role: StaffRole;
  locale: Locale;
  teams: readonly string[];
  /** Proficiency by skill. */
  skills: Record<string, number>;
  /** For the list of logins. */
  does: string;
}

/**
 * A text with its gaps filled.
 * @throws when a value is missing
 */
export function fillIn(text: string, values: Partial<Record<Placeholder, string>>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: Placeholder) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nothing to put in the place of ${gap}`);
    return value;
  });
}

export const zh = (text: string): Said => ({ locale: 'zh-CN', text });
export const en = (text: string): Said => ({ locale: 'en', text });
export const customer = (text: string): Line => ({ by: 'customer', text });
export const staff = (text: string): Line => ({ by: 'staff', text });
export const note = (text: string): Line => ({ by: 'note', text });
