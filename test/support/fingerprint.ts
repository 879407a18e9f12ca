import type { Database } from '../../src/platform/db/index.js';

/** Tables that a refused request may write to: counters of tries, who has a window open, and when a session was last seen. */
const MAY_CHANGE = new Set(['rate_limits', 'migrations', 'attendances']);

/** What the database holds, as a count and a checksum per table. */
export async function fingerprint(database: Database): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    if (MAY_CHANGE.has(name)) continue;
    const row = await database.one<{ print: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5((to_jsonb(t) - 'last_seen_at')::text), '' ORDER BY md5((to_jsonb(t) - 'last_seen_at')::text))), '') AS print
       FROM "${name}" t`,
    );
    prints[name] = row?.print ?? '';
  }
  return prints;
}
