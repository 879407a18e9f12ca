import { Injectable } from '@nestjs/common';
import type { ArticleImportFormat, ArticleImportView } from '../../../contract/index.js';
import { Database } from '../../../platform/db/index.js';
import { ImportWork, type Progress } from '../../../platform/imports/index.js';
import { Storage } from '../../../platform/storage/index.js';
import type { Package } from '../package/package.js';
import { ArticleImports } from './article-imports.service.js';
import type { ArticleImportRecord } from './import.kind.js';
import { ImportApply } from './import-apply.service.js';
import { ImportCheck } from './import-check.service.js';
import type { ImportPlan } from './import-rows.js';
import { openFile } from './open-file.js';

@Injectable()
export class ArticleImportWork extends ImportWork<ArticleImportView, ImportPlan> {
  constructor(
    imports: ArticleImports,
    database: Database,
    storage: Storage,
    private readonly checking: ImportCheck,
    private readonly applying: ImportApply,
  ) {
    super(imports, database, storage);
  }

  protected check({ id, options }: ArticleImportRecord, bytes: Buffer, progress: Progress) {
    return this.checking.run(id, bytes, options, progress);
  }

  protected async apply(record: ArticleImportRecord, progress: Progress): Promise<void> {
    const { id, options, plan, fileName, appliedBy, appliedByName } = record;
    let files: Package | undefined;
    await this.applying.run(
      {
        importId: id,
        format: record.format as ArticleImportFormat,
        by: { staffId: appliedBy ?? '', name: appliedByName ?? '' },
        note: options.locale === 'en' ? `Imported from ${fileName}` : `导入自 ${fileName}`,
        sections: plan.sections,
        files: async () => {
          files ??= openFile(await this.open(record), options.locale).files;
          return files;
        },
      },
      progress,
    );
  }
}
