import pg from 'pg';
import type { Config } from '../../config.js';
import { openDataSource } from '../../database.js';
import { requireKnown, schemaState } from '../../platform/db/index.js';
import type { Secrets } from './secrets.js';

const ROLE = 'porchlight';
const DATABASE = 'porchlight';
const MIGRATION_LOCK = 4_276_113_001;

/**
 * Makes the application's database and role when missing. The role owns the database and is no superuser.
 * @param superuserUrl of any database of the server
 * @returns postgres:// as the application's role
 */
export async function provideDatabase(superuserUrl: string): Promise<string> {
  const url = new URL(superuserUrl);
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const has = async (query: string, name: string) => (await client.query(query, [name])).rowCount === 1;
    const password = client.escapeLiteral(decodeURIComponent(url.password));
    if (!(await has('SELECT FROM pg_roles WHERE rolname = $1', ROLE))) {
      await client.query(`CREATE ROLE ${ROLE} LOGIN PASSWORD ${password}`);
    }
    if (!(await has('SELECT FROM pg_database WHERE datname = $1', DATABASE))) {
      await client.query(`CREATE DATABASE ${DATABASE} OWNER ${ROLE}`);
    }
  } finally {
    await client.end();
  }
  return ofApplication(url);
}

/** The database of a desk that `npm start` runs now. */
export function applicationUrl({ postgresPassword, postgresPort = 5432 }: Secrets): string {
  return ofApplication(new URL(`postgres://:${postgresPassword}@127.0.0.1:${postgresPort}`));
}

function ofApplication(url: URL): string {
  url.username = ROLE;
  url.pathname = `/${DATABASE}`;
  return url.href;
}

/** @returns how many migrations were new @throws SchemaRefused, with nothing touched, when a newer version has been at work */
export async function migrate(config: Pick<Config, 'database'>): Promise<number> {
  const dataSource = openDataSource({ database: { ...config.database, poolSize: 2 } });
  await dataSource.initialize();
  try {
    requireKnown((await schemaState(dataSource)).unknown);
    // Several may be told to migrate at once: the second waits, and finds nothing to do.
    const turn = dataSource.createQueryRunner();
    await turn.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return (await dataSource.runMigrations()).length;
  } finally {
    // The lock goes with its connection.
    await dataSource.destroy();
  }
}
