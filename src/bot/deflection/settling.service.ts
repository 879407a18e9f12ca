import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Beat } from '../../platform/jobs/index.js';
import { Logger } from '../../platform/logger/index.js';
import { Reckoning } from './reckoning.service.js';

const EVERY_MILLISECONDS = 30_000;

/** Looks again and again whose 72 hours are over. What was missed while nothing ran is found at the next look. */
@Injectable()
export class Settling implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly beat: Beat;

  constructor(
    reckoning: Reckoning,
    @Inject(CONFIG) private readonly config: Config,
    logger: Logger,
  ) {
    const work = async () => {
      await reckoning.settleDue();
      return undefined;
    };
    this.beat = new Beat({ name: 'bot outcomes', milliseconds: EVERY_MILLISECONDS, work, logger });
  }

  onApplicationBootstrap(): void {
    if (this.config.role !== 'web' && this.config.environment !== 'test') this.beat.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.beat.stop();
  }
}
