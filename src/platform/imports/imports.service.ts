import { type ImportView, LIMITS, type Locale, type Page } from '../../contract/index.js';
import type { Audit, AuditEntry } from '../audit/index.js';
import { newId } from '../clock/index.js';
import type { Database, Transaction } from '../db/index.js';
import { DeskError } from '../errors/index.js';
import { csv, csvLines, wellFormed } from '../http/index.js';
import type { Storage } from '../storage/index.js';
import type { ImportKind, ImportRecord } from './import-kind.js';

/** Who brings a file, or says that it be taken over. */
export interface Bringer {
  staffId: string;
  name: string;
}

export interface RowFilter {
  outcome?: string | undefined;
  /** Only those that are taken over, and have a warning. */
  warned?: boolean | undefined;
}

const LISTED = 30;

/** Files that administrators bring, what would become of them, and what did. A room's own kind of them extends this. */
export abstract class Imports<View extends ImportView, Row extends { number: number }, Plan extends object> {
  protected constructor(
    readonly kind: ImportKind<View, Row, Plan>,
    protected readonly database: Database,
    private readonly storage: Storage,
    private readonly audit: Audit,
  ) {}

  /** In the order of the file, those after this number. */
  protected abstract readRows(id: string, filter: RowFilter, after: number, limit: number): Promise<Row[]>;

