import type { Locale } from '../../contract/index.js';

const ZH = {
  you: '您',
  desk: '客服',
  call: '电话沟通',
  helped: '您的评价：机器人的回答有帮助',
  not_helped: '您的评价：机器人的回答没有帮助',
};

const EN: typeof ZH = {
  you: 'You',
  desk: 'Support',
  call: 'By phone',
  helped: 'You said: the assistant’s answer helped',
  not_helped: 'You said: the assistant’s answer did not help',
};

/** The words of the thread on the public page. */
export const threadTexts = (locale: Locale): typeof ZH => (locale === 'en' ? EN : ZH);
