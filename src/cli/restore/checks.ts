import { type ClientBase, DatabaseError } from 'pg';
import type { Header } from '../backup/manifest.js';
import { quoted, tablesOf } from '../backup/tables.js';
import { Refusal } from '../embedded/refusal.js';

/** Where nothing was written by people: a database that was only migrated, or is empty. */
const TELLING = ['staff', 'sites', 'customers', 'conversations', 'tickets', 'articles'];

/** @throws Refusal when this version does not know how to read that backup */
export function requireKnownSchema(header: Header, known: readonly string[]): void {
  const names = new Set(known);
  const unknown = header.migrations.filter((name) => !names.has(name));
  if (unknown.length > 0)
    throw new Refusal(
      `The backup was made by a newer Porchlight (${header.version}; this one does not know ${unknown[0]})`,
      `restore it with version ${header.version} or newer; nothing was changed`,
    );
  if (header.migrations.length === 0) throw new Refusal('The backup holds no schema', 'use another backup');
}

/** @throws Refusal unless we may replace the whole schema */
export async function requireOwnership(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ may: boolean; role: string; database: string }>(
    `SELECT current_user AS role, current_database() AS database,
            has_database_privilege(current_database(), 'CREATE') AND pg_has_role(nspowner, 'USAGE') AS may
       FROM pg_namespace WHERE nspname = 'public'`,
  );
  const [found] = rows;
  if (!found?.may)
    throw new Refusal(
      `The role ${found?.role} may not replace the tables of this database`,
      `make it its owner: ALTER DATABASE ${found?.database} OWNER TO ${found?.role}`,
    );
}

/** @param ours application name of our own connections @throws Refusal while anybody else is connected */
export async function requireAlone(client: ClientBase, ours: string): Promise<void> {
  const { rows } = await client.query<{ names: string | null }>(
    `SELECT string_agg(DISTINCT coalesce(nullif(application_name, ''), usename::text, 'somebody'), ', ') AS names
       FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
        AND application_name IS DISTINCT FROM $1`,
    [ours],
  );
  if (rows[0]?.names)
    throw new Refusal(
      `The database is in use (${rows[0].names})`,
      'stop all servers, and whatever else is connected, and try again; nothing was changed',
    );
}

/** @throws Refusal when somebody has worked with this desk, unless that is to be replaced */
export async function requireEmpty(client: ClientBase, replace: boolean): Promise<void> {
  if (replace) return;
  const there = new Set((await tablesOf(client)).map(({ name }) => name));
  for (const name of TELLING) {
    if (!there.has(name)) continue;
    const { rows } = await client.query<{ some: boolean }>(
      `SELECT EXISTS (SELECT FROM public.${quoted(name)}) AS some`,
    );
    if (rows[0]?.some)
      throw new Refusal(
        `There is a desk in this database already (${name} has rows)`,
        'back it up, then say --replace to put the backup in its place; nothing was changed',
      );
  }
}

/** What PostgreSQL says when rows contradict each other, in words. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  return new Refusal(`The backup cannot be restored: ${error.message}`, 'nothing was changed; use another backup');
}
