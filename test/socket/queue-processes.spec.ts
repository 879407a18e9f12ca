import type { Site } from '../../src/people/index.js';
import { Tickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectWidget, type WidgetClient } from '../support/clients.js';
import { type BuiltStaff, buildSite, buildStaff, buildTeam } from '../support/factories.js';
import { describeWith } from '../support/tools.js';

describeWith('redis', 'the queue of a desk of several processes', () => {
  let desk: TestApp;
  let site: Site;
  let chen: BuiltStaff;
  const open: WidgetClient[] = [];

  beforeAll(async () => {
    desk = await startTestApp({ shape: 'cluster', events: 'live' });
    site = await buildSite(desk);
    chen = await buildStaff(desk, { teams: [await buildTeam(desk, { key: 'frontline' })] });
  });
  afterAll(async () => {
    for (const client of open) client.close();
    await desk.close();
  });

  async function widget(web: 0 | 1, session?: string): Promise<WidgetClient> {
    const client = await connectWidget({ url: desk.urls.webs[web] as string }, { site, session });
    open.push(client);
    return client;
  }

  async function waiting(customer: WidgetClient) {
    const conversationId = await customer.begin('昨天有一笔订单货款没有到账', 'earnings');
    await customer.call('person.request', { conversationId });
    return conversationId;
  }

  it('tells each customer once, by the process that serves them, when somebody elsewhere leaves', async () => {
    const first = await widget(0);
    const leaving = await waiting(first);
    await first.heard('queue.changed', ({ place }) => place === 1);
    const here = await widget(1);
    const there = await widget(0, here.session);
    await waiting(here);
    for (const tab of [here, there]) await tab.heard('queue.changed', ({ place }) => place === 2);
    await desk.database.transaction(async (tx) => {
      const row = await tx.one<{ id: string }>(
        'SELECT ticket_id AS id FROM ticket_conversations WHERE conversation_id = $1',
        [leaving],
      );
      await desk.get(Tickets).transition(tx, {
        ticketId: row?.id ?? '',
        to: 'cancelled',
        actor: { kind: 'staff', id: chen.id },
        because: 'test',
      });
    });
    for (const tab of [here, there]) {
      await tab.heard('queue.changed', ({ place }) => place === 1);
      expect(tab.of('queue.changed').map(({ place }) => place)).toEqual([2, 1]);
    }
  });
});
