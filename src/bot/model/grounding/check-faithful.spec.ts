import type { ModelFailure } from '../model-failure.js';
import { checkFaithful } from './check-faithful.js';

const SOURCE = '⟦NAME_1⟧您好，5 万元货款会在三个工作日内到账，详见 https://help.example/zh/payout，错误码 E1042。';
const outcome = (made: string, locale?: 'zh-CN' | 'en') => {
  try {
    checkFaithful(made, SOURCE, locale);
    return 'ok';
  } catch (error) {
    return (error as ModelFailure).detail;
  }
};

describe('what may be made of a text', () => {
  it.each([
    ['⟦NAME_1⟧，5 万元会在 3 个工作日内到账。', 'zh-CN', 'ok'],
    [
      '⟦NAME_1⟧, your 50,000 yuan arrive within three working days, see https://help.example/zh/payout (E1042).',
      'en',
      'ok',
    ],
    ['There are 2 ways to see it.', 'en', 'ok'],
    ['会在 30 天内到账。', 'zh-CN', 'figure that was not there: 30'],
    ['⟦CARD_1⟧ 到账', undefined, 'a placeholder that was not given'],
    ['详见 https://evil.example', 'zh-CN', 'a link, address or code that was not there'],
    ['错误码 E1043', 'zh-CN', 'figure that was not there: 1043'],
    ['货款会在三个工作日内到账', 'en', 'another language'],
    ['Your money arrives soon.', 'zh-CN', 'another language'],
    ['钱'.repeat(2_000), 'zh-CN', 'too long'],
    ['  ', undefined, 'empty'],
  ] as const)('%s in %s: %s', (made, locale, expected) => expect(outcome(made, locale)).toBe(expected));
});
