import { Injectable } from '@nestjs/common';
import type { ArticleCategory, ArticleContent, ArticleStatus, Locale } from '../contract/index.js';
import type { StaffPrincipal } from '../people/index.js';
import { newId } from '../platform/clock/index.js';
import { Database, type Transaction } from '../platform/db/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { ArticlePublished, ArticleWithdrawn } from './article.events.js';
import { plainText } from './markdown.js';
import type { ArticleDocument } from './search/article-search.js';

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
  relatedIds: string[];
  bodyMarkdown: string;
  /** When these words were published. */
  updatedAt: Date;
}

const SUMMARY = 'a.id AS "articleId", a.slug, v.locale, a.category, v.title, v.excerpt';
const PUBLISHED = `articles a JOIN article_versions v ON v.article_id = a.id AND v.published AND a.status = 'published'`;
/** Votes of the last 90 days decide what is popular; the editors' order until there are any. */
const FAVOUR = `(SELECT coalesce(sum(CASE WHEN f.helpful THEN 1 ELSE -1 END), 0) FROM article_feedback f
   WHERE f.article_id = a.id AND f.created_at > desk_now() - interval '90 days')`;

@Injectable()
export class Articles {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** The languages in which a slug is published: none when there is no such article. */
  async find(slug: string): Promise<PublishedArticle[]> {
    return this.database.prepared(
      'help_article',
      `SELECT ${SUMMARY}, a.sub_category AS "subCategory", a.related_ids AS "relatedIds", v.body_markdown AS "bodyMarkdown", v.created_at AS "updatedAt"
         FROM ${PUBLISHED} WHERE a.slug = $1 ORDER BY v.locale DESC`,
      [slug],
    );
  }

  /** In the editors' order, `limit` at most. */
  async inCategory(locale: Locale, category: ArticleCategory, limit: number): Promise<ArticleSummary[]> {
    return this.database.prepared(
      'help_category',
      `SELECT ${SUMMARY} FROM ${PUBLISHED} WHERE v.locale = $1 AND a.category = $2 ORDER BY a.position, a.slug LIMIT $3`,
      [locale, category, limit],
    );
  }

  /** The first `limit` of every category. */
  async firstOfEach(locale: Locale, limit: number): Promise<ArticleSummary[]> {
    return this.database.prepared(
      'help_home',
      `SELECT "articleId", slug, locale, category, title, excerpt FROM (
         SELECT ${SUMMARY}, a.position, row_number() OVER (PARTITION BY a.category ORDER BY a.position, a.slug) AS place
           FROM ${PUBLISHED} WHERE v.locale = $1
       ) placed WHERE place <= $2 ORDER BY position, slug`,
      [locale, limit],
    );
  }

  async popular(locale: Locale, limit: number): Promise<ArticleSummary[]> {
    return this.database.prepared(
      'help_popular',
      `SELECT ${SUMMARY} FROM ${PUBLISHED} WHERE v.locale = $1 ORDER BY ${FAVOUR} DESC, a.position, a.slug LIMIT $2`,
      [locale, limit],
    );
  }

  /** What the search holds of these articles, and the stamp of each; nothing of those that are not published. */
  async documents(articleIds: readonly string[]): Promise<{ document: ArticleDocument; stamp: string }[]> {
    const rows = await this.database.query<
      ArticleSummary & { keywords: string[]; bodyMarkdown: string; stamp: string }
    >(
      `SELECT ${SUMMARY}, v.keywords, v.body_markdown AS "bodyMarkdown", a.updated_at::text AS stamp
         FROM ${PUBLISHED} WHERE a.id = ANY($1) ORDER BY a.position, a.slug`,
      [articleIds],
    );
    return rows.map(({ bodyMarkdown, stamp, ...row }) => ({
      document: { ...row, body: plainText(bodyMarkdown) },
      stamp,
    }));
  }

