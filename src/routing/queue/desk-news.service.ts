import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../../platform/db/index.js';
import { Beat } from '../../platform/jobs/index.js';
import { Logger } from '../../platform/logger/index.js';
import { Push } from '../../platform/push/index.js';
import { deskView } from './desk-state.js';
import { DeskStates } from './desk-states.service.js';

const BEAT_MILLISECONDS = 1_000;

/** Every widget hears when the desk closes or opens, and when its queue is full or has room again: each process tells its own. */
@Injectable()
export class DeskNews implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private told = '';
  private readonly beat: Beat;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly states: DeskStates,
    private readonly push: Push,
    logger: Logger,
  ) {
    this.beat = new Beat({ name: 'desk news', milliseconds: BEAT_MILLISECONDS, work: () => this.runOnce(), logger });
  }

  onApplicationBootstrap(): void {
    if (this.config.role !== 'worker' && this.config.environment !== 'test') this.beat.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.beat.stop();
  }

  async runOnce(): Promise<undefined> {
    const desk = await this.states.current();
    const news = JSON.stringify(desk);
    if (news === this.told) return;
    const sites = await this.database.query<{ key: string; hasPhone: boolean }>(
      'SELECT key, phone IS NOT NULL AS "hasPhone" FROM sites WHERE disabled_at IS NULL',
    );
    for (const { key, hasPhone } of sites)
      if (this.push.hasCustomersHere(`site:${key}`))
        this.push.toCustomersHere([`site:${key}`], 'desk.changed', { desk: deskView(desk, hasPhone) });
    this.told = news;
  }
}
