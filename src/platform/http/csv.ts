import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { fileDisposition } from './file-disposition.js';

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
/** Without it Excel takes Chinese for something else. */
export const BOM = '\ufeff';

/** Whether a spreadsheet might carry it out instead of showing it. */
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text);

/** A table for a spreadsheet, RFC 4180. Text that it would take for a formula begins with an apostrophe. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return BOM + csvLines(rows);
}

/** Lines of such a table, for one that is written as it is read; the mark of its encoding comes before the first. */
export function csvLines(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** The same as a file to keep. @param name ASCII */
export function csvFile(reply: FastifyReply, name: string, rows: Parameters<typeof csv>[0]): string {
  reply.header('content-type', 'text/csv; charset=utf-8').header('cache-control', 'no-store');
  reply.header('content-disposition', `attachment; filename="${name}"`);
  return csv(rows);
}

/** A table that is written as it is read, as a file to keep. */
export function csvDownload(reply: FastifyReply, name: string, lines: Iterable<string> | AsyncIterable<string>) {
  reply.headers({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': fileDisposition('attachment', name),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  return new StreamableFile(Readable.from(lines));
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = looksLikeFormula(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
