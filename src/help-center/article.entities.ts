import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Locale } from '../contract/index.js';
import type { ArticleCategory } from './search/article-search.js';

export type ArticleStatus = 'draft' | 'published';

/** One page of the help centre; its words stand in its versions. */
@Entity('articles')
@Unique('articles_slug_key', ['slug'])
@Check('articles_status_check', "status IN ('draft', 'published')")
export class Article {
  @PrimaryColumn('uuid')
  id!: string;

  /** Stands in the address, e.g. `payout-delay`. */
  @Column('text')
  slug!: string;

  @Column('text')
  category!: ArticleCategory;

  @Column('text', { name: 'sub_category', nullable: true })
  subCategory!: string | null;

  @Column('text', { default: 'draft' })
  status!: ArticleStatus;

  /** Editors' order in lists, smallest first. */
  @Column('integer', { default: 500 })
  position!: number;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'desk_now()' })
  updatedAt!: Date;
}

/** The words of an article in one language at one time. At most one a language is what readers see. */
@Entity('article_versions')
@Unique('article_versions_article_id_locale_version_key', ['articleId', 'locale', 'version'])
@Index('article_versions_published', ['articleId', 'locale'], { unique: true, where: 'published' })
export class ArticleVersion {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Article, { name: 'article_versions_article_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'article_id' })
  articleId!: string;

  @Column('text')
  locale!: Locale;

  /** From 1 in each language. */
  @Column('integer')
  version!: number;

  @Column('text')
  title!: string;

  @Column('text')
  excerpt!: string;

  @Column('text', { name: 'body_markdown' })
  bodyMarkdown!: string;

  /** What people call it, beside the words of the text. */
  @Column('text', { array: true })
  keywords!: string[];

  @Column('boolean', { default: false })
  published!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

/** Whether an article helped, once per visitor; a later answer replaces the earlier. */
@Entity('article_feedback')
@Unique('article_feedback_article_id_session_key_hash_key', ['articleId', 'sessionKeyHash'])
export class ArticleFeedback {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Article, { name: 'article_feedback_article_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'article_id' })
  articleId!: string;

  @Column('text')
  locale!: Locale;

  @Column('boolean')
  helpful!: boolean;

  /** What was missing, in the reader's words. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** SHA-256 of the visitor's cookie: tells visitors apart, and leads back to nobody. */
  @Column('bytea', { name: 'session_key_hash' })
  sessionKeyHash!: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

export const HELP_CENTER_ENTITIES = [Article, ArticleVersion, ArticleFeedback];
