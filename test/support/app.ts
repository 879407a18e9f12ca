import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import supertest from 'supertest';
import { AnswerWriter } from '../../src/bot/index.js';
import { loadConfig } from '../../src/config.js';
import { createDesk } from '../../src/create-desk.js';
import { Database } from '../../src/platform/db/index.js';
import { JobWorkers } from '../../src/platform/jobs/index.js';
import { createPino, Logger } from '../../src/platform/logger/index.js';
import { Relay } from '../../src/platform/outbox/index.js';
import { Reconciler, RoutingBeat } from '../../src/routing/index.js';
import { Sweep } from '../../src/sla/index.js';
import { BulkWork } from '../../src/tickets/index.js';
import { TestClock } from './clock.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import type { TestRedis } from './redis.js';
import { asCluster, asOne } from './shapes.js';

export interface TestApp {
  app: NestFastifyApplication;
  /** Where it listens, for sockets: `http://127.0.0.1:<port>`. */
  url: string;
  /** Where each of its processes listens by itself; the same for all when it is one. */
  urls: { webs: string[]; worker: string };
  /** Between the processes, when there are several. */
  redis?: TestRedis;
  http: ReturnType<typeof supertest>;
  clock: TestClock;
  database: Database;
  /** The public door of a room. */
  // biome-ignore lint/suspicious/noExplicitAny: any injectable class.
  get<T>(type: abstract new (...args: any[]) => T): T;
  /** Carries every fact to everyone who follows it, runs every job that waits, and what follows from that. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The whole server on a database of its own, listening on a free port; with TEST_SHAPE=cluster as two web processes and
 * a worker, and each new socket goes to the next web process. Events and jobs move when the test says so
 * (`settle`), or by themselves with `events: 'live'`.
 */
export async function startTestApp(
  options: {
    events?: 'settled' | 'live';
    env?: Record<string, string>;
    rootDir?: string;
    /** Else as TEST_SHAPE says. */
    shape?: 'cluster';
    /** One that outlives this server. */
    database?: TestDatabase;
  } = {},
): Promise<TestApp> {
  const testDatabase = options.database ?? (await createTestDatabase());
  const superuser = new pg.Client({ connectionString: testDatabase.superuserUrl });
  await superuser.connect();
  // A test that fails leaves it to be cut; that must not hide why it failed.
  superuser.on('error', () => undefined);
  const clock = await TestClock.install(superuser);
  const boot = async (env: Record<string, string>) => {
    const loaded = loadConfig({
      NODE_ENV: 'test',
      DATABASE_URL: testDatabase.url,
      DATABASE_POOL_SIZE: '10',
      PORT: '0',
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'fatal',
      ...options.env,
      ...env,
    });
    const config = { ...loaded, rootDir: options.rootDir ?? loaded.rootDir };
    const app = await createDesk(config, new Logger(createPino(config.logLevel)), clock);
    await app.listen(0, '127.0.0.1');
    return app;
  };
  const clustered = options.shape === 'cluster' || process.env.TEST_SHAPE === 'cluster';
  const { app, worker, url, ...shape } = await (clustered ? asCluster : asOne)(boot);
  const relay = worker.get(Relay, { strict: false });
  const workers = worker.get(JobWorkers, { strict: false });
  const writer = worker.get(AnswerWriter, { strict: false });
  if (options.events === 'live') {
    relay.start();
    workers.start();
    worker.get(Sweep, { strict: false }).start();
    worker.get(Reconciler, { strict: false }).start();
    worker.get(RoutingBeat, { strict: false }).start();
    worker.get(BulkWork, { strict: false }).start();
    writer.start();
  }
  return {
    app,
    url,
    urls: shape.urls,
    redis: shape.redis,
    http: supertest(url),
    clock,
    database: app.get(Database, { strict: false }),
    get: (type) => app.get(type, { strict: false }),
    settle: async () => {
      do {
        await shape.jobsAdded();
        await relay.runUntilQuiet();
      } while ((await workers.runUntilQuiet()) + (await writer.runUntilQuiet()) > 0);
    },
    close: async () => {
      await shape.close();
      await superuser.end();
      if (!options.database) await testDatabase.drop();
    },
  };
}
