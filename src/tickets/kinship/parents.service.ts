import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Access } from '../access.service.js';
import { TicketEdited, ticketKey } from '../ticket.events.js';
import { factsOf, type TicketRecord } from '../ticket.record.js';
import { Timeline } from '../timeline.service.js';
import { Pairs } from './pairs.service.js';

/** A case hangs on one that hangs on none, and has no parts of its own: whoever looks up looks up once. $1 the case, $2 the other. */
const FITS = `
  SELECT FROM tickets p WHERE p.id = $2 AND p.parent_id IS NULL AND NOT p.internal
    AND NOT EXISTS (SELECT FROM tickets part WHERE part.parent_id = $1 AND NOT part.internal)`;

/** What is a part of what. */
@Injectable()
export class Parents {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly pairs: Pairs,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Makes the case a part of another; null: of none.
   * @throws DeskError as {@link Pairs.lock}; `link_cycle` where the other is a part itself, or this has parts; `illegal_transition`
   * for a task, which stays with its case
   */
  async set(staff: StaffPrincipal, number: string, parent: string | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [ticket, other] =
        parent === null
          ? [await this.access.lock(tx, staff, number, 'work'), null]
          : await this.pairs.lock(tx, staff, number, parent);
      if (ticket.internal) throw new DeskError('illegal_transition');
      if (ticket.parentId === (other?.id ?? null)) return;
      if (other && (await tx.query(FITS, [ticket.id, other.id])).length === 0) throw new DeskError('link_cycle');
      await this.hang(tx, staff, ticket, other);
    });
  }

  private async hang(
    tx: Transaction,
    { staffId }: StaffPrincipal,
    ticket: TicketRecord,
    parent: TicketRecord | null,
  ): Promise<void> {
    await tx.query('UPDATE tickets SET parent_id = $2, version = version + 1 WHERE id = $1', [
      ticket.id,
      parent?.id ?? null,
    ]);
    const actor = { kind: 'staff' as const, id: staffId };
    const line = { actor, customerVisible: false };
    await this.timeline.recordAll(tx, [
      { ...line, ticketId: ticket.id, kind: 'parent', data: parent ? { number: parent.number } : {} },
      ...(parent ? [{ ...line, ticketId: parent.id, kind: 'part', data: { number: ticket.number } }] : []),
    ]);
    await this.outbox.add(tx, TicketEdited(ticketKey(ticket.id), { ...factsOf(ticket), changed: ['parentId'], actor }));
  }
}
