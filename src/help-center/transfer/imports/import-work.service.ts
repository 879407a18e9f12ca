import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { IMPORT_LIMITS, type ImportFormat, type ImportMessage, type ImportStatus } from '../../../contract/index.js';
import { Database } from '../../../platform/db/index.js';
import { DeskError } from '../../../platform/errors/index.js';
import { Storage } from '../../../platform/storage/index.js';
import { ImportRefused } from '../package/import-refused.js';
import type { Package } from '../package/package.js';
import type { ImportRecord } from './import.presenter.js';
import { ImportApply } from './import-apply.service.js';
import { ImportCheck } from './import-check.service.js';
import { COUNTS } from './import-rows.js';
import { Imports } from './imports.service.js';
import { openFile } from './open-file.js';

/** Somebody who works on an import says so this often, or another one takes it over. */
const HOLD = "interval '2 minutes'";
/** A file that ends the process each time must not do so for ever. */
const MOST_ATTEMPTS = 5;
const SAID_EVERY = 25;

/** Checks and applies in the background. Truth stands in the rows: whoever comes later goes on where another has stopped. */
@Injectable()
export class ImportWork {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly imports: Imports,
    private readonly checking: ImportCheck,
    private readonly applying: ImportApply,
  ) {}

  /** Works on an import until it waits for an answer or is done; does nothing while another works on it. */
  async work(importId: string): Promise<void> {
    const record = await this.hold(importId);
    if (!record) return;
    try {
      await (record.status === 'checking' ? this.check(record) : this.apply(record));
    } catch (error) {
      if (!(error instanceof ImportRefused)) {
        await this.letGo(importId);
        throw error;
      }
      await this.end(importId, 'failed', { code: error.code, ...(error.detail && { detail: error.detail }) });
    }
  }

  /** Those that nobody works on, though somebody should. */
  async abandoned(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM article_imports
        WHERE status IN ('checking', 'applying') AND (held_until IS NULL OR held_until < desk_now())`,
    );
    return rows.map(({ id }) => id);
  }

  /** Files that nobody has taken over for days. */
  async prune(): Promise<void> {
    const old = await this.database.query<{ id: string; storageKey: string }>(
      `SELECT id, storage_key AS "storageKey" FROM article_imports
        WHERE storage_key <> '' AND status IN ('checked', 'failed')
          AND created_at < desk_now() - interval '${IMPORT_LIMITS.days} days'`,
    );
    for (const { id, storageKey } of old) {
      await this.storage.delete(storageKey);
      await this.database.query(
        `UPDATE article_imports SET status = 'failed', problem = coalesce(problem, '{"code": "file_gone"}'), storage_key = ''
          WHERE id = $1 AND status IN ('checked', 'failed')`,
        [id],
      );
      await this.database.query('UPDATE article_import_rows SET plan = NULL WHERE import_id = $1', [id]);
    }
  }

  private async check(record: ImportRecord): Promise<void> {
    const { id, options } = record;
    const bytes = await this.open(record);
    // What was begun is begun anew: nothing has come of it yet.
    await this.database.query('DELETE FROM article_import_rows WHERE import_id = $1', [id]);
    const { format, plan } = await this.checking.run(id, bytes, options, (done) => this.say(id, done));
    await this.database.query('UPDATE article_imports SET format = $2, plan = $3 WHERE id = $1', [
      id,
      format,
      JSON.stringify(plan),
    ]);
    await this.end(id, 'checked');
  }

  private async apply(record: ImportRecord): Promise<void> {
    const { id, options, plan, fileName, appliedBy, appliedByName } = record;
    let files: Package | undefined;
    const before = await this.database.one<{ done: number }>(
      'SELECT count(*)::int AS done FROM article_import_rows WHERE import_id = $1 AND applied_at IS NOT NULL',
      [id],
    );
    await this.applying.run(
      {
        importId: id,
        format: record.format as ImportFormat,
        by: { staffId: appliedBy ?? '', name: appliedByName ?? '' },
        note: options.locale === 'en' ? `Imported from ${fileName}` : `导入自 ${fileName}`,
        sections: plan.sections,
        files: async () => {
          files ??= openFile(await this.open(record), options.locale).files;
          return files;
        },
      },
      async (done) => {
        if (done % SAID_EVERY === 0) await this.say(id, (before?.done ?? 0) + done);
      },
    );
    await this.end(id, 'done');
    await this.storage.delete(record.storageKey);
    await this.database.query(`UPDATE article_imports SET storage_key = '' WHERE id = $1`, [id]);
  }

  private async open({ storageKey }: ImportRecord): Promise<Buffer> {
    if (!storageKey) throw new ImportRefused('file_gone');
    try {
      return await buffer(await this.storage.get(storageKey));
    } catch (cause) {
      if (cause instanceof DeskError && cause.code === 'not_found')
        throw new ImportRefused('file_gone', undefined, { cause });
      throw cause;
    }
  }

  private async hold(importId: string): Promise<ImportRecord | undefined> {
    const [held] = await this.database.query<{ attempts: number }>(
      `UPDATE article_imports SET held_until = desk_now() + ${HOLD}, attempts = attempts + 1
        WHERE id = $1 AND status IN ('checking', 'applying') AND (held_until IS NULL OR held_until < desk_now())
        RETURNING attempts`,
      [importId],
    );
    if (!held) return undefined;
    if (held.attempts <= MOST_ATTEMPTS) return this.imports.record(importId);
    await this.end(importId, 'failed', { code: 'interrupted' });
    return undefined;
  }

  private async say(importId: string, done: number): Promise<void> {
    await this.database.query(
      `UPDATE article_imports SET held_until = desk_now() + ${HOLD}, counts = counts || jsonb_build_object('done', $2::int)
        WHERE id = $1`,
      [importId, done],
    );
  }

  private async letGo(importId: string): Promise<void> {
    await this.database.query('UPDATE article_imports SET held_until = NULL WHERE id = $1', [importId]);
  }

  /** Who was so slow at looking it through that others took over does not end what they have begun. */
  private async end(importId: string, status: ImportStatus, problem?: ImportMessage): Promise<void> {
    const counts = await this.database.one(COUNTS, [importId]);
    await this.database.query(
      `UPDATE article_imports SET status = $2, problem = $3, held_until = NULL,
         counts = $4::jsonb || jsonb_build_object('done', ($4::jsonb->>'total')::int),
         finished_at = CASE WHEN $2 IN ('done', 'failed') THEN desk_now() END
        WHERE id = $1 AND ($2 <> 'checked' OR status = 'checking')`,
      [importId, status, problem ? JSON.stringify(problem) : null, JSON.stringify(counts)],
    );
  }
}
