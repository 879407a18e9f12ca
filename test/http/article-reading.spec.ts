import { Reads, SearchLog } from '../../src/help-center/index.js';
import { MOST_PAGES } from '../../src/help-center/reading/host-pages.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildArticle } from '../support/articles.js';
import { connectWidget, type WidgetClient } from '../support/clients.js';
import { type BuiltSite, buildSite, buildStaff, identityToken, signIn } from '../support/factories.js';

describe('an article inside the widget', () => {
  let desk: TestApp;
  let site: BuiltSite;
  let visitor: WidgetClient;
  let customer: WidgetClient;
  beforeAll(async () => {
    desk = await startTestApp();
    site = await buildSite(desk);
    visitor = await connectWidget(desk, { site });
    customer = await connectWidget(desk, { site });
    await customer.call('identify', { token: await identityToken(desk, site, { sub: 'u-1', name: '林晓' }) });
  });
  afterAll(async () => {
    visitor.close();
    customer.close();
    await desk.close();
  });

  const get = (path: string, reader?: WidgetClient) => {
    const request = desk.http.get(path);
    return reader ? request.set('authorization', `Bearer ${reader.session}`) : request;
  };
  const read = (slug: string, reader?: WidgetClient) => get(`/widget/articles/${slug}`, reader);

  it('shows what its page shows, safely, with what to read next', async () => {
    const next = await buildArticle(desk, { title: '下一篇' });
    const { slug } = await buildArticle(desk, {
      title: '提现多久到账',
      excerpt: '一般一到三个工作日',
      bodyMarkdown:
        '## 时间\n\n三天。<img src=x onerror=alert(1)> [坏](javascript:alert(1)) [好](/help/zh-CN)\n\n[录屏](https://www.bilibili.com/video/BV1xx411c7mD)',
      related: [next.id],
    });
    const { body, headers } = await read(slug).expect(200);
    expect(body).toMatchObject({
      slug,
      locale: 'zh-CN',
      title: '提现多久到账',
      excerpt: '一般一到三个工作日',
      visibility: 'public',
      behind: false,
      sections: [{ id: 'section-1', title: '时间' }],
      url: `/help/zh-CN/articles/${slug}`,
    });
    expect(body.html).toContain('<h2 id="section-1">时间</h2>');
    expect(body.html).not.toMatch(/<img|href="javascript|<iframe/);
    expect(body.html).toContain('href="https://www.bilibili.com/video/BV1xx411c7mD"');
    expect(body.related.map(({ title }: { title: string }) => title)).toEqual(['下一篇']);
    expect(body.helpful).toBeUndefined();
    expect(headers['cache-control']).toBe('no-store');
  });

  it('is in the reader’s language where it can be, and says when it is behind', async () => {
    const words = (title: string) => ({ title, excerpt: '', bodyMarkdown: title, keywords: [] });
    const { id, slug } = await buildArticle(desk, { words: { 'zh-CN': words('中文'), en: words('English') } });
    expect((await get(`/widget/articles/${slug}?locale=en`)).body).toMatchObject({ locale: 'en', behind: false });
    await desk.database.query(
      "UPDATE article_versions SET changed_in = 5 WHERE article_id = $1 AND locale = 'zh-CN' AND published",
      [id],
    );
    expect((await get(`/widget/articles/${slug}?locale=en`)).body).toMatchObject({ title: 'English', behind: true });
    expect((await get(`/widget/articles/${slug}`)).body).toMatchObject({ title: '中文', behind: false });
    const single = await buildArticle(desk);
    expect((await get(`/widget/articles/${single.slug}?locale=en`)).body).toMatchObject({ locale: 'zh-CN' });
  });

  it('is found by an address that it had before', async () => {
    const { id, slug } = await buildArticle(desk);
    await desk.database.query('INSERT INTO article_former_slugs (slug, article_id) VALUES ($1, $2)', ['of-old', id]);
    expect((await read('of-old').expect(200)).body.slug).toBe(slug);
  });

  it('for customers is there for who is signed in, and for nobody else', async () => {
    const { id, slug } = await buildArticle(desk, { visibility: 'customers', title: '结算明细' });
    await desk.database.query('INSERT INTO article_former_slugs (slug, article_id) VALUES ($1, $2)', ['former', id]);
    const { body } = await read(slug, customer).expect(200);
    expect(body).toMatchObject({ title: '结算明细', visibility: 'customers' });
    expect(body.url).toBeUndefined();
    await read('former', customer).expect(200);
    const { body: absent } = await read('there-is-none').expect(404);
    for (const reader of [undefined, visitor])
      for (const address of [slug, 'former']) {
        const { body: refused } = await read(address, reader).expect(404);
        expect({ ...refused, requestId: '' }).toEqual({ ...absent, requestId: '' });
      }
    await get(`/widget/articles/${slug}`).set('authorization', 'Bearer made-up').expect(404);
  });

  it('for the staff is not there for customers', async () => {
    const { slug } = await buildArticle(desk, { visibility: 'staff' });
    await read(slug, customer).expect(404);
    await read(slug, visitor).expect(404);
    const { http } = await signIn(desk, await buildStaff(desk));
    expect((await http.get(`/api/article-readings/${slug}`).expect(200)).body).toMatchObject({ visibility: 'staff' });
    await desk.http.get(`/api/article-readings/${slug}`).expect(401);
    await http.get('/api/article-readings/there-is-none').expect(404);
  });

  it('is searched for by those who may read it, with what to mark', async () => {
    const open = await buildArticle(desk, { title: '海外仓入驻条件', keywords: ['海外仓'] });
    const members = await buildArticle(desk, { title: '海外仓费率表', keywords: ['海外仓'], visibility: 'customers' });
    const staff = await buildArticle(desk, { title: '海外仓内部口径', keywords: ['海外仓'], visibility: 'staff' });
    await desk.settle();
    const found = async (reader?: WidgetClient) => {
      const { body } = await get(`/widget/article-search?q=${encodeURIComponent('海外仓')}`, reader).expect(200);
      return { ...body, slugs: body.items.map(({ url }: { url: string }) => url.split('/').at(-1)).sort() };
    };
    const { slugs, items, searchId } = await found(customer);
    expect(slugs).toEqual([open.slug, members.slug].sort());
    expect(items[0].titleParts).toContainEqual({ text: '海外仓', hit: true });
    expect(searchId).toMatch(/^[0-9a-f-]{36}$/);
    for (const reader of [undefined, visitor]) expect((await found(reader)).slugs).toEqual([open.slug]);
    expect(JSON.stringify(await found(customer))).not.toContain(staff.slug);
  });

  it('is counted where it is read, with the search that led there and who may have to ask anyway', async () => {
    const { id, slug } = await buildArticle(desk, { title: '直播间装修尺寸' });
    await desk.settle();
    const { body } = await get(`/widget/article-search?q=${encodeURIComponent('直播间装修')}`, customer);
    await get(`/widget/articles/${slug}?page=/live/4411/room&searchId=${body.searchId}`, customer).expect(200);
    await get(`/widget/articles/${slug}?place=bot`, visitor).expect(200);
    await desk.get(SearchLog).flush();
    await desk.get(Reads).flush();
    const days = await desk.database.query(
      'SELECT place, page, reads FROM article_days WHERE article_id = $1 ORDER BY place',
      [id],
    );
    expect(days).toEqual([
      { place: 'bot', page: '', reads: 1 },
      { place: 'widget', page: '/live/*/room', reads: 1 },
    ]);
    const [search] = await desk.database.query<object>(
      'SELECT place, query, clicked_article_id AS clicked FROM help_searches WHERE id = $1',
      [body.searchId],
    );
    expect(search).toEqual({ place: 'widget', query: '直播间装修', clicked: id });
    const visits = await desk.database.query('SELECT place FROM article_visits WHERE article_id = $1 ORDER BY place', [
      id,
    ]);
    expect(visits).toEqual([{ place: 'bot' }, { place: 'widget' }]);
  });

  describe('is judged', () => {
    const vote = (slug: string, body: object, reader?: WidgetClient) => {
      const request = desk.http.post(`/widget/articles/${slug}/feedback`).send({ locale: 'zh-CN', ...body });
      return reader ? request.set('authorization', `Bearer ${reader.session}`) : request;
    };

    it('by each customer once, with what was missing', async () => {
      const { id, slug } = await buildArticle(desk);
      await vote(slug, { helpful: true }, customer).expect(200);
      await vote(slug, { helpful: false, reason: '没有写假日' }, customer).expect(200);
      await vote(slug, { helpful: true }, visitor).expect(200);
      const rows = await desk.database.query(
        'SELECT helpful, reason FROM article_feedback WHERE article_id = $1 ORDER BY created_at',
        [id],
      );
      expect(rows).toEqual([
        { helpful: false, reason: '没有写假日' },
        { helpful: true, reason: null },
      ]);
      expect((await read(slug, customer)).body.helpful).toBe(false);
      expect((await read(slug, visitor)).body.helpful).toBe(true);
    });

    it('by nobody who cannot read it', async () => {
      const { id, slug } = await buildArticle(desk, { visibility: 'customers' });
      await vote(slug, { helpful: true }, visitor).expect(404);
      await vote(slug, { helpful: true }).expect(401);
      await desk.http.post(`/help/articles/${slug}/feedback`).send({ locale: 'zh-CN', helpful: true }).expect(404);
      const count = () => desk.database.query('SELECT 1 FROM article_feedback WHERE article_id = $1', [id]);
      expect(await count()).toEqual([]);
      await vote(slug, { helpful: true }, customer).expect(200);
      expect(await count()).toHaveLength(1);
    });
  });

  describe('is popular', () => {
    const titles = (links: { title: string }[]) => links.map(({ title }) => title);
    const readTimes = (id: string, reads: number, page = '', daysAgo = 1) =>
      desk.database.query(
        `INSERT INTO article_days (day, article_id, locale, place, page, reads)
         VALUES (desk_now()::date - $4::integer, $1, 'zh-CN', 'widget', $2, $3)`,
        [id, page, reads, daysAgo],
      );

    it('by reads and votes of the last weeks, of all and in its category, for those who may read it', async () => {
      const much = await buildArticle(desk, { category: 'content', title: '热门' });
      const liked = await buildArticle(desk, { category: 'content', title: '好评' });
      const hidden = await buildArticle(desk, { category: 'content', title: '会员热门', visibility: 'customers' });
      const past = await buildArticle(desk, { category: 'content', title: '过气' });
      await readTimes(much.id, 40);
      await readTimes(hidden.id, 90);
      await readTimes(past.id, 900, '', 40);
      await desk.http
        .post(`/help/articles/${liked.slug}/feedback`)
        .send({ locale: 'zh-CN', helpful: true })
        .expect(200);
      await desk.settle();
      const { body } = await get('/widget/popular-articles', visitor).expect(200);
      const content = body.byCategory.find(({ category }: { category: string }) => category === 'content');
      expect(titles(content.items)).toEqual(['热门', '好评', '过气']);
      expect(body.all[0].title).toBe('热门');
      const { body: own } = await get('/widget/popular-articles', customer).expect(200);
      expect(titles(own.all).slice(0, 2)).toEqual(['会员热门', '热门']);
    });

    it('on the page where it is read, whatever its address carries', async () => {
      const here = await buildArticle(desk, { category: 'feature', title: '订单页' });
      const also = await buildArticle(desk, { category: 'feature', title: '也看' });
      const hidden = await buildArticle(desk, { category: 'feature', title: '会员看', visibility: 'customers' });
      const third = await buildArticle(desk, { category: 'feature', title: '再看' });
      await readTimes(third.id, 1, '/orders/*');
      await readTimes(here.id, 9, '/orders/*');
      await readTimes(also.id, 3, '/orders/*');
      await readTimes(hidden.id, 30, '/orders/*');
      await desk.settle();
      const on = async (page: string, reader: WidgetClient) =>
        titles((await get(`/widget/popular-articles?page=${encodeURIComponent(page)}`, reader)).body.here);
      expect(await on('/orders/771203?from=mail', visitor)).toEqual(['订单页', '也看', '再看']);
      expect(await on('/orders/9', customer)).toEqual(['会员看', '订单页', '也看', '再看']);
      expect(await on('/elsewhere', visitor)).toEqual([]);
    });
  });
});

describe('pages of a host whose addresses are all different', () => {
  it('are counted up to a number, the others without their page', async () => {
    const desk = await startTestApp();
    const { id, slug } = await buildArticle(desk);
    await desk.database.query(
      `INSERT INTO article_days (day, article_id, locale, place, page, reads)
       SELECT desk_now()::date, $1, 'zh-CN', 'widget', '/page-' || n, 2 FROM generate_series(1, $2::integer) n`,
      [id, MOST_PAGES],
    );
    await desk.http.get(`/widget/articles/${slug}?page=/one-more`).expect(200);
    await desk.http.get(`/widget/articles/${slug}?page=/page-7`).expect(200);
    await desk.get(Reads).flush();
    const rows = await desk.database.query(
      "SELECT page, reads FROM article_days WHERE page IN ('', '/one-more', '/page-7') ORDER BY page",
    );
    expect(rows).toEqual([
      { page: '', reads: 1 },
      { page: '/page-7', reads: 3 },
    ]);
    await desk.close();
  });
});
