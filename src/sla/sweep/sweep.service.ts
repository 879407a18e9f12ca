import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { Beat } from '../../platform/jobs/index.js';
import { Logger } from '../../platform/logger/index.js';
import { Clocks } from '../clocks/clocks.service.js';
import { Retimings } from '../retiming/retimings.service.js';
import { type DueClock, Firing } from './firing.service.js';
import { DUE_CLOCKS, DUE_TICKETS, FREE_TICKETS, NEXT_DUE } from './sweep.sql.js';

const LONGEST_REST_MILLISECONDS = 15_000;
const SLICE = 250;
/** What others hold is looked at again after a moment. */
const HELD_REST_MILLISECONDS = 50;
/** What could not be worked out is tried again after this. */
const FAILED_REST_MILLISECONDS = 15_000;

interface Handled {
  handled: number;
  fired: number;
}

interface NextDue {
  milliseconds: number | null;
  now: Date;
  [column: string]: unknown;
}

/**
 * Fires the rungs of the ladder when they are due on the database's clock, each once, by any number of sweepers at a time.
 * Rows are the truth: after a restart, however long, what is due fires in the first round.
 */
@Injectable()
export class Sweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly beat: Beat;
  /** On the database's clock, as what is due: that of this process may be wrong. */
  private wakesAt = Number.POSITIVE_INFINITY;
  /** Tickets that failed, and until when they are left out: one of them must not keep the others from firing. */
  private readonly failed = new Map<string, number>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly firing: Firing,
    private readonly clocks: Clocks,
    private readonly retimings: Retimings,
    private readonly logger: Logger,
  ) {
    this.beat = new Beat({
      name: 'sla sweep',
      milliseconds: LONGEST_REST_MILLISECONDS,
      work: () => this.round(),
      logger,
    });
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

  /** Something is due at this time. May be lost: the sweep never sleeps for more than 15 s. */
  hint(due: Date): void {
    if (due.getTime() < this.wakesAt) this.beat.wake();
  }

  /** All that is due now and in nobody's hands. @returns how many rungs fired */
  async runOnce(): Promise<number> {
    const now = performance.now();
    for (const [ticketId, until] of this.failed) if (until <= now) this.failed.delete(ticketId);
    let fired = 0;
    for (;;) {
      const due = await this.database.prepared<{ ticketId: string }>('sla_due_tickets', DUE_TICKETS, [
        SLICE,
        [...this.failed.keys()],
      ]);
      if (due.length === 0) return fired;
      const slice = await this.slice(due.map(({ ticketId }) => ticketId));
      fired += slice.fired;
      if (slice.handled === 0) return fired;
    }
  }

  private async round(): Promise<number> {
    // Until it is known when it wakes, whatever it is told of makes it look again.
    this.wakesAt = Number.POSITIVE_INFINITY;
    await this.runOnce();
    if (await this.retimings.run()) return HELD_REST_MILLISECONDS;
    const [next] = await this.database.prepared<NextDue>('sla_next_due', NEXT_DUE, [[...this.failed.keys()]]);
    if (!next) throw new Error('the database does not say what time it is');
    const wait = next.milliseconds ?? LONGEST_REST_MILLISECONDS;
    const rest = Math.min(LONGEST_REST_MILLISECONDS, wait > 0 ? wait : HELD_REST_MILLISECONDS);
    this.wakesAt = next.now.getTime() + rest;
    return rest;
  }

  /** All in one transaction; where that fails, each in its own, so that it fails alone. */
  private async slice(ticketIds: readonly string[]): Promise<Handled> {
    try {
      return await this.database.transaction((tx) => this.handle(tx, ticketIds));
    } catch (err) {
      // Throws where it is the database that has failed, and none of the tickets.
      await this.database.now();
      if (ticketIds.length > 1) {
        const alone: Handled[] = [];
        for (const ticketId of ticketIds) alone.push(await this.slice([ticketId]));
        const sum = (what: keyof Handled) => alone.reduce((total, one) => total + one[what], 0);
        return { handled: sum('handled'), fired: sum('fired') };
      }
      for (const ticketId of ticketIds) this.failed.set(ticketId, performance.now() + FAILED_REST_MILLISECONDS);
      this.logger.error({ err, ticketIds }, 'a ticket’s clocks could not be looked after; they are tried again');
      return { handled: 1, fired: 0 };
    }
  }

  /** Locks conversations, then tickets, as everybody does, but waits for none: what is held comes in the next slice. */
  private async handle(tx: Transaction, ticketIds: readonly string[]): Promise<Handled> {
    const free = await tx.query<{ ticketId: string }>(FREE_TICKETS, [ticketIds]);
    const clocks = await tx.query<DueClock>(DUE_CLOCKS, [free.map(({ ticketId }) => ticketId)]);
    const standing = clocks.filter(({ stands }) => stands);
    const planned = await this.planned(tx, clocks);
    return { handled: clocks.length, fired: await this.firing.fire(tx, [...standing, ...planned]) };
  }

  /**
   * An answered case is never escalated because an event was late: its clocks are put right instead. What the plan leaves as it
   * is fires like the others.
   */
  private async planned(tx: Transaction, clocks: DueClock[]): Promise<DueClock[]> {
    const doubtful = clocks.filter(({ stands }) => !stands);
    if (doubtful.length === 0) return [];
    const ticketIds = [...new Set(doubtful.map(({ ticketId }) => ticketId))];
    for (const ticketId of ticketIds) await this.clocks.follow(tx, ticketId);
    const standing = new Set(clocks.filter(({ stands }) => stands).map(({ id }) => id));
    return (await tx.query<DueClock>(DUE_CLOCKS, [ticketIds])).filter(({ id }) => !standing.has(id));
  }
}
