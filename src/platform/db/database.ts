import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg, { type Pool, type PoolClient, type PoolConfig, type QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';

/** One transaction. Pass it on to every verb that must happen together. */
export class Transaction {
  private readonly afterCommitCallbacks: (() => void)[] = [];

  constructor(
    /** TypeORM's manager of this very transaction, for repository calls. */
    readonly manager: EntityManager,
    private readonly client: PoolClient,
  ) {}

  async query<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>({ text, values })).rows;
  }

  async one<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(text, values))[0];
  }

  /** For hints that may be lost: pushes, wake-ups. What must not be lost is an outbox row. Never runs after a rollback. */
  afterCommit(callback: () => void): void {
    this.afterCommitCallbacks.push(callback);
  }

  committed(): void {
    for (const callback of this.afterCommitCallbacks) callback();
  }
}

/**
 * A plan is made once, perhaps while a table is still empty, and kept for the life of the connection: it must not be one
 * that reads whole tables, nor be compiled anew each time.
 */
const HOT_SETTINGS = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off';

@Injectable()
export class Database implements OnModuleInit, OnApplicationShutdown {
  private hotPool: Pool | undefined;

  constructor(@Inject(DataSource) readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    if (!this.dataSource.isInitialized) await this.dataSource.initialize();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.hotPool?.end();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** TypeORM keeps its pool to itself; the hot paths need named prepared statements, which only pg offers. */
  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  async query<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>({ text, values })).rows;
  }

  async one<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(text, values))[0];
  }

  /** A named prepared statement: one round trip, parsed and planned once per connection. */
  async prepared<Row extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    return (await this.pool.query<Row>({ name, text, values })).rows;
  }

  /**
   * The same on a connection of its own, for the one statement that must wait neither for a free connection nor for a
   * better plan. It has to find all it needs by an index. Of several at once the later ones wait.
   */
  async hot<Row extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    this.hotPool ??= this.openHotPool();
    return (await this.hotPool.query<Row>({ name, text, values })).rows;
  }

  private openHotPool(): Pool {
    const { url, applicationName, extra } = this.dataSource.options as {
      url: string;
      applicationName: string;
      extra: PoolConfig;
    };
    const options = `${extra.options} ${HOT_SETTINGS}`;
    const pool = new pg.Pool({ connectionString: url, application_name: applicationName, ...extra, options, max: 1 });
    // A connection that breaks while nobody uses it is replaced at the next use.
    pool.on('error', () => undefined);
    return pool;
  }

  /** Commits when `work` resolves, rolls back and rethrows when it throws. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      const tx = new Transaction(runner.manager, client);
      let result: T;
      try {
        result = await work(tx);
        await runner.commitTransaction();
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      }
      tx.committed();
      return result;
    } finally {
      await runner.release();
    }
  }
}

/** PostgreSQL's `unique_violation` of the named constraint or index. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const { code, constraint: name } = (error ?? {}) as { code?: string; constraint?: string };
  return code === '23505' && (constraint === undefined || name === constraint);
}
