import type { Locale } from '../../../contract/index.js';

const UNITS: Record<Locale, { second: string; minute: string; hour: string; day: string }> = {
  'zh-CN': { second: ' 秒', minute: ' 分钟', hour: ' 小时', day: ' 天' },
  en: { second: ' s', minute: ' min', hour: ' h', day: ' d' },
};

/** How long something has lasted, as one glances at it: `40 秒`, `3 分钟`, `2 小时 5 分钟`, `3 天`. */
export function span(seconds: number, locale: Locale): string {
  const units = UNITS[locale];
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return `${whole}${units.second}`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}${units.minute}`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)}${units.day}`;
  return minutes % 60 === 0 ? `${hours}${units.hour}` : `${hours}${units.hour} ${minutes % 60}${units.minute}`;
}
