import type { LocalizedText, MacroSettings } from '../../contract/index.js';

const both = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en });

/** What the demo's agents do in one go. */
export const MACROS: readonly MacroSettings[] = [
  {
    title: both('请客户补截图', 'Ask for a screenshot'),
    deeds: { assign: { to: 'me' }, status: 'pending', addTags: ['待截图'] },
    reply: both(
      '{{customer.name}}您好，我是{{agent.name}}。麻烦发一张报错页面的截图，写上大概的时间，我马上接着查。',
      'Dear {{customer.name}}, this is {{agent.name}}. Please send a screenshot of the error and about when it happened; I go on at once.',
    ),
  },
  {
    title: both('提现失败加急', 'Failed withdrawal, urgent'),
    deeds: {
      category: 'earnings',
      subCategory: 'withdrawal_failed',
      nature: 'fault',
      priority: 'P0',
      addTags: ['加急'],
      note: '按提现失败流程加急：先查打款流水，再看银行退回原因。',
      watch: true,
    },
  },
  {
    title: both('等相关方结果', 'Waits for others'),
    deeds: { assign: { to: 'me' }, status: 'on_hold' },
    reply: both(
      '{{customer.name}}您好，工单 {{ticket.number}} 已转给相关同事核实，{{ticket.promised_at}} 前给您结果。',
      'Dear {{customer.name}}, {{ticket.number}} is being checked by the team concerned. You have the result by {{ticket.promised_at}}.',
    ),
  },
];
