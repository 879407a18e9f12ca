import { randomUUID } from 'node:crypto';
import type { Site } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connect, connectAgent, connectWidget, type WidgetClient } from '../support/clients.js';
import { buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';

describe('a widget in the wrong hands', () => {
  let desk: TestApp;
  let site: Site;
  let chen: SignedIn;
  const open: { close(): void }[] = [];

  beforeAll(async () => {
    desk = await startTestApp();
    site = await buildSite(desk);
    chen = await signIn(desk, await buildStaff(desk, { teams: [await buildTeam(desk, { key: 'frontline' })] }));
  });
  afterEach(() => {
    for (const client of open.splice(0)) client.close();
  });
  afterAll(() => desk.close());

  async function widget(): Promise<WidgetClient> {
    const client = await connectWidget(desk, { site });
    open.push(client);
    return client;
  }

  it('finds nobody behind the namespace that every socket server has', async () => {
    await expect(connect(desk.url)).rejects.toThrow('not_found');
  });

  it('is told what is wrong with a site key that no database takes', async () => {
    await expect(connectWidget(desk, { site: { key: 'de\0mo' } })).rejects.toMatchObject({
      problem: { code: 'invalid_input' },
    });
  });

  it('may send half an emoji, in words and in a card', async () => {
    const client = await widget();
    const conversationId = await client.begin('好\ud83d');
    const card = {
      kind: 'order',
      id: '1',
      title: '订单\ud83d',
      fields: [],
      url: 'https://shop.example/\ud83d',
    } as const;
    const { entry } = await client.call('card.send', {
      conversationId,
      clientMessageId: randomUUID(),
      card: { ...card, fields: [] },
    });
    expect(entry.data).toMatchObject({ card: { title: '订单\ufffd' } });
  });

  it('is held back though it logs out in between, or asks for what does not exist', async () => {
    const client = await widget();
    const acks = [];
    for (let turn = 0; turn < 51; turn += 1)
      acks.push(await client.ask('logout', {}), (await client.socket.emitWithAck('no.such.event', {})) as never);
    expect(acks.at(-1)).toMatchObject({ ok: false, error: { code: 'too_many_requests' } });
  });

  it.each([
    'javascript:alert(1)',
    'http://shop.example/',
    'https://bank.example@evil.example/',
    '//evil.example',
    'data:text/html,x',
  ])('cannot send a card that links to %s', async (url) => {
    const client = await widget();
    const conversationId = await client.begin('看看这个');
    const card = { kind: 'order', id: '1', title: '订单', fields: [], url };
    const payload = { conversationId, clientMessageId: randomUUID(), card };
    expect(await client.ask('card.send', payload)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  });

  it('cannot fill the desk with matters without end, and goes on in the ones it has', async () => {
    const client = await widget();
    const clientConversationId = randomUUID();
    const { conversation } = await client.call('conversation.start', { clientConversationId });
    for (let n = 1; n < 30; n += 1) await client.call('conversation.start', { clientConversationId: randomUUID() });
    expect(await client.ask('conversation.start', { clientConversationId: randomUUID() })).toMatchObject({
      ok: false,
      error: { code: 'too_many_requests', retryAfter: expect.any(Number) },
    });
    expect((await client.call('conversation.start', { clientConversationId })).conversation.id).toBe(conversation.id);
    await client.say(conversation.id, '还在吗');
  });

  it('does not learn from any time or push that there is a note', async () => {
    const client = await widget();
    const conversationId = await client.begin('货款没有到账', 'earnings');
    await client.call('person.request', { conversationId });
    await desk.settle();
    const agent = await connectAgent(desk, chen);
    open.push(agent);
    const readAll = async () => {
      const { entries } = await agent.call('conversation.catch_up', { conversationId, afterSeq: 0 });
      await agent.call('conversation.read', { conversationId, seq: entries.at(-1)?.seq ?? 0 });
    };
    await readAll();
    await client.heard('conversation.read');
    const before = await client.resume();
    const heard = client.pushes.length;

    await desk.clock.advance(60_000);
    await agent.call('note.add', { conversationId, clientMessageId: randomUUID(), body: '疑似刷单，先不要付款' });
    await readAll();
    await desk.settle();

    const after = await client.resume();
    expect(after.conversations).toEqual(before.conversations);
    expect(client.pushes.slice(heard)).toEqual([]);
  });
});
