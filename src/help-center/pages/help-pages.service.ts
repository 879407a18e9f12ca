import { Injectable } from '@nestjs/common';
import type { Locale } from '../../contract/index.js';
import { type ArticleCategory } from '../../contract/index.js';
import type { Page } from '../../platform/templates/index.js';
import { Categories } from '../../tickets/index.js';
import { articlePath } from '../article.presenter.js';
import { ArticleIndex } from '../article-index.service.js';
import { Articles, type PublishedArticle } from '../articles.service.js';
import { articlePage, type Thanks } from './article-page.js';
import {
  CATEGORY_ORDER,
  type CategoryNames,
  categoryNames,
  categoryParts,
  categoryPath,
  commonParts,
  crumbs,
  homePath,
  linkParts,
  searchPath,
} from './page-parts.js';
import { CATEGORY_DESCRIPTIONS, pageTexts, SEARCH_HINTS } from './page-texts.js';

const PER_CATEGORY_ON_HOME = 4;
const POPULAR_ON_PAGES = 6;
const IN_CATEGORY = 100;
const RELATED = 5;
const RESULTS = 20;

export interface Elsewhere {
  address: string;
  forGood: boolean;
}

/** What stands on each public page. How it is sent, and what a bad address answers, is the controller's. */
@Injectable()
export class HelpPages {
  constructor(
    private readonly articles: Articles,
    private readonly index: ArticleIndex,
    private readonly categories: Categories,
  ) {}

  async home(locale: Locale): Promise<Page> {
    const [names, first, popular] = await Promise.all([
      this.names(locale),
      this.articles.firstOfEach(locale, PER_CATEGORY_ON_HOME),
      this.articles.popular(locale, POPULAR_ON_PAGES),
    ]);
    const texts = pageTexts(locale);
    return {
      template: 'help/home',
      locale,
      title: texts.homeTitle,
      description: texts.homeDescription,
      paths: { 'zh-CN': homePath('zh-CN'), en: homePath('en') },
      cache: 'shared',
      context: {
        ...commonParts(locale),
        hints: SEARCH_HINTS[locale].map((hint) => ({ text: hint, url: searchPath(locale, hint) })),
        popular: popular.map(linkParts),
        categories: CATEGORY_ORDER.map((category) => ({
          ...categoryParts(locale, category, names),
          articles: first.filter((article) => article.category === category).map(linkParts),
        })),
      },
    };
  }

  async category(locale: Locale, category: ArticleCategory): Promise<Page> {
    const articles = await this.articles.inCategory(locale, category, IN_CATEGORY);
    const names = await this.names(locale);
    return {
      template: 'help/category',
      locale,
      title: names(category),
      description: CATEGORY_DESCRIPTIONS[category][locale],
      paths: { 'zh-CN': categoryPath('zh-CN', category), en: categoryPath('en', category) },
      cache: 'shared',
      context: {
        ...commonParts(locale),
        crumbs: crumbs(locale, names(category)),
        category: categoryParts(locale, category, names),
        articles: articles.map(linkParts),
      },
    };
  }

  /**
   * @returns the page; or the address to go to, when the article only exists in another language or has moved for good; or
   * nothing
   */
  async article(locale: Locale, slug: string, thanks?: Thanks): Promise<Page | Elsewhere | undefined> {
    const languages = await this.articles.find(slug);
    const article = languages.find((one) => one.locale === locale);
    if (article)
      return await this.articleAs(
        article,
        languages.map((one) => one.locale),
        thanks,
      );
    const [other] = languages;
    if (other) return { address: articlePath(other.locale, slug), forGood: false };
    const now = await this.articles.whereabouts(slug);
    if (now === 'archived') return { ...this.notFound(locale), status: 410 };
    return now && { address: articlePath(locale, now.slug), forGood: true };
  }

  /** The page of these words, published or not. */
  async articleAs(article: PublishedArticle, languages: readonly Locale[], thanks?: Thanks): Promise<Page> {
    const { locale, slug, category, relatedIds } = article;
    const [chosen, neighbours, names] = await Promise.all([
      this.articles.byIds(locale, relatedIds),
      this.articles.inCategory(locale, category, 2 * RELATED + 1),
      this.names(locale),
    ]);
    const related = new Map(
      [...chosen, ...neighbours].filter((one) => one.slug !== slug).map((one) => [one.articleId, one]),
    );
    return articlePage(
      article,
      languages,
      [...related.values()].slice(0, Math.max(RELATED, chosen.length)),
      names,
      thanks,
    );
  }

  async search(locale: Locale, query: string, category?: ArticleCategory): Promise<Page> {
    const [names, hits, popular] = await Promise.all([
      this.names(locale),
      query ? this.index.search(query, { locale, category, limit: RESULTS }) : [],
      this.articles.popular(locale, POPULAR_ON_PAGES),
    ]);
    const texts = pageTexts(locale);
    const filter = (name: string, key?: ArticleCategory) => ({
      name,
      url: searchPath(locale, query, key),
      current: key === category,
    });
    return {
      template: 'help/search',
      locale,
      title: query ? `${query} – ${texts.searchTitle}` : texts.searchTitle,
      description: texts.homeDescription,
      paths: { 'zh-CN': searchPath('zh-CN', query, category), en: searchPath('en', query, category) },
      cache: 'shared',
      hidden: true,
      context: {
        ...commonParts(locale, query),
        crumbs: crumbs(locale, texts.searchTitle),
        hits: hits.map(({ title, excerpt, slug, locale: language }) => ({
          title,
          excerpt,
          url: articlePath(language, slug),
        })),
        filters: query ? [filter(texts.everything), ...CATEGORY_ORDER.map((key) => filter(names(key), key))] : [],
        popular: popular.map(linkParts),
      },
    };
  }

  private async names(locale: Locale): Promise<CategoryNames> {
    return categoryNames(await this.categories.all(), locale);
  }

  notFound(locale: Locale): Page {
    const texts = pageTexts(locale);
    return {
      template: 'help/not-found',
      locale,
      title: texts.notFoundTitle,
      description: texts.notFoundHint,
      paths: { 'zh-CN': homePath('zh-CN'), en: homePath('en') },
      cache: 'private',
      status: 404,
      hidden: true,
      context: commonParts(locale),
    };
  }
}
