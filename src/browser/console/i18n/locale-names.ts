import type { Locale } from '../../../contract/index.js';

/** Each language in itself: who looks for theirs finds it. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { 'zh-CN': '中文', en: 'English' };
