import { Injectable } from '@nestjs/common';
import { EntryPosted, type EntryPostedPayload, ofOneSide } from '../../conversations/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Absorbs, Consumer, type EventOf, Handles } from '../../platform/outbox/index.js';
import { TicketOpened } from '../../tickets/index.js';
import { Turns } from './turns.service.js';

const asksTheBot = (entry: EntryPostedPayload) =>
  entry.authorKind === 'customer' && entry.kind === 'message' && entry.handler === 'bot';

/** Answers first; many messages at once are one question; makes way for a person at a word. */
@Injectable()
@Consumer({ name: 'bot.answers', onPoison: 'skip', urgent: true })
export class TurnsConsumer {
  constructor(private readonly turns: Turns) {}

  @Handles(EntryPosted, { when: asksTheBot, covers: ofOneSide })
  async answer(tx: Transaction, { payload }: EventOf<typeof EntryPosted>): Promise<void> {
    await this.turns.take(tx, payload.conversationId);
  }

  @Handles(TicketOpened)
  async handedOver(tx: Transaction, event: EventOf<typeof TicketOpened>): Promise<void> {
    await this.allHandedOver(tx, [event]);
  }

  /** Whoever is handed over has not been helped by what the bot said before. */
  @Absorbs(TicketOpened)
  async allHandedOver(tx: Transaction, events: EventOf<typeof TicketOpened>[]): Promise<string[]> {
    await tx.query(
      `UPDATE bot_answers SET outcome = 'handed_over', decided_at = desk_now()
       WHERE conversation_id = ANY($1::uuid[]) AND outcome IS DISTINCT FROM 'helped' AND outcome IS DISTINCT FROM 'handed_over'`,
      [events.map(({ payload }) => payload.conversationId)],
    );
    return events.map(({ id }) => id);
  }
}
