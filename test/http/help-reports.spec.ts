import type { SearchGapView } from '../../src/contract/index.js';
import { Reads, SearchLog } from '../../src/help-center/index.js';
import { LearningPruning } from '../../src/help-center/learning/pruning.service.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildArticle } from '../support/articles.js';
import { buildCustomer, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';

const URL = '/api/help-reports';
const DAY = 86_400_000;

describe('what the help centre does not say', () => {
  let desk: TestApp;
  let supervisor: SignedIn;
  let agent: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    const team = await buildTeam(desk, { key: 'frontline' });
    supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor', teams: [team] }));
    agent = await signIn(desk, await buildStaff(desk, { teams: [team] }));
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    await written();
    await desk.database.query('TRUNCATE help_searches, help_search_hours, article_days, article_visits, article_tasks');
  });

  const search = (query: string, rest: object = {}) =>
    desk.get(SearchLog).note({ place: 'page', locale: 'zh-CN', query, results: 0, visitor: newId(), ...rest });
  const written = async () => {
    await desk.clock.advance(6_000);
    await desk.get(SearchLog).flush();
    await desk.get(Reads).flush();
  };
  const ask = async (path: string, query: object = {}, who = supervisor) =>
    (await who.http.get(`${URL}/${path}`).query(query).expect(200)).body;
  const gaps = async (query: object): Promise<SearchGapView[]> => (await ask('gaps', query)).items;

  it('counts searches a day, those without a result and those without a click', async () => {
    search('一二三');
    search('开票', { results: 2 });
    desk.get(SearchLog).clicked(search('提现', { results: 2, place: 'widget' }), newId());
    search('机器人答了', { results: 1, place: 'bot' });
    search('客服自己查的', { place: 'console' });
    await written();
    const later = search('绑卡', { results: 1 });
    await written();
    desk.get(SearchLog).clicked(later, newId());
    await written();
    const { totals, days } = await ask('searches', { days: 7, timeZone: 'Asia/Shanghai' });
    expect(totals).toEqual({ searches: 5, withoutResult: 1, clickable: 3, withoutClick: 1 });
    expect(days).toHaveLength(7);
    const inChina = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
    expect(days.at(-1)).toEqual({ day: inChina.format(desk.clock.now()), ...totals });
    expect((await ask('searches', { days: 90 })).days).toHaveLength(90);
  });

  it('names what was searched for in vain, together what reads the same, what is asked most first', async () => {
    for (const query of ['貨款沒到賬', '货款没到账', '貨款沒到賬']) {
      search(query);
      await written();
    }
    search('货款没到账', { place: 'widget' });
    search('freight insurance', { locale: 'en' });
    search('客服自己查的', { place: 'console' });
    await written();
    const found = await gaps({ gap: 'no_result' });
    expect(found.map(({ query, locale, place, count }) => `${query} ${locale} ${place} ${count}`).slice(0, 1)).toEqual([
      '貨款沒到賬 zh-CN page 3',
    ]);
    expect(found).toHaveLength(3);
    expect(await gaps({ gap: 'no_result', place: 'widget' })).toMatchObject([{ place: 'widget', count: 1 }]);
    expect(await gaps({ gap: 'no_click' })).toEqual([]);
  });

  it('shows what the search finds today, and the task that somebody has made of it', async () => {
    search('怎样设置直播间抽奖');
    await written();
    expect(await gaps({ gap: 'no_result' })).toMatchObject([{ today: [] }]);
    const about = { kind: 'search', locale: 'zh-CN', query: '怎样设置直播间抽奖' };
    const { body: task } = await supervisor.http.post('/api/article-tasks').send({ about }).expect(201);
    const { slug } = await buildArticle(desk, { title: '怎样设置直播间抽奖', excerpt: '抽奖在直播中控台设置。' });
    await desk.settle();
    const [gap] = await gaps({ gap: 'no_result' });
    expect(gap).toMatchObject({ taskId: task.id, today: [{ title: '怎样设置直播间抽奖' }] });
    expect(gap?.today[0]?.url).toContain(slug);
  });

  it('names what was found and not opened', async () => {
    search('发票', { results: 4 });
    desk.get(SearchLog).clicked(search('发票', { results: 4 }), newId());
    search('机器人答了', { results: 1, place: 'bot' });
    await written();
    expect(await gaps({ gap: 'no_click' })).toMatchObject([{ query: '发票', count: 1 }]);
  });

  it('names the articles that end in contact anyway, with what readers missed', async () => {
    const read = await buildArticle(desk, { title: '绑卡失败', slug: 'bind-fails' });
    const fine = await buildArticle(desk, { title: '好文章' });
    const customers = await Promise.all([1, 2, 3].map(() => buildCustomer(desk)));
    for (const { id } of customers)
      desk.get(Reads).note({ place: 'widget', locale: 'zh-CN', articleId: read.id, customerId: id });
    desk.get(Reads).note({ place: 'page', locale: 'zh-CN', articleId: read.id });
    desk.get(Reads).note({ place: 'page', locale: 'zh-CN', articleId: fine.id });
    await written();
    await buildTicket(desk, { customer: customers[0] });
    await buildTicket(desk, { customer: customers[1] });
    await desk.settle();
    const vote = { locale: 'zh-CN', helpful: false, reason: '没写对公账户' };
    await desk.http.post('/help/articles/bind-fails/feedback').send(vote).expect(200);
    await desk.http.post('/help/articles/bind-fails/feedback').send({ locale: 'en', helpful: true }).expect(200);
    const about = { kind: 'article', articleId: read.id };
    const { body: task } = await supervisor.http.post('/api/article-tasks').send({ about }).expect(201);
    expect((await ask('articles')).items).toEqual([
      {
        articleId: read.id,
        title: '绑卡失败',
        category: 'earnings',
        reads: 4,
        contacts: 2,
        helpful: 1,
        notHelpful: 1,
        reasons: ['没写对公账户'],
        taskId: task.id,
      },
    ]);
    const readers = await ask(`articles/${read.id}`);
    expect(readers.weeks).toHaveLength(13);
    expect(readers.weeks.at(-1)).toMatchObject({ reads: 4, contacts: 2, helpful: 1, notHelpful: 1 });
    expect(readers.reasons).toMatchObject([{ text: '没写对公账户', locale: 'zh-CN' }]);
  });

  it('goes into files that a spreadsheet reads and does not calculate', async () => {
    search('=HYPERLINK("https://evil.example")');
    search('运费险, "怎么"赔');
    await written();
    const file = await supervisor.http.get(`${URL}/gaps.csv`).query({ gap: 'no_result' }).expect(200);
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="searches-no-result-30-days.csv"',
    });
    expect(file.text).toMatch(/^\ufeff搜索词,语言,位置,次数,/);
    expect(file.text).toContain(`"'=HYPERLINK(""https://evil.example"")",zh-CN,帮助中心,1,`);
    expect(file.text).toContain('"运费险, ""怎么""赔",zh-CN,帮助中心,1,');
    const articles = await supervisor.http.get(`${URL}/articles.csv`).expect(200);
    expect(articles.text).toBe('\ufeff文章,阅读,仍联系客服,占比 %,有帮助,没帮助,原因\r\n');
  });

  it('is for supervisors and administrators', async () => {
    for (const path of ['searches', 'gaps?gap=no_click', 'gaps.csv?gap=no_click', 'articles', 'articles.csv']) {
      await agent.http.get(`${URL}/${path}`).expect(403);
      await desk.http.get(`${URL}/${path}`).expect(401);
    }
  });

  it.each([
    ['searches?days=8'],
    ['searches?days=30&timeZone=Nowhere/City'],
    [`searches?timeZone=${encodeURIComponent("UTC'; --")}`],
    ['gaps'],
    ['gaps?gap=everything'],
    ['gaps?gap=no_click&place=moon'],
    ['articles/x'],
  ])('refuses %s', async (path) => {
    await supervisor.http.get(`${URL}/${path}`).expect(400);
  });

  it('knows nothing of an article that is not', async () => {
    await supervisor.http.get(`${URL}/articles/${newId()}`).expect(404);
  });

  it('looks back as far as it is asked to, and keeps thirteen months', async () => {
    search('很久以前');
    await written();
    await desk.clock.advance(8 * DAY);
    // A session of the staff does not live that long.
    supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor' }));
    expect(await gaps({ gap: 'no_result', days: 7 })).toEqual([]);
    expect(await gaps({ gap: 'no_result', days: 30 })).toHaveLength(1);
    await desk.get(LearningPruning).pruneStatistics();
    expect(await desk.database.query('SELECT 1 FROM help_searches')).toHaveLength(1);
    await desk.clock.advance(400 * DAY);
    const { id: articleId } = await buildArticle(desk);
    desk.get(Reads).note({ place: 'page', locale: 'en', articleId });
    search('刚才');
    await written();
    await desk.get(LearningPruning).pruneStatistics();
    expect(await desk.database.query('SELECT query FROM help_searches')).toEqual([{ query: '刚才' }]);
    expect(await desk.database.query('SELECT searches FROM help_search_hours')).toEqual([{ searches: 1 }]);
    expect(await desk.database.query('SELECT reads FROM article_days')).toEqual([{ reads: 1 }]);
  });
});
