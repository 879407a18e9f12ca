import { Injectable } from '@nestjs/common';
import type { FormVersionView } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { fieldView } from './categories.service.js';
import type { StoredField } from './category.entities.js';

/** So many are shown; all are kept. */
const MOST_SHOWN = 100;

type Row = { version: number; form: StoredField[]; at: Date; by: string | null; [column: string]: unknown };

/** What the form of a sub-category has been, from when on and by whom. */
@Injectable()
export class FormVersions {
  constructor(private readonly database: Database) {}

  /** The one in force, from now on. */
  async record(tx: Transaction, by: StaffPrincipal, subCategory: string): Promise<void> {
    await tx.query(
      `INSERT INTO sub_category_forms (sub_category, version, form, created_by)
       SELECT key, form_version, form, $2 FROM sub_categories WHERE key = $1`,
      [subCategory, by.staffId],
    );
  }

  /** The newest first. @throws DeskError `not_found` */
  async of(subCategory: string): Promise<{ items: FormVersionView[] }> {
    const rows = await this.database.query<Row>(
      `SELECT f.version, f.form, f.created_at AS at, s.name AS by
         FROM sub_category_forms f LEFT JOIN staff s ON s.id = f.created_by
        WHERE f.sub_category = $1 ORDER BY f.version DESC LIMIT ${MOST_SHOWN}`,
      [subCategory],
    );
    if (rows.length === 0) throw new DeskError('not_found');
    const items = rows.map(({ version, form, at, by }) => ({
      version,
      form: form.map(fieldView),
      at: at.toISOString(),
      ...(by !== null && { by }),
    }));
    return { items };
  }
}
