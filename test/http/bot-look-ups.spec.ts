import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BotLookUpView } from '../../src/contract/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltSite, buildSite, buildStaff, SITE_SECRET, type SignedIn, signIn } from '../support/factories.js';

const URL = '/api/bot/look-ups';
const CARD = {
  kind: 'settlement',
  id: 'S-1',
  title: '结算单 S-1',
  status: '打款中',
  fields: [{ label: '应结金额', value: '¥128.00' }],
  url: 'https://shop.example/settlements/S-1',
};

/** The host site's server: answers as the test says, and keeps what it was asked. */
class Host {
  readonly asked: { headers: IncomingHttpHeaders; body: string }[] = [];
  answer: (response: ServerResponse) => void = () => undefined;
  port = 0;
  private readonly server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    this.asked.push({ headers: request.headers, body });
    this.answer(response);
  });

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

const json = (value: unknown) => (response: ServerResponse) => void response.end(JSON.stringify(value));

describe('administering what the bot may ask host sites', () => {
  const host = new Host();
  let desk: TestApp;
  let site: BuiltSite;
  let admin: SignedIn;

  beforeAll(async () => {
    await host.listen();
    desk = await startTestApp({ env: { FETCH_ALLOWED_HOSTS: `127.0.0.1:${host.port}` } });
    site = await buildSite(desk);
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
  });
  beforeEach(() => {
    host.asked.length = 0;
    host.answer = json({ outcome: 'found', card: CARD });
  });
  afterAll(async () => {
    host.close();
    await desk.close();
  });

  let count = 0;
  const settings = () => ({
    name: { 'zh-CN': '订单结算', en: 'Settlement' },
    category: 'earnings',
    input: { label: { 'zh-CN': '订单号', en: 'Order number' }, format: 'identifier', example: 'P2026112010240380' },
    words: { 'zh-CN': ['查结算'], en: ['settlement of'] },
    url: `http://127.0.0.1:${host.port}/porchlight/look-ups`,
    enabled: true,
  });
  const add = async (over: object = {}): Promise<BotLookUpView> => {
    count += 1;
    const body = { siteId: site.id, key: `settlement_${count}`, ...settings(), ...over };
    return (await admin.http.post(URL).send(body).expect(201)).body;
  };

  it('adds, lists, changes and switches off, each with a line in the log', async () => {
    const added = await add();
    expect(added).toMatchObject({ siteId: site.id, version: 1, ...settings() });
    const { body: changed } = await admin.http
      .put(`${URL}/${added.id}`)
      .send({ ...settings(), enabled: false, version: 1 })
      .expect(200);
    expect(changed).toMatchObject({ enabled: false, version: 2 });
    expect((await admin.http.get(URL).expect(200)).body.items).toContainEqual(changed);
    const { body } = await admin.http.get('/api/audit').query({ subjectKind: 'bot_look_up', subjectId: added.id });
    expect(body.items).toMatchObject([
      { action: 'bot_look_up.updated', changes: { enabled: { before: true, after: false } } },
      { action: 'bot_look_up.created' },
    ]);
  });

  it('keeps two editors from overwriting each other', async () => {
    const added = await add();
    await admin.http
      .put(`${URL}/${added.id}`)
      .send({ ...settings(), category: 'account', version: 1 })
      .expect(200);
    const { body } = await admin.http
      .put(`${URL}/${added.id}`)
      .send({ ...settings(), version: 1 })
      .expect(409);
    expect(body.code).toBe('conflict');
  });

  it.each<[string, object, string]>([
    ['a key of the desk itself', { key: 'ticket_status' }, 'key'],
    ['a key that nobody can type', { key: 'Ünï' }, 'key'],
    ['no word', { words: { 'zh-CN': [], en: [] } }, 'words'],
    ['a word of one character', { words: { 'zh-CN': ['钱'], en: [] } }, 'words.zh-CN.0'],
    [
      'a pattern of somebody’s own',
      { input: { label: { 'zh-CN': '号', en: 'No' }, format: '(a+)+$', example: 'a' } },
      'input.format',
    ],
    ['an example of another form', { input: { ...settings().input, example: '订单号' } }, 'input.example'],
    ['an address of the inside', { url: 'http://169.254.169.254/latest' }, 'url'],
    ['a script for an address', { url: 'javascript:alert(1)' }, 'url'],
    ['a site that is not there', { siteId: '00000000-0000-4000-8000-000000000000' }, 'siteId'],
  ])('refuses %s', async (_, over, path) => {
    const body = { siteId: site.id, key: 'refused', ...settings(), ...over };
    const { body: problem } = await admin.http.post(URL).send(body).expect(400);
    expect(problem).toMatchObject({ code: 'invalid_input', errors: [{ path }] });
    expect((await admin.http.get(URL)).body.items.filter(({ key }: BotLookUpView) => key === 'refused')).toEqual([]);
  });

  it('refuses a key that the site has already', async () => {
    const { key } = await add();
    const { body } = await admin.http
      .post(URL)
      .send({ siteId: site.id, ...settings(), key })
      .expect(400);
    expect(body.errors).toMatchObject([{ path: 'key' }]);
  });

  it('is for administrators alone', async () => {
    const agent = await signIn(desk, await buildStaff(desk, { role: 'supervisor' }));
    await agent.http.get(URL).expect(403);
    await agent.http
      .post(URL)
      .send({ siteId: site.id, key: 'theirs', ...settings() })
      .expect(403);
    await desk.http.get(URL).expect(401);
  });

  it('is tried by a signed call, and shows what came back', async () => {
    const { id, key } = await add();
    const trial = { customer: 'merchant-8842', shop: 'shop-1024', input: 'P1', locale: 'zh-CN' };
    const { body } = await admin.http.post(`${URL}/${id}/trials`).send(trial).expect(200);
    expect(body).toEqual({ outcome: 'found', card: CARD, milliseconds: expect.any(Number) });
    const [{ headers, body: sent } = { headers: {}, body: '' }] = host.asked;
    expect(JSON.parse(sent)).toEqual({
      lookUp: key,
      customer: 'merchant-8842',
      shop: 'shop-1024',
      input: 'P1',
      locale: 'zh-CN',
    });
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${sent}`;
    const signature = createHmac('sha256', SITE_SECRET).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${signature}`);
    const { body: log } = await admin.http.get('/api/audit').query({ subjectKind: 'bot_look_up', subjectId: id });
    expect(log.items[0]).toMatchObject({
      action: 'bot_look_up.tried',
      changes: { customer: { after: 'merchant-8842' } },
    });
  });

  it.each<[string, (response: ServerResponse) => void, string]>([
    ['fails', (response) => void response.writeHead(500).end(), '500'],
    ['does not know our signature', (response) => void response.writeHead(401).end('{"error":"not signed"}'), '401'],
    ['hangs up', (response) => void response.destroy(), 'failed'],
    ['says nothing', () => undefined, 'timeout'],
    ['answers nonsense', (response) => void response.end('<html>'), 'not_json'],
    ['answers another shape', json({ outcome: 'found' }), 'wrong_shape'],
    ['answers more than it was asked', json({ outcome: 'not_found', refund: true }), 'wrong_shape'],
    [
      'sends us elsewhere',
      (response) => void response.writeHead(302, { location: 'http://127.0.0.1/' }).end(),
      'redirect',
    ],
    [
      'hands in a script as a link',
      json({ outcome: 'found', card: { ...CARD, url: 'javascript:alert(1)' } }),
      'wrong_shape',
    ],
    ['answers without end', endless, 'too_large'],
  ])('that %s is told by name', async (_, answer, reason) => {
    const { id } = await add();
    host.answer = answer;
    const trial = { customer: 'merchant-8842', locale: 'zh-CN' };
    const { body } = await admin.http.post(`${URL}/${id}/trials`).send(trial).expect(200);
    expect(body).toEqual({ outcome: 'failed', reason, milliseconds: expect.any(Number) });
  });
});

/** A gigabyte, as fast as anybody takes it. */
function endless(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, 120);
  let left = 16_384;
  const more = () => {
    while (left > 0) {
      left -= 1;
      if (!response.write(chunk)) return void response.once('drain', more);
    }
    response.end();
  };
  response.on('error', () => undefined);
  more();
}
