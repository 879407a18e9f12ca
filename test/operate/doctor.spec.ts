import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Check } from '../../src/cli/doctor/check.js';
import { clock, database, migrations } from '../../src/cli/doctor/checks/database.js';
import { model } from '../../src/cli/doctor/checks/model.js';
import { disk, mail, redis, search, storage } from '../../src/cli/doctor/checks/neighbours.js';
import { node, port } from '../../src/cli/doctor/checks/process.js';
import { settings } from '../../src/cli/doctor/checks/settings.js';
import { events, work } from '../../src/cli/doctor/checks/work.js';
import { findDesk } from '../../src/cli/doctor/desk.js';
import { asJson, printed } from '../../src/cli/doctor/print.js';
import { examine, exitCode, type Report } from '../../src/cli/doctor/run.js';
import { startTestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildTeam } from '../support/factories.js';
import { startModelServer } from '../support/model-server.js';
import { startTestRedis } from '../support/redis.js';
import { buildTicket } from '../support/tickets.js';
import { describeWith } from '../support/tools.js';

const ALL = [
  node,
  settings,
  database,
  migrations,
  clock,
  redis,
  search,
  mail,
  model,
  storage,
  disk,
  port,
  events,
  work,
];
const folder = mkdtempSync(join(tmpdir(), 'porchlight-doctor-'));
const KEY = 'kQ3-a-secret-of-its-own-0123456789-xyz';
const databases: TestDatabase[] = [];
const servers: { server: Server; sockets: Set<Socket> }[] = [];

afterAll(async () => {
  for (const one of databases) await one.drop();
  for (const { server, sockets } of servers) {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
  rmSync(folder, { recursive: true });
});

async function freshDatabase(...statements: string[]): Promise<string> {
  const made = await createTestDatabase();
  databases.push(made);
  const client = new pg.Client({ connectionString: made.url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
  return made.url;
}

/** Takes every connection, and never says a word. */
async function silentServer(): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => sockets.add(socket.on('error', () => undefined)));
  servers.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as { port: number }).port;
}

async function looked(
  variables: Record<string, string>,
  checks: readonly Check[] = ALL,
  patience?: number,
): Promise<Report[]> {
  const given = {
    variables: { DATA_DIR: folder, ...variables },
    origins: Object.fromEntries(Object.keys(variables).map((name) => [name, '.env'])),
  };
  const { desk, close } = findDesk(given);
  const reports = await examine(desk, checks, patience);
  await close();
  return reports;
}
const linesOf = (reports: Report[], id: string) =>
  reports
    .find((report) => report.id === id)
    ?.findings.map(({ state, says, fix }) => `${state}: ${says.en}${fix ? ` → ${fix.en}` : ''}`);
const good = (url: string) => ({ DATABASE_URL: url, SECRET_KEY: KEY, PORT: '0' });

