import { Injectable } from '@nestjs/common';
import type { ArticleImportRowView, ArticleImportView } from '../../../contract/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Database } from '../../../platform/db/index.js';
import { Imports, type RowFilter } from '../../../platform/imports/index.js';
import { Storage } from '../../../platform/storage/index.js';
import { ARTICLE_IMPORTS } from './import.kind.js';
import { type ImportPlan, ROWS } from './import-rows.js';

type StoredRow = Omit<ArticleImportRowView, 'articleId'> & {
  articleId: string | null;
  [column: string]: unknown;
};

/** Files of articles that administrators bring, what would become of them, and what did. */
@Injectable()
export class ArticleImports extends Imports<ArticleImportView, ArticleImportRowView, ImportPlan> {
  constructor(database: Database, storage: Storage, audit: Audit) {
    super(ARTICLE_IMPORTS, database, storage, audit);
  }

  protected async readRows(
    id: string,
    { outcome, warned }: RowFilter,
    after: number,
    limit: number,
  ): Promise<ArticleImportRowView[]> {
    const rows = await this.database.query<StoredRow>(ROWS, [id, after, outcome ?? null, warned === true, limit]);
    return rows.map(({ articleId, ...row }) => ({ ...row, ...(articleId && { articleId }) }));
  }
}
