import { wantsPerson } from './wants-person.js';

describe('asking for a person', () => {
  it.each([
    '转人工',
    '我要转人工！',
    '人工',
    '人工客服',
    '请帮我找个真人',
    '有没有人工',
    '客服？',
    'I want to talk to a person',
    'HUMAN please',
    'can I speak with an agent',
    'live agent',
    '转 人工',
  ])('hears it in %s', (body) => expect(wantsPerson(body)).toBe(true));

  it.each([
    '昨天有一笔订单货款没有到账',
    '人工智能推荐不准',
    '人工费怎么结算',
    '客服电话是多少',
    'my agent cut the commission',
    '账号被封了',
    'humanity',
  ])('does not hear it in %s', (body) => expect(wantsPerson(body)).toBe(false));
});
