import { Injectable } from '@nestjs/common';
import { type EntryData, LIMITS } from '../contract/index.js';
import { Database, type Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { type Author, SYSTEM } from './author.js';
import type { EntryRow } from './entry.presenter.js';
import { EntryAnnouncer } from './entry-announcer.js';
import { insistOnFilled } from './filled.js';
import { type NewEntry, type PostedRow, valuesOf } from './new-entry.js';
import { ENTRY_COLUMNS, POST_ENTRY } from './post.sql.js';
import { audienceOf, type Draft, draftsOf, numbered, type Thread, threadOf } from './post-draft.js';
import { POST_ENTRIES } from './post-many.sql.js';
import { Posts } from './posts.service.js';

const MOST_SEQ = 2_147_483_647;

/** A message as it was said. */
export interface TalkRow {
  id: string;
  authorKind: 'customer' | 'staff';
  body: string;
  createdAt: Date;
}

/** What customer or bot said, in its first 1,000 characters. */
export interface BotTalkRow {
  id: string;
  authorKind: 'customer' | 'bot';
  body: string;
  data: EntryData | null;
  attachments: { name: string }[];
  createdAt: Date;
}

/** Adding entries, reading them again. What a person writes goes the way of {@link Posts}. */
@Injectable()
export class Entries {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly announcer: EntryAnnouncer,
    private readonly posts: Posts,
  ) {}

  /**
   * Stores what a person wrote and returns after COMMIT. The same `clientMessageId` again returns the entry that is there.
   * @throws DeskError `not_found` without a grant, `conversation_closed`, `invalid_input` for foreign attachments,
   * `case_changed` when something was said since `seenSeq`, `variables_unfilled`
   */
  async post(author: Author, entry: Omit<NewEntry, 'author'>): Promise<EntryRow> {
    insistOnFilled({ ...entry, author });
    return await this.posts.post(author, entry);
  }

  /** Adds an entry as part of a larger change; the caller answers for who may. */
  async add(tx: Transaction, entry: NewEntry): Promise<EntryRow> {
    insistOnFilled(entry);
    const row = await tx.one<PostedRow>(POST_ENTRY, valuesOf(entry, null));
    if (!row) throw new DeskError('not_found');
    tx.afterCommit(() => {
      this.outbox.hint();
      this.announcer.announce(row, row.audience ?? []);
    });
    return row;
  }

  /**
   * Lines of the desk's own to many conversations, each locked by this transaction already, in one statement.
   * @throws DeskError `not_found` when one of them is not there
   */
  async addLines(tx: Transaction, lines: readonly { conversationId: string; data: EntryData }[]): Promise<void> {
    const conversationIds = [...new Set(lines.map(({ conversationId }) => conversationId))];
    if (conversationIds.length === 0) return;
    const groups = conversationIds.map((id) => {
      const posts = lines
        .filter(({ conversationId }) => conversationId === id)
        .map((line) => ({ author: SYSTEM, entry: { ...line, kind: 'system' as const, body: '' } }));
      const drafts = draftsOf(posts);
      return { id, drafts, thread: threadOf(posts, drafts) };
    });
    const rows = await tx.query<Thread>(POST_ENTRIES, [
      JSON.stringify(groups.map(({ thread }) => thread)),
      LIMITS.reopenDays,
    ]);
    const threads = new Map(rows.map((row) => [row.conversationId, row]));
    if (threads.size < groups.length) throw new DeskError('not_found');
    tx.afterCommit(() => {
      this.outbox.hint();
      for (const { id, drafts } of groups) for (const draft of drafts) this.announce(draft, threads.get(id) as Thread);
    });
  }

  private announce(draft: Draft, thread: Thread): void {
    this.announcer.announce(numbered(draft, thread), audienceOf(thread));
  }

  /** What lies after a number of the reader's own sequence, in order. */
  async after(conversationId: string, afterSeq: number, reader: 'customer' | 'staff'): Promise<EntryRow[]> {
    const number = reader === 'customer' ? 'customer_seq' : 'seq';
    return await this.database.prepared<EntryRow>(
      `entries_after_${reader}`,
      `SELECT ${ENTRY_COLUMNS} FROM entries WHERE conversation_id = $1 AND ${number} > $2 ORDER BY ${number} LIMIT $3`,
      [conversationId, afterSeq, LIMITS.catchUpPage + 1],
    );
  }

  /**
   * What the customers of these conversations see, one conversation after the other, each in its order: so many of the latest,
   * after passing over those newer ones.
   * No notes.
   */
  async seenByCustomers(conversationIds: readonly string[], limit: number, newer: number): Promise<EntryRow[]> {
    const rows = await this.database.query<EntryRow & Record<string, unknown>>(
      `SELECT ${ENTRY_COLUMNS} FROM entries
        WHERE conversation_id = ANY($1::uuid[]) AND customer_seq IS NOT NULL AND kind <> 'note'
        ORDER BY conversation_id DESC, customer_seq DESC LIMIT $2 OFFSET $3`,
      [conversationIds, limit, newer],
    );
    return rows.toReversed();
  }

  /** Whether one of these conversations has what a client sent under this id. */
  async hasPosted(conversationIds: readonly string[], clientMessageId: string): Promise<boolean> {
    const row = await this.database.one(
      'SELECT 1 AS posted FROM entries WHERE conversation_id = ANY($1::uuid[]) AND client_message_id = $2 LIMIT 1',
      [conversationIds, clientMessageId],
    );
    return row !== undefined;
  }

  /** What a client sent under this id, by whomever. */
  async findSent(
    on: Database | Transaction,
    conversationId: string,
    clientMessageId: string,
  ): Promise<EntryRow | undefined> {
    return await on.one<EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM entries WHERE conversation_id = $1 AND client_message_id = $2`,
      [conversationId, clientMessageId],
    );
  }

  /** What was said before there was a case, in order; no notes. A page, and one more when there is. */
  async beforeCase(conversationId: string, afterSeq: number): Promise<EntryRow[]> {
    return await this.database.query<EntryRow & Record<string, unknown>>(
      `SELECT ${ENTRY_COLUMNS} FROM entries WHERE conversation_id = $1 AND seq > $2 AND kind <> 'note'
          AND seq <= coalesce((SELECT min(o.seq) FROM entries o WHERE o.conversation_id = $1 AND o.kind = 'system'
                                AND o.data->>'type' = 'ticket_opened'), ${MOST_SEQ})
        ORDER BY seq LIMIT $3`,
      [conversationId, afterSeq, LIMITS.catchUpPage + 1],
    );
  }

  /** First words of the customer, for a subject; empty when there are none. */
  async firstCustomerMessage(tx: Transaction, conversationId: string): Promise<string> {
    const row = await tx.one<{ body: string }>(
      `SELECT body FROM entries WHERE conversation_id = $1 AND author_kind = 'customer' AND kind = 'message' AND body <> ''
       ORDER BY seq LIMIT 1`,
      [conversationId],
    );
    return row?.body ?? '';
  }

  /** What the customer said last in these conversations, the newest first, in `limit` messages at most. */
  async lastCustomerMessages(conversationIds: readonly string[], limit: number): Promise<string[]> {
    const rows = await this.database.query<{ body: string }>(
      `SELECT body FROM entries
       WHERE conversation_id = ANY($1::uuid[]) AND author_kind = 'customer' AND kind = 'message' AND body <> ''
       ORDER BY created_at DESC LIMIT $2`,
      [conversationIds, limit],
    );
    return rows.map(({ body }) => body);
  }

  /**
   * What customers and people of the staff said to each other in these conversations, in order; no notes, no lines of the
   * desk's own, nothing that customers do not see.
   */
  async talk(conversationIds: readonly string[], limit: number): Promise<TalkRow[]> {
    return await this.database.query<TalkRow & Record<string, unknown>>(
      `SELECT e.id, e.author_kind AS "authorKind", e.body, e.created_at AS "createdAt"
         FROM entries e
        WHERE e.conversation_id = ANY($1::uuid[]) AND e.customer_seq IS NOT NULL AND e.kind = 'message'
          AND e.author_kind IN ('customer', 'staff') AND e.body <> ''
        ORDER BY e.created_at, e.id LIMIT $2`,
      [conversationIds, limit],
    );
  }

  /**
   * The last that customers, people of the staff and the bot said to each other in these conversations, in order; nothing
   * that customers do not see.
   */
  async latestTalk(
    conversationIds: readonly string[],
    limit: number,
  ): Promise<{ authorKind: 'customer' | 'staff' | 'bot'; body: string }[]> {
    const rows = await this.database.query<{ authorKind: 'customer' | 'staff' | 'bot'; body: string }>(
      `SELECT e.author_kind AS "authorKind", left(e.body, 2000) AS body FROM entries e
        WHERE e.conversation_id = ANY($1::uuid[]) AND e.customer_seq IS NOT NULL AND e.kind = 'message'
          AND e.author_kind IN ('customer', 'staff', 'bot') AND e.body <> ''
        ORDER BY e.created_at DESC, e.id DESC LIMIT $2`,
      [conversationIds, limit],
    );
    return rows.toReversed();
  }

  /** What customer and bot said to each other, in order: so many messages of the beginning, and so many of the end. */
  async withBot(tx: Transaction, conversationId: string, each: number): Promise<BotTalkRow[]> {
    const said = (order: 'ASC' | 'DESC') => `
      (SELECT id, seq, author_kind, left(body, 1000) AS body, data, attachments, created_at FROM entries
       WHERE conversation_id = $1 AND customer_seq IS NOT NULL AND kind = 'message' AND author_kind IN ('customer', 'bot')
       ORDER BY seq ${order} LIMIT $2)`;
    return await tx.query<BotTalkRow & Record<string, unknown>>(
      `SELECT id, author_kind AS "authorKind", body, data, attachments, created_at AS "createdAt"
       FROM (${said('ASC')} UNION ${said('DESC')}) said ORDER BY seq`,
      [conversationId, each],
    );
  }

  /** Of whom there is an entry in these conversations: the customers that they are of, and the names of colleagues, who wrote notes as well. */
  async voices(conversationIds: readonly string[]): Promise<{ customerIds: string[]; staffNames: string[] }> {
    const row = await this.database.one<{ customerIds: string[]; staffNames: string[] }>(
      `SELECT ARRAY(SELECT DISTINCT customer_id FROM conversations WHERE id = ANY($1::uuid[])) AS "customerIds",
              ARRAY(SELECT DISTINCT author_name FROM entries
                     WHERE conversation_id = ANY($1::uuid[]) AND author_kind = 'staff') AS "staffNames"`,
      [conversationIds],
    );
    return row ?? { customerIds: [], staffNames: [] };
  }

  /** Notes what came of an entry, e.g. whether an answer helped. Every open screen hears of it. */
  async amend(tx: Transaction, entryId: string, data: EntryData): Promise<void> {
    const row = await tx.one<PostedRow>(
      `UPDATE entries e SET data = $2 WHERE id = $1
       RETURNING ${ENTRY_COLUMNS}, (SELECT array_agg(principal) FROM conversation_grants g
         WHERE g.conversation_id = e.conversation_id) AS audience`,
      [entryId, data],
    );
    if (row) tx.afterCommit(() => this.announcer.announce(row, row.audience ?? []));
  }

  /** @param on the transaction that is open, if one is: nobody may wait for a second connection while holding one */
  async find(
    conversationId: string,
    entryId: string,
    on: Database | Transaction = this.database,
  ): Promise<EntryRow | undefined> {
    return await on.one<EntryRow>(`SELECT ${ENTRY_COLUMNS} FROM entries WHERE conversation_id = $1 AND id = $2`, [
      conversationId,
      entryId,
    ]);
  }
}
