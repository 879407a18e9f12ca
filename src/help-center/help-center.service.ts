import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import type { ArticleLink, Locale } from '../contract/index.js';
import { Sites } from '../people/index.js';
import { Database } from '../platform/db/index.js';
import { articleLink } from './articles/article.presenter.js';
import { ArticlePublisher } from './articles/article-publisher.service.js';
import { readDemoArticles } from './demo/demo-articles.js';
import { seedSections } from './demo/demo-sections.js';
import { Popular } from './reading/popular.service.js';
import { ArticleIndex } from './search/article-index.service.js';
import { type SearchOptions, SURE } from './search/article-search.js';
import { type Evidence, evidenceOf } from './search/evidence.js';
import { Sections } from './sections/sections.service.js';

const POPULAR_IN_WIDGET = 5;

export interface Answer {
  article: ArticleLink;
  /** 0..1, how surely it answers the question; comparable between questions. */
  confidence: number;
  /** Whether one may give it unasked; otherwise it is a suggestion. */
  sure: boolean;
}

export interface FoundAnswer extends Answer {
  evidence: Evidence;
}

/** The door of the help centre for other rooms. */
@Injectable()
export class HelpCenter implements OnModuleInit {
  constructor(
    private readonly popularArticles: Popular,
    private readonly publisher: ArticlePublisher,
    private readonly index: ArticleIndex,
    private readonly sections: Sections,
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
  async search(query: string, options: SearchOptions): Promise<FoundAnswer[]> {
    const found = await this.index.search(query, options);
    const evidence = evidenceOf(found);
    return found.hits.map((hit, index) => ({
      article: articleLink(hit),
      confidence: hit.score,
      sure: hit.score >= SURE,
      evidence: evidence[index] as Evidence,
    }));
  }

  async popular(locale: Locale, limit: number): Promise<ArticleLink[]> {
    return (await this.popularArticles.first(locale, limit)).map(articleLink);
  }

  /**
   * Publishes the demo articles whose slug is not taken yet, in sections of theirs, and has them found before it returns.
   * @returns how many
   */
  async seedArticles(): Promise<number> {
    const articles = await readDemoArticles(this.config.rootDir);
    const published = await this.database.transaction(async (tx) => {
      const sections = await seedSections(tx, this.sections, this.config.rootDir);
      const taken = await this.publisher.takenSlugs(
        tx,
        articles.map(({ slug }) => slug),
      );
      const missing = articles.filter(({ slug }) => !taken.has(slug));
      const ids: string[] = [];
      for (const { section, ...article } of missing) {
        const sectionId = section && sections.get(section);
        ids.push(await this.publisher.add(tx, { ...article, ...(sectionId && { sectionId }) }));
      }
      return ids;
    });
    await this.index.refresh();
    return published.length;
  }
}
