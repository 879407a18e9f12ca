import type { ArticleContent, ArticleStatus, Locale } from '../../contract/index.js';
import { cursorColumn } from '../../platform/http/index.js';

export interface DraftRow {
  id: string;
  status: ArticleStatus;
  /** As readers have it, whatever the draft says. */
  slug: string;
  content: ArticleContent;
  version: number;
  changed: boolean;
  editedAt: Date;
  editedBy: string | null;
  publishedVersion: number | null;
  publishedAt: Date | null;
  languages: Locale[];
  [column: string]: unknown;
}

const COLUMNS = `
  a.id, a.status, a.slug, d.content, d.version, d.changed, d.edited_at AS "editedAt", d.edited_by_name AS "editedBy",
  p.version AS "publishedVersion", p.published_at AS "publishedAt",
  ARRAY(SELECT v.locale FROM article_versions v WHERE v.article_id = a.id AND v.published) AS languages
  FROM articles a JOIN article_drafts d ON d.article_id = a.id
  LEFT JOIN LATERAL (
    SELECT version, published_at FROM article_publications WHERE article_id = a.id ORDER BY version DESC LIMIT 1
  ) p ON true`;

export const DRAFT = `SELECT ${COLUMNS} WHERE a.id = $1`;
/** The draft's row is the lock of all that is done to an article. */
export const LOCKED_DRAFT = `SELECT ${COLUMNS} WHERE a.id = $1 FOR UPDATE OF d`;

/** The title in Chinese, else in English, else the slug. @param content SQL of a draft's content */
export const titleIn = (content: string): string =>
  `coalesce(nullif(${content}->'words'->'zh-CN'->>'title', ''), nullif(${content}->'words'->'en'->>'title', ''), ${content}->>'slug')`;

const TITLE = (locale: Locale) => `d.content->'words'->'${locale}'->>'title'`;

/** $1 pattern, $2 category, $3 status, $4 missing language, $5 and $6 the cursor, $7 limit. What was edited last comes first. */
export const LIST = `
  SELECT a.id, a.status, d.content, d.changed, d.edited_at AS "editedAt", d.edited_by_name AS "editedBy",
         ${cursorColumn('d.edited_at')} AS "cursorAt", votes.helpful, votes."notHelpful"
    FROM articles a JOIN article_drafts d ON d.article_id = a.id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE f.helpful)::int AS helpful, count(*) FILTER (WHERE NOT f.helpful)::int AS "notHelpful"
        FROM article_feedback f WHERE f.article_id = a.id
    ) votes
   WHERE ($1::text IS NULL OR a.slug ILIKE $1 OR d.content->>'slug' ILIKE $1
          OR ${TITLE('zh-CN')} ILIKE $1 OR ${TITLE('en')} ILIKE $1)
     AND ($2::text IS NULL OR d.content->>'category' = $2)
     AND ($3::text IS NULL OR a.status = $3)
     AND ($4::text IS NULL OR NOT d.content->'words' ? $4)
     AND ($5::timestamptz IS NULL OR (d.edited_at, d.article_id) < ($5, $6::uuid))
   ORDER BY d.edited_at DESC, d.article_id DESC LIMIT $7`;
