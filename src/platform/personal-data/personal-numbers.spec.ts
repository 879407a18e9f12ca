import fc from 'fast-check';
import { isIdentityNumber, isLuhn } from './checks.js';
import { personalNumbers } from './personal-numbers.js';

const RUNS = Number(process.env.DEEP_RUNS ?? 500);
const foundIn = (text: string) => personalNumbers(text).map(({ from, to, kind }) => `${kind} ${text.slice(from, to)}`);

describe('numbers that are somebody’s', () => {
  it.each([
    ['卡号 6222 0210 0111 6245 702 谢谢', ['card 6222 0210 0111 6245 702']],
    ['4111.1111.1111.1111', ['card 4111.1111.1111.1111']],
    ['身份证１１０１０５１９４９１２３１００２Ｘ', ['identity １１０１０５１９４９１２３１００２Ｘ']],
    ['110105 19491231 002x', ['identity 110105 19491231 002x']],
    ['老证 110105491231002', ['identity 110105491231002']],
    ['打 138.0013.8000 或 (021) 5566-7788', ['phone 138.0013.8000', 'phone 021) 5566-7788']],
    ['+86 138 0013 8000', ['phone 86 138 0013 8000']],
    ['٠١٣٨٠٠١٣٨٠٠٠ و ١٣٨٠٠١٣٨٠٠٠', ['phone ٠١٣٨٠٠١٣٨٠٠٠', 'phone ١٣٨٠٠١٣٨٠٠٠']],
    ['对公账户 3100-6650-1234-5678-91', ['account 3100-6650-1234-5678-91']],
    ['2026-11-20 14:03 扣了 1,234.56 元，第 3 次', []],
    ['码率 4000，分辨率 1920*1080，订单 88123', []],
  ])('%s: %j', (text, expected) => expect(foundIn(text)).toEqual(expected));

  it('knows the check characters', () => {
    expect(['11010519491231002X', '110105194912310021'].map(isIdentityNumber)).toEqual([true, false]);
    expect(['4111111111111111', '4111111111111112'].map(isLuhn)).toEqual([true, false]);
  });

  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
  const card = fc
    .tuple(fc.constantFrom('62', '4', '51', '37'), fc.integer({ min: 13, max: 19 }), digits(18))
    .map(([head, length, rest]) => {
      const body = `${head}${rest}`.slice(0, length - 1);
      return body + [...'0123456789'].find((last) => isLuhn(body + last));
    });
  const identity = fc
    .tuple(
      digits(6),
      fc.integer({ min: 1920, max: 2019 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      digits(3),
    )
    .map(([area, year, month, day, order]) => {
      const body = `${area}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${order}`;
      return body + [...'0123456789X'].find((last) => isIdentityNumber(body + last));
    });
  const mobile = fc
    .tuple(fc.constantFrom('', '86', '0086'), fc.constantFrom(...'3456789'), digits(9))
    .map(([country, second, rest]) => `${country}1${second}${rest}`);
  const landline = fc.tuple(fc.constantFrom('010', '021', '0571', '0755'), digits(8)).map((parts) => parts.join(''));
  const number = fc.oneof(card, identity, mobile, landline);
  const gap = fc.constantFrom('', ' ', '-', '.', '  ', ' - ', '\u200b', '_', '/', '，');
  const word = fc.constantFrom('卡号', '我的', '；', 'please call ', '…', '电话是', 'a', '。');

  it('finds each of them, however it is set apart', () => {
    fc.assert(
      fc.property(
        number,
        fc.array(gap, { minLength: 24, maxLength: 24 }),
        word,
        word,
        fc.boolean(),
        (value, gaps, before, after, wide) => {
          const spaced = [...value].map((digit, at) => (at === 0 ? digit : `${gaps[at]}${digit}`)).join('');
          const written = wide
            ? spaced.replace(/[0-9X]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
            : spaced;
          const text = `${before}${written}${after}`;
          const [found] = personalNumbers(text);
          expect(found && [found.from, found.to]).toEqual([before.length, before.length + written.length]);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('finds each of several in a row', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 2, maxLength: 4 }), (values) => {
        const text = values.join('，电话');
        expect(personalNumbers(text)).toHaveLength(values.length);
      }),
      { numRuns: RUNS },
    );
  });

  it('takes no longer for what is long and nasty', () => {
    for (const piece of ['1', '1 ', '1 -', '12 ', '1X', '\u200b1', '13800138000 '])
      expect(personalNumbers(piece.repeat(20_000)).length).toBeGreaterThanOrEqual(0);
  });
});
