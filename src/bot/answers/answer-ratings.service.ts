import { Injectable } from '@nestjs/common';
import { BOT, Conversations, Entries } from '../../conversations/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';

import { Turns } from '../dialogue/turns.service.js';
import { wordsOf } from '../dialogue/words.js';
import { Verdicts } from './verdicts.service.js';

/** 有帮助 / 没有帮助: the customer's own word on an answer, and the only one that counts as confirmed. */
@Injectable()
export class AnswerRatings {
  constructor(
    private readonly database: Database,
    private readonly conversations: Conversations,
    private readonly entries: Entries,
    private readonly turns: Turns,
    private readonly verdicts: Verdicts,
  ) {}

  /**
   * The first word stands; saying it again does nothing. What did not help is followed by another answer, or by a person.
   * @throws DeskError `not_found` when the entry is no answer of this conversation, or says that nothing was found and helped
   */
  async rate(conversationId: string, entryId: string, helped: boolean): Promise<void> {
    const entry = await this.entries.find(conversationId, entryId);
    if (entry?.data?.type !== 'bot_answer') throw new DeskError('not_found');
    // Nobody is asked whether nothing helped, and whoever says so all the same was not helped by us.
    if (helped && entry.data.articles.length === 0) throw new DeskError('not_found');
    // Looked for before the lock: the customer must be able to write on meanwhile.
    const next = helped ? undefined : await this.turns.prepare(this.database, conversationId, entryId);
    await this.database.transaction(async (tx) => {
      const { handler, locale } = await this.conversations.lock(tx, conversationId);
      if (!(await this.verdicts.note(tx, conversationId, entryId, helped ? 'helped' : 'not_helped'))) return;
      if (handler !== 'bot') return;
      if (next) await this.turns.say(tx, conversationId, next, entryId);
      else if (helped)
        await this.entries.add(tx, { conversationId, kind: 'message', author: BOT, body: wordsOf('glad', locale) });
    });
  }
}
