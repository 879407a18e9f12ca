import { defineTexts } from '../../i18n/texts.js';

export const useReplyTexts = defineTexts(
  {
    title: '快捷回复',
    listTitle: '快捷回复与宏',
    macro: '宏',
    answers: '回复“{words}”',
    hint: '/ 快捷回复、宏',
    keys: '↑↓ 选择 · Enter 确定 · Esc 关闭',
    found: '找到 {count} 条',
    none: '没有找到快捷回复或宏',
    empty: '还没有快捷回复和宏',
    emptyDetail: '主管可以在“管理”里添加。',
    failed: '快捷回复没有取到，请重试',
    unfilled: '这些内容还没填，填好或删去后才能发送：',
    unfilledOne: '选中 {variable}',
  },
  {
    title: 'Canned replies',
    listTitle: 'Canned replies and macros',
    macro: 'Macro',
    answers: 'answer “{words}”',
    hint: '/ for replies and macros',
    keys: '↑↓ to choose · Enter to take it · Esc to close',
    found: '{count} found',
    none: 'No canned reply or macro found',
    empty: 'No canned replies or macros yet',
    emptyDetail: 'Supervisors add them under Administration.',
    failed: 'The canned replies could not be fetched; try again',
    unfilled: 'Not filled in yet. Write it or take it out, then send:',
    unfilledOne: 'Select {variable}',
  },
);
