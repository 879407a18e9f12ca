import type { ArticleDraftView, ArticleTaskView } from '../../src/contract/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

const URL = '/api/article-tasks';

describe('article tasks', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let admin: SignedIn;
  let supervisor: SignedIn;
  let agent: SignedIn;
  let supervisorId: string;
  let agentId: string;
  let ticket: BuiltTicket;
  beforeAll(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    const built = await buildStaff(desk, { role: 'supervisor', name: '主管', teams: [team] });
    const working = await buildStaff(desk, { teams: [team] });
    [supervisorId, agentId] = [built.id, working.id];
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '管理员' }));
    supervisor = await signIn(desk, built);
    agent = await signIn(desk, working);
    ticket = await buildTicket(desk);
  });
  afterAll(() => desk.close());

  const propose = async (about: object, who = supervisor): Promise<ArticleTaskView> =>
    (await who.http.post(URL).send({ about }).expect(201)).body;
  const idea = (title = '怎么开票') => propose({ kind: 'idea', locale: 'zh-CN', title });
  const listed = async (query: object = {}): Promise<ArticleTaskView[]> =>
    (await supervisor.http.get(URL).query(query).expect(200)).body.items;
  const find = async (id: string, status = 'open') => (await listed({ status })).find((task) => task.id === id);
  const article = async (who = admin): Promise<ArticleDraftView> => {
    const slug = `article-${newId().slice(-12)}`;
    return (
      await who.http
        .post('/api/articles')
        .send({ slug, category: 'service', locale: 'zh-CN', title: '发票' })
        .expect(201)
    ).body;
  };
  const publish = async ({ id, version, content }: ArticleDraftView) => {
    const words = { title: content.words['zh-CN']?.title, excerpt: '一句话。', bodyMarkdown: '正文', keywords: [] };
    const { body } = await admin.http
      .put(`/api/articles/${id}/draft`)
      .send({ version, content: { ...content, words: { 'zh-CN': words } } })
      .expect(200);
    await admin.http.post(`/api/articles/${id}/publications`).send({ version: body.version }).expect(201);
    await desk.settle();
  };
  const audited = async (id: string) =>
    (await admin.http.get('/api/audit').query({ subjectKind: 'article_task', subjectId: id }).expect(200)).body.items
      .map(({ action, actor }: { action: string; actor: { name: string } }) => `${action} ${actor.name}`)
      .reverse();

  it('leads from a search to an article that readers see, and is done by it', async () => {
    const task = await propose({ kind: 'search', locale: 'zh-CN', query: '１３８００１３８０００ 怎么開發票' });
    expect(task).toMatchObject({ kind: 'search', title: '# 怎么開發票', query: '# 怎么开发票', status: 'open' });
    const slug = `invoice-${task.id.slice(-8)}`;
    const { body: draft } = await supervisor.http
      .post(`${URL}/${task.id}/articles`)
      .send({ version: task.version, slug, category: 'service' })
      .expect(201);
    expect(draft.content).toMatchObject({ slug, words: { 'zh-CN': { title: '# 怎么開發票' } } });
    expect(await find(task.id)).toMatchObject({ article: { id: draft.id, status: 'draft' }, version: 2 });
    await supervisor.http
      .post(`${URL}/${task.id}/articles`)
      .send({ version: 2, slug: `${slug}-2`, category: 'service' })
      .expect(409);
    await publish(draft);
    expect(await find(task.id)).toBeUndefined();
    expect(await find(task.id, 'done')).toMatchObject({ status: 'done', closedAt: expect.any(String) });
    expect(await audited(task.id)).toEqual(['article_task.created 主管', 'article_task.done help-center']);
  });

  it('about the same are one while it is open', async () => {
    const search = { kind: 'search', locale: 'zh-CN', query: '提现 到账' };
    const first = await propose(search);
    expect(await propose({ ...search, query: '提現　到賬' })).toMatchObject({ id: first.id });
    expect((await propose({ ...search, locale: 'en' })).id).not.toBe(first.id);
    const draft = await article();
    const about = await propose({ kind: 'article', articleId: draft.id });
    expect(about).toMatchObject({ title: '发票', article: { id: draft.id, title: '发票', status: 'draft' } });
    expect((await propose({ kind: 'article', articleId: draft.id })).id).toBe(about.id);
    const both = await Promise.all([1, 2, 3].map(() => propose({ ...search, query: '同时点了三下' })));
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    const close = { version: first.version, status: 'dismissed', closingNote: '已有' };
    await supervisor.http.put(`${URL}/${first.id}/status`).send(close).expect(200);
    const again = await propose(search);
    expect(again.id).not.toBe(first.id);
    await supervisor.http.put(`${URL}/${first.id}/status`).send({ version: 2, status: 'open' }).expect(409);
  });

  it('are given to who writes, noted on, dismissed with a reason, and opened again', async () => {
    const task = await idea();
    const { body: given } = await supervisor.http
      .put(`${URL}/${task.id}`)
      .send({ version: 1, title: '怎么开发票', note: '财务问了三次', assigneeId: supervisorId })
      .expect(200);
    expect(given).toMatchObject({ title: '怎么开发票', assignee: { id: supervisorId, name: '主管' }, version: 2 });
    expect((await listed({ mine: 'true' })).map(({ id }) => id)).toEqual([task.id]);
    await supervisor.http.put(`${URL}/${task.id}/status`).send({ version: 2, status: 'dismissed' }).expect(400);
    const dismissal = { version: 2, status: 'dismissed', closingNote: '已经写过' };
    await supervisor.http.put(`${URL}/${task.id}/status`).send(dismissal).expect(200);
    expect(await find(task.id, 'dismissed')).toMatchObject({ closingNote: '已经写过' });
    await supervisor.http.put(`${URL}/${task.id}/status`).send({ version: 3, status: 'open' }).expect(200);
    expect(await find(task.id)).toMatchObject({ closingNote: '', version: 4 });
    expect(await audited(task.id)).toEqual(
      ['created', 'updated', 'dismissed', 'reopened'].map((deed) => `article_task.${deed} 主管`),
    );
  });

  it('are changed by nobody who has not seen the last change', async () => {
    const task = await idea();
    const change = { version: 1, title: '一', note: '', assigneeId: null };
    await supervisor.http.put(`${URL}/${task.id}`).send(change).expect(200);
    await admin.http
      .put(`${URL}/${task.id}`)
      .send({ ...change, title: '二' })
      .expect(409);
    await admin.http.put(`${URL}/${task.id}/status`).send({ version: 1, status: 'done' }).expect(409);
    const late = { version: 1, slug: 'late-article', category: 'service' };
    await admin.http.post(`${URL}/${task.id}/articles`).send(late).expect(409);
    expect(await find(task.id)).toMatchObject({ title: '一', version: 2 });
  });

  it('come in pages', async () => {
    for (let count = 0; count < 5; count += 1) await idea(`第 ${count} 个`);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await supervisor.http
        .get(URL)
        .query({ limit: 2, ...(cursor && { cursor }) })
        .expect(200);
      seen.push(...body.items.map(({ id }: ArticleTaskView) => id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual((await listed({ limit: 100 })).map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('are proposed by agents, of ideas and their cases alone, and not seen by them', async () => {
    expect(await propose({ kind: 'idea', locale: 'en', title: 'Invoices' }, agent)).toMatchObject({ kind: 'idea' });
    const ofCase = { kind: 'ticket', ticketNumber: ticket.number, title: '货款没到账', note: '常问' };
    expect(await propose(ofCase, agent)).toMatchObject({ ticketNumber: ticket.number, locale: 'zh-CN', note: '常问' });
    const stranger = await signIn(desk, await buildStaff(desk, { teams: [await buildTeam(desk)] }));
    await stranger.http.post(URL).send({ about: ofCase }).expect(403);
    await agent.http
      .post(URL)
      .send({ about: { kind: 'search', locale: 'en', query: 'x' } })
      .expect(403);
    await agent.http.get(URL).expect(403);
    await agent.http.get(`${URL}/writers`).expect(403);
    const { id, version } = await idea();
    await agent.http.put(`${URL}/${id}/status`).send({ version, status: 'done' }).expect(403);
    await agent.http.post(`${URL}/${id}/articles`).send({ version, slug: 'of-agent', category: 'service' }).expect(403);
    await desk.http.post(URL).send({ about: ofCase }).expect(401);
  });

  it.each([
    [{ kind: 'search', locale: 'zh-CN', query: ' ' }],
    [{ kind: 'search', locale: 'fr', query: 'x' }],
    [{ kind: 'idea', locale: 'en', title: 'x'.repeat(201) }],
    [{ kind: 'idea', locale: 'en', title: 'x', articleId: newId() }],
    [{ kind: 'article', articleId: 'x' }],
    [{ kind: 'nothing' }],
    [undefined],
  ])('refuse %j', async (about) => {
    const before = await desk.database.query('SELECT count(*) FROM article_tasks');
    await supervisor.http.post(URL).send({ about }).expect(400);
    expect(await desk.database.query('SELECT count(*) FROM article_tasks')).toEqual(before);
  });

  it('refuse what does not exist, and who does not write', async () => {
    await supervisor.http
      .post(URL)
      .send({ about: { kind: 'article', articleId: newId() } })
      .expect(404);
    await supervisor.http
      .post(URL)
      .send({ about: { kind: 'ticket', ticketNumber: 'PL-000-0000', title: 'x' } })
      .expect(404);
    await supervisor.http.put(`${URL}/${newId()}/status`).send({ version: 1, status: 'done' }).expect(404);
    const { id } = await idea();
    const change = { version: 1, title: '一', note: '' };
    for (const assigneeId of [agentId, newId()])
      await supervisor.http
        .put(`${URL}/${id}`)
        .send({ ...change, assigneeId })
        .expect(400);
    const taken = await article();
    await supervisor.http
      .post(`${URL}/${id}/articles`)
      .send({ version: 1, slug: taken.content.slug, category: 'service' })
      .expect(400);
    expect(await find(id)).toMatchObject({ version: 1 });
    const { body } = await supervisor.http.get(`${URL}/writers`).expect(200);
    expect(body.items.map(({ name }: { name: string }) => name).toSorted()).toEqual(['主管', '管理员'].toSorted());
  });
});
