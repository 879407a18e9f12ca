import { Injectable } from '@nestjs/common';
import { type AuthorKind, type Channel, type EntryData, type EntryKind, LIMITS } from '../contract/index.js';
import { newId } from '../platform/clock/index.js';
import { Database, isUniqueViolation, type Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Outbox } from '../platform/outbox/index.js';
import type { Principal } from '../platform/push/index.js';
import type { Author } from './author.js';
import type { EntryRow } from './entry.presenter.js';
import { EntryAnnouncer } from './entry-announcer.js';
import { ENTRY_COLUMNS, POST_ENTRY } from './post.sql.js';

export interface NewEntry {
  conversationId: string;
  kind: EntryKind;
  author: { kind: AuthorKind; id: string | null; name: string };
  body: string;
  data?: EntryData;
  channel?: Channel;
  clientMessageId?: string;
  attachmentIds?: string[];
  /** Default: everything but notes. */
  visible?: boolean;
}

type PostedRow = EntryRow & { audience: Principal[] | null };

const PREVIEW_LENGTH = 120;

/** Adding entries, reading them again. The statement itself stands in `post.sql.ts`. */
@Injectable()
export class Entries {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly announcer: EntryAnnouncer,
  ) {}

  /**
   * Stores what a person wrote, in one round trip, and returns after COMMIT. The same `clientMessageId` again
   * returns the entry that is there.
   * @throws DeskError `not_found` without a grant, `conversation_closed`, `invalid_input` for foreign attachments
   */
  async post(author: Author, entry: Omit<NewEntry, 'author'>): Promise<EntryRow> {
    let row: PostedRow | undefined;
    try {
      [row] = await this.database.prepared<PostedRow>(
        'post_entry',
        POST_ENTRY,
        values({ ...entry, author }, author.principals),
      );
    } catch (error) {
      if (isUniqueViolation(error, 'entries_client_message')) return await this.repeated(author, entry);
      throw error;
    }
    if (!row) throw await this.refusal(author, entry.conversationId);
    this.outbox.hint();
    this.announcer.announce(row, row.audience ?? []);
    return row;
  }

  /** Adds an entry as part of a larger change; the caller answers for who may. */
  async add(tx: Transaction, entry: NewEntry): Promise<EntryRow> {
    const row = await tx.one<PostedRow>(POST_ENTRY, values(entry, null));
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

  private async repeated(author: Author, entry: Omit<NewEntry, 'author'>): Promise<EntryRow> {
    const row = await this.database.one<EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM entries WHERE conversation_id = $1 AND client_message_id = $2`,
      [entry.conversationId, entry.clientMessageId],
    );
    // Somebody else's id: what it holds is none of this author's business.
    if (!row || row.authorKind !== author.kind || row.authorId !== author.id || row.kind !== entry.kind)
      throw new DeskError('conflict');
    return row;
  }

  private async refusal(author: Author, conversationId: string): Promise<DeskError> {
    const seen = await this.database.one<{ closed: boolean }>(
      `SELECT c.closed_at IS NOT NULL AND c.closed_at <= desk_now() - make_interval(days => $3::int) AS closed
       FROM conversations c WHERE c.id = $1 AND EXISTS (
         SELECT 1 FROM conversation_grants g WHERE g.conversation_id = c.id AND g.principal = ANY($2))`,
      [conversationId, author.principals, LIMITS.reopenDays],
    );
    if (!seen) return new DeskError('not_found');
    if (seen.closed && author.kind === 'customer') return new DeskError('conversation_closed');
    return new DeskError('invalid_input', { errors: [{ path: 'attachmentIds', message: 'unknown or already sent' }] });
  }
}

function values(entry: NewEntry, principals: Principal[] | null): unknown[] {
  const visible = entry.kind !== 'note' && entry.visible !== false;
  return [
    entry.conversationId,
    principals,
    entry.kind,
    visible ? 1 : 0,
    entry.author.kind,
    newId(),
    entry.author.id,
    entry.author.name,
    entry.clientMessageId ?? null,
    entry.body.slice(0, PREVIEW_LENGTH),
    entry.attachmentIds ?? [],
    `${entry.author.kind}:${entry.author.id}`,
    entry.channel ?? 'widget',
    entry.body,
    LIMITS.reopenDays,
    entry.data ?? null,
  ];
}
