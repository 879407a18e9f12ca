import { DEFAULT_HELP_SETTINGS, type HelpCenterSettings } from '../../src/contract/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildSite, buildStaff, type SignedIn, signIn } from '../support/factories.js';
import { until } from '../support/until.js';

const HOME = '/help/zh-CN';
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('how the help centre looks', () => {
  let desk: TestApp;
  let admin: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '管理员' }));
  });
  afterAll(() => desk.close());

  const read = async () => (await admin.http.get('/api/help-center-settings').expect(200)).body;
  async function save(change: Partial<HelpCenterSettings>) {
    const { settings, version } = await read();
    return (
      await admin.http
        .put('/api/help-center-settings')
        .send({ version, settings: { ...settings, ...change } })
        .expect(200)
    ).body;
  }
  const home = async (path = HOME) => await desk.http.get(path).expect(200);

  it('is as it comes, until somebody changes it', async () => {
    expect(await read()).toEqual({ settings: DEFAULT_HELP_SETTINGS, version: 1 });
    const { text } = await home();
    expect(text).toContain('<span class="brand-name">长明</span>');
    expect(text).toContain('灯亮着，有问题尽管问');
  });

  it('promises no hours that nobody has given', async () => {
    for (const path of [HOME, '/help/en', '/help/zh-CN/contact', '/status?locale=zh-CN'])
      expect((await home(path)).text.replace(/<[^>]*>/g, '')).not.toMatch(/24|值守|all day/);
  });

  it('is changed for every page at once, and with it what caches compare', async () => {
    const before = await home();
    await save({
      names: { 'zh-CN': '星河', en: 'Galaxy <b>' },
      headings: { 'zh-CN': '星河为您答疑', en: 'Ask the galaxy' },
      taglines: { 'zh-CN': '', en: 'Always there' },
      hours: { 'zh-CN': '每天 9:00–21:00', en: 'Daily 9am–9pm' },
    });
    const after = await home();
    expect(after.headers.etag).not.toBe(before.headers.etag);
    expect(after.text).toContain('<title>有什么可以帮您 · 星河帮助中心</title>');
    for (const words of ['星河为您答疑', '每天 9:00–21:00。准备好订单号']) expect(after.text).toContain(words);
    expect(after.text).not.toContain('class="promise"');
    const english = (await home('/help/en')).text;
    expect(english).toContain('Galaxy &lt;b&gt; help centre');
    expect(english).not.toContain('Galaxy <b>');
    expect((await home('/status?locale=zh-CN')).text).toContain('星河');
  });

  it('gives its colours as a sheet of its own, that any process serves by its name', async () => {
    await save({ accent: { light: '#0F766E', dark: '#5eead4' } });
    const { text, headers } = await home();
    const [path = ''] = /\/help\/assets\/brand-0f766e-5eead4\.[0-9a-f]{10}\.css/.exec(text) ?? [];
    expect(headers['content-security-policy']).not.toContain('unsafe');
    const sheet = await desk.http
      .get(path)
      .expect(200)
      .expect('cache-control', /immutable/);
    expect(sheet.text).toContain('--amber:#');
    for (const wrong of ['brand-0f766e-5eead4.0000000000.css', 'brand-0f766e-red.0000000000.css'])
      await desk.http.get(`/help/assets/${wrong}`).expect(404);
  });

  it('shows a picture that was stored here, in the header and to those who link', async () => {
    const { body: picture } = await admin.http
      .post('/api/article-images')
      .attach('file', PIXEL, 'logo.png')
      .expect(201);
    await save({ logo: picture.url });
    const { text } = await home();
    expect(text).toContain(`<img class="brand-logo" src="${picture.url}" alt="">`);
    for (const other of ['/help/zh-CN/nowhere', '/status'])
      expect((await desk.http.get(other).set('accept-language', 'zh-CN')).text).not.toContain('class="icon lamp"');
    expect(text).toMatch(new RegExp(`property="og:image" content="http[^"]+${picture.url}"`));
  });

  it('lets the pages of this desk open the widget of the site it names, and no other', async () => {
    const site = await buildSite(desk, { phone: '400 000 1234', hours: { 'zh-CN': '工作日', en: 'Weekdays' } });
    const contact = async () => await desk.http.get('/help/zh-CN/contact').expect(200);
    expect((await contact()).text).not.toContain('data-site');
    const saved = await save({ siteId: site.id, hours: { 'zh-CN': '', en: '' } });
    expect(saved).not.toHaveProperty('chatProblem');
    const { text, headers } = await contact();
    expect(text).toContain(`data-site="${site.key}"`);
    expect(text).toContain('href="tel:4000001234"');
    expect(text).toContain('工作日');
    expect(headers['content-security-policy']).toContain("frame-src 'self'");
    const { body } = await admin.http.get(`/api/sites/${site.id}`).expect(200);
    expect(body.site.allowedOrigins).toEqual(['https://shop.example', expect.stringMatching(/^http:/)]);
    await desk.database.query("UPDATE sites SET allowed_origins = '{}' WHERE id = $1", [site.id]);
    expect(await read()).toMatchObject({ chatProblem: 'origin_not_allowed' });
    await desk.database.query('UPDATE sites SET disabled_at = desk_now() WHERE id = $1', [site.id]);
    expect(await read()).toMatchObject({ chatProblem: 'site_disabled' });
    // Without a signal: each process looks by itself.
    await until(async () => !(await contact()).text.includes('data-site'), 'the look', 15_000);
    expect((await contact()).text).not.toContain('4000001234');
  }, 30_000);

  it('is shown before it is kept', async () => {
    const before = await read();
    const settings = { ...before.settings, names: { 'zh-CN': '预览', en: 'Preview' }, accent: null };
    const { body } = await admin.http
      .post('/api/help-center-settings/previews')
      .send({ settings, locale: 'zh-CN' })
      .expect(200);
    expect(body.html).toContain('<span class="brand-name">预览</span>');
    expect(body.html).not.toContain('brand-0f766e');
    expect(await read()).toEqual(before);
  });

  it('is changed by who saw what was there, and is in the audit log', async () => {
    const { settings, version } = await read();
    const second = { ...settings, taglines: { 'zh-CN': '后来', en: 'Later' } };
    await admin.http.put('/api/help-center-settings').send({ version, settings: second }).expect(200);
    const { body } = await admin.http.put('/api/help-center-settings').send({ version, settings }).expect(409);
    expect(body.code).toBe('conflict');
    const log = await admin.http.get('/api/audit').expect(200);
    expect(log.body.items[0]).toMatchObject({
      action: 'help_center.updated',
      actor: { name: '管理员' },
      changes: { taglines: { after: { 'zh-CN': '后来', en: 'Later' } } },
    });
  });

  it.each([
    ['an empty name', { names: { 'zh-CN': ' ', en: 'x' } }],
    ['a name that is too long', { names: { 'zh-CN': '长'.repeat(21), en: 'x' } }],
    ['control characters', { names: { 'zh-CN': 'a\u0007', en: 'x' } }],
    ['no colour', { accent: { light: 'red', dark: '#000000' } }],
    ['a style instead of a colour', { accent: { light: '#000000;}body{', dark: '#000000' } }],
    ['a foreign picture', { logo: 'https://evil.example/x.png' }],
    ['a picture that climbs', { logo: '/help/images/../../../../etc/passwd-and-36-signs' }],
    ['a picture that is not', { logo: '/help/images/01a1f90c-984f-707c-aeda-26e5c95a6073' }],
    ['a site that is not', { siteId: '01a1f90c-984f-707c-aeda-26e5c95a6073' }],
    ['an unknown field', { script: 'alert(1)' }],
  ])('refuses %s, and stays as it was', async (_, change) => {
    const before = await read();
    const { body } = await admin.http
      .put('/api/help-center-settings')
      .send({ version: before.version, settings: { ...before.settings, ...change } })
      .expect(400);
    expect(body.code).toBe('invalid_input');
    expect(await read()).toEqual(before);
  });

  it('is nobody else’s to change', async () => {
    for (const role of ['agent', 'supervisor'] as const) {
      const { http } = await signIn(desk, await buildStaff(desk, { role }));
      await http.get('/api/help-center-settings').expect(403);
      await http.put('/api/help-center-settings').send({ version: 1, settings: DEFAULT_HELP_SETTINGS }).expect(403);
    }
    await desk.http.get('/api/help-center-settings').expect(401);
  });
});
