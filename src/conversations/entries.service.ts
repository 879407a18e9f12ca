import { Injectable } from '@nestjs/common';
import { type EntryData, LIMITS } from '../contract/index.js';
import { Database, type Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Outbox } from '../platform/outbox/index.js';
import type { Author } from './author.js';
import type { EntryRow } from './entry.presenter.js';
import { EntryAnnouncer } from './entry-announcer.js';
import { type NewEntry, type PostedRow, valuesOf } from './new-entry.js';
import { ENTRY_COLUMNS, POST_ENTRY } from './post.sql.js';
import { Posts } from './posts.service.js';

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
   * @throws DeskError `not_found` without a grant, `conversation_closed`, `invalid_input` for foreign attachments
   */
  async post(author: Author, entry: Omit<NewEntry, 'author'>): Promise<EntryRow> {
    return await this.posts.post(author, entry);
  }

  /** Adds an entry as part of a larger change; the caller answers for who may. */
  async add(tx: Transaction, entry: NewEntry): Promise<EntryRow> {
    const row = await tx.one<PostedRow>(POST_ENTRY, valuesOf(entry, null));
    if (!row) throw new DeskError('not_found');
    tx.afterCommit(() => {
      this.outbox.hint();
      this.announcer.announce(row, row.audience ?? []);
    });
    return row;
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

  /** First words of the customer, for a subject; empty when there are none. */
  async firstCustomerMessage(tx: Transaction, conversationId: string): Promise<string> {
    const row = await tx.one<{ body: string }>(
      `SELECT body FROM entries WHERE conversation_id = $1 AND author_kind = 'customer' AND kind = 'message' AND body <> ''
       ORDER BY seq LIMIT 1`,
      [conversationId],
    );
    return row?.body ?? '';
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
