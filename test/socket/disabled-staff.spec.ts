import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectAgent, connectWidget } from '../support/clients.js';
import { buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { until } from '../support/until.js';

const MOST_MILLISECONDS = 5_000;
const REFUSED = { code: 'unauthenticated' };

describe('the open tab of somebody who is disabled', () => {
  let desk: TestApp;
  let admin: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp({ events: 'live' });
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
  });
  afterAll(() => desk.close());

  it('is told, cut within five seconds and let in no more; what it still sends is refused, and the case goes on', async () => {
    const team = await buildTeam(desk, { key: 'frontline' });
    const staff = await buildStaff(desk, { name: '陈静', teams: [team] });
    const colleague = await signIn(desk, await buildStaff(desk, { name: '林涛', teams: [team] }));
    const session = await signIn(desk, staff);
    const tab = await connectAgent(desk, session);
    const other = await connectAgent(desk, colleague);
    const customer = await connectWidget(desk, { site: await buildSite(desk) });
    await tab.call('presence.set', { presence: 'online' });
    const conversationId = await customer.begin('昨天有一笔订单货款没有到账', 'earnings');
    await customer.call('person.request', { conversationId });
    const { ticket } = await tab.heard('ticket.assigned');
    const said = await tab.call('message.send', { conversationId, clientMessageId: randomUUID(), body: '您好' });

    await other.call('presence.set', { presence: 'online' });
    await admin.http.put(`/api/staff/${staff.id}/disablement`).expect(200);
    const disabledAt = performance.now();
    const unsent = { conversationId, clientMessageId: randomUUID(), body: '这条没有发出去' };
    for (const event of ['message.send', 'note.add'] as const) {
      // The cut may be faster than the answer.
      const ack = await tab.ask(event, unsent).catch(() => 'cut');
      expect([ack]).toEqual([
        ack === 'cut' ? ack : expect.objectContaining({ ok: false, error: expect.objectContaining(REFUSED) }),
      ]);
    }
    await until(() => !tab.socket.connected, 'the cut', MOST_MILLISECONDS);
    expect(performance.now() - disabledAt).toBeLessThan(MOST_MILLISECONDS);
    expect(tab.of('session.ended')).toHaveLength(1);
    await expect(connectAgent(desk, session)).rejects.toMatchObject({ problem: { code: 'unauthenticated' } });

    const again = await other.heard('ticket.assigned', (push) => push.ticket.number === ticket.number);
    expect(again.ticket.assigneeName).toBe('林涛');
    await customer.say(conversationId, '还在吗');
    await other.call('message.send', { conversationId, clientMessageId: randomUUID(), body: '我来处理' });
    const { entries } = await customer.call('conversation.catch_up', { conversationId, afterSeq: 0 });
    const bodies = entries.filter(({ kind }) => kind === 'message').map(({ body }) => body);
    expect(bodies).toEqual(expect.arrayContaining([said.entry.body, '还在吗', '我来处理']));
    expect(bodies).not.toContain(unsent.body);
    for (const client of [tab, other, customer]) client.close();
  }, 40_000);

  it('is cut as well when the sessions are ended, and may come back by signing in', async () => {
    const staff = await buildStaff(desk);
    const tab = await connectAgent(desk, await signIn(desk, staff));
    await admin.http.delete(`/api/staff/${staff.id}/sessions`).expect(204);
    await until(() => !tab.socket.connected, 'the cut', MOST_MILLISECONDS);
    const next = await connectAgent(desk, await signIn(desk, staff));
    expect(next.socket.connected).toBe(true);
    next.close();
  });
});
