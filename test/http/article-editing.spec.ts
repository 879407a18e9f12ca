import type { ArticleContent, ArticleDraftView } from '../../src/contract/index.js';
import { HelpCenter } from '../../src/help-center/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildStaff, type SignedIn, signIn } from '../support/factories.js';

const URL = '/api/articles';
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('editing the help centre', () => {
  let desk: TestApp;
  let admin: SignedIn;
  let supervisor: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '管理员' }));
    supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor', name: '主管' }));
  });
  afterAll(() => desk.close());

  const create = async (slug = `article-${newId().slice(-12)}`, who = admin): Promise<ArticleDraftView> =>
    (await who.http.post(URL).send({ slug, category: 'service', locale: 'zh-CN', title: '怎么开发票' }).expect(201))
      .body;
  const save = async (
    draft: ArticleDraftView,
    change: Partial<ArticleContent>,
    who = admin,
  ): Promise<ArticleDraftView> =>
    (
      await who.http
        .put(`${URL}/${draft.id}/draft`)
        .send({ version: draft.version, content: { ...draft.content, ...change } })
        .expect(200)
    ).body;
  const publish = async ({ id, version }: ArticleDraftView, note?: string): Promise<ArticleDraftView> =>
    (await admin.http.post(`${URL}/${id}/publications`).send({ version, note }).expect(201)).body;
  const bilingual = (body: string): Partial<ArticleContent> => ({
    words: {
      'zh-CN': { title: '怎么开发票', excerpt: '三步开好发票。', bodyMarkdown: body, keywords: ['发票', '税'] },
      en: { title: 'How to get an invoice', excerpt: 'Three steps.', bodyMarkdown: body, keywords: ['invoice'] },
    },
  });
  const written = async (body = '## 第一步\n\n点开账单。') => save(await create(), bilingual(body));
  const page = (slug: string, locale = 'zh-CN') => desk.http.get(`/help/${locale}/articles/${slug}`);
  const audited = async (id: string) =>
    (await admin.http.get('/api/audit').query({ subjectKind: 'article', subjectId: id }).expect(200)).body.items
      .map(({ action }: { action: string }) => action)
      .reverse();

  it('makes an address name of the title where none is given, and never one that is taken', async () => {
    const begin = async (title: string) =>
      (await admin.http.post(URL).send({ category: 'service', locale: 'zh-CN', title }).expect(201)).body.content.slug;
    expect(await begin('怎么改结算账户')).toBe('zen-me-gai-jie-suan-zhang-hu');
    expect(await begin('怎么改结算账户')).toBe('zen-me-gai-jie-suan-zhang-hu-2');
    expect(await begin('？！')).toBe('article');
  });

  it('takes half an emoji, as a cut text may end with one, without falling over', async () => {
    const draft = await written('半个 \ud83d 表情');
    expect(draft.content.words['zh-CN']?.bodyMarkdown).toBe('半个 \ufffd 表情');
  });

  it('leads from the first word to a page in both languages, and into the search', async () => {
    const draft = await written();
    const { slug } = draft.content;
    expect(draft).toMatchObject({ status: 'draft', changed: true, version: 2, editedBy: '管理员', urls: {} });
    await page(slug).expect(404);
    const published = await publish(draft, '首次发布');
    expect(published).toMatchObject({
      status: 'published',
      changed: false,
      published: { version: 1 },
      urls: { 'zh-CN': `/help/zh-CN/articles/${slug}`, en: `/help/en/articles/${slug}` },
    });
    expect((await page(slug).expect(200)).text).toContain('<h2 id="section-1">第一步</h2>');
    expect((await page(slug, 'en').expect(200)).text).toContain('How to get an invoice');
    await desk.settle();
    const { body } = await desk.http.get('/api/help/search').query({ q: '发票怎么开' }).expect(200);
    expect(body.items[0]).toMatchObject({ url: `/help/zh-CN/articles/${slug}` });
  });

  it('shows nothing of a draft before it is published', async () => {
    const draft = await publish(await written('旧的说法'));
    const changed = await save(draft, { ...bilingual('新的说法'), category: 'earnings' });
    expect(changed).toMatchObject({ status: 'published', changed: true });
    expect((await page(draft.content.slug).expect(200)).text).toMatch(/旧的说法/);
    await publish(changed);
    expect((await page(draft.content.slug).expect(200)).text).toMatch(/新的说法/);
  });

  it('keeps every version as it was, and brings one back as a draft', async () => {
    const first = await publish(await written('一'), '第一版');
    const second = await publish(await save(first, bilingual('二')), '第二版');
    const { body } = await admin.http.get(`${URL}/${first.id}/versions`).expect(200);
    expect(body.items).toEqual([
      { version: 2, at: expect.any(String), by: '管理员', note: '第二版', current: true },
      { version: 1, at: expect.any(String), by: '管理员', note: '第一版', current: false },
    ]);
    const old = await admin.http.get(`${URL}/${first.id}/versions/1`).expect(200);
    expect(old.body).toEqual(first.content);
    await admin.http.get(`${URL}/${first.id}/versions/3`).expect(404);
    const restored = await admin.http
      .post(`${URL}/${first.id}/restorations`)
      .send({ version: second.version, from: 1 })
      .expect(201);
    expect(restored.body).toMatchObject({ content: first.content, changed: true, published: { version: 2 } });
    expect((await page(first.content.slug)).text).toContain('<p>二</p>');
    for (const statement of [
      `UPDATE article_versions SET body_markdown = 'x' WHERE article_id = $1`,
      `UPDATE article_publications SET note = 'x' WHERE article_id = $1`,
    ])
      await expect(desk.database.query(statement, [first.id])).rejects.toThrow('only ever added');
  });

  it('tells the later of two writers, and loses neither’s words', async () => {
    const draft = await written();
    const theirs = await save(draft, bilingual('主管写的'), supervisor);
    const body = { version: draft.version, content: { ...draft.content, ...bilingual('我写的') } };
    const refused = await admin.http.put(`${URL}/${draft.id}/draft`).send(body).expect(409);
    expect(refused.body.code).toBe('conflict');
    const now = await admin.http.get(`${URL}/${draft.id}`).expect(200);
    expect(now.body).toEqual(theirs);
    expect(now.body.editedBy).toBe('主管');
    await admin.http.post(`${URL}/${draft.id}/publications`).send({ version: draft.version }).expect(409);
    await admin.http.put(`${URL}/${draft.id}/status`).send({ version: draft.version, status: 'archived' }).expect(409);
    await admin.http.post(`${URL}/${draft.id}/restorations`).send({ version: draft.version, from: 1 }).expect(404);
    await save({ ...draft, version: theirs.version }, bilingual('合并后的'));
  });

  it('moves with its slug, and links from outside follow', async () => {
    const first = await publish(await written());
    const slug = `moved-${first.content.slug}`;
    const moved = await publish(await save(first, { slug }));
    const redirect = await page(first.content.slug).expect(301);
    expect(redirect.headers.location).toBe(`/help/zh-CN/articles/${slug}`);
    await page(slug).expect(200);
    // Nobody else may take the address that links from outside still have.
    const { body } = await admin.http
      .post(URL)
      .send({ slug: first.content.slug, category: 'service', locale: 'en', title: 'x' })
      .expect(400);
    expect(body.errors).toEqual([{ path: 'slug', message: expect.stringContaining('taken') }]);
    await publish(await save(moved, { slug: first.content.slug }));
    await page(first.content.slug).expect(200);
    await page(slug).expect(301);
  });

  it('is taken from readers, for now or for good', async () => {
    const draft = await publish(await written('## 特别的独角兽说明\n\n独角兽'));
    await desk.settle();
    const hits = async () =>
      (await desk.http.get('/api/help/search').query({ q: '独角兽' })).body.items.map(
        ({ articleId }: { articleId: string }) => articleId,
      );
    expect(await hits()).toContain(draft.id);
    const set = async (status: string, { id, version }: ArticleDraftView): Promise<ArticleDraftView> =>
      (await admin.http.put(`${URL}/${id}/status`).send({ version, status }).expect(200)).body;
    const withdrawn = await set('draft', draft);
    await page(draft.content.slug).expect(404);
    const archived = await set('archived', withdrawn);
    expect((await page(draft.content.slug).expect(410)).text).toContain('没有找到这个页面');
    await desk.settle();
    expect(await hits()).not.toContain(draft.id);
    const back = await publish(await set('draft', archived));
    await page(draft.content.slug).expect(200);
    expect(back.published?.version).toBe(2);
    expect(await audited(draft.id)).toEqual([
      'article.created',
      'article.published',
      'article.withdrawn',
      'article.archived',
      'article.withdrawn',
      'article.published',
    ]);
  });

  it('writes one line a sitting into the audit log, however often it is saved', async () => {
    let draft = await create();
    for (const body of ['一', '一二', '一二三']) draft = await save(draft, bilingual(body));
    draft = await save(draft, bilingual('主管'), supervisor);
    expect(await audited(draft.id)).toEqual(['article.created', 'article.edited']);
    await desk.clock.advance(31 * 60_000);
    [admin, supervisor] = [
      await signIn(desk, { id: admin.principal.staffId }),
      await signIn(desk, { id: supervisor.principal.staffId }),
    ];
    await save(draft, bilingual('半小时后'), supervisor);
    expect(await audited(draft.id)).toEqual(['article.created', 'article.edited', 'article.edited']);
  });

  it('says what is missing before anybody reads it', async () => {
    const draft = await save(await create(), {
      slug: 'Not A Slug',
      words: { en: { title: 'Only a title', excerpt: ' ', bodyMarkdown: '\n', keywords: [] } },
    });
    const { body } = await admin.http
      .post(`${URL}/${draft.id}/publications`)
      .send({ version: draft.version })
      .expect(400);
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'slug',
      'words.en.excerpt',
      'words.en.bodyMarkdown',
    ]);
    const empty = await save(draft, { slug: draft.content.slug, words: {} });
    await admin.http.post(`${URL}/${draft.id}/publications`).send({ version: empty.version }).expect(400);
    await desk.http.get(`/help/en/articles/${draft.content.slug}`).expect(404);
  });

  describe('what somebody could smuggle in', () => {
    const ATTACKS = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '[x](javascript:alert(1))',
      '![x](https://evil.example/pixel.png)',
      '<iframe src=//evil.example></iframe>',
      '```html\n<script>alert(2)</script>\n```',
    ];

    it('stays text in the preview and on the page, under a policy that runs nothing', async () => {
      const body = ATTACKS.join('\n\n');
      const draft = await save(await create(), {
        words: {
          'zh-CN': {
            title: '<script>alert(0)</script>',
            excerpt: '"><img src=x onerror=alert(3)>',
            bodyMarkdown: body,
            keywords: [],
          },
        },
      });
      const preview = await supervisor.http
        .post(`${URL}/previews`)
        .send({ locale: 'zh-CN', content: draft.content })
        .expect(200);
      await publish(draft);
      const shown = await page(draft.content.slug).expect(200);
      expect(shown.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'; img-src 'self'/);
      for (const html of [preview.body.html, shown.text]) {
        expect(html).toContain('&lt;script&gt;alert(1)');
        expect(html).not.toMatch(/<script(?! type="application\/ld\+json">)|<iframe|<img|javascript:[^<]*"/);
      }
    });

    it('renders the preview as readers will see it', async () => {
      const other = await publish(await written());
      const draft = await save(await written('## 一\n\n| a | b |\n|---|---|\n| 1 | 2 |'), { related: [other.id] });
      const { body } = await admin.http
        .post(`${URL}/previews`)
        .send({ locale: 'zh-CN', content: draft.content })
        .expect(200);
      await publish(draft);
      const shown = await page(draft.content.slug).expect(200);
      const prose = (html: string) => /<div class="prose">[\s\S]*?<\/article>/.exec(html)?.[0];
      expect(prose(body.html)).toBe(prose(shown.text));
      const [, first] = /aria-labelledby="related">[\s\S]*?href="([^"]+)"/.exec(shown.text) ?? [];
      expect(first).toBe(`/help/zh-CN/articles/${other.content.slug}`);
      expect(draft.related).toEqual([{ id: other.id, title: '怎么开发票' }]);
    });
  });

  describe('pictures', () => {
    it('are served for ever, and can do nothing', async () => {
      const { body } = await supervisor.http.post('/api/article-images').attach('file', PIXEL, 'x.svg').expect(201);
      expect(body).toEqual({ url: expect.stringMatching(/^\/help\/images\/[0-9a-f-]{36}$/), width: 1, height: 1 });
      const image = await desk.http.get(body.url).expect(200);
      expect(image.headers).toMatchObject({
        'content-type': 'image/png',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      });
      const draft = await publish(await written(`![票样](${body.url})`));
      expect((await page(draft.content.slug)).text).toContain(`<img src="${body.url}" alt="票样"`);
    });

    it.each([
      ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'x.png'],
      ['a page', Buffer.from('<html><script>alert(1)</script>'), 'x.png'],
      ['a document', Buffer.from('%PDF-1.4\n%âãÏÓ\n'), 'x.pdf'],
      ['nothing', Buffer.alloc(0), 'x.png'],
    ])('are not %s', async (_, content, name) => {
      const { body } = await admin.http.post('/api/article-images').attach('file', content, name).expect(415);
      expect(body.code).toBe('unsupported_media_type');
    });

    it('that are not there are not found', async () => {
      await desk.http.get(`/help/images/${newId()}`).expect(404);
      await desk.http.get('/help/images/..%2fassets').expect(400);
    });
  });

  it('is listed by state, language, category and words, what was edited last first', async () => {
    await desk.get(HelpCenter).seedArticles();
    const mine = await create('only-in-chinese-now');
    const ask = async (query: object) => (await supervisor.http.get(URL).query(query).expect(200)).body;
    expect((await ask({ limit: 1 })).items).toEqual([
      {
        id: mine.id,
        slug: 'only-in-chinese-now',
        category: 'service',
        status: 'draft',
        titles: { 'zh-CN': '怎么开发票' },
        changed: true,
        editedAt: expect.any(String),
        editedBy: '管理员',
        helpful: 0,
        notHelpful: 0,
        visibility: 'public',
        owner: '管理员',
        stale: false,
        behind: [],
      },
    ]);
    expect((await ask({ missing: 'en', q: 'only-in' })).items).toHaveLength(1);
    expect((await ask({ missing: 'zh-CN', q: 'only-in' })).items).toHaveLength(0);
    const payouts = await ask({ q: '货款', status: 'published', category: 'earnings' });
    expect(payouts.items.map(({ slug }: { slug: string }) => slug)).toContain('payout-delay');
    expect(payouts.items.every(({ changed }: { changed: boolean }) => !changed)).toBe(true);
    expect((await ask({ q: '%' })).items).toEqual([]);
    const seen: string[] = [];
    for (let cursor: string | undefined, pages = 0; pages === 0 || cursor; pages += 1) {
      const { items, nextCursor } = await ask({ limit: 7, cursor });
      seen.push(...items.map(({ id }: { id: string }) => id));
      cursor = nextCursor;
    }
    const { items } = await ask({ limit: 100 });
    expect(seen).toEqual(items.map(({ id }: { id: string }) => id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('is for who may: supervisors write, admins publish, nobody else sees drafts', async () => {
    const draft = await create(undefined, supervisor);
    const agent = await signIn(desk, await buildStaff(desk));
    const { version, content, id } = draft;
    for (const call of [
      () => agent.http.get(URL),
      () => agent.http.get(`${URL}/${id}`),
      () => agent.http.put(`${URL}/${id}/draft`).send({ version, content }),
      () => agent.http.post(`${URL}/previews`).send({ locale: 'en', content }),
      () => agent.http.get(`${URL}/${id}/versions`),
      () => agent.http.post('/api/article-images').attach('file', PIXEL, 'x.png'),
      () => supervisor.http.post(`${URL}/${id}/publications`).send({ version }),
      () => supervisor.http.put(`${URL}/${id}/status`).send({ version, status: 'archived' }),
    ])
      expect((await call()).status).toBe(403);
    await desk.http.get(URL).expect(401);
    await admin.http.get(`${URL}/${newId()}`).expect(404);
  });
});
