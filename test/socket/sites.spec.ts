import type { Problem } from '../../src/contract/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectWidget, type WidgetClient } from '../support/clients.js';
import { buildSite, buildStaff, identityToken, type SignedIn, signIn } from '../support/factories.js';

const HOST = 'https://shop.example';

describe('what an administrator changes under live sockets', () => {
  let desk: TestApp;
  let admin: SignedIn;
  const open: WidgetClient[] = [];
  beforeAll(async () => {
    desk = await startTestApp();
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
  });
  afterEach(() => {
    for (const client of open.splice(0)) client.close();
  });
  afterAll(() => desk.close());

  const widget = async (site: { key: string }, session?: string) => {
    const client = await connectWidget(desk, { site, session, host: HOST });
    open.push(client);
    return client;
  };
  const detailOf = async (id: string) => (await admin.http.get(`/api/sites/${id}`).expect(200)).body;
  const refusalOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => undefined,
      ({ problem }: { problem?: Problem }) => problem?.code,
    );

  it('a secret rotated under live sockets: they go on, and no new identity is taken from the old one', async () => {
    const site = await buildSite(desk);
    const known = await widget(site);
    await known.call('identify', { token: await identityToken(desk, site, { sub: 'u-1', name: '林晓' }) });
    const conversationId = await known.begin('货款没有到账');
    const waiting = await widget(site);

    const { body } = await admin.http
      .post(`/api/sites/${site.id}/secrets`)
      .send({ version: 1, overlapHours: 24 })
      .expect(201);
    const fresh = { key: site.key, identitySecret: body.secret as string };
    await waiting.call('identify', { token: await identityToken(desk, site, { sub: 'u-2' }) });

    const [, ending] = body.detail.secrets;
    await admin.http.put(`/api/sites/${site.id}/secrets/${ending.id}/end`).send({ version: 2, inHours: 0 }).expect(200);
    expect((await known.say(conversationId, '还在吗')).body).toBe('还在吗');
    expect((await known.resume()).customer).toMatchObject({ identified: true, name: '林晓' });
    const again = await widget(site, known.session);
    expect((await again.resume()).customer).toMatchObject({ identified: true, name: '林晓' });

    const late = await widget(site);
    const refused = await late.ask('identify', { token: await identityToken(desk, site, { sub: 'u-3' }) });
    expect(refused).toMatchObject({ ok: false, error: { code: 'identity_token_invalid' } });
    await late.call('identify', { token: await identityToken(desk, fresh, { sub: 'u-3', name: '小满' }) });
    expect((await late.resume()).customer.name).toBe('小满');
  });

  it('an origin that was removed: who is there goes on, the next handshake is refused and seen', async () => {
    const site = await buildSite(desk);
    const client = await widget(site);
    const conversationId = await client.begin('你好');
    const { version, id: _, key: __, ...settings } = (await detailOf(site.id)).site;
    await admin.http
      .put(`/api/sites/${site.id}`)
      .send({ version, ...settings, allowedOrigins: ['https://other.example'] })
      .expect(200);
    await client.say(conversationId, '还在');
    expect(await refusalOf(widget(site, client.session))).toBe('origin_not_allowed');
    expect((await detailOf(site.id)).sightings).toMatchObject([{ origin: HOST, allowed: false }]);
  });

  it('a site that was switched off: who is there goes on, nobody new comes in', async () => {
    const site = await buildSite(desk);
    const client = await widget(site);
    const conversationId = await client.begin('你好');
    const { version, id: _, key: __, ...settings } = (await detailOf(site.id)).site;
    await admin.http
      .put(`/api/sites/${site.id}`)
      .send({ version, ...settings, enabled: false })
      .expect(200);
    await client.say(conversationId, '还在');
    expect(await refusalOf(widget(site))).toBe('site_unknown');
  });
});
