import { Injectable } from '@nestjs/common';
import type { ArticleImportFormat, ArticleImportMessage } from '../../../contract/index.js';
import { auditActor } from '../../../people/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Database, type Transaction } from '../../../platform/db/index.js';
import { DeskError } from '../../../platform/errors/index.js';
import type { Progress } from '../../../platform/imports/index.js';
import type { Editor } from '../../articles/article-publisher.service.js';
import { ArticleImages } from '../../editing/article-images.service.js';
import { articleLabel } from '../../editing/draft.presenter.js';
import { Drafts, requireFreeSlug } from '../../editing/drafts.service.js';
import { Publications } from '../../editing/publications.service.js';
import { SectionEditing } from '../../sections/section-editing.service.js';
import { Sections } from '../../sections/sections.service.js';
import { ArticleImportRefused } from '../package/article-import-refused.js';
import type { Package } from '../package/package.js';
import type { PlannedSection, RowPlan } from './import-rows.js';

const SAID_EVERY = 25;

interface Row {
  number: number;
  articleId: string;
  plan: RowPlan;
  messages: ArticleImportMessage[];
  [column: string]: unknown;
}

export interface Applying {
  importId: string;
  format: ArticleImportFormat;
  by: Editor;
  /** Written into the history of what is published. */
  note: string;
  sections: readonly PlannedSection[];
  /** The file, for its pictures; only opened when there are any. */
  files: () => Promise<Package>;
}

/**
 * Does what the check has written down, an article a transaction: each exactly once, however often it is begun anew, and none because
 * of another.
 */
@Injectable()
export class ImportApply {
  constructor(
    private readonly database: Database,
    private readonly drafts: Drafts,
    private readonly publications: Publications,
    private readonly sections: Sections,
    private readonly sectionEditing: SectionEditing,
    private readonly images: ArticleImages,
    private readonly audit: Audit,
  ) {}

  async run(applying: Applying, progress: Progress): Promise<void> {
    const { importId, by } = applying;
    const sectionIds = await this.makeSections(by, applying.sections);
    for (let done = 0; ; done += 1) {
      const row = await this.next(importId);
      if (!row) break;
      const outcome = await this.take(applying, row, sectionIds);
      if (outcome) await this.refuse(importId, row, outcome);
      if (done % SAID_EVERY === SAID_EVERY - 1) await progress(done + 1);
    }
  }

  private async next(importId: string): Promise<Row | undefined> {
    return this.database.one<Row>(
      `SELECT number, article_id AS "articleId", plan, messages FROM article_import_rows
        WHERE import_id = $1 AND plan IS NOT NULL ORDER BY number LIMIT 1`,
      [importId],
    );
  }

  /** @returns why it could not be; then nothing of it was changed */
  private async take(
    applying: Applying,
    row: Row,
    sectionIds: ReadonlyMap<string, string>,
  ): Promise<ArticleImportMessage | undefined> {
    try {
      await this.storeImages(applying, row);
      await this.database.transaction(async (tx) => {
        // Whoever is the second to come here finds nothing to do.
        const [mine] = await tx.query(
          `SELECT 1 AS mine FROM article_import_rows WHERE import_id = $1 AND number = $2 AND plan IS NOT NULL FOR UPDATE`,
          [applying.importId, row.number],
        );
        if (mine) await this.write(tx, applying, row, sectionIds);
      });
      return undefined;
    } catch (error) {
      return whyRefused(error);
    }
  }

  private async write(
    tx: Transaction,
    { importId, format, by, note }: Applying,
    { number, articleId, plan, messages }: Row,
    sectionIds: ReadonlyMap<string, string>,
  ): Promise<void> {
    const sectionId = plan.section === undefined ? plan.content.sectionId : sectionIds.get(plan.section);
    const given = { ...plan.content, ...(sectionId && { sectionId }) };
    await this.sections.holdStill(tx);
    // A section that was moved or removed since takes nothing with it.
    const content = await this.sections.atHome(tx, given);
    const version = plan.base ?? (await this.begin(tx, by, articleId, content));
    await this.drafts.lock(tx, articleId, version);
    await this.drafts.write(tx, by, articleId, content);
    if (plan.owner !== undefined)
      await tx.query('UPDATE articles SET owner_id = $2 WHERE id = $1', [articleId, plan.owner]);
    await tx.query(
      `INSERT INTO article_sources (source, external_id, article_id) VALUES ($1, $2, $3)
       ON CONFLICT (source, external_id) DO UPDATE SET article_id = excluded.article_id, imported_at = desk_now()`,
      [format, plan.externalId, articleId],
    );
    const problem = plan.publish ? await this.publish(tx, by, articleId, version + 1, note) : undefined;
    await tx.query(
      `UPDATE article_import_rows SET plan = NULL, applied_at = desk_now(), messages = $3
        WHERE import_id = $1 AND number = $2`,
      [importId, number, JSON.stringify(problem ? [...messages, problem] : messages)],
    );
  }

