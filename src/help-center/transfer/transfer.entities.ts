import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Staff } from '../../people/index.js';
import { ImportFile, ImportRow } from '../../platform/imports/index.js';
import { Article } from '../articles/article.entities.js';

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
export class ArticleImport extends ImportFile {
  @ForeignKey(() => Staff, { name: 'article_imports_created_by_fkey' })
  override createdBy!: string;
}

/** One article of a file, and what becomes of it. */
@Entity('article_import_rows')
@Check('article_import_rows_outcome_check', "outcome IN ('new', 'updates', 'unchanged', 'skipped', 'refused')")
@Index('article_import_rows_to_do', ['importId', 'number'], { where: 'plan IS NOT NULL' })
export class ArticleImportRow extends ImportRow {
  @ForeignKey(() => ArticleImport, { name: 'article_import_rows_import_id_fkey', onDelete: 'CASCADE' })
  override importId!: string;

  @Column('text')
  title!: string;

  @Column('text')
  slug!: string;

  /** The article that it is, or will be. */
  @Column('uuid', { name: 'article_id', nullable: true })
  articleId!: string | null;
}

export const TRANSFER_ENTITIES = [ArticleSource, ArticleImport, ArticleImportRow];