  /** Takes a file, to be looked through next. @throws DeskError `payload_too_large` */
  async begin(by: Bringer, fileName: string, content: Buffer, options: View['options']): Promise<View> {
    const { name, folder, limits, noCounts, noPlan } = this.kind;
    if (content.length > limits.file) throw new DeskError('payload_too_large');
    const id = newId();
    const storageKey = `${folder}/${id.slice(-2)}/${id}`;
    const label = wellFormed(fileName.replace(/^.*[\\/]/, '').replace(/\p{Cc}/gu, '')).slice(0, 120) || id;
    await this.storage.put(storageKey, content, 'application/octet-stream');
    await this.database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO ${name}_imports (id, file_name, storage_key, size, options, counts, plan, created_by, created_by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          id,
          label,
          storageKey,
          content.length,
          JSON.stringify(options),
          JSON.stringify(noCounts),
          JSON.stringify(noPlan),
          by.staffId,
          by.name,
        ],
      );
      await this.note(tx, by, 'uploaded', { id, label });
    });
    return this.show(id);
  }

  /** The newest first. */
  async list(): Promise<{ items: View[] }> {
    const records = await this.read('ORDER BY created_at DESC, id DESC LIMIT $1', LISTED);
    return { items: records.map((record) => this.view(record)) };
  }

  /** @throws DeskError `not_found` */
  async show(id: string): Promise<View> {
    return this.view(await this.record(id));
  }

  /** @throws DeskError `not_found` */
  async record(id: string): Promise<ImportRecord<View, Plan>> {
    const [record] = await this.read('WHERE id = $1', id);
    if (!record) throw new DeskError('not_found');
    return record;
  }

  /** In the order of the file. @param after the number of the last row before @throws DeskError `not_found` */
  async rows(id: string, filter: RowFilter, limit: number, after = 0): Promise<Page<Row>> {
    await this.record(id);
    const rows = await this.readRows(id, filter, after, limit + 1);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items: rows.slice(0, limit), ...(last && { nextCursor: String(last.number) }) };
  }

  /** All rows as lines of a table, page by page. */
  async *report(id: string, locale: Locale): AsyncGenerator<string> {
    const { head, line } = this.kind.report;
    yield csv([head[locale]]);
    for await (const rows of this.allRows(id)) yield csvLines(rows.map((row) => line(row, locale)));
  }

  async *allRows(id: string): AsyncGenerator<Row[]> {
    for (let after = 0; ; ) {
      const rows = await this.readRows(id, {}, after, LIMITS.listPage);
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      after = last.number;
    }
  }

  /** Looks through the file anew, with other options. @throws DeskError `not_found`, `conflict` unless it waits for an answer */
  async checkAgain(id: string, options: View['options']): Promise<View> {
    const { name, noCounts, noPlan } = this.kind;
    await this.database.transaction(async (tx) => {
      const [changed] = await tx.query(
        `UPDATE ${name}_imports SET status = 'checking', options = $2, counts = $3, plan = $4, problem = NULL, attempts = 0,
           finished_at = NULL
          WHERE id = $1 AND status IN ('checked', 'failed') RETURNING id`,
        [id, JSON.stringify(options), JSON.stringify(noCounts), JSON.stringify(noPlan)],
      );
      if (!changed) throw await this.whyNot(id);
      await tx.query(`DELETE FROM ${name}_import_rows WHERE import_id = $1`, [id]);
    });
    return this.show(id);
  }

  /** Takes over what the check has found. @throws DeskError `not_found`, `conflict` unless it was checked */
  async apply(by: Bringer, id: string): Promise<View> {
    await this.database.transaction(async (tx) => {
      const [changed] = await tx.query<Pick<ImportRecord<View, Plan>, 'fileName' | 'counts' | 'options'>>(
        `UPDATE ${this.kind.name}_imports SET status = 'applying', attempts = 0, applied_by = $2, applied_by_name = $3,
           counts = counts || '{"done": 0}'
          WHERE id = $1 AND status = 'checked' RETURNING file_name AS "fileName", counts, options`,
        [id, by.staffId, by.name],
      );
      if (!changed) throw await this.whyNot(id);
      await this.note(tx, by, 'applied', { id, label: changed.fileName }, this.kind.changes(changed));
    });
    return this.show(id);
  }

  /** Forgets a file, and what would have become of it. @throws DeskError `not_found`, `conflict` while it is worked on */
  async remove(by: Bringer, id: string): Promise<void> {
    const { storageKey } = await this.database.transaction(async (tx) => {
      const [removed] = await tx.query<{ storageKey: string; fileName: string }>(
        `DELETE FROM ${this.kind.name}_imports WHERE id = $1 AND status NOT IN ('checking', 'applying')
         RETURNING storage_key AS "storageKey", file_name AS "fileName"`,
        [id],
      );
      if (!removed) throw await this.whyNot(id);
      await this.note(tx, by, 'removed', { id, label: removed.fileName });
      return removed;
    });
    if (storageKey) await this.storage.delete(storageKey);
  }

  private read(which: string, value: string | number): Promise<ImportRecord<View, Plan>[]> {
    return this.database.query(
      `SELECT id, file_name AS "fileName", format, storage_key AS "storageKey", status, options, counts, plan, problem,
              created_by_name AS "createdBy", applied_by AS "appliedBy", applied_by_name AS "appliedByName",
              created_at AS "createdAt", finished_at AS "finishedAt"
         FROM ${this.kind.name}_imports ${which}`,
      [value],
    );
  }

  private view(record: ImportRecord<View, Plan>): View {
    const { id, fileName, format, status, options, counts, plan, problem, createdBy, createdAt, finishedAt } = record;
    const common: ImportView = {
      id,
      fileName,
      ...(format && { format }),
      status,
      options,
      counts: { ...this.kind.noCounts, ...counts },
      ...(problem && { problem }),
      createdBy,
      createdAt: createdAt.toISOString(),
      ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
    };
    return { ...common, ...this.kind.shown(plan) } as View;
  }

  private async whyNot(id: string): Promise<DeskError> {
    await this.record(id);
    return new DeskError('conflict');
  }

  private async note(
    tx: Transaction,
    by: Bringer,
    deed: 'uploaded' | 'applied' | 'removed',
    subject: { id: string; label: string },
    changes?: AuditEntry['changes'],
  ): Promise<void> {
    const kind = `${this.kind.name}_import`;
    await this.audit.record(tx, {
      actor: { kind: 'staff', id: by.staffId, name: by.name },
      action: `${kind}.${deed}`,
      subject: { kind, ...subject },
      ...(changes && { changes }),
    });
  }
}
