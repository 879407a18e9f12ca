import { Injectable } from '@nestjs/common';
import type { CaseImportOptions, CaseImportRowView, CaseImportView, TicketStatus } from '../../contract/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { type Bringer, Imports, type RowFilter } from '../../platform/imports/index.js';
import { Storage } from '../../platform/storage/index.js';
import { CASE_IMPORTS, type CaseImportPlan } from './case-import.kind.js';
import { ROWS } from './case-import.sql.js';

type StoredRow = Omit<CaseImportRowView, 'status' | 'ticket'> & {
  status: TicketStatus | null;
  ticket: string | null;
  [column: string]: unknown;
};

/** Files of cases that administrators bring, what would become of them, and what did. */
@Injectable()
export class CaseImports extends Imports<CaseImportView, CaseImportRowView, CaseImportPlan> {
  constructor(database: Database, storage: Storage, audit: Audit) {
    super(CASE_IMPORTS, database, storage, audit);
  }

  /** @throws DeskError `payload_too_large`, `invalid_input` */
  override async begin(
    by: Bringer,
    fileName: string,
    content: Buffer,
    options: CaseImportOptions,
  ): Promise<CaseImportView> {
    await this.insistOnSite(options);
    return super.begin(by, fileName, content, options);
  }

  /** @throws DeskError `not_found`, `invalid_input`, `conflict` unless it waits for an answer */
  override async checkAgain(id: string, options: CaseImportOptions): Promise<CaseImportView> {
    await this.insistOnSite(options);
    return super.checkAgain(id, options);
  }

  protected async readRows(
    id: string,
    { outcome, warned }: RowFilter,
    after: number,
    limit: number,
  ): Promise<CaseImportRowView[]> {
    const rows = await this.database.query<StoredRow>(ROWS, [id, after, outcome ?? null, warned === true, limit]);
    return rows.map(({ status, ticket, ...row }) => ({ ...row, ...(status && { status }), ...(ticket && { ticket }) }));
  }

  private async insistOnSite({ siteId }: CaseImportOptions): Promise<void> {
    const site = await this.database.one('SELECT 1 AS found FROM sites WHERE id = $1 AND disabled_at IS NULL', [
      siteId,
    ]);
    if (!site)
      throw new DeskError('invalid_input', { errors: [{ path: 'options.siteId', message: 'there is no such site' }] });
  }
}
