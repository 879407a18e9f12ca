import { defineTexts } from '../../i18n/texts.js';

export const useMentionTexts = defineTexts(
  {
    title: '提到同事',
    hint: '@ 提到同事',
    keys: '↑↓ 选择 · Enter 填入 · Esc 关闭',
    found: '找到 {count} 位同事',
    none: '没有找到这位同事',
    failed: '同事名单没有取到，请重试',
    tells: '会通知 {names}；他们从此看得到并关注这个工单。',
    and: '、',
    you: '提到您',
  },
  {
    title: 'Mention a colleague',
    hint: '@ to mention a colleague',
    keys: '↑↓ to choose · Enter to put in · Esc to close',
    found: '{count} {count:colleague|colleagues} found',
    none: 'No such colleague',
    failed: 'The colleagues could not be fetched; try again',
    tells: '{names} will be told, and see and watch this case from then on.',
    and: ', ',
    you: 'Mentions you',
  },
);
