import { Injectable } from '@nestjs/common';
import type { ArticleAudience, ArticleCategory, Locale } from '../../contract/index.js';
import { Database } from '../../platform/db/index.js';
import type { ArticleSummary } from './articles.service.js';
import { visibleTo } from './audience.js';
import { READABLE } from './readable.sql.js';

/** An article and the section in which it stands; null: directly below its category. */
export interface ShelvedArticle extends ArticleSummary {
  sectionId: string | null;
}

const SHELVED =
  'a.id AS "articleId", a.slug, v.locale, a.category, v.title, v.excerpt, a.section_id AS "sectionId", a.position';

/** What stands where, in the editors' order. */
@Injectable()
export class Shelves {
  constructor(private readonly database: Database) {}

  /** The first `limit` of each section of a category, and the first `loose` of those that stand in none. */
  async ofCategory(
    locale: Locale,
    category: ArticleCategory,
    { limit, loose }: { limit: number; loose: number },
    audience: ArticleAudience,
  ): Promise<ShelvedArticle[]> {
    return this.database.prepared(
      'help_shelves',
      `SELECT "articleId", slug, locale, category, title, excerpt, "sectionId" FROM (
         SELECT ${SHELVED}, row_number() OVER (PARTITION BY a.section_id ORDER BY a.position, a.slug) AS place
           FROM ${READABLE} WHERE v.locale = $2 AND a.category = $3
       ) placed WHERE place <= CASE WHEN "sectionId" IS NULL THEN $5::integer ELSE $4::integer END
        ORDER BY position, slug`,
      [visibleTo(audience), locale, category, limit, loose],
    );
  }

  /** All that stand in one section, `limit` at most. */
  async ofSection(
    locale: Locale,
    sectionId: string,
    limit: number,
    audience: ArticleAudience,
  ): Promise<ShelvedArticle[]> {
    return this.database.prepared(
      'help_shelf',
      `SELECT ${SHELVED} FROM ${READABLE} WHERE v.locale = $2 AND a.section_id = $3 ORDER BY a.position, a.slug LIMIT $4`,
      [visibleTo(audience), locale, sectionId, limit],
    );
  }
}
