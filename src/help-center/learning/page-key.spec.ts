import { pageKey } from './page-key.js';

describe('a kind of page', () => {
  it.each([
    [undefined, ''],
    ['', ''],
    ['https://shop.example/orders', ''],
    ['/', '/'],
    ['/Orders/202611200001/refund?from=mail#x', '/orders/*/refund'],
    ['/orders/7/refund/', '/orders/*/refund'],
    ['/live/step2', '/live/step2'],
    ['/u/li.na@example.com', '/u/*'],
    ['/店铺/主页', '/*/*'],
    [`/${'a/'.repeat(50)}`, '/a/a/a/a/a/a'],
    ['/8f14e45f-ceea-467f-a8f1-d41d8cd98f00', '/*'],
  ])('%s → %s', (page, key) => expect(pageKey(page)).toBe(key));
});
