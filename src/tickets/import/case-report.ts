import {
  CASE_IMPORT_MESSAGES,
  type CaseImportOutcome,
  type CaseImportRowView,
  type Locale,
} from '../../contract/index.js';
import { messageWords } from '../../platform/imports/index.js';

const OUTCOMES: Record<CaseImportOutcome, Record<Locale, string>> = {
  new: { 'zh-CN': '新增', en: 'new' },
  known: { 'zh-CN': '已有', en: 'here already' },
  skipped: { 'zh-CN': '跳过', en: 'left out' },
  refused: { 'zh-CN': '拒绝', en: 'refused' },
};

export const REPORT_HEAD: Record<Locale, string[]> = {
  'zh-CN': ['序号', '文件中的位置', '原编号', '标题', '结果', '工单号', '消息数', '说明'],
  en: ['Number', 'Place in the file', 'Old number', 'Subject', 'Outcome', 'Case', 'Entries', 'Messages'],
};

/** A row of the report as a spreadsheet shows it. */
export function reportRow(row: CaseImportRowView, locale: Locale): (string | number)[] {
  const { number, place, externalId, subject, outcome, ticket = '', entries, messages } = row;
  const words = messageWords(messages, CASE_IMPORT_MESSAGES, locale);
  return [number, place, externalId, subject, OUTCOMES[outcome][locale], ticket, entries, words];
}
