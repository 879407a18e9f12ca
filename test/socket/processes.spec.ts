import type { Site } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connect, connectWidget, type WidgetClient } from '../support/clients.js';
import { buildSite } from '../support/factories.js';
import { describeWith } from '../support/tools.js';
import { until } from '../support/until.js';

describeWith('redis', 'a desk of several processes', () => {
  let desk: TestApp;
  let site: Site;
  const open: WidgetClient[] = [];

  beforeAll(async () => {
    desk = await startTestApp({ shape: 'cluster', events: 'live' });
    site = await buildSite(desk);
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
    const { entry } = await there.heard('entry.added', (push) => push.conversationId === conversationId);
    expect(entry.body).toBe('在吗');
  });

  it('carries the events of a web process at once, not when the worker next looks', async () => {
    const customer = await widget(webs()[0]);
    const conversationId = await customer.begin('第一句');
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
