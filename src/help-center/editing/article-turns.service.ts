import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import type { ArticleContent, ScheduleProblem } from '../../contract/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Beat } from '../../platform/jobs/index.js';
import { Logger } from '../../platform/logger/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { ArticleScheduleFailed } from '../articles/article.events.js';
import { ArticlePublisher } from '../articles/article-publisher.service.js';
import { Sections } from '../sections/sections.service.js';
import { DUE_SCHEDULES, EXPIRED_ARTICLES, FREE_DRAFT, STILL_DUE, STILL_EXPIRED } from './article-turns.sql.js';
import { articleLabel } from './draft.presenter.js';
import type { DraftRow } from './drafts.sql.js';
import { Publications } from './publications.service.js';

const EVERY_MILLISECONDS = 5_000;
const SYSTEM = { kind: 'system', name: 'schedule' } as const;

interface Due {
  content: ArticleContent;
  note: string;
  inStep: boolean;
  staffId: string;
  name: string;
  [column: string]: unknown;
}

/**
 * What time does to articles: publishes what was kept for it, withdraws what has expired. Two looks at partial indexes on the
 * database's clock. Each article has its own transaction under its draft's lock, and asks there once more whether it is due: of
 * several workers one does it, the others pass over it.
 */
@Injectable()
export class ArticleTurns implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly beat: Beat;

  constructor(
    private readonly database: Database,
    private readonly publisher: ArticlePublisher,
    private readonly publications: Publications,
    private readonly sections: Sections,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly logger: Logger,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    const work = () => this.runOnce();
    this.beat = new Beat({ name: 'article turns', milliseconds: EVERY_MILLISECONDS, work, logger });
  }

  onApplicationBootstrap(): void {
    if (this.config.role !== 'web' && this.config.environment !== 'test') this.beat.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.beat.stop();
  }

  /** All that is due now. One that fails keeps none of the others; the next round tries it again. */
  async runOnce(): Promise<undefined> {
    for (const { id } of await this.database.query<{ id: string }>(DUE_SCHEDULES)) await this.each(id, this.publish);
    for (const { id } of await this.database.query<{ id: string }>(EXPIRED_ARTICLES)) await this.each(id, this.expire);
  }

  private async each(id: string, turn: (id: string) => Promise<void>): Promise<void> {
    await turn.call(this, id).catch((error) => {
      this.logger.error({ err: error, articleId: id }, 'the turn of an article failed; the next round tries again');
    });
  }

  private async publish(id: string): Promise<void> {
    try {
      await this.locked(id, async (tx, draft) => {
        const due = await tx.one<Due>(STILL_DUE, [id]);
        if (!due) return;
        const { content, note, inStep, ...by } = due;
        const action = 'article.published_as_scheduled';
        await this.publications.release(tx, draft, content, { note, inStep, by, action });
        await tx.query('DELETE FROM article_schedules WHERE article_id = $1', [id]);
        await tx.query('UPDATE article_drafts SET version = version + 1 WHERE article_id = $1', [id]);
      });
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) throw error;
      await this.tell(id, problem);
    }
  }

  /** It waits for an editor, who sees why. */
  private async tell(id: string, problem: ScheduleProblem): Promise<void> {
    await this.locked(id, async (tx, draft) => {
      const due = await tx.one<Due>(STILL_DUE, [id]);
      if (!due) return;
      await tx.query('UPDATE article_schedules SET problem = $2 WHERE article_id = $1', [id, problem]);
      await tx.query('UPDATE article_drafts SET version = version + 1 WHERE article_id = $1', [id]);
      const subject = { kind: 'article', id, label: articleLabel(draft.content) };
      const changes = { problem: { after: problem } };
      await this.audit.record(tx, { actor: SYSTEM, action: 'article.schedule_failed', subject, changes });
      await this.outbox.add(
        tx,
        ArticleScheduleFailed(id, { articleId: id, title: subject.label, scheduledBy: due.staffId }),
      );
    });
  }

  private async expire(id: string): Promise<void> {
    await this.locked(id, async (tx, draft) => {
      const due = await tx.one<{ expiresAt: Date }>(STILL_EXPIRED, [id]);
      if (!due) return;
      await this.publisher.withdraw(tx, id, 'draft');
      await tx.query('UPDATE article_drafts SET version = version + 1 WHERE article_id = $1', [id]);
      await this.audit.record(tx, {
        actor: SYSTEM,
        action: 'article.expired',
        subject: { kind: 'article', id, label: articleLabel(draft.content) },
        changes: {
          status: { before: 'published', after: 'draft' },
          expiresAt: { before: due.expiresAt.toISOString() },
        },
      });
    });
  }

  /** Under the lock of all that is done to an article; not at all while somebody else holds it. */
  private locked(id: string, work: (tx: Transaction, draft: DraftRow) => Promise<void>): Promise<void> {
    return this.database.transaction(async (tx) => {
      await this.sections.holdStill(tx);
      const draft = await tx.one<DraftRow>(FREE_DRAFT, [id]);
      if (draft) await work(tx, draft);
    });
  }
}

const PROBLEMS: Record<string, ScheduleProblem> = { slug: 'slug_taken', sectionId: 'section', expiresAt: 'expired' };

/** Why an editor has to look; undefined: it is no fault of the article's. */
function problemOf(error: unknown): ScheduleProblem | undefined {
  if (!(error instanceof DeskError) || error.code !== 'invalid_input') return undefined;
  const [first] = error.extra.errors ?? [];
  return (first && PROBLEMS[first.path]) ?? 'incomplete';
}
