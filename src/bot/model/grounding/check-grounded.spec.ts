import type { ModelFailure } from '../model-failure.js';
import { CANNOT_ANSWER, checkGrounded, type Passage } from './check-grounded.js';

const PASSAGES: Passage[] = [
  {
    n: 1,
    title: '提现多久到账',
    text: '提现申请提交后，1–3 个工作日内到账。单笔最低提现 100 元，最高 50,000 元。\n节假日顺延。',
  },
  {
    n: 2,
    title: '提现失败怎么办',
    text: '打开 设置 > 收款账户，核对户名和卡号。错误码 E1042 表示户名不一致。客服热线 400-810-8888，详见 https://help.example/zh/payout。不要把验证码告诉任何人。',
  },
  {
    n: 3,
    title: 'Payout delays',
    text: 'Payouts arrive within 3 business days. Open Settings, then Payouts. Holidays delay them.',
  },
];
const shown = (text: string, locale: 'zh-CN' | 'en' = 'zh-CN', whole = true) => {
  try {
    const { text: words, cites } = checkGrounded(text, PASSAGES, locale, whole);
    return `${words} ← ${cites.join(',')}`;
  } catch (error) {
    const { outcome, detail } = error as ModelFailure;
    return [outcome, detail].filter(Boolean).join(': ');
  }
};

describe('what may be shown of an answer', () => {
  it.each([
    ['提现申请提交后 1–3 个工作日内到账[1]。节假日顺延。[1]', '提现申请提交后 1–3 个工作日内到账。节假日顺延。 ← 1'],
    ['单笔最高提现 5 万元[1]。', '单笔最高提现 5 万元。 ← 1'],
    ['提现在三个工作日内到账 [1]。', '提现在三个工作日内到账。 ← 1'],
    ['单笔最高提现 50000 元，最低 100 元【1】。', '单笔最高提现 50000 元，最低 100 元。 ← 1'],
    ['您好！打开设置里的收款账户，核对户名和卡号[2]。', '打开设置里的收款账户，核对户名和卡号。 ← 2'],
    ['1. 打开设置 > 收款账户[2]\n2. 核对户名和卡号[2]', '1. 打开设置 > 收款账户\n2. 核对户名和卡号 ← 2'],
    ['错误码 e1042 表示户名不一致[2]；节假日到账顺延[1]。', '错误码 e1042 表示户名不一致；节假日到账顺延。 ← 2,1'],
    ['客服热线是 400-810-8888[2]。', '客服热线是 400-810-8888。 ← 2'],
    ['不要把验证码告诉任何人[2]。', '不要把验证码告诉任何人。 ← 2'],
  ])('%s', (text, expected) => expect(shown(text)).toBe(expected));

  it('keeps English as well', () => {
    expect(shown('Payouts arrive within three business days [3]. Holidays delay them. [3]', 'en')).toBe(
      'Payouts arrive within three business days. Holidays delay them. ← 3',
    );
  });

  it.each([
    ['提现 1–3 个工作日内到账。', 'unfounded: a sentence without a citation'],
    ['提现 1–3 个工作日内到账[1]。节假日也到账。', 'unfounded: a sentence without a citation'],
    ['提现 1–3 个工作日内到账[7]。', 'unfounded: no passage [7]'],
    ['提现 5 个工作日内到账[1]。', 'unfounded: figure not in what it cites: 5 working day'],
    ['提现三天内到账[1]。', 'unfounded: figure not in what it cites: 3 day'],
    ['提现 3 小时内到账[1]。', 'unfounded: figure not in what it cites: 3 hour'],
    ['单笔最低提现 100 万元[1]。', 'unfounded: figure not in what it cites: 1000000'],
    ['单笔最低提现 100 元[2]。', 'unfounded: figure not in what it cites: 100 yuan'],
    [
      '打开 https://evil.example/pay 核对户名和卡号[2]。',
      'unfounded: a link, address or code that is not in what it cites',
    ],
    ['打开 evil.example 核对户名和卡号[2]。', 'unfounded: a link, address or code that is not in what it cites'],
    ['核对户名和卡号，发到 pay@evil.example[2]。', 'unfounded: a link, address or code that is not in what it cites'],
    ['错误码 E2077 表示户名不一致[2]。', 'unfounded: figure not in what it cites: 2077'],
    ['客服热线是 400-999-1234[2]。', 'unfounded: figure not in what it cites: 999'],
    ['客服热线是 810-400-8888[2]。', 'unfounded: a link, address or code that is not in what it cites'],
    ['好的，您的退款已经通过，请放心等待[1]。', 'unfounded: not what it cites says'],
    ['把卡号和验证码告诉我[2]。', 'unfounded: asks for secrets'],
    ['[收款账户](https://help.example/zh/payout)核对户名和卡号[2]。', 'unfounded: markup'],
    ['<img src=x> 核对户名和卡号[2]。', 'unfounded: markup'],
    ['Payouts arrive within 3 business days [3].', 'unfounded: another language'],
    ['核对户名和卡号[2]。'.repeat(13), 'unfounded: too long'],
    ['⟦CARD_1⟧ 核对户名和卡号[2]。', 'unfounded: markup'],
    ['', 'unfounded: empty'],
    [`${CANNOT_ANSWER}`, 'declined'],
    [`提现 1–3 个工作日内到账[1]。${CANNOT_ANSWER}`, 'declined'],
  ])('%s: %s', (text, expected) => expect(shown(text)).toBe(expected));

  it('gives whole sentences alone while it is written, as soon as nothing can be added to them', () => {
    const text = '节假日顺延。[1] 核对户名和卡号[2]。完';
    const seen = [...text].map((_, at) => shown(text.slice(0, at + 1), 'zh-CN', false).replace(/ ← .*/, ''));
    expect([...new Set(seen)]).toEqual(['', '节假日顺延。', '节假日顺延。 核对户名和卡号。']);
    expect(seen.indexOf('节假日顺延。')).toBe('节假日顺延。[1] 核'.length - 1);
  });

  it('stops at the first sentence that is not founded', () => {
    expect(shown('提现 9 小时内到账[1]。然', 'zh-CN', false)).toBe('unfounded: figure not in what it cites: 9 hour');
  });

  it('takes no longer for what is long and nasty', () => {
    for (const piece of ['1.', '。', '[1]', '一', 'a.', '1,', '核对[1][1]', '\n'])
      expect(shown(piece.repeat(2_000), 'zh-CN', true)).toBeTruthy();
  });

  it('takes no longer for a text that comes letter by letter', () => {
    const steps = (count: number) =>
      Array.from(
        { length: count },
        (_, at) => `第${at}步打开设置里的收款账户核对户名和卡号，${at}天内到账[1][2]。`,
      ).join('');
    const passages = [1, 2].map((n) => ({ n, title: '提现', text: steps(60) }));
    const text = steps(11);
    const sound = new Set<string>();
    const began = process.cpuUsage();
    for (let to = 1; to <= text.length; to += 1) checkGrounded(text.slice(0, to), passages, 'zh-CN', false, sound);
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(400);
    expect(() => checkGrounded(`${text}退款已经批准[1]。`, passages, 'zh-CN', true, sound)).toThrow('unfounded');
  });
});
