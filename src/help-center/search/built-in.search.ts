import MiniSearch from 'minisearch';
import { terms } from '../../platform/search/index.js';
import { analyse, meaningsOf } from './analyse.js';
import {
  type ArticleDocument,
  type ArticleSearch,
  documentKey,
  type Hit,
  type SearchOptions,
} from './article-search.js';
import { Confidence } from './confidence.js';
import { candidatesFor, rank } from './rank.js';

interface Row {
  id: string;
  articleId: string;
  category: string;
  title: string;
  keywords: string;
  excerpt: string;
  body: string;
}

/**
 * The search that needs no server: an index in this process. It stands in for the engine on a bare machine, and while
 * the engine is away.
 */
export class BuiltInSearch implements ArticleSearch {
  private readonly rows = new MiniSearch<Row>({
    fields: ['title', 'keywords', 'excerpt', 'body'],
    storeFields: ['articleId', 'category'],
    tokenize: (text) => [...terms(text), ...meaningsOf(text)],
    processTerm: (term) => term,
  });

  constructor(readonly confidence = new Confidence()) {}

  async search(query: string, options: SearchOptions): Promise<Hit[]> {
    const question = this.confidence.correct(query);
    const asked = this.termsOf(question);
    const found = this.rows.search(question, {
      tokenize: () => asked,
      boost: { title: 3, keywords: 2.5, excerpt: 1.5 },
      boostTerm: (term) => (term.startsWith('§') ? 2 : 1),
      // The last word may still be being typed.
      prefix: (term, at) => at === asked.length - 1 && /^[a-z]{3,}$/.test(term),
      filter: (row) => options.category === undefined || row.category === options.category,
    });
    const candidates = found.slice(0, 2 * candidatesFor(options.limit)).map((row) => row.articleId as string);
    return rank(question, candidates, options, this.confidence);
  }

  /** What a question is about, as far as any article knows it; without that, all its words. */
  private termsOf(question: string): string[] {
    const known = [...analyse(question)].filter((unit) => this.confidence.isKnown(unit));
    return known.length > 0 ? known.flatMap((unit) => (unit.startsWith('§') ? [unit] : terms(unit))) : terms(question);
  }

  async index(documents: readonly ArticleDocument[]): Promise<void> {
    for (const document of documents) {
      const id = documentKey(document.articleId, document.locale);
      if (this.rows.has(id)) this.rows.discard(id);
      this.confidence.add(document);
      const { articleId, category, title, keywords, excerpt, body } = document;
      this.rows.add({ id, articleId, category, title, keywords: keywords.join(' , '), excerpt, body });
    }
  }

  async remove(articleIds: readonly string[]): Promise<void> {
    for (const articleId of articleIds) {
      this.confidence.remove(articleId);
      for (const locale of ['zh-CN', 'en'] as const) {
        const id = documentKey(articleId, locale);
        if (this.rows.has(id)) this.rows.discard(id);
      }
    }
  }
}
