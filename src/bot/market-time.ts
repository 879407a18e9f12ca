import { DateTime } from 'luxon';
import type { Locale } from '../contract/index.js';

/** Customers and merchants are told times of their own market. */
const MARKET_ZONE = 'Asia/Shanghai';

/** A moment as it stays true in a thread that is read again tomorrow. */
export function marketTime(at: Date, locale: Locale): string {
  const time = DateTime.fromJSDate(at, { zone: MARKET_ZONE });
  return locale === 'zh-CN'
    ? time.setLocale('zh-CN').toFormat('M月d日（ccc）HH:mm')
    : `${time.setLocale('en').toFormat('ccc d LLL, HH:mm')} (Beijing time)`;
}
