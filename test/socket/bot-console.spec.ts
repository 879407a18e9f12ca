import type { BotConversationItemView, BotConversationView, Page } from '../../src/contract/index.js';
import type { Site } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type AgentClient, connectAgent, connectWidget, type WidgetClient } from '../support/clients.js';
import { buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';

const PATH = '/api/bot/conversations';
const NOBODY = '00000000-0000-7000-8000-000000000000';

describe('conversations with the bot in the console', () => {
  let desk: TestApp;
  let site: Site;
  let frontline: { id: string };
  let chen: SignedIn;
  let wu: SignedIn;
  let customer: WidgetClient;
  let screen: AgentClient;

  beforeEach(async () => {
    desk = await startTestApp();
    site = await buildSite(desk);
    frontline = await buildTeam(desk, { key: 'frontline', name: { 'zh-CN': '客服一线', en: 'Front line' } });
    const technical = await buildTeam(desk, { key: 'technical', name: { 'zh-CN': '技术支持', en: 'Technical' } });
    chen = await signIn(desk, await buildStaff(desk, { name: '陈晨', teams: [frontline] }));
    wu = await signIn(desk, await buildStaff(desk, { name: '吴悠', teams: [technical] }));
    customer = await connectWidget(desk, { site });
    screen = await connectAgent(desk, wu);
  });
  afterEach(async () => {
    customer.close();
    screen.close();
    await desk.close();
  });

  const list = async (query: Record<string, string | number> = {}, by = wu): Promise<Page<BotConversationItemView>> =>
    (await by.http.get(PATH).query(query).expect(200)).body;
  const ids = async (query: Record<string, string | number> = {}) => (await list(query)).items.map(({ id }) => id);
  const show = async (id: string, by = wu): Promise<BotConversationView> =>
    (await by.http.get(`${PATH}/${id}`).expect(200)).body;
  const count = async () => (await wu.http.get(`${PATH}/counts`).expect(200)).body.needsPerson;
  const ask = async (body = '提现为什么还没到账'): Promise<string> => {
    const id = await customer.begin(body);
    await desk.settle();
    return id;
  };
  const set = (id: string, change: string) =>
    desk.database.query(`UPDATE bot_dialogues SET ${change} WHERE conversation_id = $1`, [id]);
  const take = (id: string, by: SignedIn) => by.http.post(`${PATH}/${id}/take-overs`);

  it('are listed for everybody who works here, with why a person may step in', async () => {
    const id = await ask('qwertzuiop');
    const { items } = await list();
    expect(items).toEqual([
      expect.objectContaining({ id, firstQuestion: 'qwertzuiop', handler: 'bot', entry: 'home', misses: 1 }),
    ]);
    expect(items[0]?.needsPerson).toMatchObject({ because: 'miss' });
    expect(await ids({ list: 'needs_person' })).toEqual([id]);
    expect(await count()).toBe(1);
    await set(id, 'needs_person_since = NULL, needs_person_because = NULL');
    expect(await ids({ list: 'needs_person' })).toEqual([]);
    expect(await count()).toBe(0);
    expect(await ids({ list: 'running' })).toEqual([id]);
    await desk.http.get(PATH).expect(401);
  });

  it('need a person when the bot keeps silent, though nobody has noted it', async () => {
    const id = await ask();
    await set(id, 'needs_person_since = NULL, needs_person_because = NULL');
    await customer.say(id, '还在吗？');
    expect(await ids({ list: 'needs_person' })).toEqual([]);
    await desk.clock.advance(120_000);
    const [silent] = (await list({ list: 'needs_person' })).items;
    expect(silent).toMatchObject({ id, needsPerson: { because: 'unanswered' } });
    await desk.settle();
    expect((await list({ list: 'needs_person' })).items[0]?.needsPerson?.because).not.toBe('unanswered');
  });

  it('are told apart by what came of them, as the report counts it', async () => {
    const [helped, left, handed] = [await ask(), await ask('直播间突然断流'), await ask('账号被封了')];
    await customer.call('person.request', { conversationId: handed });
    await desk.settle();
    // A case makes the desk reckon anew what came of this customer's other conversations.
    await set(helped, "outcome = 'confirmed', category = 'earnings', came_back_at = desk_now()");
    await set(left, "outcome = 'abandoned', category = NULL, asked_again_at = desk_now(), entry = 'search'");
    await set(handed, "outcome = 'handed_over', hand_over_reason = 'upset'");
    expect(await ids({ list: 'confirmed' })).toEqual([helped]);
    expect(await ids({ list: 'handed_over' })).toEqual([handed]);
    expect(await ids({ outcome: 'abandoned' })).toEqual([left]);
    expect(await ids({ outcome: 'undecided' })).toEqual([]);
    expect(await ids({ category: 'earnings', outcome: 'confirmed', cameBack: 'true' })).toEqual([helped]);
    expect(await ids({ category: 'none' })).toContain(left);
    expect(await ids({ askedAgain: 'true', outcome: 'abandoned' })).toEqual([left]);
    expect(await ids({ entry: 'search' })).toEqual([left]);
    expect(await ids({ reason: 'upset' })).toEqual([handed]);
    expect(await ids({ reason: 'rule' })).toEqual([]);
    expect(await ids({ locale: 'en' })).toEqual([]);
    expect(await ids({ articleId: NOBODY })).toEqual([]);
    const today = (await desk.database.now()).toISOString().slice(0, 10);
    expect(await ids({ from: today, to: today, timeZone: 'UTC' })).toHaveLength(3);
    expect(await ids({ from: '2020-01-01', to: '2020-01-31' })).toEqual([]);
    for (const wrong of [
      { from: today },
      { from: today, to: today, timeZone: 'Moon/Base' },
      { list: 'mine' },
      { cursor: 'x' },
      { outcome: 'none' },
      { cameBack: 'false' },
      { who: 'me' },
    ])
      await wu.http.get(PATH).query(wrong).expect(400);
  });

  it('come page by page, the one asked last first, without gaps or repeats', async () => {
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      made.unshift(await ask(`问题 ${index}`));
      await desk.clock.advance(1_000);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(made);
    await desk.clock.advance(31 * 86_400_000);
    wu = await signIn(desk, { id: wu.principal.staffId });
    expect(await ids()).toEqual([]);
  });

  it('are read by everybody until a person has them, without notes', async () => {
    const id = await ask();
    const read = async () =>
      (await screen.call('bot_conversation.catch_up', { conversationId: id, afterSeq: 0 })).entries;
    const before = await read();
    expect(before.map(({ author }) => author.kind)).toEqual(expect.arrayContaining(['customer', 'bot']));
    await take(id, chen).expect(201);
    await desk.settle();
    await customer.say(id, '这句话只给接手的人看');
    await desk.settle();
    const after = await read();
    expect(after.at(-1)?.data?.type).toBe('ticket_opened');
    expect(after.filter(({ kind }) => kind === 'note')).toEqual([]);
    expect(after.slice(0, before.length)).toEqual(before);
    const stranger = await screen.ask('bot_conversation.catch_up', { conversationId: NOBODY, afterSeq: 0 });
    expect(stranger).toMatchObject({ ok: false, error: { code: 'not_found' } });
    await wu.http.get(`${PATH}/${NOBODY}`).expect(404);
    const own = await screen.ask('conversation.catch_up', { conversationId: id, afterSeq: 0 });
    expect(own).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('tell who watches that something was said, once a second at most', async () => {
    const id = await ask();
    await screen.heard('bot_conversations.changed', ({ conversationIds }) => conversationIds.includes(id));
    const told = screen.of('bot_conversations.changed').length;
    for (let index = 0; index < 20; index += 1) await customer.say(id, `第 ${index} 句`);
    await desk.settle();
    expect(screen.of('bot_conversations.changed').length - told).toBeLessThan(10);
  });

  it('show what is known of the matter', async () => {
    const id = await ask();
    await set(
      id,
      `category = 'earnings', category_confidence = 0.7, sub_category = 'withdrawal_failed', page = '/settlements/1',
       form = '{"withdrawal_number":"TX-2026-0387","gone":"x"}', asking = '{"kind":"field","key":"amount","tries":1}'`,
    );
    expect(await show(id)).toMatchObject({
      id,
      siteName: site.name,
      page: '/settlements/1',
      customer: { identified: false },
      category: { key: 'earnings', confidence: expect.closeTo(0.7), chosen: false, subCategory: 'withdrawal_failed' },
      fields: [{ key: 'withdrawal_number', value: 'TX-2026-0387' }],
      asking: 'field',
    });
  });

  describe('taking one over', () => {
    it('opens the case for who takes it, and the customer sees who has joined', async () => {
      const id = await ask();
      await set(id, "category = 'earnings', category_confidence = 0.9");
      const { body } = await take(id, wu).expect(201);
      await desk.settle();
      const { body: ticket } = await wu.http.get(`/api/tickets/${body.number}`).expect(200);
      expect(ticket).toMatchObject({ status: 'open', assigneeName: '吴悠', category: 'earnings' });
      const { body: timeline } = await wu.http.get(`/api/tickets/${body.number}/timeline`).expect(200);
      expect(timeline.items).toContainEqual(
        expect.objectContaining({
          kind: 'opened',
          actor: expect.objectContaining({ kind: 'staff', name: '吴悠' }),
          data: expect.objectContaining({ reason: 'taken_over' }),
        }),
      );
      const { entries } = await customer.call('conversation.catch_up', { conversationId: id, afterSeq: 0 });
      expect(entries.map(({ data }) => data?.type)).toEqual(expect.arrayContaining(['ticket_opened', 'agent_joined']));
      expect(entries.map(({ data }) => data?.type)).not.toContain('handed_over');
      expect(await show(id)).toMatchObject({
        handler: 'person',
        ticket: { number: body.number, assigneeName: '吴悠' },
      });
      expect(await count()).toBe(0);
      // Pressed twice.
      expect((await take(id, wu).expect(201)).body).toEqual(body);
    });

    it('is for one of two who press at once, and the other is told who has it', async () => {
      const id = await ask();
      const answers = await Promise.all([take(id, chen), take(id, wu)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      const won = answers[0]?.status === 201 ? '陈晨' : '吴悠';
      expect(answers.find(({ status }) => status === 409)?.body.detail).toContain(won);
    });

    it('comes too late when the customer has asked for a person, who waits in the queue', async () => {
      const id = await ask();
      await customer.call('person.request', { conversationId: id });
      const { body } = await take(id, wu).expect(409);
      expect(body.detail).toContain('客服一线');
    });

    it('asks for room, and for a team', async () => {
      const id = await ask();
      await desk.database.query(
        'INSERT INTO agent_profiles (staff_id, capacity) VALUES ($1, 0) ON CONFLICT (staff_id) DO UPDATE SET capacity = 0',
        [chen.principal.staffId],
      );
      expect((await take(id, chen).expect(409)).body.code).toBe('capacity_exceeded');
      expect(await show(id)).toMatchObject({ handler: 'bot' });
      const admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
      expect((await take(id, admin).expect(403)).body.detail).toContain('小组');
      await take(NOBODY, wu).expect(404);
      await wu.http.post(`${PATH}/not-an-id/take-overs`).expect(400);
      await desk.http.post(`${PATH}/${id}/take-overs`).expect(401);
    });
  });
});
