import { Injectable } from '@nestjs/common';
import { type CategoryKey, HAND_OVER_REASONS, type LeftOutView } from '../contract/index.js';
import { type ConversationSummary, Conversations, Entries, SYSTEM } from '../conversations/index.js';
import { newId } from '../platform/clock/index.js';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { Categories } from './categories/categories.service.js';
import { type Filling, lenientForm } from './categories/form-fill.js';
import { FRONTLINE_TEAM, UNSORTED_PRIORITY } from './categories/unsorted.js';
import { Natures } from './nature/natures.service.js';
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
  /** Values by field key. What does not fit the form of the sub-category is named and left out: nobody is kept from a person by it. */
  form?: Record<string, string>;
  /** Default: the customer's first words. */
  subject?: string;
  /** Default: the sub-category's, else the front line. */
  teamId?: string;
  /** Default: the customer. */
  actor?: TicketActor;
}

export interface OpenedTicket {
  ticketId: string;
  number: string;
  /** False when the conversation already had its ticket. */
  opened: boolean;
  /** What was given for its form and does not fit. */
  leftOut: LeftOutView[];
}

const LINKED = `
  SELECT t.id, t.number FROM ticket_conversations tc JOIN tickets t ON t.id = tc.ticket_id WHERE tc.conversation_id = $1`;

/** The team asked for, else the front line, else any: a desk always has somebody to turn to. Tier and shop of the customer. */
const INSERT = `
  INSERT INTO tickets (id, number, site_id, customer_id, shop_id, tier, category, sub_category, nature, priority, status,
                       team_id, subject, locale, follow_up_of, form, form_version, nature_by)
  SELECT $1, $2, $3, c.id, s.id, coalesce(s.tier, 'standard'), $5, $6, $7, $8, 'new',
         (SELECT id FROM teams WHERE archived_at IS NULL
           ORDER BY (id = $14::uuid) IS TRUE DESC, key = $9 DESC, key = '${FRONTLINE_TEAM}' DESC, key LIMIT 1), $10, $11,
         (SELECT ticket_id FROM ticket_conversations WHERE conversation_id = $12), $13, $15, $16
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
    private readonly natures: Natures,
  ) {}

  /** Idempotent: the conversation's lock lets one caller open, and all others find what is there. */
  async openForConversation(tx: Transaction, opening: Opening): Promise<OpenedTicket> {
    const conversation = await this.conversations.lock(tx, opening.conversationId);
    const linked = await tx.one<{ id: string; number: string }>(LINKED, [conversation.id]);
    if (linked) return { ticketId: linked.id, number: linked.number, opened: false, leftOut: [] };
    const { ticket, leftOut } = await this.insert(tx, conversation, opening);
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
        data: {
          reason: opening.reason,
          ...(wayIn(opening.reason) && { way: wayIn(opening.reason) }),
          ...(leftOut.length > 0 && { leftOut }),
        },
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
    return { ticketId: ticket.id, number: ticket.number, opened: true, leftOut };
  }

  private async insert(
    tx: Transaction,
    conversation: ConversationSummary,
    opening: Opening,
  ): Promise<{ ticket: TicketRecord } & Pick<Filling, 'leftOut'>> {
    const category = opening.category ?? conversation.category;
    const found =
      category && opening.subCategory ? await this.categories.find(tx, category, opening.subCategory) : undefined;
    const sub = found?.archived ? undefined : found;
    const said = (await this.entries.firstCustomerMessage(tx, conversation.id)).replace(/\s+/g, ' ').trim();
    const topic = said === '' && category ? await this.categories.topicOf(tx, category) : undefined;
    const { values, leftOut } = lenientForm(sub?.form ?? [], opening.form ?? {});
    const guessed = sub ? undefined : await this.natures.guess(tx, said);
    const id = newId();
    await tx.query(INSERT, [
      id,
      await nextNumber(tx),
      conversation.siteId,
      conversation.customerId,
      category,
      sub?.key ?? null,
      sub?.nature ?? guessed ?? null,
      sub?.priority ?? UNSORTED_PRIORITY,
      sub?.teamKey ?? FRONTLINE_TEAM,
      cut(opening.subject ?? said) || (topic?.[conversation.locale] ?? ''),
      conversation.locale,
      conversation.followUpOf,
      JSON.stringify(values),
      opening.teamId ?? null,
      sub?.formVersion ?? null,
      guessed ? 'rules' : null,
    ]);
    await tx.query('INSERT INTO ticket_conversations (conversation_id, ticket_id) VALUES ($1, $2)', [
      conversation.id,
      id,
    ]);
    return { ticket: await this.locks.lock(tx, id), leftOut };
  }
}

/** What its customer may read of the reason. That the bot saw anger in their words, or money at stake, is nothing to tell them. */
function wayIn(reason: string): 'asked' | 'passed_on' | 'stepped_in' | undefined {
  if (reason === 'person_requested') return 'asked';
  if (reason === 'taken_over') return 'stepped_in';
  return HAND_OVER_REASONS.some((known) => known === reason) ? 'passed_on' : undefined;
}

export async function nextNumber(tx: Transaction): Promise<string> {
  const row = await tx.one<{ n: string }>(`SELECT nextval('ticket_numbers') AS n`);
  if (!row) throw new DeskError('unavailable');
  return formatNumber(BigInt(row.n));
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= SUBJECT_LENGTH ? text : `${characters.slice(0, SUBJECT_LENGTH - 1).join('')}…`;
}
