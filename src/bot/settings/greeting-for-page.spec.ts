import { fitsPage, greetingForPage } from './greeting-for-page.js';

describe('the page of a greeting', () => {
  it.each([
    ['/settlements/*', '/settlements/2026', true],
    ['/settlements/*', '/settlements/', true],
    ['/settlements/*', '/Settlements/2026/11', true],
    ['/settlements/*', '/settlements', false],
    ['/settlements', '/settlements', true],
    ['/settlements', '/settlements/1', false],
    ['/*/refund', '/orders/7/refund', true],
    ['/*/refund', '/refund', false],
    ['/a*a', '/a', false],
    ['/a*a', '/aa', true],
    ['/*/x/*/y', '/1/x/2/x/3/y', true],
    ['/*', '/', true],
    ['*', '/anything', true],
    ['/a.b', '/aXb', false],
  ])('%s and %s: %s', (pattern, path, fits) => expect(fitsPage(pattern, path)).toBe(fits));

  it('takes a pattern of stars and a long path in its stride', () => {
    const begun = process.cpuUsage();
    expect(fitsPage(`/${'*a'.repeat(60)}b`, `/${'a'.repeat(100_000)}`)).toBe(false);
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(200);
  });

  it('is the first that fits, whatever the query says', () => {
    const text = { 'zh-CN': '您好', en: 'Hello' };
    const [all, orders] = [
      { page: '/*', text },
      { page: '/orders/*', text },
    ];
    expect(greetingForPage([orders, all], '/orders/7?from=mail#top')).toBe(orders);
    expect(greetingForPage([orders, all], '/live')).toBe(all);
    expect(greetingForPage([orders], '/live?next=/orders/7')).toBeUndefined();
    expect(greetingForPage([all], undefined)).toBeUndefined();
  });
});
