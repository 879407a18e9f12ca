import { Injectable } from '@nestjs/common';
import {
  ARTICLE_CATEGORIES,
  type ArticleAudience,
  type Locale,
  type PopularArticlesView,
} from '../../contract/index.js';
import { articleLink } from '../articles/article.presenter.js';
import { type ArticleSummary, Articles } from '../articles/articles.service.js';
import { ArticleIndex } from '../search/article-index.service.js';

const SHOWN = 5;
/** Fewer than this say nothing about a page. */
const ENOUGH_HERE = 3;
const CACHE_MILLISECONDS = 60_000;
const MOST_CACHED = 500;

/** What others read, as pages and the home of the widget show it. Reads move the order slowly; a new article shows at once. */
@Injectable()
export class Popular {
  private readonly cache = new Map<string, { rows: Promise<ArticleSummary[]>; revision: number; until: number }>();

  constructor(
    private readonly articles: Articles,
    private readonly index: ArticleIndex,
  ) {}

  /** The most popular of all, by votes. */
  first(locale: Locale, limit: number): Promise<ArticleSummary[]> {
    return this.cached(`first ${limit} ${locale}`, () => this.articles.popular(locale, limit, 'anyone'));
  }

  /** @param page of the host, in the form of `pageKey` */
  async of(locale: Locale, audience: ArticleAudience, page?: string): Promise<PopularArticlesView> {
    const [rows, here] = await Promise.all([
      this.cached(`${audience} ${locale}`, () => this.articles.popularOfEach(locale, SHOWN, audience)),
      page
        ? this.cached(`${audience} ${locale} ${page}`, () => this.articles.popularOn(page, locale, SHOWN, audience))
        : [],
    ]);
    return {
      here: here.length < ENOUGH_HERE ? [] : here.map(articleLink),
      all: rows.slice(0, SHOWN).map(articleLink),
      byCategory: ARTICLE_CATEGORIES.map((category) => ({
        category,
        items: rows.filter((row) => row.category === category).map(articleLink),
      })).filter(({ items }) => items.length > 0),
    };
  }

  /** Those who ask at one time share a read; one that fails is not kept. */
  private cached(key: string, read: () => Promise<ArticleSummary[]>): Promise<ArticleSummary[]> {
    const { revision } = this.index;
    const known = this.cache.get(key);
    if (known && known.revision === revision && known.until > performance.now()) return known.rows;
    const rows = read();
    this.cache.delete(key);
    this.cache.set(key, { rows, revision, until: performance.now() + CACHE_MILLISECONDS });
    for (const oldest of this.cache.keys()) {
      if (this.cache.size <= MOST_CACHED) break;
      this.cache.delete(oldest);
    }
    rows.catch(() => this.cache.delete(key));
    return rows;
  }
}
