import { Injectable } from '@nestjs/common';
import { Runs } from '../../platform/jobs/index.js';
import { Assignment } from './assignment.service.js';
import { Reconciler } from './reconciler.service.js';
import { AssignWaiting, PruneRouted } from './routing.jobs.js';

@Injectable()
export class RoutingJobs {
  constructor(
    private readonly assignment: Assignment,
    private readonly reconciler: Reconciler,
  ) {}

  @Runs(AssignWaiting)
  async assignWaiting({ teamId }: { teamId: string }): Promise<void> {
    await this.assignment.assignWaiting(teamId);
  }

  @Runs(PruneRouted)
  async prune(): Promise<void> {
    await this.reconciler.prune();
  }
}
