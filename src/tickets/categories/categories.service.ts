import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import {
  CATEGORIES,
  type CategoryKey,
  type CategoryView,
  FIELD_FORMATS,
  type LocalizedText,
  type SubCategoryView,
} from '../../contract/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import type { Category, StoredField, SubCategory } from './category.entities.js';
import { CATEGORY_PRESETS } from './presets.data.js';

/** How long another process may go on with what was changed here. */
const FRESH_MILLISECONDS = 2_000;

type CategoryRow = Pick<Category, 'key' | 'name' | 'topic'>;
type SubCategoryRow = Omit<SubCategory, 'version' | 'position'> & { [column: string]: unknown };

const SUB_CATEGORY = `
  SELECT key, category, name, priority, nature, team_key AS "teamKey", form, form_version AS "formVersion", checklist,
         archived_at AS "archivedAt"
    FROM sub_categories`;

/** What can be asked. Who shows it reads `all`; who decides by it asks within their transaction. */
@Injectable()
export class Categories implements OnApplicationBootstrap {
  private known: { views: readonly CategoryView[]; until: number } | undefined;
  /** So that what was read before a change is not kept after it. */
  private changes = 0;
  private loading: Promise<readonly CategoryView[]> | undefined;

  constructor(private readonly database: Database) {}

  /** A desk begins with the presets; none is ever written over. */
  async onApplicationBootstrap(): Promise<void> {
    await this.database.query(
      `INSERT INTO categories (key, name, topic)
       SELECT key, name, topic FROM jsonb_to_recordset($1) AS c(key text, name jsonb, topic jsonb) ON CONFLICT DO NOTHING`,
      [JSON.stringify(CATEGORY_PRESETS)],
    );
    const subCategories = CATEGORY_PRESETS.flatMap(({ key: category, subCategories }) =>
      subCategories.map((sub, position) => ({ ...sub, category, position })),
    );
    await this.database.query(
      `INSERT INTO sub_categories (key, category, name, priority, nature, team_key, position, form, checklist)
       SELECT key, category, name, priority, nature, "teamKey", position, form, checklist
         FROM jsonb_to_recordset($1) AS s(key text, category text, name jsonb, priority text, nature text, "teamKey" text,
                                          position integer, form jsonb, checklist jsonb) ON CONFLICT DO NOTHING`,
      [JSON.stringify(subCategories)],
    );
    await this.database.query(
      `INSERT INTO sub_category_forms (sub_category, version, form)
       SELECT key, form_version, form FROM sub_categories ON CONFLICT DO NOTHING`,
    );
  }

  /** In the order to show them, archived ones last; 2 s old at most. The last known while the database is away. */
  async all(): Promise<readonly CategoryView[]> {
    if (this.known && this.known.until > performance.now()) return this.known.views;
    this.loading ??= this.load(this.changes);
    return this.loading;
  }

  /** After a change of ours. */
  forget(): void {
    this.changes += 1;
    this.known = undefined;
    this.loading = undefined;
  }

  /**
   * Undefined when this category has no such sub-category. It stays as it is until the transaction ends: a case opened by it and
   * its being archived come one after the other.
   */
  async find(tx: Transaction, category: CategoryKey, key: string): Promise<SubCategoryView | undefined> {
    const row = await tx.one<SubCategoryRow>(`${SUB_CATEGORY} WHERE key = $1 AND category = $2 FOR SHARE`, [
      key,
      category,
    ]);
    return row && subCategoryView(row);
  }

  async topicOf(tx: Transaction, category: CategoryKey): Promise<LocalizedText | undefined> {
    return (await tx.one<CategoryRow>('SELECT topic FROM categories WHERE key = $1', [category]))?.topic;
  }

  private async load(change: number): Promise<readonly CategoryView[]> {
    const last = this.known?.views;
    try {
      const [categories, subCategories] = await Promise.all([
        this.database.query<CategoryRow>('SELECT key, name, topic FROM categories'),
        this.database.query<SubCategoryRow>(`${SUB_CATEGORY} ORDER BY archived_at IS NOT NULL, position, key`),
      ]);
      const views = categories
        .sort((left, right) => CATEGORIES.indexOf(left.key) - CATEGORIES.indexOf(right.key))
        .map(({ key, name, topic }) => ({
          key,
          name,
          topic,
          subCategories: subCategories.filter(({ category }) => category === key).map(subCategoryView),
        }));
      if (change === this.changes) this.known = { views, until: performance.now() + FRESH_MILLISECONDS };
      return views;
    } catch (error) {
      if (!last) throw error;
      return last;
    } finally {
      if (change === this.changes) this.loading = undefined;
    }
  }
}

export const fieldView = (field: StoredField): SubCategoryView['form'][number] => ({
  ...field,
  ...(field.format && { pattern: FIELD_FORMATS[field.format] }),
});

export function subCategoryView(
  row: Pick<
    SubCategory,
    'key' | 'name' | 'priority' | 'nature' | 'teamKey' | 'form' | 'formVersion' | 'checklist' | 'archivedAt'
  >,
): SubCategoryView {
  const { key, name, priority, nature, teamKey, form, formVersion, checklist, archivedAt } = row;
  return {
    key,
    name,
    priority,
    nature,
    teamKey,
    form: form.map(fieldView),
    formVersion,
    checklist,
    ...(archivedAt && { archived: true }),
  };
}
