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
  failed: '工单号或验证信息不正确',
  failedHint: '请核对工单号，以及查询码或预留手机号后四位。',
  tooMany: '尝试次数过多，请稍后再试',
  tooManyHint: '您仍可以通过对话窗口里的进度链接直接查看。',
  linkInvalid: '这个链接不完整或已失效',
  linkInvalidHint: '请重新输入工单号查询。',
  case: '工单',
  opened: '提交于',
  zone: '（北京时间）',
  zoneNote: '以下为北京时间',
  progress: '处理进度',
  timeline: '处理记录',
  due: '下一次答复',
  dueTail: '前，您会得到新的答复。',
  dueLead: '最晚 ',
  dueWas: '原定答复时间 ',
  overdue: '已超过预计答复时间，我们正在加急处理。',
  promised: '承诺时间 ',
  confirmTitle: '问题解决了吗？',
  confirmLead: '确认后工单完成；如果没有解决，我们马上继续处理。',
  confirmYes: '已解决',
  confirmNo: '未解决，继续处理',
  rateTitle: '给这次服务打个分',
  rateSolved: '问题是否解决',
  solved: '已解决',
  notSolved: '未解决',
  comment: '想对我们说的话（选填）',
  rateSubmit: '提交评价',
  rated: '感谢您的评价',
  another: '查询另一个工单',
  pendingHint: '请回到对话窗口补充信息，我们收到后马上继续。',
  score: '分',
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
  failed: 'Number or verification is wrong',
  failedHint: 'Check the number, and the look-up code or the last four digits of your registered phone.',
  tooMany: 'Too many tries; please wait a little',
  tooManyHint: 'The progress link in the chat window still works.',
  linkInvalid: 'This link is incomplete or no longer valid',
  linkInvalidHint: 'Look the case up by its number instead.',
  case: 'Case',
  opened: 'Opened',
  zone: ' (Beijing time)',
  zoneNote: 'in Beijing time',
  progress: 'Progress',
  timeline: 'What has happened',
  due: 'Next answer',
  dueTail: '.',
  dueLead: 'You will hear more by ',
  dueWas: 'An answer was due by ',
  overdue: 'This is later than we said. We are hurrying.',
  promised: 'Promised for ',
  confirmTitle: 'Is it solved?',
  confirmLead: 'If yes, the case is done. If not, we go on at once.',
  confirmYes: 'Yes, solved',
  confirmNo: 'Not solved, go on',
  rateTitle: 'How did we do?',
  rateSolved: 'Was it solved?',
  solved: 'Solved',
  notSolved: 'Not solved',
  comment: 'Anything you want to tell us (optional)',
  rateSubmit: 'Send rating',
  rated: 'Thank you for your rating',
  another: 'Look up another case',
  pendingHint: 'Please answer in the chat window; we go on as soon as we hear from you.',
  score: 'of 5',
};

export const statusTexts = (locale: Locale): StatusTexts => (locale === 'en' ? EN : ZH);

/** The status as a short label, and as a sentence to the customer. */
export const STATUS_WORDS: Record<Locale, Record<TicketStatus, { label: string; sentence: string }>> = {
  'zh-CN': {
    new: { label: '待受理', sentence: '已收到您的问题，正在安排客服' },
    open: { label: '处理中', sentence: '客服正在处理您的问题' },
    pending: { label: '待您回复', sentence: '我们在等您补充信息' },
    on_hold: { label: '挂起', sentence: '正在等待相关方的处理结果' },
    resolved: { label: '待确认', sentence: '已给出解决方案，请您确认' },
    closed: { label: '已完成', sentence: '工单已完成' },
    cancelled: { label: '已撤销', sentence: '工单已撤销' },
  },
  en: {
    new: { label: 'Received', sentence: 'We have your question and are finding somebody for it' },
    open: { label: 'In progress', sentence: 'We are working on it' },
    pending: { label: 'Waiting for you', sentence: 'We need something more from you' },
    on_hold: { label: 'On hold', sentence: 'We are waiting for a result from elsewhere' },
    resolved: { label: 'To confirm', sentence: 'We believe it is solved; please confirm' },
    closed: { label: 'Done', sentence: 'This case is done' },
    cancelled: { label: 'Cancelled', sentence: 'This case was cancelled' },
  },
};

/** The first step, once somebody has it in hand. */
export const RECEIVED: Record<Locale, string> = { 'zh-CN': '已受理', en: 'Received' };

/** From 1 to 5. */
export const SCORE_WORDS: Record<Locale, readonly string[]> = {
  'zh-CN': ['很不满意', '不满意', '一般', '满意', '很满意'],
  en: ['Very poor', 'Poor', 'Fair', 'Good', 'Very good'],
};
