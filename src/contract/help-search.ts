import type { ArticleCategory, ArticleVisibility } from './articles.js';
import type { Locale } from './enums.js';
import type { ArticleLink } from './views.js';

/** A stretch of text; `hit`: it is what the reader asked for, in their words or in others that mean the same. */
export interface TextPart {
  text: string;
  hit: boolean;
}

/** An article that fits a question. The parts are plain text, safe wherever text is: mark those with `hit`. */
export interface ArticleHit extends ArticleLink {
  category: ArticleCategory;
  /** The language of its words: the reader's where it exists in it. */
  locale: Locale;
  /** Absent: everybody may read it. */
  visibility?: Exclude<ArticleVisibility, 'public'>;
  /** The title, whole. */
  titleParts: TextPart[];
  /** The passage that answers best; begins or ends with … where it is cut. */
  snippetParts: TextPart[];
}

/** How many articles fit, also beyond those shown. What a reader has chosen in one facet does not narrow that facet. */
export interface SearchFacets {
  category: Record<ArticleCategory, number>;
  /** By the languages in which they can be read: one that exists in both counts in both. */
  locale: Record<Locale, number>;
}

export interface ArticleSearchView {
  /** To be handed in with the article that is opened from it. Absent: this search is not counted. */
  searchId?: string;
  /** The surest first. */
  items: ArticleHit[];
  facets: SearchFacets;
}
