import { Injectable } from '@nestjs/common';
import { newId } from '../platform/clock/index.js';
import { Database, type Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Tickets } from '../tickets/index.js';
import { CLAIM } from './claim.sql.js';
import { Queue } from './queue.service.js';

const LOCK_NOT_AVAILABLE = '55P03';

/** Work finds its person. */
@Injectable()
export class Assignment {
  constructor(
    private readonly database: Database,
    private readonly tickets: Tickets,
    private readonly queue: Queue,
  ) {}

  /** Hands out what waits in a team until nothing waits or nobody has room. @returns how many were given */
  async assignWaiting(teamId: string): Promise<number> {
    let given = 0;
    for (let outcome = await this.claim(teamId); outcome !== 'nothing'; outcome = await this.claim(teamId))
      if (outcome === 'given') given += 1;
    await this.queue.announce(teamId);
    return given;
  }

  private async claim(teamId: string): Promise<'given' | 'settled' | 'nothing'> {
    return await this.database.transaction(async (tx) => {
      const claim = await tx.one<{ ticketId: string; staffId: string }>(CLAIM, [teamId, newId()]);
      if (!claim) return 'nothing';
      const { ticketId, staffId } = claim;
      const ticket = await this.tickets.lock(tx, ticketId);
      // Taken, moved or settled while it waited: the claim has cleared its queue item, and its own events say the rest.
      if (ticket.assigneeId || ticket.teamId !== teamId || !['new', 'open'].includes(ticket.status)) {
        await this.queue.sync(tx, ticketId);
        return 'settled';
      }
      await this.tickets.assign(tx, {
        ticketId,
        teamId,
        staffId,
        actor: { kind: 'system', id: null },
        because: 'routed',
      });
      return 'given';
    });
  }

  /**
   * Whether a colleague may give this person one more. Never waits for the person's row while the ticket is locked: a claim
   * holds them the other way round.
   * @throws DeskError `capacity_exceeded`, `unavailable` when the row is in use this very moment
   */
  async admit(tx: Transaction, { ticketId, staffId }: { ticketId: string; staffId: string }): Promise<void> {
    const hands = await tx
      .one<{ free: boolean }>(
        `SELECT load < capacity OR EXISTS (SELECT 1 FROM tickets WHERE id = $2 AND assignee_id = $1) AS free
         FROM agent_profiles WHERE staff_id = $1 FOR UPDATE NOWAIT`,
        [staffId, ticketId],
      )
      .catch((cause) => {
        if ((cause as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw cause;
        throw new DeskError('unavailable', { cause, retryAfter: 1 });
      });
    if (!hands?.free) throw new DeskError('capacity_exceeded');
  }
}
