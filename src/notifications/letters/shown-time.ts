import type { Locale } from '../../contract/index.js';

/** A moment as a letter says it: with its day of the week, on the clock of this zone. @param zone IANA name */
export function shownTime(at: Date, locale: Locale, zone: string): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: zone,
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
