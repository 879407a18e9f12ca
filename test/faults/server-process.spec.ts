import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startServerProcess } from '../support/process.js';
import { startTestRedis } from '../support/redis.js';
import { describeWith } from '../support/tools.js';
import { until } from '../support/until.js';

describe('the server as a process', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('is ready again after kill -9, and goes in good order on SIGTERM', async () => {
    const server = await startServerProcess(database.url);
    const first = server.pid();
    await server.killHard();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();

    await server.start();
    expect(server.pid()).not.toBe(first);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);

    const begun = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - begun).toBeLessThan(15_000);
  });
});

describeWith('redis', 'a web process of several', (program) => {
  it('tells its proxy that it goes before it goes, and lets requests in until then', async () => {
    const database = await createTestDatabase();
    const redis = await startTestRedis(program);
    const server = await startServerProcess(database.url, { ROLE: 'web', REDIS_URL: redis.url });
    const stopped = server.stop();
    await until(async () => (await fetch(`${server.url}/readyz`)).status === 503, 'the readiness to say no', 1_000);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(await stopped).toBe(0);
    await redis.kill();
    await database.drop();
  });
});
