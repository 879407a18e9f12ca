import type { DataSource } from 'typeorm';

/** Advisory lock that a restore holds from its first look to its last; while it does, no server may start. */
export const RESTORE_LOCK = 4_276_113_000;

export interface SchemaState {
  /** Migrations that the database has and this version does not know: a newer one has been at work. */
  unknown: string[];
  /** Migrations of this version that the database has not had yet. */
  pending: string[];
  /** Its content is just being replaced. */
  restoring: boolean;
}

/** How the schema stands to this version of the product. Only looks. */
export async function schemaState(dataSource: DataSource): Promise<SchemaState> {
  const runner = dataSource.createQueryRunner();
  try {
    const [found] = await runner.query(
      `SELECT to_regclass('migrations') IS NOT NULL AS migrated, NOT pg_try_advisory_xact_lock_shared($1) AS restoring`,
      [RESTORE_LOCK],
    );
    const rows: { name: string }[] = found.migrated
      ? await runner.query('SELECT name FROM migrations ORDER BY timestamp, id')
      : [];
    const applied = new Set(rows.map(({ name }) => name));
    const known = dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
    return {
      unknown: [...applied].filter((name) => !known.includes(name)),
      pending: known.filter((name) => !applied.has(name)),
      restoring: found.restoring,
    };
  } finally {
    await runner.release();
  }
}

/** Why the server must not touch this database as it is, and what to do. */
export class SchemaRefused extends Error {
  override readonly name = 'SchemaRefused';
}

/** @throws SchemaRefused unless the schema is that of this version. Touches nothing. */
export async function requireSchema(dataSource: DataSource): Promise<void> {
  const { unknown, pending, restoring } = await schemaState(dataSource);
  if (restoring)
    throw new SchemaRefused(
      'A restore of this database is under way → wait for it to end, then start again · 正在恢复数据，请等待完成后再启动',
    );
  requireKnown(unknown);
  if (pending.length > 0)
    throw new SchemaRefused(
      `The database lacks ${pending.length} migration(s), the first is ${pending[0]} → run: npm run migrate, then start again · 数据库结构尚未更新，请先运行 npm run migrate`,
    );
}

/** @throws SchemaRefused when a newer version has been at work on this database */
export function requireKnown(unknown: readonly string[]): void {
  if (unknown.length > 0)
    throw new SchemaRefused(
      `The database was migrated by a newer Porchlight (${unknown.at(-1)} is not known here); nothing was touched → install that version or a newer one, or restore a backup that this version made · 数据库由更新版本的 Porchlight 升级过，未做任何改动；请安装该版本或更新的版本，或恢复本版本的备份`,
    );
}
