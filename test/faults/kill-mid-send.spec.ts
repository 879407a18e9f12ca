import pg from 'pg';
import { waitUntil } from '../../src/cli/embedded/process-end.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type ServerProcess, startServerProcess } from '../support/process.js';
import { StubbornCustomer } from '../support/stubborn.js';

const CLIENTS = 50;
const MESSAGES = 40;
const KILLS = 3;

describe('a server that is killed while fifty customers write', () => {
  let database: TestDatabase;
  let server: ServerProcess;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `INSERT INTO sites (id, key, name, allowed_origins, greeting, hours, color)
       VALUES (gen_random_uuid(), 'fault', 'fault', '{}', '{"zh-CN":"","en":""}', '{"zh-CN":"","en":""}', '#b45309')`,
    );
    server = await startServerProcess(database.url, { NODE_ENV: 'production', DEMO: 'true', LOG_LEVEL: 'fatal' });
  });
  afterAll(async () => {
    await server?.stop();
    await client.end();
    await database.drop();
  });

  it('keeps every acknowledged message once and in order, and every other at most once', async () => {
    const customers = Array.from({ length: CLIENTS }, () => new StubbornCustomer(server.url, { site: 'fault' }));
    await Promise.all(customers.map((customer) => customer.start()));
    const total = () => customers.reduce((sum, customer) => sum + customer.acked.length, 0);
    const writing = Promise.all(
      customers.map(async (customer) => {
        for (let n = 0; n < MESSAGES; n += 1) await customer.say(customer.conversationId, `${n}`);
      }),
    );
    let done = false;
    void writing.finally(() => {
      done = true;
    });
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const enough = (kill * CLIENTS * MESSAGES) / (KILLS + 2);
      expect(await waitUntil(() => total() >= enough, 60_000)).toBe(true);
      expect(done).toBe(false);
      await server.killHard();
      await server.start();
    }
    await writing;
    for (const customer of customers) {
      const { rows } = await client.query<{
        seq: number;
        customerSeq: number;
        id: string;
        clientMessageId: string | null;
      }>(
        `SELECT id, seq, customer_seq AS "customerSeq", client_message_id AS "clientMessageId", author_kind AS author
         FROM entries WHERE conversation_id = $1 ORDER BY seq`,
        [customer.conversationId],
      );
      expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1));
      expect(rows.map((row) => row.customerSeq)).toEqual(rows.map((_, index) => index + 1));
      const own = rows.filter((row) => row.clientMessageId !== null);
      expect(own.map((row) => row.clientMessageId)).toEqual(customer.sent);
      expect(own.map((row) => row.id)).toEqual(customer.acked);
    }
    for (const customer of customers) customer.close();
  });
});
