import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type {
  ArticleCategory,
  ArticleContent,
  ArticleReview,
  ArticleStatus,
  ArticleVisibility,
  Locale,
} from '../../contract/index.js';
import { Staff } from '../../people/index.js';

/** A shelf of articles below one of the categories, or below another section. */
@Entity('article_sections')
@Unique('article_sections_slug_key', ['slug'])
@Index('article_sections_place', ['category', 'parentId', 'position'])
export class ArticleSection {
  @PrimaryColumn('uuid')
  id!: string;

  /** The same for all sections of one branch. */
  @Column('text')
  category!: ArticleCategory;

  @ForeignKey(() => ArticleSection, { name: 'article_sections_parent_id_fkey' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column('text')
  slug!: string;

  @Column('jsonb')
  names!: Partial<Record<Locale, string>>;

  @Column('jsonb', { default: {} })
  descriptions!: Partial<Record<Locale, string>>;

  /** Editors' order among its siblings, smallest first. */
  @Column('integer', { default: 500 })
  position!: number;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

/** One page of the help centre; its words stand in its versions. */
@Entity('articles')
@Unique('articles_slug_key', ['slug'])
@Check('articles_status_check', "status IN ('draft', 'published', 'archived')")
@Check('articles_visibility_check', "visibility IN ('public', 'customers', 'staff')")
@Index('articles_section', ['sectionId', 'position'], { where: 'section_id IS NOT NULL' })
@Index('articles_order', ['category', 'position', 'slug'], { where: "status = 'published'" })
@Index('articles_expiry', ['expiresAt'], { where: 'expires_at IS NOT NULL' })
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

  /** Directly under its category: null. */
  @ForeignKey(() => ArticleSection, { name: 'articles_section_id_fkey' })
  @Column('uuid', { name: 'section_id', nullable: true })
  sectionId!: string | null;

  @Column('text', { default: 'public' })
  visibility!: ArticleVisibility;

  /** Who sees to it that it stays true. */
  @ForeignKey(() => Staff, { name: 'articles_owner_id_fkey' })
  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId!: string | null;

  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt!: Date | null;

  @Column('text', { name: 'reviewed_by_name', nullable: true })
  reviewedByName!: string | null;

  /** After so many days without a review it is stale. */
  @Column('integer', { name: 'review_days', default: 180 })
  reviewDays!: number;

  /** When readers no longer find it. */
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

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

  /** Whether somebody was asked to look at it, or has sent it back. */
  @Column('jsonb', { nullable: true })
  review!: ArticleReview | null;

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

  @Column('uuid', { name: 'section_id', nullable: true })
  sectionId!: string | null;

  @Column('text', { default: 'public' })
  visibility!: ArticleVisibility;

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

/** What is to be published, as it was when somebody said so, and when. */
@Entity('article_schedules')
@Index('article_schedules_due', ['publishAt'], { where: 'problem IS NULL' })
export class ArticleSchedule {
  @ForeignKey(() => Article, { name: 'article_schedules_article_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'article_id' })
  articleId!: string;

  @Column('jsonb')
  content!: ArticleContent;

  @Column('text')
  note!: string;

  /** Whether the other language needs no change, whatever this one says then. */
  @Column('boolean', { name: 'in_step', default: false })
  inStep!: boolean;

  @Column('timestamptz', { name: 'publish_at' })
  publishAt!: Date;

  /** Why it could not be published when its time had come; it waits for an editor then. */
  @Column('text', { nullable: true })
  problem!: string | null;

  @ForeignKey(() => Staff, { name: 'article_schedules_scheduled_by_fkey' })
  @Column('uuid', { name: 'scheduled_by' })
  scheduledBy!: string;

  @Column('text', { name: 'scheduled_by_name' })
  scheduledByName!: string;

  @Column('timestamptz', { name: 'scheduled_at', default: () => 'desk_now()' })
  scheduledAt!: Date;
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
@Index('article_images_content', ['contentHash'])
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

  /** SHA-256 in hexadecimal; null: stored before it was kept, and not needed since. */
  @Column('text', { name: 'content_hash', nullable: true })
  contentHash!: string | null;

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

  /** The article's version in which these words changed last. */
  @Column('integer', { name: 'changed_in', default: 1 })
  changedIn!: number;

  /** The article's version up to which they say the same as the other language. */
  @Column('integer', { name: 'checked_in', default: 1 })
  checkedIn!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

export const ARTICLE_ENTITIES = [
  ArticleSection,
  Article,
  ArticleDraft,
  ArticlePublication,
  ArticleVersion,
  ArticleSchedule,
  ArticleFormerSlug,
  ArticleImage,
];
