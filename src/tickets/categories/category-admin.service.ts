import { Injectable } from '@nestjs/common';
import type { CategoryKey, CategorySettingsView, LocalizedText, SubCategorySettings } from '../../contract/index.js';
import { auditActor, Directory, type StaffPrincipal } from '../../people/index.js';
import { Audit, type Changes, differences } from '../../platform/audit/index.js';
import { Database, isUniqueViolation, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Categories } from './categories.service.js';
import type { Category, SubCategory } from './category.entities.js';
import { CategorySettingsReader } from './category-settings.reader.js';
import { FormVersions } from './form-versions.service.js';
import { revisedChecklist, revisedForm } from './revised-form.js';

type Row<T> = T & { [column: string]: unknown };
type Versioned<T> = T & { version: number };

const CATEGORY = 'SELECT key, name, topic, version FROM categories WHERE key = $1 FOR UPDATE';
const SUB_CATEGORY = `
  SELECT key, category, name, priority, nature, team_key AS "teamKey", position, form, checklist,
         archived_at AS "archivedAt", version
    FROM sub_categories WHERE key = $1 FOR UPDATE`;

/** What administrators do with categories. Each verb answers the whole category as it now is. */
@Injectable()
export class CategoryAdmin {
  constructor(
    private readonly database: Database,
    private readonly reader: CategorySettingsReader,
    private readonly categories: Categories,
    private readonly directory: Directory,
    private readonly audit: Audit,
    private readonly formVersions: FormVersions,
  ) {}

  settings(): Promise<CategorySettingsView[]> {
    return this.reader.all(this.database);
  }

  /** @throws DeskError `conflict` */
  rename(
    by: StaffPrincipal,
    key: CategoryKey,
    { version, ...names }: Versioned<{ name: LocalizedText; topic: LocalizedText }>,
  ): Promise<CategorySettingsView> {
    return this.change(key, async (tx) => {
      const { name, topic } = await this.lockCategory(tx, key, version);
      const changes = differences({ name, topic }, names);
      if (Object.keys(changes).length === 0) return;
      await tx.query('UPDATE categories SET name = $2, topic = $3, version = version + 1 WHERE key = $1', [
        key,
        names.name,
        names.topic,
      ]);
      await this.record(tx, by, 'category.updated', { key, name: names.name }, changes);
    });
  }

  /** @throws DeskError `conflict`, also when a sub-category has come or gone meanwhile */
  order(
    by: StaffPrincipal,
    key: CategoryKey,
    { version, subCategories }: Versioned<{ subCategories: string[] }>,
  ): Promise<CategorySettingsView> {
    return this.change(key, async (tx) => {
      const category = await this.lockCategory(tx, key, version);
      const rows = await tx.query<{ key: string }>(
        'SELECT key FROM sub_categories WHERE category = $1 AND archived_at IS NULL ORDER BY position, key',
        [key],
      );
      const before = rows.map((row) => row.key);
      if ([...before].sort().join() !== [...subCategories].sort().join()) throw new DeskError('conflict');
      const changes = differences({ order: before }, { order: subCategories });
      if (Object.keys(changes).length === 0) return;
      await tx.query(
        `UPDATE sub_categories s SET position = o.position FROM unnest($1::text[]) WITH ORDINALITY AS o(key, position)
          WHERE s.key = o.key`,
        [subCategories],
      );
      await tx.query('UPDATE categories SET version = version + 1 WHERE key = $1', [key]);
      await this.record(tx, by, 'category.reordered', category, changes);
    });
  }

  /** @throws DeskError `invalid_input` */
  async add(
    by: StaffPrincipal,
    category: CategoryKey,
    { key, ...settings }: SubCategorySettings & { key: string },
  ): Promise<CategorySettingsView> {
    return this.change(category, async (tx) => {
      await this.checkTeam(tx, settings.teamKey);
      await tx.query(
        `INSERT INTO sub_categories (key, category, name, priority, nature, team_key, form, checklist, position)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, coalesce(max(position), 0) + 1 FROM sub_categories WHERE category = $2`,
        [key, category, ...columnsOf(revised({ form: [], checklist: [] }, settings))],
      );
      await this.formVersions.record(tx, by, key);
      const changes = differences({}, { category, ...settings });
      await this.record(tx, by, 'sub_category.created', { key, name: settings.name }, changes);
    }).catch((error: unknown) => {
      if (!isUniqueViolation(error, 'sub_categories_pkey')) throw error;
      throw new DeskError('invalid_input', { errors: [{ path: 'key', message: 'another sub-category has it' }] });
    });
  }

