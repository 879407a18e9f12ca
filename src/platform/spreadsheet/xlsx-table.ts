import { Zip, ZipDeflate } from 'fflate';
import type { TableSource } from './table.js';
import { fixedParts, SHEET_END, sheetHead, sheetRow } from './xlsx-parts.js';
import { zoneTimes } from './zone-time.js';

/** XML packs well at any level, and others wait meanwhile. */
const LEVEL = 2;

/**
 * The table as a workbook, piece by piece. Ours, as those to be had keep the whole sheet in memory, or bring packers that nobody
 * looks after any more; a sheet of texts, numbers and times is little more than its rows.
 */
export async function* xlsxTable(table: TableSource): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, piece) => {
    if (error) failure = error;
    else pieces.push(piece);
  });
  const made = (): Uint8Array => {
    if (failure) throw failure;
    const all = Buffer.concat(pieces);
    pieces = [];
    return all;
  };
  const begin = (path: string): ZipDeflate => {
    const part = new ZipDeflate(path, { level: LEVEL });
    zip.add(part);
    return part;
  };
  for (const [path, content] of Object.entries(fixedParts(table.name))) begin(path).push(Buffer.from(content), true);
  const timeOf = zoneTimes(table.zone);
  const sheet = begin('xl/worksheets/sheet1.xml');
  sheet.push(Buffer.from(sheetHead(table)));
  let written = 1;
  for await (const rows of table.slices) {
    sheet.push(Buffer.from(rows.map((row, at) => sheetRow(row, written + at + 1, timeOf)).join('')));
    written += rows.length;
    yield made();
  }
  sheet.push(Buffer.from(SHEET_END), true);
  zip.end();
  yield made();
}
