import { Injectable } from '@nestjs/common';
import { defineJob, Runs } from '../platform/jobs/index.js';
import { Assignment } from './assignment.service.js';

export const AssignWaiting = defineJob<{ teamId: string }>('routing.assign_waiting');

@Injectable()
export class RoutingJobs {
  constructor(private readonly assignment: Assignment) {}

  @Runs(AssignWaiting)
  async assignWaiting({ teamId }: { teamId: string }): Promise<void> {
    await this.assignment.assignWaiting(teamId);
  }
}
