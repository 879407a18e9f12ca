import { defineTexts } from '../../../i18n/texts.js';

export const usePolicyTexts = defineTexts(
  {
    chat: '在线会话',
    chatHint: '客户在线等候，从转人工起算',
    asynchronous: '留言',
    asynchronousHint: '客户已离开，按工作时间计',
    byDefault: '默认 {duration}',
    asMessage: '同留言',
    none: '不设',
    unreadable: '请填写时长，例如 30 分、4 小时、1h30',
    howTo:
      '直接输入时长：30 分、4 小时、1h30，只写数字即为分钟。留空的响应目标由默认值兜底，虚线框里写着实际生效的时长。',
    takePreset: '套用预设',
    presetNamed: '{name}预设',
    leaveToDefault: '全部清空（按默认值）',
    target: '{tier} {priority} {column}',
    uncovered: '{count} 项未填写，由默认值兜底',
    covered: '全部目标均已填写',
    running: '{current} 个进行中的计时按当前版本，{older} 个按更早的版本',
  },
  {
    chat: 'Live chat',
    chatHint: 'The customer waits online; from hand-over',
    asynchronous: 'Message',
    asynchronousHint: 'The customer has left; working time',
    byDefault: 'default {duration}',
    asMessage: 'as message',
    none: 'none',
    unreadable: 'Write a duration, e.g. 30 min, 4 h, 1h30',
    howTo:
      'Type as you like: 30 min, 4 h, 1h30; a number alone is minutes. A response that you leave empty is answered by the default, which the dashed boxes show.',
    takePreset: 'Take a preset',
    presetNamed: '{name} preset',
    leaveToDefault: 'Empty all (use the default)',
    target: '{tier} {priority} {column}',
    uncovered: 'Left to the default: {count}',
    covered: 'Every target is given',
    running: '{current} running clocks go by this version, {older} by former ones',
  },
);
