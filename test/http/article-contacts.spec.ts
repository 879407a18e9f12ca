import { Reads } from '../../src/help-center/index.js';
import { LearningPruning } from '../../src/help-center/learning/pruning.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltArticle, buildArticle } from '../support/articles.js';
import { type BuiltCustomer, buildCustomer, buildSite, buildTeam } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';

describe('reading that ends in contact anyway', () => {
  let desk: TestApp;
  let site: { id: string };
  let article: BuiltArticle;
  beforeAll(async () => {
    desk = await startTestApp();
    await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
  });
  beforeEach(async () => {
    article = await buildArticle(desk);
  });
  afterAll(() => desk.close());

  const visit = async (customer: BuiltCustomer) => {
    desk.get(Reads).note({ place: 'bot', locale: 'zh-CN', articleId: article.id, customerId: customer.id });
    await desk.get(Reads).flush();
  };
  const contacts = async () => {
    const row = await desk.database.one<{ contacts: number }>(
      'SELECT coalesce(sum(contacts), 0)::integer AS contacts FROM article_days WHERE article_id = $1',
      [article.id],
    );
    return row?.contacts;
  };

  it('is counted once for each visit', async () => {
    const customer = await buildCustomer(desk, { site });
    await visit(customer);
    await desk.clock.advance(59 * 60_000);
    await buildTicket(desk, { site, customer });
    await desk.settle();
    expect(await contacts()).toBe(1);
    await buildTicket(desk, { site, customer, says: '还有一个问题' });
    await desk.settle();
    expect(await contacts()).toBe(1);
    const another = await buildCustomer(desk, { site });
    await visit(another);
    await buildTicket(desk, { site, customer: another });
    await desk.settle();
    expect(await contacts()).toBe(2);
    const places = await desk.database.query('SELECT place, reads, contacts FROM article_days WHERE article_id = $1', [
      article.id,
    ]);
    expect(places).toEqual([{ place: 'bot', reads: 2, contacts: 2 }]);
  });

  it('is counted again for who comes back, reads and asks', async () => {
    const customer = await buildCustomer(desk, { site });
    for (const times of [1, 2]) {
      await desk.clock.advance(1_000);
      await visit(customer);
      await buildTicket(desk, { site, customer, says: `第 ${times} 次` });
      await desk.settle();
      expect(await contacts()).toBe(times);
    }
  });

  it('is none after an hour, before the reading, or of somebody else', async () => {
    const late = await buildCustomer(desk, { site });
    await visit(late);
    await desk.clock.advance(61 * 60_000);
    await buildTicket(desk, { site, customer: late });
    await buildTicket(desk, { site });
    const before = await buildCustomer(desk, { site });
    await buildTicket(desk, { site, customer: before });
    await desk.clock.advance(1_000);
    await visit(before);
    await desk.settle();
    expect(await contacts()).toBe(0);
  });

  it('is forgotten after a week', async () => {
    const visits = () => desk.database.query('SELECT 1 FROM article_visits WHERE article_id = $1', [article.id]);
    await visit(await buildCustomer(desk, { site }));
    await desk.get(LearningPruning).pruneVisits();
    expect(await visits()).toHaveLength(1);
    await desk.clock.advance(8 * 86_400_000);
    await desk.get(LearningPruning).pruneVisits();
    expect(await visits()).toEqual([]);
  });
});
