import { READABLE } from '../articles/readable.sql.js';

/** $1 the one that is wanted, else all, in the editors' order. */
export const SECTIONS = `
  SELECT s.id, s.category, s.parent_id AS "parentId", s.slug, s.names, s.descriptions, s.version,
         held.articles, held.published
    FROM article_sections s CROSS JOIN LATERAL (
      SELECT count(*)::int AS articles, count(*) FILTER (WHERE a.status = 'published')::int AS published
        FROM article_drafts d JOIN articles a ON a.id = d.article_id WHERE d.content->>'sectionId' = s.id::text
    ) held
   WHERE $1::uuid IS NULL OR s.id = $1
   ORDER BY s.position, s.slug`;

/** $1 what these eyes may see, $2 the language: how many articles one reads in each section. */
export const READABLE_SECTIONS = `
  SELECT s.id, s.category, s.parent_id AS "parentId", s.slug, s.names, s.descriptions, coalesce(held.articles, 0)::int AS articles
    FROM article_sections s LEFT JOIN (
      SELECT a.section_id, count(*) AS articles FROM ${READABLE}
       WHERE v.locale = $2 AND a.section_id IS NOT NULL GROUP BY a.section_id
    ) held ON held.section_id = s.id
   ORDER BY s.position, s.slug`;

/** $1 a section: itself and those above it, the highest first. */
export const WAY_TO = `
  WITH RECURSIVE way AS (
    SELECT s.*, 0 AS step FROM article_sections s WHERE s.id = $1
    UNION ALL SELECT s.*, way.step + 1 FROM article_sections s JOIN way ON s.id = way.parent_id
  )
  SELECT id, category, slug, names FROM way ORDER BY step DESC`;

/** $1 the section: what stands in it by its draft, for readers, or by what is to be published. */
export const STANDING_IN = `
  SELECT (SELECT count(*)::int FROM article_sections WHERE parent_id = $1) AS sections,
         (SELECT count(*)::int FROM (
            SELECT article_id FROM article_drafts WHERE content->>'sectionId' = $1::uuid::text
            UNION SELECT id FROM articles WHERE section_id = $1
            UNION SELECT article_id FROM article_schedules WHERE content->>'sectionId' = $1::uuid::text
          ) held) AS articles`;

/** $1 ids of siblings, in their order. */
export const PUT_IN_ORDER = `
  UPDATE article_sections s SET position = wanted.place
    FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place) WHERE s.id = wanted.id AND s.position <> wanted.place`;

/** $1 sections, $2 their new category. The kinds of cases of the one before are none of the new one. */
export const CARRY_SECTIONS =
  'UPDATE article_sections SET category = $2, version = version + 1 WHERE id = ANY($1::uuid[])';
export const CARRY_ARTICLES = `
  UPDATE articles SET category = $2, sub_category = NULL, updated_at = desk_now()
   WHERE section_id = ANY($1::uuid[]) RETURNING id, status`;
export const CARRY_DRAFTS = `
  UPDATE article_drafts SET content = content - 'subCategory' || jsonb_build_object('category', $2::text), version = version + 1
   WHERE content->>'sectionId' = ANY($1::uuid[]::text[])`;
export const CARRY_SCHEDULES = `
  UPDATE article_schedules SET content = content - 'subCategory' || jsonb_build_object('category', $2::text)
   WHERE content->>'sectionId' = ANY($1::uuid[]::text[])`;
