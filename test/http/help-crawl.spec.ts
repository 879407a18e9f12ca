import { HelpCenter, HelpSettings } from '../../src/help-center/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildArticle } from '../support/articles.js';
import { buildSite } from '../support/factories.js';

const START = ['/help/zh-CN', '/help/en', '/status?locale=zh-CN', '/status?locale=en', '/sitemap.xml'];

const plain = (text: string) =>
  text
    .replace(/&#x3D;/g, '=')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&');
const values = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, value = '']) => plain(value));

interface Seen {
  status: number;
  text: string;
  type: string;
}

describe('every public page', () => {
  let desk: TestApp;
  const seen = new Map<string, Seen>();
  /** Where each address with a fragment was named. */
  const fragments = new Map<string, string>();

  beforeAll(async () => {
    desk = await startTestApp();
    await desk.get(HelpCenter).seedArticles();
    const site = await buildSite(desk, { phone: '400-100', allowedOrigins: [desk.get(HelpSettings).origin] });
    await desk.get(HelpSettings).beginWith(site.id);
    await desk.settle();
    await crawl();
  }, 120_000);
  afterAll(() => desk.close());

  /** Follows all that a page names and that is ours: links, pictures, styles, scripts, forms, addresses for programs. */
  async function crawl(): Promise<void> {
    const waiting = [...START];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue;
      const { status, text = '', headers } = await desk.http.get(path).set('accept', 'text/html');
      seen.set(path, { status, text, type: String(headers['content-type']).split(';')[0] ?? '' });
      for (const named of namedBy(text)) {
        const url = new URL(named, `${desk.get(HelpSettings).origin}${path}`);
        if (url.origin !== desk.get(HelpSettings).origin || url.pathname.startsWith('/api/')) continue;
        const address = url.pathname + url.search;
        if (url.hash) fragments.set(`${address}${url.hash}`, path);
        waiting.push(address);
      }
    }
  }

  function namedBy(text: string): string[] {
    return [
      ...values(text, /\s(?:href|src)="([^"]+)"/g),
      ...values(text, /<form[^>]*method="get" action="([^"]+)"/g),
      ...values(text, /<loc>([^<]+)<\/loc>/g),
      ...values(text, /"(?:item|url)":"([^"]+)"/g),
      ...values(text, /property="og:(?:image|url)" content="([^"]+)"/g),
    ];
  }

  const pages = () => [...seen].filter(([, { type }]) => type === 'text/html');

  it('was found: all articles in both languages, sections, searches, styles', () => {
    const found = (pattern: RegExp) => [...seen.keys()].filter((path) => pattern.test(path)).length;
    expect(found(/^\/help\/zh-CN\/articles\/[\w-]+$/)).toBeGreaterThanOrEqual(70);
    expect(found(/^\/help\/en\/articles\/[\w-]+$/)).toBeGreaterThanOrEqual(70);
    expect(found(/\/categories\/\w+\/[\w-]+$/)).toBeGreaterThanOrEqual(20);
    expect(found(/\/search\?/)).toBeGreaterThanOrEqual(8);
    expect(found(/feed\.xml$/)).toBe(12);
    expect(found(/\.css$/)).toBeGreaterThanOrEqual(4);
    expect(found(/\/contact$/)).toBe(2);
  });

  it('leads nowhere that does not exist', () => {
    expect(
      [...seen].filter(([, { status }]) => status !== 200).map(([path, { status }]) => `${path} ${status}`),
    ).toEqual([]);
  });

  it('names no part of a page that is not on it', () => {
    const missing = [...fragments].filter(([address]) => {
      const [path = '', id = ''] = address.split('#');
      return !seen.get(path)?.text.includes(`id="${decodeURIComponent(id)}"`);
    });
    expect(missing).toEqual([]);
    expect(fragments.size).toBeGreaterThan(100);
  });

  it('has one heading of the first level, a title, a description, and no two parts of one name', () => {
    for (const [path, { text }] of pages()) {
      const ids = values(text, /\sid="([^"]+)"/g);
      expect([path, values(text, /<(h1)\b/g).length, new Set(ids).size]).toEqual([path, 1, ids.length]);
      expect(`${path} ${values(text, /<title>([^<]+)<\/title>/g)}`).not.toMatch(/ ( ·|$)/);
    }
  });

  it('is canonical by its own address, or is kept out of search engines; its languages name each other', () => {
    const origin = desk.get(HelpSettings).origin;
    for (const [path, { text }] of pages()) {
      const [canonical] = values(text, /rel="canonical" href="([^"]+)"/g);
      if (text.includes('name="robots" content="noindex"')) expect([path, canonical]).toEqual([path, undefined]);
      else expect(canonical).toBe(`${origin}${path.replace(/\?.*/, '')}`);
      for (const other of values(text, /rel="alternate" hreflang="(?:en|zh-CN)" href="([^"]+)"/g))
        expect([other, seen.get(other.slice(origin.length))?.text.includes(`href="${canonical}"`)]).toEqual([
          other,
          true,
        ]);
    }
  });

  it('lets scripts run only where it has one, and shows frames only where there is something in them', async () => {
    const policy = async (path: string) => String((await desk.http.get(path)).headers['content-security-policy']);
    expect(await policy('/help/zh-CN/articles/payout-delay')).not.toMatch(/script-src|frame-src|connect-src/);
    const video = 'https://www.bilibili.com/video/BV1xx411c7mD';
    await buildArticle(desk, { slug: 'with-video', bodyMarkdown: video });
    expect(await policy('/help/zh-CN/articles/with-video')).toMatch(/frame-src https:\/\/player\.bilibili\.com /);
    expect(await policy('/help/zh-CN/contact')).toContain("frame-src 'self'");
    expect(await policy('/help/zh-CN')).not.toContain('frame-src');
    for (const path of ['/help/zh-CN', '/help/zh-CN/articles/with-video', '/help/zh-CN/contact'])
      expect(await policy(path)).not.toMatch(/unsafe|data:|\*(?!\.)/);
  });

  it.each([
    ['an image with a handler', '<img src=x onerror=alert(1)>'],
    ['the end of an attribute', '" autofocus onfocus="alert(1)'],
    ['the end of the data', '</script><script>alert(1)</script>'],
    ['a template', '{{constructor.constructor("alert(1)")()}}'],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['control characters', 'a\u0000b\u0007c\u001b'],
    ['emoji', '👩‍👩‍👧‍👦💸'],
    ['a filter', 'category = "secret" OR visibility = staff'],
  ])('takes %s as a question', async (_, query) => {
    for (const path of ['/help/zh-CN/search', '/help/en/contact']) {
      const { text } = await desk.http.get(path).query({ q: query }).expect(200);
      expect(text).not.toMatch(/<img src=x|<script>|\son\w+="alert/);
    }
  });

  it('refuses what no browser sends, before anything looks at it', async () => {
    await desk.http
      .get('/help/zh-CN/search')
      .query({ q: '长'.repeat(10_000) })
      .expect(431);
  });

  it.each(['q=%ED%A0%80', 'q=%E4%B8', 'q=%', 'q=%FF%FE', 'q=a&q=b', 'q[$ne]=1', 'q=a&category=..%2f&only=fr'])(
    'makes sense of ?%s',
    async (query) => {
      for (const path of ['/help/zh-CN/search', '/help/zh-CN/contact'])
        expect((await desk.http.get(`${path}?${query}`)).status).toBe(200);
    },
  );
});
