/** @own-modules, for it defines jobs that no other desk has. */
import { type INestApplicationContext, Injectable, Module, type Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Redis } from 'ioredis';
import pg from 'pg';
import { loadConfig } from '../../src/config.js';
import { Clock } from '../../src/platform/clock/index.js';
import { createDataSource, Database } from '../../src/platform/db/index.js';
import { PlatformModule } from '../../src/platform/index.js';
import { defineJob, Jobs, JobWorkers, Runs } from '../../src/platform/jobs/index.js';
import { createPino, Logger } from '../../src/platform/logger/index.js';
import { metrics } from '../../src/platform/metrics/index.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startTestRedis, type TestRedis } from '../support/redis.js';
import { describeWith } from '../support/tools.js';
import { until } from '../support/until.js';

interface GreetData {
  name: string;
}
const GreetJob = defineJob<GreetData>('test.greet');
const StumbleJob = defineJob<GreetData>('test.stumble');
const TickJob = defineJob<Record<string, never>>('test.tick', { everySeconds: 1 });

const greeted: string[] = [];
let stumbles = 0;
let ticks = 0;
let gate: Promise<void> = Promise.resolve();

@Injectable()
class Greeter {
  @Runs(GreetJob)
  async greet({ name }: GreetData): Promise<void> {
    greeted.push(name);
    await gate;
  }

  @Runs(StumbleJob)
  async stumble(): Promise<void> {
    stumbles += 1;
    if (stumbles === 1) throw new Error('stumbled');
  }

  @Runs(TickJob)
  async tick(): Promise<void> {
    ticks += 1;
  }
}

@Injectable()
class SecondGreeter {
  @Runs(GreetJob)
  async greet(): Promise<void> {}
}

async function withRedis(url: string, work: (client: Redis) => Promise<unknown>): Promise<void> {
  const client = new Redis(url);
  try {
    await work(client);
  } finally {
    client.disconnect();
  }
}

describe('jobs on PostgreSQL', () => jobsOn());
describeWith('redis', 'jobs on Redis', (program) => jobsOn(program));

