import fc from 'fast-check';
import { continues } from './continues.js';

describe('a search that goes on', () => {
  it.each([
    ['提', '提现', true],
    ['提现失败', '提现', true],
    ['pas word', 'password', true],
    ['pasword', 'password', true],
    ['提现', '提醒', true],
    ['提现失败了', '提现失败怎么办', true],
    ['提现失败', '提现多久', false],
    ['提现失败', '绑卡失败', false],
    ['refund', 'payout', false],
    ['提现失败', '发票', false],
  ])('%s then %s: %s', (earlier, later, expected) => expect(continues(earlier, later)).toBe(expected));

  it('is each beginning of what was typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 60 }), fc.nat(), (text, at) => {
        const beginning = text.slice(0, 1 + (at % (text.length - 1)));
        expect(continues(beginning, text)).toBe(true);
        expect(continues(text, beginning)).toBe(true);
      }),
    );
  });
});
