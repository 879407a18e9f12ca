import { Injectable } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { Runs } from '../platform/jobs/index.js';
import { Assignments } from './assignments.service.js';
import { TicketLocks } from './ticket-locks.service.js';
import { ReturnLeftBehind } from './tickets.jobs.js';
import { ACTIVE_STATUSES } from './transitions.data.js';

const LEFT_BEHIND = `
  SELECT t.id, t.assignee_id AS "assigneeId" FROM staff s JOIN tickets t ON t.assignee_id = s.id
  WHERE s.disabled_at IS NOT NULL AND t.status IN (${ACTIVE_STATUSES.map((status) => `'${status}'`).join(', ')})
  ORDER BY t.opened_at LIMIT 500`;

/**
 * Cases in the hands of somebody who was disabled. Whoever looks at the rows finds them, however they came to be there: by
 * the event of the disabling, by a customer who wrote again to a case that was done, or a moment before by routing.
 */
@Injectable()
export class LeftBehind {
  constructor(
    private readonly database: Database,
    private readonly locks: TicketLocks,
    private readonly assignments: Assignments,
  ) {}

  /**
   * Gives each back to the queue of its team, in a transaction of its own. Running it twice does no harm.
   * @throws AggregateError of those that could not be given back, after all had their turn
   */
  @Runs(ReturnLeftBehind)
  async giveBack(): Promise<void> {
    const failures: Error[] = [];
    for (const { id, assigneeId } of await this.database.query<{ id: string; assigneeId: string }>(LEFT_BEHIND))
      await this.giveBackOne(id, assigneeId).catch((cause: unknown) => failures.push(new Error(id, { cause })));
    if (failures.length > 0)
      throw new AggregateError(failures, `of cases left behind ${failures.length} could not be given back`);
  }

  private async giveBackOne(ticketId: string, assigneeId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ticket = await this.locks.lock(tx, ticketId);
      // A colleague may have taken it, or it was settled, since the look.
      if (ticket.assigneeId !== assigneeId || !ACTIVE_STATUSES.some((status) => status === ticket.status)) return;
      await this.assignments.assign(tx, {
        ticketId,
        teamId: ticket.teamId,
        staffId: null,
        actor: { kind: 'system', id: null },
        because: 'assignee_disabled',
      });
    });
  }
}
