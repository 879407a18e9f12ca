import pg from 'pg';
import { waitUntil } from '../../src/cli/embedded/process-end.js';
import { Relay } from '../../src/platform/outbox/index.js';
import { startTestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildSite, buildTeam } from '../support/factories.js';
import { type ServerProcess, startServerProcess } from '../support/process.js';
import { buildTicket } from '../support/tickets.js';

const TICKETS = 300;
const ENVIRONMENT = { NODE_ENV: 'production', DEMO: 'true', LOG_LEVEL: 'fatal' };

describe('clocks that run out while servers are killed', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let servers: ServerProcess[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await client.end();
    await database.drop();
  });

  const escalated = async () => Number((await client.query('SELECT count(*) AS n FROM escalations')).rows[0].n);

  it('fire once each, never early, though both die and every connection to PostgreSQL is cut', async () => {
    await fill(database);
    const { rowCount } = await client.query(
      `UPDATE clocks SET due_at = desk_now() + interval '8 seconds', next_rung = 2, next_rung_at = desk_now() + interval '8 seconds'`,
    );
    expect(rowCount).toBe(TICKETS);
    servers = [
      await startServerProcess(database.url, ENVIRONMENT),
      await startServerProcess(database.url, ENVIRONMENT),
    ];
    const [first, second] = servers as [ServerProcess, ServerProcess];
    expect(await waitUntil(async () => (await escalated()) > 0, 30_000)).toBe(true);
    await first.killHard();
    const survivor = second.pid();
    await cutConnections(database);
    expect(await waitUntil(async () => (await fetch(`${second.url}/readyz`)).ok, 30_000)).toBe(true);
    expect(second.pid()).toBe(survivor);
    await second.killHard();
    await second.start();
    await first.start();
    expect(await waitUntil(async () => (await escalated()) === TICKETS, 30_000)).toBe(true);
    const { rows } = await client.query(
      `SELECT count(*)::int AS lines, count(DISTINCT ticket_id)::int AS tickets FROM ticket_events WHERE kind = 'escalated'`,
    );
    expect(rows).toEqual([{ lines: TICKETS, tickets: TICKETS }]);
    const { rows: late } = await client.query('SELECT count(*)::int AS n FROM escalations WHERE fired_at < due_at');
    expect(late).toEqual([{ n: 0 }]);
  });
});

async function cutConnections({ superuserUrl }: TestDatabase): Promise<void> {
  const superuser = new pg.Client({ connectionString: superuserUrl });
  await superuser.connect();
  await superuser.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'porchlight%'`,
  );
  await superuser.end();
}

/** Tickets with running clocks, made by a desk that has gone when the servers come. */
async function fill(database: TestDatabase): Promise<void> {
  const desk = await startTestApp({ database });
  await buildTeam(desk, { key: 'frontline' });
  const site = await buildSite(desk);
  for (let n = 0; n < TICKETS; n += 1) await buildTicket(desk, { site });
  await desk.get(Relay).runUntilQuiet();
  await desk.close();
}
