import { Injectable } from '@nestjs/common';
import { DEFAULT_SURGE_SETTINGS } from '../../contract/index.js';
import { Database } from '../../platform/db/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { type Principal, Push } from '../../platform/push/index.js';
import { Dispatch } from '../assignment/dispatch.service.js';
import { Relaxation } from '../assignment/relaxation.service.js';
import { RoutingBeat } from '../assignment/routing-beat.service.js';
import {
  BEGIN_BY_THRESHOLD,
  END_CALM,
  IS_ON,
  LIVE_TO_ASK,
  NOTE_CALM,
  OVERFLOW_AT_ONCE,
  TURN_SURGES,
} from './surge.sql.js';
import { AskWhetherLive } from './surges.jobs.js';

/** So many hosts are asked in one second; the rest has its turn in the next. */
const ASKED_TOGETHER = 50;
/** Bilingual, as nobody has written it for one reader. */
const THRESHOLD_REASON = '排队人数达到上限 / So many wait';

/**
 * What time and the queue do to surges, once a second on PostgreSQL alone; and what a surge does to those who wait. Every step
 * is a statement that finds each row once, so that several workers may do this at one time.
 */
@Injectable()
export class SurgeTurns {
  constructor(
    private readonly database: Database,
    private readonly relaxation: Relaxation,
    private readonly dispatch: Dispatch,
    private readonly jobs: Jobs,
    private readonly push: Push,
    beat: RoutingBeat,
  ) {
    beat.add({ name: 'surges', work: () => this.runOnce() });
  }

  async runOnce(): Promise<void> {
    await this.database.query(NOTE_CALM);
    const turned = [
      ...(await this.database.query(TURN_SURGES)),
      ...(await this.database.query(END_CALM)),
      ...(await this.database.query(BEGIN_BY_THRESHOLD, [DEFAULT_SURGE_SETTINGS, THRESHOLD_REASON])),
    ];
    if (turned.length > 0) await this.tell();
    const [on] = await this.database.query(`SELECT FROM surges s WHERE ${IS_ON('s')} LIMIT 1`);
    if (!on) return;
    await this.relaxation.runOnce(OVERFLOW_AT_ONCE);
    await this.askWhoIsLive();
  }

  /** Somebody has changed one: what follows is seen to at once. */
  async changed(): Promise<void> {
    await this.runOnce();
    await this.tell();
  }

  /** There is more room, or less; screens read again what is on. */
  private async tell(): Promise<void> {
    const teams = await this.database.query<{ id: string }>('SELECT id FROM teams WHERE archived_at IS NULL');
    const audience = teams.map(({ id }): Principal => `team:${id}`);
    this.push.toStaff(['role:admin', ...audience], 'surges.changed', {});
    await Promise.all(teams.map(({ id }) => this.dispatch.wake(id)));
  }

  private async askWhoIsLive(): Promise<void> {
    const asked = await this.database.query<{ ticketId: string }>(LIVE_TO_ASK, [ASKED_TOGETHER]);
    await Promise.all(asked.map(({ ticketId }) => this.jobs.add(AskWhetherLive, { ticketId })));
  }
}
