import { Injectable } from '@nestjs/common';
import { Entries, SYSTEM } from '../conversations/index.js';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { type TicketActor, TicketPromised, ticketKey } from './ticket.events.js';
import { factsOf, type TicketRecord } from './ticket.record.js';
import { TicketLocks } from './ticket-locks.service.js';
import { Timeline } from './timeline.service.js';
import { ACTIVE_STATUSES } from './transitions.data.js';

/** As the longest target of a policy. */
const LONGEST_DAYS = 365;

/** A date that was given to the customer. */
export interface GivenPromise {
  ticketId: string;
  promisedAt: Date;
  /** What it rests on, in words for the customer, e.g. that the bank pays by Friday. */
  basis: string;
  actor: TicketActor;
}

/** Dates that a customer was given: each is kept, or renewed before it passes. */
@Injectable()
export class GivenPromises {
  constructor(
    private readonly locks: TicketLocks,
    private readonly entries: Entries,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Gives a date, or another in place of the one that stands.
   * @throws DeskError `illegal_transition` when the case is done, `invalid_input` for a date that has passed, or that is more
   * than a year away
   */
  async give(tx: Transaction, { ticketId, promisedAt, basis, actor }: GivenPromise): Promise<TicketRecord> {
    const ticket = await this.active(tx, ticketId);
    const written = await tx.one(
      `UPDATE tickets SET promised_at = $2, promise_basis = $3, version = version + 1, last_activity_at = desk_now()
       WHERE id = $1 AND $2 > desk_now() AND $2 <= desk_now() + interval '${LONGEST_DAYS} days' RETURNING id`,
      [ticketId, promisedAt, basis],
    );
    if (!written)
      throw new DeskError('invalid_input', {
        errors: [{ path: 'promisedAt', message: 'has passed, or is more than a year away; give another' }],
      });
    const data = { type: 'promised' as const, promisedAt: promisedAt.toISOString(), basis };
    for (const conversationId of ticket.conversationIds)
      await this.entries.add(tx, { conversationId, kind: 'system', author: SYSTEM, body: '', data });
    await this.told(tx, ticket, actor, 'promised', { promisedAt: promisedAt.toISOString(), basis }, true);
    return ticket;
  }

  /** What was promised has been done: a plan, a solution. @throws DeskError `illegal_transition` when the case is done */
  async keep(
    tx: Transaction,
    { ticketId, note, actor }: { ticketId: string; note: string; actor: TicketActor },
  ): Promise<TicketRecord> {
    const ticket = await this.active(tx, ticketId);
    await tx.query(
      `UPDATE tickets SET promised_at = NULL, promise_basis = NULL, version = version + 1, last_activity_at = desk_now()
       WHERE id = $1`,
      [ticketId],
    );
    await this.told(tx, ticket, actor, 'promise_kept', { note }, false);
    return ticket;
  }

  private async active(tx: Transaction, ticketId: string): Promise<TicketRecord> {
    const ticket = await this.locks.lock(tx, ticketId);
    if (!ACTIVE_STATUSES.some((status) => status === ticket.status)) throw new DeskError('illegal_transition');
    return ticket;
  }

  private async told(
    tx: Transaction,
    ticket: TicketRecord,
    actor: TicketActor,
    kind: 'promised' | 'promise_kept',
    data: Record<string, unknown>,
    customerVisible: boolean,
  ): Promise<void> {
    await this.timeline.record(tx, ticket.id, { kind, actor, data, customerVisible });
    const promisedAt = kind === 'promised' ? String(data.promisedAt) : null;
    await this.outbox.add(tx, TicketPromised(ticketKey(ticket.id), { ...factsOf(ticket), promisedAt, actor }));
  }
}
