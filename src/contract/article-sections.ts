import type { ArticleCategory } from './articles.js';
import type { Locale } from './enums.js';

/** The tree of sections below each category. Lengths in characters. */
export const SECTION_LIMITS = { levels: 3, count: 500, slug: 80, name: 60, description: 300 } as const;

/** A text in the languages in which it is written: at least one of them for a name. */
export type SectionWords = Partial<Record<Locale, string>>;

/** A shelf of articles, as its editors see it. */
export interface ArticleSectionView {
  id: string;
  /** The same for all sections of one branch, and for the articles that stand in them. */
  category: ArticleCategory;
  /** Null: directly below its category. */
  parentId: string | null;
  /** Stands in the address. */
  slug: string;
  names: SectionWords;
  descriptions: SectionWords;
  version: number;
  /** Articles that stand in this very section, as their drafts have it; those of its sub-sections are not counted. */
  articles: number;
  /** Of these, how many readers find. */
  published: number;
}
