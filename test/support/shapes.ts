import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Jobs } from '../../src/platform/jobs/index.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { findTool } from '../run/tools.mjs';
import { layFront } from './front.js';
import { startTestRedis, type TestRedis } from './redis.js';

type Boot = (env: Record<string, string>) => Promise<NestFastifyApplication>;

/** How many processes one desk is, as far as a test can tell. All live in this very process, on one clock. */
interface Shape {
  /** Answers people. */
  app: NestFastifyApplication;
  /** Carries events and runs jobs. */
  worker: NestFastifyApplication;
  url: string;
  /** Where each process listens by itself. */
  urls: { webs: string[]; worker: string };
  /** Between the processes, when there are several. */
  redis?: TestRedis;
  /** Until the jobs that were added so far are in the queue. */
  jobsAdded(): Promise<void>;
  close(): Promise<void>;
}

/** One process does all. */
export async function asOne(boot: Boot): Promise<Shape> {
  const app = await boot({});
  const url = urlOf(app);
  return {
    app,
    worker: app,
    url,
    urls: { webs: [url], worker: url },
    jobsAdded: async () => undefined,
    close: () => app.close(),
  };
}

/** Two web processes, a worker, and a Redis of their own between them. */
export async function asCluster(boot: Boot): Promise<Shape> {
  const program = findTool('redis');
  if (!program) throw new Error('redis is missing');
  const redis = await startTestRedis(program);
  const [worker, app, other] = await Promise.all(
    ['worker', 'web', 'web'].map((ROLE) => boot({ ROLE, REDIS_URL: redis.url })),
  );
  if (!worker || !app || !other) throw new Error('unreachable');
  const jobs = worker.get(Jobs, { strict: false });
  for (const queue of worker.get(JobRegistry, { strict: false }).queues()) jobs.queue(queue);
  const webs = [urlOf(app), urlOf(other)];
  const front = await layFront(webs);
  return {
    app,
    worker,
    url: front.url,
    urls: { webs, worker: urlOf(worker) },
    redis,
    jobsAdded: async () => {
      await Promise.all([app, other].map((web) => web.get(Jobs, { strict: false }).added()));
    },
    close: async () => {
      await front.close();
      await Promise.all([app, other, worker].map((each) => each.close()));
      await redis.kill();
    },
  };
}

function urlOf(app: NestFastifyApplication): string {
  return `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
}
