import type { ArticleCategory, ArticleContent, ArticleStatus } from '../../../contract/index.js';

export interface ExportedArticle {
  id: string;
  /** As readers know it, whatever the draft says. */
  slug: string;
  status: ArticleStatus;
  content: ArticleContent;
  owner: string | null;
  reviewedAt: Date | null;
  changedAt: Date;
  [column: string]: unknown;
}

/** As readers see it: from the rows that they read. */
const LIVE = `jsonb_strip_nulls(jsonb_build_object('slug', a.slug, 'category', a.category, 'subCategory', a.sub_category,
  'sectionId', a.section_id, 'visibility', a.visibility, 'position', a.position, 'related', to_jsonb(a.related_ids), 'words',
  (SELECT jsonb_object_agg(v.locale, jsonb_build_object('title', v.title, 'excerpt', v.excerpt, 'bodyMarkdown',
     v.body_markdown, 'keywords', v.keywords)) FROM article_versions v WHERE v.article_id = a.id AND v.published)))`;

/**
 * $1 category, $2 ids of sections, $3 the article after which to go on, $4 how many.
 * @param state what readers see, or what editors write; archived articles are in neither
 */
export function exportedArticles(state: 'published' | 'drafts'): string {
  const content = state === 'published' ? LIVE : 'd.content';
  return `
    SELECT * FROM (
      SELECT a.id, a.slug, a.status, ${content} AS content, s.email AS owner, a.reviewed_at AS "reviewedAt",
             ${state === 'published' ? 'a.updated_at' : 'd.edited_at'} AS "changedAt"
        FROM articles a JOIN article_drafts d ON d.article_id = a.id LEFT JOIN staff s ON s.id = a.owner_id
       WHERE a.status ${state === 'published' ? `= 'published'` : `<> 'archived'`}
    ) e
     WHERE ($1::text IS NULL OR e.content->>'category' = $1)
       AND ($2::text[] IS NULL OR e.content->>'sectionId' = ANY($2))
       AND ($3::uuid IS NULL OR e.id > $3) ORDER BY e.id LIMIT $4`;
}

export interface ExportFilter {
  state: 'published' | 'drafts';
  category?: ArticleCategory | undefined;
  /** With all below it. */
  sectionId?: string | undefined;
  locale?: 'zh-CN' | 'en' | undefined;
}
