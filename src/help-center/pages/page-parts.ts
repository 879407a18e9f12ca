import type { CategoryView, Locale } from '../../contract/index.js';
import { ARTICLE_CATEGORIES, type ArticleCategory } from '../../contract/index.js';
import type { TemplateValue } from '../../platform/templates/index.js';
import { articlePath } from '../article.presenter.js';
import type { ArticleSummary } from '../articles.service.js';
import { CATEGORY_DESCRIPTIONS, pageTexts, SERVICE_NAME } from './page-texts.js';

export const homePath = (locale: Locale): string => `/help/${locale}`;
export const categoryPath = (locale: Locale, category: ArticleCategory): string =>
  `${homePath(locale)}/categories/${category}`;
export const searchPath = (locale: Locale, query = '', category?: ArticleCategory): string => {
  const parameters = new URLSearchParams({ ...(query && { q: query }), ...(category && { category }) });
  return `${homePath(locale)}/search${parameters.size > 0 ? `?${parameters}` : ''}`;
};

/** The order in which the home page shows the categories: what is asked most comes first. */
export const CATEGORY_ORDER: readonly ArticleCategory[] = ['earnings', 'account', 'feature', 'content', 'service'];

export const isArticleCategory = (value: unknown): value is ArticleCategory =>
  (ARTICLE_CATEGORIES as readonly unknown[]).includes(value);

/** What every page of the help centre sees: its words, and the search box with what was asked. */
export function commonParts(locale: Locale, query = ''): { readonly [key: string]: TemplateValue } {
  const texts = pageTexts(locale);
  return { texts, search: { action: `${homePath(locale)}/search`, query, hero: false } };
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
): { readonly [key: string]: TemplateValue } {
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
): { readonly [key: string]: TemplateValue } {
  return { trail: [{ name: pageTexts(locale).home, url: homePath(locale) }, ...between], here };
}
