import { Injectable } from '@nestjs/common';
import { LIMITS } from '../../contract/index.js';
import { Attachments, type Author, Entries } from '../../conversations/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { Reopenings } from '../reopenings.service.js';
import type { CustomerCase } from './customer-cases.service.js';
import type { ReplyFile } from './reply-form.js';

/** Far more than anybody has to say; each may bring files. */
const REPLIES: RateLimit = { name: 'status-reply', points: 40, seconds: 3_600 };

/** A file that waits for its answer to be sent. */
export interface WaitingFile {
  id: string;
  name: string;
}

const WAITING = `
  SELECT id, name FROM attachments
  WHERE id = ANY($1::uuid[]) AND conversation_id = $2 AND uploaded_by = $3 AND entry_id IS NULL ORDER BY id LIMIT $4`;

/** Answers by the public page: they go the way of every message, as the customer of the conversation. */
@Injectable()
export class StatusReplies {
  constructor(
    private readonly database: Database,
    private readonly attachments: Attachments,
    private readonly entries: Entries,
    private readonly reopenings: Reopenings,
    private readonly limits: RateLimits,
  ) {}

  /** Whether this form has been sent already; if not, it counts. @throws DeskError `too_many_requests` */
  async begin(own: CustomerCase, once: string): Promise<{ isRepeated: boolean }> {
    if (await this.entries.hasPosted(own.conversationIds, idOf(once))) return { isRepeated: true };
    await this.limits.consume(REPLIES, own.number);
    return { isRepeated: false };
  }

  /** @throws DeskError `conversation_closed`, `unsupported_media_type`, `payload_too_large`, `too_many_requests` */
  async upload(own: CustomerCase, { name, content }: ReplyFile): Promise<WaitingFile> {
    const { author, conversationId } = await this.writer(own);
    const file = await this.attachments.upload(author.principals, conversationId, name, content);
    return { id: file.id, name: file.name };
  }

  /** Of these those that were uploaded by this page before, and not sent yet. */
  async waiting(own: CustomerCase, ids: readonly string[]): Promise<WaitingFile[]> {
    if (ids.length === 0) return [];
    const { author, conversationId } = await this.writer(own);
    return await this.database.query<WaitingFile & Record<string, unknown>>(WAITING, [
      ids,
      conversationId,
      author.principals[0],
      LIMITS.attachmentsPerMessage,
    ]);
  }

  /**
   * Posts to the liveliest conversation of the number, and brings the case back where that ends a wait. The same `once` again
   * posts nothing.
   * @throws DeskError `conversation_closed`, `invalid_input`
   */
  async post(own: CustomerCase, reply: { once: string; body: string; attachmentIds: string[] }): Promise<void> {
    const { author, conversationId } = await this.writer(own);
    const entry = await this.entries.post(author, {
      conversationId,
      kind: 'message',
      body: reply.body,
      channel: 'form',
      clientMessageId: idOf(reply.once),
      attachmentIds: reply.attachmentIds,
    });
    // The event does the same a little later; the page that is shown next should know already.
    const { seq, createdAt } = entry;
    const message = { conversationId, seq, authorId: author.id, at: createdAt.toISOString() };
    await this.database
      .transaction((tx) => this.reopenings.byMessage(tx, own.ticketId, message))
      .catch((error) => {
        if (!(error instanceof DeskError)) throw error;
      });
  }

  private async writer(own: CustomerCase): Promise<{ author: Author; conversationId: string }> {
    const conversationId = own.conversationIds.at(-1);
    const row = await this.database.one<{ id: string; name: string }>(
      'SELECT u.id, u.name FROM conversations c JOIN customers u ON u.id = c.customer_id WHERE c.id = $1',
      [conversationId ?? null],
    );
    if (!row || !conversationId) throw new DeskError('conversation_closed');
    return {
      conversationId,
      author: { kind: 'customer', id: row.id, name: row.name, principals: [`customer:${row.id}`] },
    };
  }
}

const idOf = (once: string) => `form:${once}`;
