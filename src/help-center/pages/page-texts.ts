import type { Locale, LocalizedText } from '../../contract/index.js';
import { type ArticleCategory } from '../../contract/index.js';

const both = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en });

/** `service` stands in the help centre alone. */
export const SERVICE_NAME = both('客服与服务', 'Reaching us');

export const CATEGORY_DESCRIPTIONS: Record<ArticleCategory, LocalizedText> = {
  earnings: both(
    '结算、提现、账单和费用：钱到哪一步了，怎么查、找谁。',
    'Settlement, withdrawals, statements and fees: where the money is, and how to check.',
  ),
  account: both(
    '登录、密码、子账号，以及账号被限制时怎么申诉。',
    'Logging in, passwords, team members, and what to do when an account is restricted.',
  ),
  feature: both(
    '开播、上传、挂商品和投放：遇到问题先按这里排查。',
    'Going live, uploads, products and ads: first aid and causes.',
  ),
  content: both('举报他人违规，或对判罚提出申诉。', 'Report a violation, or appeal a decision.'),
  service: both(
    '怎么找到我们、什么时候有人，工单进度在哪里看。',
    'How and when to reach us, and where to follow your case.',
  ),
};

const TEXTS = {
  'zh-CN': {
    homeTitle: '有什么可以帮您',
    homeDescription: '长明帮助中心：结算与提现、账号、直播与投放、违规与申诉，商家和达人常见问题的解决办法。',
    homeHeading: '灯亮着，有问题尽管问',
    homeLead: '先搜一搜，多数问题两三分钟就能自己解决。',
    searchLabel: '搜索帮助文章',
    searchPlaceholder: '例如：货款没有到账',
    searchButton: '搜索',
    hintsLabel: '大家常搜：',
    categoriesHeading: '按类别查找',
    popularHeading: '常见问题',
    all: '查看全部',
    noArticles: '文章还在准备，可以直接联系我们。',
    articlesUnit: '全部文章',
    breadcrumbs: '当前位置',
    home: '帮助中心',
    updated: '更新于',
    contents: '本文内容',
    related: '相关文章',
    feedbackHeading: '这篇文章解决您的问题了吗？',
    helped: '解决了',
    notHelped: '没有解决',
    thanks: '谢谢，很高兴帮到您。',
    sorry: '抱歉没能帮上忙。差了点什么？',
    sorryHint: '写一句就好，我们会据此改进。请不要填写密码、验证码或完整卡号。',
    reason: '哪里没说清楚',
    send: '提交',
    noted: '收到了，谢谢您告诉我们。',
    contactHeading: '还没解决？找人聊聊',
    contactText: '客服 24 小时在线。准备好订单号或截图，会更快。',
    contactButton: '联系客服',
    contactHint: '在店铺后台右下角联系我们',
    statusButton: '查询工单进度',
    searchTitle: '搜索',
    resultsFor: '搜索结果',
    noResults: '没有找到相关文章',
    noResultsHint: '换个说法试试，比如写下页面上的提示语；也可以看看下面的常见问题。',
    emptyHint: '输入几个字，或者直接把问题写成一句话。',
    filterLabel: '按类别筛选',
    everything: '全部',
    notFoundTitle: '没有找到这个页面',
    notFoundHint: '链接可能已经失效，或者文章换了地址。搜一下，或回到帮助中心首页。',
    backHome: '回到帮助中心',
  },
  en: {
    homeTitle: 'How can we help',
    homeDescription:
      'Porchlight help centre: payouts, accounts, live streams, ads, violations and appeals, for merchants and creators.',
    homeHeading: 'The light\u00a0is\u00a0on. Ask\u00a0away.',
    homeLead: 'Most questions are answered here in two or three minutes.',
    searchLabel: 'Search the help centre',
    searchPlaceholder: 'For example: payout not arrived',
    searchButton: 'Search',
    hintsLabel: 'Often asked:',
    categoriesHeading: 'Browse by topic',
    popularHeading: 'Popular articles',
    noArticles: 'Articles are on their way; do ask us meanwhile.',
    all: 'See all',
    articlesUnit: 'All articles',
    breadcrumbs: 'Breadcrumbs',
    home: 'Help centre',
    updated: 'Updated',
    contents: 'On this page',
    related: 'Related articles',
    feedbackHeading: 'Did this answer your question?',
    helped: 'Yes, it did',
    notHelped: 'No, not yet',
    thanks: 'Thank you. Glad it helped.',
    sorry: 'Sorry about that. What was missing?',
    sorryHint: 'One line is enough. Please do not write passwords, codes or full card numbers.',
    reason: 'What was unclear',
    send: 'Send',
    noted: 'Noted. Thank you for telling us.',
    contactHeading: 'Still stuck? Talk to us',
    contactText: 'Support is online 24 hours a day. An order number or a screenshot makes it quicker.',
    contactButton: 'Contact support',
    contactHint: 'Find us at the lower right of your Seller Centre',
    statusButton: 'Check a case',
    searchTitle: 'Search',
    resultsFor: 'Search results',
    noResults: 'Nothing found',
    noResultsHint: 'Try other words, such as the message on your screen, or look at the popular articles below.',
    emptyHint: 'Type a few words, or ask in a whole sentence.',
    filterLabel: 'Filter by topic',
    everything: 'All',
    notFoundTitle: 'This page is not here',
    notFoundHint: 'The link may be old, or the article has moved. Search for it, or go back to the help centre.',
    backHome: 'Back to the help centre',
  },
} satisfies Record<Locale, Record<string, string>>;

export type PageTexts = { readonly [key in keyof (typeof TEXTS)['en']]: string };

/** The words of the help centre's pages. */
export const pageTexts = (locale: Locale): PageTexts => TEXTS[locale];

/** What the home page offers to search for. */
export const SEARCH_HINTS: Record<Locale, readonly string[]> = {
  'zh-CN': ['货款没有到账', '提现失败', '直播卡顿', '账号被封'],
  en: ['payout late', 'withdrawal failed', 'stream lag', 'account suspended'],
};
