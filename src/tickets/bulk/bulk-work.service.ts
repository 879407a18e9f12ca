import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../../platform/db/index.js';
import { Beat } from '../../platform/jobs/index.js';
import { Logger } from '../../platform/logger/index.js';
import { BACKLOG, BEGIN_DUE, UNDER_WAY } from './bulk.sql.js';
import { BulkActions } from './bulk-actions.service.js';
import { BulkTurn } from './bulk-turn.service.js';

const EVERY_MILLISECONDS = 1_000;
/** Of each action in turn, so that a short one does not wait for a long one. */
const SLICE = 20;
/** Cases at once. More would only wait for each other: live chat shares the database with them. */
const HANDS = 2;
/** With so much on its way to those who follow it, it waits: what customers write at this moment would queue behind. */
const LONG_BACKLOG = 60;
const BREATH_MILLISECONDS = 25;
/** Not for ever: a backlog may have nothing to do with it. */
const LONGEST_WAIT_MILLISECONDS = 1_000;

type UnderWay = { id: string; state: 'held' | 'running' | 'stopping'; rest: number };

/**
 * Carries out what was ordered for many cases, once its time to be undone is over. The rows say what is to do: every worker looks
 * once a second, several may be at one action, and what a dying one leaves is taken up at the next look.
 */
@Injectable()
export class BulkWork implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly beat: Beat;
  private leaving = false;

  constructor(
    private readonly database: Database,
    private readonly actions: BulkActions,
    private readonly turn: BulkTurn,
    @Inject(CONFIG) private readonly config: Config,
    logger: Logger,
  ) {
    const work = () => this.runOnce();
    this.beat = new Beat({ name: 'bulk actions', milliseconds: EVERY_MILLISECONDS, work, logger });
  }

  onApplicationBootstrap(): void {
    if (this.config.role !== 'web' && this.config.environment !== 'test') this.start();
  }

  start(): void {
    this.beat.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.leaving = true;
    await this.beat.stop();
  }

  /** All that is due, to its end. @returns milliseconds until the next begins; undefined: none waits */
  async runOnce(): Promise<number | undefined> {
    for (;;) {
      await this.database.queryBehind(BEGIN_DUE, []);
      const actions = await this.database.queryBehind<UnderWay>(UNDER_WAY, []);
      let taken = 0;
      for (const { id, state } of actions) if (state !== 'held' && !this.leaving) taken += await this.slice(id);
      if (taken === 0 || this.leaving) return actions.find(({ state }) => state === 'held')?.rest;
    }
  }

  /** @returns how many cases it has taken */
  private async slice(id: string): Promise<number> {
    let taken = 0;
    const hand = async () => {
      while (taken < SLICE && !this.leaving) {
        taken += 1;
        if (await this.turn.take(id)) continue;
        taken -= 1;
        return;
      }
    };
    await Promise.all(Array.from({ length: HANDS }, hand));
    await this.actions.windUp(this.database, id);
    await this.actions.tell(id);
    if (taken > 0) await this.breathe();
    return taken;
  }

  /** Lets those go before for whom somebody waits. */
  private async breathe(): Promise<void> {
    const since = performance.now();
    while (!this.leaving && performance.now() - since < LONGEST_WAIT_MILLISECONDS) {
      const [backlog] = await this.database.queryBehind<{ long: boolean }>(BACKLOG, [LONG_BACKLOG]);
      if (!backlog?.long) return;
      await new Promise((resolve) => setTimeout(resolve, BREATH_MILLISECONDS));
    }
  }
}
