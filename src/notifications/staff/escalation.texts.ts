import type { ClockKind, Locale, RungTime } from '../../contract/index.js';

const CLOCKS: Record<Locale, Record<ClockKind, string>> = {
  'zh-CN': { first_response: '首次响应', next_response: '再次响应', promise: '承诺', resolution: '解决' },
  en: {
    first_response: 'First response',
    next_response: 'Next response',
    promise: 'Promise',
    resolution: 'Resolution',
  },
};

/** How far it has come, as a heading: 首次响应已超时. */
export function escalationHeading(locale: Locale, kind: ClockKind, at: RungTime): string {
  const clock = CLOCKS[locale][kind];
  if ('breach' in at) return locale === 'en' ? `${clock} is overdue` : `${clock}已超时`;
  if ('afterMinutes' in at) {
    const late = duration(locale, at.afterMinutes);
    return locale === 'en' ? `${clock} is overdue by ${late}` : `${clock}已超时 ${late}`;
  }
  if (at.percent === 0) return locale === 'en' ? `${clock} has begun` : `${clock}开始计时`;
  return locale === 'en' ? `${clock}: ${at.percent}% of the time is gone` : `${clock}时间已用 ${at.percent}%`;
}

function duration(locale: Locale, minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts =
    locale === 'en'
      ? [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`]
      : [hours > 0 && `${hours} 小时`, rest > 0 && `${rest} 分钟`];
  return parts.filter(Boolean).join(' ');
}

/** One line for a group chat or an SMS. */
export function escalationLine(
  locale: Locale,
  facts: { heading: string; number: string; priority: string; due: string; names: readonly string[]; url: string },
): string {
  const { heading, number, priority, due, names, url } = facts;
  return locale === 'en'
    ? `[Porchlight] ${number} (${priority}): ${heading}. Due ${due}. For ${names.join(', ')}. ${url}`
    : `【长明】${number}（${priority}）${heading}，时限 ${due}。请 ${names.join('、')} 处理：${url}`;
}
