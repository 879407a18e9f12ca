import { Injectable } from '@nestjs/common';
import { BOT, Conversations, Entries } from '../conversations/index.js';
import { Database } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { REPLIES } from './replies.js';

/** 有帮助 / 没有解决: the customer's own word on an answer, and the only one that counts as confirmed. */
@Injectable()
export class AnswerRatings {
  constructor(
    private readonly database: Database,
    private readonly conversations: Conversations,
    private readonly entries: Entries,
  ) {}

  /** The first word stands; saying it again does nothing. @throws DeskError `not_found` when the entry is no answer of this conversation */
  async rate(conversationId: string, entryId: string, helped: boolean): Promise<void> {
    const entry = await this.entries.find(conversationId, entryId);
    if (entry?.data?.type !== 'bot_answer') throw new DeskError('not_found');
    const { data } = entry;
    const outcome = helped ? 'helped' : 'not_helped';
    await this.database.transaction(async (tx) => {
      const { handler, locale } = await this.conversations.lock(tx, conversationId);
      const decided = await tx.query(
        `UPDATE bot_answers SET outcome = $2, decided_at = desk_now() WHERE entry_id = $1 AND outcome IS NULL RETURNING 1`,
        [entryId, outcome],
      );
      if (decided.length === 0) return;
      await this.entries.amend(tx, entryId, { ...data, outcome });
      // Who was not helped is on the way to a person; more words of the bot's would stand in it.
      if (helped && handler === 'bot')
        await this.entries.add(tx, { conversationId, kind: 'message', author: BOT, body: REPLIES.glad[locale] });
    });
  }
}
