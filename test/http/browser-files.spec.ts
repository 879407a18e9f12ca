import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildSite } from '../support/factories.js';

const SCRIPT = `console.log(${JSON.stringify('x'.repeat(2_000))})`;

describe('files for browsers', () => {
  const root = mkdtempSync(join(tmpdir(), 'porchlight-files-'));
  let desk: TestApp;
  beforeAll(async () => {
    symlinkSync(join(process.cwd(), 'templates'), join(root, 'templates'));
    desk = await startTestApp({ rootDir: root });
  });
  afterAll(async () => {
    await desk.close();
    rmSync(root, { recursive: true });
  });

  const build = (path: string, content: string) => {
    const file = join(root, 'dist/browser', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };

  it.each(['/console', '/widget/loader.js', '/console/assets/main.js'])(
    'say how to build them, before they are (%s)',
    async (path) => {
      const answer = await desk.http.get(path).set('accept-language', 'en').expect(503);
      expect(answer.body).toMatchObject({ code: 'unavailable', detail: expect.stringContaining('npm run build') });
    },
  );

  describe('once built', () => {
    beforeAll(() => {
      build('console/index.html', '<!doctype html><title>console</title>');
      build('console/assets/main-1a2b.js', SCRIPT);
      build('console/.vite/manifest.json', '{}');
      build('widget/frame.html', '<!doctype html><title>frame</title>');
      build('widget/loader.js', SCRIPT);
      build('widget/assets/frame-1a2b.css', 'p{}');
      writeFileSync(join(root, 'package.json'), '{"secret":true}');
    });

    it.each(['/console', '/console/', '/console/tickets/K7M2', '/console/login'])(
      'the console opens at %s, framed by nobody',
      async (path) => {
        const { text, headers } = await desk.http.get(path).expect(200);
        expect(text).toContain('<title>console</title>');
        expect(headers['cache-control']).toBe('no-cache');
        expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
        expect(headers['content-security-policy']).toContain(`connect-src 'self' ${desk.url.replace('http', 'ws')};`);
        expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
      },
    );

    it('hashed files are kept for ever, and travel zipped', async () => {
      const answer = await desk.http.get('/console/assets/main-1a2b.js').set('accept-encoding', 'gzip').expect(200);
      expect(answer.headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': 'text/javascript; charset=utf-8',
        'content-encoding': 'gzip',
        'x-content-type-options': 'nosniff',
      });
      expect(answer.text).toBe(SCRIPT);
      const plain = await desk.http.get('/console/assets/main-1a2b.js').set('accept-encoding', 'identity').expect(200);
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.text).toBe(SCRIPT);
    });

    it('the loader is asked for again, and costs nothing unchanged', async () => {
      const first = await desk.http.get('/widget/loader.js').expect(200);
      expect(first.headers['cache-control']).toBe('public, max-age=300');
      await desk.http.get('/widget/loader.js').set('if-none-match', String(first.headers.etag)).expect(304);
      build('widget/loader.js', `${SCRIPT};`);
      await desk.http.get('/widget/loader.js').set('if-none-match', String(first.headers.etag)).expect(200);
    });

    it('the frame opens in pages of its site alone', async () => {
      const site = await buildSite(desk, { allowedOrigins: ['https://a.example', 'https://b.example:8443'] });
      const { headers } = await desk.http
        .get('/widget/frame')
        .query({ site: site.key, locale: 'zh-CN', host: 'https://a.example' })
        .expect(200);
      expect(headers['content-security-policy']).toContain('frame-ancestors https://a.example https://b.example:8443');
      expect(headers['x-frame-options']).toBeUndefined();
      const refused = await desk.http.get('/widget/frame').query({ site: site.key, host: 'https://evil.example' });
      expect(refused.body).toMatchObject({ code: 'origin_not_allowed', status: 403 });
      const unknown = await desk.http.get('/widget/frame').query({ site: 'nowhere' }).expect(404);
      expect(unknown.body.code).toBe('site_unknown');
    });

    it.each([
      '/console/../../package.json',
      '/console/..%2f..%2fpackage.json',
      '/console/%2e%2e/%2e%2e/package.json',
      '/console/.vite/manifest.json',
      '/console/assets/none.js',
      '/widget/assets/../../../package.json',
      '/widget/assets/..%5c..%5cpackage.json',
      '/widget/assets/none.css',
    ])('nothing else is there: %s', async (path) => {
      const answer = await fetch(desk.url + path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('secret');
    });
  });

  describe('what a widget needs of its site', () => {
    it('holds neither secret nor addresses', async () => {
      const site = await buildSite(desk, { phone: '400-100-2000' });
      const { body } = await desk.http.get('/widget/config').query({ site: site.key }).expect(200);
      expect(body).toMatchObject({ key: site.key, name: '测试站点', phone: '400-100-2000', color: '#1f6feb' });
      expect(JSON.stringify(body)).not.toContain(site.identitySecret);
      expect(JSON.stringify(body)).not.toContain('shop.example');
    });

    it.each([
      ['no site', {}, 400],
      ['an unknown field', { site: 'demo', secret: '1' }, 400],
      ['a foreign site', { site: 'nowhere' }, 404],
    ])('refuses %s', async (_, query, status) => {
      await desk.http.get('/widget/config').query(query).expect(status);
    });
  });
});
