import { type LocalizedText, MACRO_LIMITS, type MacroSettings, type MacroView } from '../../contract/index.js';
import { spellingOf } from './spelling.js';

export const MACROS = `
  SELECT c.id, c.title, c.deeds, c.reply, c.team_id AS "teamId", c.pinyin, c.initials, c.uses,
    c.archived_at IS NOT NULL AS archived, c.version
  FROM macros c`;

export const INSERT_MACRO = `
  INSERT INTO macros (id, title, deeds, reply, team_id, pinyin, initials) SELECT $1, $2, $3, $4, $5, $6, $7
  WHERE (SELECT count(*) FROM macros WHERE archived_at IS NULL) < ${MACRO_LIMITS.macros} RETURNING id`;

/** A row of `MACROS`. */
export type MacroRow = Omit<MacroView, 'reply' | 'teamId'> & {
  reply: LocalizedText | null;
  teamId: string | null;
  [column: string]: unknown;
};

export function presentMacro({ reply, teamId, ...row }: MacroRow): MacroView {
  return { ...row, ...(reply && { reply }), ...(teamId && { teamId }) };
}

export const macroSettings = ({ title, deeds, reply, teamId }: MacroSettings): MacroSettings => ({
  title,
  deeds,
  ...(reply && { reply }),
  ...(teamId && { teamId }),
});

/** From the title on, in the order of the table. */
export function macroColumns({ title, deeds, reply, teamId }: MacroSettings): unknown[] {
  const { pinyin, initials } = spellingOf(title['zh-CN']);
  return [title, deeds, reply ?? null, teamId ?? null, pinyin, initials];
}
