import { Injectable } from '@nestjs/common';
import type { ArticleHit, ArticleSearchView } from '../../contract/index.js';
import { articleLink } from '../articles/article.presenter.js';
import { ArticleIndex } from './article-index.service.js';
import type { Hit, SearchOptions } from './article-search.js';
import { Marker, partsOf } from './marks.js';
import { snippetOf } from './snippet.js';

/** The search as readers see it: what fits, why it does, and how much more there is. */
@Injectable()
export class HelpSearch {
  constructor(private readonly index: ArticleIndex) {}

  /** Never throws for what a query says; without anything that fits, no items and counts of nought. */
  async ask(query: string, options: SearchOptions): Promise<Omit<ArticleSearchView, 'searchId'>> {
    const { question, hits, facets } = await this.index.search(query, options);
    const marker = new Marker(question);
    return { items: hits.map((hit) => hitView(hit, marker)), facets };
  }
}

function hitView(hit: Hit, marker: Marker): ArticleHit {
  const { category, locale, visibility, title } = hit;
  return {
    ...articleLink(hit),
    category,
    locale,
    ...(visibility !== 'public' && { visibility }),
    titleParts: partsOf(title, marker.find(title)),
    snippetParts: snippetOf(hit, marker),
  };
}
