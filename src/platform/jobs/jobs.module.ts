import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Housekeeping } from './housekeeping.js';
import { JobMetrics } from './job.metrics.js';
import { JobEngine } from './job-engine.js';
import { JobRegistry } from './job-registry.js';
import { JobWorkers } from './job-workers.js';
import { Jobs } from './jobs.service.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [JobEngine, JobRegistry, Jobs, JobWorkers, JobMetrics, Housekeeping],
  exports: [Jobs, JobWorkers],
})
export class JobsModule {}
