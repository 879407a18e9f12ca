import type { Locale } from '../../contract/index.js';

/** What customers read in their threads when cases are joined or parted; colleagues read it in their own words. */
export const KIN_WORDS: Record<
  Locale,
  { merged: (into?: string) => string; split: (number: string) => string; splitFrom: (number: string) => string }
> = {
  'zh-CN': {
    merged: (into) =>
      into ? `已与您的工单 ${into} 合并处理` : '您的问题与同类问题合并处理，工单号不变，进度照常在这里告诉您',
    split: (number) => `其中另一个问题已单独建立工单 ${number}，为您分别跟进`,
    splitFrom: (number) => `以下内容来自您的工单 ${number}`,
  },
  en: {
    merged: (into) =>
      into
        ? `Now dealt with together with your case ${into}`
        : 'Now dealt with together with others like it. Your number stays, and you go on hearing from us here',
    split: (number) => `Your other question has a case of its own now: ${number}`,
    splitFrom: (number) => `This is what you wrote in your case ${number}`,
  },
};
