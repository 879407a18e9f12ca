import { Injectable } from '@nestjs/common';
import type { CallBackView, CustomerCallBackView } from '../../contract/index.js';
import { maskPhone, type StaffPrincipal } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Access, factsOf, Tickets, ticketKey } from '../../tickets/index.js';
import { callBacksOf } from './call-backs.sql.js';
import { QueueWishChanged } from './queue.events.js';

interface Row {
  phone: string;
  askedAt: Date;
  doneAt: Date | null;
  doneBy: string | null;
  [column: string]: unknown;
}

/** Calls that customers have asked for. */
@Injectable()
export class CallBacks {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly tickets: Tickets,
    private readonly outbox: Outbox,
  ) {}

  /** Those that are still to be made, by the conversation in which they were asked for, as its customer may see them. */
  async ofConversations(conversationIds: string[]): Promise<Map<string, CustomerCallBackView>> {
    if (conversationIds.length === 0) return new Map();
    const rows = await this.database.query<Row & { conversationId: string }>(
      `SELECT r.conversation_id AS "conversationId", r.phone, r.asked_at AS "askedAt"
       FROM ticket_conversations tc
       JOIN call_back_requests r ON r.ticket_id = coalesce(tc.origin_id, tc.ticket_id) AND r.conversation_id = tc.conversation_id
       WHERE tc.conversation_id = ANY($1::uuid[]) AND r.done_at IS NULL`,
      [conversationIds],
    );
    return new Map(
      rows.map(({ conversationId, phone, askedAt }) => [
        conversationId,
        { phone: maskPhone(phone), askedAt: askedAt.toISOString() },
      ]),
    );
  }

  /** Who is to call need not write within the time that a chat is given. */
  async excuse(tx: Transaction, assignedTicketIds: string[]): Promise<void> {
    if (assignedTicketIds.length === 0) return;
    await tx.query(
      `UPDATE work_in_hand w SET answer_by = NULL FROM call_back_requests r
       WHERE w.ticket_id = ANY($1::uuid[]) AND ${callBacksOf('r', 'w.ticket_id')} AND r.done_at IS NULL`,
      [assignedTicketIds],
    );
  }

  /** With the whole number, for whoever is to call. @throws DeskError `not_found`, `forbidden` */
  async ofTicket(staff: StaffPrincipal, number: string): Promise<CallBackView[]> {
    const ticket = await this.access.find(staff, number, 'reply');
    const rows = await this.database.query<Row>(
      `SELECT r.phone, r.asked_at AS "askedAt", r.done_at AS "doneAt", s.name AS "doneBy"
       FROM call_back_requests r LEFT JOIN staff s ON s.id = r.done_by WHERE ${callBacksOf('r', '$1')}
       ORDER BY r.asked_at`,
      [ticket.id],
    );
    return rows.map(({ phone, askedAt, doneAt, doneBy }) => ({
      phone,
      askedAt: askedAt.toISOString(),
      ...(doneAt && { doneAt: doneAt.toISOString() }),
      ...(doneBy && { doneBy }),
    }));
  }

  /** 已回电. Once more, it changes nothing. @throws DeskError `not_found` when no call was asked for, `forbidden` */
  async done(staff: StaffPrincipal, number: string): Promise<CallBackView[]> {
    await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, staff, number, 'reply');
      const row = await tx.one<{ phone: string; doneAt: Date | null }>(
        `SELECT r.phone, r.done_at AS "doneAt" FROM call_back_requests r WHERE ${callBacksOf('r', '$1')}
         ORDER BY r.done_at IS NOT NULL, r.asked_at LIMIT 1 FOR UPDATE`,
        [ticket.id],
      );
      if (!row) throw new DeskError('not_found');
      if (row.doneAt) return;
      await tx.query(
        `UPDATE call_back_requests r SET done_at = desk_now(), done_by = $2
         WHERE ${callBacksOf('r', '$1')} AND r.phone = $3 AND r.done_at IS NULL`,
        [ticket.id, staff.staffId, row.phone],
      );
      await tx.query(`UPDATE queue_items SET wish = 'wait' WHERE ticket_id = $1 AND wish = 'call_back'`, [ticket.id]);
      await this.tickets.record(tx, ticket.id, {
        kind: 'called_back',
        actor: { kind: 'staff', id: staff.staffId },
        data: { phone: maskPhone(row.phone) },
        customerVisible: false,
      });
      await this.outbox.add(tx, QueueWishChanged(ticketKey(ticket.id), { ...factsOf(ticket), wish: 'called' }));
    });
    return await this.ofTicket(staff, number);
  }
}
