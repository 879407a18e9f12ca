import { IMPORT_MESSAGES, type ImportOutcome, type ImportRowView, type Locale } from '../../../contract/index.js';

export const OUTCOME_WORDS: Record<ImportOutcome, Record<Locale, string>> = {
  new: { 'zh-CN': '新增', en: 'new' },
  updates: { 'zh-CN': '更新', en: 'updates' },
  unchanged: { 'zh-CN': '无变化', en: 'unchanged' },
  skipped: { 'zh-CN': '跳过', en: 'skipped' },
  refused: { 'zh-CN': '拒绝', en: 'refused' },
};

const HEAD: Record<Locale, string[]> = {
  'zh-CN': ['序号', '文件中的位置', '标题', '网址名', '结果', '已导入', '说明'],
  en: ['Number', 'Place in the file', 'Title', 'Address name', 'Outcome', 'Taken over', 'Messages'],
};

/** The first line, with a mark of its encoding that spreadsheets need. */
export const reportHead = (locale: Locale): string => `\ufeff${line(HEAD[locale])}`;

export function reportLine(row: ImportRowView, locale: Locale): string {
  const { number, place, title, slug, outcome, applied, messages } = row;
  const words = messages.map(({ code, detail }) => IMPORT_MESSAGES[code][locale] + (detail ? ` (${detail})` : ''));
  const yes = locale === 'en' ? 'yes' : '是';
  return line([
    String(number),
    place,
    title,
    slug,
    OUTCOME_WORDS[outcome][locale],
    applied ? yes : '',
    words.join('; '),
  ]);
}

/** A spreadsheet takes a cell that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function line(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const safe = FORMULA.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${quoted.join(',')}\r\n`;
}
