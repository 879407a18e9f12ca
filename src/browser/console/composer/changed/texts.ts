import { defineTexts } from '../../i18n/texts.js';

export const useChangedTexts = defineTexts(
  {
    title: '还没有发出：发送前，会话有了新内容',
    earlier: '上面还有 {count} 条',
    yours: '您写的',
    sendAnyway: '仍要发送',
    change: '继续修改',
    reading: '正在取新内容…',
    file: '[附件]',
    card: '[卡片]',
    waiting: '还没有发出，请在下方确认',
  },
  {
    title: 'Not sent yet: something was said before it went',
    earlier: '{count} more above',
    yours: 'You wrote',
    sendAnyway: 'Send all the same',
    change: 'Change it first',
    reading: 'Fetching what is new…',
    file: '[file]',
    card: '[card]',
    waiting: 'Not sent yet: decide below',
  },
);
