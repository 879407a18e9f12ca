import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  type BotConversationCounts,
  type BotConversationItemView,
  type BotConversationView,
  LIMITS,
  type Locale,
  type Page,
} from '../../contract/index.js';
import { Entries, type EntryPresenter } from '../../conversations/index.js';
import { Customers, insistOnTimeZone } from '../../people/index.js';
import { Database, SharedRead } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { cursorOf, cursorTime, id } from '../../platform/http/index.js';
import { Categories } from '../../tickets/index.js';
import { type DetailRow, detailView, type ItemRow, itemView } from './bot-conversation.presenter.js';
import type { BotConversationsQuery } from './bot-conversations.inputs.js';
import { COUNT, DETAIL, LIST } from './bot-conversations.sql.js';

type EntryRow = Parameters<EntryPresenter['forStaff']>[0];

const CURSOR = cursorOf(z.strictObject({ at: cursorTime, id }));

/** Conversations with the bot, for all who work here: nobody holds them, so no grant says who may read them. */
@Injectable()
export class BotConversations {
  private readonly counting = new SharedRead(() => this.count());

  constructor(
    private readonly database: Database,
    private readonly entries: Entries,
    private readonly customers: Customers,
    private readonly categories: Categories,
  ) {}

  /** The latest first. @throws DeskError `invalid_input` for half a period, what is no time zone and a foreign cursor */
  async list(query: BotConversationsQuery): Promise<Page<BotConversationItemView>> {
    const { from, to, limit } = query;
    if ((from === undefined) !== (to === undefined))
      throw new DeskError('invalid_input', {
        errors: [{ path: from ? 'to' : 'from', message: 'belongs to the other' }],
      });
    const after = query.cursor === undefined ? undefined : CURSOR.decode(query.cursor);
    const rows = await this.database.transaction(async (tx) => {
      if (from) await insistOnTimeZone(tx, query.timeZone);
      return await tx.query<ItemRow & { cursorAt: string }>(LIST, [
        from ?? null,
        to ?? null,
        query.timeZone,
        query.list,
        query.outcome ?? null,
        query.category ?? null,
        query.articleId ?? null,
        query.locale ?? null,
        query.entry ?? null,
        query.reason ?? null,
        query.cameBack !== undefined,
        query.askedAgain !== undefined,
        after?.at ?? null,
        after?.id ?? null,
        limit + 1,
      ]);
    });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map(itemView),
      ...(last && { nextCursor: CURSOR.encode({ at: last.cursorAt, id: last.id }) }),
    };
  }

  /** Of everybody who asks at the same time, once. */
  counts(): Promise<BotConversationCounts> {
    return this.counting.get('counts');
  }

  /** @throws DeskError `not_found` for what the bot was never asked in */
  async view(conversationId: string, locale: Locale): Promise<BotConversationView> {
    const [row, categories] = await Promise.all([
      this.database.one<DetailRow>(DETAIL, [conversationId]),
      this.categories.all(),
    ]);
    if (!row) throw new DeskError('not_found');
    return detailView(row, await this.customers.verifiedIdentity(row.customerId), categories, locale);
  }

  /** What was said with the bot: no notes, and nothing of what came after a person took it. @throws DeskError `not_found` */
  async catchUp(conversationId: string, afterSeq: number): Promise<{ entries: EntryRow[]; hasMore: boolean }> {
    if (!(await this.database.one('SELECT 1 FROM bot_dialogues WHERE conversation_id = $1', [conversationId])))
      throw new DeskError('not_found');
    const entries = await this.entries.beforeCase(conversationId, afterSeq);
    return { entries: entries.slice(0, LIMITS.catchUpPage), hasMore: entries.length > LIMITS.catchUpPage };
  }

  private async count(): Promise<BotConversationCounts> {
    return (await this.database.one<BotConversationCounts & Record<string, unknown>>(COUNT, [])) ?? { needsPerson: 0 };
  }
}
