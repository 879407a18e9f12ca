import type { Locale, TicketStatus } from '../../contract/index.js';

/** The words of the public status page. */
const ZH = {
  title: '查询工单进度',
  description: '用工单号和查询码，随时查看问题处理到哪一步、什么时候会有新的答复。',
  lead: '输入工单号和验证信息，查看处理进度与下一次答复时间。',
  number: '工单号',
  numberHint: '在对话窗口和通知里，形如 PL-7K3-M2Q9。大小写、空格都不要紧。',
  factor: '查询码，或预留手机号后四位',
  factorHint: '查询码显示在对话窗口的工单号旁边。',
  submit: '查询进度',
  none: '还没有工单？',
  open: '提交问题',
  failed: '工单号或验证信息不正确',
  failedHint: '请核对工单号，以及查询码或预留手机号后四位。',
  mistyped: '工单号有误',
  mistypedHint: '可能有一位输错了：请对照通知逐位核对，形如 PL-7K3-M2Q9。',
  tooMany: '尝试次数过多，请稍后再试',
  tooManyHint: '您仍可以通过对话窗口里的进度链接直接查看。',
  linkInvalid: '这个链接不完整或已失效',
  linkInvalidHint: '请重新输入工单号查询。',
  case: '工单',
};

export type StatusTexts = typeof ZH;

const EN: StatusTexts = {
  title: 'Case status',
  description: 'With the case number and look-up code, see how far your case has got and when you will hear more.',
  lead: 'Enter the case number and one proof that it is yours to see its progress and when you will hear more.',
  number: 'Case number',
  numberHint: 'In the chat window and in our messages, like PL-7K3-M2Q9. Case and spaces do not matter.',
  factor: 'Look-up code, or last four digits of your registered phone',
  factorHint: 'The look-up code stands beside the case number in the chat window.',
  submit: 'See progress',
  none: 'No case yet?',
  open: 'Open one',
  failed: 'Number or verification is wrong',
  failedHint: 'Check the number, and the look-up code or the last four digits of your registered phone.',
  mistyped: 'This is no case number',
  mistypedHint: 'A character may be wrong: compare it with our messages. It looks like PL-7K3-M2Q9.',
  tooMany: 'Too many tries; please wait a little',
  tooManyHint: 'The progress link in the chat window still works.',
  linkInvalid: 'This link is incomplete or no longer valid',
  linkInvalidHint: 'Look the case up by its number instead.',
  case: 'Case',
};

export const statusTexts = (locale: Locale): StatusTexts => (locale === 'en' ? EN : ZH);

/** The status as a short label, and as a sentence to the customer. */
export const STATUS_WORDS: Record<Locale, Record<TicketStatus, { label: string; sentence: string }>> = {
  'zh-CN': {
    new: { label: '已受理', sentence: '已收到您的问题，正在安排客服' },
    open: { label: '处理中', sentence: '客服正在处理您的问题' },
    pending: { label: '等您补充', sentence: '我们在等您补充信息' },
    on_hold: { label: '处理中', sentence: '正在等待相关方的处理结果' },
    resolved: { label: '已解决', sentence: '已给出解决方案，请您确认' },
    closed: { label: '已解决', sentence: '工单已完成' },
    cancelled: { label: '已撤销', sentence: '工单已撤销' },
  },
  en: {
    new: { label: 'Received', sentence: 'We have your question and are finding somebody for it' },
    open: { label: 'In progress', sentence: 'We are working on it' },
    pending: { label: 'Waiting for you', sentence: 'We need something more from you' },
    on_hold: { label: 'In progress', sentence: 'We are waiting for a result from elsewhere' },
    resolved: { label: 'Solved', sentence: 'We believe it is solved; please confirm' },
    closed: { label: 'Solved', sentence: 'This case is done' },
    cancelled: { label: 'Withdrawn', sentence: 'This case was withdrawn' },
  },
};

/** From 1 to 5. */
export const SCORE_WORDS: Record<Locale, readonly string[]> = {
  'zh-CN': ['很不满意', '不满意', '一般', '满意', '很满意'],
  en: ['Very poor', 'Poor', 'Fair', 'Good', 'Very good'],
};
