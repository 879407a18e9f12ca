import type { ArticleCategory, Locale } from '../../contract/index.js';

/** One published article in one language, as the search sees it. */
export interface ArticleDocument {
  articleId: string;
  locale: Locale;
  slug: string;
  category: ArticleCategory;
  title: string;
  excerpt: string;
  keywords: string[];
  /** Plain text, without marks. */
  body: string;
}

export interface SearchOptions {
  /** The reader's language. Words of the other one are understood too; the hit is in this one where it exists. */
  locale: Locale;
  category?: ArticleCategory | undefined;
  limit: number;
}

export interface Hit {
  articleId: string;
  locale: Locale;
  slug: string;
  title: string;
  excerpt: string;
  /** 0..1, how surely this answers the question; comparable between questions and between engines. */
  score: number;
}

export interface ArticleSearch {
  search(query: string, options: SearchOptions): Promise<Hit[]>;
  index(documents: readonly ArticleDocument[]): Promise<void>;
  /** Takes articles out, in every language. Unknown ids are ignored. */
  remove(articleIds: readonly string[]): Promise<void>;
}

/** From here on a hit is an answer one may give unasked; below it is a suggestion. The table in `relevance.ts` holds it. */
export const SURE = 0.6;

export const documentKey = (articleId: string, locale: Locale): string => `${articleId}_${locale}`;
