import { startTestApp, type TestApp } from '../support/app.js';
import { PIXEL, zipOf } from '../support/archive.js';
import { buildStaff, type SignedIn, signIn } from '../support/factories.js';
import { importer } from '../support/imports.js';

/** As Zendesk's API answers `GET /api/v2/help_center/articles.json?include=translations,sections,categories`. */
const ZENDESK = {
  count: 4,
  next_page: null,
  categories: [
    { id: 100, name: 'Money', locale: 'en-us' },
    { id: 101, name: '直播', locale: 'zh-cn' },
  ],
  sections: [
    {
      id: 200,
      name: 'Payouts',
      locale: 'en-us',
      category_id: 100,
      parent_section_id: null,
      description: 'When it comes',
    },
    { id: 201, name: 'Bank cards', locale: 'en-us', category_id: 100, parent_section_id: 200 },
    { id: 202, name: 'Payouts', locale: 'en-us', category_id: 101 },
    { id: 203, name: 'A', locale: 'en-us', category_id: 101, parent_section_id: 204 },
    { id: 204, name: 'B', locale: 'en-us', category_id: 101, parent_section_id: 203 },
  ],
  user_segments: [{ id: 900, user_type: 'signed_in_users', built_in: true }],
  articles: [
    {
      id: 360001,
      title: 'My payout is late',
      body: '<p>Look at <a href="https://shop.zendesk.com/hc/en-us/articles/360002-Bank-cards">bank cards</a>.</p><img src="https://shop.zendesk.com/hc/article_attachments/5001/shot.png"><img src="https://cdn.example/far.png"><script>alert(1)</script>',
      locale: 'en-us',
      source_locale: 'en-us',
      section_id: 200,
      html_url: 'https://shop.zendesk.com/hc/en-us/articles/360001-My-payout-is-late',
      label_names: ['payout', 'late'],
      user_segment_id: null,
      draft: false,
      translations: [
        {
          locale: 'en-us',
          title: 'My payout is late',
          body: '<p>The longer <b>text</b></p><img src="/hc/article_attachments/5001/shot.png">',
          draft: false,
        },
        {
          locale: 'zh-cn',
          title: '打款没到',
          body: '<p>看<a href="/hc/zh-cn/articles/360002">银行卡</a></p>',
          draft: false,
        },
        { locale: 'ja', title: '支払い', body: '<p>x</p>' },
      ],
    },
    {
      id: 360002,
      title: 'Bank cards',
      body: '<h1>Add one</h1><p>x</p>',
      locale: 'en-us',
      section_id: 201,
      user_segment_id: 900,
    },
    {
      id: 360003,
      title: '直播卡顿',
      body: '<p>换网络</p>',
      locale: 'zh-cn',
      section_id: 202,
      user_segment_id: 777,
      draft: true,
    },
    { id: 360004, title: 'In a circle', body: '<p>x</p>', locale: 'en-us', section_id: 203 },
    { id: 360001, title: 'Twice', body: '<p>x</p>', locale: 'en-us', section_id: 200 },
    { id: {}, title: 'no id' },
  ],
};

