import { PRESET_CATEGORIES } from '../../../test/support/categories.js';
import { type Arrival, greet } from './greeting.js';

const arrival: Arrival = {
  locale: 'zh-CN',
  name: null,
  page: null,
  failure: null,
  openTicket: null,
  category: null,
  isFollowUp: false,
  from: null,
  siteGreeting: { 'zh-CN': '您好，请问有什么可以帮您？', en: 'Hello, how can we help?' },
};
const greeted = (change: Partial<Arrival> = {}, greetings: Parameters<typeof greet>[1] = []) =>
  greet({ ...arrival, ...change }, greetings, PRESET_CATEGORIES);
const ofSettlements = [
  {
    page: '/settlements/*',
    text: { 'zh-CN': '结算方面有疑问？', en: 'About a settlement?' },
    category: 'earnings' as const,
  },
];

describe('the greeting', () => {
  it('is the site’s own, with every topic to tap', () => {
    const { body, data, state } = greeted();
    expect(body).toBe('您好，请问有什么可以帮您？随时可以说“转人工”。');
    expect(data.replies.map(({ value }) => value)).toEqual(['account', 'earnings', 'feature', 'content']);
    expect(state).toMatchObject({ entry: 'home', asking: { kind: 'category', question: '' } });
  });

  it('names who is known, once, what went wrong a moment ago, and the case that is open', () => {
    const { body } = greeted({
      name: '李店长',
      failure: { action: '提现', error: `余额\n不足${'！'.repeat(200)}` },
      openTicket: '2K7-M4P',
    });
    expect(body).toMatch(/^李店长，您好！请问有什么可以帮您？看到您刚才「提现」没有成功，提示是“余额 不足！+…”。/);
    expect(body).toContain('工单 2K7-M4P');
    expect(body.length).toBeLessThan(260);
  });

  it('is that of the page, with its topic first', () => {
    const { body, data, state } = greeted({ page: '/settlements/42?tab=1' }, ofSettlements);
    expect(body).toContain('结算方面有疑问？');
    expect(data.replies[0]?.value).toBe('earnings');
    expect(state.page).toBe('/settlements/42?tab=1');
    expect(greeted({ page: '/orders' }, ofSettlements).body).toContain('请问有什么可以帮您');
  });

  it('goes on with a capital after the name', () => {
    expect(greeted({ name: 'Mia', locale: 'en' }).body).toMatch(/^Hello, Mia! How can we help\?/);
  });

  it('asks what it is about within a topic that was chosen', () => {
    const { body, data, state } = greeted({ category: 'earnings', locale: 'en' });
    expect(body).toContain('which of these is it?');
    expect(data.replies.map(({ value }) => value)).toContain('withdrawal_failed');
    expect(state).toMatchObject({
      entry: 'category',
      category: 'earnings',
      categoryConfidence: 1,
      asked: ['sub_category'],
    });
  });

  it('goes on from an earlier matter without asking what it is about', () => {
    const { body, data, state } = greeted({ isFollowUp: true, category: 'earnings' });
    expect(body).toContain('接着上一个问题');
    expect(data.replies).toEqual([]);
    expect(state).toMatchObject({ entry: 'follow_up', asking: null });
  });

  it.each(['article', 'search'] as const)('remembers that it began with %s', (from) =>
    expect(greeted({ from, category: 'content' }).state.entry).toBe(from),
  );
});
