import type { ClientBase } from 'pg';

export interface TableColumns {
  name: string;
  /** In their order, without those that the database computes. */
  columns: string[];
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** A column list as COPY takes it. */
export const columnList = (columns: readonly string[]): string => columns.map(quoted).join(', ');

/** The tables of the desk by name. Left out: those of the job queue, which are no truth, and the list of migrations. */
export async function tablesOf(client: ClientBase): Promise<TableColumns[]> {
  const { rows } = await client.query<TableColumns>(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND c.relname <> 'migrations'
     GROUP BY c.relname ORDER BY c.relname`);
  return rows;
}

/** Where each sequence stands. They know no snapshot: what is read later may only be further on. */
export async function sequencesOf(client: ClientBase): Promise<{ name: string; value: string; called: boolean }[]> {
  const { rows: names } = await client.query<{ name: string }>(`
    SELECT sequencename AS name FROM pg_sequences
     WHERE schemaname = 'public' AND sequencename NOT LIKE 'migrations\\_%' ORDER BY 1`);
  const found = [];
  for (const { name } of names) {
    const { rows } = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM public.${quoted(name)}`,
    );
    found.push({ name, ...(rows[0] as { value: string; called: boolean }) });
  }
  return found;
}

/** Names of the migrations that this database has, in the order of their running; none when it has no such table. */
export async function appliedMigrations(client: ClientBase): Promise<string[]> {
  const { rows: there } = await client.query(`SELECT to_regclass('public.migrations') IS NOT NULL AS there`);
  if (!there[0].there) return [];
  const { rows } = await client.query<{ name: string }>('SELECT name FROM public.migrations ORDER BY timestamp, id');
  return rows.map(({ name }) => name);
}
