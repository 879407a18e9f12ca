import type { CannedReplyView } from '../../src/contract/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectAgent } from '../support/clients.js';
import { type BuiltTeam, buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';

let desk: TestApp;
let team: BuiltTeam;
let other: BuiltTeam;
let admin: SignedIn;
let lead: SignedIn;
let agent: SignedIn;
beforeAll(async () => {
  desk = await startTestApp();
  [team, other] = [await buildTeam(desk, { key: 'frontline' }), await buildTeam(desk)];
  await desk.database.query(
    `INSERT INTO categories (key, name, topic) VALUES ('earnings', '{"zh-CN":"收益","en":"Earnings"}', '{"zh-CN":"收益","en":"Earnings"}')
     ON CONFLICT DO NOTHING`,
  );
  admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '周岚' }));
  lead = await signIn(desk, await buildStaff(desk, { role: 'supervisor', teams: [team] }));
  agent = await signIn(desk, await buildStaff(desk, { name: '陈思', teams: [team] }));
});
afterAll(() => desk.close());

const texts = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const settings = (title = '退款进度') => ({
  title: texts(title, 'Refund progress'),
  body: texts(
    '{{customer.name}}您好，工单 {{ticket.number}} 正在处理。',
    'Hello {{customer.name}}, {{ticket.number}} is under way.',
  ),
});
async function create(over: object = {}, by: SignedIn = admin): Promise<CannedReplyView> {
  return (
    await by.http
      .post('/api/canned-replies')
      .send({ ...settings(), ...over })
      .expect(201)
  ).body;
}
const found = async (by: SignedIn): Promise<CannedReplyView[]> =>
  (await by.http.get('/api/canned-replies').expect(200)).body.items;

describe('canned replies', () => {
  it('are found by pinyin and initials, made as they are saved', async () => {
    const made = await create({ category: 'earnings' });
    expect(made).toEqual({
      ...settings(),
      id: made.id,
      category: 'earnings',
      pinyin: 'tuikuanjindu',
      initials: 'tkjd',
      uses: 0,
      archived: false,
      version: 1,
    });
    const { body } = await admin.http
      .put(`/api/canned-replies/${made.id}`)
      .send({ version: 1, ...settings('到账时间') })
      .expect(200);
    expect(body).toMatchObject({ pinyin: 'daozhangshijian', initials: 'dzsj', version: 2 });
    expect(body).not.toHaveProperty('category');
    await admin.http
      .put(`/api/canned-replies/${made.id}`)
      .send({ version: 1, ...settings() })
      .expect(409);
    const log = await admin.http.get('/api/audit').expect(200);
    expect(log.body.items[0]).toMatchObject({ action: 'canned_reply.updated', subject: { label: '到账时间' } });
  });

  it('are for all teams or for one, and kept by who keeps that team', async () => {
    const [shared, ours, theirs] = [
      await create(),
      await create({ teamId: team.id }),
      await create({ teamId: other.id }),
    ];
    const ids = (items: CannedReplyView[]) => items.map(({ id }) => id);
    for (const reader of [agent, lead]) {
      expect(ids(await found(reader))).toEqual(expect.arrayContaining([shared.id, ours.id]));
      expect(ids(await found(reader))).not.toContain(theirs.id);
    }
    expect(ids(await found(admin))).toContain(theirs.id);
    await agent.http.get('/api/canned-replies/settings').expect(403);
    await agent.http.post('/api/canned-replies').send(settings()).expect(403);
    const put = (id: string, over: object = {}) =>
      lead.http.put(`/api/canned-replies/${id}`).send({ version: 1, ...settings('新标题'), ...over });
    await put(ours.id, { teamId: team.id }).expect(200);
    await put(theirs.id).expect(404);
    await put(shared.id, { teamId: other.id }).expect(400);
    await agent.http.post(`/api/canned-replies/${theirs.id}/uses`).expect(404);
    await desk.http.get('/api/canned-replies').expect(401);
  });

  it('that are used more stand first, and those archived nowhere', async () => {
    const [one, two] = [await create({ teamId: team.id }), await create({ teamId: team.id })];
    for (let use = 0; use < 3; use += 1) await agent.http.post(`/api/canned-replies/${two.id}/uses`).expect(204);
    const items = await found(agent);
    expect(items[0]).toMatchObject({ id: two.id, uses: 3, version: 1 });
    await lead.http.post(`/api/canned-replies/${two.id}/archival`).send({ version: 1 }).expect(201);
    expect((await found(agent)).map(({ id }) => id)).not.toContain(two.id);
    await agent.http.post(`/api/canned-replies/${two.id}/uses`).expect(404);
    const { body } = await lead.http.get('/api/canned-replies/settings').expect(200);
    expect(body.items.at(-1)).toMatchObject({ id: two.id, archived: true });
    await lead.http.post(`/api/canned-replies/${two.id}/restoration`).send({ version: 2 }).expect(201);
    expect((await found(agent))[0]?.id).toBe(two.id);
    expect((await found(agent)).map(({ id }) => id)).toContain(one.id);
  });

  it.each([
    ['a variable that there is not', { body: texts('{{customer.nmae}}您好', 'Hello') }, 'body.zh-CN'],
    ['one language alone', { body: { 'zh-CN': '您好' } }, 'body.en'],
    ['an unknown team', { teamId: newId() }, 'teamId'],
    ['no title', { title: texts(' ', 'x') }, 'title.zh-CN'],
    ['what nobody asked for', { uses: 99 }, ''],
  ])('are refused with %s', async (_, over, path) => {
    const { body } = await admin.http
      .post('/api/canned-replies')
      .send({ ...settings(), ...over })
      .expect(400);
    expect(body).toMatchObject({ code: 'invalid_input', errors: [{ path }] });
  });
});

