import { Injectable } from '@nestjs/common';
import { defineJob, Jobs, Runs } from '../../platform/jobs/index.js';
import { Leftovers } from './leftovers.service.js';
import { RetentionRuns } from './retention-runs.service.js';
import { RetentionWork } from './retention-work.service.js';

export const WorkOnRetentionRun = defineJob<{ runId: string }>('retention.work_on_run');
const LookAfterRetention = defineJob<Record<string, never>>('retention.look_after', { everySeconds: 600 });
const PruneRetention = defineJob<Record<string, never>>('retention.prune', { everySeconds: 86_400 });

/** A queue of their own: what takes the whole night keeps no other job waiting. */
@Injectable()
export class RetentionJobs {
  constructor(
    private readonly runs: RetentionRuns,
    private readonly retention: RetentionWork,
    private readonly leftovers: Leftovers,
    private readonly jobs: Jobs,
  ) {}

  @Runs(WorkOnRetentionRun)
  async work({ runId }: { runId: string }): Promise<void> {
    if (await this.retention.work(runId)) await this.jobs.add(WorkOnRetentionRun, { runId });
  }

  /** Begins tonight's, and goes on with what has stopped half-way. */
  @Runs(LookAfterRetention)
  async lookAfter(): Promise<void> {
    await this.runs.beginNight();
    for (const runId of await this.runs.abandoned()) await this.jobs.add(WorkOnRetentionRun, { runId });
  }

  @Runs(PruneRetention)
  async prune(): Promise<void> {
    await this.leftovers.clear();
    await this.runs.prune();
  }
}
