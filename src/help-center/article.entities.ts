import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ArticleCategory, ArticleContent, ArticleStatus, Locale } from '../contract/index.js';
import { Staff } from '../people/index.js';

/** One page of the help centre; its words stand in its versions. */
@Entity('articles')
@Unique('articles_slug_key', ['slug'])
@Check('articles_status_check', "status IN ('draft', 'published', 'archived')")
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

  /** What the editors say to read next. */
  @Column('uuid', { name: 'related_ids', array: true, default: [] })
  relatedIds!: string[];

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'desk_now()' })
  updatedAt!: Date;
}

/** What its editors are writing; readers see nothing of it before it is published. */
@Entity('article_drafts')
@Index('article_drafts_edited', ['editedAt', 'articleId'])
export class ArticleDraft {
  @ForeignKey(() => Article, { name: 'article_drafts_article_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'article_id' })
  articleId!: string;

  @Column('jsonb')
  content!: ArticleContent;

  @Column('integer', { default: 1 })
  version!: number;

  /** Since it was published last. */
  @Column('boolean', { default: true })
  changed!: boolean;

  @Column('uuid', { name: 'edited_by', nullable: true })
  editedBy!: string | null;

  @Column('text', { name: 'edited_by_name', nullable: true })
  editedByName!: string | null;

  @Column('timestamptz', { name: 'edited_at', default: () => 'desk_now()' })
  editedAt!: Date;
}

/** One version as a whole: where it stood, who published it, and why. A trigger refuses changes. */
@Entity('article_publications')
export class ArticlePublication {
  @ForeignKey(() => Article, { name: 'article_publications_article_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'article_id' })
  articleId!: string;

  /** From 1. */
  @PrimaryColumn('integer')
  version!: number;

  @Column('text')
  slug!: string;

  @Column('text')
  category!: ArticleCategory;

  @Column('text', { name: 'sub_category', nullable: true })
  subCategory!: string | null;

  @Column('integer')
  position!: number;

  @Column('uuid', { name: 'related_ids', array: true })
  relatedIds!: string[];

  @Column('text')
  note!: string;

  /** Nobody: it came with the demo. */
  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy!: string | null;

  @Column('text', { name: 'published_by_name', nullable: true })
  publishedByName!: string | null;

  @Column('timestamptz', { name: 'published_at', default: () => 'desk_now()' })
  publishedAt!: Date;
}

/** Where an article stood before: links from outside still lead to it. */
@Entity('article_former_slugs')
export class ArticleFormerSlug {
  @PrimaryColumn('text')
  slug!: string;

  @ForeignKey(() => Article, { name: 'article_former_slugs_article_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'article_id' })
  articleId!: string;
}

/** A picture for articles. Public from the moment it is stored, for whoever has its address. */
@Entity('article_images')
export class ArticleImage {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'content_type' })
  contentType!: string;

  /** Bytes. */
  @Column('integer')
  size!: number;

  /** Pixels. */
  @Column('integer')
  width!: number;

  @Column('integer')
  height!: number;

  @Column('text', { name: 'storage_key' })
  storageKey!: string;

  @ForeignKey(() => Staff, { name: 'article_images_uploaded_by_fkey' })
  @Column('uuid', { name: 'uploaded_by' })
  uploadedBy!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

/** The words of a version in one language. At most one a language is what readers see. */
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

  /** Of the publication they came with. */
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

export const HELP_CENTER_ENTITIES = [
  Article,
  ArticleDraft,
  ArticlePublication,
  ArticleVersion,
  ArticleFormerSlug,
  ArticleImage,
  ArticleFeedback,
];
