import {
  ARTICLE_IMPORT_MESSAGES,
  type ArticleImportOutcome,
  type ArticleImportRowView,
  type Locale,
} from '../../../contract/index.js';
import { messageWords } from '../../../platform/imports/index.js';

const OUTCOMES: Record<ArticleImportOutcome, Record<Locale, string>> = {
  new: { 'zh-CN': '新增', en: 'new' },
  updates: { 'zh-CN': '更新', en: 'updates' },
  unchanged: { 'zh-CN': '无变化', en: 'unchanged' },
  skipped: { 'zh-CN': '跳过', en: 'skipped' },
  refused: { 'zh-CN': '拒绝', en: 'refused' },
};

export const REPORT_HEAD: Record<Locale, string[]> = {
  'zh-CN': ['序号', '文件中的位置', '标题', '网址名', '结果', '已导入', '说明'],
  en: ['Number', 'Place in the file', 'Title', 'Address name', 'Outcome', 'Taken over', 'Messages'],
};

/** A row of the report as a spreadsheet shows it. */
export function reportRow(row: ArticleImportRowView, locale: Locale): (string | number)[] {
  const { number, place, title, slug, outcome, applied, messages } = row;
  const words = messageWords(messages, ARTICLE_IMPORT_MESSAGES, locale);
  const yes = locale === 'en' ? 'yes' : '是';
  return [number, place, title, slug, OUTCOMES[outcome][locale], applied ? yes : '', words];
}
