import type {
  ArticleAudience,
  ArticleCategory,
  ArticleVisibility,
  Locale,
  SearchFacets,
} from '../../contract/index.js';
import type { Unit } from './analyse.js';

/** One published article in one language, as the search sees it. */
export interface ArticleDocument {
  articleId: string;
  locale: Locale;
  slug: string;
  category: ArticleCategory;
  visibility: ArticleVisibility;
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
  /** Only articles that exist in this language, and in it. */
  only?: Locale | undefined;
  /** Whose eyes it is for. */
  audience: ArticleAudience;
  limit: number;
}

export interface Hit extends ArticleDocument {
  /** 0..1, how surely this answers the question; comparable between questions and between engines. */
  score: number;
}

export interface Understood {
  /** The question with its pinyin in characters and typing errors put right. */
  text: string;
  /** What it asks for. */
  units: readonly Unit[];
}

export interface Found {
  question: Understood;
  /** The surest first, each article once. */
  hits: Hit[];
  facets: SearchFacets;
}

/** What every way of searching answers alike. */
export interface ArticleSearch {
  search(query: string, options: SearchOptions): Promise<Found>;
}

/** From here on a hit is an answer one may give unasked; below it is a suggestion. The table in `relevance.ts` holds it. */
export const SURE = 0.6;

export const documentKey = (articleId: string, locale: Locale): string => `${articleId}_${locale}`;
