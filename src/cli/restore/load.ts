import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import { from } from 'pg-copy-streams';
import type { Trailer } from '../backup/manifest.js';
import type { Section } from '../backup/reader.js';
import { columnList, quoted, tablesOf } from '../backup/tables.js';

/** Takes the foreign keys away, so that tables can be filled in any order. @returns puts them back, checking every row */
export async function withoutForeignKeys(client: PoolClient): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0`,
  );
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  return async () => {
    for (const { table, name, definition } of rows)
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  };
}

/** What migrations fill in stands in the backup too, as it has become since; and no trigger runs a second time. */
export async function emptyTables(client: PoolClient): Promise<Map<string, Set<string>>> {
  const tables = await tablesOf(client);
  const names = tables.map(({ name }) => `public.${quoted(name)}`);
  for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  if (names.length > 0) await client.query(`TRUNCATE ${names.join(', ')}`);
  return new Map(tables.map(({ name, columns }) => [name, new Set(columns)]));
}

export async function triggersAgain(client: PoolClient, tables: Iterable<string>): Promise<void> {
  for (const name of tables) await client.query(`ALTER TABLE public.${quoted(name)} ENABLE TRIGGER USER`);
}

/** @returns how many rows went in @throws when they are not those that were written */
export async function loadTable(client: PoolClient, { start, content, end }: Section): Promise<number> {
  if (start.kind !== 'table') throw new Error(`${start.name} is no table`);
  const copy = client.query(from(`COPY public.${quoted(start.name)} (${columnList(start.columns)}) FROM STDIN`));
  const digest = createHash('sha256');
  const tap = new PassThrough().on('data', (piece: Buffer) => digest.update(piece));
  await pipeline(Readable.from(content), createGunzip({ chunkSize: 256 * 1024 }), tap, copy);
  const rows = copy.rowCount ?? 0;
  if (digest.digest('hex') !== end().sha256 || rows !== end().rows)
    throw new Error(`the table ${start.name} is not what was written`);
  return rows;
}

export async function setSequences(client: PoolClient, sequences: Trailer['sequences']): Promise<void> {
  // Of one that is no longer there nothing is asked: setval of NULL does nothing.
  for (const { name, value, called } of sequences)
    await client.query('SELECT setval(to_regclass($1), $2::bigint, $3)', [`public.${quoted(name)}`, value, called]);
}
