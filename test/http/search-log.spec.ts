import fc from 'fast-check';
import { HelpCenter, Reads, SearchLog } from '../../src/help-center/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildCustomer } from '../support/factories.js';

const HOUR = 3_600_000;

describe('what people search for and read', () => {
  let desk: TestApp;
  let articleId: string;
  beforeAll(async () => {
    desk = await startTestApp();
    await desk.get(HelpCenter).seedArticles();
    articleId = (await desk.get(HelpCenter).popular('zh-CN', 1))[0]?.articleId as string;
  }, 60_000);
  afterAll(() => desk.close());
  beforeEach(async () => {
    await pause();
    await desk.database.query('TRUNCATE help_searches, article_days, article_visits');
  });

  let visitors = 0;
  const someone = () => `visitor ${++visitors}`;
  const search = (query: string, visitor = someone(), rest: object = {}) =>
    desk.get(SearchLog).note({ place: 'page', locale: 'zh-CN', query, results: 3, visitor, ...rest });
  /** Whoever was typing has stopped, and all is written. */
  const pause = async () => {
    await desk.clock.advance(6_000);
    await desk.get(SearchLog).flush();
    await desk.get(Reads).flush();
  };
  const searches = () =>
    desk.database.query<{ id: string; query: string; folded: string; results: number; clicked: string | null }>(
      `SELECT id, query, folded, results, clicked_article_id AS clicked FROM help_searches ORDER BY searched_at, id`,
    );
  const queries = async () => (await searches()).map(({ query }) => query);

  it('is written after a moment, in one spelling beside the words', async () => {
    const id = search('ＴｉｋＴｏｋ 貨款  没到账', someone(), { results: 0 });
    expect(await searches()).toEqual([]);
    await pause();
    expect(await searches()).toEqual([
      { id, query: 'TikTok 貨款 没到账', folded: 'tiktok 货款 没到账', results: 0, clicked: null },
    ]);
  });

  it('is noted so often of one address in an hour, and no more', async () => {
    const search = (address: string) =>
      desk.get(SearchLog).note({ place: 'page', locale: 'en', query: newId(), results: 0, visitor: newId(), address });
    for (let times = 0; times < 650; times += 1) search('one');
    search('another');
    await pause();
    expect(await searches()).toHaveLength(601);
    await desk.clock.advance(HOUR);
    search('one');
    await pause();
    expect(await searches()).toHaveLength(602);
  });

  it('holds no number of a person', async () => {
    search('13800138000 登录不了');
    await pause();
    expect(await queries()).toEqual(['# 登录不了']);
  });

  it('is one search while one goes on typing, the last', async () => {
    const me = someone();
    const ids = new Set(['提', '提现', '提现失', '提现失败', '提现失败了'].map((typed) => search(typed, me)));
    await desk.clock.advance(4_000);
    ids.add(search('提现失败怎么办', me));
    expect(ids.size).toBe(1);
    await pause();
    expect(await queries()).toEqual(['提现失败怎么办']);
  });

  it('is another search for something else, later, elsewhere, or of somebody else', async () => {
    const me = someone();
    search('提现', me);
    search('发票', me);
    search('发票', someone());
    search('发票', me, { place: 'widget' });
    await desk.clock.advance(6_000);
    search('发票怎么开', me);
    await pause();
    expect((await queries()).toSorted()).toEqual(['发票', '发票', '发票', '发票怎么开', '提现'].toSorted());
  });

  it('counts typing of many at one time as one search each, whatever they type', async () => {
    const word = fc.constantFrom('提现失败怎么办', 'withdrawal failed', '发票', '直播 卡顿', 'how to bind card');
    const people = fc.array(word, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(people, async (wishes) => {
        const typists = wishes.map((wish) => ({ wish, visitor: someone(), ids: new Set<string>() }));
        for (let letter = 1; letter <= 20; letter += 1)
          for (const { wish, visitor, ids } of typists) ids.add(search(wish.slice(0, letter), visitor));
        await pause();
        expect(typists.every(({ ids }) => ids.size === 1)).toBe(true);
        const byId = new Map((await searches()).map(({ id, query }) => [id, query]));
        for (const { wish, ids } of typists) expect(byId.get([...ids][0] as string)).toBe(wish);
        expect(byId.size).toBe(wishes.length);
        await desk.database.query('TRUNCATE help_searches');
      }),
      { numRuns: 20 },
    );
  });

  describe('a click', () => {
    const read = (searchId: string) => desk.get(Reads).note({ place: 'page', locale: 'zh-CN', articleId, searchId });

    it('is kept with a search that waits to be written, and ends it', async () => {
      const me = someone();
      const id = search('提现', me);
      read(id);
      expect(search('提现失败', me)).not.toBe(id);
      await pause();
      expect(await searches()).toMatchObject([
        { id, query: '提现', clicked: articleId },
        { query: '提现失败', clicked: null },
      ]);
    });

    it('finds a search that was written, once', async () => {
      const id = search('提现');
      await pause();
      read(id);
      await pause();
      desk.get(SearchLog).clicked(id, newId());
      await pause();
      expect(await searches()).toMatchObject([{ id, clicked: articleId }]);
    });

    it('waits for a search that another process has not written yet', async () => {
      const id = newId();
      read(id);
      await pause();
      await desk.database.query(
        `INSERT INTO help_searches (id, searched_at, locale, place, query, folded, results)
         VALUES ($1, desk_now() - interval '2 seconds', 'zh-CN', 'page', '提现', '提现', 1)`,
        [id],
      );
      await pause();
      expect(await searches()).toMatchObject([{ id, clicked: articleId }]);
    });

    it('is nothing to what is no search, or one of before yesterday', async () => {
      const id = search('提现');
      await pause();
      await desk.clock.advance(25 * HOUR);
      for (const searchId of [id, newId(), 'x', "' OR 1=1", '']) read(searchId);
      await pause();
      expect(await searches()).toMatchObject([{ clicked: null }]);
      expect(await desk.database.query('SELECT reads FROM article_days')).toEqual([{ reads: 5 }]);
    });
  });

  describe('a read', () => {
    it('is counted by day, language, place and kind of page', async () => {
      const reads = desk.get(Reads);
      for (const page of ['/orders/1', '/orders/22222', '/home', undefined])
        reads.note({ place: 'widget', locale: 'zh-CN', articleId, page });
      reads.note({ place: 'page', locale: 'en', articleId });
      await pause();
      reads.note({ place: 'page', locale: 'en', articleId });
      await pause();
      const days = await desk.database.query(
        'SELECT locale, place, page, reads, contacts FROM article_days ORDER BY locale, page',
      );
      expect(days).toEqual([
        { locale: 'en', place: 'page', page: '', reads: 2, contacts: 0 },
        { locale: 'zh-CN', place: 'widget', page: '', reads: 1, contacts: 0 },
        { locale: 'zh-CN', place: 'widget', page: '/home', reads: 1, contacts: 0 },
        { locale: 'zh-CN', place: 'widget', page: '/orders/*', reads: 2, contacts: 0 },
      ]);
    });

    it('of what does not exist counts for nothing, and takes nothing else with it', async () => {
      const { id: customerId } = await buildCustomer(desk);
      const note = (rest: object) =>
        desk.get(Reads).note({ place: 'widget', locale: 'en', articleId, customerId, ...rest });
      for (const forged of [newId(), 'x', '']) {
        note({ articleId: forged });
        note({ customerId: forged });
      }
      note({});
      await pause();
      expect(await desk.database.query('SELECT reads FROM article_days')).toEqual([{ reads: 4 }]);
      expect(await desk.database.query('SELECT customer_id FROM article_visits')).toEqual([
        { customer_id: customerId },
      ]);
    });
  });
});
