import { Injectable } from '@nestjs/common';
import { defineJob, Jobs, Runs } from '../../platform/jobs/index.js';
import { CaseImportWork } from './case-import-work.service.js';

export const WorkOnCaseImport = defineJob<{ importId: string }>('case-transfer.work_on_import');
const ResumeCaseImports = defineJob<Record<string, never>>('case-transfer.resume_imports', { everySeconds: 60 });
const PruneCaseImports = defineJob<Record<string, never>>('case-transfer.prune_imports', { everySeconds: 86_400 });

/** A queue of their own: ten thousand cases keep no other job waiting. */
@Injectable()
export class CaseImportJobs {
  constructor(
    private readonly imports: CaseImportWork,
    private readonly jobs: Jobs,
  ) {}

  @Runs(WorkOnCaseImport)
  async work({ importId }: { importId: string }): Promise<void> {
    await this.imports.work(importId);
  }

  /** Those whose job was lost, or whose process has ended. */
  @Runs(ResumeCaseImports)
  async resume(): Promise<void> {
    for (const importId of await this.imports.abandoned()) await this.jobs.add(WorkOnCaseImport, { importId });
  }

  @Runs(PruneCaseImports)
  async prune(): Promise<void> {
    await this.imports.prune();
  }
}
