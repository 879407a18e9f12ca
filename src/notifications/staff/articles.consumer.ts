import { Injectable } from '@nestjs/common';
import { ArticleReturned, ArticleReviewAsked, ArticleScheduleFailed } from '../../help-center/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Consumer, type EventOf, Handles } from '../../platform/outbox/index.js';
import { Notices } from './notices.service.js';

const OTHER_ADMINS = `
  SELECT id FROM staff WHERE role = 'admin' AND disabled_at IS NULL AND id <> $1 ORDER BY created_at, id LIMIT 20`;

/** Who is to look at an article is told, wherever they are at the moment. */
@Injectable()
@Consumer({ name: 'notifications.articles', onPoison: 'skip' })
export class ArticlesConsumer {
  constructor(private readonly notices: Notices) {}

  /** Whoever may publish it. */
  @Handles(ArticleReviewAsked)
  async asked(tx: Transaction, { payload }: EventOf<typeof ArticleReviewAsked>): Promise<void> {
    const { articleId, title, by, note } = payload;
    const admins = await tx.query<{ id: string }>(OTHER_ADMINS, [by.id]);
    const data = { articleId, title, state: 'asked', by: by.name, note } as const;
    await this.notices.addNews(
      tx,
      admins.map(({ id }) => id),
      null,
      { kind: 'article', data },
    );
  }

  /** Whoever had asked. */
  @Handles(ArticleReturned)
  async returned(tx: Transaction, { payload }: EventOf<typeof ArticleReturned>): Promise<void> {
    const { articleId, title, by, note, askedBy } = payload;
    if (askedBy === by.id) return;
    const data = { articleId, title, state: 'returned', by: by.name, note } as const;
    await this.notices.addNews(tx, [askedBy], null, { kind: 'article', data });
  }

  /** Whoever had scheduled it. */
  @Handles(ArticleScheduleFailed)
  async stuck(tx: Transaction, { payload }: EventOf<typeof ArticleScheduleFailed>): Promise<void> {
    const { articleId, title, scheduledBy } = payload;
    const data = { articleId, title, state: 'stuck' } as const;
    await this.notices.addNews(tx, [scheduledBy], null, { kind: 'article', data });
  }
}
