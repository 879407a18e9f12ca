import type { FieldFormat, FieldType, Locale, LookUpOutcome } from '../../../../../contract/index.js';
import { useDesk } from '../../state/context.js';

const formats: Record<FieldFormat, string> = {
  identifier: '字母和数字，例如 P2026111910240380',
  four_digits: '四位数字，例如 0380',
  digits: '只要数字，例如 20261119',
  phone: '电话号码，例如 138 0013 8000',
  email: '邮箱地址，例如 name@example.com',
  web_address: '以 https:// 开头的网址',
};
const types: Partial<Record<FieldType, string>> = {
  number: '一个数字，例如 128.5',
  money: '金额，例如 128.50',
  date: '日期，例如 2026-11-19',
  multi_select: '可以选多个，用顿号隔开',
};
const lookedUp: Record<LookUpOutcome, string> = {
  found: '查到了：',
  not_found: '没有查到。请核对一下，或直接转人工。',
  failed: '暂时查不了，稍后可以再试，或直接转人工。',
  unverified: '登录后才能查询，这样别人看不到您的信息。',
};

const zhCN = {
  formats,
  types,
  lookedUp,
  replies: '可以直接选择',
  skip: '跳过',
  unsure: '不太确定',
  another: '另一个答案',
  restsOn: '依据：',
  title: (title: string) => `《${title}》`,
  version: (version: number) => `第 ${version} 版`,
  helped: '有帮助',
  notHelped: '没帮助',
  outcomes: { helped: '您标记为有帮助', not_helped: '您标记为没帮助' },
  thinking: '正在为您查找答案',
};

export type BotTexts = typeof zhCN;

const en: BotTexts = {
  formats: {
    identifier: 'Letters and digits, e.g. P2026111910240380',
    four_digits: 'Four digits, e.g. 0380',
    digits: 'Digits only, e.g. 20261119',
    phone: 'A telephone number, e.g. +1 415 555 0100',
    email: 'An e-mail address, e.g. name@example.com',
    web_address: 'An address that begins with https://',
  },
  types: {
    number: 'A number, e.g. 128.5',
    money: 'An amount, e.g. 128.50',
    date: 'A date, e.g. 2026-11-19',
    multi_select: 'You may name several, with commas between',
  },
  lookedUp: {
    found: 'Here it is:',
    not_found: 'Nothing was found. Please check it, or ask for a live agent.',
    failed: 'It cannot be looked up right now. Try again later, or ask for a live agent.',
    unverified: 'Please sign in first, so that nobody else can see it.',
  },
  replies: 'You may choose',
  skip: 'Skip',
  unsure: 'Not sure',
  another: 'Another answer',
  restsOn: 'Based on ',
  title: (title) => `“${title}”`,
  version: (version) => `version ${version}`,
  helped: 'This helped',
  notHelped: 'Did not help',
  outcomes: { helped: 'You said this helped', not_helped: 'You said this did not help' },
  thinking: 'Looking for an answer',
};

const botTexts: Record<Locale, BotTexts> = { 'zh-CN': zhCN, en };

/** The bot's words around its answers, in the reader's language. */
export function useBotTexts(): BotTexts {
  return botTexts[useDesk().store.get().locale];
}
