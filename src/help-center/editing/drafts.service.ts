import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type {
  ArticleAttention,
  ArticleCategory,
  ArticleContent,
  ArticleDraftView,
  ArticleListItemView,
  ArticleOverviewView,
  ArticleStatus,
  ArticleVisibility,
  Locale,
  Page,
} from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, isUniqueViolation, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { cursorOf, cursorTime, id } from '../../platform/http/index.js';
import type { Editor } from '../articles/article-publisher.service.js';
import { freeSlug, slugify } from '../articles/slugify.js';
import { Sections } from '../sections/sections.service.js';
import { articleLabel, draftView, type ListedArticle, listItem, tidied } from './draft.presenter.js';
import { DRAFT, type DraftRow, LOCKED_DRAFT, listOf, OVERVIEW, titleIn } from './drafts.sql.js';

const cursors = cursorOf(z.strictObject({ at: cursorTime, id }));
/** What one person writes without a longer pause is one line of the audit log; it is saved every few seconds. */
const ONE_SITTING = "interval '30 minutes'";

export interface ArticleFilter {
  q?: string | undefined;
  category?: ArticleCategory | undefined;
  status?: ArticleStatus | undefined;
  missing?: Locale | undefined;
  section?: string | undefined;
  visibility?: ArticleVisibility | undefined;
  owner?: string | undefined;
  attention?: ArticleAttention | undefined;
}

/** A first draft, in one language. */
export interface NewDraft {
  /** Without one it is made of the title. */
  slug?: string | undefined;
  category: ArticleCategory;
  sectionId?: string | undefined;
  locale: Locale;
  title: string;
  bodyMarkdown?: string | undefined;
}

