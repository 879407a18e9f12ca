import { Injectable } from '@nestjs/common';
import {
  type ArticleAudience,
  type ArticleCategory,
  type ArticleStatus,
  type ArticleVisibility,
  type Locale,
} from '../../contract/index.js';
import { Database } from '../../platform/db/index.js';
import { visibleTo } from './audience.js';
import { READABLE } from './readable.sql.js';

/** A published article in one language, as lists show it. */
export interface ArticleSummary {
  articleId: string;
  slug: string;
  locale: Locale;
  category: ArticleCategory;
  title: string;
  excerpt: string;
}

export interface PublishedArticle extends ArticleSummary {
  subCategory: string | null;
  sectionId: string | null;
  visibility: ArticleVisibility;
  relatedIds: string[];
  bodyMarkdown: string;
  /** When these words were published. */
  updatedAt: Date;
}

/** As readers see it now. */
export interface LiveArticle extends PublishedArticle {
  /** The version in which these words changed last, and up to which they say the same as the other language. */
  changedIn: number;
  checkedIn: number;
}

const SUMMARY = 'a.id AS "articleId", a.slug, v.locale, a.category, v.title, v.excerpt';
/** Votes of the last 90 days decide what is popular; the editors' order until there are any. */
const FAVOUR = `(SELECT coalesce(sum(CASE WHEN f.helpful THEN 1 ELSE -1 END), 0) FROM article_feedback f
   WHERE f.article_id = a.id AND f.created_at > desk_now() - interval '90 days')`;

const POPULAR_DAYS = 28;
/** Who votes has read, and says more by it than many who only look. */
const VOTE_WEIGHS = 5;

/** What readers may see of the articles, always with whose eyes it is for. */
@Injectable()
export class Articles {
  constructor(private readonly database: Database) {}

  /** The languages in which a slug is published: none when there is no such article. */
  async find(slug: string, audience: ArticleAudience): Promise<LiveArticle[]> {
    return this.database.prepared(
      'help_article',
      `SELECT ${SUMMARY}, a.sub_category AS "subCategory", a.section_id AS "sectionId", a.visibility,
              a.related_ids AS "relatedIds", v.body_markdown AS "bodyMarkdown", v.created_at AS "updatedAt",
              v.changed_in AS "changedIn", v.checked_in AS "checkedIn"
         FROM ${READABLE} WHERE a.slug = $2 ORDER BY v.locale DESC`,
      [visibleTo(audience), slug],
    );
  }

  /** In the editors' order, `limit` at most. */
  async inCategory(
    locale: Locale,
    category: ArticleCategory,
    limit: number,
    audience: ArticleAudience,
  ): Promise<ArticleSummary[]> {
    return this.database.prepared(
      'help_category',
      `SELECT ${SUMMARY} FROM ${READABLE} WHERE v.locale = $2 AND a.category = $3 ORDER BY a.position, a.slug LIMIT $4`,
      [visibleTo(audience), locale, category, limit],
    );
  }

  /** The first `limit` of every category. */
  async firstOfEach(locale: Locale, limit: number, audience: ArticleAudience): Promise<ArticleSummary[]> {
    return this.database.prepared(
      'help_home',
      `SELECT "articleId", slug, locale, category, title, excerpt FROM (
         SELECT ${SUMMARY}, a.position, row_number() OVER (PARTITION BY a.category ORDER BY a.position, a.slug) AS place
           FROM ${READABLE} WHERE v.locale = $2
       ) placed WHERE place <= $3 ORDER BY position, slug`,
      [visibleTo(audience), locale, limit],
    );
  }

  /** What was published last for everybody, everywhere or in one category, `limit` at most. */
  async newest(
    locale: Locale,
    limit: number,
    category?: ArticleCategory,
  ): Promise<(ArticleSummary & { updatedAt: Date })[]> {
    return this.database.query(
      `SELECT ${SUMMARY}, v.created_at AS "updatedAt" FROM ${READABLE}
        WHERE v.locale = $2 AND ($4::text IS NULL OR a.category = $4)
        ORDER BY v.created_at DESC, a.slug LIMIT $3`,
      [visibleTo('anyone'), locale, limit, category ?? null],
    );
  }

  /** Where every article for everybody is, in each of its languages, the newest first. */
  async addresses(limit: number): Promise<{ slug: string; locale: Locale; languages: Locale[]; updatedAt: Date }[]> {
    return this.database.query(
      `SELECT a.slug, v.locale, v.created_at AS "updatedAt",
              array_agg(v.locale) OVER (PARTITION BY a.id) AS languages
         FROM ${READABLE} ORDER BY v.created_at DESC, a.slug, v.locale LIMIT $2`,
      [visibleTo('anyone'), limit],
    );
  }

