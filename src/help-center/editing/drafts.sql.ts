import {
  ARTICLE_ATTENTIONS,
  type ArticleAttention,
  type ArticleContent,
  type ArticleReview,
  type ArticleStatus,
  type Locale,
  type ScheduleProblem,
} from '../../contract/index.js';
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
  review: ArticleReview | null;
  ownerId: string | null;
  ownerName: string | null;
  reviewedAt: Date | null;
  reviewedBy: string | null;
  reviewDays: number;
  stale: boolean;
  expiresAt: Date | null;
  behind: Locale[];
  schedule: ScheduleRow | null;
  [column: string]: unknown;
}

/** As JSON of SQL has it. */
export interface ScheduleRow {
  publishAt: string;
  note: string;
  by: string;
  scheduledAt: string;
  problem: ScheduleProblem | null;
  differs: boolean;
}

/** It is published, and nobody has said for its number of days that it is true. */
const STALE = `(a.status = 'published' AND a.reviewed_at + a.review_days * interval '1 day' < desk_now())`;
const FALLEN_BEHIND = `
  FROM article_versions v JOIN article_versions o ON o.article_id = v.article_id AND o.published AND o.locale <> v.locale
   WHERE v.published AND o.changed_in > greatest(v.changed_in, v.checked_in)`;
/** The published languages of which the other one has moved on. */
export const BEHIND = `ARRAY(SELECT v.locale ${FALLEN_BEHIND} AND v.article_id = a.id AND a.status = 'published')`;

const COLUMNS = `
  d.review, a.owner_id AS "ownerId", owner.name AS "ownerName", a.reviewed_at AS "reviewedAt", a.reviewed_by_name AS "reviewedBy",
  a.review_days AS "reviewDays", ${STALE} AS stale, a.expires_at AS "expiresAt", ${BEHIND} AS behind,
  (SELECT jsonb_build_object('publishAt', s.publish_at, 'note', s.note, 'by', s.scheduled_by_name, 'scheduledAt', s.scheduled_at,
     'problem', s.problem, 'differs', s.content <> d.content) FROM article_schedules s WHERE s.article_id = a.id) AS schedule,
  a.id, a.status, a.slug, d.content, d.version, d.changed, d.edited_at AS "editedAt", d.edited_by_name AS "editedBy",
  p.version AS "publishedVersion", p.published_at AS "publishedAt",
  ARRAY(SELECT v.locale FROM article_versions v WHERE v.article_id = a.id AND v.published) AS languages
  FROM articles a JOIN article_drafts d ON d.article_id = a.id LEFT JOIN staff owner ON owner.id = a.owner_id
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

/** What brings an article to the attention of its editors. */
const WANTS: Record<ArticleAttention, string> = {
  asked: `d.review->>'state' = 'asked'`,
  returned: `d.review->>'state' = 'returned'`,
  behind: `(a.status = 'published' AND a.id IN (SELECT v.article_id ${FALLEN_BEHIND}))`,
  stale: STALE,
  scheduled: 's.article_id IS NOT NULL AND s.problem IS NULL',
  problem: 's.problem IS NOT NULL',
};

const WITH_SCHEDULE = `articles a JOIN article_drafts d ON d.article_id = a.id LEFT JOIN article_schedules s ON s.article_id = a.id`;

/**
 * $1 pattern, $2 category, $3 status, $4 missing language, $5 and $6 the cursor, $7 limit, $8 section, $9 visibility, $10 owner.
 * What was edited last comes first.
 */
export const listOf = (attention?: ArticleAttention): string => `
  SELECT a.id, a.status, d.content, d.changed, d.edited_at AS "editedAt", d.edited_by_name AS "editedBy",
         ${cursorColumn('d.edited_at')} AS "cursorAt", votes.helpful, votes."notHelpful",
         d.review->>'state' AS review, owner.name AS "ownerName", ${STALE} AS stale, ${BEHIND} AS behind, a.expires_at AS "expiresAt",
         s.publish_at AS "publishAt", s.problem
    FROM ${WITH_SCHEDULE} LEFT JOIN staff owner ON owner.id = a.owner_id
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
     AND ($8::text IS NULL OR d.content->>'sectionId' = $8)
     AND ($9::text IS NULL OR d.content->>'visibility' = $9)
     AND ($10::uuid IS NULL OR a.owner_id = $10)
     ${attention ? `AND ${WANTS[attention]}` : ''}
   ORDER BY d.edited_at DESC, d.article_id DESC LIMIT $7`;

/** How many want each kind of attention. */
export const OVERVIEW = `
  SELECT ${ARTICLE_ATTENTIONS.map((one) => `count(*) FILTER (WHERE ${WANTS[one]})::int AS ${one}`).join(',\n         ')}
    FROM ${WITH_SCHEDULE}`;
