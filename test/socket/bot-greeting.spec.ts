import { randomUUID } from 'node:crypto';
import type { Site } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectWidget, type WidgetClient } from '../support/clients.js';
import { type BuiltSite, buildSite, buildTeam, identityToken } from '../support/factories.js';

describe('the greeting', () => {
  let desk: TestApp;
  let site: BuiltSite;
  const open: WidgetClient[] = [];

  beforeAll(async () => {
    desk = await startTestApp();
    site = await buildSite(desk);
    await buildTeam(desk, { key: 'frontline' });
  });
  afterEach(() => {
    for (const client of open.splice(0)) client.close();
  });
  afterAll(() => desk.close());

  async function widget(of: Site = site): Promise<WidgetClient> {
    const client = await connectWidget(desk, { site: of });
    open.push(client);
    return client;
  }

  async function start(
    client: WidgetClient,
    options: { category?: 'earnings'; from?: 'article'; followUpOf?: string } = {},
  ) {
    const { conversation } = await client.call('conversation.start', {
      clientConversationId: randomUUID(),
      ...options,
    });
    return conversation.id;
  }

  const thread = async (client: WidgetClient, conversationId: string) =>
    (await client.call('conversation.catch_up', { conversationId, afterSeq: 0 })).entries;
  const dialogue = async (conversationId: string) =>
    (await desk.database.query('SELECT * FROM bot_dialogues WHERE conversation_id = $1', [conversationId]))[0];

  it('comes by itself, once, however often the start is repeated', async () => {
    const client = await widget();
    const payload = { clientConversationId: randomUUID() };
    const { conversation } = await client.call('conversation.start', payload);
    await desk.settle();
    await client.call('conversation.start', payload);
    await desk.settle();
    expect(await thread(client, conversation.id)).toMatchObject([
      { author: { kind: 'bot' }, data: { type: 'bot_greeting', replies: expect.any(Array) } },
    ]);
    expect(await dialogue(conversation.id)).toMatchObject({ entry: 'home', first_question_at: null });
  });

  it('is left out for whoever has written already', async () => {
    const client = await widget();
    const conversationId = await start(client, { from: 'article' });
    await client.say(conversationId, '羽绒服会掉毛吗');
    await desk.settle();
    const entries = await thread(client, conversationId);
    expect(entries.map(({ data }) => data?.type)).toEqual([undefined, 'bot_answer']);
    expect(await dialogue(conversationId)).toMatchObject({ entry: 'article' });
  });

  it('is left out for whoever has asked for a person already', async () => {
    const client = await widget();
    const conversationId = await start(client);
    await client.call('person.request', { conversationId });
    await desk.settle();
    expect((await thread(client, conversationId)).filter(({ data }) => data?.type === 'bot_greeting')).toEqual([]);
  });

  it('leads by taps from topic to sub-category', async () => {
    const client = await widget();
    const conversationId = await start(client);
    await desk.settle();
    const tap = async (value: string) => {
      const { data } = (await thread(client, conversationId)).at(-1) ?? {};
      const replies = data && 'replies' in data ? data.replies : [];
      await client.say(conversationId, replies.find((reply) => reply.value === value)?.label ?? '');
      await desk.settle();
    };
    await tap('earnings');
    const asked = (await thread(client, conversationId)).at(-1);
    expect(asked?.data).toMatchObject({ type: 'bot_question', asks: 'category' });
    await tap('withdrawal_failed');
    expect(await dialogue(conversationId)).toMatchObject({
      category: 'earnings',
      category_confidence: 1,
      sub_category: 'withdrawal_failed',
      asking: null,
    });
  });

  it('knows who is identified and what went wrong a moment ago', async () => {
    const client = await widget();
    await client.call('identify', { token: await identityToken(desk, site, { sub: 'seller-1', name: '李店长' }) });
    await client.call('step.track', { page: '/withdraw', action: '提现', error: '余额不足' });
    const conversationId = await start(client, { category: 'earnings' });
    await desk.settle();
    const [greeting] = await thread(client, conversationId);
    expect(greeting?.body).toContain('李店长，您好！');
    expect(greeting?.body).toContain('“余额不足”');
    expect(await dialogue(conversationId)).toMatchObject({ entry: 'category', page: '/withdraw' });
  });
});
