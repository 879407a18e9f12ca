import { setTimeout as rest } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { newId } from '../platform/clock/index.js';
import { Database, type Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Tickets } from '../tickets/index.js';
import { CAN_GIVE, CLAIM } from './claim.sql.js';
import { Queue } from './queue.service.js';
import { QueueNews } from './queue-news.service.js';

interface Claim {
  ticketId: string;
  staffId: string;
  /** Units in use before this one, and in all. */
  load: number;
  capacity: number;
  /** How many of language and category they are good at. */
  fit: number;
  waitedSeconds: number;
}

const SYSTEM = { kind: 'system' as const, id: null };
const LOCK_NOT_AVAILABLE = '55P03';
const TRIES = 60;
const PAUSE_MILLISECONDS = 20;
/** A claim that finds everything in somebody's hands comes again so often, each time after twice the pause: for 2.5 s in all. */
const CLAIM_TRIES = 7;

/** Work finds its person. */
@Injectable()
export class Assignment {
  constructor(
    private readonly database: Database,
    private readonly tickets: Tickets,
    private readonly queue: Queue,
    private readonly news: QueueNews,
  ) {}

  /** Hands out what waits in a team until nothing waits or nobody has room. @returns how many were given */
  async assignWaiting(teamId: string): Promise<number> {
    let given = 0;
    // What it cannot have for so long is left to the reconciler.
    for (let tries = 1; tries <= CLAIM_TRIES && (await this.canGive(teamId)); ) {
      const outcome = await this.claim(teamId);
      if (outcome === 'given') given += 1;
      if (outcome !== 'held') tries = 1;
      else await rest(Math.random() * PAUSE_MILLISECONDS * 2 ** tries++);
    }
    this.news.changed(teamId);
    return given;
  }

  private async canGive(teamId: string): Promise<boolean> {
    const [row] = await this.database.queryBehind<{ can: boolean }>(CAN_GIVE, [teamId]);
    return row?.can ?? false;
  }

  /** `held`: somebody is at work on every case that waits, or on a case of everybody who has room. */
  private async claim(teamId: string): Promise<'given' | 'settled' | 'held'> {
    return await this.database.transactionBehind(async (tx) => {
      const claim = await tx.one<Claim & { [column: string]: unknown }>(CLAIM, [teamId, newId()]);
      if (!claim) return 'held';
      const { ticketId, staffId } = claim;
      const ticket = await this.tickets.lock(tx, ticketId);
      // Taken, moved or settled while it waited: the claim has cleared its queue item, and its own events say the rest.
      if (ticket.assigneeId || ticket.teamId !== teamId || !['new', 'open'].includes(ticket.status)) {
        await this.queue.sync(tx, ticketId);
        return 'settled';
      }
      const { load, capacity, fit, waitedSeconds } = claim;
      await Promise.all([
        this.tickets.record(tx, ticketId, {
          kind: 'routed',
          actor: SYSTEM,
          data: { load: load + 1, capacity, fit, waitedSeconds },
          customerVisible: false,
        }),
        this.tickets.assign(tx, { ticketId, teamId, staffId, actor: SYSTEM, because: 'routed' }, ticket),
      ]);
      return 'given';
    });
  }

  /**
   * Whether a colleague may give this person one more. Locks, until COMMIT, the profiles of both whose load will change.
   * The ticket is locked already, and a colleague may be giving the other way round: so it never waits for a profile, but
   * lets go and looks again.
   * @throws DeskError `capacity_exceeded`, `unavailable` when a profile stays in use
   */
  async admit(tx: Transaction, { ticketId, staffId }: { ticketId: string; staffId: string }): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      await tx.query('SAVEPOINT admit');
      try {
        const people = await tx.query<{ id: string; full: boolean }>(
          `SELECT staff_id AS id, load >= capacity AS full FROM agent_profiles
           WHERE staff_id = $1 OR staff_id = (SELECT assignee_id FROM tickets WHERE id = $2) FOR UPDATE NOWAIT`,
          [staffId, ticketId],
        );
        const person = people.find(({ id }) => id === staffId);
        if (!person || person.full) throw new DeskError('capacity_exceeded');
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
        await tx.query('ROLLBACK TO SAVEPOINT admit');
        if (tries === TRIES) throw new DeskError('unavailable', { retryAfter: 1, cause: error });
        await rest(Math.random() * PAUSE_MILLISECONDS);
      }
    }
  }
}
