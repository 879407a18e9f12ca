import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startServerProcess } from '../support/process.js';

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
