import supertest from 'supertest';
import { HelpCenter } from '../../src/help-center/index.js';
import { Sites } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildSite, buildStaff, signIn } from '../support/factories.js';

const ARTICLE = '/help/zh-CN/articles/payout-delay';
const FEEDBACK = '/help/articles/payout-delay/feedback';

describe('a help centre in which nothing is written yet', () => {
  it('says so, and has neither empty headings nor searches that find nothing', async () => {
    const desk = await startTestApp();
    const { text } = await desk.http.get('/help/zh-CN').expect(200);
    expect(text).toContain('文章还在准备');
    for (const empty of ['常见问题</h2>', '大家常搜', '查看全部']) expect(text).not.toContain(empty);
    expect((await desk.http.get('/help/en/categories/earnings').expect(200)).text).toContain(
      'Articles are on their way',
    );
    await desk.close();
  });
});

describe('the help centre', () => {
  let desk: TestApp;
  beforeAll(async () => {
    desk = await startTestApp();
    expect(await desk.get(HelpCenter).seedArticles()).toBeGreaterThanOrEqual(16);
    await desk.settle();
    // Seventy articles are published and indexed, one by one.
  }, 60_000);
  afterAll(() => desk.close());

  const votes = () => desk.database.query('SELECT locale, helpful, reason FROM article_feedback ORDER BY created_at');

  it('seeds only what is missing', async () => {
    expect(await desk.get(HelpCenter).seedArticles()).toBe(0);
  });

  describe('for other rooms', () => {
    it('answers the question of the story, surely, with its link', async () => {
      const [first] = await desk
        .get(HelpCenter)
        .search('昨天有一笔订单货款没有到账', { locale: 'zh-CN', limit: 3, audience: 'anyone' });
      expect(first).toMatchObject({ sure: true, article: { url: ARTICLE, title: '订单货款没有到账怎么办' } });
      expect(first?.article.articleId).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('is not sure about small talk', async () => {
      const answers = await desk
        .get(HelpCenter)
        .search('你好，在吗', { locale: 'zh-CN', limit: 3, audience: 'anyone' });
      expect(answers.every(({ sure }) => !sure)).toBe(true);
    });

    it('fills the widget with popular articles in both languages', async () => {
      const popular = await desk.get(HelpCenter).popular('en', 3);
      expect(popular).toHaveLength(3);
      expect(popular[0]?.url).toBe('/help/en/articles/payout-delay');
      const { popularArticles } = await desk.get(Sites).view(await buildSite(desk));
      expect(popularArticles.en.slice(0, 3)).toEqual(popular);
      expect(popularArticles['zh-CN'].map(({ url }) => url)).toContain(ARTICLE);
    });
  });

  describe('for programs', () => {
    it('says where it is and in which languages, and keeps everything else from them', async () => {
      const { text: robots } = await desk.http
        .get('/robots.txt')
        .expect(200)
        .expect('content-type', /text\/plain/);
      expect(robots).toContain('Allow: /help\nDisallow: /\n');
      expect(robots).toMatch(/Sitemap: http\S+\/sitemap\.xml/);
      const { text, headers } = await desk.http.get('/sitemap.xml').expect(200);
      expect(headers['content-type']).toBe('application/xml; charset=utf-8');
      const addresses = [...text.matchAll(/<loc>[^<]*?(\/help[^<]*)<\/loc>/g)].map(([, path]) => path as string);
      expect(addresses).toEqual(expect.arrayContaining(['/help/zh-CN', '/help/en/categories/earnings', ARTICLE]));
      expect(new Set(addresses).size).toBe(addresses.length);
      for (const path of addresses.filter((_, index) => index % 20 === 0)) await desk.http.get(path).expect(200);
      expect(text).toMatch(/hreflang="en" href="[^"]*\/help\/en\/articles\/payout-delay"/);
    });

    it('has a feed of what is new', async () => {
      const { text, headers } = await desk.http.get('/help/en/feed.xml').expect(200);
      expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
      expect(text.match(/<entry>/g)).toHaveLength(30);
      expect(text).not.toContain('&amp;amp;');
      await desk.http.get('/help/fr/feed.xml').expect(400);
      expect((await desk.http.get('/help/en')).text).toContain('type="application/atom+xml"');
    });

    it('describes an article and the way to it, in data that no title can break out of', async () => {
      const data = ({ text }: { text: string }) =>
        JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)?.[1] ?? '');
      const { '@graph': graph } = data(await desk.http.get(ARTICLE));
      expect(graph).toMatchObject([
        { '@type': 'TechArticle', headline: '订单货款没有到账怎么办', inLanguage: 'zh-CN' },
        {
          '@type': 'BreadcrumbList',
          itemListElement: [{ position: 1 }, { name: '收益与提现' }, { name: '结算与到账' }, { position: 4 }],
        },
      ]);
      const title = '</script><img src=x onerror=alert(1)>';
      const { http } = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
      const place = { slug: 'hostile', category: 'service' as const };
      const { body: draft } = await http
        .post('/api/articles')
        .send({ ...place, locale: 'en', title })
        .expect(201);
      const words = { en: { title, excerpt: 'x', bodyMarkdown: 'x', keywords: [] } };
      const content = { ...place, visibility: 'public', position: 500, related: [], words };
      await http.put(`/api/articles/${draft.id}/draft`).send({ version: draft.version, content }).expect(200);
      await http
        .post(`/api/articles/${draft.id}/publications`)
        .send({ version: draft.version + 1 })
        .expect(201);
      const broken = await desk.http.get('/help/en/articles/hostile').expect(200);
      expect(data(broken)['@graph'][0].headline).toBe(title);
      expect(broken.text).not.toContain('<img src=x');
      expect(broken.text).not.toContain('id="contents"');
    });
  });

  describe('search', () => {
    it('answers what fits, with the words to mark, and how much more there is', async () => {
      const answer = await desk.http.get('/api/help/search').query({ q: 'withdrawl failed', locale: 'en', limit: 2 });
      expect(answer.status).toBe(200);
      expect(answer.headers['cache-control']).toBe('private, max-age=60');
      const { items, facets } = answer.body;
      const fields = ['articleId', 'category', 'excerpt', 'locale', 'snippetParts', 'title', 'titleParts', 'url'];
      expect(Object.keys(items[0]).sort()).toEqual(fields);
      expect(items[0]).toMatchObject({
        url: '/help/en/articles/withdrawal-failed',
        category: 'earnings',
        locale: 'en',
      });
      expect(items[0].titleParts).toContainEqual({ text: 'withdrawal', hit: true });
      expect(items[0].snippetParts.some(({ hit }: { hit: boolean }) => hit)).toBe(true);
      expect(facets.category.earnings).toBeGreaterThanOrEqual(2);
      expect(facets.locale.en).toBe(facets.locale['zh-CN']);
    });

    it('counts in a facet what choosing another of its values would show', async () => {
      const ask = async (more: object) => (await desk.http.get('/api/help/search').query({ q: '申诉', ...more })).body;
      const all = await ask({});
      const chosen = await ask({ category: 'content', limit: 20 });
      expect(chosen.facets.category).toEqual(all.facets.category);
      expect(chosen.items).toHaveLength(all.facets.category.content);
      expect(chosen.facets.locale['zh-CN']).toBe(chosen.items.length);
      const english = await ask({ only: 'en' });
      expect(english.items.map(({ locale }: { locale: string }) => locale)).not.toContain('zh-CN');
    });

    it.each([
      ['', 'no question'],
      ['q=', 'an empty one'],
      [`q=${'x'.repeat(201)}`, 'a long one'],
      ['q=a&q=b', 'two'],
      ['q[a]=b', 'an object'],
      ['q=%00', 'a NUL'],
      ['q=a&locale=fr', 'an unknown language'],
      ['q=a&category=secret', 'an unknown category'],
      ['q=a&limit=0', 'too few'],
      ['q=a&limit=21', 'too many'],
      ['q=a&limit=x', 'no number'],
      ['q=a&only=fr', 'only an unknown language'],
      ['q=a&extra=1', 'an unknown field'],
    ])('refuses ?%s (%s)', async (query) => {
      const { body } = await desk.http.get(`/api/help/search?${query}`).expect(400);
      expect(body.code).toBe('invalid_input');
    });
  });

  describe('pages', () => {
    it.each([
      ['zh-CN,zh;q=0.9', '/help/zh-CN'],
      ['en-GB,en', '/help/en'],
      ['fr', '/help/zh-CN'],
    ])('send %s from / to %s', async (language, location) => {
      for (const path of ['/', '/help']) {
        const answer = await desk.http.get(path).set('accept-language', language).expect(302);
        expect(answer.headers).toMatchObject({ location, vary: expect.stringContaining('accept-language') });
      }
    });

    it.each([
      ['/help/zh-CN', '灯亮着'],
      ['/help/en', 'The light\u00a0is\u00a0on'],
      ['/help/zh-CN/categories/earnings', '收益与提现'],
      [ARTICLE, '第一步：看这笔订单到没到结算日'],
      ['/help/en/articles/payout-delay', 'has the order reached its settlement date?'],
      ['/help/en/search', 'Type a few words'],
      ['/help/zh-CN/contact', '遇到了什么问题'],
    ])('%s stands, safe and cacheable', async (path, words) => {
      const page = await desk.http.get(path).expect(200);
      expect(page.text).toContain(words);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.headers['cache-control']).toMatch(/^public, max-age=60/);
      expect(page.headers['content-security-policy']).toContain("default-src 'none'; style-src 'self'; img-src 'self'");
      expect(page.text).not.toMatch(
        /<script(?! type="application\/ld\+json">|[^>]* src="\/help\/assets\/)|\son\w+=|\sstyle=/,
      );
      await desk.http.get(path).set('if-none-match', String(page.headers.etag)).expect(304);
    });

    it('show what fits a question, marked, kept by nobody but the reader', async () => {
      const page = await desk.http.get('/help/zh-CN/search').query({ q: '货款没到' }).expect(200);
      expect(page.headers['cache-control']).toBe('private, max-age=60');
      const [, title = ''] = /<ul class="articles hits">\s*<li>\s*<h2><a[^>]*>(.*?)<\/a>/s.exec(page.text) ?? [];
      expect(title).toContain('<mark>');
      expect(title.replace(/<\/?mark>/g, '')).toBe('订单货款没有到账怎么办');
      expect(page.text).toMatch(/category&#x3D;earnings"[^>]*>[^<]+<span class="count">\d+</);
    });

    it('name themselves and their other language', async () => {
      const { text } = await desk.http.get(ARTICLE).expect(200);
      expect(text).toMatch(/<html lang="zh-CN">/);
      expect(text).toMatch(/rel="canonical" href="http[^"]+\/help\/zh-CN\/articles\/payout-delay"/);
      expect(text).toMatch(/hreflang="en" href="http[^"]+\/help\/en\/articles\/payout-delay"/);
      expect(text).toMatch(/class="language" href="\/help\/en\/articles\/payout-delay"/);
    });

    it.each([
      '/help/fr',
      '/help/zh-CN/articles/nothing',
      '/help/zh-CN/articles/..%2f..%2fetc',
      '/help/zh-CN/categories/x',
      '/help/zh-CN/a/b/c',
    ])('answer %s with a page of their own', async (path) => {
      const page = await desk.http.get(path).set('accept-language', 'zh-CN').expect(404);
      expect(page.text).toContain('没有找到这个页面');
      expect(page.headers['cache-control']).toBe('no-store');
    });

    it('show what was asked as text', async () => {
      const { text } = await desk.http.get('/help/en/search').query({ q: '"><script>alert(1)</script>' }).expect(200);
      expect(text).not.toMatch(/<script>|<script(?! type="module")/);
      expect(text).toContain('&quot;&gt;&lt;script&gt;');
    });

    it('make sense of senseless questions', async () => {
      for (const query of ['q=a&q=b', 'q[x]=1', `q=${'长'.repeat(500)}`, 'q=%00%07', 'category=x&q=a'])
        await desk.http.get(`/help/zh-CN/search?${query}`).expect(200);
    });

    it('serve their style under a name that may be kept for ever', async () => {
      const { text } = await desk.http.get('/help/en').expect(200);
      const [, path = ''] = /rel="stylesheet" href="([^"]+)"/.exec(text) ?? [];
      const style = await desk.http.get(path).expect(200);
      expect(style.headers['content-type']).toContain('text/css');
      expect(style.headers['cache-control']).toContain('immutable');
      await desk.http.get('/help/assets/pages.css').expect(404);
    });
  });

  describe('feedback', () => {
    beforeEach(() => desk.database.query('DELETE FROM article_feedback'));

    it('counts one vote of a visitor, the last one', async () => {
      const visitor = supertest.agent(desk.url);
      await visitor.post(FEEDBACK).send({ locale: 'zh-CN', helpful: true }).expect(200, { helpful: true });
      await visitor.post(FEEDBACK).send({ locale: 'en', helpful: false, reason: '没写清楚' }).expect(200);
      await visitor.post(FEEDBACK).send({ locale: 'en', helpful: false }).expect(200);
      expect(await votes()).toEqual([{ locale: 'en', helpful: false, reason: '没写清楚' }]);
      await supertest.agent(desk.url).post(FEEDBACK).send({ locale: 'en', helpful: true }).expect(200);
      expect(await votes()).toHaveLength(2);
    });

    it('works as a form, and says thanks', async () => {
      const visitor = supertest.agent(desk.url);
      const no = await visitor.post(FEEDBACK).type('form').send({ locale: 'zh-CN', helpful: 'false' }).expect(303);
      expect(no.headers.location).toBe(`${ARTICLE}?feedback=no#feedback`);
      expect(no.headers['set-cookie']?.[0]).toMatch(/^visitor=[\w-]{43};.*HttpOnly; SameSite=Lax$/);
      expect((await visitor.get(`${ARTICLE}?feedback=no`)).text).toContain('<textarea');
      const answer = { locale: 'zh-CN', helpful: 'false', reason: '少一张图' };
      const noted = await visitor.post(FEEDBACK).type('form').send(answer).expect(303);
      expect((await visitor.get(String(noted.headers.location))).text).toContain('收到了，谢谢您告诉我们。');
      expect(await votes()).toEqual([{ locale: 'zh-CN', helpful: false, reason: '少一张图' }]);
    });

    it.each([
      [{ helpful: true }, 400],
      [{ locale: 'zh-CN', helpful: 'perhaps' }, 400],
      [{ locale: 'zh-CN', helpful: true, articleId: 'x' }, 400],
      [{ locale: 'zh-CN', helpful: false, reason: 'x'.repeat(1_001) }, 400],
      [{ locale: 'zh-CN', helpful: false, reason: { $gt: '' } }, 400],
      [[], 400],
    ])('refuses %j', async (body, status) => {
      await desk.http.post(FEEDBACK).send(body).expect(status);
      expect(await votes()).toEqual([]);
    });

    it('refuses articles that are not, and pages that are not ours', async () => {
      const vote = { locale: 'en', helpful: true };
      await desk.http.post('/help/articles/nothing/feedback').send(vote).expect(404);
      await desk.http.post('/help/articles/No%20Slug/feedback').send(vote).expect(400);
      await desk.http.post(FEEDBACK).set('origin', 'https://evil.example').send(vote).expect(403);
      await desk.http.post(FEEDBACK).set('sec-fetch-site', 'cross-site').send(vote).expect(403);
      expect(await votes()).toEqual([]);
    });
  });
});
