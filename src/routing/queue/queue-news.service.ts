import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import type { QueuePlaceView } from '../../contract/index.js';
import { Database } from '../../platform/db/index.js';
import { Beat } from '../../platform/jobs/index.js';
import { Logger } from '../../platform/logger/index.js';
import { Push } from '../../platform/push/index.js';
import { defineSignal, Signals } from '../../platform/signals/index.js';
import { shownPlace } from './place-band.js';
import { placeView } from './place-view.js';
import { Queue } from './queue.service.js';
import { KEEP_TOLD, THREADS } from './waiting.sql.js';

const ONCE_PER_MILLISECONDS = 1_000;
/** Waiting is told of also when nothing happens: what is expected changes as time passes, and a signal may be lost. */
const BEAT_MILLISECONDS = 10_000;

const QueueMoved = defineSignal<{ teamId: string }>('queue.moved');

interface ThreadRow {
  ticketId: string;
  conversationId: string;
  customerId: string;
  isNew: boolean;
  [column: string]: unknown;
}

/** What is told of a place, and by what one sees whether that is new to somebody. */
interface News {
  view: QueuePlaceView;
  key: string;
}

interface Turn {
  telling: Promise<void>;
  /** Runs from when they have been told. */
  timer?: NodeJS.Timeout;
  /** Something has changed since. */
  again: boolean;
}

/**
 * Tells those who wait for a team where they stand: at once, then at most once a second, and only what is new to them. Each
 * process tells those whom it serves, from one read of the queue; so it takes no agreement between processes, and goes on
 * while they do not hear each other.
 */
@Injectable()
export class QueueNews implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** Teams whose customers are being told, or have been within the last second. */
  private readonly turns = new Map<string, Turn>();
  /** What is known of each ticket that waits, by team. */
  private readonly told = new Map<string, Map<string, string>>();
  private readonly beat: Beat;
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly queue: Queue,
    private readonly push: Push,
    private readonly signals: Signals,
    private readonly logger: Logger,
  ) {
    const work = () => this.runOnce();
    this.beat = new Beat({ name: 'queue news', milliseconds: BEAT_MILLISECONDS, work, logger });
    if (config.role !== 'worker') signals.on(QueueMoved, ({ teamId }) => this.tellSoon(teamId));
  }

  onApplicationBootstrap(): void {
    if (this.config.role !== 'worker' && this.config.environment !== 'test') this.beat.start();
  }

  /** Those who wait for this team may stand elsewhere: every process looks. */
  changed(teamId: string): void {
    if (!this.stopped) this.signals.send(QueueMoved, { teamId });
  }

  /** All teams for which somebody waits, or waited a moment ago. */
  async runOnce(): Promise<undefined> {
    const rows = await this.database.query<{ teamId: string }>('SELECT DISTINCT team_id AS "teamId" FROM queue_items');
    for (const teamId of new Set([...rows.map((row) => row.teamId), ...this.told.keys()])) this.tellSoon(teamId);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    const turns = [...this.turns.values()];
    for (const { timer } of turns) clearTimeout(timer);
    await Promise.all([this.beat.stop(), ...turns.map(({ telling }) => telling)]);
  }

  private tellSoon(teamId: string): void {
    if (this.stopped) return;
    const before = this.turns.get(teamId);
    if (before) {
      before.again = true;
      return;
    }
    const telling = this.tell(teamId)
      .catch((error) => this.logger.warn({ err: error, teamId }, 'those who wait could not be told their place'))
      .then(() => {
        if (!this.stopped) turn.timer = setTimeout(() => this.endTurn(teamId), ONCE_PER_MILLISECONDS);
      });
    const turn: Turn = { telling, again: false };
    this.turns.set(teamId, turn);
  }

  private endTurn(teamId: string): void {
    const again = this.turns.get(teamId)?.again;
    this.turns.delete(teamId);
    if (again) this.tellSoon(teamId);
  }

  private async tell(teamId: string): Promise<void> {
    const before = this.told.get(teamId);
    const { ticketIds, outlook } = await this.queue.ofTeam(teamId);
    const views = new Map<number, News>();
    const now = new Map<string, string>();
    const news = new Map<string, News>();
    ticketIds.forEach((ticketId, index) => {
      const { place } = shownPlace(index + 1);
      const known = views.get(place) ?? newsOf(placeView(place, ticketIds.length, outlook));
      views.set(place, known);
      now.set(ticketId, known.key);
      if (before?.get(ticketId) !== known.key) news.set(ticketId, known);
    });
    if (now.size > 0) this.told.set(teamId, now);
    else this.told.delete(teamId);
    if (news.size > 0) await this.spread(news);
  }

  private async spread(news: ReadonlyMap<string, News>): Promise<void> {
    const threads = await this.database.query<ThreadRow>(THREADS, [[...news.keys()]]);
    const first = new Map<string, { fromSeconds: number; toSeconds: number }>();
    for (const { ticketId, conversationId, customerId, isNew } of threads) {
      const view = news.get(ticketId)?.view;
      if (!view || !this.push.hasCustomersHere(`customer:${customerId}`)) continue;
      this.push.toCustomersHere([`customer:${customerId}`], 'queue.changed', { conversationId, ...view });
      if (isNew && view.expectedWait) first.set(ticketId, view.expectedWait);
    }
    if (first.size === 0) return;
    const ranges = [...first.values()];
    await this.database.query(KEEP_TOLD, [
      [...first.keys()],
      ranges.map(({ fromSeconds }) => fromSeconds),
      ranges.map(({ toSeconds }) => toSeconds),
    ]);
  }
}

const newsOf = (view: QueuePlaceView): News => ({ view, key: JSON.stringify(view) });
