import { Injectable } from '@nestjs/common';
import { ConversationIdentified } from '../../conversations/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Absorbs, Consumer, type DeliveredEvent, type EventOf, Handles } from '../../platform/outbox/index.js';
import { TicketEdited, type TicketFacts, TicketOpened, TicketStatusChanged } from '../../tickets/index.js';
import { Reckoning } from './reckoning.service.js';

type StatusChanged = EventOf<typeof TicketStatusChanged>['payload'];
const isReopened = ({ from, to }: StatusChanged) => to === 'open' && ['resolved', 'closed', 'cancelled'].includes(from);

/** What happens elsewhere and says something of a conversation with the bot. */
@Injectable()
@Consumer({ name: 'bot.deflection', onPoison: 'skip' })
export class DeflectionConsumer {
  constructor(private readonly reckoning: Reckoning) {}

  @Handles(TicketOpened)
  async opened(tx: Transaction, event: EventOf<typeof TicketOpened>): Promise<void> {
    await this.contacts(tx, [event.payload]);
  }

  @Absorbs(TicketOpened, { each: true })
  async allOpened(tx: Transaction, events: DeliveredEvent<TicketFacts>[]): Promise<string[]> {
    await this.contacts(
      tx,
      events.map(({ payload }) => payload),
    );
    return events.map(({ id }) => id);
  }

  @Handles(TicketStatusChanged, { when: isReopened })
  async reopened(tx: Transaction, { payload }: EventOf<typeof TicketStatusChanged>): Promise<void> {
    await this.contacts(tx, [payload]);
  }

  /** On which category a contact was may come out later. */
  @Handles(TicketEdited, { when: ({ changed }) => changed.includes('category') })
  async sorted(tx: Transaction, { payload }: EventOf<typeof TicketEdited>): Promise<void> {
    await this.contacts(tx, [payload]);
  }

  /** What an anonymous visitor asked was asked by this customer. */
  @Handles(ConversationIdentified)
  async identified(tx: Transaction, { payload }: EventOf<typeof ConversationIdentified>): Promise<void> {
    await tx.query('UPDATE bot_dialogues SET customer_id = $2 WHERE conversation_id = $1', [
      payload.conversationId,
      payload.customerId,
    ]);
    await this.reckoning.reckonContacts(tx, [payload.customerId]);
  }

  private async contacts(tx: Transaction, cases: readonly TicketFacts[]): Promise<void> {
    await this.reckoning.reckon(
      tx,
      cases.flatMap(({ conversationIds }) => conversationIds),
    );
    await this.reckoning.reckonContacts(tx, [...new Set(cases.map(({ customerId }) => customerId))]);
  }
}