  async popular(locale: Locale, limit: number, audience: ArticleAudience): Promise<ArticleSummary[]> {
    return this.database.prepared(
      'help_popular',
      `SELECT ${SUMMARY} FROM ${READABLE} WHERE v.locale = $2 ORDER BY ${FAVOUR} DESC, a.position, a.slug LIMIT $3`,
      [visibleTo(audience), locale, limit],
    );
  }

  /** The most popular `limit` of every category, the most popular of all first: by reads of the last weeks and votes. */
  async popularOfEach(locale: Locale, limit: number, audience: ArticleAudience): Promise<ArticleSummary[]> {
    return this.database.prepared(
      'help_popular_of_each',
      `SELECT "articleId", slug, locale, category, title, excerpt FROM (
         SELECT counted.*, row_number() OVER (PARTITION BY category ORDER BY favour DESC, position, slug) AS place
           FROM (SELECT ${SUMMARY}, a.position, coalesce(r.reads, 0) + ${VOTE_WEIGHS} * ${FAVOUR} AS favour
                   FROM ${READABLE} LEFT JOIN (
                     SELECT article_id, sum(reads) AS reads FROM article_days
                      WHERE day > desk_now()::date - ${POPULAR_DAYS} AND place <> 'console' GROUP BY article_id
                   ) r ON r.article_id = a.id
                  WHERE v.locale = $2) counted
       ) placed WHERE place <= $3 ORDER BY favour DESC, position, slug`,
      [visibleTo(audience), locale, limit],
    );
  }

  /** What was read most on a page of a host site; nothing that nobody has read there. */
  async popularOn(page: string, locale: Locale, limit: number, audience: ArticleAudience): Promise<ArticleSummary[]> {
    return this.database.prepared(
      'help_popular_on_page',
      `SELECT ${SUMMARY} FROM ${READABLE} JOIN (
         SELECT article_id, sum(reads) AS reads FROM article_days
          WHERE page = $3 AND page <> '' AND day > desk_now()::date - ${POPULAR_DAYS} GROUP BY article_id
       ) r ON r.article_id = a.id
        WHERE v.locale = $2 AND r.reads > 0
        ORDER BY r.reads + ${VOTE_WEIGHS} * ${FAVOUR} DESC, a.position, a.slug LIMIT $4`,
      [visibleTo(audience), locale, page, limit],
    );
  }

  /**
   * What became of an address that no article which these readers may see has: where it moved to, or that it is gone for good.
   * Of what was never for them they are told nothing.
   */
  async whereabouts(slug: string, audience: ArticleAudience): Promise<{ slug: string } | 'archived' | undefined> {
    const row = await this.database.one<{ slug: string; status: ArticleStatus }>(
      `SELECT a.slug, a.status FROM articles a LEFT JOIN article_former_slugs f ON f.article_id = a.id AND f.slug = $2
        WHERE (a.slug = $2 OR f.slug IS NOT NULL) AND a.visibility = ANY($1::text[]) AND a.published_at IS NOT NULL`,
      [visibleTo(audience), slug],
    );
    if (row?.status === 'archived') return 'archived';
    return row?.status === 'published' ? { slug: row.slug } : undefined;
  }

  /** The published ones of these in one language, in the order given. */
  async byIds(locale: Locale, articleIds: readonly string[], audience: ArticleAudience): Promise<ArticleSummary[]> {
    if (articleIds.length === 0) return [];
    return this.database.query(
      `SELECT ${SUMMARY} FROM ${READABLE} WHERE v.locale = $2 AND a.id = ANY($3::uuid[])
        ORDER BY array_position($3::uuid[], a.id)`,
      [visibleTo(audience), locale, articleIds],
    );
  }

  /** Who may read these, by id; nothing of those that are not published. */
  async visibilities(articleIds: readonly string[]): Promise<Map<string, ArticleVisibility>> {
    const rows = await this.database.query<{ id: string; visibility: ArticleVisibility }>(
      "SELECT id, visibility FROM articles WHERE status = 'published' AND id = ANY($1::uuid[])",
      [articleIds],
    );
    return new Map(rows.map(({ id, visibility }) => [id, visibility]));
  }

  /** What to read next: what the editors chose, else its neighbours. */
  async readNext(article: PublishedArticle, limit: number, audience: ArticleAudience): Promise<ArticleSummary[]> {
    const { articleId, locale, category, relatedIds } = article;
    const chosen = await this.byIds(locale, relatedIds, audience);
    if (chosen.length > 0) return chosen.slice(0, limit);
    const neighbours = await this.inCategory(locale, category, limit + 1, audience);
    return neighbours.filter((one) => one.articleId !== articleId).slice(0, limit);
  }
}
