import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import pg from 'pg';
import { verifyBackup } from '../../src/cli/backup/reader.js';
import { takeBackup } from '../../src/cli/backup/take.js';
import { type RestoreOptions, restoreBackup } from '../../src/cli/restore/restore.js';
import { DEMO_SECRET_KEY } from '../../src/config.js';
import { HelpCenter, SearchLog } from '../../src/help-center/index.js';
import type { Site } from '../../src/people/index.js';
import type { Database } from '../../src/platform/db/index.js';
import { Storage } from '../../src/platform/storage/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectWidget } from '../support/clients.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildSite, buildStaff, buildTeam } from '../support/factories.js';
import { fingerprint } from '../support/fingerprint.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';
import { until } from '../support/until.js';

const folder = mkdtempSync(join(tmpdir(), 'porchlight-backup-'));
const databases: TestDatabase[] = [];
let counter = 0;

const place = () => join(folder, `desk-${counter++}.backup`);
const configOf = (database: TestDatabase, dataDir: string, secretKey = DEMO_SECRET_KEY) => ({
  database: { url: database.url, poolSize: 2 },
  secretKey,
  dataDir,
  s3: undefined,
});
const take = async (config: Parameters<typeof takeBackup>[0]) => {
  const out = place();
  const taken = await takeBackup(config, { out, version: '0.1.0', now: new Date() });
  return { out, taken };
};
/** A database of one's own with nothing in it, and a data folder. */
async function elsewhere(template = 'template0') {
  const database = await createTestDatabase(template);
  databases.push(database);
  const dataDir = mkdtempSync(join(folder, 'data-'));
  return { database, dataDir, config: configOf(database, dataDir) };
}
async function printOf(database: TestDatabase): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const asked = async (text: string) => (await client.query(text)).rows;
  const print = await fingerprint({
    query: asked,
    one: async (text: string) => (await asked(text))[0],
  } as unknown as Database);
  await client.end();
  return print;
}
/** When the bot has answered everybody, and what it looked for, which is written behind its answers, is written too. */
async function printAtRest(desk: TestApp): Promise<Record<string, string>> {
  let print: Record<string, string> = {};
  await until(async () => {
    await desk.settle();
    await desk.get(SearchLog).beforeApplicationShutdown();
    const former = print;
    print = await fingerprint(desk.database);
    return isDeepStrictEqual(print, former);
  }, 'the desk to be at rest');
  return print;
}

afterAll(async () => {
  for (const database of databases) await database.drop();
  rmSync(folder, { recursive: true });
});

