import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';
import { CONFIG, type Config } from '../../config.js';
import { Health } from '../health/index.js';
import { Logger } from '../logger/index.js';

/** What pushes to sockets travel by; the oldest go when it is this long. */
export const PUSH_STREAM = { name: 'porchlight:pushes', length: 10_000 } as const;
const MARK_MILLISECONDS = 1_000;

const FOR_BOTH: RedisOptions = {
  retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
  keepAlive: 5_000,
};

/** Says a thing now or not at all: who waited for Redis would hold up people who share a process. Its duplicates wait. */
class Speaker extends Redis {
  constructor(
    url: string,
    private readonly listen: () => Redis,
  ) {
    super(url, { ...FOR_BOTH, enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 1_000 });
  }

  override duplicate(): Redis {
    return this.listen();
  }
}

/**
 * The line between the processes of one desk: Redis, by connections that are neither slow nor mortal. Without REDIS_URL
 * this process is alone, and there is no line.
 */
@Injectable()
export class ProcessLine implements OnApplicationShutdown {
  readonly speaker: Redis | undefined;
  private readonly opened: Redis[] = [];
  private marks: NodeJS.Timeout | undefined;
  private marked = true;
  private breaks = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly logger: Logger,
    health: Health,
  ) {
    if (!config.redisUrl) return;
    this.speaker = this.watch(new Speaker(config.redisUrl, () => this.listener()));
    this.marks = setInterval(() => void this.mark(), MARK_MILLISECONDS).unref();
    health.register('redis', { required: false, check: async () => this.requireWhole() });
  }

  /** Whether the others hear this process, and it hears them. */
  get isWhole(): boolean {
    return this.marked && this.opened.every(({ status }) => status === 'ready');
  }

  /** Goes up whenever something that was said may have been lost. */
  get losses(): number {
    return this.breaks;
  }

  /** A connection that waits for Redis as long as it takes. Closed with the line. */
  listener(): Redis {
    const { redisUrl } = this.config;
    if (!redisUrl) throw new Error('a process that is alone has nobody to listen to');
    return this.watch(new Redis(redisUrl, { ...FOR_BOTH, maxRetriesPerRequest: null }));
  }

  onApplicationShutdown(): void {
    clearInterval(this.marks);
    for (const redis of this.opened) redis.disconnect();
  }

  private watch(redis: Redis): Redis {
    redis.on('error', (error) => this.logger.debug({ err: error }, 'the line between the processes'));
    redis.on('close', () => this.lost());
    this.opened.push(redis);
    return redis;
  }

  /**
   * Shows that Redis takes what we write, which a full one does not. It also lets readers know where in the stream they
   * are: until their first entry they ask for "what comes from now on", and would miss what comes between two questions.
   */
  private async mark(): Promise<void> {
    const { name, length } = PUSH_STREAM;
    try {
      await this.speaker?.xadd(name, 'MAXLEN', '~', length, '*', 'mark', '');
      if (!this.marked) this.logger.info('the processes hear each other again');
      this.marked = true;
    } catch (error) {
      if (this.marked)
        this.logger.error({ err: error }, 'Redis is away: screens of other processes hear nothing of us');
      this.marked = false;
      this.lost();
    }
  }

  private lost(): void {
    this.breaks += 1;
  }

  private requireWhole(): void {
    if (!this.isWhole) throw new Error('the processes do not hear each other');
  }
}
