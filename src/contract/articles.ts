import type { CategoryKey, Locale } from './enums.js';
import type { Timestamp } from './views.js';

/** Where an article stands: the four problem categories, and `service` for how to reach us. */
export const ARTICLE_CATEGORIES = ['account', 'earnings', 'feature', 'content', 'service'] as const;
export type ArticleCategory = CategoryKey | 'service';

/** `published`: readers see its latest version, whatever the draft says. `archived`: it is gone for good, and says so. */
export const ARTICLE_STATUSES = ['draft', 'published', 'archived'] as const;
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number];

/** Who may read it: everybody, customers whom the host site has signed in, or those who work here. */
export const ARTICLE_VISIBILITIES = ['public', 'customers', 'staff'] as const;
export type ArticleVisibility = (typeof ARTICLE_VISIBILITIES)[number];

/** Who reads: nobody known, a customer whom the host site has signed in, or somebody of the staff. */
const ARTICLE_AUDIENCES = ['anyone', 'customer', 'staff'] as const;
export type ArticleAudience = (typeof ARTICLE_AUDIENCES)[number];

/** Where somebody searched or read: the public pages, the page on which one asks for a person, the widget, the bot, the console. */
export const READING_PLACES = ['page', 'contact', 'widget', 'bot', 'console'] as const;
export type ReadingPlace = (typeof READING_PLACES)[number];

/** What an article task came of: a search, an article that did not help, a solved case, somebody's idea. */
export const ARTICLE_TASK_KINDS = ['search', 'article', 'ticket', 'idea'] as const;
export type ArticleTaskKind = (typeof ARTICLE_TASK_KINDS)[number];

export const ARTICLE_TASK_STATUSES = ['open', 'done', 'dismissed'] as const;
export type ArticleTaskStatus = (typeof ARTICLE_TASK_STATUSES)[number];

/** A draft that somebody is asked to look at, or that was sent back to its writers. */
export interface ArticleReview {
  state: 'asked' | 'returned';
  by: string;
  byName: string;
  at: Timestamp;
  note: string;
}

/** What editors are to look at: asked for review, sent back, a language behind, not reviewed for long, waiting for its time, stuck. */
export const ARTICLE_ATTENTIONS = ['asked', 'returned', 'behind', 'stale', 'scheduled', 'problem'] as const;
export type ArticleAttention = (typeof ARTICLE_ATTENTIONS)[number];

/** How many articles want each kind of attention. */
export type ArticleOverviewView = Record<ArticleAttention, number>;

/** Why something could not be published when its time had come. */
export const SCHEDULE_PROBLEMS = ['slug_taken', 'section', 'expired', 'incomplete'] as const;
export type ScheduleProblem = (typeof SCHEDULE_PROBLEMS)[number];

/** What is to be published by itself, as it was when somebody said so. */
export interface ArticleScheduleView {
  publishAt: Timestamp;
  note: string;
  by: string;
  scheduledAt: Timestamp;
  /** It waits for an editor. */
  problem?: ScheduleProblem;
  /** Whether the draft has moved on since: that is not published with it. */
  differs: boolean;
}

/** Lengths of what an editor writes, in characters. */
export const ARTICLE_LIMITS = {
  slug: 80,
  title: 120,
  excerpt: 300,
  body: 30_000,
  keyword: 40,
  keywords: 30,
  related: 10,
  reviewNote: 500,
  reviewDays: { least: 1, most: 1_095 },
  /** How far ahead a time may lie. */
  daysAhead: 731,
} as const;

/** An article in one language. */
export interface ArticleWords {
  title: string;
  excerpt: string;
  bodyMarkdown: string;
  /** What people call it, beside the words of the text. */
  keywords: string[];
}

/** All that an editor decides about an article. */
export interface ArticleContent {
  /** Stands in the address, e.g. `payout-delay`. */
  slug: string;
  category: ArticleCategory;
  subCategory?: string;
  /** The section in which it stands; absent: directly under its category. */
  sectionId?: string;
  visibility: ArticleVisibility;
  /** Editors' order in lists, smallest first. */
  position: number;
  /** Ids of articles to read next. */
  related: string[];
  /** A language without words is left out. */
  words: Partial<Record<Locale, ArticleWords>>;
}

export interface ArticleDraftView {
  id: string;
  status: ArticleStatus;
  content: ArticleContent;
  /** Of the draft; grows with whatever is done to the article. */
  version: number;
  /** Whether the draft differs from what was published last. */
  changed: boolean;
  editedAt: Timestamp;
  /** Absent: nobody has edited it since it came with the demo. */
  editedBy?: string;
  published?: { version: number; at: Timestamp };
  /** Where readers find it, by language; only while it is published. */
  urls: Partial<Record<Locale, string>>;
  /** What `related` are called. */
  related: { id: string; title: string }[];
  review?: ArticleReview;
  schedule?: ArticleScheduleView;
  /** Who sees to it that it stays true. */
  owner?: { id: string; name: string };
  /** When somebody said last that it is true; publishing says so. */
  reviewed?: { at: Timestamp; by?: string };
  /** After so many days it is to be reviewed again. */
  reviewDays: number;
  /** Whether it is time for that. */
  stale: boolean;
  /** When readers no longer find it. */
  expiresAt?: Timestamp;
  /** Published languages of which the other one has moved on. */
  behind: Locale[];
}

export interface ArticleListItemView {
  id: string;
  slug: string;
  category: ArticleCategory;
  subCategory?: string;
  status: ArticleStatus;
  titles: Partial<Record<Locale, string>>;
  changed: boolean;
  editedAt: Timestamp;
  editedBy?: string;
  /** Votes of readers, of all time. */
  helpful: number;
  notHelpful: number;
  visibility: ArticleVisibility;
  sectionId?: string;
  owner?: string;
  review?: ArticleReview['state'];
  schedule?: { publishAt: Timestamp; problem?: ScheduleProblem };
  stale: boolean;
  behind: Locale[];
  expiresAt?: Timestamp;
}

/** Something that readers saw once; it never changes. */
export interface ArticleVersionView {
  version: number;
  at: Timestamp;
  by?: string;
  note: string;
  /** Whether readers see it now. */
  current: boolean;
}
