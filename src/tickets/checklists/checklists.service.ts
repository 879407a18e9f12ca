import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Categories } from '../categories/categories.service.js';
import { TicketEdited, ticketKey } from '../ticket.events.js';
import { factsOf, type TicketRecord } from '../ticket.record.js';
import { Timeline } from '../timeline.service.js';

const TICK = `INSERT INTO ticket_checks (ticket_id, item, done_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING item`;
const UNTICK = 'DELETE FROM ticket_checks WHERE ticket_id = $1 AND item = $2 RETURNING item';

/** What of the sub-category's checklist was seen to, by whom and when. */
@Injectable()
export class Checklists {
  constructor(
    private readonly categories: Categories,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Done twice it is done once.
   * @param ticket locked
   * @throws DeskError `not_found` when its checklist has no such item
   */
  async set(tx: Transaction, ticket: TicketRecord, item: string, done: boolean, staffId: string): Promise<void> {
    const { category, subCategory } = ticket;
    const sub = category && subCategory ? await this.categories.find(tx, category, subCategory) : undefined;
    const found = sub?.checklist.find(({ key }) => key === item);
    if (!found || (done && found.archived)) throw new DeskError('not_found');
    const changed = done ? await tx.query(TICK, [ticket.id, item, staffId]) : await tx.query(UNTICK, [ticket.id, item]);
    if (changed.length === 0) return;
    const actor = { kind: 'staff' as const, id: staffId };
    await this.timeline.record(tx, ticket.id, {
      kind: done ? 'item_done' : 'item_undone',
      actor,
      data: { item: found.label },
      customerVisible: false,
    });
    await this.outbox.add(tx, TicketEdited(ticketKey(ticket.id), { ...factsOf(ticket), changed: ['checks'], actor }));
  }
}
