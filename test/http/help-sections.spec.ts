import type { ArticleCategory } from '../../src/contract/index.js';
import { Sections } from '../../src/help-center/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildArticle } from '../support/articles.js';

const words = (title: string) => ({ title, excerpt: title, bodyMarkdown: title, keywords: [] });

describe('sections on the public pages', () => {
  let desk: TestApp;
  const section = (
    slug: string,
    names: object,
    parentId: string | null = null,
    category: ArticleCategory = 'earnings',
  ) =>
    desk.database.transaction((tx) =>
      desk.get(Sections).add(tx, { category, parentId }, { slug, names, descriptions: { 'zh-CN': `${slug} 的说明` } }),
    );

  beforeAll(async () => {
    desk = await startTestApp();
    const payouts = await section('payouts', { 'zh-CN': '结算', en: 'Payouts' });
    const cards = await section('cards', { 'zh-CN': '银行卡', en: 'Bank cards' }, payouts);
    const secret = await section('secret', { 'zh-CN': '内部', en: 'Internal' });
    await section('empty', { 'zh-CN': '空的', en: 'Empty' });
    const both = { 'zh-CN': words('怎样绑卡'), en: words('Bind a card') };
    await buildArticle(desk, { slug: 'bind', sectionId: cards, words: both });
    for (let index = 0; index < 7; index += 1)
      await buildArticle(desk, {
        slug: `payout-${index}`,
        sectionId: payouts,
        title: `结算 ${index}`,
        position: index,
      });
    await buildArticle(desk, { slug: 'loose', title: '没有栏目的' });
    await buildArticle(desk, { slug: 'internal', sectionId: secret, visibility: 'staff', title: '内部说明' });
  });
  afterAll(() => desk.close());

  const read = async (path: string) => (await desk.http.get(path).expect(200)).text;
  const data = (text: string) =>
    JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)?.[1] ?? '');

  it('the home page leads to those in which something stands', async () => {
    const text = await read('/help/zh-CN');
    expect(text).toContain('<a href="/help/zh-CN/categories/earnings/payouts">结算</a>');
    expect(text).not.toMatch(/categories\/earnings\/(secret|empty)/);
  });

  it('a category shows its sections with their first articles, then the rest', async () => {
    const text = await read('/help/zh-CN/categories/earnings');
    for (const words of ['结算 0', '结算 4', 'payouts 的说明', '银行卡', '其他文章', '没有栏目的'])
      expect(text).toContain(words);
    for (const words of ['结算 5', '怎样绑卡', '内部', '空的']) expect(text).not.toContain(words);
    expect(text.replace(/\s+/g, ' ')).toMatch(/查看全部 <span class="count">8</);
  });

  it('a section has a page, with the sections in it, the way to it and its other language', async () => {
    const text = await read('/help/zh-CN/categories/earnings/payouts');
    for (const words of ['<h1>结算</h1>', '结算 6', '怎样绑卡', '/help/zh-CN/categories/earnings/cards'])
      expect(text).toContain(words);
    expect(text).toMatch(/hreflang="en" href="http[^"]+\/help\/en\/categories\/earnings\/payouts"/);
    const below = await read('/help/en/categories/earnings/cards');
    const crumbs = [...below.matchAll(/<li><a href="([^"]+)">([^<]+)<\/a><\/li>/g)].slice(0, 3).map(([, url]) => url);
    expect(crumbs).toEqual(['/help/en', '/help/en/categories/earnings', '/help/en/categories/earnings/payouts']);
    expect(data(below)).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [{}, {}, { name: 'Payouts' }, { name: 'Bank cards', position: 4 }],
    });
  });

  it('an article says through which sections one comes to it', async () => {
    const { '@graph': graph } = data(await read('/help/zh-CN/articles/bind'));
    const names = graph[1].itemListElement.map(({ name }: { name: string }) => name);
    expect(names).toEqual(['帮助中心', '收益与提现', '结算', '银行卡', '怎样绑卡']);
  });

  it('the map of the site and the feed of a category have them', async () => {
    const map = await read('/sitemap.xml');
    expect(map).toMatch(/<loc>http[^<]+\/help\/en\/categories\/earnings\/cards<\/loc>/);
    expect(map).not.toMatch(/categories\/earnings\/(secret|empty)/);
    const feed = await read('/help/zh-CN/categories/earnings/feed.xml');
    expect(feed).toContain('收益与提现');
    expect(feed).not.toContain('内部说明');
    expect(await read('/help/zh-CN/categories/account/feed.xml')).not.toContain('<entry>');
  });

  it.each(['secret', 'empty', 'nothing', '..%2f..%2fetc', 'Payouts', `${'x'.repeat(150)}`, "'--"])(
    '%s is no section for anybody',
    async (slug) => {
      const nothing = (await desk.http.get('/help/zh-CN/categories/earnings/none').expect(404)).text;
      expect((await desk.http.get(`/help/zh-CN/categories/earnings/${slug}`).expect(404)).text).toBe(nothing);
    },
  );

  it('an address of the category it was in before leads to it', async () => {
    await desk.http
      .get('/help/zh-CN/categories/account/payouts')
      .expect(302)
      .expect('location', '/help/zh-CN/categories/earnings/payouts');
  });

  it('a change to the tree changes what caches compare', async () => {
    const before = await desk.http.get('/help/zh-CN/categories/earnings').expect(200);
    await desk.database.query(`UPDATE article_sections SET names = '{"zh-CN": "货款"}' WHERE slug = 'payouts'`);
    const after = await desk.http
      .get('/help/zh-CN/categories/earnings')
      .set('if-none-match', String(before.headers.etag));
    expect(after.status).toBe(200);
    expect(after.text).toContain('货款');
  });
});
