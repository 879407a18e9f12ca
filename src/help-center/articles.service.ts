import { Injectable } from '@nestjs/common';
import type { Locale } from '../contract/index.js';
import { newId } from '../platform/clock/index.js';
import { Database, type Transaction } from '../platform/db/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { ArticlePublished } from './article.events.js';
import type { DemoArticle } from './demo-articles.js';
import { plainText } from './markdown.js';
import type { ArticleCategory, ArticleDocument } from './search/article-search.js';

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
      `SELECT ${SUMMARY}, a.sub_category AS "subCategory", v.body_markdown AS "bodyMarkdown", v.created_at AS "updatedAt"
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

  /** Makes these words what readers see, as a new version in each language. Creates the article when it is new. */
  async publish(tx: Transaction, article: DemoArticle): Promise<string> {
    const row = await tx.one<{ id: string }>(
      `INSERT INTO articles (id, slug, category, sub_category, position, status, published_at)
       VALUES ($1, $2, $3, $4, $5, 'published', desk_now())
       ON CONFLICT (slug) DO UPDATE SET category = excluded.category, sub_category = excluded.sub_category,
         position = excluded.position, status = 'published', updated_at = desk_now(),
         published_at = coalesce(articles.published_at, desk_now())
       RETURNING id`,
      [newId(), article.slug, article.category, article.subCategory, article.position],
    );
    const { id } = row as { id: string };
    for (const [locale, { title, excerpt, bodyMarkdown, keywords }] of Object.entries(article.versions)) {
      await tx.query(
        'UPDATE article_versions SET published = false WHERE article_id = $1 AND locale = $2 AND published',
        [id, locale],
      );
      await tx.query(
        `INSERT INTO article_versions (id, article_id, locale, version, title, excerpt, body_markdown, keywords, published)
         SELECT $1, $2, $3, 1 + coalesce(max(version), 0), $4, $5, $6, $7, true
           FROM article_versions WHERE article_id = $2 AND locale = $3`,
        [newId(), id, locale, title, excerpt, bodyMarkdown, keywords],
      );
    }
    await this.outbox.add(tx, ArticlePublished(id, { articleId: id }));
    return id;
  }

  /** Which of these are taken, published or not. */
  async takenSlugs(tx: Transaction, slugs: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ slug: string }>('SELECT slug FROM articles WHERE slug = ANY($1)', [slugs]);
    return new Set(rows.map(({ slug }) => slug));
  }
}
