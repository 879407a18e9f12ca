import type { ImportMessage } from '../../contract/index.js';

/** How a table is read that somebody has made with whatever program. */
export const ANY_TABLE = {
  bom: true,
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_error: true,
  max_record_size: 400_000,
} as const;

/** Commas, semicolons or tabs: the one that the first line has most of. */
export function separatorOf(text: string): string {
  const [head = ''] = text
    .slice(0, 10_000)
    .replace(/^\ufeff/, '')
    .split(/\r?\n/, 1);
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length }));
  return counted.reduce((most, each) => (each.count > most.count ? each : most)).mark;
}

/** Each column by any of its names; capitals, spaces and hyphens do not count, and `createdAt` is `created_at`. */
export function columnNamed<Column extends string>(
  columns: Record<Column, readonly string[]>,
  name: string,
): Column | undefined {
  const wanted = name
    .normalize('NFKC')
    .trim()
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return (Object.keys(columns) as Column[]).find((column) => columns[column].includes(wanted));
}

/** What a spreadsheet may have put before a text so that it is no formula. */
const GUARD = /^'(?=[=+\-@\t\r])/;

type Cells<Column extends string> = Partial<Record<Column, string>>;

/**
 * The cells of a line that are not empty; what looks like a formula is text.
 * @param mayBegin columns in which it is nothing unusual that a text begins like a formula
 */
export function cellsOf<Column extends string>(
  record: readonly string[],
  columns: readonly (Column | undefined)[],
  mayBegin: readonly Column[],
):
  | { cells: Cells<Column>; messages: ImportMessage<'row_short' | 'formula'>[] }
  | { refused: ImportMessage<'row_ragged'> } {
  if (record.length > columns.length)
    return { refused: { code: 'row_ragged', detail: `${record.length} > ${columns.length}` } };
  const messages: ImportMessage<'row_short' | 'formula'>[] = [];
  if (record.length < columns.length)
    messages.push({ code: 'row_short', detail: `${record.length} < ${columns.length}` });
  const cells: Cells<Column> = {};
  columns.forEach((column, index) => {
    const cell = (record[index] ?? '').trim();
    if (!column || cell === '') return;
    if (/^[=+@]/.test(cell) && !mayBegin.includes(column)) messages.push({ code: 'formula', detail: column });
    cells[column] = cell.replace(GUARD, '');
  });
  return { cells, messages };
}
