import { Injectable } from '@nestjs/common';
import type {
  ArticleAudience,
  ArticleCategory,
  ArticleContent,
  ArticleSectionView,
  Locale,
  SectionPlace,
  SectionWords,
} from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { visibleTo } from '../articles/audience.js';
import { nameIn, type ReadableRow, type ReadableSection, readableTree, type SectionStep } from './readable-tree.js';
import { READABLE_SECTIONS, SECTIONS, WAY_TO } from './sections.sql.js';

const TREE = `hashtext('porchlight: article sections')`;

/** What a section is called, and where its page is. */
export interface SectionRecord {
  slug: string;
  names: SectionWords;
  descriptions: SectionWords;
}

/** The shelves of articles: read by all, and held still while somebody writes an article. */
@Injectable()
export class Sections {
  constructor(private readonly database: Database) {}

  /**
   * What these eyes find something in, in this language: sections with articles, and those above them. Each says how many articles
   * stand in it (`articles`), and how many with all below it (`total`).
   */
  async tree(audience: ArticleAudience, locale: Locale): Promise<ReadableSection[]> {
    const rows = await this.database.prepared<ReadableRow>('help_sections', READABLE_SECTIONS, [
      visibleTo(audience),
      locale,
    ]);
    return readableTree(rows, locale);
  }

  /** The way to a section in which something stands that one may see, the highest first. Cheaper than the tree. */
  async wayTo(sectionId: string, locale: Locale): Promise<SectionStep[]> {
    const rows = await this.database.prepared<
      Omit<SectionStep, 'name'> & { names: SectionWords; [column: string]: unknown }
    >('help_section_way', WAY_TO, [sectionId]);
    return rows.map(({ names, category, slug }) => ({ category, slug, name: nameIn(names, locale) || slug }));
  }

  /** All of them, for editors. Siblings stand in their order. */
  async all(on: Database | Transaction = this.database): Promise<ArticleSectionView[]> {
    return await on.query<ArticleSectionView & { [column: string]: unknown }>(SECTIONS, [null]);
  }

  /** @throws DeskError `not_found` */
  async one(tx: Transaction, id: string): Promise<ArticleSectionView> {
    const section = await tx.one<ArticleSectionView & { [column: string]: unknown }>(SECTIONS, [id]);
    if (!section) throw new DeskError('not_found');
    return section;
  }

  /**
   * Whoever writes an article calls this first, before any lock of a row: the tree then stays as it is until the end of `tx`, so
   * that an article's category is always that of its section. Writers do not wait for each other.
   */
  async holdStill(tx: Transaction): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock_shared(${TREE})`);
  }

  /** For whoever changes the tree: waits for all who hold it still, and lets the next ones wait. */
  async holdAlone(tx: Transaction): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(${TREE})`);
  }

  /** @throws DeskError `invalid_input` at `sectionId` when the section is not there, or of another category than the article */
  async requirePlace(tx: Transaction, { sectionId, category }: ArticleContent): Promise<void> {
    if (sectionId === undefined) return;
    const found = await this.categoryOf(tx, sectionId);
    if (found !== category)
      throw new DeskError('invalid_input', {
        errors: [
          { path: 'sectionId', message: found ? `is a section of ${found}, not of ${category}` : 'does not exist' },
        ],
        detail: {
          'zh-CN': found ? '所选栏目不属于这个问题类型，请重新选择栏目。' : '所选栏目已不存在，请重新选择栏目。',
          en: found
            ? 'The section is not of this category: choose another one.'
            : 'The section is gone: choose another one.',
        },
      });
  }

  /** What was written for a tree that may have changed since: in the section's category of now, or directly below its own. */
  async atHome(tx: Transaction, content: ArticleContent): Promise<ArticleContent> {
    const { sectionId, subCategory, ...rest } = content;
    const category = sectionId && (await this.categoryOf(tx, sectionId));
    if (category === content.category) return content;
    return category ? { ...rest, sectionId, category } : { ...rest, ...(subCategory && { subCategory }) };
  }

  /** A new section, the last of its siblings. The tree must be held alone, the place be sound and the slug free. @returns its id */
  async add(
    tx: Transaction,
    { category, parentId }: SectionPlace,
    { slug, names, descriptions }: SectionRecord,
  ): Promise<string> {
    const id = newId();
    await tx.query(
      `INSERT INTO article_sections (id, category, parent_id, slug, names, descriptions, position)
       SELECT $1, $2, $3, $4, $5, $6, 1 + coalesce(max(position), 0)
         FROM article_sections WHERE category = $2 AND parent_id IS NOT DISTINCT FROM $3::uuid`,
      [id, category, parentId, slug, JSON.stringify(names), JSON.stringify(descriptions)],
    );
    return id;
  }

  private async categoryOf(tx: Transaction, id: string): Promise<ArticleCategory | undefined> {
    const row = await tx.one<{ category: ArticleCategory }>('SELECT category FROM article_sections WHERE id = $1', [
      id,
    ]);
    return row?.category;
  }
}
