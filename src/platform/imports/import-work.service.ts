import { buffer } from 'node:stream/consumers';
import type { ImportMessage, ImportStatus, ImportView } from '../../contract/index.js';
import type { Database } from '../db/index.js';
import { DeskError } from '../errors/index.js';
import type { Storage } from '../storage/index.js';
import type { ImportKind, ImportRecord } from './import-kind.js';
import { ImportRefused } from './import-refused.js';

/** Somebody who works on an import says so this often, or another one takes it over. */
const HOLD = "interval '2 minutes'";
/** A file that ends the process each time must not do so for ever. */
const MOST_ATTEMPTS = 5;

/** Where an import finds the files of its kind. */
interface Files<View extends ImportView, Plan> {
  kind: Pick<ImportKind<View, never, Plan>, 'name' | 'limits' | 'countRows' | 'forgetRows'>;
  record(id: string): Promise<ImportRecord<View, Plan>>;
}

/** Is told how many rows this run has looked at, or taken over, so far. */
export type Progress = (done: number) => Promise<void>;

/**
 * Checks and applies in the background; what that is, the room says that extends this. Truth stands in the rows: whoever comes later
 * goes on where another has stopped.
 */
export abstract class ImportWork<View extends ImportView, Plan extends object> {
  protected constructor(
    private readonly imports: Files<View, Plan>,
    private readonly database: Database,
    private readonly storage: Storage,
  ) {}

  /** Writes down of each row what would become of it, and changes nothing. @throws ImportRefused */
  protected abstract check(
    record: ImportRecord<View, Plan>,
    bytes: Buffer,
    progress: Progress,
  ): Promise<{ format: string; plan: Plan }>;

  /** Does what the check has written down. @throws ImportRefused */
  protected abstract apply(record: ImportRecord<View, Plan>, progress: Progress): Promise<void>;

  /** Works on an import until it waits for an answer or is done; does nothing while another works on it. */
  async work(importId: string): Promise<void> {
    const record = await this.hold(importId);
    if (!record) return;
    try {
      await (record.status === 'checking' ? this.checkAll(record) : this.applyAll(record));
    } catch (error) {
      if (!(error instanceof ImportRefused)) {
        await this.database.query(`UPDATE ${this.files} SET held_until = NULL WHERE id = $1`, [importId]);
        throw error;
      }
      await this.end(importId, 'failed', error.said);
    }
  }

  /** Those that nobody works on, though somebody should. */
  async abandoned(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM ${this.files}
        WHERE status IN ('checking', 'applying') AND (held_until IS NULL OR held_until < desk_now())`,
    );
    return rows.map(({ id }) => id);
  }

  /** Files that nobody has taken over for days, with what the check had read in them. */
  async prune(): Promise<void> {
    const { limits, forgetRows } = this.imports.kind;
    const old = await this.database.query<{ id: string; storageKey: string }>(
      `SELECT id, storage_key AS "storageKey" FROM ${this.files}
        WHERE storage_key <> '' AND status IN ('checked', 'failed')
          AND created_at < desk_now() - interval '${limits.days} days'`,
    );
    for (const { id, storageKey } of old) {
      await this.storage.delete(storageKey);
      await this.database.query(
        `UPDATE ${this.files} SET status = 'failed', problem = coalesce(problem, '{"code": "file_gone"}'), storage_key = ''
          WHERE id = $1 AND status IN ('checked', 'failed')`,
        [id],
      );
      await this.database.query(forgetRows, [id]);
    }
  }

  /** @throws ImportRefused when it is no longer kept */
  protected async open({ storageKey }: ImportRecord<View, Plan>): Promise<Buffer> {
    if (!storageKey) throw new ImportRefused('file_gone');
    try {
      return await buffer(await this.storage.get(storageKey));
    } catch (cause) {
      if (cause instanceof DeskError && cause.code === 'not_found')
        throw new ImportRefused('file_gone', undefined, { cause });
      throw cause;
    }
  }

  private get files(): string {
    return `${this.imports.kind.name}_imports`;
  }

  private get rows(): string {
    return `${this.imports.kind.name}_import_rows`;
  }

  private async checkAll(record: ImportRecord<View, Plan>): Promise<void> {
    const { id } = record;
    const bytes = await this.open(record);
    // What was begun is begun anew: nothing has come of it yet.
    await this.database.query(`DELETE FROM ${this.rows} WHERE import_id = $1`, [id]);
    const { format, plan } = await this.check(record, bytes, (done) => this.say(id, done));
    await this.database.query(`UPDATE ${this.files} SET format = $2, plan = $3 WHERE id = $1`, [
      id,
      format,
      JSON.stringify(plan),
    ]);
    await this.end(id, 'checked');
  }

  private async applyAll(record: ImportRecord<View, Plan>): Promise<void> {
    const { id, storageKey } = record;
    const before = await this.database.one<{ done: number }>(
      `SELECT count(*)::int AS done FROM ${this.rows} WHERE import_id = $1 AND applied_at IS NOT NULL`,
      [id],
    );
    await this.apply(record, (done) => this.say(id, (before?.done ?? 0) + done));
    await this.end(id, 'done');
    await this.storage.delete(storageKey);
    await this.database.query(`UPDATE ${this.files} SET storage_key = '' WHERE id = $1`, [id]);
  }

  private async hold(importId: string): Promise<ImportRecord<View, Plan> | undefined> {
    const [held] = await this.database.query<{ attempts: number }>(
      `UPDATE ${this.files} SET held_until = desk_now() + ${HOLD}, attempts = attempts + 1
        WHERE id = $1 AND status IN ('checking', 'applying') AND (held_until IS NULL OR held_until < desk_now())
        RETURNING attempts`,
      [importId],
    );
    if (!held) return undefined;
    if (held.attempts <= MOST_ATTEMPTS) return this.imports.record(importId);
    await this.end(importId, 'failed', { code: 'interrupted' });
    return undefined;
  }

  /** Attempts count those that came to nothing. What is taken over stays so; a check is begun anew. */
  private async say(importId: string, done: number): Promise<void> {
    await this.database.query(
      `UPDATE ${this.files} SET held_until = desk_now() + ${HOLD},
         attempts = CASE status WHEN 'applying' THEN 1 ELSE attempts END,
         counts = counts || jsonb_build_object('done', $2::int) WHERE id = $1`,
      [importId, done],
    );
  }

  /** Who was so slow at looking it through that others took over does not end what they have begun. */
  private async end(importId: string, status: ImportStatus, problem?: ImportMessage): Promise<void> {
    const counts = await this.database.one(this.imports.kind.countRows, [importId]);
    await this.database.query(
      `UPDATE ${this.files} SET status = $2, problem = $3, held_until = NULL,
         counts = $4::jsonb || jsonb_build_object('done', ($4::jsonb->>'total')::int),
         finished_at = CASE WHEN $2 IN ('done', 'failed') THEN desk_now() END
        WHERE id = $1 AND ($2 <> 'checked' OR status = 'checking')`,
      [importId, status, problem ? JSON.stringify(problem) : null, JSON.stringify(counts)],
    );
  }
}
