import type { ArticleStatus, ArticleTaskKind, ArticleTaskStatus, Locale } from '../../../contract/index.js';
import { cursorColumn } from '../../../platform/http/index.js';

export interface TaskRow {
  id: string;
  kind: ArticleTaskKind;
  title: string;
  note: string;
  locale: Locale;
  query: string | null;
  articleId: string | null;
  articleTitle: string | null;
  articleStatus: ArticleStatus | null;
  ticketNumber: string | null;
  status: ArticleTaskStatus;
  assigneeId: string | null;
  assigneeName: string | null;
  version: number;
  createdByName: string;
  createdAt: Date;
  closedAt: Date | null;
  closingNote: string;
  cursorAt: string;
  [column: string]: unknown;
}

const COLUMNS = `
  t.id, t.kind, t.title, t.note, t.locale, t.query, t.article_id AS "articleId", a.status AS "articleStatus",
  coalesce(nullif(d.content->'words'->t.locale->>'title', ''), nullif(d.content->'words'->'zh-CN'->>'title', ''),
    nullif(d.content->'words'->'en'->>'title', ''), a.slug) AS "articleTitle",
  k.number AS "ticketNumber", t.status, t.assignee_id AS "assigneeId", s.name AS "assigneeName", t.version,
  t.created_by_name AS "createdByName", t.created_at AS "createdAt", t.closed_at AS "closedAt",
  t.closing_note AS "closingNote", ${cursorColumn('t.created_at')} AS "cursorAt"
  FROM article_tasks t LEFT JOIN articles a ON a.id = t.article_id LEFT JOIN article_drafts d ON d.article_id = a.id
  LEFT JOIN tickets k ON k.id = t.ticket_id LEFT JOIN staff s ON s.id = t.assignee_id`;

/** Newest first. $1 status, $2 assignee, $3 and $4 the cursor, $5 limit. */
export const TASKS = `
  SELECT ${COLUMNS}
   WHERE t.status = $1 AND ($2::uuid IS NULL OR t.assignee_id = $2)
     AND ($3::timestamptz IS NULL OR (t.created_at, t.id) < ($3, $4::uuid))
   ORDER BY t.created_at DESC, t.id DESC LIMIT $5`;

export const TASK = `SELECT ${COLUMNS} WHERE t.id = $1`;
export const LOCKED_TASK = `SELECT ${COLUMNS} WHERE t.id = $1 FOR UPDATE OF t`;

/** The open one about the same, if there is one. */
export const OPEN_TASK = `
  SELECT id FROM article_tasks WHERE status = 'open' AND kind = $1
    AND CASE kind WHEN 'search' THEN locale = $2 AND query = $3 WHEN 'article' THEN article_id = $4
                  WHEN 'ticket' THEN ticket_id = $5 ELSE false END`;
