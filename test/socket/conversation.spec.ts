import { randomUUID } from 'node:crypto';
import type { CustomerEntryView } from '../../src/contract/index.js';
import type { Site } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type AgentClient, connectAgent, connectWidget, type WidgetClient } from '../support/clients.js';
import { type BuiltStaff, buildSite, buildStaff, buildTeam, signIn } from '../support/factories.js';
import { until } from '../support/until.js';

describe('a conversation', () => {
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

  async function widget(options: { session?: string } = {}): Promise<WidgetClient> {
    const client = await connectWidget(desk, { site, ...options });
    open.push(client);
    return client;
  }

  async function agent(staff = chen): Promise<AgentClient> {
    const client = await connectAgent(desk, await signIn(desk, staff));
    open.push(client);
    return client;
  }

  /** A conversation that people answer. */
  async function handedOver(customer: WidgetClient, words = '昨天有一笔订单货款没有到账'): Promise<string> {
    const conversationId = await customer.begin(words, 'earnings');
    await customer.call('person.request', { conversationId });
    await desk.settle();
    return conversationId;
  }

  const thread = async (client: WidgetClient, conversationId: string): Promise<CustomerEntryView[]> =>
    (await client.call('conversation.catch_up', { conversationId, afterSeq: 0 })).entries;

  describe('a message that was acknowledged', () => {
    it('is there once, however often it is sent', async () => {
      const customer = await widget();
      const conversationId = await customer.begin('你好');
      const clientMessageId = randomUUID();
      const acks = await Promise.all(
        Array.from({ length: 10 }, () => customer.say(conversationId, '只说一次', clientMessageId)),
      );
      expect(new Set(acks.map((entry) => entry.id)).size).toBe(1);
      const said = (await thread(customer, conversationId)).filter((entry) => entry.body === '只说一次');
      expect(said).toHaveLength(1);
      expect(said[0]).toMatchObject({ id: acks[0]?.id, clientMessageId });
    });

    it('has one place in one order for all readers, without gaps, when both sides write at once', async () => {
      const customer = await widget();
      const conversationId = await handedOver(customer);
      const staff = await agent();
      const words = Array.from({ length: 25 }, (_, n) => n);
      await Promise.all([
        ...words.map((n) => customer.say(conversationId, `客户 ${n}`)),
        ...words.map((n) =>
          staff.call('message.send', { conversationId, clientMessageId: randomUUID(), body: `客服 ${n}` }),
        ),
        ...words.map((n) =>
          staff.call('note.add', { conversationId, clientMessageId: randomUUID(), body: `备注 ${n}` }),
        ),
      ]);
      const seen = await thread(customer, conversationId);
      const { entries } = await staff.call('conversation.catch_up', { conversationId, afterSeq: 0 });
      expect(seen.map((entry) => entry.seq)).toEqual(seen.map((_, index) => index + 1));
      expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1));
      expect(seen.map((entry) => entry.id)).toEqual(
        entries.filter((entry) => entry.kind !== 'note').map((entry) => entry.id),
      );
    });

    it('cannot be replaced or read by guessing another side’s message id', async () => {
      const customer = await widget();
      const conversationId = await handedOver(customer);
      const staff = await agent();
      const clientMessageId = randomUUID();
      await staff.call('note.add', { conversationId, clientMessageId, body: '内部：怀疑刷单' });
      const ack = await customer.ask('message.send', { conversationId, clientMessageId, body: '猜一猜' });
      expect(ack).toMatchObject({ ok: false, error: { code: 'conflict' } });
      expect(JSON.stringify(ack)).not.toContain('怀疑刷单');
    });
  });

  it('shows every open screen what was written, once it is stored', async () => {
    const customer = await widget();
    const conversationId = await handedOver(customer);
    const staff = await agent();
    await customer.say(conversationId, '在吗');
    await staff.heard('entry.added', (push) => push.entry.body === '在吗');
    await staff.call('message.send', { conversationId, clientMessageId: randomUUID(), body: '在的' });
    const { entry } = await customer.heard('entry.added', (push) => push.entry.body === '在的');
    expect(entry.author).toEqual({ kind: 'staff', name: expect.any(String) });
  });

  it('is shown once more when it is sent again, as who stored it may have died before anybody was told', async () => {
    const customer = await widget();
    const conversationId = await handedOver(customer);
    const staff = await agent();
    const clientMessageId = randomUUID();
    const { id } = await customer.say(conversationId, '有人吗', clientMessageId);
    await customer.say(conversationId, '有人吗', clientMessageId);
    await until(() => staff.of('entry.added').filter(({ entry }) => entry.id === id).length === 2, 'the second push');
  });

  it('tells the other tabs of whoever wrote, and the tab that wrote by its ack alone', async () => {
    const customer = await widget();
    const other = await widget({ session: customer.session });
    const conversationId = await customer.begin('第一句');
    await customer.say(conversationId, '第二句');
    await other.heard('entry.added', (push) => push.entry.body === '第二句');
    await other.say(conversationId, '第三句');
    await customer.heard('entry.added', (push) => push.entry.body === '第三句');
    expect(customer.of('entry.added').map((push) => push.entry.body)).toEqual(['第三句']);
    expect(other.of('entry.added').map((push) => push.entry.body)).toEqual(['第一句', '第二句']);
  });

  it('gives a screen that was away what it missed, and nothing twice', async () => {
    const customer = await widget();
    const conversationId = await handedOver(customer);
    const before = await thread(customer, conversationId);
    const lastSeq = before.at(-1)?.seq ?? 0;
    customer.close();
    const staff = await agent();
    for (const body of ['一', '二', '三'])
      await staff.call('message.send', { conversationId, clientMessageId: randomUUID(), body });
    const again = await widget({ session: customer.session });
    const missed = await again.call('conversation.catch_up', { conversationId, afterSeq: lastSeq });
    expect(missed.entries.map((entry) => entry.body)).toEqual(['一', '二', '三']);
    expect(missed.hasMore).toBe(false);
    expect(missed.conversation.lastSeq).toBe(lastSeq + 3);
  });

  describe('a note', () => {
    it('never reaches the customer: not by push, catch-up, numbers or preview', async () => {
      const customer = await widget();
      const conversationId = await handedOver(customer);
      const staff = await agent();
      const secret = '备注：客户情绪激动，勿外传';
      await staff.call('note.add', { conversationId, clientMessageId: randomUUID(), body: secret });
      await staff.heard('entry.added', (push) => push.entry.body === secret);
      await staff.call('message.send', { conversationId, clientMessageId: randomUUID(), body: '您好' });
      await customer.heard('entry.added', (push) => push.entry.body === '您好');
      await staff.call('typing', { conversationId, isTyping: true });
      const page = await customer.call('conversation.catch_up', { conversationId, afterSeq: 0 });
      const state = await customer.resume();
      expect(JSON.stringify([customer.pushes, page, state])).not.toContain('勿外传');
      expect(page.entries.map((entry) => entry.seq)).toEqual(page.entries.map((_, index) => index + 1));
      expect(page.entries.map((entry) => entry.kind)).not.toContain('note');
    });
  });

  describe('for an outsider', () => {
    it.each([
      'conversation.catch_up',
      'conversation.read',
      'message.send',
      'typing',
      'person.request',
      'card.send',
      'bot.rate',
    ] as const)('%s answers like a conversation that does not exist', async (event) => {
      const owner = await widget();
      const conversationId = await owner.begin('我的隐私');
      await desk.settle();
      const stranger = await widget();
      const payload = (id: string) => ({
        conversationId: id,
        ...(event === 'conversation.catch_up' && { afterSeq: 0 }),
        ...(event === 'conversation.read' && { seq: 1 }),
        ...(event === 'typing' && { isTyping: true }),
        ...(event === 'message.send' && { clientMessageId: randomUUID(), body: '窥视' }),
        ...(event === 'card.send' && {
          clientMessageId: randomUUID(),
          card: { kind: 'order', id: '1', title: '订单', fields: [] },
        }),
        ...(event === 'bot.rate' && { entryId: randomUUID(), helped: true }),
      });
      const foreign = await stranger.ask(event, payload(conversationId));
      const absent = await stranger.ask(event, payload(randomUUID()));
      const masked = (ack: object) => JSON.stringify(ack).replace(/"requestId":"[^"]+"/, '');
      expect(foreign).toMatchObject({ ok: false, error: { code: 'not_found' } });
      expect(masked(foreign)).toBe(masked(absent));
      expect((await thread(owner, conversationId)).map((entry) => entry.body)).not.toContain('窥视');
      expect(stranger.pushes).toEqual([]);
    });

    it('of another team, nothing is pushed and nothing can be read', async () => {
      const elsewhere = await buildStaff(desk, { teams: [await buildTeam(desk)] });
      const customer = await widget();
      const conversationId = await handedOver(customer);
      const outsider = await agent(elsewhere);
      await customer.say(conversationId, '只给前线看');
      const ack = await outsider.ask('conversation.catch_up', { conversationId, afterSeq: 0 });
      expect(ack).toMatchObject({ ok: false, error: { code: 'not_found' } });
      expect(outsider.of('entry.added')).toEqual([]);
    });
  });

  it('tells the staff how far the customer has read', async () => {
    const customer = await widget();
    const conversationId = await handedOver(customer);
    const staff = await agent();
    await customer.call('conversation.read', { conversationId, seq: 2 });
    expect(await staff.heard('conversation.read')).toEqual({ conversationId, customerSeq: 2 });
  });

  it('shows that somebody writes, to the other side alone', async () => {
    const customer = await widget();
    const conversationId = await handedOver(customer);
    const staff = await agent();
    await customer.call('typing', { conversationId, isTyping: true });
    expect(await staff.heard('typing')).toMatchObject({ conversationId, isTyping: true });
    expect(customer.of('typing')).toEqual([]);
  });
});

