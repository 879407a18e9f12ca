import { defineTexts } from '../../i18n/texts.js';

export const useReplyTexts = defineTexts(
  {
    title: '快捷回复',
    hint: '/ 快捷回复',
    keys: '↑↓ 选择 · Enter 填入 · Esc 关闭',
    found: '找到 {count} 条快捷回复',
    none: '没有找到快捷回复',
    empty: '还没有快捷回复',
    emptyDetail: '主管可以在“管理 → 快捷回复”里添加。',
    failed: '快捷回复没有取到，请重试',
    unfilled: '这些内容还没填，填好或删去后才能发送：',
    unfilledOne: '选中 {variable}',
  },
  {
    title: 'Canned replies',
    hint: '/ for canned replies',
    keys: '↑↓ to choose · Enter to put in · Esc to close',
    found: '{count} canned replies found',
    none: 'No canned reply found',
    empty: 'No canned replies yet',
    emptyDetail: 'Supervisors add them under Administration → Canned replies.',
    failed: 'The canned replies could not be fetched; try again',
    unfilled: 'Not filled in yet. Write it or take it out, then send:',
    unfilledOne: 'Select {variable}',
  },
);
