import { startTestApp, type TestApp } from '../support/app.js';
import { buildArticle } from '../support/articles.js';
import { buildStaff, type SignedIn, signIn } from '../support/factories.js';

const address = (slug: string, locale = 'zh-CN') => `/help/${locale}/articles/${slug}`;

describe('articles that are not for everybody', () => {
  let desk: TestApp;
  let admin: SignedIn;
  let agent: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    agent = await signIn(desk, await buildStaff(desk, { role: 'agent' }));
    await buildArticle(desk, { category: 'service', slug: 'for-staff', visibility: 'staff' });
    await buildArticle(desk, { category: 'service', slug: 'for-customers', visibility: 'customers' });
    await buildArticle(desk, { category: 'service', slug: 'for-all' });
    await desk.settle();
  });
  afterAll(() => desk.close());

  const shape = ({ status, text, headers }: { status: number; text: string; headers: Record<string, string> }) => {
    const { date: _, 'x-request-id': __, ...rest } = headers;
    return { status, text, headers: rest };
  };

  it.each(['for-staff', 'for-customers'])('%s is to strangers what does not exist', async (slug) => {
    const nothing = shape(await desk.http.get(address('nothing')));
    expect(nothing.status).toBe(404);
    for (const cookie of ['', 'porchlight=forged'])
      for (const path of [address(slug), `${address(slug)}?feedback=no`, `${address(slug)}?s=1`])
        expect(shape(await desk.http.get(path).set('cookie', cookie))).toEqual(nothing);
    expect(shape(await desk.http.get(address(slug, 'en')))).toEqual(
      shape(await desk.http.get(address('nothing', 'en'))),
    );
  });

  it.each([
    ['for-staff', '仅员工可见'],
    ['for-customers', '仅登录客户可见'],
  ])('%s is shown to who works here, with a sign, and kept by no cache', async (slug, sign) => {
    const { text, headers } = await agent.http.get(address(slug)).expect(200);
    expect(text).toContain(sign);
    expect(text).toContain('<meta name="robots" content="noindex">');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers).not.toHaveProperty('etag');
    expect(text).not.toContain('/feedback"');
  });

  it('shows what is for everybody alike, whoever asks', async () => {
    const stranger = shape(await desk.http.get(address('for-all')).expect(200));
    expect(shape(await agent.http.get(address('for-all')).expect(200))).toEqual(stranger);
    expect(stranger.text).not.toMatch(/仅员工可见|for-staff|for-customers/);
  });

  it('leaves no trace of them in what anybody can list', async () => {
    for (const path of ['/sitemap.xml', '/help/zh-CN/feed.xml', '/help/zh-CN', '/help/zh-CN/categories/service'])
      expect((await desk.http.get(path).expect(200)).text).not.toMatch(/for-staff|for-customers/);
    expect((await desk.http.get('/help/zh-CN/search').query({ q: 'for-staff' })).text).not.toContain(
      address('for-staff'),
    );
  });

  it('tells strangers nothing of where they moved, nor that they are gone', async () => {
    const { id } = await buildArticle(desk, { slug: 'secret-old', visibility: 'staff', excerpt: '概要' });
    const { body: draft } = await admin.http.get(`/api/articles/${id}`).expect(200);
    const content = { ...draft.content, slug: 'secret-new' };
    await admin.http.put(`/api/articles/${id}/draft`).send({ version: draft.version, content }).expect(200);
    await admin.http
      .post(`/api/articles/${id}/publications`)
      .send({ version: draft.version + 1 })
      .expect(201);
    await desk.http.get(address('secret-old')).expect(404);
    await agent.http.get(address('secret-old')).expect(301).expect('cache-control', 'no-store');
    const archived = await admin.http.get(`/api/articles/${id}`).expect(200);
    await admin.http
      .put(`/api/articles/${id}/status`)
      .send({ version: archived.body.version, status: 'archived' })
      .expect(200);
    await desk.http.get(address('secret-new')).expect(404);
  });

  it('tells nobody of a draft that was given up before anybody could read it', async () => {
    const { body: draft } = await admin.http
      .post('/api/articles')
      .send({ slug: 'never-read', category: 'service', locale: 'zh-CN', title: '内部' })
      .expect(201);
    await admin.http
      .put(`/api/articles/${draft.id}/status`)
      .send({ version: draft.version, status: 'archived' })
      .expect(200);
    await desk.http.get(address('never-read')).expect(404);
  });

  it('is not found by a process that nobody has asked for a while', async () => {
    const { id, slug } = await buildArticle(desk, { slug: 'was-public', title: '灯塔一号说明' });
    await desk.settle();
    const found = async () => (await desk.http.get('/api/help/search').query({ q: '灯塔一号' }).expect(200)).text;
    expect(await found()).toContain(slug);
    // Another process was handed the event.
    await desk.database.query("UPDATE articles SET visibility = 'staff', updated_at = desk_now() WHERE id = $1", [id]);
    const now = performance.now.bind(performance);
    const later = jest.spyOn(performance, 'now').mockImplementation(() => now() + 60_000);
    expect(await found()).not.toContain(slug);
    later.mockRestore();
  });
});
