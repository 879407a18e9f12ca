import type { CustomerEntryView } from '../../src/contract/index.js';
import type { Site } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type AgentClient, connect, connectAgent, connectWidget, type WidgetClient } from '../support/clients.js';
import { buildSite, buildStaff, buildTeam, signIn } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';
import { describeWith } from '../support/tools.js';
import { until } from '../support/until.js';

describeWith('redis', 'a desk of several processes', () => {
  let desk: TestApp;
  let site: Site;
  const open: WidgetClient[] = [];

  beforeAll(async () => {
    desk = await startTestApp({ shape: 'cluster', events: 'live' });
    site = await buildSite(desk);
    await buildTeam(desk, { key: 'frontline' });
  });
  afterEach(() => {
    for (const client of open.splice(0)) client.close();
  });
  afterAll(() => desk.close());

  async function widget(at: string, session?: string): Promise<WidgetClient> {
    const client = await connectWidget({ url: at }, { site, session });
    open.push(client);
    return client;
  }

  const webs = () => desk.urls.webs as [string, string];

  it('shows what is written at one web process on the screens of another', async () => {
    const here = await widget(webs()[0]);
    const there = await widget(webs()[1], here.session);
    const conversationId = await here.begin('在吗');
    // The bot may greet before.
    const isIt = ({ entry }: { entry: CustomerEntryView }) => entry.body === '在吗';
    expect(await there.heard('entry.added', isIt)).toMatchObject({ conversationId });
  });

  it('carries the events of a web process at once, not when the worker next looks', async () => {
    const customer = await widget(webs()[0]);
    const conversationId = await customer.begin('第一句');
    // So that no answer of the bot's is part of what is measured.
    await customer.call('person.request', { conversationId });
    const waits: number[] = [];
    for (let n = 0; n < 9; n += 1) {
      await until(async () => !(await isWaiting()), 'an empty outbox');
      await customer.say(conversationId, `第 ${n} 句`);
      const written = performance.now();
      await until(async () => !(await isWaiting()), 'an empty outbox');
      waits.push(performance.now() - written);
    }
    // The worker looks by itself once a second, which would be 500 ms in the middle.
    expect(waits.sort((a, b) => a - b)[4]).toBeLessThan(300);
  });

  it('lets the tabs of one browser change hands together, wherever they are connected', async () => {
    const here = await widget(webs()[0]);
    const there = await widget(webs()[1], here.session);
    const gone = new Promise((resolve) => there.socket.once('disconnect', resolve));
    await here.call('logout', {});
    expect(await gone).toBe('transport close');
    expect(here.socket.connected).toBe(true);
  });

  it('shows colleagues at one case to each other, wherever they are connected, until their sockets die', async () => {
    const ticket = await buildTicket(desk, { site });
    const { conversationId } = ticket;
    const team = { id: (await desk.database.query<{ id: string }>('SELECT id FROM teams'))[0]?.id as string };
    const [lin, chen] = [
      await signIn(desk, await buildStaff(desk, { teams: [team], name: '林晓' })),
      await signIn(desk, await buildStaff(desk, { teams: [team], name: '陈静' })),
    ];
    const here = await connectAgent({ url: webs()[0] }, lin);
    const there = await connectAgent({ url: webs()[1] }, chen);
    await here.call('conversation.attend', { conversationId });
    await there.call('conversation.attend', { conversationId });
    const names = (client: AgentClient) =>
      client
        .of('onlookers.changed')
        .at(-1)
        ?.onlookers.map(({ name, isTyping }) => (isTyping ? `${name}…` : name));
    for (const client of [here, there]) await until(() => names(client)?.length === 2, 'both at the case');
    await there.call('typing', { conversationId, isTyping: true });
    await until(() => names(here)?.includes('陈静…'), 'somebody who types at the other process');
    there.socket.io.engine.close();
    await until(() => names(here)?.join() === '林晓', 'one who is gone');
    here.close();
  });

  it('answers at its worker only what its operator asks', async () => {
    const { worker } = desk.urls;
    for (const path of ['/healthz', '/readyz?verbose', '/metrics'])
      expect((await fetch(worker + path)).status).toBe(200);
    for (const path of ['/help', '/api/sessions/current', '/widget/loader.js'])
      expect((await fetch(worker + path)).status).toBe(404);
    await expect(connect(`${worker}/widget`, { auth: { site: site.key } })).rejects.toThrow();
  });

  it('says in its readiness whether its processes hear each other', async () => {
    for (const url of [...webs(), desk.urls.worker])
      expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ ready: true, checks: { redis: 'ok' } });
  });

  async function isWaiting(): Promise<boolean> {
    return (await desk.database.query('SELECT FROM outbox LIMIT 1')).length > 0;
  }
});
