import { Injectable, type OnModuleInit } from '@nestjs/common';
import { lazyGauges } from '../metrics/index.js';
import { JobEngine } from './job-engine.js';
import { JobRegistry } from './job-registry.js';
import { Jobs, withPatience } from './jobs.service.js';

/** What lies in the queues of jobs, by queue. While the queue is away nothing is shown, and nobody waits for it. */
@Injectable()
export class JobMetrics implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly registry: JobRegistry,
    private readonly engine: JobEngine,
  ) {}

  onModuleInit(): void {
    lazyGauges({
      help: {
        porchlight_jobs_waiting: 'Jobs that are due and wait for a worker, by queue',
        porchlight_jobs_active: 'Jobs under way, by queue',
        porchlight_jobs_delayed: 'Jobs for later, tries after a failure included, by queue',
        porchlight_jobs_failed: 'Jobs whose tries are used up, of the last 14 days, by queue',
      },
      labelNames: ['queue'],
      read: async () => {
        if (this.engine.away) return [];
        return await withPatience(Promise.all(this.registry.queues().map((queue) => this.countsOf(queue))));
      },
    });
  }

  private async countsOf(queue: string) {
    const counts = await this.jobs.queue(queue).getJobCounts('waiting', 'active', 'delayed', 'failed');
    return {
      labels: { queue },
      values: {
        porchlight_jobs_waiting: counts.waiting ?? 0,
        porchlight_jobs_active: counts.active ?? 0,
        porchlight_jobs_delayed: counts.delayed ?? 0,
        porchlight_jobs_failed: counts.failed ?? 0,
      },
    };
  }
}
