import pg from 'pg';
import { migrate, provideDatabase } from '../../src/cli/local-stack/database.js';
import { Relay } from '../../src/platform/outbox/index.js';
import { startTestApp } from '../support/app.js';
import { copyTicket } from '../support/copies.js';
import type { TestDatabase } from '../support/database.js';
import { buildStaff, buildTeam } from '../support/factories.js';
import { startTestPostgres, type TestPostgres } from '../support/postgres.js';
import { type ServerProcess, startServerProcess } from '../support/process.js';
import { startTestRedis, type TestRedis } from '../support/redis.js';
import { buildTicket } from '../support/tickets.js';
import { describeWith } from '../support/tools.js';
import { until } from '../support/until.js';

const CLOCKS = 300;
const SECONDS = 20;
const PATIENCE = 60_000;
const AN_HOUR_BEHIND = {
  NODE_OPTIONS: '--require ./test/support/shifted-clock.cjs',
  CLOCK_SHIFT_MILLISECONDS: '-3600000',
};

describeWith('redis', 'clocks that run out while what carries them breaks', (program) => {
  let postgres: TestPostgres;
  let redis: TestRedis;
  let database: TestDatabase;
  let pool: pg.Pool;
  const workers: ServerProcess[] = [];

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startTestPostgres(), startTestRedis(program)]);
    const url = await provideDatabase(postgres.superuserUrl('postgres'));
    await migrate({ database: { url, poolSize: 2 } });
    const superuserUrl = postgres.superuserUrl(new URL(url).pathname.slice(1));
    database = { url, superuserUrl, drop: async () => undefined };
    pool = new pg.Pool({ connectionString: url, max: 2 });
    pool.on('error', () => undefined);
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await pool?.end();
    await redis?.kill();
    await postgres?.stop();
  });

  const count = async (of: string) => {
    const { rows } = await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${of}`);
    return rows[0]?.n ?? 0;
  };
  const fired = (atLeast: number) =>
    until(
      async () => (await count(`escalations WHERE state = 'fired'`).catch(() => 0)) >= atLeast,
      `${atLeast} escalations`,
      PATIENCE,
    );
  const startWorker = async (env: Record<string, string> = {}) => {
    const wanted = { NODE_ENV: 'production', DEMO: 'true', LOG_LEVEL: 'fatal', ROLE: 'worker', REDIS_URL: redis.url };
    const worker = await startServerProcess(database.url, { ...wanted, ...env });
    workers.push(worker);
    return worker;
  };

  it('escalate once each, never early: workers killed, one an hour behind, Redis wiped, PostgreSQL down', async () => {
    await fill(database);
    const right = await startWorker();
    const behind = await startWorker(AN_HOUR_BEHIND);
    await pool.query(
      `UPDATE clocks SET next_rung = 2, next_rung_at = due.at, due_at = due.at,
         rung_times = ARRAY[due.at - interval '1 hour', due.at, due.at + interval '1 hour']
       FROM (SELECT id, desk_now() + interval '2 seconds' + interval '1 second' * $1 * row_number() OVER () / $2 AS at
             FROM clocks) due WHERE due.id = clocks.id`,
      [SECONDS, CLOCKS],
    );
    await fired(20);
    await right.killHard();
    // All that fires now is fired by the process whose clock is wrong.
    await fired(60);
    await redis.kill();
    await fired(90);
    await redis.start();
    await postgres.crash();
    await fired(120);
    await right.start();
    await behind.killHard();
    await fired(CLOCKS);
    await until(async () => (await count('notices')) >= CLOCKS, 'the notices', PATIENCE);

    const { rows } = await pool.query(
      `SELECT count(*)::int AS escalations, count(DISTINCT e.clock_id)::int AS clocks,
              count(*) FILTER (WHERE e.fired_at < c.due_at OR e.rung <> 2)::int AS wrong,
              count(*) FILTER (WHERE e.fired_at > c.due_at + interval '30 seconds')::int AS late,
              (SELECT count(*)::int FROM ticket_events WHERE kind = 'escalated') AS lines,
              (SELECT count(*)::int FROM notices) AS notices,
              (SELECT count(DISTINCT escalation_id)::int FROM notices) AS noticed,
              (SELECT count(*)::int FROM dead_letters) AS dead
       FROM escalations e JOIN clocks c ON c.id = e.clock_id`,
    );
    const all = { escalations: CLOCKS, clocks: CLOCKS, lines: CLOCKS, notices: CLOCKS, noticed: CLOCKS };
    expect(rows).toEqual([{ ...all, wrong: 0, late: 0, dead: 0 }]);
  }, 240_000);
});

/** Tickets with running clocks, of a team whose lead hears of each, made by a desk that has gone when the workers come. */
async function fill(database: TestDatabase): Promise<void> {
  const desk = await startTestApp({ database });
  const lead = await buildStaff(desk, { role: 'supervisor' });
  await buildTeam(desk, { key: 'frontline', leadId: lead.id });
  const { ticketId } = await buildTicket(desk);
  await desk.get(Relay).runUntilQuiet();
  await copyTicket(desk, ticketId, CLOCKS - 1);
  await desk.close();
}