describe('a staff session that ends', () => {
  it('loses its sockets within five seconds', async () => {
    const desk = await startTestApp();
    try {
      const staff = await buildStaff(desk, { teams: [await buildTeam(desk, { key: 'frontline' })] });
      const session = await signIn(desk, staff);
      const client = await connectAgent(desk, session);
      const gone = new Promise((resolve) => client.socket.once('disconnect', resolve));
      const begun = performance.now();
      await session.http.delete('/api/sessions/current').expect(204);
      await gone;
      expect(performance.now() - begun).toBeLessThan(5_000);
      expect(client.of('session.ended')).toHaveLength(1);
      await expect(connectAgent(desk, session)).rejects.toMatchObject({ problem: { code: 'unauthenticated' } });
    } finally {
      await desk.close();
    }
  });
});

describe('staff who change teams', () => {
  it('hear nothing more of their former team within five seconds, and are told to come in anew', async () => {
    const desk = await startTestApp();
    try {
      const team = await buildTeam(desk, { key: 'frontline' });
      const staff = await buildStaff(desk, { teams: [team] });
      const client = await connectAgent(desk, await signIn(desk, staff));
      const gone = new Promise((resolve) => client.socket.once('disconnect', resolve));
      const begun = performance.now();
      await desk.database.query('DELETE FROM team_members WHERE staff_id = $1', [staff.id]);
      expect(await gone).toBe('transport close');
      expect(performance.now() - begun).toBeLessThan(5_000);
      expect(client.of('session.ended')).toEqual([]);
    } finally {
      await desk.close();
    }
  });
});

describe('a handshake', () => {
  let desk: TestApp;
  beforeAll(async () => {
    desk = await startTestApp();
  });
  afterAll(() => desk.close());

  it('from a foreign page is refused', async () => {
    const site = await buildSite(desk);
    await expect(connectWidget(desk, { site, origin: 'https://evil.example' })).rejects.toThrow();
    (await connectWidget(desk, { site, origin: desk.url })).close();
  });

  it('for an unknown site is refused with its code', async () => {
    await expect(connectWidget(desk, { site: { key: 'nowhere' } })).rejects.toMatchObject({
      problem: { code: 'site_unknown' },
    });
  });

  it('without a staff session is refused with its code', async () => {
    await expect(connectAgent(desk, { cookie: 'porchlight=forged' })).rejects.toMatchObject({
      problem: { code: 'unauthenticated' },
    });
  });
});
