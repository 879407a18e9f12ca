import type { Locale } from '../../../../contract/index.js';
import { en } from './en.js';
import { type Texts, zhCN } from './zh-CN.js';

export const texts: Record<Locale, Texts> = { 'zh-CN': zhCN, en };
export type { Texts };
