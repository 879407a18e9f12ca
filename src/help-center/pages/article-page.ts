import type { Locale } from '../../contract/index.js';
import { type Page, type TemplateValue, trustedHtml } from '../../platform/templates/index.js';
import { articlePath } from '../articles/article.presenter.js';
import type { ArticleSummary, PublishedArticle } from '../articles/articles.service.js';
import { renderMarkdown } from '../markdown/markdown.js';
import { VIDEO_HOSTS } from '../markdown/videos.js';
import { type crumbs, day, homePath, linkParts } from './page-parts.js';
import { pageTexts } from './page-texts.js';
import { articleData } from './structured-data.js';

/** What the reader has just said about the article. */
export const THANKS = ['yes', 'no', 'noted'] as const;
export type Thanks = (typeof THANKS)[number];

/** How an article stands at the moment, beside its words. */
export interface ArticleStanding {
  /** In which it is published; the language switch stays on it where it can. */
  languages: readonly Locale[];
  /** Whether the other language says something newer. */
  behind: boolean;
  thanks?: Thanks | undefined;
}

interface Surroundings extends ArticleStanding {
  related: readonly ArticleSummary[];
  way: ReturnType<typeof crumbs>;
  common: { readonly [key: string]: TemplateValue };
  publicUrl: string;
}

export function articlePage(
  article: PublishedArticle,
  { languages, behind, related, way, common, thanks, publicUrl }: Surroundings,
): Page {
  const { locale, slug, title, excerpt, visibility } = article;
  const path = (language: Locale) => (languages.includes(language) ? articlePath(language, slug) : homePath(language));
  const { html, sections, hasVideo } = renderMarkdown(article.bodyMarkdown, locale);
  const forEverybody = visibility === 'public';
  const texts = pageTexts(locale);
  return {
    template: 'help/article',
    locale,
    title,
    description: excerpt,
    paths: { 'zh-CN': path('zh-CN'), en: path('en') },
    languages,
    cache: thanks || !forEverybody ? 'private' : 'shared',
    hidden: !forEverybody,
    kind: 'article',
    stylesheets: ['article.css'],
    frames: hasVideo ? VIDEO_HOSTS : [],
    structured: articleData(publicUrl, article, way),
    context: {
      ...common,
      crumbs: way,
      sign: visibility === 'staff' ? texts.forStaff : visibility === 'customers' ? texts.forCustomers : null,
      behind: behind ? { words: texts.behind, link: texts.behindLink } : null,
      title,
      excerpt,
      updatedOn: day(locale, article.updatedAt),
      updatedAt: article.updatedAt.toISOString(),
      body: trustedHtml(html),
      sections,
      related: related.map(linkParts),
      feedback: {
        action: `/help/articles/${slug}/feedback`,
        ask: thanks === undefined && forEverybody,
        helped: thanks === 'yes',
        notHelped: thanks === 'no',
        noted: thanks === 'noted',
      },
    },
  };
}
