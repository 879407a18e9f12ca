import { Injectable } from '@nestjs/common';
import { MACRO_LIMITS, type MacroSettings, type MacroView } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { refuse } from '../../platform/errors/index.js';
import { KeptAdmin, type KeptKind, unknownIn } from './kept-admin.js';
import { INSERT_MACRO, MACROS, type MacroRow, macroColumns, macroSettings, presentMacro } from './macro.presenter.js';
import { MacroRules } from './macro-rules.service.js';

const KIND: KeptKind<MacroView, MacroSettings, MacroRow> = {
  table: 'macros',
  subject: 'macro',
  most: MACRO_LIMITS.macros,
  tooMany: {
    'zh-CN': `最多 ${MACRO_LIMITS.macros} 个宏，请先归档不再用的。`,
    en: `There are ${MACRO_LIMITS.macros} macros already; archive one first.`,
  },
  select: MACROS,
  insert: INSERT_MACRO,
  update: `
    UPDATE macros SET title = $2, deeds = $3, reply = $4, team_id = $5, pinyin = $6, initials = $7, version = version + 1
    WHERE id = $1`,
  columns: macroColumns,
  settings: macroSettings,
  present: presentMacro,
};

@Injectable()
export class MacroAdmin extends KeptAdmin<MacroView, MacroSettings, MacroRow> {
  constructor(
    database: Database,
    audit: Audit,
    private readonly rules: MacroRules,
  ) {
    super(KIND, database, audit);
  }

  protected checkWords({ deeds, reply }: MacroSettings): void {
    if (Object.keys(deeds).length === 0 && !reply)
      refuse([
        {
          path: 'deeds',
          fix: { 'zh-CN': '请至少选一个动作，或写下回复', en: 'Choose a deed at least, or write a reply' },
        },
      ]);
    if (reply) refuse(unknownIn(reply, 'reply'));
  }

  protected checkPlace(
    tx: Transaction,
    by: StaffPrincipal,
    settings: MacroSettings,
    before?: MacroSettings,
  ): Promise<void> {
    return this.rules.check(tx, by, settings, before);
  }
}
