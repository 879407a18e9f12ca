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
    return (await this.writeAll(tx, [ticket])).get(ticket.id) ?? [];
  }

  /** @returns the same by ticket id */
  async writeAll(tx: Transaction, tickets: readonly TicketRecord[]): Promise<Map<string, Principal[]>> {
    const wanted = tickets.flatMap((ticket) =>
      ticket.conversationIds.map((conversationId) => ({ conversationId, staff: principalsOf(ticket) })),
    );
    const gone = await this.grants.set(tx, wanted);
    const lostBy = ({ conversationIds }: TicketRecord) =>
      gone.filter(({ conversationId }) => conversationIds.includes(conversationId)).map(({ principal }) => principal);
    return new Map(tickets.map((ticket) => [ticket.id, [...new Set(lostBy(ticket))]]));
  }
}

/** Everybody of the staff who sees a ticket, as grants and as the audience of pushes. */
export function principalsOf(ticket: Pick<TicketRecord, 'teamId' | 'assigneeId' | 'watcherIds'>): Principal[] {
  const people = new Set(ticket.assigneeId ? [ticket.assigneeId, ...ticket.watcherIds] : ticket.watcherIds);
  return [`team:${ticket.teamId}`, 'role:admin', ...[...people].map((id): Principal => `staff:${id}`)];
}
