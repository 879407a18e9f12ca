import type { ArticleCategory, ArticleVisibility } from './articles.js';
import type { Locale } from './enums.js';
import type { ArticleLink, Timestamp } from './views.js';

/** An article to be read outside the public pages: inside the widget, or beside a case. */
export interface ArticleReadingView {
  articleId: string;
  slug: string;
  /** Of these words; not the reader's own where the article does not exist in theirs. */
  locale: Locale;
  category: ArticleCategory;
  visibility: ArticleVisibility;
  title: string;
  excerpt: string;
  /** Safe HTML: marks of Markdown only. */
  html: string;
  /** The headings of the second level, to jump to by their `id`. */
  sections: { id: string; title: string }[];
  updatedAt: Timestamp;
  /** The other language says something newer. */
  behind: boolean;
  related: ArticleLink[];
  /** The public page; absent where not everybody may read it. */
  url?: string;
  /** What this customer has said about it. */
  helpful?: boolean;
}

/** What others read, most popular first: by reads of the last weeks and votes. */
export interface PopularArticlesView {
  /** On this page of the host site; empty while too little is known of it. */
  here: ArticleLink[];
  all: ArticleLink[];
  /** Those that have articles, in the house's order. */
  byCategory: { category: ArticleCategory; items: ArticleLink[] }[];
}

export interface SuggestedArticle extends ArticleLink {
  visibility: ArticleVisibility;
}

/** Articles beside a case, the surest first, in the customer's language. */
export interface ArticleSuggestionsView {
  /** This customer may read them: they can be sent. */
  items: SuggestedArticle[];
  /** For the agent alone: this customer would find nothing at the address. */
  internal: SuggestedArticle[];
}
