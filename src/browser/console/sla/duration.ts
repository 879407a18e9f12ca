import type { Locale } from '../../../contract/index.js';

const NUMBER = '(\\d{1,7}(?:\\.\\d{1,3})?)';
const DAYS = '(?:天|日|d|days?)';
const HOURS = '(?:个?小时|个?钟头|时|h|hrs?|hours?)';
const MINUTES = '(?:分钟?|m|mins?|minutes?)';
const SECONDS = '(?:秒钟?|s|secs?|seconds?)';
/** A number without a unit, alone or at the end, is minutes. */
const WRITTEN = new RegExp(
  `^(?:${NUMBER}${DAYS})?(?:${NUMBER}${HOURS})?(?:${NUMBER}(?:${MINUTES}|$))?(?:${NUMBER}${SECONDS})?$`,
);
const CLOCK = /^(\d{1,5}):([0-5]\d)$/;

/**
 * A duration as people write it: `30`, `30 分`, `4 小时`, `1h30`, `1.5 h`, `1:30`, `半小时`, `2 天` (of 24 hours).
 * @returns seconds; null of an empty text; undefined when it cannot be read
 */
export function readDuration(written: string): number | null | undefined {
  const text = written.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '').replaceAll('半', '0.5');
  if (text === '') return null;
  const clock = CLOCK.exec(text);
  if (clock) return Number(clock[1]) * 3_600 + Number(clock[2]) * 60;
  const parts = WRITTEN.exec(text)?.slice(1);
  if (!parts) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return Math.round((days * 86_400 + hours * 3_600 + minutes * 60 + seconds) * 1_000) / 1_000;
}

const UNITS: Record<Locale, readonly [string, string, string]> = {
  'zh-CN': [' 小时', ' 分', ' 秒'],
  en: [' h', ' min', ' s'],
};
const SHORT = 120;

/**
 * Seconds as `readDuration` reads them: `1 小时 30 分`, `24 小时`, `90 秒`. Never in days, which a desk may take for working days.
 */
export function writeDuration(seconds: number, locale: Locale): string {
  const units = UNITS[locale];
  if (seconds < SHORT && seconds % 60 !== 0) return `${seconds}${units[2]}`;
  const counts = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60), seconds % 60];
  const parts = counts.flatMap((count, place) => (count > 0 ? [`${count}${units[place]}`] : []));
  return parts.length > 0 ? parts.join(' ') : `0${units[1]}`;
}
