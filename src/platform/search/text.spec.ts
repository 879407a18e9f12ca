import { fold, terms, withinEdits, words } from './text.js';

describe('text', () => {
  it.each([
    ['ＴｉｋＴｏｋ　１２', 'tiktok 12'],
    ['貨款沒有到帳', '货款没有到账'],
  ])('folds %s', (given, expected) => expect(fold(given)).toBe(expected));

  it('cuts Chinese into neighbouring pairs, and leaves English whole', () => {
    expect(terms('没到账 failed')).toEqual(['没到', '到账', 'failed']);
    expect(terms("can't 卡")).toEqual(['cant', '卡']);
  });

  it('finds words by the dictionary', () => expect(words('直播 live')).toEqual(['直播', 'live']));

  it.each([
    ['pasword', 'password', 1, true],
    ['chnage', 'change', 1, true],
    ['withdrawl', 'withdrawal', 1, true],
    ['hello', 'help', 1, false],
    ['abc', 'abcdef', 2, false],
  ])('%s and %s within %i: %s', (a, b, limit, expected) => expect(withinEdits(a, b, limit)).toBe(expected));
});
