import { DateTime } from 'luxon';
import type { Locale } from '../contract/index.js';

/** Customers and merchants are told times of their own market. */
const MARKET_ZONE = 'Asia/Shanghai';

/** An honest word: that it takes longer than it should, who looks at it now, and by when they hear if that is known. */
export function escalatedText(locale: Locale, hearBy: Date | undefined): string {
  const time = hearBy && DateTime.fromJSDate(hearBy, { zone: MARKET_ZONE });
  if (locale === 'zh-CN') {
    const promise = time ? `最晚 ${time.toFormat('M月d日 HH:mm')} 给您回复。` : '有进展会马上告诉您。';
    return `让您久等了：您的问题已升级给负责人处理，${promise}`;
  }
  const promise = time
    ? `You hear from us by ${time.setLocale('en').toFormat('d LLL HH:mm')} (Beijing time).`
    : 'You hear from us as soon as there is news.';
  return `Sorry that this takes so long: your case has been passed to those in charge. ${promise}`;
}
