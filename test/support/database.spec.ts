import pg from 'pg';
import { createTestDatabase, type TestDatabase } from './database.js';

describe('a test database', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('belongs to the application, which is no superuser', async () => {
    const { rows } = await client.query(
      'SELECT current_user AS role, rolsuper AS superuser FROM pg_roles WHERE rolname = current_user',
    );
    expect(rows).toEqual([{ role: 'porchlight', superuser: false }]);
    await client.query('CREATE TABLE mine (id int)');
  });

  it('finds Chinese text by trigrams, which only the libc locale does', async () => {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    const { rows } = await client.query("SELECT array_length(show_trgm('货款没有到账'), 1) AS trigrams");
    expect(rows[0].trigrams).toBeGreaterThan(4);
  });
});
