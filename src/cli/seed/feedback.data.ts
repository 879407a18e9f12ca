import type { FeedbackKind, FeedbackStatus, Locale, LocalizedText } from '../../contract/index.js';

const both = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en });

export interface DemoTopic {
  area: string;
  kind: FeedbackKind;
  title: LocalizedText;
  status: FeedbackStatus;
  answer?: LocalizedText;
  said: { locale: Locale; words: string }[];
}

/** What the demo's customers would like, and what became of it. */
export const DEMO_TOPICS: readonly DemoTopic[] = [
  {
    area: 'live',
    kind: 'suggestion',
    title: both('直播可以定时下播', 'A live stream that ends at a set time'),
    status: 'planned',
    answer: both('已排进下个季度，先支持提前一天设定。', 'Planned for next quarter; at first it is set a day ahead.'),
    said: [
      { locale: 'zh-CN', words: '晚上播到很晚，希望能设好时间自动下播。' },
      { locale: 'zh-CN', words: '建议支持定时下播，忘记关播被算了违规时长。' },
      { locale: 'en', words: 'Please let me set a time at which my live stream ends by itself.' },
    ],
  },
  {
    area: 'earnings',
    kind: 'suggestion',
    title: both('结算明细导出为表格', 'Settlement details as a table'),
    status: 'done',
    answer: both(
      '结算页右上角已有“导出”，可以选日期范围。',
      'There is an Export at the top right of the settlement page now, for any range of days.',
    ),
    said: [
      { locale: 'zh-CN', words: '每个月对账要一条条抄，希望结算明细可以导出表格。' },
      { locale: 'zh-CN', words: '结算单能不能导出 Excel，会计要用。' },
    ],
  },
  {
    area: 'shop',
    kind: 'suggestion',
    title: both('店铺改名不限次数', 'Renaming a shop as often as one likes'),
    status: 'declined',
    answer: both(
      '买家靠店名认店，频繁改名容易被冒用，所以仍是每年两次。',
      'Buyers know a shop by its name, and frequent renaming invites impostors; it stays at twice a year.',
    ),
    said: [{ locale: 'zh-CN', words: '店铺名一年只能改两次太少了，希望不限次数。' }],
  },
  {
    area: 'live',
    kind: 'fault',
    title: both('弱网时美颜会自己关掉', 'Beauty effects switch off on a weak network'),
    status: 'received',
    said: [
      { locale: 'zh-CN', words: '网络不好的时候美颜会自己关掉，观众都看到了。' },
      { locale: 'zh-CN', words: '信号差一点美颜就没了，要重新开。' },
    ],
  },
];
