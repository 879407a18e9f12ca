import { en } from './en.js';
import { fill } from './fill.js';
import { zhCN } from './zh-cn.js';

const places = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('messages', () => {
  it.each(Object.keys(zhCN) as (keyof typeof zhCN)[])('%s says the same in both languages', (key) => {
    expect(en[key]).not.toBe('');
    expect(places(en[key])).toEqual(places(zhCN[key]));
  });
});

describe('fill', () => {
  it('fills places by name', () => {
    expect(fill('{a} of {b}, {a}', { a: 1, b: 'two' })).toBe('1 of two, 1');
  });

  it('leaves a place nobody fills', () => {
    expect(fill('hello {name}')).toBe('hello {name}');
    expect(fill('{count:ticket|tickets}')).toBe('{count:ticket|tickets}');
  });

  it.each([
    [0, '0 tickets are here'],
    [1, '1 ticket is here'],
    ['1', '1 ticket is here'],
    [2, '2 tickets are here'],
    [21, '21 tickets are here'],
    ['1,000', '1,000 tickets are here'],
  ])('says of %s: %s', (count, words) => {
    expect(fill('{count} {count:ticket is|tickets are} here', { count })).toBe(words);
  });
});
