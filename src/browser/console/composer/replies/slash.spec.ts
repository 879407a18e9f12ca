import { slashBefore } from './slash.js';

it.each([
  ['/', { start: 0, query: '' }],
  ['/tk', { start: 0, query: 'tk' }],
  ['您好 /退款', { start: 3, query: '退款' }],
  ['您好/tk', { start: 2, query: 'tk' }],
  ['第一行\n/refund time', { start: 4, query: 'refund time' }],
  ['https://shop', undefined],
  ['https://shop.example/tk', undefined],
  ['11/20', undefined],
  ['是 / 否', undefined],
  ['/tk\n', undefined],
  ['tk', undefined],
])('%j → %j', (text, slash) => expect(slashBefore(text, text.length)).toEqual(slash));

it('only what stands before the caret counts', () => {
  expect(slashBefore('/tk 已经写好的', 3)).toEqual({ start: 0, query: 'tk' });
});
