import { Injectable } from '@nestjs/common';
import { EntryPosted, type EntryPostedPayload } from '../../conversations/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Absorbs, Consumer, type EventOf, Handles } from '../../platform/outbox/index.js';
import { TicketOpened } from '../../tickets/index.js';
import { BotConversationNews } from './bot-conversation-news.service.js';

const isWithBot = ({ handler }: EntryPostedPayload) => handler === 'bot';

/** Whoever watches conversations with the bot hears of what is said in them, and that one has become a case. */
@Injectable()
@Consumer({ name: 'bot.console', onPoison: 'skip' })
export class BotConversationConsumer {
  constructor(private readonly news: BotConversationNews) {}

  @Handles(EntryPosted, { when: isWithBot })
  async said(tx: Transaction, { payload }: EventOf<typeof EntryPosted>): Promise<void> {
    this.tell(tx, [payload]);
  }

  @Absorbs(EntryPosted)
  async allSaid(tx: Transaction, events: EventOf<typeof EntryPosted>[]): Promise<string[]> {
    return this.tellAll(tx, events);
  }

  @Handles(TicketOpened)
  async opened(tx: Transaction, { payload }: EventOf<typeof TicketOpened>): Promise<void> {
    this.tell(tx, [payload]);
  }

  @Absorbs(TicketOpened)
  async allOpened(tx: Transaction, events: EventOf<typeof TicketOpened>[]): Promise<string[]> {
    return this.tellAll(tx, events);
  }

  private tellAll(tx: Transaction, events: { id: string; payload: { conversationId: string } }[]): string[] {
    this.tell(
      tx,
      events.map(({ payload }) => payload),
    );
    return events.map(({ id }) => id);
  }

  private tell(tx: Transaction, conversations: { conversationId: string }[]): void {
    tx.afterCommit(() => this.news.changed(...conversations.map(({ conversationId }) => conversationId)));
  }
}
