import { visibleTo } from '../articles/audience.js';
import type { ArticleDocument, ArticleSearch, Found, SearchOptions } from './article-search.js';
import { Library } from './library.js';
import { understand } from './question.js';
import { rank } from './rank.js';
import { inSlices } from './slices.js';

/**
 * The search that needs no server: the library of this process. It stands in for the engine on a bare machine, and while
 * the engine is away.
 */
export class BuiltInSearch implements ArticleSearch {
  constructor(readonly library = new Library()) {}

  async search(query: string, options: SearchOptions): Promise<Found> {
    return rank(await understand(query, this.library, visibleTo(options.audience)), [], options, this.library);
  }

  /** Takes its time over many, and answers meanwhile with what it has. */
  async index(documents: readonly ArticleDocument[]): Promise<void> {
    await this.replace([...new Set(documents.map(({ articleId }) => articleId))], documents);
  }

  /** Makes these texts all that there is of these articles, one article at a time. */
  async replace(articleIds: readonly string[], documents: readonly ArticleDocument[]): Promise<void> {
    const byArticle = new Map<string, ArticleDocument[]>(articleIds.map((articleId) => [articleId, []]));
    for (const document of documents) byArticle.get(document.articleId)?.push(document);
    await inSlices(articleIds, (articleId) => {
      this.library.remove(articleId);
      for (const document of byArticle.get(articleId) ?? []) this.library.add(document);
    });
  }
}
