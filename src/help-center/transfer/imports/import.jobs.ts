import { Injectable } from '@nestjs/common';
import { defineJob, Jobs, Runs } from '../../../platform/jobs/index.js';
import { ArticleImportWork } from './article-import-work.service.js';

export const WorkOnImport = defineJob<{ importId: string }>('article-transfer.work_on_import');
const ResumeImports = defineJob<Record<string, never>>('article-transfer.resume_imports', { everySeconds: 60 });
const PruneImports = defineJob<Record<string, never>>('article-transfer.prune_imports', { everySeconds: 86_400 });

/** A queue of their own: ten thousand articles keep no other job waiting. */
@Injectable()
export class ImportJobs {
  constructor(
    private readonly imports: ArticleImportWork,
    private readonly jobs: Jobs,
  ) {}

  @Runs(WorkOnImport)
  async work({ importId }: { importId: string }): Promise<void> {
    await this.imports.work(importId);
  }

  /** Those whose job was lost, or whose process has ended. */
  @Runs(ResumeImports)
  async resume(): Promise<void> {
    for (const importId of await this.imports.abandoned()) await this.jobs.add(WorkOnImport, { importId });
  }

  @Runs(PruneImports)
  async prune(): Promise<void> {
    await this.imports.prune();
  }
}
