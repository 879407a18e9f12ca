import { Inject, Injectable } from '@nestjs/common';
import {
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type Processor,
  Queue,
  type RedisOptions,
  Worker,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { CONFIG, type Config } from '../../config.js';
import { Logger } from '../logger/index.js';

export type JobQueue = Queue<object, void, string>;
export type JobWorker = Worker<object, void, string>;

const PREFIX = 'porchlight';
const REDIS = {
  maxRetriesPerRequest: null,
  retryStrategy: (attempt: number) => Math.min(attempt * 100, 2_000),
};
const CONNECTIONS_BESIDE_LISTENERS = 4;

/** BullMQ on Redis when there is one, else on our PostgreSQL. It may come and go: that is logged, never thrown. */
@Injectable()
export class JobEngine {
  private pool: pg.Pool | undefined;
  private redis: Redis | undefined;
  private failing = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  openQueue(name: string): JobQueue {
    const options = {
      ...this.forQueues(),
      defaultJobOptions: {
        attempts: 8,
        backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
        removeOnComplete: { count: 100 },
        removeOnFail: { count: 1_000, age: 14 * 86_400 },
      },
      streams: { events: { maxLen: 100 } },
    };
    const queue = new Queue(name, options as never, this.factory) as unknown as JobQueue;
    queue.on('error', (error) => this.complain(error));
    return queue;
  }

  openWorker(name: string, processor: Processor<object, void, string>): JobWorker {
    // On PostgreSQL a worker that waits for work cannot be woken to close: it is as slow to go as this wait, in seconds.
    const options = { ...this.forWorkers(), autorun: false, concurrency: 4, runRetryDelay: 1_000, drainDelay: 1 };
    const worker = new Worker(name, processor, options as never, this.factory) as unknown as JobWorker;
    worker.on('error', (error) => this.complain(error));
    worker.on('completed', () => this.recovered());
    return worker;
  }

  /** Nobody answers at the moment: do not wait for it. */
  get away(): boolean {
    return this.failing;
  }

  /** Somebody has answered. */
  recovered(): void {
    this.failing = false;
  }

  /** After the queues and workers have closed. */
  async close(): Promise<void> {
    this.redis?.disconnect();
    await this.pool?.end();
    this.pool = undefined;
  }

  private get factory(): BackendFactory<IQueueBackend, never> {
    return (this.config.redisUrl ? createRedisBackend : createPostgresBackend) as unknown as BackendFactory<
      IQueueBackend,
      never
    >;
  }

  /** One connection of ours for all queues. Who adds a job is told at once that Redis is away, and goes on without. */
  private forQueues(): { connection: Redis | pg.Pool; prefix: string } {
    if (!this.config.redisUrl) return { connection: this.postgres(), prefix: PREFIX };
    if (!this.redis) {
      this.redis = new Redis(this.config.redisUrl, { ...REDIS, enableOfflineQueue: false });
      this.redis.on('error', (error) => this.complain(error));
      this.redis.on('ready', () => this.recovered());
    }
    return { connection: this.redis, prefix: PREFIX };
  }

  /** A worker waits for Redis as long as it takes. */
  private forWorkers(): { connection: RedisOptions | pg.Pool; prefix: string } {
    const { redisUrl } = this.config;
    return { connection: redisUrl ? { ...REDIS, url: redisUrl } : this.postgres(), prefix: PREFIX };
  }

  /** Each worker keeps one connection of it for LISTEN. */
  private postgres(): pg.Pool {
    if (this.pool) return this.pool;
    this.pool = new pg.Pool({
      connectionString: this.config.database.url,
      application_name: 'porchlight-jobs',
      max: 12 + CONNECTIONS_BESIDE_LISTENERS,
      options: '-c timezone=UTC -c search_path=bullmq',
      statement_timeout: 30_000,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    this.pool.on('error', (error) => this.complain(error));
    // Every queue and every worker listens, for as long as the pool lives.
    this.pool.setMaxListeners(0);
    return this.pool;
  }

  /** One line when it goes, not one a second. */
  private complain(error: unknown): void {
    if (!this.failing) this.logger.error({ err: error }, 'the job queue stumbles; it goes on by itself');
    this.failing = true;
  }
}
