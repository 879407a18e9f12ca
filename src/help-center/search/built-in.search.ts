import MiniSearch from 'minisearch';
import { isHan, terms } from '../../platform/search/index.js';
import { analyse } from './analyse.js';
import {
  type ArticleDocument,
  type ArticleSearch,
  documentKey,
  type Hit,
  type SearchOptions,
} from './article-search.js';
import { Confidence } from './confidence.js';
import { candidatesFor, rank } from './rank.js';
import { isEmptyWord } from './vocabulary.js';

interface Row {
  id: string;
  articleId: string;
  category: string;
  title: string;
  keywords: string;
  excerpt: string;
  body: string;
}

const tokenize = (text: string): string[] => [
  ...terms(text),
  ...[...analyse(text)].filter((unit) => unit.startsWith('§')),
];

/**
 * The search that needs no server: an index in this process. It stands in for the engine on a bare machine, and while
 * the engine is away.
 */
export class BuiltInSearch implements ArticleSearch {
  private readonly rows = new MiniSearch<Row>({
    fields: ['title', 'keywords', 'excerpt', 'body'],
    storeFields: ['articleId', 'category'],
    tokenize,
    processTerm: (term) => term,
  });

  constructor(readonly confidence = new Confidence()) {}

  async search(query: string, options: SearchOptions): Promise<Hit[]> {
    const question = this.confidence.correct(query);
    const found = this.rows.search(question, {
      boost: { title: 3, keywords: 2.5, excerpt: 1.5 },
      boostTerm: (term) => (term.startsWith('§') ? 2 : isEmptyWord(term) ? 0.1 : 1),
      prefix: (term, at, all) =>
        at === all.filter((one) => !one.startsWith('§')).length - 1 && term.length > 2 && !isHan(term),
      filter: (row) => options.category === undefined || row.category === options.category,
    });
    const candidates = found.slice(0, 2 * candidatesFor(options.limit)).map((row) => row.articleId as string);
    return rank(question, candidates, options, this.confidence);
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
