import { Injectable } from '@nestjs/common';
import type { MacroSettings, MacroView } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { BY_USE, FOR_READER, teamsOf } from './kept.sql.js';
import { INSERT_MACRO, MACROS, type MacroRow, macroColumns, presentMacro } from './macro.presenter.js';

const USE = `
  UPDATE macros c SET uses = least(uses + 1, 2147483646) WHERE id = $2 AND ${FOR_READER} RETURNING version`;

/** Macros as those find them who work on cases. */
@Injectable()
export class Macros {
  constructor(private readonly database: Database) {}

  /** The most used first. */
  async forReader(staff: StaffPrincipal): Promise<MacroView[]> {
    const rows = await this.database.query<MacroRow>(`${MACROS} WHERE ${FOR_READER} ${BY_USE}`, [teamsOf(staff)]);
    return rows.map(presentMacro);
  }

  /** The first ones of a desk that has none. */
  async seed(macros: readonly MacroSettings[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('LOCK TABLE macros IN SHARE ROW EXCLUSIVE MODE');
      if (await tx.one('SELECT 1 FROM macros LIMIT 1')) return;
      for (const macro of macros) await tx.query(INSERT_MACRO, [newId(), ...macroColumns(macro)]);
    });
  }

  /**
   * Counts that it is carried out, which whoever changes it waits for.
   * @param version as whoever uses it saw it
   * @throws DeskError `not_found`, `conflict` when it says something else by now
   */
  async take(tx: Transaction, staff: StaffPrincipal, id: string, version: number): Promise<MacroView> {
    const used = await tx.one<{ version: number }>(USE, [teamsOf(staff), id]);
    const row = used && (await tx.one<MacroRow>(`${MACROS} WHERE c.id = $1`, [id]));
    if (!row) throw new DeskError('not_found');
    if (used.version !== version) throw new DeskError('conflict', { detail: CHANGED });
    return presentMacro(row);
  }
}

const CHANGED = {
  'zh-CN': '这个宏刚刚被修改，请重新查看它会做什么。',
  en: 'This macro has just been changed; look at what it does now.',
};