  /** When each published article changed last, by its id; to be compared, not read. */
  async stamps(): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; stamp: string }>(
      "SELECT id, updated_at::text AS stamp FROM articles WHERE status = 'published'",
    );
    return new Map(rows.map(({ id, stamp }) => [id, stamp]));
  }

  /**
   * Makes this what readers see, as the next version. A language that it has no words in is no longer shown.
   * The slug must be free; the one before goes on leading here.
   * @returns the version's number
   */
  async publish(
    tx: Transaction,
    articleId: string,
    content: ArticleContent,
    { note, by }: { note: string; by?: StaffPrincipal },
  ): Promise<number> {
    const { slug, category, subCategory = null, position, related } = content;
    await tx.query(
      `INSERT INTO article_former_slugs (slug, article_id)
       SELECT slug, id FROM articles WHERE id = $1 AND slug <> $2 AND published_at IS NOT NULL`,
      [articleId, slug],
    );
    await tx.query('DELETE FROM article_former_slugs WHERE article_id = $1 AND slug = $2', [articleId, slug]);
    await tx.query(
      `UPDATE articles SET slug = $2, category = $3, sub_category = $4, position = $5, related_ids = $6, status = 'published',
         updated_at = desk_now(), published_at = coalesce(published_at, desk_now()) WHERE id = $1`,
      [articleId, slug, category, subCategory, position, related],
    );
    const [publication] = await tx.query<{ version: number }>(
      `INSERT INTO article_publications (article_id, version, slug, category, sub_category, position, related_ids, note,
         published_by, published_by_name)
       SELECT $1, 1 + coalesce(max(version), 0), $2, $3, $4, $5, $6, $7, $8, $9
         FROM article_publications WHERE article_id = $1 RETURNING version`,
      [articleId, slug, category, subCategory, position, related, note, by?.staffId ?? null, by?.name ?? null],
    );
    const version = publication?.version as number;
    await tx.query('UPDATE article_versions SET published = false WHERE article_id = $1 AND published', [articleId]);
    for (const [locale, { title, excerpt, bodyMarkdown, keywords }] of Object.entries(content.words))
      await tx.query(
        `INSERT INTO article_versions (id, article_id, locale, version, title, excerpt, body_markdown, keywords, published)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, true)`,
        [newId(), articleId, locale, version, title, excerpt, bodyMarkdown, keywords],
      );
    await tx.query('UPDATE article_drafts SET changed = false WHERE article_id = $1', [articleId]);
    await this.outbox.add(tx, ArticlePublished(articleId, { articleId }));
    return version;
  }

  /** Readers no longer find it. Its versions stay. */
  async withdraw(tx: Transaction, articleId: string, status: 'draft' | 'archived'): Promise<void> {
    await tx.query('UPDATE articles SET status = $2, updated_at = desk_now() WHERE id = $1', [articleId, status]);
    await this.outbox.add(tx, ArticleWithdrawn(articleId, { articleId }));
  }

  /** A new article, published as it is: it comes with the product, nobody wrote it here. @returns its id */
  async add(tx: Transaction, content: ArticleContent): Promise<string> {
    const articleId = newId();
    await tx.query('INSERT INTO articles (id, slug, category) VALUES ($1, $2, $3)', [
      articleId,
      content.slug,
      content.category,
    ]);
    await tx.query('INSERT INTO article_drafts (article_id, content) VALUES ($1, $2)', [
      articleId,
      JSON.stringify(content),
    ]);
    await this.publish(tx, articleId, content, { note: '' });
    return articleId;
  }

  /** What became of an address that no published article has: where it moved to, or that it is gone for good. */
  async whereabouts(slug: string): Promise<{ slug: string } | 'archived' | undefined> {
    const row = await this.database.one<{ slug: string; status: ArticleStatus }>(
      `SELECT a.slug, a.status FROM articles a LEFT JOIN article_former_slugs f ON f.article_id = a.id AND f.slug = $1
        WHERE a.slug = $1 OR f.slug IS NOT NULL`,
      [slug],
    );
    if (row?.status === 'archived') return 'archived';
    return row?.status === 'published' ? { slug: row.slug } : undefined;
  }

  /** The published ones of these in one language, in the order given. */
  async byIds(locale: Locale, articleIds: readonly string[]): Promise<ArticleSummary[]> {
    if (articleIds.length === 0) return [];
    return this.database.query(
      `SELECT ${SUMMARY} FROM ${PUBLISHED} WHERE v.locale = $1 AND a.id = ANY($2::uuid[])
        ORDER BY array_position($2::uuid[], a.id)`,
      [locale, articleIds],
    );
  }

  /** Which of these are taken, published or not. */
  async takenSlugs(tx: Transaction, slugs: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ slug: string }>('SELECT slug FROM articles WHERE slug = ANY($1)', [slugs]);
    return new Set(rows.map(({ slug }) => slug));
  }
}
