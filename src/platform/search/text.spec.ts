import { fold, foldInPlace, withinEdits, words } from './text.js';

describe('text', () => {
  it.each([
    ['ＴｉｋＴｏｋ　１２', 'tiktok 12'],
    ['貨款沒有到帳', '货款没有到账'],
  ])('folds %s', (given, expected) => expect(fold(given)).toBe(expected));

  it.each([
    ['戶名與營業執照變更後，還會遲到嗎', '户名与营业执照变更后,还会迟到吗'],
    ['賬號、帳號', '账号、账号'],
    ['乾淨的鍵盤與麵條', '干净的键盘与面条'],
  ])('knows all traditional characters: %s', (given, expected) => expect(fold(given)).toBe(expected));

  it('folds in place without moving anything', () => {
    const given = 'İＴＩＫ　貨款 ﬁ';
    expect(foldInPlace(given)).toHaveLength(given.length);
    expect(foldInPlace('ＴＩＫ　貨款')).toBe('tik 货款');
  });

  it('leaves broken text standing', () => expect(fold('\uD800提\uDC00')).toBe('\uD800提\uDC00'));

  it('finds words by the dictionary', () => expect(words('直播 live')).toEqual(['直播', 'live']));

  it.each([
    ['pasword', 'password', 1, true],
    ['chnage', 'change', 1, true],
    ['withdrawl', 'withdrawal', 1, true],
    ['hello', 'help', 1, false],
    ['abc', 'abcdef', 2, false],
  ])('%s and %s within %i: %s', (a, b, limit, expected) => expect(withinEdits(a, b, limit)).toBe(expected));
});
