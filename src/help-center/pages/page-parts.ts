import type { CategoryView, Locale } from '../../contract/index.js';
import { ARTICLE_CATEGORIES, type ArticleCategory } from '../../contract/index.js';
import type { TemplateValue } from '../../platform/templates/index.js';
import { articlePath } from '../articles/article.presenter.js';
import type { ArticleSummary } from '../articles/articles.service.js';
import type { WaysToPeople } from '../settings/help-brand.service.js';
import { CATEGORY_DESCRIPTIONS, pageTexts, SERVICE_NAME } from './page-texts.js';

export const homePath = (locale: Locale): string => `/help/${locale}`;
export const categoryPath = (locale: Locale, category: ArticleCategory): string =>
  `${homePath(locale)}/categories/${category}`;
export const sectionPath = (locale: Locale, category: ArticleCategory, slug: string): string =>
  `${categoryPath(locale, category)}/${slug}`;

/** What a reader has narrowed a search to: a category, articles that exist in one language. */
export interface SearchFilter {
  category?: ArticleCategory | undefined;
  only?: Locale | undefined;
}

export const searchPath = (locale: Locale, query = '', { category, only }: SearchFilter = {}): string => {
  const parameters = new URLSearchParams({
    ...(query && { q: query }),
    ...(category && { category }),
    ...(only && { only }),
  });
  return `${homePath(locale)}/search${parameters.size > 0 ? `?${parameters}` : ''}`;
};

/** What makes more of a page with a search on it. */
export const HELP_SCRIPTS = ['help.js'];

/** The order in which the home page shows the categories: what is asked most comes first. */
export const CATEGORY_ORDER: readonly ArticleCategory[] = ['earnings', 'account', 'feature', 'content', 'service'];

export const isArticleCategory = (value: unknown): value is ArticleCategory =>
  (ARTICLE_CATEGORIES as readonly unknown[]).includes(value);

export const contactPath = (locale: Locale, query = ''): string =>
  `${homePath(locale)}/contact${query && `?${new URLSearchParams({ q: query })}`}`;

/** What every page of the help centre sees: its words, the search box with what was asked, and when one reaches people. */
export function commonParts(locale: Locale, ways: WaysToPeople, query = ''): { readonly [key: string]: TemplateValue } {
  const texts = pageTexts(locale);
  return {
    texts,
    search: { action: `${homePath(locale)}/search`, query, suggest: `/api/help/search?locale=${locale}` },
    contact: {
      words: [ways.hours && sentence(locale, ways.hours), ways.note].filter(Boolean).join(locale === 'en' ? ' ' : ''),
    },
  };
}

/** Hours as an administrator wrote them, with the full stop that they need before another sentence. */
function sentence(locale: Locale, words: string): string {
  return /[.。!！?？]$/u.test(words) ? words : `${words}${locale === 'en' ? '.' : '。'}`;
}

export function linkParts(article: ArticleSummary): { readonly [key: string]: TemplateValue } {
  return { title: article.title, excerpt: article.excerpt, url: articlePath(article.locale, article.slug) };
}

/** What a category is called: as in the widget's topics. */
export type CategoryNames = (category: ArticleCategory) => string;

export function categoryNames(categories: readonly CategoryView[], locale: Locale): CategoryNames {
  return (category) => (categories.find(({ key }) => key === category)?.topic ?? SERVICE_NAME)[locale];
}

export function categoryParts(
  locale: Locale,
  category: ArticleCategory,
  names: CategoryNames,
): { key: ArticleCategory; name: string; description: string; url: string } {
  return {
    key: category,
    name: names(category),
    description: CATEGORY_DESCRIPTIONS[category][locale],
    url: categoryPath(locale, category),
  };
}

/** A calendar day as the reader writes it, in China's time zone. */
export function day(locale: Locale, date: Date): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'long',
    timeZone: 'Asia/Shanghai',
  }).format(date);
}

/** The way from the home page to this one. */
export function crumbs(
  locale: Locale,
  here: string,
  between: { name: string; url: string }[] = [],
): { trail: { name: string; url: string }[]; here: string } {
  return { trail: [{ name: pageTexts(locale).home, url: homePath(locale) }, ...between], here };
}