  /** A new article with nothing in it yet. @returns the version of its draft */
  private async begin(tx: Transaction, by: Editor, articleId: string, content: RowPlan['content']): Promise<number> {
    await requireFreeSlug(tx, content.slug, articleId);
    await tx.query('INSERT INTO articles (id, slug, category, owner_id) VALUES ($1, $2, $3, $4)', [
      articleId,
      content.slug,
      content.category,
      by.staffId,
    ]);
    await tx.query(
      'INSERT INTO article_drafts (article_id, content, edited_by, edited_by_name) VALUES ($1, $2, $3, $4)',
      [articleId, JSON.stringify(content), by.staffId, by.name],
    );
    await this.audit.record(tx, {
      actor: auditActor(by),
      action: 'article.created',
      subject: { kind: 'article', id: articleId, label: articleLabel(content) },
    });
    return 1;
  }

  /** @returns why it stays a draft */
  private async publish(
    tx: Transaction,
    by: Editor,
    articleId: string,
    version: number,
    note: string,
  ): Promise<ArticleImportMessage | undefined> {
    const draft = await this.drafts.lock(tx, articleId, version);
    try {
      await this.publications.requireReady(tx, draft, draft.content);
    } catch (error) {
      if (!(error instanceof DeskError) || error.code !== 'invalid_input') throw error;
      return { code: 'not_published', detail: error.extra.errors?.map(({ path }) => path).join(', ') };
    }
    await this.publications.publishDraft(tx, by, draft, { note, inStep: false });
    return undefined;
  }

  private async refuse(importId: string, row: Row, why: ArticleImportMessage): Promise<void> {
    await this.database.query(
      `UPDATE article_import_rows SET plan = NULL, outcome = 'refused', messages = $3 WHERE import_id = $1 AND number = $2`,
      [importId, row.number, JSON.stringify([...row.messages, why])],
    );
  }

  private async storeImages({ files, by }: Applying, { plan }: Row): Promise<void> {
    if (plan.images.length === 0) return;
    const known = await this.database.query<{ id: string }>(
      'SELECT id FROM article_images WHERE id = ANY($1::uuid[])',
      [plan.images.map(({ id }) => id)],
    );
    const missing = plan.images.filter(({ id }) => !known.some((image) => image.id === id));
    for (const { id, path } of missing) await this.images.storeAs(id, by, path, (await files()).read(path));
  }

  /** @returns the ids of the sections by their slugs; those that are there already are left as they are */
  private async makeSections(by: Editor, planned: readonly PlannedSection[]): Promise<Map<string, string>> {
    const ids = new Map((await this.sections.all()).map(({ slug, id }) => [slug, id]));
    for (const { slug, category, parent, names, descriptions } of planned) {
      if (ids.has(slug)) continue;
      const parentId = parent === undefined ? null : (ids.get(parent) ?? null);
      try {
        const made = await this.sectionEditing.create(by, { category, parentId }, { slug, names, descriptions });
        ids.set(slug, made.id);
      } catch (error) {
        // Its articles then stand directly under their category.
        if (!(error instanceof DeskError)) throw error;
      }
    }
    return ids;
  }
}

/** @throws what is no reason to refuse an article: a neighbour that is away, a defect */
function whyRefused(error: unknown): ArticleImportMessage {
  if (error instanceof ArticleImportRefused) return error.said;
  if (!(error instanceof DeskError)) throw error;
  const path = error.extra.errors?.[0]?.path;
  switch (error.code) {
    case 'conflict':
    case 'not_found':
      return { code: 'changed_meanwhile' };
    case 'invalid_input':
      return path === 'slug' ? { code: 'slug_taken' } : { code: 'not_saved', ...(path && { detail: path }) };
    case 'unsupported_media_type':
    case 'payload_too_large':
      return { code: 'file_broken' };
    default:
      throw error;
  }
}
