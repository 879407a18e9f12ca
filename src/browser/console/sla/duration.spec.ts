import fc from 'fast-check';
import { readDuration, writeDuration } from './duration.js';

describe('durations as people write them', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['30', 1_800],
    ['30 分', 1_800],
    ['30分钟', 1_800],
    ['30 min', 1_800],
    ['4 小时', 14_400],
    ['4个小时', 14_400],
    ['半小时', 1_800],
    ['1h30', 5_400],
    ['1h 30m', 5_400],
    ['1 Hour 30 Minutes', 5_400],
    ['1:30', 5_400],
    ['1.5h', 5_400],
    ['90s', 90],
    ['90 秒', 90],
    ['1分30秒', 90],
    ['２４小时', 86_400],
    ['2 天', 172_800],
    ['1d 2h', 93_600],
    ['0', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['5 周', undefined],
    ['30 分 4 小时', undefined],
    ['1:75', undefined],
  ])('%s', (written, seconds) => expect(readDuration(written)).toBe(seconds));

  it('reads back whatever it writes, in both languages', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 366 * 86_400 }),
        fc.constantFrom('zh-CN' as const, 'en' as const),
        (seconds, locale) => expect(readDuration(writeDuration(seconds, locale))).toBe(seconds),
      ),
    ));

  it.each([
    [90, '90 秒'],
    [1_800, '30 分'],
    [5_400, '1 小时 30 分'],
    [86_400, '24 小时'],
    [0, '0 分'],
  ])('%d s are %s', (seconds, written) => expect(writeDuration(seconds, 'zh-CN')).toBe(written));
});
