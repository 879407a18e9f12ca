import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/db/index.js';
import { Jobs } from '../platform/jobs/index.js';
import { Consumer, type EventOf, Handles } from '../platform/outbox/index.js';
import { ArticlePublished, ArticleWithdrawn } from './article.events.js';
import { IndexArticle } from './article.jobs.js';

/** Indexing twice does nothing, and the next event of an article brings all that an earlier one would have. */
@Injectable()
@Consumer({ name: 'help-center.search', onPoison: 'skip' })
export class ArticleHandlers {
  constructor(private readonly jobs: Jobs) {}

  @Handles(ArticlePublished)
  published(_tx: Transaction, { payload }: EventOf<typeof ArticlePublished>): Promise<void> {
    return this.index(payload.articleId);
  }

  @Handles(ArticleWithdrawn)
  withdrawn(_tx: Transaction, { payload }: EventOf<typeof ArticleWithdrawn>): Promise<void> {
    return this.index(payload.articleId);
  }

  private async index(articleId: string): Promise<void> {
    const queued = await this.jobs.add(IndexArticle, { articleId }, { deduplicate: articleId });
    if (!queued) throw new Error('the queue is away');
  }
}
