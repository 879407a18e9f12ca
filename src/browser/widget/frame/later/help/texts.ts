import type { Locale } from '../../../../../contract/index.js';
import { useDesk } from '../../state/context.js';

const zhCN = {
  found: (count: number) => `找到 ${count} 篇文章`,
  nothing: '没有找到相关文章。换个说法试试，或者直接问我们。',
  searchFailed: '暂时搜索不了。',
  askThis: '直接咨询',
  retry: '重试',
  popular: '大家常看',
  here: '本页常见',
  all: '全部',
  service: '联系与服务',
  updated: (day: string) => `更新于 ${day}`,
  forCustomers: '登录客户可见',
  behind: '另一种语言的版本更新，这篇可能还没跟上。',
  contents: '本文内容',
  related: '相关文章',
  page: '在新标签页打开',
  missing: '找不到这篇文章，它可能已经下线。可以换篇文章看看，或者直接问我们。',
  failed: '文章没有打开，请检查网络。',
  helpful: '这篇文章有帮助吗？',
  yes: '有帮助',
  no: '没有帮助',
  thanks: '谢谢，很高兴帮到您。',
  reason: '缺了什么，或哪里没说清？（选填）',
  sendReason: '提交',
  noted: '谢谢，我们会据此改进。',
  notDone: '没有成功，请重试。',
  unsolved: '还是没解决？',
  contact: '联系客服',
  readBefore: (title: string, question?: string) => `${question ? `${question}\n` : ''}（看过《${title}》，还没解决）`,
  opensNewTab: '（在新标签页打开）',
};

const en: typeof zhCN = {
  found: (count) => `${count} ${count === 1 ? 'article' : 'articles'} found`,
  nothing: 'No article fits. Try other words, or just ask us.',
  searchFailed: 'Search is not available right now.',
  askThis: 'Ask us',
  retry: 'Try again',
  popular: 'Read often',
  here: 'On this page',
  all: 'All',
  service: 'Contact and service',
  updated: (day) => `Updated ${day}`,
  forCustomers: 'For signed-in customers',
  behind: 'The Chinese text is newer; this one may not say everything yet.',
  contents: 'In this article',
  related: 'Related articles',
  page: 'Open in a new tab',
  missing: 'There is no such article, or not any more. Look at another, or just ask us.',
  failed: 'The article did not open. Please check your connection.',
  helpful: 'Did this article help?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you. Glad that it helped.',
  reason: 'What was missing or unclear? (optional)',
  sendReason: 'Send',
  noted: 'Thank you. We will make it better.',
  notDone: 'That did not work. Please try again.',
  unsolved: 'Not solved?',
  contact: 'Contact us',
  readBefore: (title, question) => `${question ? `${question}\n` : ''}(I read “${title}”; it is not solved.)`,
  opensNewTab: '(opens in a new tab)',
};

const helpTexts: Record<Locale, typeof zhCN> = { 'zh-CN': zhCN, en };

/** The words of the help centre inside the panel, in the reader's language. */
export function useHelpTexts(): typeof zhCN {
  return helpTexts[useDesk().store.get().locale];
}
