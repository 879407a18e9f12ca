import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningMeilisearch, startMeilisearch } from '../../src/cli/embedded/meilisearch.js';
import { HelpCenter } from '../../src/help-center/index.js';
import { startTestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { type ServerProcess, startServerProcess } from '../support/process.js';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.js';
import { describeWith } from '../support/tools.js';

const KEY = 'a-master-key-for-tests';
const QUESTIONS: [question: string, slug: string][] = [
  ['提现失败', 'withdrawal-failed'],
  ['tixian shibai', 'withdrawal-failed'],
  ['封号申诉', 'ban-appeal'],
  ['forgot my pasword', 'reset-password'],
];
/** A reader waits so long at most, whatever has happened to the engine. */
const LIMIT_MILLISECONDS = 2_000;
const RECOVERY_MILLISECONDS = 60_000;

describeWith('meilisearch', 'in the middle of searches the engine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-engine-'));
  const data = join(folder, 'data');
  let database: TestDatabase;
  let engine: RunningMeilisearch;
  let proxy: TcpProxy;
  let server: ServerProcess;
  let reading = true;
  let readers: Promise<void>[];
  const asked = { answers: 0, slowest: 0 };
  const failures: string[] = [];

  const startEngine = async (key = KEY) => {
    const started = await startMeilisearch(data, key);
    if (typeof started === 'string') throw new Error(started);
    engine = started;
    proxy.leadTo(engine.url);
  };
  const searchIs = async (state: 'ok' | 'degraded') => {
    await eventually(async () => {
      const { checks } = (await (await fetch(`${server.url}/readyz`)).json()) as { checks: Record<string, string> };
      expect(checks.search).toBe(state);
    }, RECOVERY_MILLISECONDS);
  };
  /** Until every reader has been answered some more times. */
  const readOn = async () => {
    const before = asked.answers;
    await eventually(() => expect(asked.answers).toBeGreaterThan(before + 20), RECOVERY_MILLISECONDS);
    expect(failures).toEqual([]);
  };

  async function read(path: (question: string) => string, expected: (slug: string) => string): Promise<void> {
    for (let turn = 0; reading; turn += 1) {
      const [question, slug] = QUESTIONS[turn % QUESTIONS.length] as [string, string];
      const began = performance.now();
      const answer = await fetch(server.url + path(encodeURIComponent(question)), {
        headers: { 'x-forwarded-for': `10.0.${(turn >> 8) & 255}.${turn & 255}` },
      });
      const text = await answer.text();
      const took = performance.now() - began;
      asked.answers += 1;
      asked.slowest = Math.max(asked.slowest, took);
      if (answer.status !== 200 || !text.includes(expected(slug)) || took > LIMIT_MILLISECONDS)
        failures.push(`${question}: ${answer.status} after ${took.toFixed()} ms`);
    }
  }

  beforeAll(async () => {
    database = await createTestDatabase();
    const desk = await startTestApp({ database });
    await desk.get(HelpCenter).seedArticles();
    await desk.settle();
    await desk.close();
    proxy = await startTcpProxy();
    await startEngine();
    server = await startServerProcess(database.url, {
      MEILI_URL: proxy.url,
      MEILI_KEY: KEY,
      TRUSTED_PROXIES: '127.0.0.1',
      // As in earnest: jobs run by themselves.
      NODE_ENV: 'production',
      DEMO: 'true',
      LOG_LEVEL: 'fatal',
    });
    await searchIs('ok');
    readers = [
      read(
        (question) => `/api/help/search?q=${question}`,
        (slug) => `/articles/${slug}"`,
      ),
      read(
        (question) => `/help/zh-CN/search?q=${question}`,
        (slug) => `/articles/${slug}`,
      ),
    ];
  }, 180_000);
  afterAll(async () => {
    reading = false;
    await Promise.all(readers ?? []);
    await server?.stop();
    await engine?.stop();
    await proxy?.close();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is killed, and comes back', async () => {
    await readOn();
    await engine.stop();
    await searchIs('degraded');
    await readOn();
    await startEngine();
    await searchIs('ok');
    await readOn();
  });

  it('is wiped: it answers, but holds nothing', async () => {
    await engine.stop();
    rmSync(data, { recursive: true, force: true });
    await startEngine();
    await searchIs('degraded');
    await readOn();
    await searchIs('ok');
    await readOn();
  });

  it('is slow, or says nothing at all', async () => {
    for (const milliseconds of [800, Number.POSITIVE_INFINITY]) {
      proxy.hold(milliseconds);
      await searchIs('degraded');
      await readOn();
      proxy.hold(0);
      proxy.leadTo(engine.url);
      await searchIs('ok');
      await readOn();
    }
  });

  it('refuses our key', async () => {
    await engine.stop();
    await startEngine('another-master-key-for-tests');
    await searchIs('degraded');
    await readOn();
    await engine.stop();
    await startEngine();
    await searchIs('ok');
    await readOn();
  });

  it('was away all that time without one failed or slow answer', () => {
    expect(failures).toEqual([]);
    expect(asked.answers).toBeGreaterThan(200);
  });
});
