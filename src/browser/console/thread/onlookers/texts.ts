import { defineTexts } from '../../i18n/texts.js';

export const useOnlookerTexts = defineTexts(
  { looking: '{names} 也在看这个工单', typing: '{names} 正在回复…', and: '、' },
  { looking: '{names} also viewing this case', typing: '{names} writing a reply…', and: ', ' },
);
