import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../../platform/db/index.js';
import { Beat } from '../../platform/jobs/index.js';
import { Logger } from '../../platform/logger/index.js';
import { LeftBehind } from '../../tickets/index.js';
import { HELD_MINUTES, Presences } from '../agents/presences.service.js';
import { RECONCILE_QUEUE } from '../queue/queue-items.sql.js';
import { PRUNE_DECLINED } from '../rescue/rescue.sql.js';
import { Assignment } from './assignment.service.js';
import { Dispatch } from './dispatch.service.js';

const EVERY_MILLISECONDS = 15_000;
/** Without a round for so long the desk itself was away, and could not note whose console was open. */
const AWAY_MILLISECONDS = 3 * EVERY_MILLISECONDS;
/** Estimates look back an hour; a person who asks why looks back further. */
const KEPT_DAYS = 90;

/**
 * What events and jobs might lose is found again here, within half a minute. It runs in the process itself, on PostgreSQL
 * alone: with Redis wiped, or away for an hour, tickets still find their people.
 */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly beat: Beat;
  private backAt = 0;
  private roundAt = Number.NEGATIVE_INFINITY;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly presences: Presences,
    private readonly dispatch: Dispatch,
    private readonly assignment: Assignment,
    private readonly leftBehind: LeftBehind,
    logger: Logger,
  ) {
    const work = () => this.round();
    this.beat = new Beat({ name: 'routing reconciler', milliseconds: EVERY_MILLISECONDS, work, logger });
  }

  onApplicationBootstrap(): void {
    if (this.config.role !== 'web' && this.config.environment !== 'test') this.start();
  }

  start(): void {
    this.beat.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.beat.stop();
  }

  async runOnce(): Promise<undefined> {
    await this.presences.letGo();
    await this.reconcile();
  }

  /** After a desk that was away itself everybody has the time to come back that a lost connection has. */
  private async round(): Promise<undefined> {
    const now = performance.now();
    if (now - this.roundAt > AWAY_MILLISECONDS) this.backAt = now;
    if (now - this.backAt > HELD_MINUTES * 60_000) await this.presences.letGo();
    await this.reconcile();
    this.roundAt = performance.now();
  }

  private async reconcile(): Promise<void> {
    await this.wakeAll();
    // Last: what cannot be given back must not keep the others waiting.
    await this.leftBehind.giveBack();
  }

  private async wakeAll(): Promise<void> {
    const teams = await this.database.query<{ teamId: string }>(RECONCILE_QUEUE);
    for (const { teamId } of teams)
      if (!(await this.dispatch.wake(teamId))) await this.assignment.assignWaiting(teamId);
  }

  async prune(): Promise<void> {
    await this.database.query(
      `DELETE FROM routed_tickets WHERE assigned_at < desk_now() - make_interval(days => ${KEPT_DAYS})`,
    );
    await this.database.query(PRUNE_DECLINED);
  }
}
