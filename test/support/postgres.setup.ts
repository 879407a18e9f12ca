import 'reflect-metadata';
import './jest/typescript.cjs';
import { openDataSource } from '../../src/database.js';
import { APPLICATION_ROLE, asSuperuser, TEMPLATE_DATABASE, testUrl } from './database.js';
import { startTestPostgres, type TestPostgres } from './postgres.js';

declare global {
  var testPostgres: TestPostgres | undefined;
}

/** Once per run, before all test files: PostgreSQL, and in it the migrated database that test databases are copied from. */
export default async function setUp(): Promise<void> {
  const postgres = await startTestPostgres();
  globalThis.testPostgres = postgres;
  process.env.TEST_SUPERUSER_URL = postgres.superuserUrl('postgres');
  // Jest runs no teardown when its setup throws.
  try {
    const password = decodeURIComponent(new URL(testUrl('postgres')).password);
    await asSuperuser(
      `CREATE ROLE ${APPLICATION_ROLE} LOGIN PASSWORD '${password}'`,
      `CREATE DATABASE ${TEMPLATE_DATABASE} OWNER ${APPLICATION_ROLE}`,
    );
    await migrate(testUrl(TEMPLATE_DATABASE, APPLICATION_ROLE));
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function migrate(url: string): Promise<void> {
  const dataSource = await openDataSource({ database: { url, poolSize: 2 } }).initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}
