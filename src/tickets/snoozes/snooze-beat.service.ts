import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../../platform/db/index.js';
import { Beat, takeAllDue } from '../../platform/jobs/index.js';
import { Logger } from '../../platform/logger/index.js';
import { Snoozes } from './snoozes.service.js';
import { DUE_TO_WAKE } from './snoozes.sql.js';

const EVERY_MILLISECONDS = 5_000;

/**
 * Brings back what was put off, at its time or when a clock runs out. Rows are the truth: what fell due while nothing ran is
 * found at the first look, and each case comes back once, however many look.
 */
@Injectable()
export class SnoozeBeat implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly beat: Beat;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly snoozes: Snoozes,
    private readonly logger: Logger,
  ) {
    const work = async () => {
      await this.runOnce();
      return undefined;
    };
    this.beat = new Beat({ name: 'snoozes', milliseconds: EVERY_MILLISECONDS, work, logger });
  }

  onApplicationBootstrap(): void {
    if (this.config.role !== 'web' && this.config.environment !== 'test') this.beat.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.beat.stop();
  }

  /** @returns how many came back */
  runOnce(): Promise<number> {
    return takeAllDue(this.database, {
      find: DUE_TO_WAKE,
      take: (tx, ticket) => this.snoozes.wakeInTime(tx, ticket),
      failed: (ticket, err) =>
        this.logger.error({ err, ticket }, 'a case that was put off is not back yet; tried again'),
    });
  }
}
