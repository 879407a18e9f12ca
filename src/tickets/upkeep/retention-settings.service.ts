import { Injectable } from '@nestjs/common';
import {
  RETENTION_DEEDS,
  type RetentionPreviewView,
  type RetentionSettings,
  type RetentionSettingsView,
  retentionProblems,
} from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, differences } from '../../platform/audit/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Categories } from '../categories/categories.service.js';
import { preview } from './retention.sql.js';
import { ruleValues } from './rule-values.js';

const NOTHING: RetentionSettings = { rules: [] };
const SUBJECT = { kind: 'retention', id: 'retention', label: 'retention' };

/** What administrators decide about how long cases are kept. */
@Injectable()
export class RetentionRules {
  constructor(
    private readonly database: Database,
    private readonly categories: Categories,
    private readonly audit: Audit,
  ) {}

  view(): Promise<RetentionSettingsView> {
    return this.read(this.database);
  }

  /** @param seen the version that the editor had before their eyes @throws DeskError `conflict`, `invalid_input` */
  async update(by: StaffPrincipal, seen: number, settings: RetentionSettings): Promise<RetentionSettingsView> {
    await this.insist(settings);
    return this.database.transaction(async (tx) => {
      const before = await this.read(tx);
      if (before.version !== seen) throw new DeskError('conflict');
      const changes = differences(before.settings, settings);
      if (Object.keys(changes).length === 0) return before;
      const saved = await tx.one<{ version: number }>(
        `INSERT INTO retention_settings AS s (settings, version, updated_by) VALUES ($1, $2::integer + 1, $3)
         ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, version = excluded.version,
           updated_at = desk_now(), updated_by = excluded.updated_by WHERE s.version = $2 RETURNING version`,
        [settings, seen, by.staffId],
      );
      if (!saved) throw new DeskError('conflict');
      await this.audit.record(tx, { actor: auditActor(by), action: 'retention.updated', subject: SUBJECT, changes });
      return { version: saved.version, settings };
    });
  }

  /** How many cases each rule would touch if it were carried out now. Nothing is changed. @throws DeskError `invalid_input` */
  async preview(settings: RetentionSettings): Promise<RetentionPreviewView> {
    await this.insist(settings);
    const items: RetentionPreviewView['items'] = [];
    for (const place of settings.rules.keys()) {
      const item = { cases: { close: 0, anonymise: 0, delete: 0 }, kept: 0 };
      for (const deed of RETENTION_DEEDS) {
        const values = ruleValues(settings.rules, place, deed);
        const found = values && (await this.database.one<{ cases: number; kept: number }>(preview(deed), values));
        item.cases[deed] = (found?.cases ?? 0) - (found?.kept ?? 0);
        item.kept = Math.max(item.kept, found?.kept ?? 0);
      }
      items.push(item);
    }
    return { items };
  }

  private async insist(settings: RetentionSettings): Promise<void> {
    const shelves = await this.categories.all();
    const problems = retentionProblems(settings, (category, subCategory) =>
      shelves.some(
        ({ key, subCategories }) => key === category && subCategories.some((sub) => sub.key === subCategory),
      ),
    );
    if (problems.length > 0)
      throw new DeskError('invalid_input', {
        errors: problems.map(({ path, fix }) => ({ path: `settings.${path}`, message: fix.en })),
      });
  }

  private async read(from: Pick<Transaction, 'query'>): Promise<RetentionSettingsView> {
    const [row] = await from.query<{ settings: RetentionSettings; version: number }>(
      'SELECT settings, version FROM retention_settings',
    );
    return { version: row?.version ?? 1, settings: row?.settings ?? NOTHING };
  }
}
