import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import type { HandOverReason, Locale } from '../../contract/index.js';
import { Database } from '../../platform/db/index.js';
import { Beat, takeAllDue } from '../../platform/jobs/index.js';
import { Logger } from '../../platform/logger/index.js';
import { HandOver } from './hand-over.service.js';
import type { DialogueFacts } from './known-facts.service.js';
import { SILENT, TAKE_SILENT } from './silences.sql.js';

const EVERY_MILLISECONDS = 10_000;

type Silent = DialogueFacts & { locale: Locale; because: HandOverReason } & Record<string, unknown>;

/**
 * Whoever was on the way to a person and leaves a question of the form without an answer, or closes the window over it, gets
 * their case all the same. Rows are the truth: what fell due while nothing ran is found at the first look.
 */
@Injectable()
export class Silences implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly beat: Beat;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly handOvers: HandOver,
    private readonly logger: Logger,
  ) {
    const work = async () => {
      await this.runOnce();
      return undefined;
    };
    this.beat = new Beat({ name: 'bot silences', milliseconds: EVERY_MILLISECONDS, work, logger });
  }

  onApplicationBootstrap(): void {
    if (this.config.role !== 'web' && this.config.environment !== 'test') this.beat.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.beat.stop();
  }

  /** All that are due and in nobody's hands; of several processes each takes what the others have not. @returns how many cases */
  runOnce(): Promise<number> {
    return takeAllDue(this.database, {
      find: SILENT,
      take: async (tx, conversation) => {
        const silent = await tx.one<Silent>(TAKE_SILENT, [conversation]);
        if (silent) await this.handOvers.afterSilence(tx, conversation, silent.locale, silent.because, silent);
        return silent !== undefined;
      },
      failed: (conversation, err) =>
        this.logger.error({ err, conversation }, 'a silent customer has no case yet; tried again'),
    });
  }
}
