import type { Locale, LookUpOutcome } from '../../../contract/index.js';

/** What is said with what a host answered. Its own words stand on its card alone. */
export const HOST_TEXTS: Record<Locale, Record<LookUpOutcome, (name: string, input: string | null) => string>> = {
  'zh-CN': {
    found: (name) => `查到了，这是您的${name}：`,
    not_found: (name, input) =>
      input
        ? `没有查到“${input}”的${name}。请核对一下再发给我；也可以直接转人工。`
        : `没有查到您的${name}。如果不对，可以直接转人工。`,
    failed: (name) =>
      `${name}现在查不到，不是您的问题，也不影响您的钱款和账号。过几分钟可以再试，或者直接转人工帮您查。`,
    unverified: (name) =>
      `${name}只有登录后才能查。请先在平台登录账号，再打开这个窗口发一次；不方便登录的话，可以直接转人工。`,
  },
  en: {
    found: (name) => `Here it is, ${name.toLowerCase()}:`,
    not_found: (name, input) =>
      input
        ? `I found nothing under “${input}” (${name.toLowerCase()}). Please check it and send it again, or ask for a person.`
        : `I looked this up and found nothing on record (${name.toLowerCase()}). If that is wrong, ask for a person.`,
    failed: (name) =>
      `I cannot look this up right now (${name.toLowerCase()}). It is not your doing, and neither your money nor your account is affected. Try again in a few minutes, or ask for a person.`,
    unverified: (name) =>
      `This can only be looked up once you are signed in (${name.toLowerCase()}). Sign in to the platform, open this window again and send it once more; or ask for a person.`,
  },
};
