import type { ArticleContent, ArticleDraftView } from '../../src/contract/index.js';
import { ArticleTurns } from '../../src/help-center/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltStaff, buildStaff, type SignedIn, signIn } from '../support/factories.js';

const URL = '/api/articles';
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

describe('what time does to articles', () => {
  let desk: TestApp;
  let staff: BuiltStaff;
  let admin: SignedIn;
  beforeEach(async () => {
    desk = await startTestApp();
    staff = await buildStaff(desk, { role: 'admin', name: '林主编' });
    admin = await signIn(desk, staff);
  });
  afterEach(() => desk.close());

  const written = async (slug = `article-${newId().slice(-12)}`): Promise<ArticleDraftView> => {
    const given = { slug, category: 'service', locale: 'zh-CN', title: '怎么开发票' };
    const { body } = await admin.http.post(URL).send(given).expect(201);
    return save(body, body.content.slug, '一');
  };
  const save = async (draft: ArticleDraftView, slug: string, text: string): Promise<ArticleDraftView> => {
    const words = { title: '怎么开发票', excerpt: '三步。', bodyMarkdown: text, keywords: [] };
    const content: ArticleContent = { ...draft.content, slug, words: { 'zh-CN': words } };
    const body = { version: draft.version, content };
    return (await admin.http.put(`${URL}/${draft.id}/draft`).send(body).expect(200)).body;
  };
  const publish = async ({ id, version }: ArticleDraftView): Promise<ArticleDraftView> =>
    (await admin.http.post(`${URL}/${id}/publications`).send({ version }).expect(201)).body;
  const inMinutes = (minutes: number) => new Date(desk.clock.now().getTime() + minutes * MINUTE).toISOString();
  const schedule = ({ id, version }: ArticleDraftView, minutes: number) =>
    admin.http.put(`${URL}/${id}/schedule`).send({ version, publishAt: inMinutes(minutes), note: '双十一' });
  const expireIn = ({ id, version, reviewDays }: ArticleDraftView, minutes: number, who = admin) =>
    who.http.put(`${URL}/${id}/upkeep`).send({ version, ownerId: null, reviewDays, expiresAt: inMinutes(minutes) });
  const show = async (id: string): Promise<ArticleDraftView> => (await admin.http.get(`${URL}/${id}`).expect(200)).body;
  const page = (slug: string) => desk.http.get(`/help/zh-CN/articles/${slug}`);
  const pass = async (minutes: number) => {
    await desk.clock.advance(minutes * MINUTE);
    admin = await signIn(desk, staff);
    await desk.get(ArticleTurns).runOnce();
    await desk.settle();
  };
  const deeds = async (id: string): Promise<{ action: string; actor: { name: string } }[]> =>
    (await admin.http.get('/api/audit').query({ subjectKind: 'article', subjectId: id }).expect(200)).body.items;

  it('publishes what was kept for its time, not what was written since', async () => {
    const draft = await written();
    const { slug } = draft.content;
    const { body: planned } = await schedule(draft, 60).expect(200);
    expect(planned).toMatchObject({ status: 'draft', schedule: { by: '林主编', note: '双十一', differs: false } });
    const later = await save(planned, slug, '二');
    expect(later.schedule?.differs).toBe(true);
    await pass(59);
    await page(slug).expect(404);
    await pass(1);
    expect((await page(slug).expect(200)).text).toContain('<p>一</p>');
    const now = await show(draft.id);
    expect(now).toMatchObject({ status: 'published', changed: true, version: later.version + 1 });
    expect(now).not.toHaveProperty('schedule');
    expect(now.content.words['zh-CN']?.bodyMarkdown).toBe('二');
    expect((await deeds(draft.id))[0]).toMatchObject({
      action: 'article.published_as_scheduled',
      actor: { name: '林主编' },
    });
    const { body } = await desk.http.get('/api/help/search').query({ q: '怎么开发票' }).expect(200);
    expect(JSON.stringify(body.items)).toContain(slug);
  });

  it('does it once, however many look at one time', async () => {
    const drafts: ArticleDraftView[] = [];
    for (let n = 0; n < 8; n += 1) drafts.push((await schedule(await written(), 5).expect(200)).body);
    await desk.clock.advance(5 * MINUTE);
    const turns = desk.get(ArticleTurns);
    await Promise.all([turns.runOnce(), turns.runOnce(), turns.runOnce()]);
    await turns.runOnce();
    const published = await desk.database.query<{ count: number }>(
      'SELECT count(*)::int FROM article_publications GROUP BY article_id',
    );
    expect(published.map(({ count }) => count)).toEqual(drafts.map(() => 1));
    const rows = await desk.database.query(`SELECT FROM audit_records WHERE action = 'article.published_as_scheduled'`);
    expect(rows).toHaveLength(drafts.length);
  });

  it('passes over an article that somebody holds, and comes back to it', async () => {
    const { body } = await schedule(await written(), 5).expect(200);
    await desk.clock.advance(5 * MINUTE);
    await desk.database.transaction(async (tx) => {
      await tx.query('SELECT FROM article_drafts WHERE article_id = $1 FOR UPDATE', [body.id]);
      const begun = performance.now();
      await desk.get(ArticleTurns).runOnce();
      // Whoever waited for the lock would wait until the database gives up.
      expect(performance.now() - begun).toBeLessThan(15_000);
    });
    expect((await show(body.id)).status).toBe('draft');
    await pass(0);
    expect((await show(body.id)).status).toBe('published');
  });

  it('says why it could not, and waits for an editor', async () => {
    const { body: planned } = await schedule(await written('invoice'), 60).expect(200);
    const renamed = await save(planned, 'invoice-2', '一');
    // Until it is published the name is free for others, in the articles themselves.
    await desk.database.query(`UPDATE articles SET slug = 'invoice-2' WHERE id = $1`, [planned.id]);
    const other = await publish(await written('invoice'));
    await pass(60);
    const now = await show(planned.id);
    expect(now).toMatchObject({ status: 'draft', version: renamed.version + 1, schedule: { problem: 'slug_taken' } });
    expect((await deeds(planned.id))[0]).toMatchObject({ action: 'article.schedule_failed' });
    const notices = await admin.http.get('/api/notices').expect(200);
    expect(notices.body.items).toMatchObject([{ kind: 'article', state: 'stuck', articleId: planned.id }]);
    const listed = await admin.http.get(URL).query({ attention: 'problem' }).expect(200);
    expect(listed.body.items).toMatchObject([{ id: planned.id, schedule: { problem: 'slug_taken' } }]);
    await pass(60);
    expect((await show(planned.id)).version).toBe(now.version);
    const { body: again } = await schedule(now, 5).expect(200);
    expect(again.schedule).not.toHaveProperty('problem');
    await pass(5);
    await page('invoice-2').expect(200);
    expect((await show(other.id)).status).toBe('published');
  });

  it('takes what has expired from the readers, and publishes nothing past its end', async () => {
    const live = await publish(await written());
    const { body: ending } = await expireIn(live, 30).expect(200);
    expect(ending).toMatchObject({ status: 'published', expiresAt: expect.any(String) });
    const planned = await written();
    const { body: doomed } = await schedule(planned, 20).expect(200);
    await schedule((await expireIn(doomed, 30).expect(200)).body, 40).expect(400);
    await expireIn(await show(doomed.id), 10).expect(200);
    await pass(30);
    await page(live.content.slug).expect(404);
    expect(await show(live.id)).toMatchObject({ status: 'draft', version: ending.version + 1 });
    expect((await deeds(live.id))[0]).toMatchObject({ action: 'article.expired' });
    expect((await show(planned.id)).schedule?.problem).toBe('expired');
    const { id, version } = await show(live.id);
    const refused = await admin.http.post(`${URL}/${id}/publications`).send({ version }).expect(400);
    expect(refused.body.errors).toEqual([{ path: 'expiresAt', message: expect.any(String) }]);
    await pass(5);
    expect((await show(live.id)).version).toBe(version);
  });

  it('is told another time, or to leave it; publishing by hand and archiving leave it as well', async () => {
    const first = (await schedule(await written(), 5).expect(200)).body;
    const moved = (await schedule(first, 60).expect(200)).body;
    await pass(5);
    expect((await show(first.id)).status).toBe('draft');
    const cancel = ({ id, version }: ArticleDraftView) => admin.http.delete(`${URL}/${id}/schedule`).query({ version });
    await cancel(first).expect(409);
    const { body: free } = await cancel(moved).expect(200);
    expect(free).not.toHaveProperty('schedule');
    await cancel(free).expect(404);
    const published = await publish((await schedule(free, 60).expect(200)).body);
    expect(published).not.toHaveProperty('schedule');
    const { body: again } = await schedule(await save(published, published.content.slug, '三'), 60).expect(200);
    const { body: gone } = await admin.http
      .put(`${URL}/${again.id}/status`)
      .send({ version: again.version, status: 'archived' })
      .expect(200);
    expect(gone).not.toHaveProperty('schedule');
  });

  it('takes a time ahead alone, and an administrator', async () => {
    const draft = await written();
    for (const minutes of [0, -5, 800 * 1_440]) {
      const refused = await schedule(draft, minutes).expect(400);
      expect(refused.body.errors[0].path).toBe('publishAt');
    }
    await expireIn(draft, -1).expect(400);
    const supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor' }));
    await expireIn(draft, 60, supervisor).expect(403);
    const body = { version: draft.version, publishAt: inMinutes(60) };
    await supervisor.http.put(`${URL}/${draft.id}/schedule`).send(body).expect(403);
    for (const publishAt of ['soon', '2026-13-01T00:00:00Z', '0000-01-01T00:00:00Z'])
      await admin.http
        .put(`${URL}/${draft.id}/schedule`)
        .send({ ...body, publishAt })
        .expect(400);
    const unwritten = await save(draft, 'Not A Slug', '一');
    await schedule(unwritten, 60).expect(400);
    expect(await show(draft.id)).toEqual(unwritten);
  });

  it('keeps what is scheduled in the category of its section', async () => {
    const section = { slug: 'bills', names: { en: 'Bills' }, descriptions: {}, category: 'service', parentId: null };
    const { body: shelf } = await admin.http.post('/api/article-sections').send(section).expect(201);
    const draft = await written();
    const { body: placed } = await admin.http
      .put(`${URL}/${draft.id}/draft`)
      .send({ version: draft.version, content: { ...draft.content, sectionId: shelf.id } })
      .expect(200);
    await schedule(placed, 60).expect(200);
    await admin.http
      .put(`/api/article-sections/${shelf.id}/place`)
      .send({ version: 1, category: 'earnings', parentId: null, before: null })
      .expect(200);
    await pass(60);
    expect(await show(draft.id)).toMatchObject({
      status: 'published',
      changed: false,
      content: { category: 'earnings', sectionId: shelf.id },
    });
  });

  it('leaves the days of a desk that was asleep to the first look', async () => {
    const { body } = await schedule(await written(), 60).expect(200);
    await pass(3 * (DAY / MINUTE));
    expect((await show(body.id)).status).toBe('published');
  });
});