describe('a backup', () => {
  let desk: TestApp;
  let site: Site;
  let database: TestDatabase;
  let dataDir: string;
  let ticket: BuiltTicket;

  beforeAll(async () => {
    ({ database, dataDir } = await elsewhere('porchlight_test_template'));
    // The writers below write as fast as they are answered, which no person's limit allows.
    const env = { DATA_DIR: dataDir, SOCKET_EVENTS_PER_10_SECONDS: '1000000' };
    desk = await startTestApp({ database, env, events: 'live' });
    site = await buildSite(desk);
    const team = await buildTeam(desk, { key: 'frontline' });
    await buildStaff(desk, { teams: [team] });
    ticket = await buildTicket(desk, { site, phone: '13800005678' });
    await desk.get(HelpCenter).seedArticles();
    await desk.get(Storage).put('ab/picture', Buffer.from('not really a picture'), 'image/png');
  }, 60_000);
  afterAll(() => desk.close());

  it('of a desk at work is one moment of it: nothing torn, nothing missing that was acknowledged before', async () => {
    const widgets = await Promise.all([1, 2, 3].map(() => connectWidget(desk, { site })));
    const conversations = await Promise.all(widgets.map((widget) => widget.begin('你好')));
    const before = await desk.database.query<{ id: string }>('SELECT id FROM entries');
    let writing = true;
    const writers = widgets.map(async (widget, n) => {
      for (let said = 0; writing && said < 300; said += 1)
        await widget.say(String(conversations[n]), `第 ${said} 句`, randomUUID());
    });
    const { out } = await take(configOf(database, dataDir));
    writing = false;
    await Promise.all(writers);
    for (const widget of widgets) widget.close();

    const other = await elsewhere();
    await restoreBackup(other.config, { from: out });
    const client = new pg.Client({ connectionString: other.database.url });
    await client.connect();
    const ids = new Set((await client.query('SELECT id FROM entries')).rows.map(({ id }) => id));
    expect(before.filter(({ id }) => !ids.has(id))).toEqual([]);
    const { rows: torn } = await client.query(
      `SELECT c.id FROM conversations c LEFT JOIN entries e ON e.conversation_id = c.id GROUP BY c.id
       HAVING c.seq <> count(e.id) OR c.seq <> coalesce(max(e.seq), 0) OR c.customer_seq <> count(e.customer_seq)`,
    );
    expect(torn).toEqual([]);
    await client.end();
  }, 60_000);

  it('brings the desk back elsewhere as it was, and it goes on working', async () => {
    const before = await printAtRest(desk);
    const { out, taken } = await take(configOf(database, dataDir));
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
    const other = await elsewhere();
    const restored = await restoreBackup(other.config, { from: out });
    expect(restored).toMatchObject({ files: 1, migrated: 0, notes: [expect.stringContaining('test_clock')] });
    expect(restored.rows).toBe(taken.rows - 1);
    const { test_clock: _, ...expected } = before;
    expect(await printOf(other.database)).toEqual(expected);
    expect(readFileSync(join(other.dataDir, 'files/ab/picture'), 'utf8')).toBe('not really a picture');

    const moved = await startTestApp({ database: other.database, env: { DATA_DIR: other.dataDir }, events: 'live' });
    try {
      const { conversationId, principal } = ticket;
      const number = await moved.database.one<{ value: string }>('SELECT last_value AS value FROM ticket_numbers');
      const next = await buildTicket(moved, { site });
      expect(next.number).not.toBe(ticket.number);
      const after = await moved.database.one<{ value: string }>('SELECT last_value AS value FROM ticket_numbers');
      expect(Number(after?.value)).toBe(Number(number?.value) + 1);
      const widget = await connectWidget(moved, { site });
      const mine = await widget.begin('在吗');
      const { entries } = await widget.call('conversation.catch_up', { conversationId: mine, afterSeq: 0 });
      expect(entries[0]).toMatchObject({ seq: 1, body: '在吗' });
      widget.close();
      expect(principal.siteId).toBe(site.id);
      const seqs = await moved.database.query<{ seq: number }>(
        'SELECT seq FROM entries WHERE conversation_id = $1 ORDER BY seq',
        [conversationId],
      );
      expect(seqs.map(({ seq }) => seq)).toEqual(seqs.map((_row, index) => index + 1));
      const { body } = await moved.http
        .get('/api/help/search')
        .query({ q: '货款没有到账', locale: 'zh-CN' })
        .expect(200);
      expect(body.items[0].url).toBe('/help/zh-CN/articles/payout-delay');
      const [outbox] = await moved.database.query(
        `SELECT nextval('outbox_id_seq')::int > coalesce((SELECT max(id) FROM outbox), 0) AS ahead`,
      );
      expect(outbox).toEqual({ ahead: true });
    } finally {
      await moved.close();
    }
  }, 60_000);

  it('is refused while anybody works with the database, with nothing changed', async () => {
    const { out } = await take(configOf(database, dataDir));
    await expect(restoreBackup(configOf(database, dataDir), { from: out, replace: true })).rejects.toThrow(
      /in use.*porchlight/,
    );
  });
});

