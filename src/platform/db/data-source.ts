import { DataSource, type DataSourceOptions, type EntitySchema, type MixedList } from 'typeorm';

type ClassList = NonNullable<DataSourceOptions['entities']> & MixedList<unknown>;

/**
 * Entities and migrations are handed in by `app.module.ts`, because platform knows no room.
 * Sessions run in UTC, and an ack means that the disk has it.
 */
export function createDataSource(options: {
  url: string;
  poolSize: number;
  // biome-ignore lint/complexity/noBannedTypes: TypeORM takes classes as Function.
  entities: (Function | EntitySchema)[];
  // biome-ignore lint/complexity/noBannedTypes: TypeORM takes classes as Function.
  migrations: Function[];
  /** As PostgreSQL lists its connections. */
  applicationName?: string;
  /** False for who streams whole tables, which nothing may follow on its connection before the end. */
  pipeline?: boolean;
}): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities as ClassList,
    migrations: options.migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolSize: options.poolSize,
    applicationName: options.applicationName ?? 'porchlight',
    extra: {
      // Compiling a plan takes longer than carrying out any that we have.
      options: '-c timezone=UTC -c synchronous_commit=on -c jit=off',
      connectionTimeoutMillis: 10_000,
      // A request that hangs longer than this frees its connection and its locks.
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
      // Statements of one transaction that do not wait for each other's answers go in one round trip.
      pipeline: options.pipeline ?? true,
    },
  });
}
