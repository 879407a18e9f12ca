import { Injectable } from '@nestjs/common';
import { BOT, Conversations, Entries, EntryPosted, type EntryPostedPayload } from '../conversations/index.js';
import { type Answer, HelpCenter } from '../help-center/index.js';
import type { Transaction } from '../platform/db/index.js';
import { Absorbs, Consumer, type EventOf, Handles } from '../platform/outbox/index.js';
import { TicketOpened, Tickets } from '../tickets/index.js';
import { REPLIES } from './replies.js';
import { wantsPerson } from './wants-person.js';

const SHOWN_WHEN_UNSURE = 3;
/** Below this a hit is a coincidence of words. */
const RELATED = 0.15;

const asksTheBot = (entry: EntryPostedPayload) =>
  entry.authorKind === 'customer' && entry.kind === 'message' && entry.handler === 'bot';

/** Answers first, from the help centre alone; says when it is not sure; makes way for a person at a word. */
@Injectable()
@Consumer({ name: 'bot.answers', onPoison: 'skip', urgent: true })
export class AnswersConsumer {
  constructor(
    private readonly conversations: Conversations,
    private readonly entries: Entries,
    private readonly helpCenter: HelpCenter,
    private readonly tickets: Tickets,
  ) {}

  @Handles(EntryPosted, { when: asksTheBot })
  async answer(tx: Transaction, { payload }: EventOf<typeof EntryPosted>): Promise<void> {
    const { conversationId, entryId, locale } = payload;
    const body = (await this.entries.find(conversationId, entryId, tx))?.body;
    if (body === undefined) return;
    const asks = wantsPerson(body);
    // Before the lock: a search engine that takes its time must not keep the customer from writing on.
    const hits = asks || !body ? [] : await this.helpCenter.search(body, { locale, limit: SHOWN_WHEN_UNSURE });
    // Between the question and this answer somebody may have asked for a person: then the bot keeps quiet.
    const { handler } = await this.conversations.lock(tx, conversationId);
    if (handler !== 'bot') return;
    if (asks) await this.makeWay(tx, payload);
    else await this.reply(tx, payload, hits);
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

  private async makeWay(tx: Transaction, { conversationId, locale }: EntryPostedPayload): Promise<void> {
    await this.entries.add(tx, { conversationId, kind: 'message', author: BOT, body: REPLIES.handing_over[locale] });
    await this.tickets.openForConversation(tx, { conversationId, reason: 'person_requested' });
  }

  private async reply(tx: Transaction, payload: EntryPostedPayload, hits: Answer[]): Promise<void> {
    const { conversationId, locale, category } = payload;
    const sure = hits[0]?.sure ?? false;
    const shown = sure ? hits.slice(0, 1) : hits.filter((hit) => hit.confidence >= RELATED);
    const articles = shown.map((hit) => hit.article);
    const words = sure ? REPLIES.sure : articles.length > 0 ? REPLIES.unsure : REPLIES.nothing;
    const entry = await this.entries.add(tx, {
      conversationId,
      kind: 'message',
      author: BOT,
      body: words[locale],
      data: { type: 'bot_answer', articles, confident: sure },
    });
    await tx.query(
      `INSERT INTO bot_answers (entry_id, conversation_id, question_id, category, article_ids, confidence, sure)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        entry.id,
        conversationId,
        payload.entryId,
        category,
        articles.map((article) => article.articleId),
        hits[0]?.confidence ?? 0,
        sure,
      ],
    );
  }
}
