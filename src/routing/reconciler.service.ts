import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../platform/db/index.js';
import { Beat } from '../platform/jobs/index.js';
import { Logger } from '../platform/logger/index.js';
import { LeftBehind } from '../tickets/index.js';
import { Assignment } from './assignment.service.js';
import { RECONCILE_QUEUE } from './claim.sql.js';
import { Dispatch } from './dispatch.service.js';
import { Presences } from './presences.service.js';

const EVERY_MILLISECONDS = 15_000;
/** Estimates look back an hour; a person who asks why looks back further. */
const KEPT_DAYS = 90;

/**
 * What events and jobs might lose is found again here, within half a minute. It runs in the process itself, on PostgreSQL
 * alone: with Redis wiped, or away for an hour, tickets still find their people.
 */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly beat: Beat;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly presences: Presences,
    private readonly dispatch: Dispatch,
    private readonly assignment: Assignment,
    private readonly leftBehind: LeftBehind,
    logger: Logger,
  ) {
    const work = () => this.runOnce();
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
    await this.leftBehind.giveBack();
    const teams = await this.database.query<{ teamId: string }>(RECONCILE_QUEUE);
    for (const { teamId } of teams)
      if (!(await this.dispatch.wake(teamId))) await this.assignment.assignWaiting(teamId);
  }

  async prune(): Promise<void> {
    await this.database.query(
      `DELETE FROM routed_tickets WHERE assigned_at < desk_now() - make_interval(days => ${KEPT_DAYS})`,
    );
  }
}
