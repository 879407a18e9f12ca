import { createHmac } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import type { Config } from '../../config.js';
import { storedFiles } from './files.js';
import type { Trailer } from './manifest.js';
import { FORMAT } from './manifest.js';
import { appliedMigrations, columnList, quoted, sequencesOf, tablesOf } from './tables.js';
import { BackupWriter } from './writer.js';

export interface TakenBackup extends Trailer {
  /** Bytes of the file. */
  size: number;
  rows: number;
}

/** Tells whether two desks have the same SECRET_KEY, and nothing about it. */
export function secretKeyCheck(secretKey: string): string {
  return createHmac('sha256', secretKey).update('backup key check').digest('hex').slice(0, 16);
}

/**
 * Writes all that is true on this desk into one file, as of one moment, while it goes on working.
 * @param out absolute path; must not exist
 * @param version of this product
 */
export async function takeBackup(
  config: Pick<Config, 'database' | 'secretKey' | 'dataDir' | 's3'>,
  { out, version, now }: { out: string; version: string; now: Date },
): Promise<TakenBackup> {
  const client = new pg.Client({
    connectionString: config.database.url,
    application_name: 'porchlight-backup',
    options: '-c timezone=UTC -c lock_timeout=30s',
  });
  await client.connect();
  let writer: BackupWriter | undefined;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const migrations = await appliedMigrations(client);
    writer = await BackupWriter.create(out, {
      format: FORMAT,
      version,
      takenAt: now.toISOString(),
      migrations,
      secretKeyCheck: secretKeyCheck(config.secretKey),
    });
    const tables = await copyTables(client, writer);
    const sequences = await sequencesOf(client);
    await client.query('COMMIT');
    // After the snapshot: of every row in it the file is there, or its row has been removed since.
    const files = config.s3
      ? { kind: 's3' as const, endpoint: config.s3.endpoint, bucket: config.s3.bucket }
      : await copyFiles(writer, join(config.dataDir, 'files'));
    const trailer = { tables, sequences, files };
    await writer.finish(trailer);
    return { ...trailer, size: writer.size, rows: tables.reduce((sum, table) => sum + table.rows, 0) };
  } catch (error) {
    await writer?.abandon();
    throw error;
  } finally {
    await client.end();
  }
}

async function copyTables(client: pg.Client, writer: BackupWriter): Promise<Trailer['tables']> {
  const tables = await tablesOf(client);
  const copied: Trailer['tables'] = [];
  for (const { name, columns } of tables) {
    const rows = client.query(to(`COPY public.${quoted(name)} (${columnList(columns)}) TO STDOUT`));
    const end = await writer.section({ kind: 'table', name, columns }, rows, () => rows.rowCount);
    copied.push({ name, rows: rows.rowCount, sha256: end.sha256 });
  }
  return copied;
}

async function copyFiles(writer: BackupWriter, folder: string): Promise<Trailer['files']> {
  let [count, bytes] = [0, 0];
  for await (const name of storedFiles(folder)) {
    const file = await open(join(folder, name)).catch(() => undefined);
    if (!file) continue;
    const end = await writer.section({ kind: 'file', name }, createReadStream('', { fd: file }));
    count += 1;
    bytes += end.bytes;
  }
  return { kind: 'disk', count, bytes };
}
