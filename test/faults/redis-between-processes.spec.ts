import { randomUUID } from 'node:crypto';
import type { Site } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectAgent, connectWidget, type WidgetClient } from '../support/clients.js';
import { buildSite, buildStaff, buildTeam, signIn } from '../support/factories.js';
import { describeWith } from '../support/tools.js';
import { until } from '../support/until.js';

describeWith('redis', 'a desk of several processes whose Redis dies under live sockets', () => {
  let desk: TestApp;
  let site: Site;
  const open: { close(): void }[] = [];

  beforeAll(async () => {
    desk = await startTestApp({ shape: 'cluster', events: 'live' });
    site = await buildSite(desk);
  });
  afterAll(async () => {
    for (const client of open) client.close();
    await desk.close();
  });

  async function widget(at: string | undefined, session?: string): Promise<WidgetClient> {
    const client = await connectWidget({ url: at ?? '' }, { site, session });
    open.push(client);
    return client;
  }

  it('goes on within each process, has the other screens look for themselves, and heals by itself', async () => {
    const [first, second] = desk.urls.webs;
    const staff = await buildStaff(desk, { teams: [await buildTeam(desk, { key: 'frontline' })] });
    const agent = await connectAgent({ url: second ?? '' }, await signIn(desk, staff));
    open.push(agent);
    const customer = await widget(first);
    const [beside, elsewhere] = [await widget(first, customer.session), await widget(second, customer.session)];
    const conversationId = await customer.begin('昨天有一笔订单货款没有到账', 'earnings');
    await customer.call('person.request', { conversationId });
    await until(
      async () => (await agent.ask('conversation.catch_up', { conversationId, afterSeq: 0 })).ok,
      'the case to be in sight of the agent',
    );

    await desk.redis?.kill();
    const begun = performance.now();
    for (const n of [1, 2, 3]) await customer.say(conversationId, `断线 ${n}`);
    expect(performance.now() - begun).toBeLessThan(2_500);
    await beside.heard('entry.added', (push) => push.entry.body === '断线 3');
    for (const screen of [elsewhere, customer]) await screen.heard('pushes.missed');
    await agent.heard('pushes.missed');
    const seen = await agent.call('conversation.catch_up', { conversationId, afterSeq: 0 });
    expect(seen.entries.map((entry) => entry.body)).toEqual(expect.arrayContaining(['断线 1', '断线 2', '断线 3']));
    await until(async () => (await redisOf(first)) === 'degraded', 'the readiness to say so');

    const stranger = await widget(first);
    const strangersTab = await widget(second, stranger.session);
    await stranger.call('logout', {});
    await until(() => !strangersTab.socket.connected, 'the end of a tab whose session has ended');

    await desk.redis?.start();
    await until(async () => (await redisOf(first)) === 'ok' && (await redisOf(second)) === 'ok', 'Redis to be back');
    const told = agent.of('pushes.missed').length;
    await agent.heard('pushes.missed', () => agent.of('pushes.missed').length > told);
    await agent.call('message.send', { conversationId, clientMessageId: randomUUID(), body: '又通了' });
    await customer.heard('entry.added', (push) => push.entry.body === '又通了');
  });

  const redisOf = async (url = '') => (await (await fetch(`${url}/readyz`)).json()).checks.redis;
});
