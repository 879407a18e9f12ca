import { Injectable } from '@nestjs/common';
import { CATEGORIES, type CategoryKey, type CategorySettingsView } from '../../contract/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { subCategoryView } from './categories.service.js';
import type { Category, SubCategory } from './category.entities.js';

type Row<T> = T & { [column: string]: unknown };
type SubCategoryRow = Row<SubCategory & { openTickets: number }>;

const SUB_CATEGORIES = `
  SELECT s.key, s.category, s.name, s.priority, s.nature, s.team_key AS "teamKey", s.form, s.form_version AS "formVersion",
         s.checklist, s.archived_at AS "archivedAt", s.version,
         coalesce(t.count, 0)::integer AS "openTickets"
    FROM sub_categories s
    LEFT JOIN (SELECT sub_category, count(*) FROM tickets
                WHERE status IN ('new', 'open', 'pending', 'on_hold') GROUP BY sub_category) t ON t.sub_category = s.key
   ORDER BY s.archived_at IS NOT NULL, s.position, s.key`;

/** Categories as administrators see them. */
@Injectable()
export class CategorySettingsReader {
  async all(from: Pick<Transaction, 'query'>): Promise<CategorySettingsView[]> {
    const categories = await from.query<Row<Category>>('SELECT key, name, topic, version FROM categories');
    const subCategories = await from.query<SubCategoryRow>(SUB_CATEGORIES);
    return categories
      .sort((left, right) => CATEGORIES.indexOf(left.key) - CATEGORIES.indexOf(right.key))
      .map(({ key, name, topic, version }) => ({
        key,
        name,
        topic,
        version,
        subCategories: subCategories
          .filter(({ category }) => category === key)
          .map((row) => ({ ...subCategoryView(row), version: row.version, openTickets: row.openTickets })),
      }));
  }

  async one(from: Pick<Transaction, 'query'>, key: CategoryKey): Promise<CategorySettingsView> {
    return (await this.all(from)).find((category) => category.key === key) as CategorySettingsView;
  }
}
