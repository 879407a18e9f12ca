import { Injectable } from '@nestjs/common';
import type { CaseImportView } from '../../contract/index.js';
import { Database } from '../../platform/db/index.js';
import { ImportWork, type Progress } from '../../platform/imports/index.js';
import { Storage } from '../../platform/storage/index.js';
import type { CaseImportPlan, CaseImportRecord } from './case-import.kind.js';
import { CaseImportApply } from './case-import-apply.service.js';
import { CaseImportCheck } from './case-import-check.service.js';
import { CaseImports } from './case-imports.service.js';

@Injectable()
export class CaseImportWork extends ImportWork<CaseImportView, CaseImportPlan> {
  constructor(
    imports: CaseImports,
    database: Database,
    storage: Storage,
    private readonly checking: CaseImportCheck,
    private readonly applying: CaseImportApply,
  ) {
    super(imports, database, storage);
  }

  protected check({ id, options }: CaseImportRecord, bytes: Buffer, progress: Progress) {
    return this.checking.run(id, bytes, options, progress);
  }

  protected apply({ id, options, appliedBy }: CaseImportRecord, progress: Progress) {
    return this.applying.run({ importId: id, options, staffId: appliedBy ?? '' }, progress);
  }
}
