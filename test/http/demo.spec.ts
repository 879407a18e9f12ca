import { startDemoShop } from '../../src/cli/demo-shop/index.js';
import { type SeededDemo, seedDemo } from '../../src/cli/seed/index.js';
import { ContextProvider, CustomerSessions, Customers, Directory, Identities, Sites } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';

describe('the demo', () => {
  let desk: TestApp;
  let seeded: SeededDemo;
  let shop: Awaited<ReturnType<typeof startDemoShop>>;
  beforeAll(async () => {
    const [port, demo] = await listen();
    shop = demo;
    desk = await startTestApp({ env: { DEMO: 'true', FETCH_ALLOWED_HOSTS: `127.0.0.1:${port}` } });
    seeded = await seedDemo(desk, { shopPort: port });
    options.siteSecret = seeded.siteSecret;
  });
  afterAll(async () => {
    await desk.close();
    await shop.close();
  });

  /** The shop listens before the desk knows it; its secret follows. */
  const options = { port: 0, deskUrl: 'http://127.0.0.1:3000', siteKey: 'demo', siteSecret: '' };
  async function listen(): Promise<[number, Awaited<ReturnType<typeof startDemoShop>>]> {
    const running = await startDemoShop(options);
    return [Number(new URL(running.url).port), running];
  }
  const ask = (path: string, init: RequestInit = {}) => fetch(shop.url + path, init);
  const signIn = async (merchant: string) => {
    const answer = await ask('/me', { method: 'POST', body: JSON.stringify({ merchant }) });
    return { cookie: String(answer.headers.get('set-cookie')).split(';')[0] as string };
  };

  it('is filled in once, however often the desk starts', async () => {
    const count = () => desk.database.query('SELECT key FROM teams ORDER BY key');
    const teams = await count();
    expect(teams.map(({ key }) => key)).toEqual([
      'account_safety',
      'content_review',
      'frontline',
      'settlement',
      'technical',
    ]);
    const again = await seedDemo(desk, { shopPort: Number(new URL(shop.url).port) });
    expect(again).toEqual(seeded);
    expect(await count()).toEqual(teams);
    expect(await desk.get(Directory).staff()).toHaveLength(seeded.logins.length);
    const settlement = (await desk.get(Directory).teams()).find(({ key }) => key === 'settlement');
    expect(settlement?.leadId).not.toBeNull();
  });

  it('lets everybody in with what it prints', async () => {
    for (const { email, password } of seeded.logins)
      await desk.http.post('/api/sessions').send({ email, password }).expect(201);
  });

  it('shows the page of a host that embeds the widget', async () => {
    const page = await (await ask('/')).text();
    expect(page).toContain(`porchlight('init', { site: 'demo'`);
    expect(page).toContain('src="http://127.0.0.1:3000/widget/loader.js"');
    for (const path of ['/shop.css', '/shop.js', '/texts.js']) expect((await ask(path)).status).toBe(200);
    expect((await ask('/../merchants.ts')).status).toBe(404);
  });

  it('signs who is signed in, and nobody else', async () => {
    expect((await ask('/identity-token')).status).toBe(401);
    const { token } = (await (await ask('/identity-token', { headers: await signIn('lin') })).json()) as {
      token: string;
    };
    const { principal } = await desk.get(CustomerSessions).resume({ siteKey: 'demo', locale: 'zh-CN' });
    const bound = await desk.database.transaction((tx) => desk.get(Identities).bind(tx, principal, token));
    expect(await desk.get(Customers).verifiedIdentity(bound.customerId)).toMatchObject({
      name: '林晓雯',
      shop: { name: '林记茶铺', tier: 'premium', accountManager: '周敏' },
    });
  });

  it.each(['lin', 'man', 'mia'])('tells the desk about %s what an agent wants to know', async (merchant) => {
    const { token } = (await (await ask('/identity-token', { headers: await signIn(merchant) })).json()) as {
      token: string;
    };
    const { principal } = await desk.get(CustomerSessions).resume({ siteKey: 'demo', locale: 'zh-CN' });
    const { customerId } = await desk.database.transaction((tx) => desk.get(Identities).bind(tx, principal, token));
    const { state, cards } = await desk.get(ContextProvider).fetch(customerId);
    expect(state).toBe('ok');
    expect(new Set(cards.map(({ kind }) => kind))).toEqual(
      new Set(['settlement', 'order', 'shop', 'live_room', 'violation']),
    );
  });

  it('tells nothing to who does not sign', async () => {
    const body = JSON.stringify({ customer: 'merchant-8842', shop: null });
    const forged = { 'webhook-id': '1', 'webhook-timestamp': '1', 'webhook-signature': 'v1,AAAA' };
    for (const headers of [{}, forged])
      expect((await ask('/porchlight/context', { method: 'POST', body, headers })).status).toBe(401);
  });

  it('belongs to its own pages', async () => {
    const site = await desk.get(Sites).find('demo');
    expect(site.allowedOrigins).toContain(shop.url);
    const headers = { 'sec-fetch-site': 'cross-site' };
    const answer = await ask('/me', { method: 'POST', body: '{"merchant":"lin"}', headers });
    expect(answer.status).toBe(403);
    expect((await ask('/me', { method: 'POST', body: 'x'.repeat(70_000) })).status).toBe(413);
  });
});
