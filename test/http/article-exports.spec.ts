import fc from 'fast-check';
import type { ArticleContent, ArticleDraftView, ArticleWords } from '../../src/contract/index.js';
import { splitFrontMatter } from '../../src/help-center/transfer/markdown-folder/front-matter.js';
import { openZip } from '../../src/help-center/transfer/package/zip-reader.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { PIXEL } from '../support/archive.js';
import { buildStaff, type SignedIn, signIn } from '../support/factories.js';

describe('exporting articles', () => {
  let desk: TestApp;
  let admin: SignedIn;
  let image: string;
  let sectionId: string;
  beforeAll(async () => {
    desk = await startTestApp();
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '管理员' }));
    image = (await admin.http.post('/api/article-images').attach('file', PIXEL, 'a.png').expect(201)).body.url;
    const section = {
      category: 'earnings',
      parentId: null,
      slug: 'payouts',
      names: { 'zh-CN': '打款' },
      descriptions: {},
    };
    sectionId = (await admin.http.post('/api/article-sections').send(section).expect(201)).body.id;
  });
  afterAll(() => desk.close());

  const write = async (change: Partial<ArticleContent>): Promise<ArticleDraftView> => {
    const slug = `article-${newId().slice(-12)}`;
    const { body } = await admin.http
      .post('/api/articles')
      .send({ slug, category: 'earnings', locale: 'zh-CN', title: '标题' })
      .expect(201);
    const content = { ...body.content, ...change };
    return (await admin.http.put(`/api/articles/${body.id}/draft`).send({ version: body.version, content }).expect(200))
      .body;
  };
  const take = async (query: object): Promise<Buffer> => {
    const { body, headers } = await admin.http
      .get('/api/article-exports')
      .query(query)
      .buffer(true)
      .parse((response, done) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => done(null, Buffer.concat(pieces)));
      })
      .expect(200);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="articles-\w+-\d{4}-\d\d-\d\d\.zip"$/);
    return body;
  };
  const checked = async (zip: Buffer) => {
    const { body } = await admin.http.post('/api/article-imports').attach('file', zip, 'x.zip').expect(201);
    await desk.settle();
    return (await admin.http.get(`/api/article-imports/${body.id}`).expect(200)).body;
  };
  const words = (change: Partial<ArticleWords>): ArticleWords => ({
    title: '打款没到',
    excerpt: '先看进度。',
    bodyMarkdown: '正文',
    keywords: [],
    ...change,
  });

  it('writes a folder that says all there is, with pictures beside it', async () => {
    const rules = await write({ words: { en: words({ title: 'Rules: "all" of them', keywords: ['a, b', '#c'] }) } });
    const late = await write({
      sectionId,
      visibility: 'staff',
      position: 7,
      related: [rules.id],
      words: { 'zh-CN': words({ bodyMarkdown: `## 看\n\n![图](${image} "名")\n\n[规则](${rules.content.slug})` }) },
    });
    const zip = openZip(await take({ state: 'drafts' }));
    const path = `earnings/payouts/${late.content.slug}/zh-CN.md`;
    const picture = `images/${image.replace('/help/images/', '')}.png`;
    expect(zip.paths).toEqual(
      expect.arrayContaining(['sections.yaml', path, `earnings/${rules.content.slug}/en.md`, picture]),
    );
    expect(zip.read(picture)).toEqual(PIXEL);
    const { data, body } = splitFrontMatter(zip.read(path).toString());
    expect(data).toEqual({
      title: '打款没到',
      excerpt: '先看进度。',
      category: 'earnings',
      section: 'payouts',
      subCategory: null,
      visibility: 'staff',
      position: 7,
      keywords: [],
      related: [rules.content.slug],
      owner: expect.stringContaining('@'),
      status: 'draft',
    });
    expect(body).toBe(`## 看\n\n![图](../../../${picture} "名")\n\n[规则](${rules.content.slug})`);
  });

  it('takes what readers see, or what editors write, of one category, section or language', async () => {
    const draft = await write({ words: { 'zh-CN': words({}), en: words({ title: 'Seen' }) }, sectionId });
    const { body } = await admin.http
      .post(`/api/articles/${draft.id}/publications`)
      .send({ version: draft.version })
      .expect(201);
    await admin.http
      .put(`/api/articles/${draft.id}/draft`)
      .send({ version: body.version, content: { ...body.content, words: { en: words({ title: 'Not seen' }) } } })
      .expect(200);
    const path = `earnings/payouts/${draft.content.slug}/en.md`;
    const titleIn = async (query: object) => {
      const zip = openZip(await take(query));
      return zip.paths.includes(path) ? splitFrontMatter(zip.read(path).toString()).data?.title : undefined;
    };
    expect(await titleIn({ state: 'published' })).toBe('Seen');
    expect(await titleIn({ state: 'drafts' })).toBe('Not seen');
    expect(await titleIn({ state: 'published', category: 'account' })).toBeUndefined();
    expect(await titleIn({ state: 'published', sectionId })).toBe('Seen');
    expect(await titleIn({ state: 'published', locale: 'zh-CN' })).toBeUndefined();
  });

  it('is taken back as it is: whatever editors have written, an import of it changes nothing', async () => {
    const text = (maxLength: number) => fc.string({ unit: 'binary', maxLength });
    const piece = fc.oneof(
      fc.constantFrom(
        '\n',
        '\n\n',
        '---\n',
        '    ',
        '- ',
        '# ',
        '![x](',
        '](',
        ')',
        '<',
        '>',
        '"',
        "'",
        ': ',
        '\\',
        '\t',
        '[a]: ',
      ),
      fc.constantFrom(
        `![图](${image})`,
        `[x]: ${image} "t"\n`,
        '/help/images/',
        '../../images/x.png',
        'fees',
        '\u2028',
        '\r\n',
        '\ufeff',
      ),
      text(5),
    );
    const body = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
    const anyWords = fc.record({
      title: text(20),
      excerpt: text(30),
      bodyMarkdown: body,
      keywords: fc.array(text(8), { maxLength: 4 }),
    });
    await desk.database.query(`UPDATE articles SET status = 'archived'`);
    const samples = fc.sample(fc.tuple(anyWords, fc.option(anyWords), fc.boolean()), 60);
    const cleaned = (given: ArticleWords): ArticleWords => ({
      title: printable(given.title),
      excerpt: printable(given.excerpt),
      bodyMarkdown: printable(given.bodyMarkdown),
      keywords: given.keywords.map(printable).filter((keyword) => keyword.trim()),
    });
    for (const [chinese, english, stands] of samples)
      await write({
        words: { 'zh-CN': cleaned(chinese), ...(english && { en: cleaned(english) }) },
        ...(stands && { sectionId }),
      });
    const found = await checked(await take({ state: 'drafts' }));
    const { body: changed } = await admin.http.get(`/api/article-imports/${found.id}/rows?outcome=updates`).expect(200);
    expect(changed.items).toEqual([]);
    const { body: refused } = await admin.http.get(`/api/article-imports/${found.id}/rows?outcome=refused`).expect(200);
    expect(refused.items).toEqual([]);
    expect(found.counts.unchanged).toBeGreaterThan(40);
  });
});

/** As the editor takes it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what is refused.
const printable = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