/** What editors write before readers see it. Of two who write at once, the later is told and decides. */
@Injectable()
export class Drafts {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly sections: Sections,
  ) {}

  async list(filter: ArticleFilter, limit: number, cursor?: string): Promise<Page<ArticleListItemView>> {
    const after = cursor === undefined ? undefined : cursors.decode(cursor);
    const rows = await this.database.query<ListedArticle>(listOf(filter.attention), [
      filter.q === undefined ? null : `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`,
      filter.category ?? null,
      filter.status ?? null,
      filter.missing ?? null,
      after?.at ?? null,
      after?.id ?? null,
      limit + 1,
      filter.section ?? null,
      filter.visibility ?? null,
      filter.owner ?? null,
    ]);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map(listItem),
      ...(last && { nextCursor: cursors.encode({ at: last.cursorAt, id: last.id }) }),
    };
  }

  /** How many articles want each kind of attention. */
  async overview(): Promise<ArticleOverviewView> {
    return (await this.database.one<ArticleOverviewView>(OVERVIEW)) as ArticleOverviewView;
  }

  /** @throws DeskError `not_found` */
  async view(articleId: string, on: Database | Transaction = this.database): Promise<ArticleDraftView> {
    const row = await on.one<DraftRow>(DRAFT, [articleId]);
    if (!row) throw new DeskError('not_found');
    const related = await on.query<{ id: string; title: string }>(
      `SELECT article_id AS id, ${titleIn('content')} AS title FROM article_drafts
        WHERE article_id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], article_id)`,
      [row.content.related],
    );
    return draftView(row, related);
  }

  /**
   * Who begins it is its owner until somebody says otherwise.
   * @throws DeskError `invalid_input` when the slug is taken, or was once, and for a section that cannot be
   */
  async create(staff: StaffPrincipal, given: NewDraft): Promise<ArticleDraftView> {
    return this.database.transaction((tx) => this.add(tx, staff, given));
  }

  /** The same within `tx`, with a beginning of the text. */
  async add(tx: Transaction, staff: StaffPrincipal, given: NewDraft): Promise<ArticleDraftView> {
    const { category, sectionId, locale, title, bodyMarkdown = '' } = given;
    const slug = given.slug ?? (await freeSlugOf(tx, title));
    const content: ArticleContent = {
      slug,
      category,
      ...(sectionId && { sectionId }),
      visibility: 'public',
      position: 500,
      related: [],
      words: { [locale]: { title, excerpt: '', bodyMarkdown, keywords: [] } },
    };
    await this.sections.holdStill(tx);
    await this.sections.requirePlace(tx, content);
    await requireFreeSlug(tx, slug);
    const articleId = newId();
    await tx
      .query('INSERT INTO articles (id, slug, category, owner_id) VALUES ($1, $2, $3, $4)', [
        articleId,
        slug,
        category,
        staff.staffId,
      ])
      .catch((error) => {
        throw isUniqueViolation(error, 'articles_slug_key') ? slugTaken(error) : error;
      });
    await tx.query(
      'INSERT INTO article_drafts (article_id, content, edited_by, edited_by_name) VALUES ($1, $2, $3, $4)',
      [articleId, JSON.stringify(content), staff.staffId, staff.name],
    );
    await this.audit.record(tx, {
      actor: auditActor(staff),
      action: 'article.created',
      subject: { kind: 'article', id: articleId, label: title },
    });
    return this.view(articleId, tx);
  }

  /** @throws DeskError `not_found`, `conflict` when somebody else saved meanwhile, `invalid_input` for a section that cannot be */
  async save(
    staff: StaffPrincipal,
    articleId: string,
    version: number,
    content: ArticleContent,
  ): Promise<ArticleDraftView> {
    return this.database.transaction(async (tx) => {
      await this.lock(tx, articleId, version);
      await this.sections.requirePlace(tx, content);
      await this.write(tx, staff, articleId, content);
      return this.view(articleId, tx);
    });
  }

  /** For whoever changes the article next within `tx`; the tree of sections stays as it is meanwhile. @throws DeskError `not_found`, `conflict` */
  async lock(tx: Transaction, articleId: string, version: number): Promise<DraftRow> {
    await this.sections.holdStill(tx);
    const row = await tx.one<DraftRow>(LOCKED_DRAFT, [articleId]);
    if (!row) throw new DeskError('not_found');
    if (row.version !== version) throw new DeskError('conflict');
    return row;
  }

  /** The draft must be locked. The audit log gets one line a sitting. */
  async write(tx: Transaction, staff: Editor, articleId: string, given: ArticleContent): Promise<void> {
    const content = tidied(given);
    const begins = await tx.one(
      `SELECT 1 AS begins FROM article_drafts WHERE article_id = $1 AND content <> $2::jsonb
         AND (edited_by IS DISTINCT FROM $3 OR NOT changed OR edited_at < desk_now() - ${ONE_SITTING})`,
      [articleId, JSON.stringify(content), staff.staffId],
    );
    await tx.query(
      `UPDATE article_drafts SET content = $2, version = version + 1, changed = changed OR content <> $2::jsonb,
         edited_by = $3, edited_by_name = $4, edited_at = desk_now() WHERE article_id = $1`,
      [articleId, JSON.stringify(content), staff.staffId, staff.name],
    );
    if (begins)
      await this.audit.record(tx, {
        actor: auditActor(staff),
        action: 'article.edited',
        subject: { kind: 'article', id: articleId, label: articleLabel(content) },
      });
  }
}

/** Former slugs stay taken: links from outside lead by them. @param owner to whom its own former ones are free */
export async function requireFreeSlug(tx: Transaction, slug: string, owner?: string): Promise<void> {
  const taken = await tx.one(
    `SELECT 1 AS taken FROM articles WHERE slug = $1 AND id IS DISTINCT FROM $2::uuid
     UNION ALL SELECT 1 FROM article_former_slugs WHERE slug = $1 AND article_id IS DISTINCT FROM $2::uuid`,
    [slug, owner ?? null],
  );
  if (taken) throw slugTaken();
}

/** Made of a title; not reserved: two at once may be given the same, and one of them is refused. */
async function freeSlugOf(tx: Transaction, title: string): Promise<string> {
  const slug = slugify(title) || 'article';
  const rows = await tx.query<{ slug: string }>(
    `SELECT slug FROM articles WHERE starts_with(slug, $1) UNION SELECT slug FROM article_former_slugs WHERE starts_with(slug, $1)`,
    [slug],
  );
  const taken = new Set(rows.map((row) => row.slug));
  return freeSlug(slug, (wish) => taken.has(wish));
}

export const slugTaken = (cause?: unknown): DeskError =>
  new DeskError('invalid_input', { errors: [{ path: 'slug', message: 'is taken by another article' }], cause });
