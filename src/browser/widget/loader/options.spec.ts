import { chooseLocale, inkOn } from './options.js';

test.each([
  [undefined, '', '', 'zh-CN'],
  [undefined, '', 'zh-TW', 'zh-CN'],
  [undefined, '', 'en-GB', 'en'],
  [undefined, 'zh', 'en-GB', 'zh-CN'],
  ['en', 'zh-CN', 'zh-CN', 'en'],
])('asked %s, page %s, browser %s: %s', (asked, page, browser, expected) => {
  expect(chooseLocale(asked, page, browser)).toBe(expected);
});

test('dark ink on amber, white on blue', () => {
  expect(inkOn('#f3a72e')).toBe('#241a0c');
  expect(inkOn('#1a53b0')).toBe('#fff');
});
