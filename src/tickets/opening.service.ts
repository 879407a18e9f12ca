import { Injectable } from '@nestjs/common';
import type { CategoryKey } from '../contract/index.js';
import { type ConversationSummary, Conversations, Entries, SYSTEM } from '../conversations/index.js';
import { newId } from '../platform/clock/index.js';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { Categories } from './categories/categories.service.js';
import { FRONTLINE_TEAM, UNSORTED_PRIORITY } from './categories/unsorted.js';
import { Sight } from './sight.service.js';
import { type TicketActor, TicketOpened, ticketKey } from './ticket.events.js';
import { factsOf, type TicketRecord } from './ticket.record.js';
import { TicketLocks } from './ticket-locks.service.js';
import { formatNumber } from './ticket-number.js';
import { Timeline } from './timeline.service.js';

const SUBJECT_LENGTH = 80;

export interface Opening {
  conversationId: string;
  /** Why, e.g. `person_requested`, `bot_unsure`, `form`; in the timeline and in the event. */
  reason: string;
  /** Default: the conversation's. */
  category?: CategoryKey;
  /** Sends it to the specialist team at once; one that is archived counts as none. */
  subCategory?: string;
  /** Default: the customer. */
  actor?: TicketActor;
}

export interface OpenedTicket {
  ticketId: string;
  number: string;
  /** False when the conversation already had its ticket. */
  opened: boolean;
}

const LINKED = `
  SELECT t.id, t.number FROM ticket_conversations tc JOIN tickets t ON t.id = tc.ticket_id WHERE tc.conversation_id = $1`;

/** The team asked for, else the front line, else any: a desk always has somebody to turn to. Tier and shop of the customer. */
const INSERT = `
  INSERT INTO tickets (id, number, site_id, customer_id, shop_id, tier, category, sub_category, nature, priority, status,
                       team_id, subject, locale, follow_up_of)
  SELECT $1, $2, $3, c.id, s.id, coalesce(s.tier, 'standard'), $5, $6, $7, $8, 'new',
         (SELECT id FROM teams WHERE archived_at IS NULL ORDER BY key = $9 DESC, key = '${FRONTLINE_TEAM}' DESC, key LIMIT 1), $10, $11,
         (SELECT ticket_id FROM ticket_conversations WHERE conversation_id = $12)
  FROM customers c LEFT JOIN shops s ON s.id = c.shop_id WHERE c.id = $4`;

/** A conversation becomes a case. */
@Injectable()
export class Openings {
  constructor(
    private readonly conversations: Conversations,
    private readonly entries: Entries,
    private readonly categories: Categories,
    private readonly locks: TicketLocks,
    private readonly sight: Sight,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /** Idempotent: the conversation's lock lets one caller open, and all others find what is there. */
  async openForConversation(tx: Transaction, opening: Opening): Promise<OpenedTicket> {
    const conversation = await this.conversations.lock(tx, opening.conversationId);
    const linked = await tx.one<{ id: string; number: string }>(LINKED, [conversation.id]);
    if (linked) return { ticketId: linked.id, number: linked.number, opened: false };
    const ticket = await this.insert(tx, conversation, opening);
    const actor = opening.actor ?? { kind: 'customer', id: conversation.customerId };
    // In this order, which matters: the line in the thread is for those who see it now, and what settles comes after it.
    await Promise.all([
      this.sight.write(tx, ticket),
      this.conversations.handOver(tx, conversation.id),
      this.entries.add(tx, {
        conversationId: conversation.id,
        kind: 'system',
        author: SYSTEM,
        body: '',
        data: { type: 'ticket_opened', number: ticket.number },
      }),
      this.timeline.record(tx, ticket.id, {
        kind: 'opened',
        actor,
        data: { reason: opening.reason },
        customerVisible: true,
      }),
      this.locks.settle(tx, ticket.id),
      this.outbox.add(
        tx,
        TicketOpened(ticketKey(ticket.id), {
          ...factsOf(ticket),
          openedAt: ticket.now.toISOString(),
          reason: opening.reason,
          nature: ticket.nature,
          conversationId: conversation.id,
        }),
      ),
    ]);
    return { ticketId: ticket.id, number: ticket.number, opened: true };
  }

  private async insert(tx: Transaction, conversation: ConversationSummary, opening: Opening): Promise<TicketRecord> {
    const category = opening.category ?? conversation.category;
    const found =
      category && opening.subCategory ? await this.categories.find(tx, category, opening.subCategory) : undefined;
    const sub = found?.archived ? undefined : found;
    const said = (await this.entries.firstCustomerMessage(tx, conversation.id)).replace(/\s+/g, ' ').trim();
    const topic = said === '' && category ? await this.categories.topicOf(tx, category) : undefined;
    const id = newId();
    await tx.query(INSERT, [
      id,
      await nextNumber(tx),
      conversation.siteId,
      conversation.customerId,
      category,
      sub?.key ?? null,
      sub?.nature ?? null,
      sub?.priority ?? UNSORTED_PRIORITY,
      sub?.teamKey ?? FRONTLINE_TEAM,
      cut(said) || (topic?.[conversation.locale] ?? ''),
      conversation.locale,
      conversation.followUpOf,
    ]);
    await tx.query('INSERT INTO ticket_conversations (conversation_id, ticket_id) VALUES ($1, $2)', [
      conversation.id,
      id,
    ]);
    return await this.locks.lock(tx, id);
  }
}

async function nextNumber(tx: Transaction): Promise<string> {
  const row = await tx.one<{ n: string }>(`SELECT nextval('ticket_numbers') AS n`);
  if (!row) throw new DeskError('unavailable');
  return formatNumber(BigInt(row.n));
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= SUBJECT_LENGTH ? text : `${characters.slice(0, SUBJECT_LENGTH - 1).join('')}…`;
}
