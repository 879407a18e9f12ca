import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/db/index.js';
import { Consumer, type DeliveredEvent, Handles } from '../platform/outbox/index.js';
import { ArticlePublished } from './article.events.js';
import { ArticleIndex } from './article-index.service.js';

/** Indexing twice does nothing, and the next event of an article brings all that an earlier one would have. */
@Injectable()
@Consumer({ name: 'help-center.search', onPoison: 'skip' })
export class ArticleHandlers {
  constructor(private readonly index: ArticleIndex) {}

  @Handles(ArticlePublished)
  async published(_tx: Transaction, event: DeliveredEvent<{ articleId: string }>): Promise<void> {
    await this.index.update(event.payload.articleId);
  }
}
