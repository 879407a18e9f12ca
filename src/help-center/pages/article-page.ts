import type { Locale } from '../../contract/index.js';
import { type Page, trustedHtml } from '../../platform/templates/index.js';
import { articlePath } from '../article.presenter.js';
import type { ArticleSummary, PublishedArticle } from '../articles.service.js';
import { renderMarkdown } from '../markdown.js';
import { type CategoryNames, categoryPath, commonParts, crumbs, day, homePath, linkParts } from './page-parts.js';

/** What the reader has just said about the article. */
export const THANKS = ['yes', 'no', 'noted'] as const;
export type Thanks = (typeof THANKS)[number];

/** @param languages in which the article is published; the language switch stays on it where it can */
export function articlePage(
  article: PublishedArticle,
  languages: readonly Locale[],
  related: readonly ArticleSummary[],
  names: CategoryNames,
  thanks: Thanks | undefined,
): Page {
  const { locale, slug, category, title, excerpt } = article;
  const path = (language: Locale) => (languages.includes(language) ? articlePath(language, slug) : homePath(language));
  const name = names(category);
  const { html, sections } = renderMarkdown(article.bodyMarkdown);
  return {
    template: 'help/article',
    locale,
    title,
    description: excerpt,
    paths: { 'zh-CN': path('zh-CN'), en: path('en') },
    cache: thanks ? 'private' : 'shared',
    kind: 'article',
    context: {
      ...commonParts(locale),
      crumbs: crumbs(locale, title, [{ name, url: categoryPath(locale, category) }]),
      title,
      excerpt,
      updatedOn: day(locale, article.updatedAt),
      updatedAt: article.updatedAt.toISOString(),
      body: trustedHtml(html),
      sections,
      related: related.map(linkParts),
      feedback: {
        action: `/help/articles/${slug}/feedback`,
        ask: thanks === undefined,
        helped: thanks === 'yes',
        notHelped: thanks === 'no',
        noted: thanks === 'noted',
      },
    },
  };
}
