import type { ExpectedWait, Locale, QueuePlaceView } from '../../../contract/index.js';

const MINUTE = 60;
const HOUR = 3_600;
/** As far as the desk looks ahead. */
const LONGEST = 12 * HOUR;
/** From here on places are told in bands; beyond them there is none. */
const LAST_EXACT = 50;

/** As the customer's screen says it: exact up to 50, then a band. */
export function placeWords({ place, placeUpTo }: QueuePlaceView, locale: Locale): string {
  const zh = locale === 'zh-CN';
  if (placeUpTo) return zh ? `第 ${place}–${placeUpTo} 位` : `no. ${place}–${placeUpTo}`;
  if (place > LAST_EXACT) return zh ? ` ${place - 1} 位以后` : `beyond no. ${place - 1}`;
  return zh ? `第 ${place} 位` : `no. ${place}`;
}

/** A range as a person says it. */
export function waitWords({ fromSeconds, toSeconds }: ExpectedWait, locale: Locale): string {
  const zh = locale === 'zh-CN';
  if (toSeconds >= LONGEST) {
    const from = span(fromSeconds, Math.floor, locale);
    return zh ? ` ${from}以上` : `over ${from}`;
  }
  const to = span(toSeconds, Math.ceil, locale);
  if (fromSeconds < MINUTE) return zh ? `不超过 ${to}` : `${to} at most`;
  const from = span(fromSeconds, Math.floor, locale);
  return zh ? `约 ${from}到 ${to}` : `about ${from} to ${to}`;
}

/** Minutes below two hours, else halves of an hour. */
function span(seconds: number, round: (value: number) => number, locale: Locale): string {
  const zh = locale === 'zh-CN';
  if (seconds < 2 * HOUR) return `${round(seconds / MINUTE)} ${zh ? '分钟' : 'min'}`;
  return `${round(seconds / (HOUR / 2)) / 2} ${zh ? '小时' : 'h'}`;
}
