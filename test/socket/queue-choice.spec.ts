import type { Site } from '../../src/people/index.js';
import { Presences, Profiles } from '../../src/routing/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectAgent, connectWidget, type WidgetClient } from '../support/clients.js';
import {
  type BuiltStaff,
  buildSite,
  buildStaff,
  buildTeam,
  identityToken,
  SITE_SECRET,
  signIn,
} from '../support/factories.js';

const PHONE = '138 0013 8000';
const MASKED = '138****8000';

describe('what a customer does while they wait', () => {
  let desk: TestApp;
  let site: Site;
  let frontline: { id: string };
  let chen: BuiltStaff;
  const open: { close(): void }[] = [];

  beforeAll(async () => {
    desk = await startTestApp();
    site = await buildSite(desk);
    frontline = await buildTeam(desk, { key: 'frontline' });
    chen = await buildStaff(desk, { name: '陈晨', teams: [frontline] });
  });
  afterEach(() => {
    for (const client of open.splice(0)) client.close();
  });
  afterAll(() => desk.close());

  async function widget(session?: string): Promise<WidgetClient> {
    const client = await connectWidget(desk, { site, session });
    open.push(client);
    return client;
  }

  async function waiting() {
    const customer = await widget();
    const conversationId = await customer.begin('昨天有一笔订单货款没有到账', 'earnings');
    const { conversation } = await customer.call('person.request', { conversationId });
    await desk.settle();
    return { customer, conversationId, number: conversation.ticket?.number ?? '' };
  }

  const console = async () => (await signIn(desk, chen)).http;

  const timeline = async (number: string) =>
    (await (await console()).get(`/api/tickets/${number}/timeline`).expect(200)).body.items as {
      kind: string;
      data: Record<string, unknown>;
      customerVisible: boolean;
    }[];

  it('leaves a message, and keeps number and place, also after the page was closed', async () => {
    const { customer, conversationId, number } = await waiting();
    const { conversation } = await customer.call('queue.choose', { conversationId, wish: 'message' });
    expect(conversation.ticket).toMatchObject({ number, wish: 'message', place: expect.any(Number) });
    const { place } = conversation.ticket ?? {};
    customer.close();
    const again = await widget(customer.session);
    const [kept] = (await again.resume()).conversations;
    expect(kept?.ticket).toMatchObject({ number, wish: 'message', place });
    await again.call('queue.choose', { conversationId, wish: 'wait' });
    await again.call('queue.choose', { conversationId, wish: 'wait' });
    expect((await timeline(number)).filter(({ kind }) => kind === 'wish').map(({ data }) => data.wish)).toEqual([
      'message',
      'wait',
    ]);
  });

  it('asks for a call: the agent has the number, the customer a mask, other screens of theirs hear of it', async () => {
    const { customer, conversationId, number } = await waiting();
    const other = await widget(customer.session);
    const { conversation } = await customer.call('queue.choose', { conversationId, wish: 'call_back', phone: PHONE });
    expect(conversation.ticket?.callBack).toEqual({ phone: MASKED, askedAt: expect.any(String) });
    await desk.settle();
    const seen = await other.heard('conversation.changed', (push) => push.conversation.ticket?.wish === 'call_back');
    expect(JSON.stringify(seen)).not.toContain('13800138000');
    const http = await console();
    const asked = await http.get(`/api/tickets/${number}/call-backs`).expect(200);
    expect(asked.body.items).toEqual([{ phone: '13800138000', askedAt: expect.any(String) }]);
    const ticket = await http.get(`/api/tickets/${number}`).expect(200);
    expect(ticket.body.customer.contactPoints).toEqual([{ kind: 'phone', value: MASKED, verifiedBy: 'customer' }]);
    const [line] = (await timeline(number)).filter(({ kind }) => kind === 'wish');
    expect(line).toMatchObject({ data: { wish: 'call_back', phone: MASKED }, customerVisible: false });
  });

  it('is called: once, by whoever may answer, and the customer sees that nothing is open any more', async () => {
    const { customer, conversationId, number } = await waiting();
    await customer.call('queue.choose', { conversationId, wish: 'call_back', phone: PHONE });
    const http = await console();
    const agent = await connectAgent(desk, await signIn(desk, chen));
    open.push(agent);
    await http.post(`/api/tickets/${number}/made-call-backs`).expect(201);
    const done = await http.post(`/api/tickets/${number}/made-call-backs`).expect(201);
    expect(done.body.items).toMatchObject([{ phone: '13800138000', doneBy: '陈晨', doneAt: expect.any(String) }]);
    expect((await timeline(number)).filter(({ kind }) => kind === 'called_back')).toHaveLength(1);
    await desk.settle();
    await agent.heard('ticket.changed', ({ ticket }) => ticket.number === number);
    const shown = await customer.heard(
      'conversation.changed',
      (push) => push.conversation.ticket?.callBack === undefined && push.conversation.ticket?.wish === 'wait',
    );
    expect(shown.conversation.id).toBe(conversationId);
    const stranger = await buildStaff(desk, { teams: [await buildTeam(desk)] });
    const { http: elsewhere } = await signIn(desk, stranger);
    await elsewhere.get(`/api/tickets/${number}/call-backs`).expect(403);
    await elsewhere.post(`/api/tickets/${number}/made-call-backs`).expect(403);
  });

  it('takes another number in place of the first, and none when they would rather wait', async () => {
    const { customer, conversationId, number } = await waiting();
    await customer.call('queue.choose', { conversationId, wish: 'call_back', phone: PHONE });
    const { conversation } = await customer.call('queue.choose', {
      conversationId,
      wish: 'call_back',
      phone: '010-8888 6666',
    });
    expect(conversation.ticket?.callBack?.phone).toBe('010****6666');
    const http = await console();
    const { body } = await http.get(`/api/tickets/${number}`);
    expect(body.customer.contactPoints).toHaveLength(1);
    const waits = await customer.call('queue.choose', { conversationId, wish: 'wait' });
    expect(waits.conversation.ticket?.callBack).toBeUndefined();
    expect((await http.get(`/api/tickets/${number}/call-backs`)).body.items).toEqual([]);
  });

  it('keeps the call when the visitor turns out to be somebody, who alone sees it', async () => {
    const { customer, conversationId } = await waiting();
    await customer.call('queue.choose', { conversationId, wish: 'call_back', phone: PHONE });
    const token = await identityToken(desk, { key: site.key, identitySecret: SITE_SECRET });
    const { conversations } = await customer.call('identify', { token });
    expect(conversations.find(({ id }) => id === conversationId)?.ticket?.callBack?.phone).toBe(MASKED);
  });

  it('is known again after its person let go of it', async () => {
    const { customer, conversationId, number } = await waiting();
    await customer.call('queue.choose', { conversationId, wish: 'call_back', phone: PHONE });
    await desk.get(Profiles).save({ staffId: chen.id, capacity: 50, skills: {} });
    await desk.get(Presences).set(chen.id, 'online');
    await desk.settle();
    const given = await customer.call('conversation.catch_up', { conversationId, afterSeq: 0 });
    expect(given.conversation.ticket).toMatchObject({ agentName: expect.any(String), callBack: { phone: MASKED } });
    // Who is to call need not write within the time that a chat is given.
    const held = await desk.database.one(
      'SELECT w.answer_by AS "answerBy" FROM work_in_hand w JOIN tickets t ON t.id = w.ticket_id WHERE t.number = $1',
      [number],
    );
    expect(held).toEqual({ answerBy: null });
    await desk.get(Presences).set(chen.id, 'offline');
    const http = await console();
    await http.post(`/api/tickets/${number}/assignments`).send({ teamId: frontline.id }).expect(201);
    await desk.settle();
    const back = await customer.call('conversation.catch_up', { conversationId, afterSeq: 0 });
    expect(back.conversation.ticket).toMatchObject({ wish: 'call_back', place: expect.any(Number) });
  });

  describe('refuses', () => {
    it.each([
      ['a wish that there is not', { wish: 'shout' }],
      ['a call without a number', { wish: 'call_back' }],
      ['what is no number', { wish: 'call_back', phone: '12345' }],
      ['a number of another shape', { wish: 'call_back', phone: ['13800138000'] }],
      ['a number beside a message', { wish: 'message', phone: PHONE }],
      ['too much', { wish: 'call_back', phone: '1'.repeat(5_000) }],
    ])('%s, and changes nothing', async (_, choice) => {
      const { customer, conversationId, number } = await waiting();
      const ack = await customer.ask('queue.choose', { conversationId, ...choice });
      expect(ack).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
      const { conversation } = await customer.call('conversation.catch_up', { conversationId, afterSeq: 0 });
      expect(conversation.ticket).toMatchObject({ wish: 'wait' });
      expect((await timeline(number)).some(({ kind }) => kind === 'wish')).toBe(false);
    });

    it('another’s conversation like one that there is not', async () => {
      const { conversationId } = await waiting();
      const stranger = await widget();
      const { error } = (await stranger.ask('queue.choose', { conversationId, wish: 'message' })) as { error?: object };
      const { error: none } = (await stranger.ask('queue.choose', {
        conversationId: '01900000-0000-7000-8000-000000000000',
        wish: 'message',
      })) as { error?: object };
      expect({ ...error, requestId: '' }).toEqual({ ...none, requestId: '' });
      expect(error).toMatchObject({ code: 'not_found' });
    });

    it('a choice where nothing waits', async () => {
      const customer = await widget();
      const conversationId = await customer.begin('只是问问');
      const ack = await customer.ask('queue.choose', { conversationId, wish: 'message' });
      expect(ack).toMatchObject({ ok: false, error: { code: 'conflict' } });
    });

    it('more changes of mind than anybody has', async () => {
      const { customer, conversationId } = await waiting();
      let last: unknown;
      for (let times = 0; times < 21; times += 1)
        last = await customer.ask('queue.choose', { conversationId, wish: times % 2 === 0 ? 'message' : 'wait' });
      expect(last).toMatchObject({ ok: false, error: { code: 'too_many_requests', retryAfter: expect.any(Number) } });
    });
  });
});
