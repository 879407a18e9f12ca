import type { Locale } from '../../contract/index.js';

const TEXTS = {
  'zh-CN': {
    brand: '长明',
    siteName: '长明帮助中心',
    skip: '跳到正文',
    mainNavigation: '主导航',
    help: '帮助中心',
    helpPath: '/help/zh-CN',
    status: '查询工单进度',
    statusPath: '/status?locale=zh-CN',
    contact: '联系客服',
    contactHint: '在店铺后台右下角联系我们',
    switchLanguage: 'English',
    promise: '夜再深，也为您留着灯。',
    always: '在线客服 24 小时有人值守',
  },
  en: {
    brand: 'Porchlight',
    siteName: 'Porchlight help centre',
    skip: 'Skip to content',
    mainNavigation: 'Main',
    help: 'Help centre',
    helpPath: '/help/en',
    status: 'Case status',
    statusPath: '/status?locale=en',
    contact: 'Contact us',
    contactHint: 'Find us at the lower right of your Seller Centre',
    switchLanguage: '简体中文',
    promise: 'However late it is, we leave the light on.',
    always: 'Live support, staffed 24 hours a day',
  },
} satisfies Record<Locale, Record<string, string>>;

/** The words of the frame around every public page. */
export const chromeTexts = (locale: Locale): Record<string, string> => TEXTS[locale];
