import { defineTexts } from '../../i18n/texts.js';

export const useAuditTexts = defineTexts(
  {
    title: '操作日志',
    intro: '谁在什么时候改了客服台的什么。记录只增不改，最新的在最前。',
    kind: '对象类型',
    everything: '全部',
    none: '还没有记录',
    noneDetail: '在“管理”里的每一次修改都会记录在这里。',
    program: '程序',
    changed: '查看改动',
    absent: '（无）',
  },
  {
    title: 'Audit log',
    intro: 'Who changed what about the desk, and when. Records are only ever added; the newest come first.',
    kind: 'Kind',
    everything: 'Everything',
    none: 'Nothing yet',
    noneDetail: 'Every change made in the administration is written here.',
    program: 'program',
    changed: 'Show what changed',
    absent: '(none)',
  },
);
