import type { CategoryKey, Locale } from './enums.js';
import type { Timestamp } from './views.js';

/** Where an article stands: the four problem categories, and `service` for how to reach us. */
export const ARTICLE_CATEGORIES = ['account', 'earnings', 'feature', 'content', 'service'] as const;
export type ArticleCategory = CategoryKey | 'service';

/** `published`: readers see its latest version, whatever the draft says. `archived`: it is gone for good, and says so. */
export const ARTICLE_STATUSES = ['draft', 'published', 'archived'] as const;
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number];

/** Lengths of what an editor writes, in characters. */
export const ARTICLE_LIMITS = {
  slug: 80,
  title: 120,
  excerpt: 300,
  body: 30_000,
  keyword: 40,
  keywords: 30,
  related: 10,
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
