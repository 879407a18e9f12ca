import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ImportMessage, ImportOptions, ImportOutcome, ImportStatus } from '../../contract/index.js';
import { Staff } from '../../people/index.js';
import { Article } from '../articles/article.entities.js';
import type { ImportPlan, RowPlan } from './imports/import-rows.js';

/** Which article came of which page of another help centre: a second import brings it up to date instead of doubling it. */
@Entity('article_sources')
export class ArticleSource {
  /** E.g. `zendesk`. */
  @PrimaryColumn('text')
  source!: string;

  @PrimaryColumn('text', { name: 'external_id' })
  externalId!: string;

  @ForeignKey(() => Article, { name: 'article_sources_article_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'article_id' })
  articleId!: string;

  @Column('timestamptz', { name: 'imported_at', default: () => 'desk_now()' })
  importedAt!: Date;
}

/** A file somebody has brought. */
@Entity('article_imports')
@Check('article_imports_status_check', "status IN ('checking', 'checked', 'applying', 'done', 'failed')")
@Index('article_imports_list', ['createdAt'])
@Index('article_imports_under_way', ['heldUntil'], { where: "status IN ('checking', 'applying')" })
export class ArticleImport {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null until it is known. */
  @Column('text', { nullable: true })
  format!: string | null;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  /** Where the file lies until it is taken over. */
  @Column('text', { name: 'storage_key' })
  storageKey!: string;

  /** Bytes. */
  @Column('integer', { default: 0 })
  size!: number;

  @Column('jsonb')
  options!: ImportOptions;

  /** `checked`: looked through, nothing changed. */
  @Column('text', { default: 'checking' })
  status!: ImportStatus;

  @Column('jsonb', { default: {} })
  counts!: object;

  /** What beside its articles came of looking through it. */
  @Column('jsonb', { default: { places: [], sections: [] } })
  plan!: ImportPlan;

  @Column('jsonb', { nullable: true })
  problem!: ImportMessage | null;

  /** How often somebody began to work on it, since it was last asked for. */
  @Column('integer', { default: 0 })
  attempts!: number;

  /** Somebody works on it, and will have said so again before this. */
  @Column('timestamptz', { name: 'held_until', nullable: true })
  heldUntil!: Date | null;

  /** Who has said that it be taken over. */
  @Column('uuid', { name: 'applied_by', nullable: true })
  appliedBy!: string | null;

  @Column('text', { name: 'applied_by_name', nullable: true })
  appliedByName!: string | null;

  @ForeignKey(() => Staff, { name: 'article_imports_created_by_fkey' })
  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('text', { name: 'created_by_name' })
  createdByName!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}

/** One article of a file, and what becomes of it. */
@Entity('article_import_rows')
@Check('article_import_rows_outcome_check', "outcome IN ('new', 'updates', 'unchanged', 'skipped', 'refused')")
@Index('article_import_rows_to_do', ['importId', 'number'], { where: 'plan IS NOT NULL' })
export class ArticleImportRow {
  @ForeignKey(() => ArticleImport, { name: 'article_import_rows_import_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'import_id' })
  importId!: string;

  /** From 1, in the order of the file. */
  @PrimaryColumn('integer')
  number!: number;

  @Column('text')
  place!: string;

  @Column('text')
  title!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  outcome!: ImportOutcome;

  @Column('jsonb', { default: [] })
  messages!: ImportMessage[];

  /** The article that it is, or will be. */
  @Column('uuid', { name: 'article_id', nullable: true })
  articleId!: string | null;

  /** What is to be done; null: nothing, or nothing more. */
  @Column('jsonb', { nullable: true })
  plan!: RowPlan | null;

  @Column('timestamptz', { name: 'applied_at', nullable: true })
  appliedAt!: Date | null;
}

export const TRANSFER_ENTITIES = [ArticleSource, ArticleImport, ArticleImportRow];
