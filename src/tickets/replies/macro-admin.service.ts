import { Injectable } from '@nestjs/common';
import { LOCALES, MACRO_LIMITS, type MacroSettings, type MacroView, unknownVariables } from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, type Changes, differences } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError, refuse } from '../../platform/errors/index.js';
import { BY_USE } from './canned-replies.sql.js';
import { INSERT_MACRO, MACROS, type MacroRow, macroColumns, macroSettings, presentMacro } from './macro.presenter.js';
import { MacroRules } from './macro-rules.service.js';

const UPDATE = `
  UPDATE macros SET title = $2, deeds = $3, reply = $4, team_id = $5, pinyin = $6, initials = $7, version = version + 1
  WHERE id = $1`;

/** $2: whether it is put away, or comes back. */
const SET_ARCHIVED = `
  UPDATE macros SET archived_at = CASE WHEN $2 THEN desk_now() END, version = version + 1
  WHERE id = $1 AND ($2 OR (SELECT count(*) FROM macros WHERE archived_at IS NULL) < ${MACRO_LIMITS.macros}) RETURNING id`;

/** What supervisors do with the macros of their teams and of all, and administrators with each. */
@Injectable()
export class MacroAdmin {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly rules: MacroRules,
  ) {}

  /** Those in use first, the archived after them. */
  async settings(by: StaffPrincipal): Promise<MacroView[]> {
    const rows = await this.database.query<MacroRow>(
      `${MACROS} WHERE $1::uuid[] IS NULL OR c.team_id IS NULL OR c.team_id = ANY($1::uuid[])
       ${BY_USE.replace('ORDER BY', 'ORDER BY c.archived_at IS NOT NULL,')}`,
      [by.role === 'admin' ? null : by.teamIds],
    );
    return rows.map(presentMacro);
  }

  /** @throws DeskError `invalid_input` */
  async create(by: StaffPrincipal, settings: MacroSettings): Promise<MacroView> {
    checkWords(settings);
    const id = newId();
    return await this.database.transaction(async (tx) => {
      await this.rules.check(tx, by, settings);
      if ((await tx.query(INSERT_MACRO, [id, ...macroColumns(settings)])).length === 0) throw tooMany();
      await this.record(tx, by, 'created', { id, ...settings }, differences({}, macroSettings(settings)));
      return await this.one(tx, id);
    });
  }

  /** @throws DeskError `not_found`, `conflict`, `invalid_input` */
  async update(
    by: StaffPrincipal,
    id: string,
    { version, ...settings }: MacroSettings & { version: number },
  ): Promise<MacroView> {
    checkWords(settings);
    return await this.database.transaction(async (tx) => {
      const before = await this.lock(tx, by, id, version);
      const changes = differences(macroSettings(before), macroSettings(settings));
      if (Object.keys(changes).length === 0) return before;
      await this.rules.check(tx, by, settings, before);
      await tx.query(UPDATE, [id, ...macroColumns(settings)]);
      await this.record(tx, by, 'updated', { id, ...settings }, changes);
      return await this.one(tx, id);
    });
  }

  /** What is archived is carried out by nobody. @throws DeskError `not_found`, `conflict` */
  async setArchived(by: StaffPrincipal, id: string, version: number, archived: boolean): Promise<MacroView> {
    return await this.database.transaction(async (tx) => {
      const before = await this.lock(tx, by, id, version);
      if (before.archived === archived) return before;
      if ((await tx.query(SET_ARCHIVED, [id, archived])).length === 0) throw tooMany();
      await this.record(tx, by, archived ? 'archived' : 'restored', before, {});
      return await this.one(tx, id);
    });
  }

  private async one(tx: Transaction, id: string): Promise<MacroView> {
    const row = await tx.one<MacroRow>(`${MACROS} WHERE c.id = $1`, [id]);
    if (!row) throw new DeskError('not_found');
    return presentMacro(row);
  }

  private async lock(tx: Transaction, by: StaffPrincipal, id: string, version: number): Promise<MacroView> {
    await tx.query('SELECT 1 FROM macros WHERE id = $1 FOR UPDATE', [id]);
    const before = await this.one(tx, id);
    if (!this.rules.mayKeep(by, before.teamId)) throw new DeskError('not_found');
    if (before.version !== version) throw new DeskError('conflict');
    return before;
  }

  private record(
    tx: Transaction,
    by: StaffPrincipal,
    deed: string,
    { id, title }: Pick<MacroView, 'id' | 'title'>,
    changes: Changes,
  ): Promise<void> {
    const subject = { kind: 'macro', id, label: title['zh-CN'] };
    return this.audit.record(tx, { actor: auditActor(by), action: `macro.${deed}`, subject, changes });
  }
}

/** A variable that there is not would stop the macro every time. */
function checkWords({ deeds, reply }: MacroSettings): void {
  if (Object.keys(deeds).length === 0 && !reply)
    refuse([
      {
        path: 'deeds',
        fix: { 'zh-CN': '请至少选一个动作，或写下回复', en: 'Choose a deed at least, or write a reply' },
      },
    ]);
  refuse(
    LOCALES.flatMap((locale) =>
      unknownVariables(reply?.[locale] ?? '').map((variable) => ({
        path: `reply.${locale}`,
        fix: { 'zh-CN': `没有变量 ${variable}`, en: `There is no variable ${variable}` },
      })),
    ),
  );
}

const tooMany = () =>
  new DeskError('invalid_input', {
    errors: [{ path: '', message: `there are ${MACRO_LIMITS.macros} already: archive one first` }],
    detail: {
      'zh-CN': `最多 ${MACRO_LIMITS.macros} 个宏，请先归档不再用的。`,
      en: `There are ${MACRO_LIMITS.macros} macros already; archive one first.`,
    },
  });
