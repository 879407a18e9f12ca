import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';
import type { Config } from '../../config.js';
import { openDataSource } from '../../database.js';
import { RESTORE_LOCK } from '../../platform/db/index.js';
import { createStorage } from '../../platform/storage/index.js';
import type { Header, Trailer } from '../backup/manifest.js';
import { BackupReader, verifyBackup } from '../backup/reader.js';
import { secretKeyCheck } from '../backup/take.js';
import { Refusal } from '../embedded/refusal.js';
import { asRefusal, requireAlone, requireEmpty, requireKnownSchema, requireOwnership } from './checks.js';
import { emptyTables, loadTable, setSequences, triggersAgain, withoutForeignKeys } from './load.js';
import { ReturnedFiles } from './put-back.js';
import { beginAfresh, dropAside, knownMigrations, migrateWithin, relationsOf, strangers } from './schema.js';

/** By this name our own connections are known among those to the database. */
const APPLICATION = 'porchlight-restore';

export interface RestoreOptions {
  /** Absolute path of the backup. */
  from: string;
  /** Puts the backup in the place of a desk that people have worked with. */
  replace?: boolean;
  /** Leaves the schema as it was when the backup was made, for the server to migrate. */
  asItWas?: boolean;
}

export interface RestoredDesk {
  header: Header;
  rows: number;
  files: number;
  /** How many migrations were run on the restored data. */
  migrated: number;
  /** What the operator has to know, a sentence each. */
  notes: string[];
}

/**
 * Makes the database hold what the backup holds: everything is checked first, and done in one transaction, so that whatever
 * goes wrong on the way changes nothing.
 * @throws Refusal with what is in the way
 */
export async function restoreBackup(
  config: Pick<Config, 'database' | 'secretKey' | 'dataDir' | 's3'>,
  options: RestoreOptions,
): Promise<RestoredDesk> {
  const { header, trailer } = await verifyBackup(options.from);
  const database = { url: config.database.url, poolSize: 3 };
  const dataSource = openDataSource({ database }, APPLICATION, { pipeline: false });
  await dataSource.initialize();
  try {
    requireKnownSchema(header, knownMigrations(dataSource));
    const files = new ReturnedFiles(createStorage(config), config.s3 ? undefined : join(config.dataDir, 'files'));
    await files.look();
    const runner = dataSource.createQueryRunner();
    try {
      const done = await inOneTransaction(runner, trailer, options, files, header);
      await files.tidy();
      return { header, files: files.count, ...done, notes: [...done.notes, ...notesOn(header, trailer, config)] };
    } catch (error) {
      await files.undo();
      throw asRefusal(error);
    } finally {
      await runner.release();
    }
  } finally {
    await dataSource.destroy();
  }
}

async function inOneTransaction(
  runner: QueryRunner,
  trailer: Trailer,
  options: RestoreOptions,
  files: ReturnedFiles,
  header: Header,
): Promise<{ rows: number; migrated: number; notes: string[] }> {
  const client = (await runner.connect()) as PoolClient;
  await client.query(
    `SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET lock_timeout = '30s'`,
  );
  const { rows: locks } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [RESTORE_LOCK]);
  if (!locks[0].taken) throw new Refusal('Another restore of this database is under way', 'wait for it to end');
  await requireOwnership(client);
  await requireAlone(client, APPLICATION);
  await requireEmpty(client, options.replace ?? false);
  await runner.startTransaction();
  try {
    await beginAfresh(client);
    await migrateWithin(runner, header.migrations);
    const ours = await relationsOf(client);
    const { rows, notes } = await load(client, trailer, options.from, files);
    const missing = options.asItWas
      ? []
      : knownMigrations(runner.connection).filter((name) => !header.migrations.includes(name));
    await migrateWithin(runner, missing);
    const foreign = await strangers(client, ours);
    if (foreign.length > 0)
      throw new Refusal(
        `The database also holds what is not Porchlight's, and replacing would drop it: ${foreign.join(', ')}`,
        'move it to a database of its own, or drop it; nothing was changed',
      );
    await dropAside(client);
    // A server that came in meanwhile would go on with what it remembers of the desk before.
    await requireAlone(client, APPLICATION);
    await runner.commitTransaction();
    await client.query('ANALYZE');
    return { rows, migrated: missing.length, notes };
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    // With the connection gone, so is the lock.
    await client.query('SELECT pg_advisory_unlock($1)', [RESTORE_LOCK]).catch(() => undefined);
  }
}

async function load(
  client: PoolClient,
  trailer: Trailer,
  path: string,
  files: ReturnedFiles,
): Promise<{ rows: number; notes: string[] }> {
  const foreignKeysAgain = await withoutForeignKeys(client);
  const tables = await emptyTables(client);
  const notes: string[] = [];
  let rows = 0;
  const reader = await BackupReader.open(path);
  try {
    for await (const section of reader.sections()) {
      const { kind, name } = section.start;
      if (kind === 'file') await files.add(section);
      else if (tables.has(name)) rows += await loadTable(client, section);
      else notes.push(`The table ${name} is left out: it is none of Porchlight's.`);
    }
  } finally {
    await reader.close();
  }
  await setSequences(client, trailer.sequences);
  await triggersAgain(client, tables.keys());
  await foreignKeysAgain();
  return { rows, notes };
}

function* notesOn(header: Header, { files }: Trailer, config: Pick<Config, 'secretKey' | 's3'>): Iterable<string> {
  if (header.secretKeyCheck !== secretKeyCheck(config.secretKey))
    yield 'SECRET_KEY is not the one of the backed-up desk: links and look-up codes that customers hold stop working. Set the old one.';
  if (files.kind === 's3' && (config.s3?.bucket !== files.bucket || config.s3.endpoint !== files.endpoint))
    yield `The files are in the bucket ${files.bucket} at ${files.endpoint}: set S3_ENDPOINT and S3_BUCKET to it.`;
}
