import type { CustomerCaseQuery } from '../../src/contract/index.js';

import { startTestApp, type TestApp } from '../support/app.js';
import { connectWidget, type WidgetClient } from '../support/clients.js';
import { type BuiltSite, buildSite, buildTeam, identityToken } from '../support/factories.js';

const SHOP = { id: 'tea', name: '林记茶铺', tier: 'standard' as const };

describe('the cases that a customer may follow', () => {
  let desk: TestApp;
  let site: BuiltSite;
  const clients: WidgetClient[] = [];
  beforeAll(async () => {
    desk = await startTestApp();
    site = await buildSite(desk);
    await buildTeam(desk, { key: 'frontline' });
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
  });
  afterAll(() => desk.close());

  async function somebody(name: string, claims: Record<string, unknown> = {}): Promise<WidgetClient> {
    const client = await connectWidget(desk, { site });
    clients.push(client);
    await client.call('identify', { token: await identityToken(desk, site, { sub: name, name, ...claims }) });
    return client;
  }
  async function opens(client: WidgetClient, words: string): Promise<string> {
    const conversationId = await client.begin(words);
    const { conversation } = await client.call('person.request', { conversationId });
    return conversation.ticket?.number as string;
  }
  const list = async (
    client: WidgetClient,
    of: CustomerCaseQuery['of'],
    state: CustomerCaseQuery['state'] = 'active',
  ) => (await client.call('cases.list', { of, state })).items.map(({ number, customerName }) => [number, customerName]);

  it('are their own, under way or done, page by page', async () => {
    const lin = await somebody('lin');
    const zhao = await somebody('zhao');
    await opens(zhao, '别人的问题');
    const numbers: string[] = [];
    for (let n = 0; n < 22; n += 1) numbers.unshift(await opens(lin, `第 ${n} 个问题`));
    const last = numbers[0] as string;
    const { ticket } = await lin.call('ticket.withdraw', { number: last, reason: 'by_mistake' });
    expect(ticket).toMatchObject({ status: 'cancelled', may: {} });
    const first = await lin.call('cases.list', { of: 'own', state: 'active' });
    expect(first.items.map(({ number }) => number)).toEqual(numbers.slice(1, 21));
    expect(first.items[0]).toMatchObject({ about: '第 20 个问题', conversationId: expect.any(String) });
    const { items, nextCursor } = await lin.call('cases.list', {
      of: 'own',
      state: 'active',
      cursor: first.nextCursor,
    });
    expect([items.map(({ number }) => number), nextCursor]).toEqual([[numbers[21]], undefined]);
    expect(await list(lin, 'own', 'done')).toEqual([[last, undefined]]);
    await expect(lin.call('cases.list', { of: 'own', state: 'done', cursor: 'x' })).rejects.toThrow('invalid_input');
  });

  it('are those of the shop for whom the host site says so, as long as it does', async () => {
    const clerk = await somebody('clerk', { shop: SHOP });
    const number = await opens(clerk, '店员的问题');
    const owner = await somebody('owner', { shop: SHOP, shop_cases: true });
    const own = await opens(owner, '老板的问题');
    const stranger = await somebody('stranger', { shop: { ...SHOP, id: 'other' }, shop_cases: true });
    expect(await list(owner, 'shop')).toEqual([
      [own, undefined],
      [number, 'clerk'],
    ]);
    expect(await list(owner, 'own')).toEqual([[own, undefined]]);
    expect(await list(clerk, 'shop')).toEqual([]);
    expect(await list(stranger, 'shop')).toEqual([]);
    const again = await somebody('owner', { shop: SHOP });
    expect((await again.resume()).customer).not.toHaveProperty('shopCases');
    expect(await list(again, 'shop')).toEqual([]);
    await expect(somebody('eve', { shop_cases: 'yes' })).rejects.toThrow('identity_token_invalid');
  });

  it('may be hurried once in their time, and never another’s', async () => {
    const lin = await somebody('lin-2');
    const zhao = await somebody('zhao-2');
    const number = await opens(lin, '请快一点');
    const { ticket } = await lin.call('ticket.nudge', { number });
    expect(Date.parse(ticket.may.nudge?.from as string)).toBeGreaterThan(desk.clock.now().getTime());
    await expect(lin.call('ticket.nudge', { number })).rejects.toThrow('too_many_requests');
    await expect(zhao.call('ticket.nudge', { number })).rejects.toThrow('not_found');
    await expect(zhao.call('ticket.withdraw', { number, reason: 'other' })).rejects.toThrow('not_found');
  });
});
