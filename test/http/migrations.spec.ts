import pg from 'pg';
import { openDataSource, requireCurrentSchema } from '../../src/database.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

describe('the schema', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('is what the entities say, to the letter', async () => {
    const dataSource = await openDataSource({ database: { url: database.url, poolSize: 2 } }).initialize();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it.each([
    [`INSERT INTO migrations ("timestamp", name) VALUES (9999999999999, 'Tomorrow9999999999999')`, 'newer Porchlight'],
    [`DELETE FROM migrations WHERE name = (SELECT max(name) FROM migrations)`, 'npm run migrate'],
  ])('is refused by a server of another version (%s)', async (statement, complaint) => {
    const other = await createTestDatabase();
    const config = { database: { url: other.url, poolSize: 2 } };
    await expect(requireCurrentSchema(config)).resolves.toBeUndefined();
    const client = new pg.Client({ connectionString: other.url });
    await client.connect();
    await client.query(statement);
    await client.end();
    await expect(requireCurrentSchema(config)).rejects.toThrow(complaint);
    await other.drop();
  });

  it('is asked for where nobody answers, and that is said in words', async () => {
    const config = { database: { url: 'postgres://desk:x@127.0.0.1:1/porchlight', poolSize: 2 } };
    await expect(requireCurrentSchema(config)).rejects.toThrow('PostgreSQL at 127.0.0.1:1 cannot be used');
  });

  it('goes all the way down and up again', async () => {
    const dataSource = await openDataSource({ database: { url: database.url, poolSize: 2 } }).initialize();
    const count = dataSource.migrations.length;
    for (let step = 0; step < count; step += 1) await dataSource.undoLastMigration({ transaction: 'each' });
    const left = await dataSource.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S', 'v') AND relname NOT LIKE '%migrations%'`,
    );
    expect(left).toEqual([]);
    expect(await dataSource.runMigrations()).toHaveLength(count);
    await dataSource.destroy();
  });
});
