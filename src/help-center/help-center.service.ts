import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import type { ArticleLink, Locale } from '../contract/index.js';
import { Sites } from '../people/index.js';
import { Database } from '../platform/db/index.js';
import { articleLink } from './article.presenter.js';
import { ArticleIndex } from './article-index.service.js';
import { Articles } from './articles.service.js';
import { readDemoArticles } from './demo-articles.js';
import { type SearchOptions, SURE } from './search/article-search.js';

const POPULAR_IN_WIDGET = 5;
/** Votes move the order slowly; a new article shows at once. */
const POPULAR_MILLISECONDS = 60_000;

export interface Answer {
  article: ArticleLink;
  /** 0..1, how surely it answers the question; comparable between questions. */
  confidence: number;
  /** Whether one may give it unasked; otherwise it is a suggestion. */
  sure: boolean;
}

/** The door of the help centre for other rooms. */
@Injectable()
export class HelpCenter implements OnModuleInit {
  private readonly popularCache = new Map<string, { links: ArticleLink[]; revision: number; until: number }>();

  constructor(
    private readonly articles: Articles,
    private readonly index: ArticleIndex,
    private readonly database: Database,
    private readonly sites: Sites,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.sites.fill({
      popularArticles: async () => {
        const [chinese, english] = await Promise.all([
          this.popular('zh-CN', POPULAR_IN_WIDGET),
          this.popular('en', POPULAR_IN_WIDGET),
        ]);
        return { 'zh-CN': chinese, en: english };
      },
    });
  }

  /** The surest answers first, each article once, in the reader's language where it exists in it. */
  async search(query: string, options: SearchOptions): Promise<Answer[]> {
    const hits = await this.index.search(query, options);
    return hits.map((hit) => ({ article: articleLink(hit), confidence: hit.score, sure: hit.score >= SURE }));
  }

  async popular(locale: Locale, limit: number): Promise<ArticleLink[]> {
    const key = `${locale} ${limit}`;
    const known = this.popularCache.get(key);
    const { revision } = this.index;
    if (known && known.revision === revision && known.until > performance.now()) return known.links;
    const links = (await this.articles.popular(locale, limit)).map(articleLink);
    this.popularCache.set(key, { links, revision, until: performance.now() + POPULAR_MILLISECONDS });
    return links;
  }

  /**
   * Publishes the demo articles whose slug is not taken yet, and has them found before it returns.
   * @returns how many
   */
  async seedArticles(): Promise<number> {
    const articles = await readDemoArticles(this.config.rootDir);
    const published = await this.database.transaction(async (tx) => {
      const taken = await this.articles.takenSlugs(
        tx,
        articles.map(({ slug }) => slug),
      );
      const missing = articles.filter(({ slug }) => !taken.has(slug));
      const ids: string[] = [];
      for (const article of missing) ids.push(await this.articles.add(tx, article));
      return ids;
    });
    await this.index.update(published);
    return published.length;
  }
}
