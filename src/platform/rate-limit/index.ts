import { Global, Injectable, Module } from '@nestjs/common';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Database } from '../db/index.js';
import { DeskError } from '../errors/index.js';

export { addressKey } from './address-key.js';

/** Table in the shape that rate-limiter-flexible expects. */
@Entity('rate_limits')
export class RateLimitRow {
  @PrimaryColumn('varchar', { length: 255 })
  key!: string;

  @Column('integer', { default: 0 })
  points!: number;

  @Column('bigint', { nullable: true })
  expire!: string | null;
}

export interface RateLimit {
  /** Short and stable, e.g. `login-address`. */
  name: string;
  points: number;
  seconds: number;
}

/** Limits that hold across processes; while the database is away each process counts for itself. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterPostgres>();
  private readonly local = new Map<string, RateLimiterMemory>();

  constructor(private readonly database: Database) {}

  /** @throws DeskError `too_many_requests` with the seconds to wait */
  async consume(limit: RateLimit, key: string): Promise<void> {
    await spend(this.limiter(limit), key);
  }

  /**
   * Counted by this process alone: for cheap reads, where a round trip would cost more than what it guards.
   * @throws DeskError `too_many_requests` with the seconds to wait
   */
  async consumeHere(limit: RateLimit, key: string): Promise<void> {
    const known = this.local.get(limit.name);
    const limiter =
      known ?? new RateLimiterMemory({ keyPrefix: limit.name, points: limit.points, duration: limit.seconds });
    this.local.set(limit.name, limiter);
    await spend(limiter, key);
  }

  /** After success: the honest person's earlier slips are forgotten. */
  async forget(limit: RateLimit, key: string): Promise<void> {
    await this.limiter(limit).delete(key.slice(0, 200));
  }

  /** Under which key `rate_limits` counts it: for a statement that looks at the limit in its own round trip. */
  keyOf(limit: RateLimit, key: string): string {
    return `${limit.name}:${key.slice(0, 200)}`;
  }

  private limiter(limit: RateLimit): RateLimiterPostgres {
    const known = this.limiters.get(limit.name);
    if (known) return known;
    const options = { keyPrefix: limit.name, points: limit.points, duration: limit.seconds };
    const made = new RateLimiterPostgres({
      ...options,
      storeClient: this.database.pool,
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      insuranceLimiter: new RateLimiterMemory(options),
    });
    this.limiters.set(limit.name, made);
    return made;
  }
}

async function spend(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key.slice(0, 200));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new DeskError('too_many_requests', { retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)) });
  }
}

@Global()
@Module({ providers: [RateLimits], exports: [RateLimits] })
export class RateLimitModule {}
