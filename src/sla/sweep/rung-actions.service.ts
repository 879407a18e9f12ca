import { Injectable } from '@nestjs/common';
import { PRIORITIES, type RungAction, type RungOutcome } from '../../contract/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Tickets } from '../../tickets/index.js';
import type { FiredRung } from './firing.service.js';

const SYSTEM = { kind: 'system' as const, id: null };

/** What a rung does beside telling people. What cannot be done is written down with why, and holds up nothing. */
@Injectable()
export class RungActions {
  constructor(private readonly tickets: Tickets) {}

  async take(tx: Transaction, { escalationId, clock, definition }: FiredRung): Promise<void> {
    const outcomes: RungOutcome[] = [];
    for (const action of definition.also) outcomes.push(await this.tried(tx, clock, action));
    await tx.query('UPDATE escalations SET also = $2 WHERE id = $1', [escalationId, JSON.stringify(outcomes)]);
    // The clock that asked for it goes on as it was timed: what it changed is true of it from now on.
    await tx.query(
      `UPDATE clocks c SET priority = t.priority, team_id = t.team_id FROM tickets t
       WHERE c.id = $1 AND t.id = c.ticket_id`,
      [clock.id],
    );
  }

  private async tried(tx: Transaction, clock: FiredRung['clock'], action: RungAction): Promise<RungOutcome> {
    await tx.query('SAVEPOINT rung_action');
    try {
      return { ...action, ...(await this.done(tx, clock, action)) };
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT rung_action');
      return { ...action, done: false, because: error.code };
    } finally {
      await tx.query('RELEASE SAVEPOINT rung_action').catch(() => undefined);
    }
  }

  private async done(
    tx: Transaction,
    { ticketId, dueAt, now }: FiredRung['clock'],
    action: RungAction,
  ): Promise<Omit<RungOutcome, keyof RungAction>> {
    const ticket = await this.tickets.lock(tx, ticketId);
    switch (action.do) {
      case 'raise_priority': {
        const priority = PRIORITIES[PRIORITIES.indexOf(ticket.priority) - 1];
        if (!priority) return { done: false, because: 'already_highest' };
        await this.tickets.edit(tx, { ticketId, version: ticket.version, patch: { priority }, actor: SYSTEM });
        return { done: true, from: ticket.priority, to: priority };
      }
      case 'hand_to':
        if (ticket.teamId === action.teamId) return { done: false, because: 'already_there' };
        await this.tickets.assign(tx, {
          ticketId,
          teamId: action.teamId,
          staffId: null,
          actor: SYSTEM,
          because: 'escalated',
        });
        return { done: true, from: ticket.teamId };
      case 'add_watcher':
        if (ticket.watcherIds.includes(action.staffId)) return { done: false, because: 'already_there' };
        await this.tickets.addWatcher(tx, ticketId, action.staffId);
        return { done: true };
      case 'tell_customer':
        if (ticket.conversationIds.length === 0) return { done: false, because: 'no_conversation' };
        await this.tickets.tellEscalated(tx, ticketId, dueAt > now ? dueAt : undefined);
        return { done: true };
    }
  }
}
