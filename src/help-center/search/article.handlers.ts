import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/db/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Consumer, type EventOf, Handles } from '../../platform/outbox/index.js';
import { ArticleMoved, ArticlePublished, ArticleWithdrawn } from '../articles/article.events.js';
import { IndexArticles } from './search.jobs.js';

/** One job for whatever has changed: the engine takes many articles as fast as one. */
@Injectable()
@Consumer({ name: 'help-center.search', onPoison: 'skip' })
export class ArticleHandlers {
  constructor(private readonly jobs: Jobs) {}

  @Handles(ArticlePublished)
  published(_tx: Transaction, _event: EventOf<typeof ArticlePublished>): Promise<void> {
    return this.index();
  }

  @Handles(ArticleWithdrawn)
  withdrawn(_tx: Transaction, _event: EventOf<typeof ArticleWithdrawn>): Promise<void> {
    return this.index();
  }

  @Handles(ArticleMoved)
  moved(_tx: Transaction, _event: EventOf<typeof ArticleMoved>): Promise<void> {
    return this.index();
  }

  private async index(): Promise<void> {
    const queued = await this.jobs.add(IndexArticles, {}, { deduplicate: 'all' });
    if (!queued) throw new Error('the queue is away');
  }
}
