import { Injectable } from '@nestjs/common';
import { ARTICLE_LIMITS, type ArticleDraftView, type LocalizedText } from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, differences } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { articleLabel } from './draft.presenter.js';
import { Drafts } from './drafts.service.js';
import { Publications } from './publications.service.js';

const DAY = 86_400_000;

export interface Plan {
  /** ISO 8601. */
  publishAt: string;
  note: string;
  /** The other language needs no change. */
  inStep: boolean;
}

/** What is to be published by itself, as it is now; {@link ArticleTurns} does it when its time has come. */
@Injectable()
export class Schedules {
  constructor(
    private readonly database: Database,
    private readonly drafts: Drafts,
    private readonly publications: Publications,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps the draft of this version for its time, in place of what was kept before. It answers a review, as publishing does.
   * @throws DeskError `not_found`, `conflict`, `invalid_input` when it could not be published now, or for a time that cannot be
   */
  async plan(staff: StaffPrincipal, articleId: string, version: number, plan: Plan): Promise<ArticleDraftView> {
    const at = this.requireAhead(plan.publishAt);
    return this.database.transaction(async (tx) => {
      const draft = await this.drafts.lock(tx, articleId, version);
      await this.publications.requireReady(tx, draft, draft.content, at);
      await tx.query(
        `INSERT INTO article_schedules (article_id, content, note, in_step, publish_at, scheduled_by, scheduled_by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (article_id) DO UPDATE SET content = excluded.content, note = excluded.note, in_step = excluded.in_step,
           publish_at = excluded.publish_at, problem = NULL, scheduled_by = excluded.scheduled_by,
           scheduled_by_name = excluded.scheduled_by_name, scheduled_at = desk_now()`,
        [articleId, JSON.stringify(draft.content), plan.note, plan.inStep, at, staff.staffId, staff.name],
      );
      await tx.query('UPDATE article_drafts SET version = version + 1, review = NULL WHERE article_id = $1', [
        articleId,
      ]);
      await this.audit.record(tx, {
        actor: auditActor(staff),
        action: 'article.scheduled',
        subject: { kind: 'article', id: articleId, label: articleLabel(draft.content) },
        changes: differences(draft.schedule ? { publishAt: new Date(draft.schedule.publishAt).toISOString() } : {}, {
          publishAt: at.toISOString(),
        }),
      });
      return this.drafts.view(articleId, tx);
    });
  }

  /** What was kept goes; the draft stays as it is. @throws DeskError `not_found` also when nothing is scheduled, `conflict` */
  async cancel(staff: StaffPrincipal, articleId: string, version: number): Promise<ArticleDraftView> {
    return this.database.transaction(async (tx) => {
      const draft = await this.drafts.lock(tx, articleId, version);
      if (!draft.schedule) throw new DeskError('not_found');
      await tx.query('DELETE FROM article_schedules WHERE article_id = $1', [articleId]);
      await tx.query('UPDATE article_drafts SET version = version + 1 WHERE article_id = $1', [articleId]);
      await this.audit.record(tx, {
        actor: auditActor(staff),
        action: 'article.schedule_cancelled',
        subject: { kind: 'article', id: articleId, label: articleLabel(draft.content) },
        changes: { publishAt: { before: new Date(draft.schedule.publishAt).toISOString() } },
      });
      return this.drafts.view(articleId, tx);
    });
  }

  private requireAhead(time: string): Date {
    const at = new Date(time);
    const now = this.clock.now().getTime();
    const refused =
      at.getTime() <= now ? PAST : at.getTime() > now + ARTICLE_LIMITS.daysAhead * DAY ? TOO_FAR : undefined;
    if (refused)
      throw new DeskError('invalid_input', {
        errors: [{ path: 'publishAt', message: refused.en }],
        detail: refused,
      });
    return at;
  }
}

const PAST: LocalizedText = {
  'zh-CN': '发布时间要在现在之后；要马上发布，请直接点「发布」。',
  en: 'Choose a time ahead; to publish at once choose Publish.',
};
const TOO_FAR: LocalizedText = { 'zh-CN': '最多提前两年安排。', en: 'Choose a time within two years.' };
