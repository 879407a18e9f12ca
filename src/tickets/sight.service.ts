import { Injectable } from '@nestjs/common';
import { Grants } from '../conversations/index.js';
import type { Transaction } from '../platform/db/index.js';
import type { Principal } from '../platform/push/index.js';
import type { TicketRecord } from './ticket.record.js';

/** Writes who of the staff sees the conversations of a ticket, in the transaction that changes it. */
@Injectable()
export class Sight {
  constructor(private readonly grants: Grants) {}

  /** The team, whoever has it, whoever watches it, and admins. @returns principals that lost sight */
  async write(tx: Transaction, ticket: TicketRecord): Promise<Principal[]> {
    const staff = principalsOf(ticket);
    const gone = new Set<Principal>();
    for (const conversationId of ticket.conversationIds)
      for (const principal of await this.grants.set(tx, conversationId, staff)) gone.add(principal);
    return [...gone];
  }
}

/** Everybody of the staff who sees a ticket, as grants and as the audience of pushes. */
function principalsOf(ticket: Pick<TicketRecord, 'teamId' | 'assigneeId' | 'watcherIds'>): Principal[] {
  const people = new Set(ticket.assigneeId ? [ticket.assigneeId, ...ticket.watcherIds] : ticket.watcherIds);
  return [`team:${ticket.teamId}`, 'role:admin', ...[...people].map((id): Principal => `staff:${id}`)];
}
