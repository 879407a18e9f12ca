import type { ArticleReportView, Locale, ReadingPlace } from '../../../contract/index.js';

type Rows = (string | number)[][];

const PLACES: Record<Locale, Record<ReadingPlace, string>> = {
  'zh-CN': { page: '帮助中心', contact: '联系页', widget: '挂件', bot: '机器人', console: '工作台' },
  en: { page: 'Help centre', contact: 'Contact page', widget: 'Widget', bot: 'Bot', console: 'Console' },
};
const HEADS = {
  gaps: {
    'zh-CN': ['搜索词', '语言', '位置', '次数', '最近一次（UTC）'],
    en: ['Query', 'Language', 'Place', 'Times', 'Last asked (UTC)'],
  },
  articles: {
    'zh-CN': ['文章', '阅读', '仍联系客服', '占比 %', '有帮助', '没帮助', '原因'],
    en: ['Article', 'Reads', 'Contact anyway', 'Share %', 'Helpful', 'Not helpful', 'Reasons'],
  },
};

/** What was searched for in vain, as a table. @param locale of the reader */
export function gapsTable(
  rows: { query: string; locale: Locale; place: ReadingPlace; count: number; lastAskedAt: Date }[],
  locale: Locale,
): Rows {
  const lines = rows.map((row) => [
    row.query,
    row.locale,
    PLACES[locale][row.place],
    row.count,
    row.lastAskedAt.toISOString().slice(0, 16).replace('T', ' '),
  ]);
  return [HEADS.gaps[locale], ...lines];
}

/** What was read in vain, as a table. */
export function articlesTable(items: ArticleReportView[], locale: Locale): Rows {
  const lines = items.map(({ title, reads, contacts, helpful, notHelpful, reasons }) => [
    title,
    reads,
    contacts,
    reads > 0 ? Math.round((1_000 * contacts) / reads) / 10 : '',
    helpful,
    notHelpful,
    reasons.join(' / '),
  ]);
  return [HEADS.articles[locale], ...lines];
}
