import type { IncomingHttpHeaders } from 'node:http';
import type { Locale } from '../../contract/index.js';

/** The better match of `Accept-Language`; Chinese when nothing fits, for so do most of those who ask. */
export function localeOf(headers: IncomingHttpHeaders): Locale {
  const wanted = String(headers['accept-language'] ?? '')
    .slice(0, 200)
    .toLowerCase()
    .split(',');
  for (const range of wanted) {
    const tag = range.trim();
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh-CN';
}