describe('variables of a reply', () => {
  const valuesOf = (number: string, conversationId: string, by = agent) =>
    by.http.get(`/api/tickets/${number}/conversations/${conversationId}/reply-variables`);

  it('are filled from the conversation, in its customer’s language', async () => {
    const { number, conversationId } = await buildTicket(desk, { locale: 'en', shop: { name: '锦绣服饰' } });
    const { body } = await valuesOf(number, conversationId).expect(200);
    expect(body).toMatchObject({
      locale: 'en',
      values: { 'ticket.number': number, 'agent.name': expect.any(String), 'shop.name': '锦绣服饰' },
    });
    expect(body.values).not.toHaveProperty('ticket.promised_at');
    await desk.database.query(`UPDATE tickets SET promised_at = '2026-11-22T06:30:00Z' WHERE number = $1`, [number]);
    expect((await valuesOf(number, conversationId)).body.values['ticket.promised_at']).toMatch(/22 Nov.* 14:30/);
  });

  it('of a merged case name the customer who reads them, by the number that they know', async () => {
    const site = await buildSite(desk);
    const [source, target] = [
      await buildTicket(desk, { site, shop: { name: '甲店' } }),
      await buildTicket(desk, { site, shop: { name: '乙店' } }),
    ];
    await admin.http.post(`/api/tickets/${source.number}/merges`).send({ into: target.number }).expect(201);
    const of = async (conversationId: string) =>
      (await valuesOf(target.number, conversationId).expect(200)).body.values;
    expect(await of(source.conversationId)).toMatchObject({
      'customer.name': source.customer.name,
      'ticket.number': source.number,
      'shop.name': '甲店',
    });
    expect(await of(target.conversationId)).toMatchObject({
      'customer.name': target.customer.name,
      'ticket.number': target.number,
      'shop.name': '乙店',
    });
  });

  it('are told to nobody who may not answer, and of no conversation of another case', async () => {
    const [one, two] = [await buildTicket(desk), await buildTicket(desk)];
    await valuesOf(one.number, two.conversationId).expect(404);
    const stranger = await signIn(desk, await buildStaff(desk, { teams: [other] }));
    await valuesOf(one.number, one.conversationId, stranger).expect(403);
  });

  it('that nobody filled in stop a message of the staff, and no note and no customer', async () => {
    const { conversationId, say } = await buildTicket(desk);
    const client = await connectAgent(desk, agent);
    const send = (event: 'message.send' | 'note.add', body: string) =>
      client.ask(event, { conversationId, clientMessageId: newId(), body });
    const refused = await send('message.send', '您好，{{ shop.name }} 的货款将于 {{ticket.promised_at}} 到账');
    expect(refused).toMatchObject({ ok: false, error: { code: 'variables_unfilled', status: 409 } });
    expect(JSON.stringify(refused)).toContain('{{ shop.name }}、{{ticket.promised_at}}');
    expect(await send('message.send', '请把 {{name}} 换成您的名字')).toMatchObject({ ok: true });
    expect(await send('note.add', '模板里的 {{shop.name}} 是空的')).toMatchObject({ ok: true });
    await say('你们发来的 {{shop.name}} 是什么？');
    const texts = await desk.database.query<{ body: string }>('SELECT body FROM entries WHERE conversation_id = $1', [
      conversationId,
    ]);
    expect(texts.filter(({ body }) => body.includes('promised_at'))).toEqual([]);
    client.close();
  });
});
