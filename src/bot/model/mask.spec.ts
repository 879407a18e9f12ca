import fc from 'fast-check';
import { factsOf } from '../../help-center/index.js';
import { isIdentityNumber, isLuhn } from '../../platform/personal-data/index.js';
import { Mask } from './mask.js';

const RUNS = Number(process.env.DEEP_RUNS ?? 300);
const facts = factsOf({
  customers: [
    {
      name: '李小娜',
      externalId: 'M-88213',
      shop: { name: '小鹿童装旗舰店', externalId: 'shop_5521', accountManager: '陈晓明' },
      contactPoints: [
        { kind: 'phone', value: '+8613800138000' },
        { kind: 'email', value: 'lina88@example.com' },
      ],
    },
  ],
  staff: ['王芳'],
  ticketNumber: '',
  form: {},
});
const masked = (text: string) => new Mask(facts, 'zh-CN').hide(text);

describe('what leaves the house', () => {
  it.each([
    ['我是李小娜，电话１３８－００１３－８０００', '我是⟦NAME_1⟧，电话⟦PHONE_1⟧'],
    ['卡 6222.0210.0111.6245.702，身份证 110105 19491231 002x', '卡 ⟦CARD_1⟧，身份证 ⟦IDENTITY_1⟧'],
    ['lina88@example.com 和 someone@else.example', '⟦EMAIL_1⟧ 和 ⟦EMAIL_2⟧'],
    ['打 (021) 5566-7788 或 400-810-8888', '打 (⟦PHONE_1⟧ 或 ⟦PHONE_2⟧'],
    ['对公账户 3100-6650-1234-5678-91', '对公账户 ⟦NUMBER_1⟧'],
    ['王芳说小鹿童装的货款', '⟦COLLEAGUE_1⟧说⟦SHOP_1⟧的货款'],
    ['11月20日扣了 1,234.56 元，余额 ¥3000', '11月20日扣了 1,234.56 元，余额 ¥3000'],
    ['我号码是壹叁捌零零壹叁捌零零零', '我号码是⟦NUMBER_1⟧'],
    ['¥13912345678 转给谁', '¥⟦PHONE_1⟧ 转给谁'],
    ['怎么提现？每天几次？', '怎么提现？每天几次？'],
  ])('%s → %s', (text, expected) => expect(masked(text)).toBe(expected));

  it('calls the same thing the same everywhere, and fills it in again', () => {
    const mask = new Mask(facts, 'zh-CN');
    expect(mask.hide('卡 4111 1111 1111 1111')).toBe('卡 ⟦CARD_1⟧');
    expect(mask.hide('还是4111111111111111这张，不是 5500000000000004')).toBe('还是⟦CARD_1⟧这张，不是 ⟦CARD_2⟧');
    expect(mask.show('⟦CARD_2⟧ 和 ⟦CARD_1⟧，⟦CARD_9⟧')).toBe('5500000000000004 和 4111 1111 1111 1111，⟦CARD_9⟧');
  });

  it('tells apart what differs in a sign that counts', () => {
    const mask = new Mask(facts, 'zh-CN');
    const links = 'https://shop.example/?t=a-b https://shop.example/?t=ab';
    expect(mask.hide(links)).toBe('⟦LINK_1⟧ ⟦LINK_2⟧');
    expect(mask.show(mask.hide(links))).toBe(links);
    const mails = 'a.b@else.example ab@else.example';
    expect(mask.show(mask.hide(mails))).toBe(mails);
  });

  it('takes no placeholder from outside', () => {
    const mask = new Mask(facts, 'zh-CN');
    expect(mask.hide('⟦CARD_1⟧ 4111111111111111')).toBe('[CARD_1] ⟦CARD_1⟧');
  });

  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
  const card = fc
    .tuple(fc.constantFrom('62', '4', '51'), fc.integer({ min: 13, max: 19 }), digits(18))
    .map(([head, length, rest]) => {
      const body = `${head}${rest}`.slice(0, length - 1);
      return body + [...'0123456789'].find((last) => isLuhn(body + last));
    });
  const identity = fc.tuple(digits(6), fc.integer({ min: 1930, max: 2010 }), digits(3)).map(([area, year, order]) => {
    const body = `${area}${year}0715${order}`;
    return body + [...'0123456789X'].find((last) => isIdentityNumber(body + last));
  });
  const mobile = digits(9).map((rest) => `13${rest}`);
  const landline = digits(8).map((rest) => `0571${rest}`);
  const account = digits(20).map((rest) => `31${rest}`);
  const mail = fc
    .tuple(fc.stringMatching(/^[a-z][a-z0-9.]{2,10}[a-z]$/), fc.constantFrom('qq.com', 'shop.example.cn'))
    .map((parts) => parts.join('@'));
  const secret = fc.oneof(
    card,
    identity,
    mobile,
    landline,
    account,
    mail,
    fc.constantFrom('李小娜', '小鹿童装旗舰店', 'M-88213'),
  );
  const around = fc.constantFrom(
    '11月20日',
    '¥',
    '2026-11-20 ',
    '订单 ',
    '，',
    ' 元',
    '我的',
    'card: ',
    '。',
    '余额 300 元，',
    '@',
    '⟦',
    'https://',
  );
  const gap = fc.constantFrom('', ' ', '-', '.', '\u200b');

  it('never holds a number, an address or a name, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(around, secret, gap, around), { minLength: 1, maxLength: 4 }), (parts) => {
        const spelled = parts.map(([before, value, between, after]) => {
          const spaced = /^\d+X?$/.test(value) ? [...value].join(between) : value;
          return `${before}${spaced}${after}`;
        });
        const plain = (text: string) => text.normalize('NFKC').replace(/[\s\-.\u200b]/g, '');
        const hidden = plain(masked(spelled.join('；')));
        for (const [, value] of parts) expect(hidden).not.toContain(plain(value));
      }),
      { numRuns: RUNS },
    );
  });

  it('is filled in again as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(secret, around), { maxLength: 8 }), (parts) => {
        const mask = new Mask(facts, 'zh-CN');
        const text = parts.join('；').replace(/[⟦⟧]/g, '');
        expect(mask.show(mask.hide(text))).toBe(text);
      }),
      { numRuns: RUNS },
    );
  });
});
