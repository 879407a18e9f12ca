import type { ArticleVisibility, Locale } from '../../contract/index.js';
import { PUBLISHED } from '../articles/readable.sql.js';
import { plainText } from '../markdown/markdown.js';
import type { ArticleDocument } from './article-search.js';
import { inSlices } from './slices.js';

/** An article that readers find, without its words. */
export interface Standing {
  articleId: string;
  visibility: ArticleVisibility;
  locales: Locale[];
  /** When it changed last; to be compared, not read. */
  stamp: string;
}

export interface StampedDocument {
  document: ArticleDocument;
  stamp: string;
}

/** Whatever answers SQL: the desk's database, or a tool's own connection. */
export interface Source {
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
}

/** What readers find now, by its id. */
export async function standing(source: Source): Promise<Map<string, Standing>> {
  const rows = await source.query<Standing>(
    `SELECT a.id AS "articleId", a.visibility, a.updated_at::text AS stamp, array_agg(v.locale) AS locales
       FROM ${PUBLISHED} GROUP BY a.id`,
  );
  return new Map(rows.map((row) => [row.articleId, row]));
}

/** So many articles are read at once. */
export const AT_ONCE = 100;

/** The words of these articles, for the search; nothing of those that are not published. `AT_ONCE` of them at most. */
export async function documentsOf(source: Source, articleIds: readonly string[]): Promise<StampedDocument[]> {
  if (articleIds.length === 0) return [];
  const rows = await source.query<Omit<ArticleDocument, 'body'> & { bodyMarkdown: string; stamp: string }>(
    `SELECT a.id AS "articleId", a.slug, v.locale, a.category, a.visibility, v.title, v.excerpt, v.keywords,
            v.body_markdown AS "bodyMarkdown", a.updated_at::text AS stamp
       FROM ${PUBLISHED} WHERE a.id = ANY($1::uuid[]) ORDER BY a.position, a.slug`,
    [articleIds],
  );
  const documents: StampedDocument[] = [];
  await inSlices(rows, ({ bodyMarkdown, stamp, ...row }) =>
    documents.push({ document: { ...row, body: plainText(bodyMarkdown) }, stamp }),
  );
  return documents;
}

export function* batchesOf<T>(items: readonly T[], size: number): Iterable<T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
