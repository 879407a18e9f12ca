import type { Locale } from '../../../../../contract/index.js';

const zhCN = {
  kind: '这是',
  area: '关于哪一块（选填）',
  anyArea: '不确定',
  words: '具体说说：在什么情况下、希望怎样',
  email: '邮箱（选填），有结果时告诉您',
  send: '提交',
  thanks: '收到了，谢谢您的意见。有结果会告诉您。',
  more: '再提一条',
  mine: '我的反馈',
  answer: '答复：',
  case: '已转为工单 ',
  others: '看看大家在提什么',
  failed: '没有取到，点此重试',
  notSent: '没有提交成功，请稍后再试。',
};

const en: typeof zhCN = {
  kind: 'It is a',
  area: 'What it is about (optional)',
  anyArea: 'Not sure',
  words: 'In your words: when it happens, and what you wish for',
  email: 'E-mail (optional), to hear what comes of it',
  send: 'Send',
  thanks: 'We have it, thank you. You will hear what comes of it.',
  more: 'Say something more',
  mine: 'Your feedback',
  answer: 'Our answer: ',
  case: 'Became case ',
  others: 'See what others ask for',
  failed: 'Could not be fetched. Try again',
  notSent: 'It was not sent; please try again later.',
};

export const TEXTS: Record<Locale, typeof zhCN> = { 'zh-CN': zhCN, en };
