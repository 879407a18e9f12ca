import type { Locale } from '../../contract/index.js';
import type { Brand } from './branding.js';

const TEXTS = {
  'zh-CN': {
    skip: '跳到正文',
    mainNavigation: '主导航',
    help: '帮助中心',
    status: '查询工单进度',
    feedback: '意见反馈',
    contact: '联系客服',
    switchLanguage: 'English',
    printed: '本页地址：',
  },
  en: {
    skip: 'Skip to content',
    mainNavigation: 'Main',
    help: 'Help centre',
    status: 'Case status',
    feedback: 'Feedback',
    contact: 'Contact us',
    switchLanguage: '简体中文',
    printed: 'This page: ',
  },
} satisfies Record<Locale, Record<string, string>>;

const SITE_NAMES: Record<Locale, (brand: string) => string> = {
  'zh-CN': (brand) => `${brand}帮助中心`,
  en: (brand) => `${brand} help centre`,
};

/** What the help centre as a whole is called, e.g. 长明帮助中心. */
export const siteName = (brand: Brand, locale: Locale): string => SITE_NAMES[locale](brand.names[locale]);

/** The words of the frame around every public page, and where its links lead. */
export function chromeParts(brand: Brand, locale: Locale, contactUrl = `/help/${locale}/contact`) {
  return {
    ...TEXTS[locale],
    brand: brand.names[locale],
    siteName: siteName(brand, locale),
    promise: brand.taglines[locale],
    hours: brand.hours[locale],
    logo: brand.logo,
    helpPath: `/help/${locale}`,
    statusPath: `/status?locale=${locale}`,
    feedbackPath: `/feedback?locale=${locale}`,
    newCasePath: `/cases/new?locale=${locale}`,
    contactUrl,
  };
}
