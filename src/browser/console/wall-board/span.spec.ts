import { span } from './span.js';

describe('a span', () => {
  it.each([
    [-3, '0 秒', '0 s'],
    [59.9, '59 秒', '59 s'],
    [60, '1 分钟', '1 min'],
    [3_599, '59 分钟', '59 min'],
    [3_600, '1 小时', '1 h'],
    [7_500, '2 小时 5 分钟', '2 h 5 min'],
    [86_399, '23 小时 59 分钟', '23 h 59 min'],
    [200_000, '2 天', '2 d'],
  ])('of %s seconds', (seconds, chinese, english) => {
    expect([span(seconds, 'zh-CN'), span(seconds, 'en')]).toEqual([chinese, english]);
  });
});
