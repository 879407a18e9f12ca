import { articleSlug } from './article-address.js';

it.each([
  ['https://desk.example/help/zh-CN/articles/payout-delay', 'payout-delay'],
  ['https://desk.example/help/en/articles/payout-delay?from=chat#section-2', 'payout-delay'],
  ['https://desk.example/help/zh-CN/articles/payout-delay/', 'payout-delay'],
  ['https://desk.example/help/zh-CN/categories/earnings', undefined],
  ['https://desk.example/help/zh-CN', undefined],
  ['https://evil.example/help/zh-CN/articles/payout-delay', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
])('%s leads to %s', (href, slug) => expect(articleSlug(href, 'https://desk.example')).toBe(slug));
