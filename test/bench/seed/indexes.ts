import type { Client } from 'pg';

const PRIMARY = `SELECT indexrelid FROM pg_index WHERE indisprimary OR indisunique`;

/** Fills tables past their references and without their indexes, which are faster made of the whole than row by row. */
export async function withoutIndexes(
  client: Client,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  await client.query(`SET session_replication_role = replica`);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename = ANY($1) AND (quote_ident(schemaname) || '.' || quote_ident(indexname))::regclass NOT IN (${PRIMARY})`,
    [tables],
  );
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  await fill();
  await client.query(`SET maintenance_work_mem = '512MB'`);
  for (const { definition } of indexes) await client.query(definition);
  await client.query(`RESET maintenance_work_mem`);
  await client.query(`SET session_replication_role = origin`);
  for (const table of tables) await client.query(`VACUUM ANALYZE ${table}`);
}
