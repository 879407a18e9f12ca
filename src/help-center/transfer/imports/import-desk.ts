import { Injectable } from '@nestjs/common';
import type { ArticleCategory, ArticleImportFormat } from '../../../contract/index.js';
import { Database } from '../../../platform/db/index.js';
import { Categories } from '../../../tickets/index.js';
import type { Existing } from './article-plan.js';
import type { DeskNames } from './naming.js';

/** What an import must know of the desk before it says what becomes of its articles. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly database: Database,
    private readonly categories: Categories,
  ) {}

  async names(format: ArticleImportFormat): Promise<DeskNames> {
    const [sources, slugs, former] = await Promise.all([
      this.database.query<{ name: string; id: string }>(
        'SELECT external_id AS name, article_id AS id FROM article_sources WHERE source = $1',
        [format],
      ),
      this.database.query<{ name: string; id: string }>(
        `SELECT content->>'slug' AS name, article_id AS id FROM article_drafts WHERE content->>'slug' <> ''
         UNION ALL SELECT slug, id FROM articles`,
      ),
      this.database.query<{ name: string; id: string }>(
        'SELECT slug AS name, article_id AS id FROM article_former_slugs',
      ),
    ]);
    const map = (rows: { name: string; id: string }[]) => new Map(rows.map(({ name, id }) => [name, id]));
    return {
      bySource: map(sources),
      bySlug: map(slugs),
      former: map(former),
      byId: new Map(slugs.map(({ name, id }) => [id, name])),
    };
  }

  /** Mail addresses in small letters. */
  async staff(): Promise<Map<string, string>> {
    const rows = await this.database.query<{ email: string; id: string }>(
      'SELECT lower(email) AS email, id FROM staff WHERE disabled_at IS NULL',
    );
    return new Map(rows.map(({ email, id }) => [email, id]));
  }

  async subCategories(): Promise<(category: ArticleCategory, key: string) => boolean> {
    const all = await this.categories.all();
    const known = new Set(all.flatMap(({ key, subCategories }) => subCategories.map((sub) => `${key} ${sub.key}`)));
    return (category, key) => known.has(`${category} ${key}`);
  }

  async existing(articleIds: readonly string[]): Promise<Map<string, Existing>> {
    const rows = await this.database.query<Existing & Record<string, unknown>>(
      `SELECT a.id, d.content, d.version, d.changed, a.status, a.owner_id AS "ownerId"
         FROM articles a JOIN article_drafts d ON d.article_id = a.id WHERE a.id = ANY($1::uuid[])`,
      [articleIds],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
