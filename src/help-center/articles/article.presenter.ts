import type { ArticleLink, Locale } from '../../contract/index.js';

export const articlePath = (locale: Locale, slug: string): string => `/help/${locale}/articles/${slug}`;

/** What everybody may know of an article before opening it. */
export function articleLink(article: {
  articleId: string;
  locale: Locale;
  slug: string;
  title: string;
  excerpt: string;
}): ArticleLink {
  const { articleId, locale, slug, title, excerpt } = article;
  return { articleId, title, excerpt, url: articlePath(locale, slug) };
}
