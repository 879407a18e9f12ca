import fc from 'fast-check';
import { formatNumber } from '../../../tickets/index.js';
import { factsOf, isTelling, type Known } from './facts.js';
import { redact, redacted } from './redact.js';
import { spell } from './spelling.js';

const RUNS = Number(process.env.DEEP_RUNS ?? 500);

const LI: Known = {
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
  staff: ['王芳', 'Maria Lopez'],
  ticketNumber: formatNumber(77n),
  form: { orderNumber: 'E2026-1120', device: 'Android', note: '三次' },
};
const shown = (text: string, locale: 'zh-CN' | 'en' = 'zh-CN', known = LI) =>
  redacted(redact(text, factsOf(known), locale));

describe('what may be shown of a case', () => {
  it.each([
    ['我是李小娜，小鹿童装旗舰店的', '我是【客户】，【店铺】的'],
    ['小娜你好，李女士，小鹿童装的货款', '【客户】你好，【客户】，【店铺】的货款'],
    ['李 小 娜 和 李\u200b小娜', '【客户】 和 【客户】'],
    ['王芳：我让小芳、晓明看一下', '【客服】：我让【客服】、【客服】看一下'],
    ['电话１３８－００１３－８０００', '电话【手机号】'],
    ['138****8000 和 021-55667788', '【手机号】 和 【手机号】'],
    ['LINA88 @ Example.COM 收不到', '【邮箱】 收不到'],
    ['编号 m88213，店铺 SHOP-5521', '编号 【编号】，店铺 【编号】'],
    ['订单 e20261120 的货款', '订单 【订单号】 的货款'],
    ['订单号：2026112000017 没到账', '订单号：【订单号】 没到账'],
    [`工单 ${formatNumber(9n)} 处理完了`, '工单 【工单号】 处理完了'],
    ['卡号 6222 0210 0111 6245 702', '卡号 【银行卡号】'],
    ['身份证 11010519491231002X', '身份证 【证件号】'],
    ['加微信：li_na_shop 聊', '加微信：【联系方式】 聊'],
    ['尾号8000的卡', '尾号【编号】的卡'],
    ['卡号后4位是8000，尾数 8000', '卡号后4位是【编号】，尾数 【编号】'],
    ['打幺三八洞洞幺三八洞洞洞', '打【编号】'],
    ['验证码：8812，密码是Abc1234', '验证码：【编号】，密码是【编号】'],
    ['忘记密码怎么办，验证码收不到', '忘记密码怎么办，验证码收不到'],
    ['加v：abc123', '加v：【联系方式】'],
    ['到 t.me/li_na_shop 找我', '到 t.me/【联系方式】 找我'],
    ['打开 shop.example/pay?token=abc 确认', '打开 【链接】 确认'],
    ['见 help.example/zh/fees', '见 help.example/zh/fees'],
    ['寄到幸福小区3栋2单元501', '寄到【地址】'],
    ['订单 A1B2C3 没到账', '订单 【订单号】 没到账'],
    ['地址是上海市徐汇区漕溪北路398号汇智大厦12楼', '地址是【地址】'],
    ['11月20日下午3点20 扣了 1,234.56 元', '【日期】 扣了 【金额】'],
    ['2026-11-20 14:03 到账 ¥3527', '【日期】 到账 【金额】'],
    ['点 https://shop.example/pay?token=abc 确认', '点 【链接】 确认'],
    ['见 https://help.example/zh/fees 。', '见 https://help.example/zh/fees 。'],
    ['每笔手续费 2 元，最低提现 100 元，3 个工作日内到账', '每笔手续费 2 元，最低提现 100 元，3 个工作日内到账'],
    ['把码率设成 4000，分辨率 1080p', '把码率设成 4000，分辨率 1080p'],
  ])('%s → %s', (text, expected) => expect(shown(text)).toBe(expected));

  it.each([
    ['Hi, this is LOPEZ Maria from M-88213', 'Hi, this is 【colleague】 from 【number】'],
    ['Maria will refund order no. 4711-0815-1', '【colleague】 will refund order no. 【order number】'],
    ['Carolina paid $1,200.50 on November 20, 2026 at 14:03', 'Carolina paid 【amount】 on 【date】'],
    ['my card ending in 8000', 'my card ending in 【number】'],
    ['call +1 (415) 555-0132 please', 'call 【phone number】 please'],
  ])('%s → %s', (text, expected) => expect(shown(text, 'en')).toBe(expected));

  it.each([
    ['欧阳娜娜', '欧阳小姐，欧阳女士和娜娜', '【客户】，【客户】和【客户】'],
    ['李娜', '小姐你好，李小姐你好', '小姐你好，【客户】你好'],
    ['阿依古丽·买买提', '找阿依古丽，或者买买提', '找【客户】，或者【客户】'],
    ['Anna O’Brien-Li', "O'Brien-Li 和 Anna", '【客户】 和 【客户】'],
  ])('%s is nobody any more', (name, text, expected) => {
    const [li] = LI.customers;
    expect(shown(text, 'zh-CN', { ...LI, customers: li ? [{ ...li, name }] : [] })).toBe(expected);
  });

  it('takes a word for a name only where it is written as one', () => {
    const known: Known = { ...LI, staff: ['Will Smith'] };
    expect(shown('Will will see to it', 'en', known)).toBe('【colleague】 will see to it');
  });

  it('says of each part what stood there', () => {
    expect(redact('李小娜的', factsOf(LI), 'zh-CN')).toEqual([
      { text: '李小娜', kind: 'name', replacedBy: '【客户】' },
      { text: '的' },
    ]);
  });

  it('takes no longer for what is long and nasty', () => {
    for (const piece of ['1 ', '1-', 'a@', 'http://', '上海市', '1,', 'a_1-', '微信', '\u200b1', '2026-', '¥1,'])
      expect(redact(piece.repeat(4_000).slice(0, 4_000), factsOf(LI), 'zh-CN').length).toBeGreaterThan(0);
  });

  const wide = (text: string) =>
    text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000');
  const SPELLINGS: readonly ((text: string) => string)[] = [
    (text) => text,
    wide,
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => [...text].join(' '),
    (text) => [...text].join('\u200b'),
    (text) => [...text].join('-'),
    (text) => wide([...text.toUpperCase()].join(' ')),
    (text) => text.normalize('NFD'),
    (text) => text.replaceAll('国', '國').replaceAll('张', '張').replaceAll('陈', '陳'),
  ];
  const hanName = fc
    .tuple(
      fc.constantFrom(...'王李张刘陈杨赵黄周吴欧'),
      fc.string({ unit: fc.constantFrom(...'伟芳娜敏静丽强磊军洋勇艳杰娟涛国'), minLength: 1, maxLength: 3 }),
    )
    .map((parts) => parts.join(''));
  const latinName = fc
    .array(fc.constantFrom('Maria', 'José', 'Ng', 'O’Neil', 'Zoë', 'van Dyk', 'Smith-Lee'), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => parts.join(' '));
  const digits = (minLength: number, maxLength: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });
  const code = fc.tuple(fc.constantFrom('M-', 'shop_', 'U', 'wx.', ''), digits(4, 12)).map((parts) => parts.join(''));
  const person = fc.record({
    name: fc.oneof(hanName, latinName, fc.constant('')),
    externalId: fc.option(code),
    shop: fc.option(
      fc.record({
        name: fc.oneof(
          hanName.map((name) => `${name}服饰旗舰店`),
          latinName.map((name) => `${name} Store`),
        ),
        externalId: code,
        accountManager: fc.option(hanName),
      }),
    ),
    contactPoints: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('phone' as const), value: digits(8, 11).map((number) => `+86${number}`) }),
        fc.record({ kind: fc.constant('email' as const), value: fc.emailAddress() }),
      ),
      { maxLength: 3 },
    ),
  });
  const known: fc.Arbitrary<Known> = fc.record({
    customers: fc.array(person, { minLength: 1, maxLength: 2 }),
    staff: fc.array(fc.oneof(hanName, latinName), { maxLength: 2 }),
    ticketNumber: fc.bigInt({ min: 1n, max: 800_000_000n }).map(formatNumber),
    form: fc.record({ order: digits(5, 20), platform: fc.constant('iOS') }),
  });
  const filler = fc.constantFrom('，', ' 的货款 ', ' please ', '\n', '：', ' 提现 100 元 ', ' and ', '（', '）');

  it('has nothing that is known of the customer, however it is spelled', () => {
    fc.assert(
      fc.property(
        known,
        fc.constantFrom('zh-CN' as const, 'en' as const),
        fc.array(fc.tuple(filler, fc.nat(), fc.nat(SPELLINGS.length - 1)), { minLength: 1, maxLength: 12 }),
        (person, locale, said) => {
          const { customers, staff, ticketNumber, form } = person;
          const facts = [
            ...customers.flatMap(({ name, externalId, shop, contactPoints }) => [
              name,
              externalId ?? '',
              shop?.name ?? '',
              shop?.externalId ?? '',
              shop?.accountManager ?? '',
              ...contactPoints.map(({ value }) => value),
            ]),
            ...staff,
            ticketNumber,
            form.order ?? '',
          ].filter(isTelling);
          const text = said
            .map(([between, which, how]) => between + SPELLINGS[how]?.(facts[which % facts.length] as string) + between)
            .join('');
          const parts = redact(text, factsOf(person), locale);
          expect(parts.map((part) => part.text).join('')).toBe(text);
          const left = spell(parts.map((part) => (part.replacedBy ? '|' : part.text)).join('')).key;
          for (const fact of facts) expect(left).not.toContain(spell(fact).key);
        },
      ),
      { numRuns: RUNS },
    );
  });
});
