import { mkdtempSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { verifyBackup } from '../../src/cli/backup/reader.js';
import { migrate } from '../../src/cli/local-stack/database.js';
import { restoreBackup } from '../../src/cli/restore/restore.js';
import { DEMO_SECRET_KEY } from '../../src/config.js';
import { openDataSource } from '../../src/database.js';
import { Sweep } from '../../src/sla/index.js';
import { CustomerTickets } from '../../src/tickets/index.js';
import { startTestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { signIn } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';

/** A desk as version 0.1.0 left it: eight cases in all statuses, a dead letter, a halted key, events under way. */
const RELEASED = join(__dirname, 'v0.1.backup');

describe('a desk of version 0.1.0', () => {
  let database: TestDatabase;
  let dataDir: string;
  let client: pg.Client;
  const config = () => ({
    database: { url: database.url, poolSize: 2 },
    secretKey: DEMO_SECRET_KEY,
    dataDir,
    s3: undefined,
  });

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'porchlight-upgrade-'));
    database = await createTestDatabase('template0');
    await restoreBackup(config(), { from: RELEASED, asItWas: true });
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
    rmSync(dataDir, { recursive: true });
  });

  it('is as it was, to the row', async () => {
    const { trailer } = await verifyBackup(RELEASED);
    expect(await rowCounts(client)).toEqual(Object.fromEntries(trailer.tables.map(({ name, rows }) => [name, rows])));
    expect((await stat(join(dataDir, 'files', await storageKey(client)))).size).toBeGreaterThan(0);
  });

  it('is brought up to date by the server’s own code, with every row in its place', async () => {
    expect(await migrate(config())).toBeGreaterThan(0);
    const { trailer } = await verifyBackup(RELEASED);
    for (const { name, rows: count } of trailer.tables) {
      const { rows } = await client.query(`SELECT to_regclass($1) IS NOT NULL AS there`, [`public.${name}`]);
      // A table may give way to others; while it is there, it has its rows.
      if (rows[0].there) expect([name, (await client.query(`SELECT FROM "${name}"`)).rowCount]).toEqual([name, count]);
    }
  });

  it('then has the very schema that the entities say', async () => {
    const dataSource = await openDataSource(config()).initialize();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('goes on working: cases are read, looked up, answered; a new one gets the next number', async () => {
    const desk = await startTestApp({ database, env: { DATA_DIR: dataDir } });
    try {
      const { rows } = await client.query(`SELECT id FROM staff WHERE email = 'su@porchlight.example'`);
      const su = await signIn(desk, rows[0]);
      const { rows: tickets } = await client.query<{ number: string; status: string; conversation_id: string }>(
        `SELECT t.number, t.status, c.conversation_id FROM tickets t JOIN ticket_conversations c ON c.ticket_id = t.id`,
      );
      expect(new Set(tickets.map(({ status }) => status)).size).toBeGreaterThanOrEqual(5);
      const customers = desk.get(CustomerTickets);
      for (const { number, status, conversation_id } of tickets) {
        const { body } = await su.http.get(`/api/tickets/${number}`).expect(200);
        expect(body).toMatchObject({ number, status });
        await su.http.get(`/api/tickets/${number}/timeline`).expect(200);
        const view = (await customers.customerTickets([conversation_id])).get(conversation_id);
        const factor = String(view?.lookupCode);
        await desk.database.query('TRUNCATE rate_limits');
        await desk.http.post('/api/status/lookups').send({ number, factor }).expect(200);
      }
      const { text } = await desk.http.get('/help').redirects(1).expect(200);
      expect(text).toContain('/help/');
      await desk.settle();
      const numbers = new Set(tickets.map(({ number }) => number));
      const { rows: sites } = await client.query('SELECT id FROM sites');
      const { number } = await buildTicket(desk, { site: sites[0] });
      expect(numbers.has(number)).toBe(false);
      const { rows: sequence } = await client.query('SELECT last_value::int AS value FROM ticket_numbers');
      expect(sequence[0].value).toBe(numbers.size + 1);
    } finally {
      await desk.close();
    }
  });

  it('lets clocks that were under way go on as they began: each escalates once, at breach', async () => {
    const desk = await startTestApp({ database, env: { DATA_DIR: dataDir } });
    try {
      await desk.clock.advance(48 * 3_600_000);
      await desk.get(Sweep).runOnce();
      expect(await desk.get(Sweep).runOnce()).toBe(0);
      const { rows } = await client.query(
        `SELECT c.ladder_version, c.rung_times = ARRAY[c.due_at] AS "atBreach",
                (SELECT array_agg(rung) FROM escalations e WHERE e.clock_id = c.id) AS rungs
         FROM clocks c WHERE c.policy_version = 1 AND c.state = 'running'`,
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toEqual({ ladder_version: 1, atBreach: true, rungs: [1] });
    } finally {
      await desk.close();
    }
  });

  it('may go back: every migration since is undone, and what 0.1.0 knew is as it was', async () => {
    const other = await createTestDatabase('template0');
    const back = { ...config(), database: { url: other.url, poolSize: 2 } };
    await restoreBackup(back, { from: RELEASED, asItWas: true });
    const old = new pg.Client({ connectionString: other.url });
    await old.connect();
    const columns = await columnsOf(old);
    const before = await contents(old, columns);
    const added = await migrate(back);
    const dataSource = await openDataSource(back).initialize();
    for (let step = 0; step < added; step += 1) await dataSource.undoLastMigration({ transaction: 'each' });
    await dataSource.destroy();
    expect(await columnsOf(old)).toEqual(columns);
    expect(await contents(old, columns)).toEqual(before);
    await old.end();
    await other.drop();
  });
});

type Columns = Record<string, string[]>;

async function columnsOf(client: pg.Client): Promise<Columns> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT table_name AS name, array_agg(column_name::text ORDER BY column_name::text) AS columns
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations' GROUP BY 1 ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({ name, columns }) => [name, columns]));
}

async function rowCounts(client: pg.Client): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of Object.keys(await columnsOf(client)))
    counts[name] = (await client.query(`SELECT FROM "${name}"`)).rowCount ?? 0;
  return counts;
}

/** Skills are a set: their order says nothing. */
const shown = (column: string) => (column === 'skills' ? 'ARRAY(SELECT unnest(skills) ORDER BY 1)' : `"${column}"`);

/** A count and a checksum per table. */
async function contents(client: pg.Client, tables: Columns): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const [name, columns] of Object.entries(tables)) {
    const { rows } = await client.query(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(line, '' ORDER BY line)), '') AS print
         FROM (SELECT md5(row(${columns.map(shown).join(', ')})::text) AS line FROM "${name}") t`,
    );
    prints[name] = rows[0].print;
  }
  return prints;
}

async function storageKey(client: pg.Client): Promise<string> {
  return (await client.query('SELECT storage_key AS key FROM attachments')).rows[0].key;
}
