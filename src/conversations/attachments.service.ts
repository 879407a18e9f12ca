import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import type { AttachmentView } from '../contract/index.js';
import { newId } from '../platform/clock/index.js';
import { Database, type Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import type { Principal } from '../platform/push/index.js';
import { RASTER_IMAGES, rasterImage, Storage } from '../platform/storage/index.js';
import type { StoredAttachment } from './conversation.entities.js';
import { EntryPresenter } from './entry.presenter.js';
import { Grants } from './grants.service.js';

/** Types by content, not by name or by what the sender claims. Pictures are taken beside these; HTML and SVG never are. */
const OTHERS = new Set([
  'application/pdf',
  'application/zip',
  'application/x-cfb',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'video/mp4',
  'video/quicktime',
  'video/webm',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
]);
const TEXT_NAME = /\.(txt|csv|log|json)$/i;
const UNSENT_PER_UPLOADER = 30;

@Injectable()
export class Attachments {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly grants: Grants,
    private readonly presenter: EntryPresenter,
  ) {}

  /**
   * Stores a file for a conversation the uploader may write to; it shows once an entry takes it.
   * @throws DeskError `not_found`, `unsupported_media_type`, `payload_too_large`, `too_many_requests`
   */
  async upload(uploader: Principal[], conversationId: string, name: string, content: Buffer): Promise<AttachmentView> {
    await this.grants.require(conversationId, uploader);
    const file = await this.store(uploader[0], conversationId, name, content);
    return { ...file, url: this.presenter.fileUrl(file.id) };
  }

  /**
   * Stores a file for a matter that begins when the form it belongs to is sent; nobody sees it before.
   * @param form names the form, and is known to who fills it alone
   * @throws DeskError `unsupported_media_type`, `payload_too_large`, `too_many_requests`
   */
  async uploadToForm(form: string, name: string, content: Buffer): Promise<StoredAttachment> {
    return await this.store(uploaderOf(form), null, name, content);
  }

  /** Of these those that were uploaded to this form, and not sent yet. */
  async ofForm(form: string, ids: readonly string[], limit: number): Promise<StoredAttachment[]> {
    if (ids.length === 0) return [];
    return await this.database.query<StoredAttachment & Record<string, unknown>>(
      `SELECT id, name, content_type AS "contentType", size FROM attachments
       WHERE id = ANY($1::uuid[]) AND uploaded_by = $2 AND conversation_id IS NULL ORDER BY id LIMIT $3`,
      [ids, uploaderOf(form), limit],
    );
  }

  /** From now on they wait in a conversation, as if its customer had uploaded them there, or in another form. */
  async passOn(
    on: Database | Transaction,
    { form, ids }: { form: string; ids: readonly string[] },
    to: { conversationId: string; customerId: string } | { form: string },
  ): Promise<void> {
    if (ids.length === 0) return;
    const [conversationId, uploadedBy] =
      'form' in to ? [null, uploaderOf(to.form)] : [to.conversationId, `customer:${to.customerId}`];
    await on.query(
      `UPDATE attachments SET conversation_id = $3, uploaded_by = $4
       WHERE id = ANY($1::uuid[]) AND uploaded_by = $2 AND conversation_id IS NULL`,
      [ids, uploaderOf(form), conversationId, uploadedBy],
    );
  }

  private async store(
    uploadedBy: string | undefined,
    conversationId: string | null,
    name: string,
    content: Buffer,
  ): Promise<StoredAttachment> {
    const file: StoredAttachment = {
      id: newId(),
      name: safeName(name),
      size: content.length,
      ...(await inspect(name, content)),
    };
    const storageKey = `${file.id.slice(-2)}/${file.id}`;
    await this.register(file, { conversationId, uploadedBy, storageKey });
    try {
      await this.storage.put(storageKey, content, file.contentType);
    } catch (error) {
      await this.database.query('DELETE FROM attachments WHERE id = $1', [file.id]);
      throw error;
    }
    return file;
  }

  /** Counted and added under one lock per uploader: many at once must not all find room. */
  private async register(
    file: StoredAttachment,
    to: { conversationId: string | null; uploadedBy: string | undefined; storageKey: string },
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`uploads ${to.uploadedBy}`]);
      const added = await tx.query(
        `INSERT INTO attachments (id, conversation_id, uploaded_by, name, content_type, size, width, height, storage_key)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
         WHERE (SELECT count(*) FROM attachments WHERE uploaded_by = $3 AND entry_id IS NULL) < $10 RETURNING id`,
        [
          file.id,
          to.conversationId,
          to.uploadedBy,
          file.name,
          file.contentType,
          file.size,
          file.width ?? null,
          file.height ?? null,
          to.storageKey,
          UNSENT_PER_UPLOADER,
        ],
      );
      if (added.length === 0) throw new DeskError('too_many_requests', { retryAfter: 3_600 });
    });
  }

  /** The caller has checked the signature of the link. @throws DeskError `not_found` */
  async open(
    id: string,
  ): Promise<{ name: string; contentType: string; size: number; inline: boolean; content: Readable }> {
    const row = await this.database.one<{ name: string; contentType: string; size: number; storageKey: string }>(
      'SELECT name, content_type AS "contentType", size, storage_key AS "storageKey" FROM attachments WHERE id = $1',
      [id],
    );
    if (!row) throw new DeskError('not_found');
    const { storageKey, ...file } = row;
    return { ...file, inline: RASTER_IMAGES.has(file.contentType), content: await this.storage.get(storageKey) };
  }

  /** Forgets uploads that no entry took within a day. */
  async prune(): Promise<void> {
    const rows = await this.database.query<{ storageKey: string }>(
      `DELETE FROM attachments WHERE id IN (
         SELECT id FROM attachments WHERE entry_id IS NULL AND created_at < desk_now() - interval '1 day' LIMIT 500
       ) RETURNING storage_key AS "storageKey"`,
    );
    for (const { storageKey } of rows) await this.storage.delete(storageKey);
  }
}

const uploaderOf = (form: string) => `form:${form}`;

/** The last path segment without control characters and quotes, at most 120 characters, ending kept. */
function safeName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what goes.
  const base = (name.split(/[/\\]/).pop() ?? '').replace(/[\u0000-\u001f\u007f"<>|:*?\u202a-\u202e]/g, '').trim();
  if (base.length <= 120) return base || 'file';
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(base)?.[0] ?? '';
  return [...base].slice(0, 120 - ending.length).join('') + ending;
}

async function inspect(
  name: string,
  content: Buffer,
): Promise<{ contentType: string; width?: number; height?: number }> {
  if (content.length === 0) throw new DeskError('unsupported_media_type');
  const picture = await rasterImage(content);
  if (picture) return picture;
  const type = (await fileTypeFromBuffer(content))?.mime;
  if (type && OTHERS.has(type)) return { contentType: type };
  if (!type && TEXT_NAME.test(name) && !content.includes(0)) return { contentType: 'text/plain; charset=utf-8' };
  throw new DeskError('unsupported_media_type');
}