describe('importing what others wrote', () => {
  let desk: TestApp;
  let admin: SignedIn;
  let files: ReturnType<typeof importer>;
  beforeAll(async () => {
    desk = await startTestApp();
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '管理员' }));
    files = importer(desk, admin);
  });
  afterAll(() => desk.close());

  describe('from Zendesk Guide', () => {
    const zip = zipOf({ 'articles.json': JSON.stringify(ZENDESK), 'article_attachments/5001/shot.png': PIXEL });
    const categories = { '100': 'earnings', '101': 'feature' } as const;

    it('says which categories there are, to be matched with ours', async () => {
      const found = await files.check(zip);
      expect(found).toMatchObject({
        format: 'zendesk',
        counts: { total: 6, new: 4, refused: 2 },
        places: [
          { key: '100', name: 'Money', articles: 3 },
          { key: '101', name: '直播', articles: 2 },
        ],
      });
      const rows = await files.rows(found);
      expect(rows[1]?.messages).toContainEqual({ code: 'category_default', detail: 'Money' });
      expect(
        rows.filter(({ outcome }) => outcome === 'refused').map(({ place, messages }) => [place, messages]),
      ).toEqual([
        ['articles.json articles #6', [{ code: 'field_wrong', detail: 'id' }]],
        ['#360001', [{ code: 'duplicate', detail: '#360001' }]],
      ]);
    });

    it('becomes Markdown, in the sections that it stood in, and a second time nothing', async () => {
      const done = await files.apply(await files.check(zip, { categories, locale: 'en' }));
      expect(done).toMatchObject({ status: 'done', sections: ['Payouts', 'Bank cards', 'Payouts'] });
      const rows = await files.rows(done);
      const bySlug = new Map(rows.map((row) => [row.slug, row]));
      const late = await files.article(bySlug.get('my-payout-is-late')?.articleId);
      expect(late.content).toMatchObject({
        category: 'earnings',
        visibility: 'public',
        words: {
          en: { title: 'My payout is late', excerpt: 'The longer text', keywords: ['payout', 'late'] },
          'zh-CN': { title: '打款没到', bodyMarkdown: '看[银行卡](bank-cards)' },
        },
      });
      expect(late.content.words.en.bodyMarkdown).toMatch(
        /^The longer \*\*text\*\*\n\n!\[\]\(\/help\/images\/[0-9a-f-]{36}\)$/,
      );
      expect(bySlug.get('my-payout-is-late')?.messages).toEqual([{ code: 'language_left_out', detail: 'ja' }]);
      const cards = await files.article(bySlug.get('bank-cards')?.articleId);
      expect(cards.content).toMatchObject({
        visibility: 'customers',
        words: { en: { bodyMarkdown: '## Add one\n\nx' } },
      });
      const stutter = bySlug.get('zhi-bo-ka-dun');
      expect((await files.article(stutter?.articleId)).content).toMatchObject({
        category: 'feature',
        visibility: 'staff',
      });
      expect(stutter?.messages).toEqual([{ code: 'visibility_unknown', detail: '777' }]);
      expect(bySlug.get('in-a-circle')?.messages).toEqual([{ code: 'section_cycle' }]);
      const { body: tree } = await admin.http.get('/api/article-sections').expect(200);
      expect(
        tree.items
          .map(({ slug, category, parentId }: Record<string, unknown>) => [slug, category, parentId !== null])
          .sort(),
      ).toEqual([
        ['bank-cards', 'earnings', true],
        ['feature-payouts', 'feature', false],
        ['payouts', 'earnings', false],
      ]);
      const again = await files.check(zip, { categories, locale: 'en' });
      expect(again).toMatchObject({ counts: { unchanged: 4, new: 0, updates: 0 }, sections: [] });
    });

    it('does not take an address that another article has', async () => {
      const taken = { slug: 'taken', category: 'service', locale: 'en', title: 'x' };
      await admin.http.post('/api/articles').send(taken).expect(201);
      const article = {
        id: 5,
        title: 'x',
        body: 'x',
        locale: 'en',
        html_url: 'https://x.example/hc/en/articles/5-Taken',
      };
      const [row] = await files.rows(await files.check(JSON.stringify({ articles: [article] }), {}, 'a.json'));
      expect(row).toMatchObject({
        slug: 'taken-2',
        outcome: 'new',
        messages: [{ code: 'slug_changed', detail: 'taken-2' }],
      });
    });
  });

  describe('from a table', () => {
    const lines = (...rows: string[]) => rows.join('\r\n');
    const HEAD = '网址名,语言,标题,摘要,正文,问题类型,关键词';

    it.each([
      ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
      ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
      ['semicolons', (text: string) => Buffer.from(text.replaceAll(',', ';'))],
      ['tabs', (text: string) => Buffer.from(text.replaceAll(',', '\t'))],
    ])('in %s', async (_, encode) => {
      const found = await files.check(
        encode(lines(HEAD, 'csv-one,zh-CN,一,摘要,"第一行\r\n第二行",earnings,词', 'csv-one,en,One,,Text,,word')),
        {},
        'a.csv',
      );
      expect(found).toMatchObject({ format: 'csv', counts: { total: 1, new: 1 } });
      expect(await files.rows(found)).toEqual([
        expect.objectContaining({ place: '#3 · #4', slug: 'csv-one', title: '一', messages: [] }),
      ]);
    });

    it('says of each line what is wrong with it, and takes the others', async () => {
      const found = await files.check(
        lines(
          HEAD,
          'good,zh-CN,好,,正文,,',
          'ragged,zh-CN,a,b,c,d,e,f,g',
          'short,zh-CN,短,,正文',
          'good,zh-CN,重复,,正文,,',
          'formula,zh-CN,=SUM(A1),,正文,,',
          'tongue,ja,x,,x,,',
          `long,zh-CN,${'长'.repeat(200)},,正文,,`,
          ',zh-CN,没有网址名,,正文,,',
          'empty,zh-CN,没有正文,,,,',
          'mine,zh-CN,我的分类,,正文,退货,',
          '坏 的,zh-CN,网址名不合规,,正文,,',
          '"open,zh-CN,x,,x,,',
        ),
        {},
        'a.csv',
      );
      const rows = await files.rows(found);
      const told = rows.map(({ title, slug, outcome, messages }) => [
        title.slice(0, 8) || slug,
        outcome,
        messages.map(({ code }) => code),
      ]);
      expect(told).toEqual(
        expect.arrayContaining([
          ['短', 'new', ['row_short']],
          ['=SUM(A1)', 'new', ['formula']],
          ['长'.repeat(8), 'refused', ['too_long']],
          ['没有网址名', 'new', []],
          ['没有正文', 'refused', ['body_missing']],
          ['我的分类', 'new', ['category_default']],
          ['网址名不合规', 'new', ['slug_changed']],
        ]),
      );
      expect(rows.filter(({ outcome }) => outcome === 'refused').flatMap(({ messages }) => messages)).toEqual(
        expect.arrayContaining([
          { code: 'row_ragged', detail: '9 > 7' },
          { code: 'field_wrong', detail: 'locale: ja' },
          { code: 'duplicate', detail: 'zh-CN' },
        ]),
      );
      expect(found.places).toEqual([{ key: '退货', name: '退货', articles: 1 }]);
    });

    it('comes with a table to begin with, which it takes', async () => {
      const template = await admin.http.get('/api/article-imports/template.csv').expect(200);
      expect(template.headers['content-disposition']).toContain('attachment');
      const found = await files.check(template.text, { category: 'earnings' }, 'template.csv');
      expect(found.counts).toMatchObject({ total: 1, new: 1, refused: 0, warnings: 0 });
    });
  });

  it.each([
    ['bytes that are no text', Buffer.concat([Buffer.from('a,b'), PIXEL]), 'encoding_unknown'],
    ['a sentence', Buffer.from(`${'Hello '.repeat(400)},`), 'format_unknown'],
    ['a table without columns that we know', Buffer.from('a,b\n1,2'), 'csv_no_header'],
    ['half a JSON', Buffer.from('{"articles": ['), 'json_broken'],
    ['JSON of something else', Buffer.from('{"tickets": []}'), 'nothing_found'],
    ['an empty ZIP', zipOf({}), 'nothing_found'],
    ['a ZIP of pictures', zipOf({ 'a.png': PIXEL }), 'nothing_found'],
    ['a ZIP that is cut off', zipOf({ 'a.md': 'x'.repeat(500) }).subarray(0, 90), 'zip_broken'],
    ['a ZIP that unpacks to far too much', zipOf({ 'a.md': Buffer.alloc(30_000_000, 32) }), 'zip_bomb'],
  ])('refuses %s, and says why', async (_, file, code) => {
    const found = await files.check(file, {}, 'x');
    expect(found).toMatchObject({ status: 'failed', problem: { code }, counts: { total: 0 } });
    await admin.http.post(`/api/article-imports/${found.id}/applications`).expect(409);
    await admin.http.delete(`/api/article-imports/${found.id}`).expect(204);
    await admin.http.get(`/api/article-imports/${found.id}`).expect(404);
  });

  it.each([
    ['a picture', PIXEL],
    ['a word', Buffer.from('Hello')],
  ])('does not take %s at all', async (_, file) => {
    const imports = async () => (await admin.http.get('/api/article-imports')).body.items.length;
    const before = await imports();
    const { body } = await admin.http.post('/api/article-imports').attach('file', file, 'x.csv');
    expect(body).toMatchObject({ status: 415, code: 'unsupported_media_type' });
    expect(await imports()).toBe(before);
  });

  it('says of each file of a ZIP what is wrong with it, and takes the others', async () => {
    const md = (fields: string, body = 'x') => `---\n${fields}\n---\n${body}\n`;
    const found = await files.check(
      zipOf({
        'service/good/en.md': md('title: Good\ncategory: service'),
        '../evil/en.md': md('title: Evil'),
        'service/yaml/en.md': md('title: "a'),
        'service/alias/en.md': md('title: &a x\nexcerpt: *a'),
        'service/field/en.md': md('title: x\nposition: 5000'),
        'service/nothing/en.md': '',
        'service/bytes/en.md': new Uint8Array([0xff, 0x41, 0x80, 0xfe, 0x00, 0x41]),
        'service/other/good/en.md': md('title: Good again\nslug: good\ncategory: service'),
        'service/ctrl/en.md': md('title: Bell\ncategory: service', 'a\u0007b'),
        'service/tongue/fr.md': md('title: x'),
        'service/picture/en.md': md(
          'title: P\ncategory: service',
          '![a](../../images/none.png) ![b](../../images/bad.png) ![c](https://cdn.example/c.png)',
        ),
        'service/deep/en.md': md('title: D\ncategory: service\nsection: a/b/c/d'),
        'service/links/en.md': md(
          'title: L\ncategory: service\nrelated: [nowhere]\nowner: stranger@desk.example\nsubCategory: none',
          '[x](lost)',
        ),
        'images/bad.png': 'not a picture',
      }),
      { locale: 'en' },
    );
    const told = new Map(
      (await files.rows(found)).map(({ place, outcome, messages }) => [
        place,
        [outcome, ...messages.map(({ code }) => code)],
      ]),
    );
    expect(Object.fromEntries(told)).toEqual({
      'service/good/en.md': ['new'],
      '../evil/en.md': ['refused', 'path_refused'],
      'service/yaml/en.md': ['refused', 'front_matter_broken'],
      'service/alias/en.md': ['refused', 'front_matter_broken'],
      'service/field/en.md': ['refused', 'field_wrong'],
      'service/nothing/en.md': ['refused', 'title_missing', 'body_missing'],
      'service/bytes/en.md': ['refused', 'text_encoding'],
      'service/other/good/en.md': ['refused', 'duplicate'],
      'service/ctrl/en.md': ['new', 'characters_repaired'],
      'service/tongue/fr.md': ['refused', 'language_left_out'],
      'service/picture/en.md': ['new', 'image_missing', 'image_refused', 'image_remote'],
      'service/deep/en.md': ['new', 'section_too_deep'],
      'service/links/en.md': ['new', 'sub_category_unknown', 'related_unknown', 'owner_unknown', 'link_unknown'],
    });
  });

  it('gives its report as a table that is no program', async () => {
    const found = await files.check('标题,正文\n=1+1,x\n"a,""b""",x', {}, 'a.csv');
    const { text, headers } = await admin.http.get(`/api/article-imports/${found.id}/report.csv`).expect(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(text).toMatch(/^\ufeff序号,文件中的位置,/);
    expect(text).toContain("1,#2,'=1+1,");
    expect(text).toContain('2,#3,"a,""b""",');
  });

  it('is for administrators alone, and within its size', async () => {
    const supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor' }));
    await supervisor.http.get('/api/article-imports').expect(403);
    await supervisor.http.get('/api/article-exports').expect(200);
    const agent = await signIn(desk, await buildStaff(desk));
    await agent.http.get('/api/article-exports').expect(403);
    await admin.http
      .post('/api/article-imports')
      .attach('file', Buffer.alloc(65 * 1024 * 1024), 'big.zip')
      .expect(413);
    await admin.http.post('/api/article-imports').field('options', '{').attach('file', PIXEL, 'x').expect(400);
    await admin.http.post('/api/article-imports').send({}).expect(415);
  });
});
