import { clockTime, dayName, relativeTime } from './relative-time.js';

const now = Date.parse('2026-11-20T03:00:00Z');
const minutes = (count: number) => now + count * 60_000;

test.each([
  [0, 'zh-CN', '现在'],
  [-3, 'zh-CN', '3分钟前'],
  [-125, 'zh-CN', '2小时前'],
  [-3, 'en', '3 min. ago'],
  [120, 'en', 'in 2 hr.'],
])('%i minutes from now in %s', (offset, locale, expected) => {
  expect(relativeTime(minutes(offset), now, locale)).toBe(expected);
});

test('the clock and the day are those of the reader’s zone', () => {
  expect(clockTime(now, 'zh-CN', 'Asia/Shanghai')).toBe('11:00');
  expect(clockTime(Date.parse('2026-11-20T16:05:00Z'), 'en', 'Asia/Shanghai')).toBe('00:05');
  expect(dayName(now, now, 'zh-CN', 'Asia/Shanghai')).toBe('今天');
  expect(dayName(Date.parse('2026-11-19T15:59:00Z'), now, 'zh-CN', 'Asia/Shanghai')).toBe('昨天');
  expect(dayName(Date.parse('2026-11-19T16:01:00Z'), now, 'en', 'Asia/Shanghai')).toBe('today');
  expect(dayName(Date.parse('2026-11-01T03:00:00Z'), now, 'en', 'Asia/Shanghai')).toBe('Sun, November 1');
});
