import type { Database } from '../../src/platform/db/index.js';

/** Tables that a refused request may write to: counters of tries, who has a window open, and when a session was last seen. */
const MAY_CHANGE = new Set(['rate_limits', 'migrations', 'attendances']);

/** What the database holds, as a count and a checksum per table. */
export async function fingerprint(database: Database): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const prints = tables
    .filter(({ name }) => !MAY_CHANGE.has(name))
    .map(
      ({ name }) =>
        `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(md5(row), '' ORDER BY md5(row))), '') AS print
         FROM (SELECT (to_jsonb(t) - 'last_seen_at')::text AS row FROM "${name}" t) rows`,
    );
  const rows = await database.query<{ name: string; print: string }>(prints.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}
