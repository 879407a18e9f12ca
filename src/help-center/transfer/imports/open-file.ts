import type { Locale } from '../../../contract/index.js';
import { decodeText } from '../../../platform/text-encoding/index.js';
import { readTable } from '../csv/csv.reader.js';
import { readFolder } from '../markdown-folder/folder.reader.js';
import { ArticleImportRefused } from '../package/article-import-refused.js';
import type { Package } from '../package/package.js';
import { isZip, openZip } from '../package/zip-reader.js';
import { emptyBooks, readBook } from '../zendesk/zendesk.books.js';
import { readZendesk } from '../zendesk/zendesk.reader.js';
import type { ImportSource } from './source.js';

/** Of all JSON of a ZIP together, as it is held in memory. Characters. */
const LONGEST_JSON = 200_000_000;

const NOTHING: Package = {
  paths: [],
  refused: [],
  read: (path) => {
    throw new ArticleImportRefused('file_broken', path);
  },
};

/**
 * Recognises a file by what it holds: a ZIP of Markdown, of JSON or of a table, each with its pictures; or a JSON or table by itself.
 * @param language of texts that name none
 * @throws ArticleImportRefused when it is none of these, damaged, or too much
 */
export function openFile(bytes: Buffer, language: Locale): ImportSource {
  if (!isZip(bytes)) {
    const text = decodeText(bytes);
    if (text === undefined) throw new ArticleImportRefused('encoding_unknown');
    return looksLikeJson(text) ? zendesk(NOTHING, [''], () => text, language) : table(text, NOTHING, language);
  }
  const files = openZip(bytes);
  const named = (ending: RegExp) => files.paths.filter((path) => ending.test(path));
  if (named(/\.(?:md|markdown)$/i).length > 0) return readFolder(files, language);
  const read = (path: string): string => {
    const text = decodeText(files.read(path));
    if (text === undefined) throw new ArticleImportRefused('encoding_unknown', path);
    return text;
  };
  const json = named(/\.json$/i);
  if (json.length > 0) return zendesk(files, json, read, language);
  const [csv] = named(/\.(?:csv|tsv|txt)$/i);
  if (csv !== undefined) return table(read(csv), files, language);
  throw new ArticleImportRefused('nothing_found');
}

/** Whether it can be any of these at all, by its first lines: what is certainly none is refused before it is stored. */
export const mayBeImported = (bytes: Buffer): boolean =>
  isZip(bytes) || /[,;\t{[]/.test(bytes.toString('latin1', 0, 4_000));

const looksLikeJson = (text: string): boolean => /^\s*[[{]/.test(text);

function zendesk(
  files: Package,
  names: readonly string[],
  read: (name: string) => string,
  language: Locale,
): ImportSource {
  const books = emptyBooks();
  let length = 0;
  for (const name of names) {
    const text = read(name);
    length += text.length;
    if (length > LONGEST_JSON) throw new ArticleImportRefused('zip_too_big');
    readBook(books, name, text);
  }
  return readZendesk(books, files, language);
}

function table(text: string, files: Package, language: Locale): ImportSource {
  if (!/[,;\t]/.test(text.slice(0, 2_000))) throw new ArticleImportRefused('format_unknown');
  return readTable(text, files, language);
}
