import { linkify, safeHref } from './linkify.js';

const links = (text: string) => linkify(text).flatMap(({ href }) => href ?? []);

test.each([
  ['看这里https://a.example/x?y=1，谢谢', ['https://a.example/x?y=1']],
  ['See https://a.example/x. Then http://b.example!', ['https://a.example/x', 'http://b.example']],
  ['(https://a.example/wiki/X_(y))', ['https://a.example/wiki/X_(y)']],
  ['（https://a.example/订单）', ['https://a.example/订单']],
  ['javascript:alert(1) data:text/html,x ftp://a.example', []],
  ['https://', []],
  ['<https://a.example/"onmouseover="x">', ['https://a.example/']],
])('%s', (text, expected) => {
  expect(links(text)).toEqual(expected);
  expect(
    linkify(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});

test.each([
  ['/help/zh-CN/articles/payout', true],
  ['https://a.example', true],
  ['javascript:alert(1)', false],
  ['//evil.example', false],
  ['/\\evil.example', false],
  ['data:text/html,x', false],
  [undefined, false],
])('%s may be followed: %s', (address, expected) => {
  expect(Boolean(safeHref(address))).toBe(expected);
});
