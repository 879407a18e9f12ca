import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { wellFormed } from '../../platform/http/index.js';
import { rasterImage, Storage } from '../../platform/storage/index.js';

/** Pictures of articles. They are never changed nor taken away: old versions show them. */
@Injectable()
export class ArticleImages {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly audit: Audit,
  ) {}

  /** @throws DeskError `unsupported_media_type` for all but raster images, `payload_too_large` */
  async store(
    staff: StaffPrincipal,
    name: string,
    content: Buffer,
  ): Promise<{ url: string; width: number; height: number }> {
    return this.storeAs(newId(), staff, name, content);
  }

  /** The same under an id that was given away before; if it is stored already, nothing happens. */
  async storeAs(
    id: string,
    staff: Pick<StaffPrincipal, 'staffId' | 'name'>,
    name: string,
    content: Buffer,
  ): Promise<{ url: string; width: number; height: number }> {
    const image = await rasterImage(content);
    if (!image) throw new DeskError('unsupported_media_type');
    const storageKey = `articles/${id.slice(-2)}/${id}`;
    await this.storage.put(storageKey, content, image.contentType);
    await this.database.transaction(async (tx) => {
      const [added] = await tx.query(
        `INSERT INTO article_images (id, content_type, size, width, height, storage_key, uploaded_by, content_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
        [
          id,
          image.contentType,
          content.length,
          image.width,
          image.height,
          storageKey,
          staff.staffId,
          contentHash(content),
        ],
      );
      if (!added) return;
      await this.audit.record(tx, {
        actor: auditActor(staff),
        action: 'article_image.uploaded',
        subject: { kind: 'article_image', id, label: wellFormed(name.replace(/\p{Cc}/gu, '').slice(0, 120)) || id },
      });
    });
    return { url: `/help/images/${id}`, width: image.width, height: image.height };
  }

  /** @throws DeskError `not_found` */
  async open(id: string): Promise<{ contentType: string; size: number; content: Readable }> {
    const row = await this.database.one<{ contentType: string; size: number; storageKey: string }>(
      'SELECT content_type AS "contentType", size, storage_key AS "storageKey" FROM article_images WHERE id = $1',
      [id],
    );
    if (!row) throw new DeskError('not_found');
    return { contentType: row.contentType, size: row.size, content: await this.storage.get(row.storageKey) };
  }

  /** The ids of pictures by the SHA-256 of their content, of those asked for that are stored. */
  async byContent(hashes: readonly string[]): Promise<Map<string, string[]>> {
    await this.hashOldOnes();
    const rows = await this.database.query<{ hash: string; ids: string[] }>(
      `SELECT content_hash AS hash, array_agg(id ORDER BY id) AS ids FROM article_images
        WHERE content_hash = ANY($1::text[]) GROUP BY content_hash`,
      [hashes],
    );
    return new Map(rows.map(({ hash, ids }) => [hash, ids]));
  }

  /** Pictures were stored without it at first. One that cannot be read now is looked at the next time. */
  private async hashOldOnes(): Promise<void> {
    const old = await this.database.query<{ id: string; storageKey: string }>(
      'SELECT id, storage_key AS "storageKey" FROM article_images WHERE content_hash IS NULL',
    );
    for (const { id, storageKey } of old) {
      const content = await this.storage
        .get(storageKey)
        .then(buffer)
        .catch(() => undefined);
      if (content)
        await this.database.query('UPDATE article_images SET content_hash = $2 WHERE id = $1', [
          id,
          contentHash(content),
        ]);
    }
  }
}

/** SHA-256 in hexadecimal. */
export const contentHash = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
