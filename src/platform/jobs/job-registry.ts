import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { definedJobs, runsMetadata } from './job.js';

type JobHandler = (data: object) => Promise<void>;

/** Who runs what. Wiring errors refuse to boot, so they never reach a user. */
@Injectable()
export class JobRegistry implements OnModuleInit {
  private readonly handlers = new Map<string, JobHandler>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      for (const { job, method } of runsMetadata(instance.constructor)) {
        if (this.handlers.has(job)) throw new Error(`two handlers run the job ${job}`);
        this.handlers.set(job, (data) => (instance as Record<string, JobHandler>)[method]?.(data) as Promise<void>);
      }
    }
    const orphan = definedJobs().find(({ name }) => !this.handlers.has(name));
    if (orphan) throw new Error(`no handler runs the job ${orphan.name}`);
  }

  /** The queues that this house has. */
  queues(): string[] {
    return [...new Set(definedJobs().map(({ queue }) => queue))];
  }

  /** @throws for a job that a past release left behind: it fails, visibly, and others go on */
  async run(name: string, data: object): Promise<void> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`nobody runs the job ${name} any more`);
    await handler(data);
  }
}
