import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ContextProvider, type Site } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildCustomer, buildSite, SITE_SECRET } from '../support/factories.js';

const CARD = {
  kind: 'order',
  id: 'NO-1',
  title: '订单 NO-1',
  status: '已完成',
  fields: [{ label: '金额', value: '¥128.00' }],
  url: 'https://shop.example/orders/NO-1',
};

/** The host site's server: answers as the test says, and keeps what it was asked. */
class Host {
  readonly asked: { headers: IncomingHttpHeaders; body: string }[] = [];
  answer: (response: ServerResponse) => void = (response) => response.end(JSON.stringify({ cards: [CARD] }));
  private readonly server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    this.asked.push({ headers: request.headers, body });
    this.answer(response);
  });

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

describe('the context provider of a host site', () => {
  const host = new Host();
  let desk: TestApp;
  let site: Site;
  beforeAll(async () => {
    const port = await host.listen();
    desk = await startTestApp({ env: { FETCH_ALLOWED_HOSTS: `127.0.0.1:${port}` } });
    site = await buildSite(desk, { contextUrl: `http://127.0.0.1:${port}/context` });
  });
  beforeEach(() => {
    host.asked.length = 0;
    host.answer = (response) => response.end(JSON.stringify({ cards: [CARD] }));
  });
  afterAll(async () => {
    host.close();
    await desk.close();
  });

  const fetchFor = (customerId: string) => desk.get(ContextProvider).fetch(customerId);

  it('is asked by a signed call, and its cards come back', async () => {
    const customer = await buildCustomer(desk, { site, shop: {} });
    expect(await fetchFor(customer.id)).toEqual({ state: 'ok', cards: [CARD], fetchedAt: expect.any(String) });
    const [{ headers, body } = { headers: {}, body: '' }] = host.asked;
    expect(JSON.parse(body)).toEqual({ customer: customer.externalId, shop: `shop-${customer.id}` });
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const signature = createHmac('sha256', SITE_SECRET).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${signature}`);
  });

  it('is asked once for many who look at once, and again after 30 seconds', async () => {
    const customer = await buildCustomer(desk, { site });
    await Promise.all(Array.from({ length: 8 }, () => fetchFor(customer.id)));
    await fetchFor(customer.id);
    expect(host.asked).toHaveLength(1);
    await desk.clock.advance(31_000);
    await fetchFor(customer.id);
    expect(host.asked).toHaveLength(2);
  });

  it('is not asked about anonymous visitors', async () => {
    const visitor = await buildCustomer(desk, { site, externalId: null });
    expect(await fetchFor(visitor.id)).toEqual({ state: 'none', cards: [] });
    const elsewhere = await buildCustomer(desk);
    expect(await fetchFor(elsewhere.id)).toEqual({ state: 'none', cards: [] });
    expect(host.asked).toEqual([]);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['fails', (response) => response.writeHead(500).end()],
    ['hangs up', (response) => response.destroy()],
    ['answers nonsense', (response) => response.end('<html>')],
    ['answers another shape', (response) => response.end('{"cards":{}}')],
    ['sends us elsewhere', (response) => response.writeHead(302, { location: 'http://127.0.0.1/' }).end()],
    ['answers without end', (response) => response.end(JSON.stringify({ cards: [], pad: 'x'.repeat(300_000) }))],
    [
      'hands in a script as a link',
      (response) => response.end(JSON.stringify({ cards: [{ ...CARD, url: 'javascript:alert(1)' }] })),
    ],
  ])('that %s is unavailable, and the case goes on', async (_, answer) => {
    const customer = await buildCustomer(desk, { site });
    host.answer = answer;
    expect(await fetchFor(customer.id)).toEqual({ state: 'unavailable', cards: [] });
  });

  it('that fails later leaves the cards last known, and recovers', async () => {
    const customer = await buildCustomer(desk, { site });
    const { fetchedAt } = await fetchFor(customer.id);
    await desk.clock.advance(31_000);
    const good = host.answer;
    host.answer = (response) => response.writeHead(503).end();
    expect(await fetchFor(customer.id)).toEqual({ state: 'unavailable', cards: [CARD], fetchedAt });
    await fetchFor(customer.id);
    expect(host.asked).toHaveLength(2);
    host.answer = good;
    await desk.clock.advance(6_000);
    expect(await fetchFor(customer.id)).toMatchObject({ state: 'ok' });
  });
});
