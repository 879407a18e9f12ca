import { HelpCenter } from '../../src/help-center/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildArticle } from '../support/articles.js';
import { type BuiltTeam, buildCustomer, buildSite, buildStaff, buildTeam, signIn } from '../support/factories.js';
import { buildConversation, buildTicket } from '../support/tickets.js';

describe('articles beside a case', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let site: { id: string };
  beforeAll(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
    await desk.get(HelpCenter).seedArticles();
  }, 60_000);
  afterAll(() => desk.close());

  const agent = async (teams = [team]) => (await signIn(desk, await buildStaff(desk, { teams }))).http;
  const suggested = async (http: Awaited<ReturnType<typeof agent>>, number: string, q?: string) => {
    const { body } = await http
      .get(`/api/tickets/${number}/article-suggestions`)
      .query(q === undefined ? {} : { q })
      .expect(200);
    return body.items.map(({ url }: { url: string }) => url.split('/').at(-1));
  };

  it('answer what the customer said last, in the customer’s language', async () => {
    const http = await agent();
    const ticket = await buildTicket(desk, { site, says: '昨天有一笔订单货款没有到账' });
    expect((await suggested(http, ticket.number))[0]).toBe('payout-delay');
    await ticket.say('算了，我想先问下直播一直卡顿怎么办');
    const now = await suggested(http, ticket.number);
    expect(now[0]).toBe('live-stutter');
    expect(now).toContain('payout-delay');
    expect(now.length).toBeLessThanOrEqual(4);
    const english = await buildTicket(desk, { site, locale: 'en', says: 'my withdrawal failed' });
    const { body } = await http.get(`/api/tickets/${english.number}/article-suggestions`);
    expect(body.items[0]).toMatchObject({ url: '/help/en/articles/withdrawal-failed' });
  });

  it('are searched for in the agent’s own words', async () => {
    const ticket = await buildTicket(desk, { site, says: '你好' });
    const http = await agent();
    expect(await suggested(http, ticket.number)).toEqual([]);
    expect((await suggested(http, ticket.number, '发票'))[0]).toBe('invoices');
    await http
      .get(`/api/tickets/${ticket.number}/article-suggestions`)
      .query({ q: 'x'.repeat(201) })
      .expect(400);
  });

  it('are those that this customer may read; the others stand apart', async () => {
    const words = { keywords: ['保证金退还'] };
    const open = await buildArticle(desk, { ...words, title: '保证金退还说明' });
    const members = await buildArticle(desk, { ...words, title: '保证金退还到账时间', visibility: 'customers' });
    const internal = await buildArticle(desk, { ...words, title: '保证金退还内部流程', visibility: 'staff' });
    await desk.settle();
    const http = await agent();
    const shown = async (number: string) => {
      const { body } = await http.get(`/api/tickets/${number}/article-suggestions`).expect(200);
      const slugs = (list: { url: string; visibility: string }[]) =>
        list.map(({ url, visibility }) => `${visibility} ${url.split('/').at(-1)}`);
      return { items: slugs(body.items), internal: slugs(body.internal) };
    };
    const known = await shown((await buildTicket(desk, { site, says: '保证金退还' })).number);
    expect(known.items).toEqual(expect.arrayContaining([`public ${open.slug}`, `customers ${members.slug}`]));
    expect(known.internal).toEqual([`staff ${internal.slug}`]);
    const customer = await buildCustomer(desk, { site, externalId: null });
    const anonymous = await shown((await buildTicket(desk, { site, customer, says: '保证金退还' })).number);
    expect(anonymous.items).toContain(`public ${open.slug}`);
    expect(anonymous.items.filter((each) => !each.startsWith('public'))).toEqual([]);
    expect(anonymous.internal).toEqual(expect.arrayContaining([`staff ${internal.slug}`, `customers ${members.slug}`]));
  });

  it('of the bot are those that the customer may read', async () => {
    const { slug } = await buildArticle(desk, {
      title: '专属顾问排班表',
      keywords: ['专属顾问排班'],
      visibility: 'customers',
    });
    await desk.settle();
    const answered = async (customer?: Awaited<ReturnType<typeof buildCustomer>>) => {
      const { conversationId } = await buildConversation(desk, { site, customer, says: '专属顾问排班表' });
      await desk.settle();
      const rows = await desk.database.query<{ data: { articles: { url: string }[] } }>(
        "SELECT data FROM entries WHERE conversation_id = $1 AND data->>'type' = 'bot_answer'",
        [conversationId],
      );
      return rows.flatMap(({ data }) => data.articles.map(({ url }) => url.split('/').at(-1)));
    };
    expect(await answered()).toContain(slug);
    const anonymous = await buildCustomer(desk, { site, externalId: null });
    expect(await answered(anonymous)).not.toContain(slug);
  });

  it('tell nobody of a case that is not theirs', async () => {
    const ticket = await buildTicket(desk, { site, says: '货款没有到账' });
    const stranger = await agent([await buildTeam(desk)]);
    await stranger.get(`/api/tickets/${ticket.number}/article-suggestions`).expect(403);
    await stranger.get('/api/tickets/PL-000-0000/article-suggestions').expect(404);
    await desk.http.get(`/api/tickets/${ticket.number}/article-suggestions`).expect(401);
  });
});
