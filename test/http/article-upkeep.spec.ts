import type { ArticleContent, ArticleDraftView, ArticleListItemView, Locale } from '../../src/contract/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltStaff, buildStaff, type SignedIn, signIn } from '../support/factories.js';

const URL = '/api/articles';
const DAY = 86_400_000;

describe('keeping articles true', () => {
  let desk: TestApp;
  let owner: BuiltStaff;
  let admin: SignedIn;
  let supervisor: SignedIn;
  beforeEach(async () => {
    desk = await startTestApp();
    owner = await buildStaff(desk, { role: 'supervisor', name: '苏主管' });
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '管理员' }));
    supervisor = await signIn(desk, owner);
  });
  afterEach(() => desk.close());

  const words = (text: string) => ({ title: `标题 ${text}`, excerpt: '一句话。', bodyMarkdown: text, keywords: [] });
  const save = async (draft: ArticleDraftView, change: Partial<ArticleContent>): Promise<ArticleDraftView> =>
    (
      await admin.http
        .put(`${URL}/${draft.id}/draft`)
        .send({ version: draft.version, content: { ...draft.content, ...change } })
        .expect(200)
    ).body;
  const written = async (languages: Partial<Record<Locale, string>> = { 'zh-CN': '一', en: 'one' }) => {
    const given = { slug: `article-${newId().slice(-12)}`, category: 'service', locale: 'zh-CN', title: '怎么开发票' };
    const { body } = await supervisor.http.post(URL).send(given).expect(201);
    return save(body, inLanguages(languages));
  };
  const inLanguages = (languages: Partial<Record<Locale, string>>): Partial<ArticleContent> => ({
    words: Object.fromEntries(Object.entries(languages).map(([locale, text]) => [locale, words(text)])),
  });
  const publish = async ({ id, version }: ArticleDraftView, inStep?: boolean): Promise<ArticleDraftView> =>
    (await admin.http.post(`${URL}/${id}/publications`).send({ version, inStep }).expect(201)).body;
  const show = async (id: string): Promise<ArticleDraftView> => (await admin.http.get(`${URL}/${id}`)).body;
  const list = async (query: object): Promise<ArticleListItemView[]> =>
    (await admin.http.get(URL).query(query).expect(200)).body.items;
  const overview = async () => (await supervisor.http.get(`${URL}/overview`).expect(200)).body;
  const deeds = async (id: string) =>
    (await admin.http.get('/api/audit').query({ subjectKind: 'article', subjectId: id }).expect(200)).body.items
      .map(({ action }: { action: string }) => action)
      .reverse();
  const review = ({ id, version }: ArticleDraftView, state: string, note = '', who = supervisor) =>
    who.http.put(`${URL}/${id}/review`).send({ version, state, note });
  const upkeep = (draft: ArticleDraftView, change: object, who = admin) =>
    who.http.put(`${URL}/${draft.id}/upkeep`).send({
      version: draft.version,
      ownerId: draft.owner?.id ?? null,
      reviewDays: draft.reviewDays,
      expiresAt: draft.expiresAt ?? null,
      ...change,
    });

  describe('a review', () => {
    it('is asked for, answered with a note, asked for again, and ended by publishing', async () => {
      const draft = await written();
      const asked = await review(draft, 'asked', '请看第二步').expect(200);
      expect(asked.body).toMatchObject({
        version: draft.version + 1,
        review: { state: 'asked', byName: '苏主管', note: '请看第二步' },
      });
      expect(await list({ attention: 'asked' })).toMatchObject([{ id: draft.id, review: 'asked' }]);
      const edited = await save(asked.body, inLanguages({ 'zh-CN': '一点五' }));
      expect(edited.review?.state).toBe('asked');
      const returned = await review(edited, 'returned', '第三步少了截图', admin).expect(200);
      expect(returned.body.review).toMatchObject({ state: 'returned', byName: '管理员', note: '第三步少了截图' });
      expect(await overview()).toMatchObject({ asked: 0, returned: 1 });
      expect(await list({ attention: 'returned' })).toHaveLength(1);
      const again = await review(returned.body, 'asked').expect(200);
      const published = await publish(again.body);
      expect(published).not.toHaveProperty('review');
      expect(await list({ attention: 'asked' })).toEqual([]);
      expect(await deeds(draft.id)).toEqual([
        'article.created',
        'article.edited',
        'article.review_asked',
        'article.returned',
        'article.review_asked',
        'article.published',
      ]);
    });

    it('is told to those who are to look: to admins, then to whoever asked', async () => {
      const told = async (who: SignedIn) => {
        await desk.settle();
        return (await who.http.get('/api/notices').expect(200)).body.items;
      };
      const { body: asked } = await review(await written(), 'asked', '请看').expect(200);
      expect(await told(admin)).toMatchObject([
        {
          kind: 'article',
          state: 'asked',
          articleId: asked.id,
          title: '标题 一',
          by: '苏主管',
          note: '请看',
          read: false,
        },
      ]);
      expect(await told(supervisor)).toEqual([]);
      await review(asked, 'returned', '再改改', admin).expect(200);
      expect(await told(supervisor)).toMatchObject([
        { kind: 'article', state: 'returned', by: '管理员', note: '再改改' },
      ]);
      expect(await told(admin)).toHaveLength(1);
    });

    it('is answered by admins alone, with words, and only where somebody has asked', async () => {
      const draft = await written();
      await review(draft, 'returned', '不行', admin).expect(409);
      const { body } = await review(draft, 'asked').expect(200);
      await review(body, 'returned', '不行').expect(403);
      const refused = await review(body, 'returned', ' ', admin).expect(400);
      expect(refused.body.errors).toEqual([{ path: 'note', message: expect.any(String) }]);
      await review(draft, 'asked').expect(409);
      await review(body, 'asked', 'x'.repeat(501)).expect(400);
      expect((await show(draft.id)).version).toBe(body.version);
    });
  });

  describe('a translation', () => {
    const behind = async ({ id }: ArticleDraftView) => (await show(id)).behind;

    it('is behind when the other language alone has moved on, and no longer when it follows', async () => {
      const first = await publish(await written());
      expect(first.behind).toEqual([]);
      const second = await publish(await save(first, inLanguages({ 'zh-CN': '二', en: 'one' })));
      expect(second.behind).toEqual(['en']);
      expect(await list({ attention: 'behind' })).toMatchObject([{ id: first.id, behind: ['en'] }]);
      expect(await overview()).toMatchObject({ behind: 1 });
      const third = await publish(await save(second, inLanguages({ 'zh-CN': '二', en: 'two' })));
      expect(third.behind).toEqual([]);
    });

    it('needs no change when an editor says so, then or later', async () => {
      const first = await publish(await written());
      const second = await publish(await save(first, inLanguages({ 'zh-CN': '二', en: 'one' })), true);
      expect(second.behind).toEqual([]);
      const third = await publish(await save(second, inLanguages({ 'zh-CN': '三', en: 'one' })));
      expect(third.behind).toEqual(['en']);
      const where = `${URL}/${first.id}/translation-confirmations`;
      await supervisor.http.post(where).send({ version: third.version }).expect(403);
      await admin.http.post(where).send({ version: third.version }).expect(201);
      expect(await behind(first)).toEqual([]);
      expect((await deeds(first.id)).at(-1)).toBe('article.translation_confirmed');
    });

    it('is not behind for other keywords, nor while the change is a draft', async () => {
      const first = await publish(await written());
      const chinese = { ...words('一'), keywords: ['发票'] };
      const second = await publish(await save(first, { words: { 'zh-CN': chinese, en: words('one') } }));
      expect(second.behind).toEqual([]);
      await save(second, inLanguages({ 'zh-CN': '二', en: 'one' }));
      expect(await behind(first)).toEqual([]);
    });
  });

  describe('an owner and a look now and then', () => {
    it('begin with whoever began the article, and may be somebody else who writes', async () => {
      const draft = await written();
      expect(draft).toMatchObject({ owner: { id: owner.id, name: '苏主管' }, reviewDays: 180, stale: false });
      const agent = await buildStaff(desk, { role: 'agent' });
      for (const ownerId of [agent.id, newId()]) {
        const refused = await upkeep(draft, { ownerId }).expect(400);
        expect(refused.body.errors).toEqual([{ path: 'ownerId', message: expect.any(String) }]);
      }
      for (const reviewDays of [0, 1.5, 5_000]) await upkeep(draft, { reviewDays }).expect(400);
      const other = await buildStaff(desk, { role: 'admin', name: '接班人' });
      const { body } = await upkeep(draft, { ownerId: other.id, reviewDays: 30 }, supervisor).expect(200);
      expect(body).toMatchObject({ owner: { name: '接班人' }, reviewDays: 30, version: draft.version + 1 });
      await upkeep(draft, { ownerId: null }).expect(409);
      expect(await list({ owner: other.id })).toMatchObject([{ id: draft.id, owner: '接班人' }]);
      const { body: owners } = await supervisor.http.get(`${URL}/owners`).expect(200);
      expect(owners.items.map(({ name }: { name: string }) => name)).toEqual(
        expect.arrayContaining(['管理员', '苏主管', '接班人']),
      );
      expect(owners.items.some(({ id }: { id: string }) => id === agent.id)).toBe(false);
    });

    it('is stale after its days without a review, until somebody says that it is still true', async () => {
      const draft = await written();
      await supervisor.http.post(`${URL}/${draft.id}/confirmations`).send({ version: draft.version }).expect(409);
      const { body } = await upkeep(await publish(draft), { reviewDays: 30 }).expect(200);
      await desk.clock.advance(31 * DAY);
      supervisor = await signIn(desk, owner);
      admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
      expect(await overview()).toMatchObject({ stale: 1 });
      expect(await list({ attention: 'stale' })).toMatchObject([{ id: draft.id, stale: true }]);
      const confirmed = await supervisor.http
        .post(`${URL}/${draft.id}/confirmations`)
        .send({ version: body.version })
        .expect(201);
      expect(confirmed.body).toMatchObject({ stale: false, reviewed: { by: '苏主管' }, published: { version: 1 } });
      expect(await list({ attention: 'stale' })).toEqual([]);
    });
  });

  it('is listed by who may read it, for those who write', async () => {
    const open = await written();
    const closed = await save(await written(), { visibility: 'staff' });
    expect((await list({ visibility: 'staff' })).map(({ id }) => id)).toEqual([closed.id]);
    expect((await list({ visibility: 'public' })).map(({ id }) => id)).toEqual([open.id]);
    for (const wrong of [{ attention: 'all' }, { section: 'x' }, { visibility: 'secret' }])
      await admin.http.get(URL).query(wrong).expect(400);
    const agent = await signIn(desk, await buildStaff(desk, { role: 'agent' }));
    for (const path of ['overview', 'owners']) await agent.http.get(`${URL}/${path}`).expect(403);
  });
});