  /** @throws DeskError `not_found`, `conflict`, `invalid_input` */
  async update(
    by: StaffPrincipal,
    key: string,
    { version, ...settings }: Versioned<SubCategorySettings>,
  ): Promise<CategorySettingsView> {
    const category = await this.categoryOf(key);
    return this.change(category, async (tx) => {
      const before = await this.lock(tx, key, version);
      if (settings.teamKey !== before.teamKey) await this.checkTeam(tx, settings.teamKey);
      const after = revised(before, settings);
      const { name, priority, nature, teamKey, form, checklist } = before;
      const changes = differences({ name, priority, nature, teamKey, form, checklist }, after);
      if (Object.keys(changes).length === 0) return;
      await tx.query(
        `UPDATE sub_categories SET name = $2, priority = $3, nature = $4, team_key = $5, form = $6, checklist = $7,
                form_version = form_version + $8, version = version + 1
          WHERE key = $1`,
        [key, ...columnsOf(after), changes.form ? 1 : 0],
      );
      if (changes.form) await this.formVersions.record(tx, by, key);
      await this.record(tx, by, 'sub_category.updated', { key, name: after.name }, changes);
    });
  }

  /** Cases that have it keep it, by name and form. @throws DeskError `not_found`, `conflict`; `invalid_input` when its team is gone */
  async setArchived(
    by: StaffPrincipal,
    key: string,
    version: number,
    archived: boolean,
  ): Promise<CategorySettingsView> {
    const category = await this.categoryOf(key);
    return this.change(category, async (tx) => {
      const before = await this.lock(tx, key, version);
      if ((before.archivedAt !== null) === archived) return;
      if (!archived) await this.checkTeam(tx, before.teamKey);
      await tx.query(
        `UPDATE sub_categories SET archived_at = CASE WHEN $2::boolean THEN desk_now() END, version = version + 1
          WHERE key = $1`,
        [key, archived],
      );
      await this.record(tx, by, archived ? 'sub_category.archived' : 'sub_category.restored', before);
    });
  }

  private async change(category: CategoryKey, work: (tx: Transaction) => Promise<void>): Promise<CategorySettingsView> {
    return this.database.transaction(async (tx) => {
      await work(tx);
      tx.afterCommit(() => this.categories.forget());
      return this.reader.one(tx, category);
    });
  }

  private async lockCategory(tx: Transaction, key: CategoryKey, version: number): Promise<Category> {
    const category = await tx.one<Row<Category>>(CATEGORY, [key]);
    if (!category) throw new DeskError('not_found');
    if (category.version !== version) throw new DeskError('conflict');
    return category;
  }

  private async lock(tx: Transaction, key: string, version: number): Promise<SubCategory> {
    const sub = await tx.one<Row<SubCategory>>(SUB_CATEGORY, [key]);
    if (!sub) throw new DeskError('not_found');
    if (sub.version !== version) throw new DeskError('conflict');
    return sub;
  }

  /** Neither category nor key ever change. */
  private async categoryOf(key: string): Promise<CategoryKey> {
    const sub = await this.database.one<Row<Pick<SubCategory, 'category'>>>(
      'SELECT category FROM sub_categories WHERE key = $1',
      [key],
    );
    if (!sub) throw new DeskError('not_found');
    return sub.category;
  }

  private async checkTeam(tx: Transaction, teamKey: string): Promise<void> {
    if (await this.directory.holdOpenTeam(tx, teamKey)) return;
    throw new DeskError('invalid_input', { errors: [{ path: 'teamKey', message: 'there is no such team' }] });
  }

  private record(
    tx: Transaction,
    by: StaffPrincipal,
    action: string,
    { key, name }: { key: string; name: LocalizedText },
    changes: Changes = {},
  ): Promise<void> {
    const kind = action.slice(0, action.indexOf('.'));
    const subject = { kind, id: key, label: name['zh-CN'] };
    return this.audit.record(tx, { actor: auditActor(by), action, subject, changes });
  }
}

/** The settings, with what they leave out of form and checklist archived. */
function revised(
  before: Pick<SubCategory, 'form' | 'checklist'>,
  settings: SubCategorySettings,
): SubCategorySettings & Pick<SubCategory, 'form' | 'checklist'> {
  const form = revisedForm(before.form, settings.form);
  return { ...settings, form, checklist: revisedChecklist(before.checklist, settings.checklist) };
}

const columnsOf = ({ name, priority, nature, teamKey, form, checklist }: SubCategorySettings): unknown[] => [
  name,
  priority,
  nature,
  teamKey,
  JSON.stringify(form),
  JSON.stringify(checklist),
];
