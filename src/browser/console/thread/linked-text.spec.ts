import { linkedText } from './linked-text.js';

describe('linkedText', () => {
  it.each([
    ['没有链接', [{ text: '没有链接' }]],
    [
      '请看 https://shop.example/a?b=1，谢谢',
      [
        { text: '请看 ' },
        { text: 'https://shop.example/a?b=1', href: 'https://shop.example/a?b=1' },
        { text: '，谢谢' },
      ],
    ],
    ['(http://x.example).', [{ text: '(' }, { text: 'http://x.example', href: 'http://x.example' }, { text: ').' }]],
    ['javascript:alert(1)', [{ text: 'javascript:alert(1)' }]],
    ['', []],
  ])('%s', (text, pieces) => {
    expect(linkedText(text)).toEqual(pieces);
  });
});
