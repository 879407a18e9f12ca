import { BOM, csvLines } from '../http/csv.js';
import type { TableSource } from './table.js';
import { zoneTimes } from './zone-time.js';

/** The table as CSV, piece by piece: as Excel reads it, times as ISO 8601 with the offset of the zone. */
export async function* csvTable({ headings, slices, zone }: TableSource): AsyncGenerator<Uint8Array> {
  const timeOf = zoneTimes(zone);
  yield Buffer.from(BOM + csvLines([headings]));
  for await (const rows of slices)
    yield Buffer.from(
      csvLines(rows.map((row) => row.map((cell) => (cell instanceof Date ? timeOf(cell).iso : (cell ?? ''))))),
    );
}
