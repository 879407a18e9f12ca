import { Injectable } from '@nestjs/common';
import type { EntryData } from '../contract/index.js';
import { newId } from '../platform/clock/index.js';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { SYSTEM } from './author.js';
import { Entries } from './entries.service.js';
import type { EntryRow } from './entry.presenter.js';
import { Grants } from './grants.service.js';
import { ENTRY_COLUMNS } from './post.sql.js';

/** Of the same customer, site and browser session; people answer from the beginning. */
const INSERT = `
  INSERT INTO conversations (id, site_id, customer_id, visitor_session_id, channel, category, locale, handler)
  SELECT $1, site_id, customer_id, visitor_session_id, channel, category, locale, 'person' FROM conversations WHERE id = $2
  RETURNING customer_id AS "customerId"`;

const CHOSEN = `
  SELECT ${ENTRY_COLUMNS} FROM entries
  WHERE conversation_id = $1 AND id = ANY($2::uuid[]) AND kind = 'message' AND author_kind = 'customer' AND customer_seq IS NOT NULL
  ORDER BY seq`;

/** The file itself is stored once; each thread has its own right to it. */
const COPY_FILE = `
  INSERT INTO attachments (id, conversation_id, uploaded_by, name, content_type, size, width, height, storage_key)
  SELECT $1, $2, $4, name, content_type, size, width, height, storage_key FROM attachments WHERE id = $3
  RETURNING id`;

/** A thread that begins with copies of what somebody wrote in another. */
@Injectable()
export class Branches {
  constructor(
    private readonly entries: Entries,
    private readonly grants: Grants,
  ) {}

  /**
   * What was written stays where it was. The caller holds the conversation.
   * @param from messages of its customer's
   * @param begins the line before the copies, which says where they come from
   * @returns id of the new conversation
   * @throws DeskError `invalid_input` when one of the entries is no message of the customer's
   */
  async branch(
    tx: Transaction,
    from: { conversationId: string; entryIds: readonly string[] },
    begins: { body: string; data: EntryData },
  ): Promise<string> {
    const chosen = await tx.query<EntryRow & { [column: string]: unknown }>(CHOSEN, [
      from.conversationId,
      from.entryIds,
    ]);
    if (chosen.length < new Set(from.entryIds).size)
      throw new DeskError('invalid_input', {
        errors: [{ path: 'entryIds', message: 'not all are messages of its customer' }],
      });
    const id = newId();
    const started = await tx.one<{ customerId: string }>(INSERT, [id, from.conversationId]);
    if (!started) throw new DeskError('not_found');
    await this.grants.add(tx, id, `customer:${started.customerId}`);
    await this.entries.add(tx, { conversationId: id, kind: 'system', author: SYSTEM, ...begins });
    for (const entry of chosen) await this.copy(tx, id, entry);
    return id;
  }

  private async copy(tx: Transaction, conversationId: string, entry: EntryRow): Promise<void> {
    const { authorId, authorName, body, channel } = entry;
    const attachmentIds: string[] = [];
    for (const file of entry.attachments) {
      const copied = await tx.one<{ id: string }>(COPY_FILE, [
        newId(),
        conversationId,
        file.id,
        `customer:${authorId}`,
      ]);
      if (copied) attachmentIds.push(copied.id);
    }
    const author = { kind: 'customer' as const, id: authorId, name: authorName };
    await this.entries.add(tx, { conversationId, kind: 'message', author, body, channel, attachmentIds });
  }
}
