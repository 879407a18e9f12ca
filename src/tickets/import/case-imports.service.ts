import { Injectable } from '@nestjs/common';
import {
  CASE_IMPORT_LIMITS,
  type CaseImportOptions,
  type CaseImportOutcome,
  type CaseImportRowView,
  type CaseImportView,
  type Page,
} from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { wellFormed } from '../../platform/http/index.js';
import { Storage } from '../../platform/storage/index.js';
import {
  type CaseImportRecord,
  caseImportView,
  caseRowView,
  NO_COUNTS,
  type StoredCaseRow,
} from './case-import.presenter.js';
import { RECORD, ROWS } from './case-import.sql.js';

const LISTED = 30;

/** Files of cases that administrators bring, what would become of them, and what did. */
@Injectable()
export class CaseImports {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly audit: Audit,
  ) {}

  /** Takes a file, to be looked through next. @throws DeskError `payload_too_large`, `invalid_input` */
  async begin(
    by: StaffPrincipal,
    fileName: string,
    content: Buffer,
    options: CaseImportOptions,
  ): Promise<CaseImportView> {
    if (content.length > CASE_IMPORT_LIMITS.file) throw new DeskError('payload_too_large');
    await this.insistOnSite(options);
    const id = newId();
    const storageKey = `case-imports/${id.slice(-2)}/${id}`;
    const label = wellFormed(fileName.replace(/^.*[\\/]/, '').replace(/\p{Cc}/gu, '')).slice(0, 120) || id;
    await this.storage.put(storageKey, content, 'application/octet-stream');
    await this.database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO case_imports (id, file_name, storage_key, size, options, counts, created_by, created_by_name)
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
        action: 'case_import.uploaded',
        subject: { kind: 'case_import', id, label },
      });
    });
    return this.show(id);
  }

  /** The newest first. */
  async list(): Promise<{ items: CaseImportView[] }> {
    const records = await this.database.query<CaseImportRecord>(
      `${RECORD} ORDER BY created_at DESC, id DESC LIMIT $1`,
      [LISTED],
    );
    return { items: records.map(caseImportView) };
  }

  /** @throws DeskError `not_found` */
  async show(id: string): Promise<CaseImportView> {
    return caseImportView(await this.record(id));
  }

  /** @throws DeskError `not_found` */
  async record(id: string): Promise<CaseImportRecord> {
    const record = await this.database.one<CaseImportRecord>(`${RECORD} WHERE id = $1`, [id]);
    if (!record) throw new DeskError('not_found');
    return record;
  }

  /** In the order of the file. @param after the number of the last row before */
  async rows(
    id: string,
    filter: { outcome?: CaseImportOutcome | undefined; warned?: boolean | undefined },
    limit: number,
    after = 0,
  ): Promise<Page<CaseImportRowView>> {
    await this.record(id);
    const rows = await this.database.query<StoredCaseRow>(ROWS, [
      id,
      after,
      filter.outcome ?? null,
      filter.warned === true,
      limit + 1,
    ]);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items: rows.slice(0, limit).map(caseRowView), ...(last && { nextCursor: String(last.number) }) };
  }

  /** Looks through the file anew, with other options. @throws DeskError `not_found`, `invalid_input`, `conflict` unless it waits for an answer */
  async checkAgain(id: string, options: CaseImportOptions): Promise<CaseImportView> {
    await this.insistOnSite(options);
    await this.database.transaction(async (tx) => {
      const [changed] = await tx.query(
        `UPDATE case_imports SET status = 'checking', options = $2, counts = $3, problem = NULL, attempts = 0,
           places = '[]', unknown_staff = '[]', finished_at = NULL
          WHERE id = $1 AND status IN ('checked', 'failed') RETURNING id`,
        [id, JSON.stringify(options), JSON.stringify(NO_COUNTS)],
      );
      if (!changed) throw new DeskError((await this.known(id)) ? 'conflict' : 'not_found');
      await tx.query('DELETE FROM case_import_rows WHERE import_id = $1', [id]);
    });
    return this.show(id);
  }

  /** Takes over what the check has found. @throws DeskError `not_found`, `conflict` unless it was checked */
  async apply(by: StaffPrincipal, id: string): Promise<CaseImportView> {
    await this.database.transaction(async (tx) => {
      const [changed] = await tx.query<{ fileName: string; counts: Record<string, number> }>(
        `UPDATE case_imports SET status = 'applying', attempts = 0, applied_by = $2, counts = counts || '{"done": 0}'
          WHERE id = $1 AND status = 'checked' RETURNING file_name AS "fileName", counts`,
        [id, by.staffId],
      );
      if (!changed) throw new DeskError((await this.known(id)) ? 'conflict' : 'not_found');
      const { fileName, counts } = changed;
      await this.audit.record(tx, {
        actor: auditActor(by),
        action: 'case_import.applied',
        subject: { kind: 'case_import', id, label: fileName },
        changes: { new: { after: counts.new ?? 0 }, open: { after: counts.open ?? 0 } },
      });
    });
    return this.show(id);
  }

  /** Forgets a file, and what would have become of it. @throws DeskError `not_found`, `conflict` while it is worked on */
  async remove(by: StaffPrincipal, id: string): Promise<void> {
    const { storageKey } = await this.database.transaction(async (tx) => {
      const [removed] = await tx.query<{ storageKey: string; fileName: string }>(
        `DELETE FROM case_imports WHERE id = $1 AND status NOT IN ('checking', 'applying')
         RETURNING storage_key AS "storageKey", file_name AS "fileName"`,
        [id],
      );
      if (!removed) throw new DeskError((await this.known(id)) ? 'conflict' : 'not_found');
      await this.audit.record(tx, {
        actor: auditActor(by),
        action: 'case_import.removed',
        subject: { kind: 'case_import', id, label: removed.fileName },
      });
      return removed;
    });
    if (storageKey) await this.storage.delete(storageKey);
  }

  private async insistOnSite({ siteId }: CaseImportOptions): Promise<void> {
    const site = await this.database.one('SELECT 1 AS found FROM sites WHERE id = $1 AND disabled_at IS NULL', [
      siteId,
    ]);
    if (!site)
      throw new DeskError('invalid_input', { errors: [{ path: 'options.siteId', message: 'there is no such site' }] });
  }

  private async known(id: string): Promise<boolean> {
    return (await this.database.one('SELECT 1 AS known FROM case_imports WHERE id = $1', [id])) !== undefined;
  }
}
