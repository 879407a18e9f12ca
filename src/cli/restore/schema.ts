import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { quoted } from '../backup/tables.js';

/** TypeORM's own table, to the letter: in a transaction of ours it cannot be asked to make it. */
const MIGRATIONS_TABLE = `
  CREATE TABLE migrations (
    id SERIAL NOT NULL, "timestamp" bigint NOT NULL, name character varying NOT NULL,
    CONSTRAINT "PK_8c82d7f526340ab734260ea46be" PRIMARY KEY (id)
  )`;

/** Puts what was in the schema `public` aside under this name, within the transaction of the restore. */
const ASIDE = 'porchlight_replaced';

/** Names of the migrations that this version of the product has, in their order. */
export function knownMigrations(dataSource: DataSource): string[] {
  return dataSource.migrations.map(migrationName);
}

const migrationName = (migration: DataSource['migrations'][number]): string =>
  migration.name ?? migration.constructor.name;

/** An empty schema `public` in the place of the one that is there, which is kept aside for the time being. */
export async function beginAfresh(client: PoolClient): Promise<void> {
  await client.query(`ALTER SCHEMA public RENAME TO ${ASIDE}`);
  await client.query('CREATE SCHEMA public');
  await client.query('GRANT USAGE ON SCHEMA public TO PUBLIC');
  const { rows } = await client.query<{ name: string }>(
    `SELECT extname AS name FROM pg_extension WHERE extnamespace = '${ASIDE}'::regnamespace`,
  );
  for (const { name } of rows) await client.query(`ALTER EXTENSION ${quoted(name)} SET SCHEMA public`);
  await client.query(MIGRATIONS_TABLE);
}

/** What was put aside goes for good, and with it the jobs that spoke of it. */
export async function dropAside(client: PoolClient): Promise<void> {
  await client.query(`DROP SCHEMA ${ASIDE} CASCADE`);
  const { rows } = await client.query<{ tables: string | null }>(
    `SELECT string_agg(format('bullmq.%I', tablename), ', ') AS tables FROM pg_tables
      WHERE schemaname = 'bullmq' AND tablename <> 'migration'`,
  );
  if (rows[0]?.tables) await client.query(`TRUNCATE ${rows[0].tables}`);
}

/**
 * Runs migrations inside the transaction of `runner`, by the server's own code.
 * Those that bring a transaction of their own make BullMQ's tables, outside `public`: they run beside it, and do no harm there
 * if all of this is given up.
 */
export async function migrateWithin(runner: QueryRunner, names: readonly string[]): Promise<void> {
  const wanted = new Set(names);
  for (const migration of runner.connection.migrations) {
    const name = migrationName(migration);
    if (!wanted.has(name)) continue;
    if (migration.transaction === false) {
      const beside = runner.connection.createQueryRunner();
      await migration.up(beside).finally(() => beside.release());
    } else await migration.up(runner);
    await runner.query('INSERT INTO migrations ("timestamp", name) VALUES ($1, $2)', [Number(name.slice(-13)), name]);
  }
}

/** Tables and views in `public`, by name. */
export async function relationsOf(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')`,
  );
  return rows.map(({ name }) => name);
}

/**
 * What lies aside, or leans on it from another schema, and is none of ours: dropping it would lose
 * somebody's work.
 * @param ours names of tables that are, beside those of the schema as it stands now
 */
export async function strangers(client: PoolClient, ours: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = '${ASIDE}'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relname <> ALL($1::text[])
        AND NOT EXISTS (SELECT FROM pg_class n WHERE n.relnamespace = 'public'::regnamespace AND n.relname = c.relname)
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     UNION
     SELECT DISTINCT n.nspname || '.' || v.relname FROM pg_rewrite r
       JOIN pg_class v ON v.oid = r.ev_class JOIN pg_namespace n ON n.oid = v.relnamespace
       JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
       JOIN pg_class c ON c.oid = d.refobjid AND c.relnamespace = '${ASIDE}'::regnamespace
      WHERE n.nspname <> '${ASIDE}'
     ORDER BY 1`,
    [ours],
  );
  return rows.map(({ name }) => name);
}
