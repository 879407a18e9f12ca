import { Injectable } from '@nestjs/common';
import { BOT, Conversations, Entries } from '../../conversations/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Absorbs, Consumer, type EventOf, Handles } from '../../platform/outbox/index.js';
import { DeskStates } from '../../routing/index.js';
import { TicketOpened } from '../../tickets/index.js';
import { Briefs, isHandOver } from './briefs.service.js';
import { nobodyThereText } from './nobody-there.js';

type Opened = EventOf<typeof TicketOpened>;

/** Of these conversations those in which the bot has had a part. */
const WITH_BOT = `
  SELECT c.id FROM unnest($1::uuid[]) AS c(id)
  WHERE EXISTS (SELECT FROM bot_dialogues d WHERE d.conversation_id = c.id)
     OR EXISTS (SELECT FROM entries e WHERE e.conversation_id = c.id AND e.author_kind = 'bot')`;

/** What was open between customer and bot ends here. */
const HANDED_OVER = `
  UPDATE bot_dialogues SET asking = NULL, handed_over_at = coalesce(handed_over_at, desk_now()),
         hand_over_reason = coalesce(hand_over_reason, $2)
  WHERE conversation_id = $1`;

/** Whoever opened the case, by button, word, rule or hand: the bot tells the person what it knows, and the customer what comes now. */
@Injectable()
@Consumer({ name: 'bot.hand_over', onPoison: 'skip', urgent: true })
export class HandOverConsumer {
  constructor(
    private readonly conversations: Conversations,
    private readonly entries: Entries,
    private readonly briefs: Briefs,
    private readonly desks: DeskStates,
  ) {}

  @Handles(TicketOpened)
  async opened(tx: Transaction, { payload }: Opened): Promise<void> {
    const { conversationId, reason, teamId, number } = payload;
    const nobody = saysWhoCanCome(payload) ? await this.desks.nobodyThere(tx, teamId) : undefined;
    const conversation = await this.conversations.lock(tx, conversationId);
    await Promise.all([
      this.briefs.attach(tx, conversation, reason),
      tx.query(HANDED_OVER, [conversationId, isHandOver(reason) ? reason : null]),
    ]);
    if (!nobody) return;
    const body = nobodyThereText(conversation.locale, number, nobody.opensAt);
    await this.entries.add(tx, { conversationId, kind: 'message', author: BOT, body });
  }

  /** Most cases of a mail or a form were never the bot's, and most come while somebody works. */
  @Absorbs(TicketOpened)
  async passOver(tx: Transaction, events: Opened[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(WITH_BOT, [events.map(({ payload }) => payload.conversationId)]);
    const withBot = new Set(rows.map(({ id }) => id));
    const teams = [...new Set(events.map(({ payload }) => payload.teamId))];
    const closed = new Map(await Promise.all(teams.map(async (id) => [id, await this.desks.isClosed(id)] as const)));
    return events
      .filter(({ payload }) => !withBot.has(payload.conversationId))
      .filter(({ payload }) => !(saysWhoCanCome(payload) && closed.get(payload.teamId)))
      .map(({ id }) => id);
  }
}

/** A person who has stepped in is there. */
const saysWhoCanCome = ({ reason }: Opened['payload']) => isHandOver(reason) && reason !== 'taken_over';
