import { Injectable } from '@nestjs/common';
import type { QueueChoice, QueueWish } from '../../contract/index.js';
import { Conversations } from '../../conversations/index.js';
import { ContactPoints, type CustomerPrincipal, maskPhone } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { factsOf, type TicketActor, Tickets, ticketKey } from '../../tickets/index.js';
import { phoneNumber } from './phone-number.js';
import { QueueWishChanged } from './queue.events.js';

const CHOSEN: RateLimit = { name: 'queue-choice', points: 20, seconds: 600 };

const NO_NUMBER = {
  detail: {
    'zh-CN': '请填写完整的电话号码：手机号，或带区号的座机、带国家代码的号码。',
    en: 'Give the whole telephone number: with its area code, or from abroad with + and the country code.',
  },
  errors: [{ path: 'phone', message: 'is no telephone number' }],
};
const WAITS_NO_MORE = {
  detail: {
    'zh-CN': '这个咨询已经不在排队了，请看最新进展。',
    en: 'This case is no longer in the queue; see what is new.',
  },
};

interface Before {
  wish: QueueWish;
  phone: string | null;
}

/** What customers do while they wait: wait on, leave it as a message, or be called. Number and place stay theirs. */
@Injectable()
export class Wishes {
  constructor(
    private readonly database: Database,
    private readonly conversations: Conversations,
    private readonly tickets: Tickets,
    private readonly contacts: ContactPoints,
    private readonly limits: RateLimits,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Chosen once more, it changes nothing.
   * @throws DeskError `not_found` for another's conversation, `invalid_input` for what is no telephone number, `conflict`
   *   when it does not wait any more, `too_many_requests`
   */
  async choose(customer: CustomerPrincipal, conversationId: string, choice: QueueChoice): Promise<void> {
    await this.conversations.requireCustomer(customer, conversationId);
    await this.limits.consume(CHOSEN, customer.customerId);
    const phone = choice.wish === 'call_back' ? phoneNumber(choice.phone) : null;
    if (phone === undefined) throw new DeskError('invalid_input', NO_NUMBER);
    await this.database.transaction(async (tx) => {
      const of = await tx.one<{ ticketId: string; ownId: string }>(
        `SELECT ticket_id AS "ticketId", coalesce(origin_id, ticket_id) AS "ownId"
         FROM ticket_conversations WHERE conversation_id = $1`,
        [conversationId],
      );
      if (!of) throw new DeskError('conflict', WAITS_NO_MORE);
      const ticket = await this.tickets.lock(tx, of.ticketId);
      const before = await this.lock(tx, ticket.id, of.ownId);
      if (before.wish === choice.wish && before.phone === phone) return;
      await tx.query('UPDATE queue_items SET wish = $2 WHERE ticket_id = $1', [ticket.id, choice.wish]);
      await this.keepNumber(tx, { customer, conversationId, ticketId: of.ownId, phone });
      const actor: TicketActor = { kind: 'customer', id: customer.customerId };
      const data = { wish: choice.wish, ...(phone && { phone: maskPhone(phone) }) };
      await this.tickets.record(tx, ticket.id, { kind: 'wish', actor, data, customerVisible: false });
      await this.outbox.add(tx, QueueWishChanged(ticketKey(ticket.id), { ...factsOf(ticket), wish: choice.wish }));
    });
  }

  private async lock(tx: Transaction, ticketId: string, ownId: string): Promise<Before> {
    const before = await tx.one<Before & { [column: string]: unknown }>(
      `SELECT q.wish, (SELECT phone FROM call_back_requests WHERE ticket_id = $2 AND done_at IS NULL) AS phone
       FROM queue_items q WHERE q.ticket_id = $1 FOR UPDATE OF q`,
      [ticketId, ownId],
    );
    if (!before) throw new DeskError('conflict', WAITS_NO_MORE);
    return before;
  }

  private async keepNumber(
    tx: Transaction,
    asked: { customer: CustomerPrincipal; conversationId: string; ticketId: string; phone: string | null },
  ): Promise<void> {
    const { customer, conversationId, ticketId, phone } = asked;
    if (!phone) {
      await tx.query('DELETE FROM call_back_requests WHERE ticket_id = $1 AND done_at IS NULL', [ticketId]);
      return;
    }
    await tx.query(
      `INSERT INTO call_back_requests (ticket_id, conversation_id, phone) VALUES ($1, $2, $3)
       ON CONFLICT (ticket_id) DO UPDATE SET conversation_id = $2, phone = $3, asked_at = desk_now(), done_at = NULL, done_by = NULL`,
      [ticketId, conversationId, phone],
    );
    await this.contacts.give(tx, customer.customerId, 'phone', phone);
  }
}
