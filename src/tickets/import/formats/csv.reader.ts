import { Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { LOCALES } from '../../../contract/index.js';
import { ANY_TABLE, cellsOf, separatorOf } from '../../../platform/imports/index.js';
import { CaseImportRefused } from '../case-import-refused.js';
import type { RefusedCase, SourceCase, SourceLine } from '../case-source.js';
import { CASE_COLUMNS, type CaseColumn, caseColumn, NEEDED } from './csv.columns.js';
import { stateMeant } from './words.js';

type Cells = Partial<Record<CaseColumn, string>>;
type Parsed = { record: string[]; info: Info };

/** Handed to the parser at once; between two, others are served. */
const PIECE = 64 * 1024;

/**
 * A table, a line for each case. Separated by commas, semicolons or tabs; what looks like a formula is text.
 * @throws CaseImportRefused when the first line does not name the columns
 */
export async function* readTable(text: string): AsyncGenerator<SourceCase | RefusedCase> {
  const skipped: RefusedCase[] = [];
  const parser = Readable.from(pieces(text)).pipe(
    parse({
      ...ANY_TABLE,
      delimiter: separatorOf(text),
      on_skip: (error) => void skipped.push({ place: `#${error?.lines ?? 0}`, refused: { code: 'csv_broken' } }),
    }),
  );
  let columns: (CaseColumn | undefined)[] | undefined;
  try {
    for await (const parsed of parser as AsyncIterable<Parsed>) {
      yield* skipped.splice(0);
      if (!columns) columns = headOf(parsed.record);
      else if (parsed.record.some((cell) => cell.trim() !== '')) yield readLine(parsed, columns);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (!columns) throw new CaseImportRefused('csv_no_header', undefined, { cause: error });
    yield { place: `#${error.lines ?? 0}`, refused: { code: 'csv_broken' } };
  }
  if (!columns) throw new CaseImportRefused('csv_no_header');
  yield* skipped;
}

/** One kind of line break, or lines within quotes are counted twice; a break may lie across two pieces. */
function* pieces(text: string): Generator<string> {
  let held = '';
  for (let at = 0; at < text.length; at += PIECE) {
    const piece = held + text.slice(at, at + PIECE);
    held = piece.endsWith('\r') ? '\r' : '';
    yield piece.slice(0, piece.length - held.length).replace(/\r\n?/g, '\n');
  }
  if (held) yield '\n';
}

function headOf(record: string[]): (CaseColumn | undefined)[] {
  const columns = record.map(caseColumn);
  const missing = NEEDED.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    throw new CaseImportRefused('csv_no_header', missing.map((column) => CASE_COLUMNS[column][0]).join(', '));
  return columns;
}

function readLine({ record, info }: Parsed, columns: readonly (CaseColumn | undefined)[]): SourceCase | RefusedCase {
  const within = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  const place = `#${info.lines - within}`;
  const read = cellsOf(record, columns, ['phone']);
  if ('refused' in read) return { place, externalId: record[columns.indexOf('id')] ?? '', refused: read.refused };
  return { ...caseOf(read.cells), place, messages: read.messages };
}

function caseOf(cells: Cells): Omit<SourceCase, 'place' | 'messages'> {
  const { id = '', status = '', subject = '', priority, category, subCategory, assignee, email, phone } = cells;
  const state = stateMeant(status);
  const locale = LOCALES.find((known) => known.toLowerCase() === cells.locale?.toLowerCase());
  return {
    externalId: id,
    subject,
    ...(state && { state }),
    writtenState: status,
    ...(priority && { priority }),
    ...(category && { category }),
    ...(subCategory && { subCategory }),
    tags: (cells.tags ?? '').split(/[,，、;；|]/).filter((tag) => tag.trim() !== ''),
    ...(locale && { locale }),
    channel: 'api',
    createdAt: cells.createdAt,
    endedAt: cells.endedAt,
    changedAt: cells.changedAt,
    customer: {
      name: cells.customerName ?? '',
      ...(cells.customerId && { externalId: cells.customerId }),
      ...(email && { email }),
      ...(phone && { phone }),
    },
    ...(assignee && { assignee: { name: assignee, ...(assignee.includes('@') && { email: assignee }) } }),
    lines: linesOf(cells),
  };
}

function linesOf({ message, reply, note, customerName = '', assignee = '', createdAt, endedAt, attachments }: Cells) {
  const end = endedAt ?? createdAt;
  const staff = {
    by: 'staff' as const,
    own: false,
    name: assignee,
    ...(assignee.includes('@') && { email: assignee }),
  };
  const files = (attachments ?? '')
    .split(/[\s,，;；]+/)
    .filter(Boolean)
    .map((url) => ({ name: '', url }));
  const lines: SourceLine[] = [];
  if (message || files.length > 0)
    lines.push({
      kind: 'message',
      by: 'customer',
      own: true,
      name: customerName,
      body: message ?? '',
      ...(createdAt && { at: createdAt }),
      files,
    });
  if (note) lines.push({ ...staff, kind: 'note', body: note, ...(end && { at: end }), files: [] });
  if (reply) lines.push({ ...staff, kind: 'message', body: reply, ...(end && { at: end }), files: [] });
  return lines;
}
