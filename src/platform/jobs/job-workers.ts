import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Counter } from 'prom-client';
import { CONFIG, type Config } from '../../config.js';
import { newId } from '../clock/index.js';
import { Logger } from '../logger/index.js';
import { metrics } from '../metrics/index.js';
import { Beat } from './beat.js';
import { definedJobs } from './job.js';
import { JobEngine, type JobWorker } from './job-engine.js';
import { JobRegistry } from './job-registry.js';
import { Jobs, withPatience } from './jobs.service.js';

/** How long jobs under way have to come to their end when the process goes. */
const CLOSE_MILLISECONDS = 10_000;
const RESTART_MILLISECONDS = 1_000;
const SCHEDULES_MILLISECONDS = 15_000;

const runs = new Counter({
  name: 'porchlight_jobs_total',
  help: 'Runs of jobs by outcome; a failed run is tried again until its tries are used up',
  labelNames: ['job', 'outcome'],
  registers: [metrics],
});

/** Takes jobs from the queues and gives each to its handler. Closes before the queues do. */
@Injectable()
export class JobWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly workers = new Map<string, JobWorker>();
  private readonly schedules: Beat;
  private stopped = true;
  private failure: Error | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly registry: JobRegistry,
    private readonly engine: JobEngine,
    private readonly jobs: Jobs,
    private readonly logger: Logger,
  ) {
    this.schedules = new Beat({
      name: 'schedules of jobs',
      milliseconds: SCHEDULES_MILLISECONDS,
      work: () => this.keepSchedules(),
      logger,
    });
  }

  onApplicationBootstrap(): void {
    // Tests run jobs by `runUntilQuiet`, or start workers when they want them.
    if (this.config.role !== 'web' && this.config.environment !== 'test') this.start();
  }

  start(): void {
    this.stopped = false;
    for (const queue of this.registry.queues()) this.work(queue);
    this.schedules.start();
  }

  /** Whether this process takes jobs, and so is one of those that work behind the scenes. */
  get running(): boolean {
    return !this.stopped;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.schedules.stop();
    const closing = [...this.workers.values()].map((worker) => worker.close(this.engine.away));
    // A job that is cut off is run again elsewhere; a connection that never answers must not keep the process from going.
    await Promise.allSettled(closing.map((closed) => withPatience(closed, CLOSE_MILLISECONDS)));
  }

  /**
   * Runs all jobs that wait, one by one, and those that they bring. For tests, while no worker is started.
   * @returns how many ran @throws the error of the first that failed
   */
  async runUntilQuiet(): Promise<number> {
    let total = 0;
    for (;;) {
      await this.jobs.added();
      let ran = 0;
      for (const queue of this.jobs.openQueues()) ran += await this.drain(queue);
      if (this.failure) {
        const failure = this.failure;
        this.failure = undefined;
        throw failure;
      }
      if (ran === 0) return total;
      total += ran;
    }
  }

  private work(queue: string): void {
    const worker = this.worker(queue);
    worker.run().catch((error) => {
      if (this.stopped) return;
      this.logger.error({ err: error, queue }, 'a worker stopped; starting another');
      this.workers.delete(queue);
      worker.close(true).catch(() => undefined);
      setTimeout(() => this.stopped || this.work(queue), RESTART_MILLISECONDS).unref();
    });
  }

  private worker(queue: string): JobWorker {
    const known = this.workers.get(queue);
    if (known) return known;
    const worker = this.engine.openWorker(queue, (job) => this.registry.run(job.name, job.data));
    worker.on('completed', (job) => runs.inc({ job: job.name, outcome: 'completed' }));
    worker.on('failed', (job, error) => {
      this.failure ??= error;
      runs.inc({ job: job?.name ?? 'unknown', outcome: 'failed' });
      this.logger.error({ err: error, job: job?.name, id: job?.id, tries: job?.attemptsMade }, 'a job failed');
    });
    this.workers.set(queue, worker);
    return worker;
  }

  private async drain(queue: string): Promise<number> {
    const worker = this.worker(queue);
    for (let ran = 0; ; ran += 1) {
      const token = newId();
      const job = await worker.getNextJob(token, { block: false });
      if (!job) return ran;
      await worker.processJob(job, token, () => false);
    }
  }

  /** Puts in place what runs by itself, also after the queue has lost everything; and drops what nobody defines any more. */
  private async keepSchedules(): Promise<undefined> {
    for (const name of this.registry.queues()) {
      const queue = this.jobs.queue(name);
      const known = new Set((await withPatience(queue.getJobSchedulers())).map(({ key }) => key));
      for (const { name: job, queue: home, options } of definedJobs()) {
        if (home !== name || options.everySeconds === undefined) continue;
        if (!known.delete(job))
          await queue.upsertJobScheduler(job, { every: options.everySeconds * 1_000 }, { name: job });
      }
      for (const gone of known) await queue.removeJobScheduler(gone);
    }
  }
}
