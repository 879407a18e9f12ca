import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import supertest from 'supertest';
import { loadConfig } from '../../src/config.js';
import { createDesk } from '../../src/create-desk.js';
import { Database } from '../../src/platform/db/index.js';
import { JobWorkers } from '../../src/platform/jobs/index.js';
import { createPino, Logger } from '../../src/platform/logger/index.js';
import { Relay } from '../../src/platform/outbox/index.js';
import { Reconciler } from '../../src/routing/index.js';
import { Sweep } from '../../src/sla/index.js';
import { TestClock } from './clock.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export interface TestApp {
  app: NestFastifyApplication;
  /** Where it listens, for sockets: `http://127.0.0.1:<port>`. */
  url: string;
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
 * The whole server on a database of its own, listening on a free port. Events and jobs move when the test says so
 * (`settle`), or by themselves with `events: 'live'`.
 */
export async function startTestApp(
  options: {
    events?: 'settled' | 'live';
    env?: Record<string, string>;
    rootDir?: string;
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
  const loaded = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: testDatabase.url,
    DATABASE_POOL_SIZE: '10',
    PORT: '0',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'fatal',
    ...options.env,
  });
  const config = { ...loaded, rootDir: options.rootDir ?? loaded.rootDir };
  const logger = new Logger(createPino(config.logLevel));
  const app = await createDesk(config, logger, clock);
  await app.listen(0, '127.0.0.1');
  const relay = app.get(Relay, { strict: false });
  const workers = app.get(JobWorkers, { strict: false });
  if (options.events === 'live') {
    relay.start();
    workers.start();
    app.get(Sweep, { strict: false }).start();
    app.get(Reconciler, { strict: false }).start();
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    app,
    url,
    http: supertest(url),
    clock,
    database: app.get(Database, { strict: false }),
    get: (type) => app.get(type, { strict: false }),
    settle: async () => {
      do await relay.runUntilQuiet();
      while ((await workers.runUntilQuiet()) > 0);
    },
    close: async () => {
      await app.close();
      await superuser.end();
      if (!options.database) await testDatabase.drop();
    },
  };
}
