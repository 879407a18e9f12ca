import fc from 'fast-check';
import type {
  ArticleCategory,
  ArticleContent,
  ArticleDraftView,
  ArticleSectionView,
} from '../../src/contract/index.js';
import { HelpCenter, Sections } from '../../src/help-center/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildStaff, type SignedIn, signIn } from '../support/factories.js';

const URL = '/api/article-sections';
const ARTICLES = '/api/articles';

describe('sections of the help centre', () => {
  let desk: TestApp;
  let admin: SignedIn;
  let colleague: SignedIn;
  let supervisor: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    colleague = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor' }));
  });
  afterAll(() => desk.close());

  const unique = (name: string) => `${name}-${newId().slice(-12)}`;
  const all = async (): Promise<ArticleSectionView[]> => (await admin.http.get(URL).expect(200)).body.items;
  const now = async (id: string) => (await all()).find((section) => section.id === id) as ArticleSectionView;
  const create = async (
    category: ArticleCategory = 'account',
    parentId: string | null = null,
    slug = unique('section'),
  ): Promise<ArticleSectionView> =>
    (
      await admin.http
        .post(URL)
        .send({ category, parentId, slug, names: { 'zh-CN': '栏目', en: 'Section' }, descriptions: {} })
        .expect(201)
    ).body;
  const place = (
    { id, version }: ArticleSectionView,
    to: { category?: ArticleCategory; parentId?: string | null; before?: string | null },
    who = admin,
  ) => who.http.put(`${URL}/${id}/place`).send({ version, category: 'account', parentId: null, before: null, ...to });
  const remove = ({ id, version }: ArticleSectionView) => admin.http.delete(`${URL}/${id}`).query({ version });
  const draftIn = async (section: ArticleSectionView): Promise<ArticleDraftView> => {
    const { body } = await admin.http
      .post(ARTICLES)
      .send({ slug: unique('article'), category: section.category, locale: 'zh-CN', title: '怎么开发票' })
      .expect(201);
    const words = { 'zh-CN': { title: '怎么开发票', excerpt: '三步开好。', bodyMarkdown: '点开账单。', keywords: [] } };
    return save(body, { sectionId: section.id, words });
  };
  const save = async (draft: ArticleDraftView, change: Partial<ArticleContent>, status = 200) =>
    (
      await admin.http
        .put(`${ARTICLES}/${draft.id}/draft`)
        .send({ version: draft.version, content: { ...draft.content, ...change } })
        .expect(status)
    ).body;
  const publish = async ({ id, version }: ArticleDraftView): Promise<ArticleDraftView> =>
    (await admin.http.post(`${ARTICLES}/${id}/publications`).send({ version }).expect(201)).body;
  const show = async (id: string): Promise<ArticleDraftView> => (await admin.http.get(`${ARTICLES}/${id}`)).body;
  const live = (id: string) =>
    desk.database.one<{ category: string; sectionId: string }>(
      'SELECT category, section_id AS "sectionId" FROM articles WHERE id = $1',
      [id],
    );
  const deeds = async (id: string) =>
    (await admin.http.get('/api/audit').query({ subjectKind: 'article_section', subjectId: id }).expect(200)).body.items
      .map(({ action }: { action: string }) => action)
      .reverse();

  it('stand in a tree of three levels, below their category', async () => {
    const first = await create();
    const second = await create('account', first.id);
    const third = await create('account', second.id);
    expect(third).toMatchObject({ category: 'account', parentId: second.id, version: 1, articles: 0, published: 0 });
    const body = { category: 'account', slug: unique('fourth'), names: { en: 'Fourth' }, descriptions: {} };
    const refused = await admin.http
      .post(URL)
      .send({ ...body, parentId: third.id })
      .expect(400);
    expect(refused.body).toMatchObject({ code: 'invalid_input', errors: [{ path: 'parentId' }] });
    expect(refused.body.detail).toContain('3 级');
    for (const parentId of [newId(), (await create('earnings')).id])
      await admin.http
        .post(URL)
        .send({ ...body, parentId })
        .expect(400);
    expect((await all()).some(({ slug }) => slug === body.slug)).toBe(false);
  });

  it.each([
    ['a path in the slug', { slug: '../etc' }],
    ['no name in any language', { names: { 'zh-CN': ' ' } }],
    ['a name of a language that there is not', { names: { fr: 'Rubrique' } }],
    ['a name too long', { names: { en: 'x'.repeat(61) } }],
    ['a word nobody asked for', { version: 7 }],
  ])('refuse %s', async (_, wrong) => {
    const body = {
      category: 'account',
      parentId: null,
      slug: unique('s'),
      names: { en: 'S' },
      descriptions: {},
      ...wrong,
    };
    const before = (await all()).length;
    await admin.http.post(URL).send(body).expect(400);
    expect(await all()).toHaveLength(before);
  });

  it('are named by one language at least, and bear one slug each', async () => {
    const section = await create();
    const { id, version, slug } = section;
    const record = { slug, names: { en: 'Only English', 'zh-CN': '' }, descriptions: { en: 'What it holds' } };
    const { body } = await admin.http
      .put(`${URL}/${id}`)
      .send({ version, ...record })
      .expect(200);
    expect(body).toMatchObject({ names: { en: 'Only English' }, descriptions: record.descriptions, version: 2 });
    expect(body.names).not.toHaveProperty('zh-CN');
    await admin.http
      .put(`${URL}/${id}`)
      .send({ version, ...record, names: { en: 'Late' } })
      .expect(409);
    const taken = { ...record, slug: (await create()).slug };
    const refused = await admin.http
      .put(`${URL}/${id}`)
      .send({ version: 2, ...taken })
      .expect(400);
    expect(refused.body.errors).toEqual([{ path: 'slug', message: 'is taken by another section' }]);
    expect((await now(id)).slug).toBe(slug);
    expect(await deeds(id)).toEqual(['article_section.created', 'article_section.updated']);
  });

  it('are shaped by admins alone; supervisors see them', async () => {
    const section = await create();
    await supervisor.http.get(URL).expect(200);
    await place(section, {}, supervisor).expect(403);
    await supervisor.http.delete(`${URL}/${section.id}`).query({ version: 1 }).expect(403);
    const agent = await signIn(desk, await buildStaff(desk, { role: 'agent' }));
    await agent.http.get(URL).expect(403);
    await desk.http.get(URL).expect(401);
  });

  it('keep the order in which they are put, also under another section', async () => {
    const parent = await create('content');
    const [a, b, c] = [
      await create('content', parent.id),
      await create('content', parent.id),
      await create('content', parent.id),
    ] as [ArticleSectionView, ArticleSectionView, ArticleSectionView];
    const order = async () => (await all()).filter(({ parentId }) => parentId === parent.id).map(({ id }) => id);
    expect(await order()).toEqual([a.id, b.id, c.id]);
    const to = { category: 'content', parentId: parent.id } as const;
    await place(c, { ...to, before: a.id }).expect(200);
    expect(await order()).toEqual([c.id, a.id, b.id]);
    await place(c, { ...to, before: null }).expect(409);
    await place(await now(c.id), { ...to, before: parent.id }).expect(409);
    const outer = await create('content');
    await place(outer, { ...to, before: b.id }).expect(200);
    expect(await order()).toEqual([c.id, a.id, outer.id, b.id]);
    expect(await deeds(c.id)).toEqual(['article_section.created', 'article_section.reordered']);
    expect(await deeds(outer.id)).toEqual(['article_section.created', 'article_section.moved']);
    await place(await now(parent.id), { category: 'content', parentId: a.id }).expect(400);
  });

  it('take their articles along into another category: live, drafted and found', async () => {
    const [top, target] = [await create(), await create('earnings')];
    const below = await create('account', top.id);
    const article = await publish(await draftIn(below));
    const { slug } = article.content;
    await desk.settle();
    const outcome = await place(top, { category: 'earnings', parentId: target.id }).expect(200);
    expect(outcome.body).toMatchObject({ category: 'earnings', parentId: target.id });
    expect(await now(below.id)).toMatchObject({ category: 'earnings', articles: 1, published: 1 });
    const draft = await show(article.id);
    expect(draft).toMatchObject({ content: { category: 'earnings', sectionId: below.id }, changed: false });
    expect(draft.version).toBe(article.version + 1);
    expect(await live(article.id)).toEqual({ category: 'earnings', sectionId: below.id });
    await desk.settle();
    const found = await desk.http.get('/api/help/search').query({ q: '怎么开发票', category: 'earnings' }).expect(200);
    expect(JSON.stringify(found.body.items)).toContain(slug);
  });

  it('go only when nothing stands in them, and say what does', async () => {
    const section = await create();
    const below = await create('account', section.id);
    const draft = await draftIn(section);
    const refused = await remove(section).expect(409);
    expect(refused.body).toMatchObject({ code: 'in_use', detail: expect.stringContaining('1 个下级栏目和 1 篇文章') });
    await remove({ ...below, version: 2 }).expect(409);
    await remove(below).expect(204);
    await remove(section).expect(409);
    const published = await publish(draft);
    // The draft has left it, but readers still find the article there.
    const { sectionId: _, ...outside } = published.content;
    const { body } = await admin.http
      .put(`${ARTICLES}/${draft.id}/draft`)
      .send({ version: published.version, content: outside })
      .expect(200);
    await remove(section).expect(409);
    await publish(body);
    await remove(section).expect(204);
    await remove(section).expect(404);
    expect((await deeds(section.id)).at(-1)).toBe('article_section.removed');
    const restored = await admin.http
      .post(`${ARTICLES}/${draft.id}/restorations`)
      .send({ version: (await show(draft.id)).version, from: 1 })
      .expect(201);
    expect(restored.body.content).not.toHaveProperty('sectionId');
  });

  it('hold only articles of their category', async () => {
    const section = await create('feature');
    const draft = await draftIn(section);
    for (const wrong of [{ category: 'account' as const }, { sectionId: newId() }]) {
      const refused = await save(draft, wrong, 400);
      expect(refused).toMatchObject({ code: 'invalid_input', errors: [{ path: 'sectionId' }] });
    }
    expect((await show(draft.id)).content).toEqual(draft.content);
  });

  it('show each reader what is not empty for them', async () => {
    const [open, closed] = [await create('service'), await create('service')];
    const inner = await create('service', closed.id);
    await publish(await draftIn(open));
    const secret = await publish(await save(await draftIn(inner), { visibility: 'staff' }));
    const tree = async (audience: 'anyone' | 'customer' | 'staff') =>
      (await desk.get(Sections).tree(audience, 'zh-CN')).filter(({ id }) => id === open.id || id === closed.id);
    expect((await tree('anyone')).map(({ id, articles, total }) => ({ id, articles, total }))).toEqual([
      { id: open.id, articles: 1, total: 1 },
    ]);
    expect(await tree('customer')).toHaveLength(1);
    expect((await tree('staff')).at(-1)).toMatchObject({
      id: closed.id,
      name: '栏目',
      articles: 0,
      total: 1,
      children: [{ id: inner.id, articles: 1 }],
    });
    expect((await desk.get(Sections).tree('staff', 'en')).some(({ id }) => id === open.id)).toBe(false);
    expect(secret.content.visibility).toBe('staff');
  });

  it('come with the demo, and every article stands in one', async () => {
    expect(await desk.get(HelpCenter).seedArticles()).toBe(70);
    const sections = await all();
    const { rows } = {
      rows: await desk.database.query('SELECT 1 FROM articles WHERE section_id IS NULL AND sub_category IS NOT NULL'),
    };
    expect(rows).toEqual([]);
    expect(sections.find(({ slug }) => slug === 'withdrawal-problems')).toMatchObject({ articles: 4, published: 4 });
    expect(await desk.get(HelpCenter).seedArticles()).toBe(0);
    expect(await all()).toHaveLength(sections.length);
  });

  it('stay a sound tree whatever two people do at once', async () => {
    const categories = ['account', 'earnings'] as const;
    const sections: ArticleSectionView[] = [];
    for (let n = 0; n < 6; n += 1) sections.push(await create(categories[n % 2]));
    const mine = new Set(sections.map(({ id }) => id));
    const articles = await Promise.all(sections.slice(0, 3).map(draftIn));
    await publish(articles[0] as ArticleDraftView);
    const step = fc.record({
      what: fc.nat(5),
      parent: fc.option(fc.nat(5), { nil: null, freq: 6 }),
      category: fc.constantFrom(...categories),
    });
    // All of a round act on the tree that they saw before it, at one time.
    const act = async (
      seen: readonly ArticleSectionView[],
      who: SignedIn,
      { what, parent, category }: { what: number; parent: number | null; category: ArticleCategory },
    ) => {
      const find = (which: number) => seen.find(({ id }) => id === sections[which]?.id) as ArticleSectionView;
      const above = parent === null ? undefined : find(parent);
      const to = { category: above?.category ?? category, parentId: above?.id ?? null };
      const { status } = await place(find(what), to, who);
      expect([200, 400, 409]).toContain(status);
    };
    // Articles are put into sections and published all the while: their writers are told at most.
    const write = async (seen: readonly ArticleSectionView[], which: number, { what }: { what: number }) => {
      const { id, version, content } = await show((articles[which] as ArticleDraftView).id);
      const { id: sectionId, category } = seen.find((one) => one.id === sections[what]?.id) as ArticleSectionView;
      const saved = await admin.http
        .put(`${ARTICLES}/${id}/draft`)
        .send({ version, content: { ...content, sectionId, category } });
      expect([200, 400, 409]).toContain(saved.status);
      if (saved.status !== 200) return;
      const published = await admin.http.post(`${ARTICLES}/${id}/publications`).send({ version: saved.body.version });
      expect([201, 409]).toContain(published.status);
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 2, maxLength: 6 }), { minLength: 1 }), async (rounds) => {
        for (const steps of rounds) {
          const seen = await all();
          await Promise.all([
            ...steps.map((one, place) => act(seen, place % 2 === 0 ? admin : colleague, one)),
            ...steps.slice(0, 3).map((one, which) => write(seen, which, one)),
          ]);
        }
        const tree = (await all()).filter(({ id }) => mine.has(id));
        for (const section of tree) {
          let [levels, at] = [1, section];
          while (at.parentId !== null) {
            const parent = tree.find(({ id }) => id === at.parentId) as ArticleSectionView;
            expect(parent.category).toBe(section.category);
            at = parent;
            levels += 1;
            expect(levels).toBeLessThanOrEqual(3);
          }
        }
        for (const { id } of articles) {
          const { content } = await show(id);
          const home = tree.find((section) => section.id === content.sectionId);
          expect(content.category).toBe(home?.category);
          const row = await live(id);
          if (row?.sectionId) expect(row.category).toBe(tree.find((section) => section.id === row.sectionId)?.category);
        }
      }),
      { numRuns: Number(process.env.DEEP_RUNS ?? 25) },
    );
  }, 120_000);
});
