import type { Locale } from '../../../contract/index.js';

const zhCN = {
  standing: (number: string, sentence: string) => `工单 ${number}：${sentence}。`,
  promised: (when: string) => `我们承诺在 ${when} 前给您结果。`,
  due: (when: string, inWorkingHours: boolean) =>
    `最晚 ${when} 给您新的答复${inWorkingHours ? '（按工作时间计）' : ''}。`,
  late: '已经超过原定的答复时间，我们正在加急处理。',
  paused: '等到结果后我们马上继续，并告诉您新的答复时间。',
  answerUs: '请回到那个会话里补充，我们收到后马上继续。',
  confirm: '如果还没解决，在那个会话里说一声，我们马上继续处理。',
  named: (number: string, status: string) => `${number}（${status}）`,
  others: (named: string[]) => `您另外还有：${named.join('、')}。把工单号发给我就能查。`,
  none: '您名下还没有工单。把遇到的问题告诉我；需要的话，随时可以转人工。',
  notYours: '没有查到您名下有这个工单号。请核对一下工单号（形如 PL-7K3-M2Q9）；换了账号提交的，请用当时的账号查。',
  card: {
    title: '工单',
    about: '问题',
    opened: '提交于',
    agent: '客服',
    promised: '承诺时间',
    basis: '依据',
    due: '下一次答复',
  },
};

const en: typeof zhCN = {
  standing: (number, sentence) => `Case ${number}: ${sentence}.`,
  promised: (when) => `We promised you a result by ${when}.`,
  due: (when, inWorkingHours) => `You hear more by ${when}${inWorkingHours ? ', counted in working hours' : ''}.`,
  late: 'This is later than we said. We are hurrying.',
  paused: 'As soon as we have it we go on, and tell you the new time.',
  answerUs: 'Please answer in that conversation; we go on as soon as we hear from you.',
  confirm: 'If it is not, say so in that conversation, and we go on at once.',
  named: (number, status) => `${number} (${status.toLowerCase()})`,
  others: (named) => `You also have ${named.join(', ')}. Send me a number to hear of it.`,
  none: 'You have no case yet. Tell me what happened; a person is one word away.',
  notYours:
    'I find no case of yours with this number. Please check it (like PL-7K3-M2Q9); if you used another account then, please ask from there.',
  card: {
    title: 'Case',
    about: 'About',
    opened: 'Opened',
    agent: 'With',
    promised: 'Promised by',
    basis: 'Because',
    due: 'Next answer',
  },
};

export const CASE_TEXTS: Record<Locale, typeof zhCN> = { 'zh-CN': zhCN, en };
