import { type CsvError, parse } from 'csv-parse/sync';
import {
  ARTICLE_CATEGORIES,
  type ArticleCategory,
  type ArticleImportMessage,
  type ArticleVisibility,
  type Locale,
} from '../../../contract/index.js';
import { ANY_TABLE, cellsOf, columnNamed, separatorOf } from '../../../platform/imports/index.js';
import { slugSchema } from '../../articles/slug.js';
import { htmlToMarkdown } from '../html/html-to-markdown.js';
import type { ImportBooks, ImportSource, RefusedArticle, SourceArticle, SourceWords } from '../imports/source.js';
import { mapAddresses } from '../markdown-folder/addresses.js';
import { localeNamed } from '../markdown-folder/paths.js';
import { ArticleImportRefused } from '../package/article-import-refused.js';
import type { Package } from '../package/package.js';
import { CSV_COLUMNS, type CsvColumn, VISIBILITY_WORDS } from './columns.js';

type Cells = Partial<Record<CsvColumn, string>>;

interface Line {
  /** In the file, from 1. */
  number: number;
  locale: Locale;
  cells: Cells;
  messages: ArticleImportMessage[];
}

/**
 * A table, a line for each article and language; lines of one slug or id are one article. Separated by commas, semicolons or tabs.
 * @param language of lines that name none
 * @throws ArticleImportRefused when the first line names no columns
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
    ...ANY_TABLE,
    delimiter: separatorOf(text),
    on_skip: (error: CsvError | undefined) =>
      void refused.push({ place: placeOf(Number(error?.lines ?? 0)), refused: { code: 'csv_broken' } }),
  } as never) as unknown as { record: string[]; info: { lines: number } }[];
  const [head, ...body] = records;
  const columns = head?.record.map((name) => columnNamed(CSV_COLUMNS, name)) ?? [];
  if (!columns.includes('title') || !(columns.includes('body') || columns.includes('bodyHtml')))
    throw new ArticleImportRefused('csv_no_header');
  const lines = body.flatMap(({ record, info }): Line[] => {
    const place = placeOf(info.lines);
    if (record.every((cell) => cell.trim() === '')) return [];
    const read = cellsOf(record, columns, ['body', 'bodyHtml']);
    if ('refused' in read) {
      refused.push({ place, refused: read.refused });
      return [];
    }
    const { cells, messages } = read;
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

const placeOf = (line: number): string => `#${line}`;
const listIn = (text: string): string[] =>
  text
    .split(/[,，、;；]/)
    .map((each) => each.trim())
    .filter(Boolean);
const isCategory = (name: string): name is ArticleCategory => (ARTICLE_CATEGORIES as readonly string[]).includes(name);