function jobsOn(redisProgram?: string): void {
  let testDatabase: TestDatabase;
  let redis: TestRedis | undefined;
  let app: INestApplicationContext;

  async function boot(providers: Provider[], environment = {}): Promise<INestApplicationContext> {
    const base = { NODE_ENV: 'test', DATABASE_URL: testDatabase.url, PORT: '0', REDIS_URL: redis?.url };
    const config = loadConfig({ ...base, ...environment });
    const dataSource = createDataSource({ ...config.database, entities: [], migrations: [] });
    const logger = new Logger(createPino('silent'));

    @Module({ imports: [PlatformModule.with(config, dataSource, logger, new Clock())], providers })
    class Root {}
    try {
      return await NestFactory.createApplicationContext(Root, { logger: false, abortOnError: false });
    } catch (error) {
      await dataSource.destroy();
      throw error;
    }
  }

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    redis = redisProgram ? await startTestRedis(redisProgram) : undefined;
  });
  beforeEach(async () => {
    // What one test leaves waiting is not the next one's.
    if (redis) await withRedis(redis.url, (client) => client.flushall());
    greeted.length = 0;
    stumbles = 0;
    gate = Promise.resolve();
    app = await boot([Greeter]);
  });
  afterEach(() => app.close());
  afterAll(async () => {
    await testDatabase.drop();
    await redis?.kill();
  });

  it('refuses to start when nobody runs a job, or two do', async () => {
    await expect(boot([])).rejects.toThrow('no handler runs the job test.greet');
    await expect(boot([Greeter, SecondGreeter])).rejects.toThrow('two handlers run the job test.greet');
    expect(() => defineJob('test.greet')).toThrow('two jobs are named');
    expect(() => defineJob('test:greet')).toThrow('no name of a job');
  });

  it('run when a test says so, and tell it what failed', async () => {
    const jobs = app.get(Jobs);
    const workers = app.get(JobWorkers);
    await jobs.add(GreetJob, { name: 'a' });
    await jobs.add(GreetJob, { name: 'b' });
    expect(greeted).toEqual([]);
    expect(await workers.runUntilQuiet()).toBe(2);
    expect(greeted).toEqual(['a', 'b']);
    await jobs.add(StumbleJob, { name: 'c' });
    await expect(workers.runUntilQuiet()).rejects.toThrow('stumbled');
    expect(await metrics.getSingleMetricAsString('porchlight_jobs_total')).toMatch(
      /porchlight_jobs_total\{job="test.stumble",outcome="failed"\} [1-9]/,
    );
  });

  it('run by themselves, are tried again after a failure, and come at their interval', async () => {
    ticks = 0;
    app.get(JobWorkers).start();
    await app.get(Jobs).add(StumbleJob, { name: 'a' });
    await until(() => stumbles === 2, 'a second try');
    await until(() => ticks >= 2, 'a second tick');
  });

  it('with one word wait once and run once at a time, and none is missed', async () => {
    const jobs = app.get(Jobs);
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    app.get(JobWorkers).start();
    await jobs.add(GreetJob, { name: 'first' }, { deduplicate: 'x' });
    await until(() => greeted.length === 1, 'the first run');
    for (const name of ['second', 'third', 'fourth']) await jobs.add(GreetJob, { name }, { deduplicate: 'x' });
    expect(greeted).toEqual(['first']);
    open();
    await until(() => greeted.length === 2, 'the run after it');
    await jobs.add(GreetJob, { name: 'last' });
    await until(() => greeted.includes('last'), 'the last job');
    expect(greeted).toEqual(['first', 'fourth', 'last']);
  });

  it('go on after every connection was cut', async () => {
    app.get(JobWorkers).start();
    await app.get(Jobs).add(GreetJob, { name: 'before' });
    await until(() => greeted.includes('before'), 'the job before');
    if (redis) await restart(redis);
    else await cutConnections(testDatabase);
    await until(() => app.get(Jobs).add(GreetJob, { name: 'after' }), 'the queue');
    await until(() => greeted.includes('after'), 'the job after');
  });

  it('are given up without harm while the queue is away', async () => {
    const alone = await boot([Greeter], { REDIS_URL: 'redis://127.0.0.1:1' });
    alone.get(JobWorkers).start();
    expect(await alone.get(Jobs).add(GreetJob, { name: 'lost' })).toBe(false);
    await alone.close();
    expect(greeted).toEqual([]);
  });

  it('finish what is under way before the process goes', async () => {
    const workers = app.get(JobWorkers);
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    workers.start();
    await app.get(Jobs).add(GreetJob, { name: 'slow' });
    await until(() => greeted.length === 1, 'the run', 30_000);
    const closed = workers.beforeApplicationShutdown();
    const first = await Promise.race([closed.then(() => 'closed'), new Promise((done) => setImmediate(done, 'waits'))]);
    expect(first).toBe('waits');
    open();
    await closed;
    // A scheduled one may have been completed after it.
    const completed = await app.get(Jobs).queue('test').getJobs(['completed']);
    expect(completed.map((job) => job.data)).toContainEqual({ name: 'slow' });
  });
}

describe('housekeeping', () => {
  it('keeps what was delivered for a week', async () => {
    const testDatabase = await createTestDatabase();
    const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: testDatabase.url, PORT: '0' });
    const logger = new Logger(createPino('silent'));
    @Module({
      imports: [
        PlatformModule.with(
          config,
          createDataSource({ ...config.database, entities: [], migrations: [] }),
          logger,
          new Clock(),
        ),
      ],
      providers: [Greeter],
    })
    class Root {}
    const app = await NestFactory.createApplicationContext(Root, { logger: false });
    const database = app.get(Database);
    await database.query(`INSERT INTO outbox_inbox (event_id, consumer, handled_at)
      VALUES (1, 'a', desk_now() - interval '8 days'), (2, 'a', desk_now() - interval '6 days')`);
    await database.query(`INSERT INTO rate_limits (key, points, expire) VALUES ('old', 1, 1000), ('new', 1, 9e15)`);
    await app.get(Jobs).queue('platform').add('platform.prune', {});
    await app.get(JobWorkers).runUntilQuiet();
    expect(await database.query('SELECT event_id FROM outbox_inbox')).toEqual([{ event_id: '2' }]);
    expect(await database.query('SELECT key FROM rate_limits')).toEqual([{ key: 'new' }]);
    await app.close();
    await testDatabase.drop();
  });
});

async function restart(redis: TestRedis): Promise<void> {
  await redis.kill();
  await redis.start();
}

async function cutConnections({ superuserUrl }: TestDatabase): Promise<void> {
  const superuser = new pg.Client({ connectionString: superuserUrl });
  await superuser.connect();
  await superuser.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await superuser.end();
}
