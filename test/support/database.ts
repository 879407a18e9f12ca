import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Environment of the run, set by postgres.setup.ts before the first test file. */
const SUPERUSER_URL = 'TEST_SUPERUSER_URL';
export const TEMPLATE_DATABASE = 'porchlight_test_template';
/** The application's own role: owner of its databases, no superuser, as in a real installation. */
export const APPLICATION_ROLE = 'porchlight';

export interface TestDatabase {
  /** postgres:// as the application's role. */
  url: string;
  /** The same database as the superuser: to cut connections, or to offset desk_now(). */
  superuserUrl: string;
  /** Drops it, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * A migrated database of one's own, copied from the template (about 50 ms). Drop it in afterAll.
 * @param template `template0` for one without any table
 */
export async function createTestDatabase(template = TEMPLATE_DATABASE): Promise<TestDatabase> {
  const name = `porchlight_test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${APPLICATION_ROLE} STRATEGY file_copy`);
  return {
    url: testUrl(name, APPLICATION_ROLE),
    superuserUrl: testUrl(name),
    drop: () => asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** @param role the superuser when left out; all roles of the test server share one password */
export function testUrl(database: string, role?: string): string {
  const base = process.env[SUPERUSER_URL];
  if (!base) throw new Error(`${SUPERUSER_URL} is not set: run the tests by "npm test" or "npx jest"`);
  const url = new URL(base);
  url.pathname = `/${database}`;
  if (role) url.username = role;
  return url.href;
}

/** Runs statements one by one outside any transaction, as CREATE DATABASE must be. */
export async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: testUrl('postgres') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
