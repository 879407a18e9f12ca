import type { Locale } from '../../../contract/index.js';

/** `open` and `close` are followed by `panel`. */
type LoaderTexts = Record<'open' | 'close' | 'panel' | 'loading' | 'slow' | 'retry', string>;

export const texts: Record<Locale, LoaderTexts> = {
  'zh-CN': {
    open: '打开',
    close: '关闭',
    panel: '在线客服',
    loading: '正在打开…',
    slow: '网络不畅，没有打开',
    retry: '重试',
  },
  en: {
    open: 'Open ',
    close: 'Close ',
    panel: 'support',
    loading: 'Opening…',
    slow: 'Could not open',
    retry: 'Try again',
  },
};
