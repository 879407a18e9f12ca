import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg, { type Pool, type PoolClient, type PoolConfig, type QueryResultRow } from 'pg';
import { Counter } from 'prom-client';
import { DataSource } from 'typeorm';
import { DeskError } from '../errors/index.js';
import { metrics } from '../metrics/metrics.js';
import { OftenAsked } from './often-asked.js';

/**
 * One transaction. Pass it on to every verb that must happen together. Statements asked without waiting for each other
 * (`Promise.all`) are carried out in the order in which they are asked, in one round trip.
 */
export class Transaction {
  private ended = false;
  private readonly afterCommitCallbacks: (() => void)[] = [];

  constructor(
    private readonly client: PoolClient,
    private readonly often: OftenAsked,
  ) {}

  async query<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    // Of several at once one may have failed, and ended it for the others.
    if (this.ended) throw new Error('this transaction has ended');
    return (await this.client.query<Row>(asked(this.often, text, values))).rows;
  }

  async one<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(text, values))[0];
  }

  /** From here on its connection is somebody else's. */
  end(): void {
    this.ended = true;
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

/** Connections for the work behind the scenes, for each that requests may take. */
const BEHIND_SHARE = 0.5;

/** How many connections of their own the work behind the scenes may take beside a pool of this size. */
export const connectionsBehind = (poolSize: number): number => Math.ceil(poolSize * BEHIND_SHARE);

/** Whoever finds so many before them at each connection is told to come again: the rest would lose patience while waiting. */
const WAITING_AT_A_CONNECTION = 25;
const RETRY_SECONDS = 2;

const turnedAway = new Counter({
  name: 'porchlight_database_turned_away_total',
  help: 'Questions refused at once, as too many were waiting for a connection already',
  registers: [metrics],
});

@Injectable()
export class Database implements OnModuleInit, OnApplicationShutdown {
  private readonly often = new OftenAsked();
  private hotPool: Pool | undefined;
  private poolBehind: Pool | undefined;

  constructor(@Inject(DataSource) readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    if (!this.dataSource.isInitialized) await this.dataSource.initialize();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.hotPool?.end(), this.poolBehind?.end()]);
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** TypeORM keeps its pool to itself; the hot paths need named prepared statements, which only pg offers. */
  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  async query<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.open.query<Row>(asked(this.often, text, values))).rows;
  }

  async one<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(text, values))[0];
  }

  /** What time it is for all that SQL decides. */
  async now(): Promise<Date> {
    return ((await this.one<{ now: Date }>('SELECT desk_now() AS now')) as { now: Date }).now;
  }

  /** A named prepared statement: one round trip, parsed and planned once per connection. */
  async prepared<Row extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    return (await this.open.query<Row>({ name, text, values })).rows;
  }

  /**
   * The same on a connection of its own, for the one statement that must wait neither for a free connection nor for a
   * better plan. It has to find all it needs by an index. Of several at once the later ones wait.
   */
  async hot<Row extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    this.hotPool ??= this.openHotPool(1);
    return (await this.hotPool.query<Row>({ name, text, values })).rows;
  }

  private openHotPool(max: number): Pool {
    const { url, applicationName, extra } = this.options;
    const options = `${extra.options} ${HOT_SETTINGS}`;
    const pool = new pg.Pool({ connectionString: url, application_name: applicationName, ...extra, options, max });
    // A connection that breaks while nobody uses it is replaced at the next use.
    pool.on('error', () => undefined);
    return pool;
  }

  /** Commits when `work` resolves, rolls back and rethrows when it throws. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return await this.transactionOn(this.open, work);
  }

  /**
   * The same for what no request waits for: carrying facts, handing out work. On connections of its own, so that much of it
   * keeps no person waiting; and all it asks must be found by an index, as with {@link hot}.
   */
  async transactionBehind<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return await this.transactionOn(this.behind, work);
  }

  /** One statement on these connections. */
  async queryBehind<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
    return (await this.behind.query<Row>(asked(this.often, text, values))).rows;
  }

  private async transactionOn<T>(pool: Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    // One that is lost between two statements says so at the next one.
    client.on('error', ignore);
    const tx = new Transaction(client, this.often);
    let broken: Error | undefined;
    let result: T;
    try {
      await client.query('BEGIN');
      result = await work(tx);
      tx.end();
      const { command } = await client.query('COMMIT');
      // PostgreSQL says COMMIT of nothing but what it has kept; a failure that somebody swallowed has undone all of it.
      if (command !== 'COMMIT') throw new Error('nothing was committed: a statement of this transaction had failed');
    } catch (error) {
      tx.end();
      // A connection that cannot even do this is no good for the next one.
      await client.query('ROLLBACK').catch((reason: Error) => {
        broken = reason;
      });
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
    tx.committed();
    return result;
  }

  /** @throws DeskError `unavailable` while more wait than can be served in time */
  private get open(): Pool {
    const { pool } = this;
    if (pool.waitingCount < this.options.poolSize * WAITING_AT_A_CONNECTION) return pool;
    turnedAway.inc();
    throw new DeskError('unavailable', { retryAfter: RETRY_SECONDS });
  }

  private get behind(): Pool {
    this.poolBehind ??= this.openHotPool(connectionsBehind(this.options.poolSize));
    return this.poolBehind;
  }

  private get options() {
    return this.dataSource.options as unknown as {
      url: string;
      poolSize: number;
      applicationName: string;
      extra: PoolConfig;
    };
  }
}

const ignore = () => undefined;

function asked(often: OftenAsked, text: string, values: unknown[]) {
  // Without values it may be several statements in one, which cannot be prepared.
  return { name: values.length > 0 ? often.nameOf(text) : undefined, text, values };
}

/** PostgreSQL's `unique_violation` of the named constraint or index. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const { code, constraint: name } = (error ?? {}) as { code?: string; constraint?: string };
  return code === '23505' && (constraint === undefined || name === constraint);
}
