import type { BotBrief, CustomerEntryView, StaffEntryView } from '../../src/contract/index.js';
import type { Site } from '../../src/people/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { Tickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type AgentClient, connectAgent, connectWidget, type WidgetClient } from '../support/clients.js';
import { type BuiltStaff, buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';

const QUESTION = '昨天有一笔订单货款没有到账';

describe('what the bot hands over', () => {
  let desk: TestApp;
  let site: Site;
  let chen: BuiltStaff;
  let agent: SignedIn;
  let customer: WidgetClient;
  let reader: AgentClient;

  beforeEach(async () => {
    desk = await startTestApp();
    site = await buildSite(desk);
    const frontline = await buildTeam(desk, { key: 'frontline' });
    const settlement = await buildTeam(desk, { key: 'settlement' });
    chen = await buildStaff(desk, { teams: [frontline, settlement], role: 'admin' });
    agent = await signIn(desk, chen);
    customer = await connectWidget(desk, { site });
    reader = await connectAgent(desk, agent);
  });
  afterEach(async () => {
    customer.close();
    reader.close();
    await desk.close();
  });

  /** Every team works from nine to six in Shanghai, every day; it is eight in the evening. */
  async function afterHours(): Promise<void> {
    const id = newId();
    const week = Array.from({ length: 7 }, () => [{ from: 9 * 60, to: 18 * 60 }]);
    await desk.database.query('INSERT INTO calendars (id, name) VALUES ($1, $2)', [id, { 'zh-CN': '白班', en: 'Day' }]);
    await desk.database.query(
      'INSERT INTO calendar_versions (calendar_id, version, definition, created_by) VALUES ($1, 1, $2, $3)',
      [id, JSON.stringify({ zone: 'Asia/Shanghai', week, specialDays: [] }), chen.id],
    );
    await desk.database.query('INSERT INTO team_calendars (team_id, calendar_id) SELECT id, $1 FROM teams', [id]);
    const now = (await desk.database.now()).getTime() + 8 * 3_600_000;
    const evening = Math.floor(now / 86_400_000) * 86_400_000 + 20 * 3_600_000;
    await desk.clock.advance((evening > now ? evening : evening + 86_400_000) - now);
    agent = await signIn(desk, chen);
    reader.close();
    reader = await connectAgent(desk, agent);
  }

  const ask = async (body = QUESTION): Promise<string> => {
    const conversationId = await customer.begin(body);
    await desk.settle();
    return conversationId;
  };
  const button = async (conversationId: string): Promise<string> => {
    const { conversation } = await customer.call('person.request', { conversationId });
    await desk.settle();
    return conversation.ticket?.number ?? '';
  };
  const thread = async (conversationId: string): Promise<StaffEntryView[]> =>
    (await reader.call('conversation.catch_up', { conversationId, afterSeq: 0 })).entries;
  const seen = async (conversationId: string): Promise<CustomerEntryView[]> =>
    (await customer.call('conversation.catch_up', { conversationId, afterSeq: 0 })).entries;
  const briefs = async (conversationId: string): Promise<BotBrief[]> =>
    (await thread(conversationId)).flatMap(({ data }) => (data?.type === 'bot_brief' ? [data.brief] : []));
  const knows = (conversationId: string, confidence: number) =>
    desk.database.query(
      `INSERT INTO bot_dialogues (conversation_id, site_id, customer_id, locale, category, category_confidence, sub_category, form, asking)
       SELECT id, site_id, customer_id, locale, 'earnings', $2, 'withdrawal_failed', $3, '{"kind":"field","key":"amount","tries":1}'
       FROM conversations WHERE id = $1
       ON CONFLICT (conversation_id) DO UPDATE SET category = 'earnings', category_confidence = $2, sub_category = 'withdrawal_failed',
         form = $3, asking = excluded.asking`,
      [
        conversationId,
        confidence,
        JSON.stringify({ withdrawal_number: 'TX-2026-0387', amount: 'a lot', gone: 'x', constructor: 'y' }),
      ],
    );

  it('is one note, whoever asked, with what was said and what was tried', async () => {
    const conversationId = await ask();
    await customer.say(conversationId, '订单号 P2026112010240380');
    await button(conversationId);
    await button(conversationId);
    expect(await briefs(conversationId)).toMatchObject([
      {
        because: 'person_requested',
        firstQuestion: QUESTION,
        lastMessages: [QUESTION, '订单号 P2026112010240380'],
        locale: 'zh-CN',
      },
    ]);
    const [note] = (await thread(conversationId)).filter(({ kind }) => kind === 'note');
    expect(note).toMatchObject({ author: { kind: 'bot' }, body: expect.stringContaining(QUESTION) });
  });

  it('says what the customer was asked', async () => {
    const conversationId = await ask('有问题');
    const preview = async () =>
      (await customer.call('conversation.catch_up', { conversationId, afterSeq: 0 })).conversation.preview;
    expect(await preview()).not.toBe('有问题');
    await button(conversationId);
    // What waits for a person is the customer's matter, not what the bot said to it.
    expect(await preview()).toBe('有问题');
    const [brief] = await briefs(conversationId);
    expect(brief?.tried).toMatchObject([{ kind: 'question', asked: expect.stringMatching(/账号.* \/ .*收益/) }]);
  });

  it('takes a category that is as good as certain and a form along, without what does not fit', async () => {
    const conversationId = await ask();
    await knows(conversationId, 0.9);
    const number = await button(conversationId);
    expect((await agent.http.get(`/api/tickets/${number}`).expect(200)).body).toMatchObject({
      category: 'earnings',
      subCategory: 'withdrawal_failed',
      form: { withdrawal_number: 'TX-2026-0387' },
    });
    expect(await briefs(conversationId)).toMatchObject([
      {
        category: { key: 'earnings', confidence: expect.closeTo(0.9), chosen: false },
        subCategory: 'withdrawal_failed',
        fields: [
          { key: 'withdrawal_number', label: '提现单号', value: 'TX-2026-0387' },
          { key: 'amount', label: '金额', value: 'a lot' },
        ],
      },
    ]);
    const [row] = await desk.database.query('SELECT asking, hand_over_reason FROM bot_dialogues');
    expect(row).toEqual({ asking: null, hand_over_reason: 'person_requested' });
  });

  it('leaves a guess to the person', async () => {
    const conversationId = await ask();
    await knows(conversationId, 0.4);
    const number = await button(conversationId);
    const { body } = await agent.http.get(`/api/tickets/${number}`).expect(200);
    expect(body).toMatchObject({ form: {} });
    expect(body).not.toHaveProperty('category');
    expect(await briefs(conversationId)).toMatchObject([
      { category: { key: 'earnings', confidence: expect.closeTo(0.4) } },
    ]);
  });

  it('says nothing where the bot has said nothing', async () => {
    const conversationId = await customer.begin(QUESTION);
    await button(conversationId);
    await desk.settle();
    const entries = await thread(conversationId);
    expect(entries.filter(({ author }) => author.kind === 'bot')).toEqual([]);
  });

  it('is never seen by the customer: on no socket, in no catch-up, on no public page', async () => {
    const conversationId = await ask();
    await knows(conversationId, 0.9);
    const number = await button(conversationId);
    const [brief] = await briefs(conversationId);
    const entries = await seen(conversationId);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    const { conversation } = await customer.call('conversation.catch_up', { conversationId, afterSeq: 0 });
    const page = await desk.http.get(conversation.ticket?.statusUrl ?? '').expect(200);
    const told = JSON.stringify([entries, customer.pushes, conversation, page.text]);
    for (const secret of ['bot_brief', brief?.summary ?? '', 'confidence":0.9', '客户要求人工'])
      expect(told).not.toContain(secret);
    expect(told).toContain(number);
    expect(page.text).toContain('您要求人工服务');
  });

  it.each(['upset', 'money_at_stake', 'bot_unsure', 'rule'])(
    'does not tell its customer that it came because of %s',
    async (reason) => {
      const conversationId = await ask();
      await desk.database.transaction((tx) => desk.get(Tickets).openForConversation(tx, { conversationId, reason }));
      await desk.settle();
      const { conversation } = await customer.call('conversation.catch_up', { conversationId, afterSeq: 0 });
      const page = await desk.http.get(conversation.ticket?.statusUrl ?? '').expect(200);
      expect(page.text).toContain('已转人工');
      expect(JSON.stringify([page.text, customer.pushes, conversation])).not.toContain(reason);
      expect(await briefs(conversationId)).toMatchObject([{ because: reason }]);
    },
  );

  it('tells whom nobody can come to when people are back, once', async () => {
    await afterHours();
    const conversationId = await ask();
    const number = await button(conversationId);
    await button(conversationId);
    const told = (await seen(conversationId)).filter(({ body }) => body.includes('恢复服务'));
    expect(told).toMatchObject([{ author: { kind: 'bot' }, body: expect.stringMatching(/09:00 恢复服务/) }]);
    expect(told[0]?.body).toContain(number);
  });

  it('says so as well when the button was the first thing', async () => {
    await afterHours();
    const { conversation } = await customer.call('conversation.start', { clientConversationId: newId() });
    await button(conversation.id);
    expect((await seen(conversation.id)).filter(({ body }) => body.includes('恢复服务'))).toHaveLength(1);
  });

  it('says nothing of hours while somebody is there', async () => {
    await afterHours();
    await desk.database.query(
      `INSERT INTO presences (staff_id, presence) VALUES ($1, 'busy') ON CONFLICT (staff_id) DO UPDATE SET presence = 'busy'`,
      [chen.id],
    );
    const conversationId = await ask();
    await button(conversationId);
    expect((await seen(conversationId)).filter(({ body }) => body.includes('恢复服务'))).toEqual([]);
  });
});
