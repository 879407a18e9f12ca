import { Injectable } from '@nestjs/common';
import { EntryPosted, type EntryPostedPayload, isTalk } from '../../conversations/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Absorbs, Consumer, type DeliveredEvent, type EventOf, Handles } from '../../platform/outbox/index.js';
import { SlaEscalated } from '../../sla/index.js';
import { type TicketFacts, TicketOpened, TicketPromised, TicketStatusChanged } from '../../tickets/index.js';
import { Letters } from './letters.service.js';

const isAnswer = (entry: EntryPostedPayload): boolean => isTalk(entry) && entry.authorKind === 'staff';

/** What customers are written about. The bot writes to nobody, and nobody is written to about its talk. */
@Injectable()
@Consumer({ name: 'notifications.letters', onPoison: 'skip' })
export class LettersConsumer {
  constructor(private readonly letters: Letters) {}

  @Handles(TicketOpened)
  async opened(tx: Transaction, { payload }: DeliveredEvent<TicketFacts>): Promise<void> {
    await this.letters.plan(tx, 'received', payload, { key: payload.ticketId });
  }

  @Handles(EntryPosted, { when: isAnswer })
  async answered(tx: Transaction, { payload }: EventOf<typeof EntryPosted>): Promise<void> {
    await this.letters.planAnswer(tx, payload.conversationId, payload.entryId);
  }

  @Handles(TicketStatusChanged, { when: ({ to }) => to === 'resolved' })
  async resolved(tx: Transaction, { id, payload }: DeliveredEvent<TicketFacts>): Promise<void> {
    await this.letters.plan(tx, 'resolved', payload, { key: `${payload.ticketId} ${id}` });
  }

  /** The same letter is planned once, so that once more does no harm. */
  @Absorbs(TicketOpened, { each: true })
  @Absorbs(TicketStatusChanged, { each: true })
  async allMoved(tx: Transaction, events: DeliveredEvent<TicketFacts>[]): Promise<string[]> {
    await Promise.all(
      events.map((event) => (event.type === TicketOpened.type ? this.opened(tx, event) : this.resolved(tx, event))),
    );
    return events.map(({ id }) => id);
  }

  @Absorbs(EntryPosted, { each: true })
  async allAnswered(tx: Transaction, events: EventOf<typeof EntryPosted>[]): Promise<string[]> {
    await Promise.all(events.map((event) => this.answered(tx, event)));
    return events.map(({ id }) => id);
  }

  /** A date that was given, and each that takes its place. */
  @Handles(TicketPromised, { when: ({ promisedAt }) => promisedAt !== null })
  async promised(tx: Transaction, { id, payload }: EventOf<typeof TicketPromised>): Promise<void> {
    const { ticketId, promisedAt } = payload;
    const before = await tx.one(
      `SELECT 1 AS before FROM ticket_events WHERE ticket_id = $1 AND kind = 'promised' AND data ->> 'promisedAt' <> $2
       LIMIT 1`,
      [ticketId, promisedAt],
    );
    const data = { promisedAt, renewed: before !== undefined };
    await this.letters.plan(tx, 'promised', payload, { key: `${ticketId} ${id}`, data });
  }

  /** Only where the ladder says so, and the rung has done it. */
  @Handles(SlaEscalated)
  async escalated(tx: Transaction, { payload }: EventOf<typeof SlaEscalated>): Promise<void> {
    const told = await tx.one<{ conversationIds: string[] }>(
      `SELECT ARRAY(SELECT conversation_id FROM ticket_conversations WHERE ticket_id = $2) AS "conversationIds"
       FROM escalations WHERE id = $1 AND also @> '[{"do": "tell_customer", "done": true}]'`,
      [payload.escalationId, payload.ticketId],
    );
    if (told) await this.letters.plan(tx, 'escalated', { ...payload, ...told }, { key: payload.escalationId });
  }
}
