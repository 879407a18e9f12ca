import { LOCALES, type LocalizedText, unknownVariables } from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { type Audit, type Changes, differences } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import type { Database, Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { BY_USE, FOR_TEAMS, mayKeep, teamsOf } from './kept.sql.js';

/** What is kept to be used again: a canned reply, a macro. */
interface KeptView {
  id: string;
  title: LocalizedText;
  teamId?: string;
  archived: boolean;
  version: number;
}

export interface Refusal {
  path: string;
  fix: LocalizedText;
}

export interface KeptKind<View, Settings, Row> {
  table: 'canned_replies' | 'macros';
  /** In the journal. */
  subject: string;
  /** So many that are not archived. */
  most: number;
  tooMany: LocalizedText;
  select: string;
  /** $1 the id, then `columns`; without a row when there are too many. */
  insert: string;
  /** $1 the id, then `columns`. */
  update: string;
  columns(settings: Settings): unknown[];
  settings(view: Settings): Settings;
  present(row: Row): View;
}

/** What supervisors do with those of their teams and of all, and administrators with each. */
export abstract class KeptAdmin<
  View extends KeptView & Settings,
  Settings extends Pick<KeptView, 'title' | 'teamId'>,
  Row extends Record<string, unknown>,
> {
  protected constructor(
    private readonly kind: KeptKind<View, Settings, Row>,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** By itself, whatever stands in the database. @throws DeskError `invalid_input` */
  protected abstract checkWords(settings: Settings): void;

  /** @param before what was saved before stays good @throws DeskError `invalid_input` */
  protected abstract checkPlace(
    tx: Transaction,
    by: StaffPrincipal,
    settings: Settings,
    before?: Settings,
  ): Promise<void>;

  /** Those in use first, the archived after them. */
  async settings(by: StaffPrincipal): Promise<View[]> {
    const rows = await this.database.query<Row>(
      `${this.kind.select} WHERE ${FOR_TEAMS} ${BY_USE.replace('ORDER BY', 'ORDER BY c.archived_at IS NOT NULL,')}`,
      [teamsOf(by)],
    );
    return rows.map(this.kind.present);
  }

  /** @throws DeskError `invalid_input` */
  async create(by: StaffPrincipal, settings: Settings): Promise<View> {
    this.checkWords(settings);
    const id = newId();
    return await this.database.transaction(async (tx) => {
      await this.checkPlace(tx, by, settings);
      const made = await tx.query(this.kind.insert, [id, ...this.kind.columns(settings)]);
      if (made.length === 0) throw this.tooMany();
      await this.record(tx, by, 'created', { id, ...settings }, differences({}, this.kind.settings(settings)));
      return await this.one(tx, id);
    });
  }

  /** @throws DeskError `not_found`, `conflict`, `invalid_input` */
  async update(by: StaffPrincipal, id: string, changed: Settings & { version: number }): Promise<View> {
    const settings = this.kind.settings(changed);
    this.checkWords(settings);
    return await this.database.transaction(async (tx) => {
      const before = await this.lock(tx, by, id, changed.version);
      const changes = differences(this.kind.settings(before), settings);
      if (Object.keys(changes).length === 0) return before;
      await this.checkPlace(tx, by, settings, before);
      await tx.query(this.kind.update, [id, ...this.kind.columns(settings)]);
      await this.record(tx, by, 'updated', { id, ...settings }, changes);
      return await this.one(tx, id);
    });
  }

  /** What is archived is found by nobody who answers. @throws DeskError `not_found`, `conflict`, `invalid_input` when there are too many */
  async setArchived(by: StaffPrincipal, id: string, version: number, archived: boolean): Promise<View> {
    const { table, most } = this.kind;
    return await this.database.transaction(async (tx) => {
      const before = await this.lock(tx, by, id, version);
      if (before.archived === archived) return before;
      const changed = await tx.query(
        `UPDATE ${table} SET archived_at = CASE WHEN $2 THEN desk_now() END, version = version + 1
         WHERE id = $1 AND ($2 OR (SELECT count(*) FROM ${table} WHERE archived_at IS NULL) < $3) RETURNING id`,
        [id, archived, most],
      );
      if (changed.length === 0) throw this.tooMany();
      await this.record(tx, by, archived ? 'archived' : 'restored', before, {});
      return await this.one(tx, id);
    });
  }

  private async one(tx: Transaction, id: string): Promise<View> {
    const row = await tx.one<Row>(`${this.kind.select} WHERE c.id = $1`, [id]);
    if (!row) throw new DeskError('not_found');
    return this.kind.present(row);
  }

  private async lock(tx: Transaction, by: StaffPrincipal, id: string, version: number): Promise<View> {
    await tx.query(`SELECT 1 FROM ${this.kind.table} WHERE id = $1 FOR UPDATE`, [id]);
    const before = await this.one(tx, id);
    if (!mayKeep(by, before.teamId)) throw new DeskError('not_found');
    if (before.version !== version) throw new DeskError('conflict');
    return before;
  }

  private async record(
    tx: Transaction,
    by: StaffPrincipal,
    deed: string,
    { id, title }: Pick<KeptView, 'id' | 'title'>,
    changes: Changes,
  ): Promise<void> {
    const kind = this.kind.subject;
    const subject = { kind, id, label: title['zh-CN'] };
    await this.audit.record(tx, { actor: auditActor(by), action: `${kind}.${deed}`, subject, changes });
  }

  private tooMany(): DeskError {
    return new DeskError('invalid_input', {
      errors: [{ path: '', message: `there are ${this.kind.most} already: archive one first` }],
      detail: this.kind.tooMany,
    });
  }
}

/** A variable that there is not would stop every reply that it stands in. */
export const unknownIn = (text: LocalizedText, path: string): Refusal[] =>
  LOCALES.flatMap((locale) =>
    unknownVariables(text[locale]).map((variable) => ({
      path: `${path}.${locale}`,
      fix: { 'zh-CN': `没有变量 ${variable}`, en: `There is no variable ${variable}` },
    })),
  );

export const NO_SUCH_TEAM: Refusal = {
  path: 'teamId',
  fix: { 'zh-CN': '请选择您管理的小组', en: 'Choose one of your teams' },
};
