import fc from 'fast-check';
import { formatNumber } from '../../tickets/index.js';
import { KEPT_QUERY_LENGTH, maskQuery } from './mask-query.js';

const LONG = Number(process.env.DEEP_RUNS ?? 1_000);

/** Digits that follow each other with nothing but spaces and marks between them. */
const RUN = /\p{Nd}(?:[\s\p{Pd}.,_()/+*·:\p{Cf}]*\p{Nd}){4,}/u;

const HALF = /\p{Surrogate}/u;

const wide = (text: string) =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000');

describe('what of a search is kept', () => {
  it.each([
    ['提现多久到账', '提现多久到账'],
    ['  双11  活动\n报名 ', '双11 活动 报名'],
    ['1080p 60 卡顿', '1080p 60 卡顿'],
    ['ＯＢＳ　设置', 'OBS 设置'],
    ['13800138000 收不到验证码', '# 收不到验证码'],
    ['１３８ ００１３-８０００', '#'],
    ['+86 (138) 0013 8000', '+#'],
    ['6222 0210 0111 6245 702 绑卡', '# 绑卡'],
    ['11010519491231002X 实名', '# 实名'],
    ['1\u200b3\u200b8\u200b0\u200b0138', '#'],
    ['一三八零零一三八零零零', '#'],
    ['幺三八洞洞幺三八洞洞洞', '#'],
    ['li.na@example.com 收不到邮件', '# 收不到邮件'],
    ['ｌｉ＠ｅｘａｍｐｌｅ．ｃｏｍ', '#'],
    ['wxid_a1b2c3d4 加好友', '# 加好友'],
    [`${formatNumber(7n)} 进度`, '# 进度'],
    [`${formatNumber(7n).toLowerCase().replaceAll('-', ' ')} 进度`, '# 进度'],
    ['placement of ads', 'placement of ads'],
    ['\ud83d', '\ufffd'],
    ['\u0000\u0007', ''],
  ])('%j → %j', (query, kept) => expect(maskQuery(query)).toBe(kept));

  it('is short', () => {
    expect(maskQuery('问'.repeat(10_000))).toHaveLength(KEPT_QUERY_LENGTH);
    expect(maskQuery(`a${'😀'.repeat(10_000)}`)).not.toMatch(HALF);
  });

  it('has no run of five digits, whatever stands between them', () => {
    const digit = fc.constantFrom(...'0123456789０１２３４５６７８９٣८');
    const between = fc.constantFrom('', '', '', ' ', '\u3000', '-', '－', '.', '\u200b', '(', '·');
    const number = fc
      .array(fc.tuple(digit, between), { minLength: 5, maxLength: 24 })
      .map((parts) => parts.flat().join(''));
    const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 150 }), fc.constantFrom('提现 ', 'order', 'x', ''));
    fc.assert(
      fc.property(words, number, words, fc.boolean(), (before, digits, after, full) => {
        const query = `${before}${full ? wide(digits) : digits}${after}`;
        const kept = maskQuery(query);
        expect(kept).not.toMatch(RUN);
        expect(kept.length).toBeLessThanOrEqual(KEPT_QUERY_LENGTH);
        expect(kept).not.toMatch(HALF);
      }),
      { numRuns: LONG },
    );
  });

  it('keeps no mail address and no ticket number', () => {
    const address = fc.emailAddress();
    const number = fc.bigInt({ min: 1n, max: 800_000_000n }).map(formatNumber);
    fc.assert(
      fc.property(address, number, (mail, ticket) => {
        expect(maskQuery(`我的邮箱 ${mail} 不对`)).not.toContain('@');
        const kept = maskQuery(`工单 ${ticket} 到哪了`);
        expect(kept).toBe('工单 # 到哪了');
      }),
      { numRuns: LONG },
    );
  });
});