describe('the doctor', () => {
  it('says what is well, and finds that the tests’ own PostgreSQL is not durable', async () => {
    const reports = await looked(good(await freshDatabase()));
    expect(reports.map(({ id }) => id)).toEqual([
      'node',
      'configuration',
      'database',
      'migrations',
      'clock',
      'redis',
      'search',
      'mail',
      'model',
      'storage',
      'disk',
      'server',
      'events',
      'work',
    ]);
    expect(linesOf(reports, 'migrations')).toEqual(['ok: is that of this version']);
    expect(linesOf(reports, 'clock')?.[0]).toMatch(/^ok: .* differ by -?\d+ ms/);
    expect(linesOf(reports, 'storage')?.[0]).toMatch(/^ok: .*can be written and read/);
    expect(linesOf(reports, 'mail')).toEqual(['ok: off: no SMTP_URL, no mail']);
    expect(linesOf(reports, 'work')).toEqual(['ok: no escalation is late', 'ok: no job has failed']);
    expect(linesOf(reports, 'database')).toEqual([
      expect.stringMatching(/^ok: PostgreSQL 18/),
      expect.stringMatching(/^failing: fsync is off.*→ set fsync = on/),
      expect.stringMatching(/^failing: synchronous_commit is off/),
      expect.stringMatching(/^ok: connections/),
    ]);
    expect(exitCode(reports)).toBe(2);
  });

  it('is done in time when every neighbour takes the call and says nothing', async () => {
    const silent = await silentServer();
    const begun = performance.now();
    const reports = await looked(
      {
        DATABASE_URL: `postgres://desk:pw@127.0.0.1:${silent}/porchlight`,
        REDIS_URL: `redis://127.0.0.1:${silent}`,
        MEILI_URL: `http://127.0.0.1:${silent}`,
        SMTP_URL: `smtp://127.0.0.1:${silent}`,
        MAIL_FROM: 'desk@shop.example',
        MODEL_URL: `http://127.0.0.1:${silent}/v1`,
        MODEL_NAME: 'test-model',
        S3_ENDPOINT: `http://127.0.0.1:${silent}`,
        S3_BUCKET: 'desk',
        S3_ACCESS_KEY_ID: 'id',
        S3_SECRET_ACCESS_KEY: 'secret',
        SECRET_KEY: KEY,
        PORT: String(silent),
      },
      ALL,
      1_500,
    );
    expect(performance.now() - begun).toBeLessThan(12_000);
    const states = Object.fromEntries(reports.map(({ id, findings }) => [id, findings.map(({ state }) => state)]));
    for (const id of [
      'database',
      'migrations',
      'clock',
      'redis',
      'search',
      'mail',
      'model',
      'storage',
      'server',
      'events',
      'work',
    ])
      expect([id, states[id]]).toEqual([id, ['failing']]);
    expect(states.node).toEqual(['ok']);
  }, 30_000);

  it('says why a neighbour that is gone cannot be reached', async () => {
    const reports = await looked({ ...good('postgres://x@127.0.0.1:1/none'), REDIS_URL: 'redis://127.0.0.1:1' }, [
      database,
      redis,
    ]);
    expect(linesOf(reports, 'database')?.[0]).toContain('ECONNREFUSED');
    expect(linesOf(reports, 'redis')?.[0]).toMatch(/^failing: cannot be looked at: .*→ check its address/);
  });

  it('names every wrong variable, and looks at nothing that needs them', async () => {
    const reports = await looked({ PORT: 'x', DATABSE_URL: 'postgres://localhost/x' });
    expect(linesOf(reports, 'configuration')).toEqual([
      expect.stringMatching(/^failing: PORT is wrong → write a whole number/),
      expect.stringMatching(/^failing: DATABASE_URL is wrong → is required/),
      expect.stringMatching(/^failing: SECRET_KEY is wrong → set your own/),
      expect.stringMatching(/^warning: DATABSE_URL.*did you mean DATABASE_URL/),
      expect.stringMatching(/^ok: set: PORT=x \(.env\)/),
    ]);
    expect(linesOf(reports, 'database')?.[0]).toContain('not looked at');
    expect(exitCode(reports)).toBe(2);
  });

  it('shows no secret, in no form', async () => {
    const secrets = {
      SECRET_KEY: KEY,
      METRICS_TOKEN: `metrics-${KEY}`,
      MEILI_KEY: 'meili-hunter2',
      MODEL_KEY: 'model-hunter2',
      S3_ACCESS_KEY_ID: 's3-id-hunter2',
      S3_SECRET_ACCESS_KEY: 's3-secret-hunter2',
    };
    const reports = await looked(
      {
        ...secrets,
        DATABASE_URL: 'postgres://desk:db-hunter2@127.0.0.1:1/x?password=query-hunter2',
        REDIS_URL: 'redis://:redis-hunter2@127.0.0.1:1',
        MEILI_URL: 'http://127.0.0.1:1',
        MODEL_URL: 'http://127.0.0.1:1/v1',
        MODEL_NAME: 'test-model',
        S3_ENDPOINT: 'http://127.0.0.1:1',
        S3_BUCKET: 'desk',
        PORT: '0',
      },
      ALL,
      3_000,
    );
    for (const text of [asJson(reports), printed(reports, 'zh', false), printed(reports, 'en', true)]) {
      expect(text).not.toContain('hunter2');
      expect(text).not.toContain(KEY);
    }
    expect(linesOf(reports, 'configuration')?.at(-1)).toContain(
      'DATABASE_URL=postgres://desk:***@127.0.0.1:1/x (.env)',
    );
  }, 30_000);

  it.each([
    [
      { DEMO: 'true', PUBLIC_URL: 'https://desk.example', SECRET_KEY: '' },
      'failing: SECRET_KEY is the one of the demo',
    ],
    [{ DEMO: 'true', PUBLIC_URL: 'https://desk.example' }, 'warning: DEMO=true on a public address'],
    [{ PUBLIC_URL: 'http://desk.example' }, 'warning: PUBLIC_URL is not https'],
    [{ PUBLIC_URL: 'https://desk.example' }, 'warning: TRUSTED_PROXIES is empty'],
    [{ TRUSTED_PROXIES: '10.0.0.0/4' }, 'warning: TRUSTED_PROXIES is very wide'],
    [{ NODE_ENV: 'development', PUBLIC_URL: 'https://desk.example' }, 'warning: NODE_ENV=development'],
  ])('warns of what is allowed and seldom meant: %j', async (variables, line) => {
    const reports = await looked({ ...good('postgres://x@127.0.0.1:1/none'), ...(variables as object) }, [settings]);
    expect(linesOf(reports, 'configuration')).toContainEqual(expect.stringContaining(line));
  });

  it.each([
    [
      `INSERT INTO migrations ("timestamp", name) VALUES (9999999999999, 'Tomorrow9999999999999')`,
      migrations,
      'failing: a newer version has migrated',
    ],
    [
      'DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations)',
      migrations,
      'failing: 1 migrations are missing',
    ],
    [
      `INSERT INTO dead_letters (event_id, consumer, key, type, payload, error) VALUES (1, 'x', 'k', 't', '{}', 'e')`,
      events,
      'warning: 1 dead letter(s) → run npm run dead-letters',
    ],
    [
      `INSERT INTO outbox_blocks (key, consumer, event_id, attempts, retry_at, last_error) VALUES ('k', 'x', 1, 8, 'infinity', 'e')`,
      events,
      'failing: 1 key(s) halted',
    ],
    [
      `INSERT INTO outbox (key, type, payload, created_at) VALUES ('k', 't', '{}', desk_now() - interval '5 minutes')`,
      events,
      'failing: 1 events on their way, the oldest for 300 s',
    ],
    [
      `INSERT INTO bullmq.job (queue, id, seq, name, state, added_at_ms) VALUES ('q', 'a', 1, 'n', 'failed', 0)`,
      work,
      'warning: 1 jobs used up their tries',
    ],
    [
      `INSERT INTO bullmq.scheduler (queue, scheduler_id, next_run_ms) VALUES ('q', 'platform.prune', 0)`,
      work,
      'overdue: platform.prune',
    ],
  ])('finds what %s did', async (statement, check, line) => {
    const reports = await looked(good(await freshDatabase(statement)), [check]);
    expect(linesOf(reports, check.id)).toContainEqual(expect.stringContaining(line));
  });

  it('finds escalations that nobody makes, and knows a desk by its port', async () => {
    const own = await createTestDatabase();
    databases.push(own);
    const desk = await startTestApp({ database: own });
    await buildTeam(desk, { key: 'frontline' });
    await buildTicket(desk);
    await desk.settle();
    await desk.clock.advance(86_400_000);
    const url = new URL(desk.url);
    const reports = await looked({ ...good(own.url), PORT: url.port }, [work, port]);
    expect(linesOf(reports, 'work')?.[0]).toMatch(/^failing: 1 escalations are late, the oldest by \d+ s/);
    expect(linesOf(reports, 'server')).toEqual([`ok: ${desk.url} is ready`]);
    await desk.close();
    expect(linesOf(await looked({ ...good(own.url), PORT: url.port }, [port]), 'server')?.[0]).toMatch(
      /^warning: port \d+ is free/,
    );
  });

  it.each([
    ['test-model', 'sk-1', /^ok: 127\.0\.0\.1:\d+ answers, and has test-model$/],
    ['qwen-plus', 'sk-1', /^warning: .* does not list qwen-plus → look at MODEL_NAME; it lists test-model$/],
    ['test-model', 'wrong', /^failing: .* does not accept the key → look at MODEL_KEY$/],
  ])('asks a language model for its list alone: %s with %s', async (name, key, line) => {
    const server = await startModelServer();
    const variables = { MODEL_URL: server.url, MODEL_NAME: name, MODEL_KEY: key };
    const reports = await looked({ ...good('postgres://x@127.0.0.1:1/none'), ...variables }, [model]);
    await server.close();
    expect(linesOf(reports, 'model')).toEqual([expect.stringMatching(line)]);
    expect(server.asked).toEqual([]);
  });

  it('says the same in both languages', async () => {
    const reports = await looked(good('postgres://x@127.0.0.1:1/none'), ALL, 3_000);
    const [zh, en] = [printed(reports, 'zh', false), printed(reports, 'en', false)];
    expect(zh.split('\n')).toHaveLength(en.split('\n').length);
    expect(zh).toContain('有故障');
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(JSON.parse(asJson(reports))).toMatchObject({ result: 'failing', checks: expect.any(Array) });
  }, 30_000);
});

describeWith('redis', 'a Redis that forgets', (program) => {
  it('is found out', async () => {
    const server = await startTestRedis(program);
    const client = new Redis(server.url);
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    client.disconnect();
    const reports = await looked({ ...good('postgres://x@127.0.0.1:1/none'), REDIS_URL: server.url }, [redis]);
    await server.kill();
    expect(linesOf(reports, 'redis')).toEqual([
      expect.stringMatching(/^ok: Redis \d/),
      expect.stringMatching(/^failing: maxmemory-policy is allkeys-lru/),
      expect.stringMatching(/^warning: no AOF/),
    ]);
  });
});
