import { startTestApp, type TestApp } from '../support/app.js';
import { buildStaff, type SignedIn, signIn } from '../support/factories.js';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('what readers of a text would stumble over', () => {
  let desk: TestApp;
  let admin: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
  });
  afterAll(() => desk.close());

  const find = async (bodyMarkdown: string) =>
    (await admin.http.post('/api/article-problems').send({ locale: 'en', bodyMarkdown }).expect(200)).body.items;

  it('is a picture that is not there, and not one that is', async () => {
    const { body } = await admin.http.post('/api/article-images').attach('file', PIXEL, 'a.png').expect(201);
    const absent = '/help/images/01a1f90c-984f-707c-aeda-26e5c95a6073';
    const noId = `/help/images/${'-'.repeat(36)}`;
    expect(await find(`![a](${body.url})\n\n![b](${absent})\n\n![c](${noId})`)).toEqual([
      { kind: 'image_unknown', locale: 'en', line: 3, detail: absent },
      { kind: 'image_unknown', locale: 'en', line: 5, detail: noId },
    ]);
  });

  it('is a link to no article of ours; a draft counts, as it may be published next', async () => {
    const article = { slug: 'linked-to', category: 'service', locale: 'en', title: 'x' };
    await admin.http.post('/api/articles').send(article).expect(201);
    expect(await find('# a\n\n[x](linked-to) [y](nowhere)')).toEqual([
      { kind: 'heading_top', locale: 'en', line: 1, detail: 'a' },
      { kind: 'link_unknown', locale: 'en', line: 3, detail: 'nowhere' },
    ]);
  });

  it('is not asked of agents', async () => {
    const agent = await signIn(desk, await buildStaff(desk));
    await agent.http.post('/api/article-problems').send({ locale: 'en', bodyMarkdown: 'x' }).expect(403);
  });
});
