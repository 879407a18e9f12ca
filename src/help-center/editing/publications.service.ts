import { Injectable } from '@nestjs/common';
import type { ArticleContent, ArticleDraftView, ArticleStatus, ArticleVersionView } from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, differences } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, isUniqueViolation, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { ArticlePublisher, type Editor } from '../articles/article-publisher.service.js';
import { Sections } from '../sections/sections.service.js';
import { articleLabel } from './draft.presenter.js';
import { Drafts, requireFreeSlug, slugTaken } from './drafts.service.js';
import type { DraftRow } from './drafts.sql.js';
import { EXPIRED, requirePublishable } from './publishable.js';

type VersionRow = Omit<ArticleVersionView, 'at' | 'by'> & { at: Date; by: string | null; [column: string]: unknown };

/** What readers see, and all that they ever saw. */
@Injectable()
export class Publications {
  constructor(
    private readonly database: Database,
    private readonly drafts: Drafts,
    private readonly publisher: ArticlePublisher,
    private readonly audit: Audit,
    private readonly sections: Sections,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the draft of this version what readers see, as a new version of the article. A review is answered by it, and what was
   * scheduled is dropped: it is older.
   * @param how.inStep the other language needs no change, whatever this one says now
   * @throws DeskError `not_found`, `conflict`, `invalid_input` when something is missing, the slug is taken, or it has expired
   */
  async publish(
    staff: StaffPrincipal,
    articleId: string,
    version: number,
    { note = '', inStep = false }: { note?: string | undefined; inStep?: boolean | undefined } = {},
  ): Promise<ArticleDraftView> {
    return this.database.transaction(async (tx) => {
      await this.publishDraft(tx, staff, await this.drafts.lock(tx, articleId, version), { note, inStep });
      return this.drafts.view(articleId, tx);
    });
  }

  /** The same within `tx`, of a draft that is locked. */
  async publishDraft(
    tx: Transaction,
    by: Editor,
    draft: DraftRow,
    { note, inStep }: { note: string; inStep: boolean },
  ): Promise<void> {
    await this.release(tx, draft, draft.content, { note, inStep, by, action: 'article.published' });
    await tx.query('DELETE FROM article_schedules WHERE article_id = $1', [draft.id]);
    await tx.query('UPDATE article_drafts SET version = version + 1, review = NULL WHERE article_id = $1', [draft.id]);
  }

  /** Makes `content` what readers see. The draft must be locked. @throws DeskError `invalid_input` as `publish` */
  async release(
    tx: Transaction,
    draft: DraftRow,
    content: ArticleContent,
    { action, ...how }: { note: string; inStep: boolean; by: Editor; action: string },
  ): Promise<void> {
    await this.requireReady(tx, draft, content);
    const before = draft.publishedVersion ? await this.contentOf(draft.id, draft.publishedVersion, tx) : undefined;
    const published = await this.publisher.publish(tx, draft.id, content, how).catch((error) => {
      throw isUniqueViolation(error, 'articles_slug_key') ? slugTaken(error) : error;
    });
    await this.audit.record(tx, {
      actor: auditActor(how.by),
      action,
      subject: { kind: 'article', id: draft.id, label: articleLabel(content) },
      changes: differences(
        summary(before, draft.publishedVersion, draft.status),
        summary(content, published, 'published'),
      ),
    });
  }

  /** @param at when readers are to find it; now, if nothing is said @throws DeskError `invalid_input` that names what stands against it */
  async requireReady(tx: Transaction, draft: DraftRow, content: ArticleContent, at?: Date): Promise<void> {
    requirePublishable(content);
    await this.sections.requirePlace(tx, content);
    await requireFreeSlug(tx, content.slug, draft.id);
    if (draft.expiresAt && draft.expiresAt <= (at ?? this.clock.now()))
      throw new DeskError('invalid_input', {
        errors: [{ path: 'expiresAt', message: 'is past by then' }],
        detail: EXPIRED,
      });
  }

  /** Takes an article from the readers: `draft` for now, `archived` for good. @throws DeskError `not_found`, `conflict` */
  async withdraw(
    staff: StaffPrincipal,
    articleId: string,
    version: number,
    status: Exclude<ArticleStatus, 'published'>,
  ): Promise<ArticleDraftView> {
    return this.database.transaction(async (tx) => {
      const draft = await this.drafts.lock(tx, articleId, version);
      if (draft.status !== status) {
        await this.publisher.withdraw(tx, articleId, status);
        await tx.query('UPDATE article_drafts SET version = version + 1 WHERE article_id = $1', [articleId]);
        if (status === 'archived') await tx.query('DELETE FROM article_schedules WHERE article_id = $1', [articleId]);
        await this.audit.record(tx, {
          actor: auditActor(staff),
          action: status === 'archived' ? 'article.archived' : 'article.withdrawn',
          subject: { kind: 'article', id: articleId, label: articleLabel(draft.content) },
          changes: differences({ status: draft.status }, { status }),
        });
      }
      return this.drafts.view(articleId, tx);
    });
  }

  /** Makes an old version the draft; readers see nothing of it until it is published. */
  async restore(staff: StaffPrincipal, articleId: string, version: number, from: number): Promise<ArticleDraftView> {
    const then = await this.contentOf(articleId, from);
    return this.database.transaction(async (tx) => {
      await this.drafts.lock(tx, articleId, version);
      const content = await this.sections.atHome(tx, then);
      await this.drafts.write(tx, staff, articleId, content);
      await this.audit.record(tx, {
        actor: auditActor(staff),
        action: 'article.restored',
        subject: { kind: 'article', id: articleId, label: articleLabel(content) },
        changes: { version: { after: from } },
      });
      return this.drafts.view(articleId, tx);
    });
  }

  /** The newest first. @throws DeskError `not_found` */
  async versions(articleId: string): Promise<{ items: ArticleVersionView[] }> {
    if (!(await this.database.one('SELECT 1 AS known FROM articles WHERE id = $1', [articleId])))
      throw new DeskError('not_found');
    const rows = await this.database.query<VersionRow>(
      `SELECT p.version, p.published_at AS at, p.published_by_name AS by, p.note,
              a.status = 'published' AND p.version = max(p.version) OVER () AS current
         FROM article_publications p JOIN articles a ON a.id = p.article_id
        WHERE p.article_id = $1 ORDER BY p.version DESC LIMIT 200`,
      [articleId],
    );
    return {
      items: rows.map(({ version, at, by, note, current }) => ({
        version,
        at: at.toISOString(),
        ...(by !== null && { by }),
        note,
        current,
      })),
    };
  }

  /** What readers saw then. @throws DeskError `not_found` */
  async contentOf(
    articleId: string,
    version: number,
    on: Database | Transaction = this.database,
  ): Promise<ArticleContent> {
    const row = await on.one<
      Omit<ArticleContent, 'subCategory' | 'sectionId'> & {
        subCategory: string | null;
        sectionId: string | null;
      } & Record<string, unknown>
    >(
      `SELECT p.slug, p.category, p.sub_category AS "subCategory", p.section_id AS "sectionId", p.visibility,
              p.position, p.related_ids AS related,
              (SELECT jsonb_object_agg(v.locale, jsonb_build_object('title', v.title, 'excerpt', v.excerpt,
                        'bodyMarkdown', v.body_markdown, 'keywords', v.keywords))
                 FROM article_versions v WHERE v.article_id = p.article_id AND v.version = p.version) AS words
         FROM article_publications p WHERE p.article_id = $1 AND p.version = $2`,
      [articleId, version],
    );
    if (!row) throw new DeskError('not_found');
    const { slug, category, subCategory, sectionId, visibility, position, related, words } = row;
    return {
      slug,
      category,
      ...(subCategory !== null && { subCategory }),
      ...(sectionId !== null && { sectionId }),
      visibility,
      position,
      related,
      words,
    };
  }
}

/** The audit log names what changed; the bodies themselves stand in the versions. */
function summary(content: ArticleContent | undefined, version: number | null, status: ArticleStatus): object {
  const { words = {}, ...place } = content ?? {};
  const titles = Object.fromEntries(Object.entries(words).map(([locale, { title }]) => [`title.${locale}`, title]));
  return { ...place, ...titles, status, ...(version !== null && { version }) };
}
