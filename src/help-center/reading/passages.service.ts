import { Injectable } from '@nestjs/common';
import type { ArticleAudience, ArticleCategory, Locale } from '../../contract/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { articlePath } from '../articles/article.presenter.js';
import { visibleTo } from '../articles/audience.js';
import { READABLE } from '../articles/readable.sql.js';
import { type Passages, passagesOf } from '../markdown/passages.js';

/** What can be told or quoted of an article as readers see it now, and by which version it is known. */
export interface ArticlePassages extends Passages {
  articleId: string;
  locale: Locale;
  category: ArticleCategory;
  subCategory: string | null;
  title: string;
  excerpt: string;
  version: number;
  /** Absolute path on this server. */
  url: string;
}

type Row = Omit<ArticlePassages, keyof Passages | 'url'> & { slug: string; bodyMarkdown: string };

/** Of each article one language: the reader's where it exists in it. */
const FIND = `
  SELECT DISTINCT ON (array_position($2::uuid[], a.id)) a.id AS "articleId", a.slug, a.category, a.sub_category AS "subCategory",
         v.locale, v.title, v.excerpt, v.version, v.body_markdown AS "bodyMarkdown"
    FROM ${READABLE} WHERE a.id = ANY($2::uuid[])
   ORDER BY array_position($2::uuid[], a.id), v.locale = $3 DESC`;

/** Articles in pieces, for who tells or quotes them. */
@Injectable()
export class ArticlePassagesReader {
  /** In the order given; those that these readers may not see are left out, as what does not exist. */
  async of(
    from: Pick<Transaction, 'query'>,
    articleIds: readonly string[],
    { locale, audience }: { locale: Locale; audience: ArticleAudience },
  ): Promise<ArticlePassages[]> {
    if (articleIds.length === 0) return [];
    const rows = await from.query<Row>(FIND, [visibleTo(audience), articleIds, locale]);
    return rows.map(({ slug, bodyMarkdown, ...row }) => ({
      ...row,
      url: articlePath(row.locale, slug),
      ...passagesOf(bodyMarkdown),
    }));
  }
}
