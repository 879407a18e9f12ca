import { decodeText } from '../../platform/text-encoding/index.js';
import { CaseImportRefused } from './case-import-refused.js';
import type { CaseFile, RefusedCase, SourceCase } from './case-source.js';
import { readChatwoot } from './formats/chatwoot.reader.js';
import { readTable } from './formats/csv.reader.js';
import { type JsonBooks, readJson } from './formats/json-books.js';
import { readZendesk } from './formats/zendesk.reader.js';

/** Whether it can be any of these at all, by its first bytes: what is certainly none is refused before it is stored. */
export const mayHoldCases = (bytes: Buffer): boolean =>
  !(bytes[0] === 0x50 && bytes[1] === 0x4b) && /[,;\t{[]/.test(bytes.toString('latin1', 0, 4_000));

/**
 * Recognises a file by what it holds: the JSON of Zendesk or Chatwoot, whole or a line each, or a table.
 * @throws CaseImportRefused when it is none of these
 */
export async function openCaseFile(bytes: Buffer): Promise<CaseFile> {
  const text = decodeText(bytes)?.replace(/^\ufeff/, '');
  if (text === undefined) throw new CaseImportRefused('encoding_unknown');
  if (/^\s*[[{]/.test(text)) return ofJson(await readJson(text));
  if (!/[,;\t]/.test(text.slice(0, 2_000))) throw new CaseImportRefused('format_unknown');
  return { format: 'csv', cases: readTable(text) };
}

function ofJson(books: JsonBooks): CaseFile {
  const format = books.conversations.length > 0 ? 'chatwoot' : 'zendesk';
  if (books.conversations.length + books.tickets.length === 0) throw new CaseImportRefused('nothing_found');
  return { format, cases: all(books, format) };
}

async function* all(books: JsonBooks, format: 'zendesk' | 'chatwoot'): AsyncGenerator<SourceCase | RefusedCase> {
  yield* format === 'zendesk' ? readZendesk(books) : readChatwoot(books);
  const strays = format === 'zendesk' ? books.others : [...books.others, ...books.tickets];
  for (const { place } of strays) yield { place, refused: { code: 'not_an_object' } };
  for (const { place } of books.broken) yield { place, refused: { code: 'line_broken' } };
}