describe('a restore', () => {
  const RELEASED = join(__dirname, 'v0.1.backup');
  let there: Awaited<ReturnType<typeof elsewhere>>;
  let before: Record<string, string>;

  beforeAll(async () => {
    there = await elsewhere();
    await restoreBackup(there.config, { from: RELEASED });
    before = await printOf(there.database);
  });

  const refused = async (options: RestoreOptions, complaint: string | RegExp) => {
    const files = readdirSync(join(there.dataDir, 'files'), { recursive: true });
    await expect(restoreBackup(there.config, options)).rejects.toThrow(complaint);
    expect(await printOf(there.database)).toEqual(before);
    expect(readdirSync(join(there.dataDir, 'files'), { recursive: true })).toEqual(files);
  };
  const inDatabase = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: there.database.url });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };

  it('says how old the desk is that it brought back, and brings it up to date', async () => {
    const restored = await restoreBackup((await elsewhere()).config, { from: RELEASED });
    expect(restored).toMatchObject({ header: { version: '0.1.0' }, rows: 469, files: 1, notes: [] });
    expect(restored.migrated).toBeGreaterThan(0);
  });

  it('takes the place of another desk only when it is told to', async () => {
    await refused({ from: RELEASED }, '--replace');
    const restored = await restoreBackup(there.config, { from: RELEASED, replace: true });
    expect(restored.rows).toBe(469);
    const now = await printOf(there.database);
    expect(now.tickets).toEqual(before.tickets);
    // Migrations give some rows an id and a time anew.
    before = now;
  });

  it('warns of another SECRET_KEY', async () => {
    const { database, dataDir } = await elsewhere();
    const other = configOf(database, dataDir, 'another-secret-key-of-32-characters!');
    expect((await restoreBackup(other, { from: RELEASED })).notes).toEqual([expect.stringContaining('SECRET_KEY')]);
  });

  it('refuses what is cut short, wherever it was cut, and what is damaged, wherever it is', async () => {
    const whole = readFileSync(RELEASED);
    const broken = place();
    const isRefused = async (content: Buffer) => {
      writeFileSync(broken, content);
      await expect(verifyBackup(broken)).rejects.toThrow(/cut short|damaged|no backup|newer/);
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), (length) => isRefused(whole.subarray(0, length))),
      { numRuns: 60, examples: [[0], [1], [whole.length - 1], [whole.length - 32], [whole.length >> 1]] },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const flipped = Buffer.from(whole);
        flipped[at] = (whole[at] ?? 0) ^ change;
        await isRefused(flipped);
      }),
      { numRuns: 60 },
    );
    await isRefused(Buffer.concat([whole, Buffer.from('more')]));
    writeFileSync(broken, whole.subarray(0, whole.length >> 1));
    await refused({ from: broken, replace: true }, 'cut short');
    await refused({ from: join(__dirname, 'backup.spec.ts'), replace: true }, 'no backup of Porchlight');
  }, 60_000);

  it('refuses what a newer version has written', async () => {
    const { database, dataDir, config } = await elsewhere();
    await restoreBackup(config, { from: RELEASED });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`INSERT INTO migrations ("timestamp", name) VALUES (9999999999999, 'Tomorrow9999999999999')`);
    await client.end();
    const { out } = await take(configOf(database, dataDir));
    await refused({ from: out, replace: true }, 'newer Porchlight');
  });

  it('refuses to drop what is not Porchlight’s', async () => {
    await inDatabase('CREATE TABLE reports (id int)', 'CREATE VIEW busy AS SELECT id FROM tickets');
    const own = await printOf(there.database);
    await expect(restoreBackup(there.config, { from: RELEASED, replace: true })).rejects.toThrow('busy, reports');
    expect(await printOf(there.database)).toEqual(own);
    await inDatabase('DROP TABLE reports', 'DROP VIEW busy');
  });

  it('that fails on its way changes nothing, and leaves no file behind', async () => {
    const source = await elsewhere();
    await restoreBackup(source.config, { from: RELEASED });
    const client = new pg.Client({ connectionString: source.database.url });
    await client.connect();
    await client.query('ALTER TABLE entries DROP CONSTRAINT "FK_9f19209df6eeaf0d502c8ab256e"');
    await client.query(`UPDATE entries SET conversation_id = gen_random_uuid() WHERE seq = 1`);
    await client.end();
    writeFileSync(join(source.dataDir, 'files/stray'), 'a file that only this backup has');
    const { out } = await take(configOf(source.database, source.dataDir));
    await refused({ from: out, replace: true }, 'cannot be restored');
  });

  it('never overwrites a file, and leaves none behind when the database is away', async () => {
    const taken = place();
    writeFileSync(taken, 'mine');
    const options = { out: taken, version: '0.1.0', now: new Date() };
    await expect(takeBackup(there.config, options)).rejects.toThrow('is there already');
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    const away = { ...there.config, database: { url: 'postgres://x@127.0.0.1:1/none', poolSize: 2 } };
    const out = place();
    await expect(takeBackup(away, { ...options, out })).rejects.toThrow('ECONNREFUSED');
    expect(readdirSync(folder).filter((name) => out.endsWith(name))).toEqual([]);
  });
});
