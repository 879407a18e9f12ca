import { type CsvError, parse } from 'csv-parse/sync';
import {
  ARTICLE_CATEGORIES,
  type ArticleCategory,
  type ArticleVisibility,
  type ImportMessage,
  type Locale,
} from '../../../contract/index.js';
import { slugSchema } from '../../articles/slug.js';
import { htmlToMarkdown } from '../html/html-to-markdown.js';
import type { ImportBooks, ImportSource, RefusedArticle, SourceArticle, SourceWords } from '../imports/source.js';
import { mapAddresses } from '../markdown-folder/addresses.js';
import { localeNamed } from '../markdown-folder/paths.js';
import { ImportRefused } from '../package/import-refused.js';
import type { Package } from '../package/package.js';
import { type CsvColumn, columnNamed, VISIBILITY_WORDS } from './columns.js';

type Cells = Partial<Record<CsvColumn, string>>;

interface Line {
  /** In the file, from 1. */
  number: number;
  locale: Locale;
  cells: Cells;
  messages: ImportMessage[];
}

/** What a spreadsheet may have put before a text so that it is no formula. */
const GUARD = /^'(?=[=+\-@\t\r])/;

/**
 * A table, a line for each article and language; lines of one slug or id are one article. Separated by commas, semicolons or tabs.
 * @param language of lines that name none
 * @throws ImportRefused when the first line names no columns
 */
export function readTable(text: string, files: Package, language: Locale): ImportSource {
  // One kind of line break, or lines within quotes are counted twice.
  const { lines, refused } = readLines(text.replace(/\r\n?/g, '\n'), language);
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = line.cells.id || line.cells.slug || `line ${line.number}`;
    const group = groups.get(key) ?? [];
    group.push(line);
    groups.set(key, group);
  }
  return {
    format: 'csv',
    slugsAreNames: true,
    files,
    places: [],
    *articles() {
      yield* refused;
      for (const [key, group] of groups) yield readArticle(key, group);
    },
  };
}

function readLines(text: string, language: Locale): { lines: Line[]; refused: RefusedArticle[] } {
  const refused: RefusedArticle[] = [];
  const records = parse(text, {
    delimiter: separatorOf(text),
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: 400_000,
    on_skip: (error: CsvError | undefined) =>
      void refused.push({ place: placeOf(Number(error?.lines ?? 0)), refused: { code: 'csv_broken' } }),
  } as never) as unknown as { record: string[]; info: { lines: number } }[];
  const [head, ...body] = records;
  const columns = head?.record.map(columnNamed) ?? [];
  if (!columns.includes('title') || !(columns.includes('body') || columns.includes('bodyHtml')))
    throw new ImportRefused('csv_no_header');
  const lines = body.flatMap(({ record, info }): Line[] => {
    const place = placeOf(info.lines);
    if (record.every((cell) => cell.trim() === '')) return [];
    if (record.length > columns.length) {
      refused.push({ place, refused: { code: 'row_ragged', detail: `${record.length} > ${columns.length}` } });
      return [];
    }
    const messages: ImportMessage[] = [];
    if (record.length < columns.length)
      messages.push({ code: 'row_short', detail: `${record.length} < ${columns.length}` });
    const cells: Cells = {};
    columns.forEach((column, index) => {
      const cell = (record[index] ?? '').trim();
      if (!column || cell === '') return;
      if (/^[=+@]/.test(cell) && column !== 'body' && column !== 'bodyHtml')
        messages.push({ code: 'formula', detail: column });
      cells[column] = cell.replace(GUARD, '');
    });
    const locale = cells.locale === undefined ? language : localeNamed(cells.locale);
    if (locale) return [{ number: info.lines, locale, cells, messages }];
    refused.push({ place, refused: { code: 'field_wrong', detail: `locale: ${cells.locale}` } });
    return [];
  });
  return { lines, refused };
}

function readArticle(key: string, lines: Line[]): SourceArticle | RefusedArticle {
  const place = lines.map(({ number }) => placeOf(number)).join(' · ');
  const twice = lines.find((line, index) => lines.some((other, at) => at < index && other.locale === line.locale));
  if (twice) return { place, refused: { code: 'duplicate', detail: twice.locale } };
  const cells: Cells = Object.assign({}, ...lines.map((line) => line.cells).toReversed());
  const { category, section, visibility, position, related, owner, status, subCategory } = cells;
  const readers = visibility && VISIBILITY_WORDS[visibility.toLowerCase() as keyof typeof VISIBILITY_WORDS];
  if (visibility && !readers) return { place, refused: { code: 'field_wrong', detail: `visibility: ${visibility}` } };
  const order = position === undefined ? undefined : Number(position);
  if (order !== undefined && !(Number.isInteger(order) && order >= 1 && order <= 999))
    return { place, refused: { code: 'field_wrong', detail: `position: ${position}` } };
  return {
    place,
    externalId: key.startsWith('line ') ? (cells.title ?? key) : key,
    ...(cells.slug && { slug: cells.slug }),
    title: cells.title ?? '',
    ...(category && { category: isCategory(category) ? { ours: category } : { theirs: category } }),
    ...(section && {
      sections: section
        .split('/')
        .map((part) => part.trim())
        .filter(Boolean)
        .map((name) => ({
          key: name,
          ...(slugSchema.safeParse(name).success && { slug: name }),
          names: { 'zh-CN': name, en: name },
        })),
    }),
    ...(subCategory && { subCategory }),
    ...(readers && { visibility: readers as ArticleVisibility }),
    ...(order !== undefined && { position: order }),
    ...(related && { related: listIn(related) }),
    ...(owner && { owner }),
    isDraft: /^(?:draft|草稿)$/i.test(status ?? ''),
    messages: lines.flatMap(({ messages }) => messages),
    words: (books) => Object.fromEntries(lines.map((line) => [line.locale, wordsOf(line.cells, books)])),
  };
}

function wordsOf({ title = '', excerpt, body, bodyHtml, keywords }: Cells, books: ImportBooks): SourceWords {
  const bodyMarkdown =
    body === undefined && bodyHtml !== undefined
      ? htmlToMarkdown(bodyHtml, books)
      : mapAddresses(body ?? '', (address, isPicture) => {
          if (!isPicture || address.startsWith('/')) return undefined;
          const picture = books.picture(address);
          if (picture === undefined)
            books.say({ code: /^https?:/i.test(address) ? 'image_remote' : 'image_missing', detail: address });
          return picture || undefined;
        });
  return {
    title,
    ...(excerpt !== undefined && { excerpt }),
    bodyMarkdown,
    ...(keywords !== undefined && { keywords: listIn(keywords) }),
  };
}

/** The one that the first line has most of. */
function separatorOf(text: string): string {
  const [head = ''] = text.replace(/^\ufeff/, '').split(/\r?\n/, 1);
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length }));
  return counted.reduce((most, each) => (each.count > most.count ? each : most)).mark;
}

const placeOf = (line: number): string => `#${line}`;
const listIn = (text: string): string[] =>
  text
    .split(/[,，、;；]/)
    .map((each) => each.trim())
    .filter(Boolean);
const isCategory = (name: string): name is ArticleCategory => (ARTICLE_CATEGORIES as readonly string[]).includes(name);
