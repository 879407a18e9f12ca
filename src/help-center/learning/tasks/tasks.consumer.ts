import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/db/index.js';
import { Consumer, type EventOf, Handles } from '../../../platform/outbox/index.js';
import { ArticlePublished } from '../../articles/article.events.js';
import { ArticleTasks } from './tasks.service.js';

/** What was asked for is done when readers see it. */
@Injectable()
@Consumer({ name: 'help-center.tasks', onPoison: 'skip' })
export class TasksConsumer {
  constructor(private readonly tasks: ArticleTasks) {}

  @Handles(ArticlePublished)
  published(tx: Transaction, { payload }: EventOf<typeof ArticlePublished>): Promise<void> {
    return this.tasks.published(tx, payload.articleId);
  }
}
