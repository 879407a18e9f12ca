import { Injectable } from '@nestjs/common';
import type { ArticleDraftView, ArticleReview } from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { ArticleReturned, ArticleReviewAsked } from '../articles/article.events.js';
import { articleLabel } from './draft.presenter.js';
import { Drafts } from './drafts.service.js';
import { NOT_ASKED, NOTE_MISSING } from './editing-refusals.js';

/** Whoever writes asks for a look at the draft; admins publish it, or send it back with a note. Writing goes on meanwhile. */
@Injectable()
export class Reviews {
  constructor(
    private readonly database: Database,
    private readonly drafts: Drafts,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @throws DeskError `not_found`, `conflict`; of sending back: `forbidden` for all but admins, `illegal_transition` when nobody has
   * asked, `invalid_input` without a note
   */
  async say(
    staff: StaffPrincipal,
    articleId: string,
    version: number,
    { state, note }: Pick<ArticleReview, 'state' | 'note'>,
  ): Promise<ArticleDraftView> {
    if (state === 'returned') {
      if (staff.role !== 'admin') throw new DeskError('forbidden');
      if (note === '')
        throw new DeskError('invalid_input', {
          errors: [{ path: 'note', message: NOTE_MISSING.en }],
          detail: NOTE_MISSING,
        });
    }
    return this.database.transaction(async (tx) => {
      const draft = await this.drafts.lock(tx, articleId, version);
      if (state === 'returned' && draft.review?.state !== 'asked')
        throw new DeskError('illegal_transition', { detail: NOT_ASKED });
      const review: ArticleReview = {
        state,
        by: staff.staffId,
        byName: staff.name,
        at: this.clock.now().toISOString(),
        note,
      };
      await tx.query('UPDATE article_drafts SET review = $2, version = version + 1 WHERE article_id = $1', [
        articleId,
        JSON.stringify(review),
      ]);
      await this.audit.record(tx, {
        actor: auditActor(staff),
        action: state === 'asked' ? 'article.review_asked' : 'article.returned',
        subject: { kind: 'article', id: articleId, label: articleLabel(draft.content) },
        ...(note && { changes: { note: { after: note } } }),
      });
      const by = { id: staff.staffId, name: staff.name };
      const look = { articleId, title: articleLabel(draft.content), by, note };
      const fact =
        state === 'returned' && draft.review
          ? ArticleReturned(articleId, { ...look, askedBy: draft.review.by })
          : ArticleReviewAsked(articleId, look);
      await this.outbox.add(tx, fact);
      return this.drafts.view(articleId, tx);
    });
  }
}
