import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Clock, newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { Beat } from '../../platform/jobs/index.js';
import { Logger } from '../../platform/logger/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { ticketKey } from '../../tickets/index.js';
import { fresh } from '../clocks/clock-truth.sql.js';
import { CustomerLeft } from '../sla.events.js';

/** Well within the time after which a row counts as left behind, see `fresh`. */
const BEAT_MILLISECONDS = 15_000;
/** A page that is loaded anew, a phone that changes networks. */
const GRACE_MILLISECONDS = 8_000;

const SEEN = `
  INSERT INTO attendances (customer_id, process_id) SELECT customer_id, $2 FROM unnest($1::uuid[]) AS seen (customer_id)
  ON CONFLICT (customer_id, process_id) DO UPDATE SET seen_at = desk_now()`;

/** Those of the customers $1 who are nowhere else, with their cases that are to be answered in the window. */
const GONE = `
  WITH gone AS (DELETE FROM attendances WHERE customer_id = ANY($1::uuid[]) AND process_id = $2)
  SELECT DISTINCT c.ticket_id AS "ticketId" FROM conversations v
  JOIN ticket_conversations tc ON tc.conversation_id = v.id
  JOIN clocks c ON c.ticket_id = tc.ticket_id AND c.state = 'running' AND c.mode = 'chat'
  WHERE v.customer_id = ANY($1::uuid[]) AND NOT EXISTS (
    SELECT FROM attendances a WHERE a.customer_id = v.customer_id AND a.process_id <> $2 AND ${fresh('a')})`;

/** Of processes that died without a word. */
const LEFT_BEHIND = `DELETE FROM attendances a WHERE NOT ${fresh('a')}`;

/**
 * Which customers have a window open, for all processes to know: those who do are answered sooner. Told by whoever holds their
 * sockets, many at a time.
 */
@Injectable()
export class Attendance implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly processId = newId();
  private readonly windows = new Map<string, number>();
  /** Who came, and who went when. */
  private readonly arrived = new Set<string>();
  private readonly departed = new Map<string, number>();
  private readonly beat: Beat;
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.beat = new Beat({ name: 'attendance', milliseconds: BEAT_MILLISECONDS, work: () => this.runOnce(), logger });
  }

  onApplicationBootstrap(): void {
    if (this.config.role !== 'worker') this.beat.start();
  }

  /** Whoever was here stands nowhere any more once this process has gone. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.beat.stop();
    const customers = [...this.windows.keys(), ...this.departed.keys()];
    this.windows.clear();
    if (customers.length > 0) await this.database.transaction((tx) => this.part(tx, customers)).catch(() => undefined);
  }

  /** A window of this customer's is open here. */
  came(customerId: string): void {
    this.windows.set(customerId, (this.windows.get(customerId) ?? 0) + 1);
    if (this.departed.delete(customerId) || this.windows.get(customerId) !== 1) return;
    this.arrived.add(customerId);
    this.beat.wake();
  }

  /** One of them has closed. */
  left(customerId: string): void {
    const open = (this.windows.get(customerId) ?? 0) - 1;
    if (open > 0) {
      this.windows.set(customerId, open);
      return;
    }
    this.windows.delete(customerId);
    this.arrived.delete(customerId);
    this.departed.set(customerId, this.clock.now().getTime());
    this.beat.wake();
  }

  /** One round: who came, who has gone for good. @returns how long to rest before the next one at most, milliseconds */
  async runOnce(): Promise<number> {
    const now = this.clock.now().getTime();
    const all = now - this.toldAt >= BEAT_MILLISECONDS;
    const here = all ? [...this.windows.keys()] : [...this.arrived];
    this.arrived.clear();
    if (here.length > 0) await this.database.query(SEEN, [here, this.processId]);
    if (all) {
      this.toldAt = now;
      await this.database.query(LEFT_BEHIND);
    }
    const gone = [...this.departed].filter(([, since]) => now - since >= GRACE_MILLISECONDS).map(([id]) => id);
    if (gone.length > 0) await this.database.transaction((tx) => this.part(tx, gone));
    for (const id of gone) this.departed.delete(id);
    const next = Math.min(...[...this.departed.values()].map((since) => since + GRACE_MILLISECONDS - now));
    return Math.max(50, Math.min(next, this.toldAt + BEAT_MILLISECONDS - now));
  }

  private async part(tx: Transaction, customers: string[]): Promise<void> {
    const tickets = await tx.query<{ ticketId: string }>(GONE, [customers, this.processId]);
    await this.outbox.add(tx, ...tickets.map(({ ticketId }) => CustomerLeft(ticketKey(ticketId), { ticketId })));
  }
}
