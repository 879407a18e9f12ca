import { Injectable } from '@nestjs/common';
import type { ArticleImportView, ImportOptions, ImportOutcome, ImportRowView, Page } from '../../../contract/index.js';
import { IMPORT_LIMITS } from '../../../contract/index.js';
import { auditActor } from '../../../people/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { newId } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/db/index.js';
import { DeskError } from '../../../platform/errors/index.js';
import { wellFormed } from '../../../platform/http/index.js';
import { Storage } from '../../../platform/storage/index.js';
import type { Editor } from '../../articles/article-publisher.service.js';
import { type ImportRecord, importView, NO_COUNTS, rowView, type StoredRow } from './import.presenter.js';

const RECORD = `
  SELECT id, file_name AS "fileName", format, storage_key AS "storageKey", status, options, counts, plan, problem,
         created_by_name AS "createdBy", applied_by AS "appliedBy", applied_by_name AS "appliedByName",
         created_at AS "createdAt", finished_at AS "finishedAt"
    FROM article_imports`;

const LISTED = 30;

export const DEFAULT_OPTIONS: ImportOptions = {
  locale: 'zh-CN',
  category: 'service',
  categories: {},
  createSections: true,
  existing: 'update',
  publish: false,
};

/** Files that administrators bring, what would become of them, and what did. */
@Injectable()
export class Imports {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly audit: Audit,
  ) {}

  /** Takes a file, to be looked through next. @throws DeskError `payload_too_large` */
  async begin(by: Editor, fileName: string, content: Buffer, options: ImportOptions): Promise<ArticleImportView> {
    if (content.length > IMPORT_LIMITS.file) throw new DeskError('payload_too_large');
    const id = newId();
    const storageKey = `imports/${id.slice(-2)}/${id}`;
    const label = wellFormed(fileName.replace(/^.*[\\/]/, '').replace(/\p{Cc}/gu, '')).slice(0, 120) || id;
    await this.storage.put(storageKey, content, 'application/octet-stream');
    await this.database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO article_imports (id, file_name, storage_key, size, options, counts, created_by, created_by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          label,
          storageKey,
          content.length,
          JSON.stringify(options),
          JSON.stringify(NO_COUNTS),
          by.staffId,
          by.name,
        ],
      );
      await this.audit.record(tx, {
        actor: auditActor(by),
        action: 'article_import.uploaded',
        subject: { kind: 'article_import', id, label },
      });
    });
    return this.show(id);
  }

  /** The newest first. */
  async list(): Promise<{ items: ArticleImportView[] }> {
    const records = await this.database.query<ImportRecord>(`${RECORD} ORDER BY created_at DESC, id DESC LIMIT $1`, [
      LISTED,
    ]);
    return { items: records.map(importView) };
  }

  /** @throws DeskError `not_found` */
  async show(id: string): Promise<ArticleImportView> {
    return importView(await this.record(id));
  }

  /** @throws DeskError `not_found` */
  async record(id: string): Promise<ImportRecord> {
    const record = await this.database.one<ImportRecord>(`${RECORD} WHERE id = $1`, [id]);
    if (!record) throw new DeskError('not_found');
    return record;
  }

  /** In the order of the file. @param after the number of the last row before */
  async rows(
    id: string,
    filter: { outcome?: ImportOutcome | undefined; warned?: boolean | undefined },
    limit: number,
    after = 0,
  ): Promise<Page<ImportRowView>> {
    await this.record(id);
    const rows = await this.database.query<StoredRow>(
      `SELECT r.number, r.place, r.title, r.slug, r.outcome, r.messages, r.article_id AS "articleId",
              r.applied_at AS "appliedAt", a.id IS NOT NULL AS "isThere"
         FROM article_import_rows r LEFT JOIN articles a ON a.id = r.article_id
        WHERE r.import_id = $1 AND r.number > $2 AND ($3::text IS NULL OR r.outcome = $3)
          AND (NOT $4 OR r.messages <> '[]' AND r.outcome <> 'refused') ORDER BY r.number LIMIT $5`,
      [id, after, filter.outcome ?? null, filter.warned === true, limit + 1],
    );
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items: rows.slice(0, limit).map(rowView), ...(last && { nextCursor: String(last.number) }) };
  }

  /** Looks through the file anew, with other options. @throws DeskError `not_found`, `conflict` unless it waits for an answer */
  async checkAgain(id: string, options: ImportOptions): Promise<ArticleImportView> {
    await this.database.transaction(async (tx) => {
      const [changed] = await tx.query(
        `UPDATE article_imports SET status = 'checking', options = $2, counts = $3, problem = NULL, attempts = 0,
           plan = '{"places": [], "sections": []}', finished_at = NULL
          WHERE id = $1 AND status IN ('checked', 'failed') RETURNING id`,
        [id, JSON.stringify(options), JSON.stringify(NO_COUNTS)],
      );
      if (!changed) throw new DeskError((await this.known(id)) ? 'conflict' : 'not_found');
      await tx.query('DELETE FROM article_import_rows WHERE import_id = $1', [id]);
    });
    return this.show(id);
  }

  /** Takes over what the check has found. @throws DeskError `not_found`, `conflict` unless it was checked */
  async apply(by: Editor, id: string): Promise<ArticleImportView> {
    await this.database.transaction(async (tx) => {
      const [changed] = await tx.query<{ fileName: string; counts: Record<string, number>; options: ImportOptions }>(
        `UPDATE article_imports SET status = 'applying', attempts = 0, applied_by = $2, applied_by_name = $3,
           counts = counts || '{"done": 0}'
          WHERE id = $1 AND status = 'checked' RETURNING file_name AS "fileName", counts, options`,
        [id, by.staffId, by.name],
      );
      if (!changed) throw new DeskError((await this.known(id)) ? 'conflict' : 'not_found');
      const { fileName, counts, options } = changed;
      await this.audit.record(tx, {
        actor: auditActor(by),
        action: 'article_import.applied',
        subject: { kind: 'article_import', id, label: fileName },
        changes: {
          new: { after: counts.new ?? 0 },
          updates: { after: counts.updates ?? 0 },
          published: { after: options.publish },
        },
      });
    });
    return this.show(id);
  }

  /** Forgets a file, and what would have become of it. @throws DeskError `not_found`, `conflict` while it is worked on */
  async remove(by: Editor, id: string): Promise<void> {
    const { storageKey } = await this.database.transaction(async (tx) => {
      const [removed] = await tx.query<{ storageKey: string; fileName: string }>(
        `DELETE FROM article_imports WHERE id = $1 AND status NOT IN ('checking', 'applying')
         RETURNING storage_key AS "storageKey", file_name AS "fileName"`,
        [id],
      );
      if (!removed) throw new DeskError((await this.known(id)) ? 'conflict' : 'not_found');
      await this.audit.record(tx, {
        actor: auditActor(by),
        action: 'article_import.removed',
        subject: { kind: 'article_import', id, label: removed.fileName },
      });
      return removed;
    });
    if (storageKey) await this.storage.delete(storageKey);
  }

  private async known(id: string): Promise<boolean> {
    return (await this.database.one('SELECT 1 AS known FROM article_imports WHERE id = $1', [id])) !== undefined;
  }
}
