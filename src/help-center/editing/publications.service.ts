import { Injectable } from '@nestjs/common';
import type { ArticleContent, ArticleDraftView, ArticleStatus, ArticleVersionView } from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, differences } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Articles } from '../articles.service.js';
import { articleLabel } from './draft.presenter.js';
import { Drafts, requireFreeSlug } from './drafts.service.js';
import { requirePublishable } from './publishable.js';

type VersionRow = Omit<ArticleVersionView, 'at' | 'by'> & { at: Date; by: string | null; [column: string]: unknown };

/** What readers see, and all that they ever saw. */
@Injectable()
export class Publications {
  constructor(
    private readonly database: Database,
    private readonly drafts: Drafts,
    private readonly articles: Articles,
    private readonly audit: Audit,
  ) {}

  /**
   * Makes the draft of this version what readers see, as a new version of the article.
   * @throws DeskError `not_found`, `conflict`, `invalid_input` when something is missing or the slug is taken
   */
  async publish(staff: StaffPrincipal, articleId: string, version: number, note = ''): Promise<ArticleDraftView> {
    return this.database.transaction(async (tx) => {
      const draft = await this.drafts.lock(tx, articleId, version);
      const { content } = draft;
      requirePublishable(content);
      await requireFreeSlug(tx, content.slug, articleId);
      const before = draft.publishedVersion ? await this.contentOf(articleId, draft.publishedVersion) : undefined;
      const published = await this.articles.publish(tx, articleId, content, { note, by: staff });
      await tx.query('UPDATE article_drafts SET version = version + 1 WHERE article_id = $1', [articleId]);
      await this.audit.record(tx, {
        actor: auditActor(staff),
        action: 'article.published',
        subject: { kind: 'article', id: articleId, label: articleLabel(content) },
        changes: differences(
          summary(before, draft.publishedVersion, draft.status),
          summary(content, published, 'published'),
        ),
      });
      return this.drafts.view(articleId, tx);
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
        await this.articles.withdraw(tx, articleId, status);
        await tx.query('UPDATE article_drafts SET version = version + 1 WHERE article_id = $1', [articleId]);
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
    const content = await this.contentOf(articleId, from);
    return this.database.transaction(async (tx) => {
      await this.drafts.lock(tx, articleId, version);
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
  async contentOf(articleId: string, version: number): Promise<ArticleContent> {
    const row = await this.database.one<
      Omit<ArticleContent, 'subCategory'> & { subCategory: string | null } & Record<string, unknown>
    >(
      `SELECT p.slug, p.category, p.sub_category AS "subCategory", p.position, p.related_ids AS related,
              (SELECT jsonb_object_agg(v.locale, jsonb_build_object('title', v.title, 'excerpt', v.excerpt,
                        'bodyMarkdown', v.body_markdown, 'keywords', v.keywords))
                 FROM article_versions v WHERE v.article_id = p.article_id AND v.version = p.version) AS words
         FROM article_publications p WHERE p.article_id = $1 AND p.version = $2`,
      [articleId, version],
    );
    if (!row) throw new DeskError('not_found');
    const { slug, category, subCategory, position, related, words } = row;
    return { slug, category, ...(subCategory !== null && { subCategory }), position, related, words };
  }
}

/** The audit log names what changed; the bodies themselves stand in the versions. */
function summary(content: ArticleContent | undefined, version: number | null, status: ArticleStatus): object {
  const { words = {}, ...place } = content ?? {};
  const titles = Object.fromEntries(Object.entries(words).map(([locale, { title }]) => [`title.${locale}`, title]));
  return { ...place, ...titles, status, ...(version !== null && { version }) };
}
