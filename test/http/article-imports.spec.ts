import { startTestApp, type TestApp } from '../support/app.js';
import { PIXEL, zipOf } from '../support/archive.js';
import { buildStaff, type SignedIn, signIn } from '../support/factories.js';
import { importer } from '../support/imports.js';

describe('importing articles', () => {
  let desk: TestApp;
  let admin: SignedIn;
  let files: ReturnType<typeof importer>;
  beforeAll(async () => {
    desk = await startTestApp();
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '管理员', email: 'owner@desk.example' }));
    files = importer(desk, admin);
  });
  afterAll(() => desk.close());

  const chinese = (fields: string, body: string) => `---\n${fields}\n---\n\n${body}\n`;

  describe('from a folder of Markdown', () => {
    const FOLDER = {
      'sections.yaml': `- slug: money-back\n  category: earnings\n  names: { zh-CN: 退款, en: Refunds }\n  descriptions: {}\n`,
      'earnings/money-back/refund-late/zh-CN.md': chinese(
        'title: 退款没到账\nexcerpt: 先看退款进度。\ncategory: earnings\nsection: money-back\nkeywords: [退款, 没到]\nposition: 12\nrelated: [refund-rules]\nowner: Owner@desk.example\nvisibility: customers',
        '## 先看进度\n\n![截图](../../../images/shot.png)\n\n见[规则](../refund-rules/zh-CN.md#part)',
      ),
      'earnings/money-back/refund-late/en.md': '---\ntitle: Refund is late\n---\n\nLook at its progress.\n',
      'earnings/money-back/refund-rules/zh-CN.md': chinese(
        'title: 退款规则\ncategory: earnings\nsection: money-back',
        '规则。',
      ),
      'images/shot.png': PIXEL,
      '__MACOSX/._shot.png': PIXEL,
      '.DS_Store': 'x',
    };

    it('is looked through first, and changes nothing', async () => {
      const found = await files.check(zipOf(FOLDER));
      expect(found).toMatchObject({
        status: 'checked',
        format: 'markdown',
        counts: { total: 2, new: 2, updates: 0, refused: 0, warnings: 0, done: 2 },
        sections: ['退款'],
        createdBy: '管理员',
      });
      expect(await files.rows(found)).toEqual([
        {
          number: 1,
          place: 'earnings/money-back/refund-late/zh-CN.md · earnings/money-back/refund-late/en.md',
          slug: 'refund-late',
          title: '退款没到账',
          outcome: 'new',
          applied: false,
          messages: [],
        },
        expect.objectContaining({ number: 2, slug: 'refund-rules', outcome: 'new' }),
      ]);
      const { body } = await admin.http.get('/api/articles').expect(200);
      expect(body.items).toEqual([]);
      expect(await desk.database.query('SELECT 1 FROM article_sections')).toEqual([]);
      expect(await desk.database.query('SELECT 1 FROM article_images')).toEqual([]);
    });

    it('becomes drafts, with sections, pictures, links and owners', async () => {
      const done = await files.apply(await files.check(zipOf(FOLDER)));
      expect(done).toMatchObject({
        status: 'done',
        counts: { total: 2, new: 2, done: 2 },
        finishedAt: expect.any(String),
      });
      const [late, rules] = await files.rows(done);
      expect(late).toMatchObject({ applied: true, articleId: expect.any(String) });
      const article = await files.article(late?.articleId);
      expect(article).toMatchObject({
        status: 'draft',
        owner: { name: '管理员' },
        content: {
          slug: 'refund-late',
          category: 'earnings',
          sectionId: expect.any(String),
          visibility: 'customers',
          position: 12,
          related: [rules?.articleId],
          words: {
            'zh-CN': { title: '退款没到账', excerpt: '先看退款进度。', keywords: ['退款', '没到'] },
            en: { title: 'Refund is late', excerpt: 'Look at its progress.', keywords: [] },
          },
        },
      });
      const body: string = article.content.words['zh-CN'].bodyMarkdown;
      expect(body).toMatch(
        /^## 先看进度\n\n!\[截图\]\(\/help\/images\/[0-9a-f-]{36}\)\n\n见\[规则\]\(refund-rules#part\)$/,
      );
      await desk.http.get(/\(([^)]*)\)/.exec(body)?.[1] ?? '').expect(200);
    });

    it('brings nothing twice', async () => {
      const again = await files.check(zipOf(FOLDER));
      expect(again).toMatchObject({ counts: { total: 2, unchanged: 2, new: 0, updates: 0 }, sections: [] });
      await files.apply(again);
      expect(await desk.database.query('SELECT 1 FROM article_images')).toHaveLength(1);
      expect(await desk.database.query('SELECT 1 FROM articles')).toHaveLength(2);
    });

    it('brings a draft up to date, or leaves what is there alone', async () => {
      const changed = {
        ...FOLDER,
        'earnings/money-back/refund-rules/zh-CN.md': chinese(
          'title: 新的退款规则\ncategory: earnings\nsection: money-back',
          '规则。',
        ),
      };
      const skipped = await files.check(zipOf(changed), { existing: 'skip' });
      expect(skipped.counts).toMatchObject({ skipped: 2, updates: 0 });
      const found = await files.check(zipOf(changed));
      expect(found.counts).toMatchObject({ unchanged: 1, updates: 1 });
      const [row] = await files.rows(await files.apply(found), { outcome: 'updates' });
      expect((await files.article(row?.articleId)).content.words['zh-CN'].title).toBe('新的退款规则');
    });

    it('takes over what was shown and nothing else: who edits meanwhile keeps their words', async () => {
      const changed = { 'a/refund-rules.md': chinese('title: 又改了\ncategory: earnings', '规则。') };
      const found = await files.check(zipOf(changed));
      const [row] = await files.rows(found);
      const draft = await files.article(row?.articleId);
      await admin.http
        .put(`/api/articles/${draft.id}/draft`)
        .send({ version: draft.version, content: { ...draft.content, position: 77 } })
        .expect(200);
      const done = await files.apply(found);
      expect(done.counts).toMatchObject({ updates: 0, refused: 1 });
      expect(await files.rows(done)).toEqual([
        expect.objectContaining({ outcome: 'refused', applied: false, messages: [{ code: 'changed_meanwhile' }] }),
      ]);
      expect((await files.article(draft.id)).content).toMatchObject({
        position: 77,
        words: { 'zh-CN': { title: '新的退款规则' } },
      });
    });

    it('is published when the administrator says so, and what is not complete stays a draft', async () => {
      const done = await files.apply(
        await files.check(
          zipOf({
            'service/open-hours/zh-CN.md': chinese(
              'title: 服务时间\nexcerpt: 全天。\ncategory: service',
              '全天 24 小时。',
            ),
            'service/no-summary/zh-CN.md': chinese('title: 没有摘要\nexcerpt: ""\ncategory: service', '正文。'),
            'service/still-draft/zh-CN.md': chinese(
              'title: 草稿\nexcerpt: 草。\ncategory: service\nstatus: draft',
              '正文。',
            ),
          }),
          { publish: true },
        ),
      );
      await desk.http.get('/help/zh-CN/articles/open-hours').expect(200);
      await desk.http.get('/help/zh-CN/articles/no-summary').expect(404);
      await desk.http.get('/help/zh-CN/articles/still-draft').expect(404);
      const found = await files.rows(done);
      expect(found.map(({ slug, messages }) => [slug, messages])).toEqual([
        ['open-hours', []],
        ['no-summary', [{ code: 'not_published', detail: 'words.zh-CN.excerpt' }]],
        ['still-draft', []],
      ]);
    });
  });
});
