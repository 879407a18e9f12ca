import { Injectable } from '@nestjs/common';
import type { BotGreeting, ConversationHandler } from '../../contract/index.js';
import { BOT, ConversationStarted, Conversations, Entries } from '../../conversations/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Absorbs, Consumer, type EventOf, Handles } from '../../platform/outbox/index.js';
import { Categories } from '../../tickets/index.js';
import { Dialogues } from './dialogues.service.js';
import { type Arrival, greet } from './greeting.js';
import { ARRIVAL, NOTE_ENTRIES, SPOKEN_IN } from './greetings.sql.js';

type Started = EventOf<typeof ConversationStarted>;
type ArrivalRow = Omit<Arrival, 'from'> & {
  handler: ConversationHandler;
  seq: number;
  greetings: BotGreeting[] | null;
  [column: string]: unknown;
};

/** Greets whoever opens a conversation, unless they were faster. */
@Injectable()
@Consumer({ name: 'bot.greetings', onPoison: 'skip', urgent: true })
export class GreetingsConsumer {
  constructor(
    private readonly conversations: Conversations,
    private readonly entries: Entries,
    private readonly categories: Categories,
    private readonly dialogues: Dialogues,
  ) {}

  @Handles(ConversationStarted)
  async started(tx: Transaction, { payload }: Started): Promise<void> {
    const { conversationId, from } = payload;
    const [row, categories] = await Promise.all([tx.one<ArrivalRow>(ARRIVAL, [conversationId]), this.categories.all()]);
    if (!row) return;
    const { handler, seq } = await this.conversations.lock(tx, conversationId);
    if (handler !== 'bot' || seq > 0) {
      await tx.query(NOTE_ENTRIES, [[conversationId], [from]]);
      return;
    }
    const { body, data, state } = greet({ ...row, from }, row.greetings ?? [], categories);
    await Promise.all([
      this.entries.add(tx, { conversationId, kind: 'message', author: BOT, body, data }),
      this.dialogues.save(tx, conversationId, { state }),
    ]);
  }

  /** Most write before anybody could greet them. */
  @Absorbs(ConversationStarted)
  async spokenIn(tx: Transaction, events: Started[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(SPOKEN_IN, [events.map(({ payload }) => payload.conversationId)]);
    const spoken = new Set(rows.map(({ id }) => id));
    const theirs = events.filter(({ payload }) => spoken.has(payload.conversationId));
    if (theirs.length > 0)
      await tx.query(NOTE_ENTRIES, [
        theirs.map(({ payload }) => payload.conversationId),
        theirs.map(({ payload }) => payload.from),
      ]);
    return theirs.map(({ id }) => id);
  }
}
