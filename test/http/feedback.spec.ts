import { randomUUID } from 'node:crypto';
import type { FeedbackTopicItemView, FeedbackTopicView, WidgetFeedbackView } from '../../src/contract/index.js';
import { Tellings } from '../../src/feedback/index.js';
import { Relay } from '../../src/platform/outbox/index.js';
import { addressKey, RateLimits } from '../../src/platform/rate-limit/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectWidget, type WidgetClient } from '../support/clients.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  type BuiltSite,
  buildSite,
  buildStaff,
  buildTeam,
  identityToken,
  type SignedIn,
  signIn,
} from '../support/factories.js';
import { startMailServer, type TestMailServer } from '../support/mail-server.js';
import { buildTicket } from '../support/tickets.js';

const CANARY = 'canary-7Q 别让客户看到';
const ANSWER = { 'zh-CN': '夜间模式已经上线，在设置里打开。', en: 'Dark mode is out; turn it on in Settings.' };
const TITLE = { 'zh-CN': '夜间模式', en: 'Dark mode' };

describe('feedback', () => {
  let database: TestDatabase;
  let mail: TestMailServer;
  let desk: TestApp;
  let other: TestApp;
  let site: BuiltSite;
  let agent: SignedIn;
  let supervisor: SignedIn;
  let admin: SignedIn;
  const clients: WidgetClient[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    mail = await startMailServer();
    const env = { SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: '长明 <desk@shop.example>' };
    desk = await startTestApp({ database, env });
    other = await startTestApp({ database, env });
    const team = await buildTeam(desk, { key: 'frontline' });
    agent = await signIn(desk, await buildStaff(desk, { name: '王小明', teams: [team] }));
    supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor', name: '李主管', teams: [team] }));
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '管理员', teams: [team] }));
    site = await buildSite(desk);
  });
  afterAll(async () => {
    for (const client of clients) client.close();
    await other.close();
    await desk.close();
    await mail.close();
    await database.drop();
  });

  /** Somebody at a widget; whom the host site vouches for with `sub`. */
  async function customer(options: { sub?: string; name?: string; email?: string; locale?: 'zh-CN' | 'en' } = {}) {
    const { sub, name = '林记茶铺', email, locale = 'zh-CN' } = options;
    const client = await connectWidget(desk, { site, locale });
    clients.push(client);
    if (sub)
      await client.call('identify', {
        token: await identityToken(desk, site, { sub, name, locale, ...(email && { email }) }),
      });
    const bearer = () => `Bearer ${client.session}`;
    const give = (words: string, over: object = {}) =>
      desk.http
        .post('/widget/feedback')
        .set('authorization', bearer())
        .send({ once: randomUUID(), kind: 'suggestion', words, ...over });
    const read = async (): Promise<WidgetFeedbackView> =>
      (await desk.http.get('/widget/feedback').set('authorization', bearer()).expect(200)).body;
    const page = async (query = '') => (await desk.http.get((await read()).pageUrl + query).expect(200)).text;
    const key = async () => new URL((await read()).pageUrl, desk.url).searchParams.get('key') as string;
    const vote = async (id: string, wanted = true) =>
      await desk.http
        .post(`/feedback/topics/${id}/votes`)
        .type('form')
        .send({ key: await key(), wanted: String(wanted) });
    return { client, give, read, page, key, vote };
  }

  const list = async (query: object = {}, by = agent): Promise<FeedbackTopicItemView[]> =>
    (await by.http.get('/api/feedback-topics').query(query).expect(200)).body.items;
  const topicOf = async (words: string): Promise<FeedbackTopicView> => {
    const [item] = await list({ words });
    return (await agent.http.get(`/api/feedback-topics/${item?.id}`).expect(200)).body;
  };
  const standing = (by: SignedIn, { id, version }: { id: string; version: number }, body: object) =>
    by.http.put(`/api/feedback-topics/${id}/standing`).send({ version, ...body });
  const merge = async (from: FeedbackTopicView, into: FeedbackTopicView): Promise<FeedbackTopicView> =>
    (
      await agent.http
        .post(`/api/feedback-topics/${from.id}/merges`)
        .send({ version: from.version, into: into.id })
        .expect(201)
    ).body;
  const publish = async (topic: FeedbackTopicView, title = TITLE): Promise<FeedbackTopicView> => {
    const { id, version } = topic;
    const named = await supervisor.http.put(`/api/feedback-topics/${id}`).send({ version, title }).expect(200);
    const shown = { version: named.body.version, public: true };
    return (await supervisor.http.put(`/api/feedback-topics/${id}/publicity`).send(shown).expect(200)).body;
  };
  const told = async () =>
    await desk.database.query<{ name: string; body: string; handler: string }>(
      `SELECT u.name, e.body, c.handler FROM entries e JOIN conversations c ON c.id = e.conversation_id
         JOIN customers u ON u.id = c.customer_id WHERE e.author_kind = 'bot' AND e.body ~ '(意见反馈|your feedback)'`,
    );

  it('is given, read, answered, and shown to whom it is of with what became of it', async () => {
    const { give, read, page } = await customer({ sub: 'm-1' });
    const once = randomUUID();
    const words = '希望直播间可以一键静音 <script>alert(1)</script>';
    await give(words, { once, kind: 'suggestion', area: 'live' }).expect(201);
    await give(words, { once, kind: 'suggestion', area: 'live' }).expect(201);
    expect(
      (await list({ words: '一键静音' })).map((item) => [item.status, item.people, item.kinds, item.area]),
    ).toEqual([['received', 1, ['suggestion'], 'live']]);
    const topic = await topicOf('一键静音');
    expect(topic.feedback).toMatchObject([
      { words, customer: { name: '林记茶铺', identified: true }, siteName: site.name },
    ]);
    await agent.http.post(`/api/feedback-topics/${topic.id}/notes`).send({ note: CANARY }).expect(201);
    const declined = { status: 'declined', answer: { 'zh-CN': '暂时不做。', en: 'Not now.' }, reason: CANARY };
    expect((await standing(agent, topic, declined)).body.code).toBe('forbidden');
    expect((await standing(supervisor, topic, { status: 'done' })).body).toMatchObject({ code: 'invalid_input' });
    const { body } = await standing(supervisor, topic, declined).expect(200);
    expect(body).toMatchObject({ status: 'declined', answer: declined.answer });
    expect(body.history.map((line: { kind: string }) => line.kind)).toEqual(['status', 'note', 'given']);
    expect(body.history[0]).toMatchObject({ by: '李主管', from: 'received', to: 'declined', reason: CANARY });
    expect((await standing(supervisor, topic, declined)).body.code).toBe('conflict');
    expect((await standing(supervisor, body, { ...declined, status: 'done' })).body.code).toBe('illegal_transition');
    expect((await read()).mine).toMatchObject([{ words, status: 'declined', answer: '暂时不做。' }]);
    const html = await page();
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('暂不采纳');
    for (const seen of [html, JSON.stringify(await read())]) expect(seen).not.toContain('canary');
  });

  it('is found by kind, area, status and words, and changes nothing when it is wrong', async () => {
    const { give } = await customer();
    await give('导出报表总是失败 100%_a', { kind: 'fault', area: 'data' }).expect(201);
    for (const query of [
      { kind: 'fault' },
      { area: 'data' },
      { words: '100%_a' },
      { kind: 'fault', area: 'data', status: 'received' },
    ])
      expect((await list(query)).map(({ words }) => words)).toEqual(['导出报表总是失败 100%_a']);
    for (const words of ['100%_b', '1_0%_a']) expect(await list({ words })).toEqual([]);
    expect(await list({ kind: 'complaint' })).toEqual([]);
    const before = (await list()).length;
    for (const wrong of [
      { kind: 'praise' },
      { words: ' ' },
      { words: 'x'.repeat(2_001) },
      { area: 'no_such' },
      { email: 'x' },
    ])
      expect((await give('好', wrong)).body.code).toBe('invalid_input');
    expect((await list()).length).toBe(before);
    await desk.http.post('/widget/feedback').send({}).expect(400);
    await desk.http.get('/widget/feedback').expect(401);
  });

  it('comes together with what is like it, and apart again', async () => {
    const givers = await Promise.all([
      customer({ sub: 'm-10', name: '甲店' }),
      customer({ sub: 'm-11', name: '乙店' }),
      customer({ sub: 'm-12', name: '丙店' }),
    ]);
    const said = ['商品批量改价希望支持表格导入', '能不能用表格批量修改商品价格', '希望商品改价可以批量导入表格'];
    for (const [index, giver] of givers.entries()) await giver.give(said[index] as string).expect(201);
    await givers[0]?.give('批量改价的表格导入很需要').expect(201);
    await givers[0]?.give('客服电话打不通').expect(201);
    const [first, second, third] = [
      await topicOf(said[0] as string),
      await topicOf(said[1] as string),
      await topicOf(said[2] as string),
    ];
    const alike = (await agent.http.get(`/api/feedback-topics/${first.id}/alike`).expect(200)).body.items;
    const words = alike.map((item: FeedbackTopicItemView) => item.words);
    expect(words).toEqual(expect.arrayContaining([said[1], said[2], '批量改价的表格导入很需要']));
    expect(words).not.toContain('客服电话打不通');
    await merge(second, first);
    let whole = await merge(third, await topicOf(said[0] as string));
    whole = await merge(await topicOf('批量改价的表格导入很需要'), whole);
    expect([whole.people, whole.count]).toEqual([3, 4]);
    expect((await agent.http.get(`/api/feedback-topics/${second.id}`).expect(200)).body.mergedInto).toBe(first.id);
    const again = await agent.http
      .post(`/api/feedback-topics/${second.id}/merges`)
      .send({ version: 2, into: whole.id });
    expect(again.body.code).toBe('conflict');
    const crossed = { version: whole.version, into: whole.id };
    expect((await agent.http.post(`/api/feedback-topics/${whole.id}/merges`).send(crossed)).body.code).toBe(
      'invalid_input',
    );
    const feedbackIds = whole.feedback.filter((piece) => piece.customer.name === '丙店').map(({ id }) => id);
    const { body: apart } = await agent.http
      .post(`/api/feedback-topics/${whole.id}/splits`)
      .send({ version: whole.version, feedbackIds })
      .expect(201);
    expect(apart).toMatchObject({ people: 1, count: 1, words: said[2] });
    whole = await topicOf(said[0] as string);
    expect([whole.people, whole.count]).toEqual([2, 3]);
    const all = { version: whole.version, feedbackIds: whole.feedback.map(({ id }) => id) };
    const emptied = await agent.http.post(`/api/feedback-topics/${whole.id}/splits`).send(all);
    expect(emptied.body.code).toBe('invalid_input');
  });

  it('is voted for once by each whom the site vouches for, and shows others as a number', async () => {
    const giver = await customer({ sub: 'm-20', name: '秘密店铺' });
    await giver.give('后台希望有夜间模式，我在杭州的仓库晚上用').expect(201);
    const hidden = await topicOf('夜间模式');
    const voter = await customer({ sub: 'm-21' });
    const stranger = await customer();
    expect((await voter.vote(hidden.id)).status).toBe(404);
    expect((await voter.vote(randomUUID())).status).toBe(404);
    const publicity = { version: hidden.version, public: true };
    const unnamed = supervisor.http.put(`/api/feedback-topics/${hidden.id}/publicity`).send(publicity);
    expect((await unnamed).body.code).toBe('invalid_input');
    const topic = await publish(hidden);
    expect(
      (await agent.http.put(`/api/feedback-topics/${topic.id}`).send({ version: topic.version, title: TITLE })).body
        .code,
    ).toBe('forbidden');
    for (let time = 0; time < 2; time += 1) expect((await voter.vote(topic.id)).status).toBe(303);
    await giver.vote(topic.id);
    expect((await stranger.vote(topic.id)).status).toBe(403);
    expect(await topicOf('夜间模式')).toMatchObject({ people: 2, votes: 1, version: topic.version });
    const seen = await voter.page('&locale=zh-CN');
    expect(seen).toMatch(/夜间模式[\s\S]*<strong>2<\/strong> 人需要[\s\S]*已投票/);
    expect((await desk.http.get('/feedback?locale=en').expect(200)).text).toContain('Dark mode');
    for (const html of [seen, await stranger.page(), (await desk.http.get('/feedback').expect(200)).text]) {
      expect(html).not.toContain('秘密店铺');
      expect(html).not.toContain('杭州');
    }
    await voter.vote(topic.id, false);
    expect((await topicOf('夜间模式')).people).toBe(1);
    const key = await voter.key();
    const forged = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A');
    const answer = await desk.http
      .post(`/feedback/topics/${topic.id}/votes`)
      .type('form')
      .send({ key: forged, wanted: 'true' });
    expect(answer.status).toBe(403);
  });

  it('is taken from the page as the help centre links it, where no site is named', async () => {
    const { text } = await desk.http.get('/feedback?locale=zh-CN').expect(200);
    const hidden = [...text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    const fields = {
      ...Object.fromEntries(hidden),
      kind: 'suggestion',
      area: '',
      words: '希望页面字体可以调大',
      email: '',
    };
    expect(fields).toMatchObject({ key: '', site: '' });
    const sent = await desk.http.post('/feedback').type('form').send(fields).expect(303);
    const { text: after } = await desk.http.get(sent.headers.location?.split('#')[0] as string).expect(200);
    expect(after).toContain('希望页面字体可以调大');
    // A link that has aged names a site that is gone: what was written with it is kept all the same.
    const aged = { ...fields, once: randomUUID(), site: 'long-gone', words: '希望能调行距' };
    await desk.http.post('/feedback').type('form').send(aged).expect(303);
    expect(await topicOf('希望能调行距')).toMatchObject({ people: 1 });
  });

  it('tells each person of a topic exactly once, in their language, by two workers, and not when called back', async () => {
    const one = await customer({ sub: 'm-30', name: '老店', email: 'old@shop.example' });
    const two = await customer({ sub: 'm-31', name: 'Tea House', email: 'tea@shop.example', locale: 'en' });
    const three = await customer({ sub: 'm-32', name: '新店', email: 'OLD@shop.example' });
    await one.give('希望支持定时下播').expect(201);
    await one.give('定时下播功能很重要').expect(201);
    await two.give('Please let me end a live stream at a set time').expect(201);
    let topic = await merge(await topicOf('定时下播功能很重要'), await topicOf('希望支持定时下播'));
    topic = await publish(await merge(await topicOf('set time'), topic), {
      'zh-CN': '定时下播',
      en: 'Timed end of a stream',
    });
    await three.vote(topic.id);
    const page = desk.http.post('/feedback').type('form');
    const fields = {
      once: randomUUID(),
      kind: 'suggestion',
      words: '没有账号也想要定时下播',
      email: 'guest@shop.example',
    };
    const sent = await page.send({ ...fields, locale: 'zh-CN', site: site.key }).expect(303);
    topic = await merge(await topicOf('没有账号也想要'), topic);
    expect(topic.people).toBe(4);
    const decision = { status: 'done', answer: ANSWER };
    expect((await standing(supervisor, topic, { ...decision, tell: 3 })).body.code).toBe('conflict');
    expect((await topicOf('希望支持定时下播')).status).toBe('received');
    const { body: held } = await standing(supervisor, topic, { ...decision, tell: 4 }).expect(200);
    const twice = supervisor.http
      .post(`/api/feedback-topics/${topic.id}/tellings`)
      .send({ version: held.version, people: 4 });
    expect((await twice).body.code).toBe('conflict');
    const withdraw = (id: string, by = supervisor) => by.http.post(`/api/feedback-tellings/${id}/withdrawal`);
    expect((await withdraw(held.tellings[0].id, agent)).body.code).toBe('forbidden');
    expect((await withdraw(held.tellings[0].id).expect(201)).body.tellings[0]).toMatchObject({
      withdrawn: true,
      told: 0,
    });
    await pass();
    expect(await told()).toEqual([]);
    const { version } = await topicOf('希望支持定时下播');
    await supervisor.http.post(`/api/feedback-topics/${topic.id}/tellings`).send({ version, people: 4 }).expect(201);
    await pass();
    const telling = (await topicOf('希望支持定时下播')).tellings[0];
    expect(telling).toMatchObject({ people: 4, told: 4, ways: { thread: 3, mail: 4, none: 0 } });
    expect((await withdraw(telling?.id as string)).body.code).toBe('conflict');
    expect((await told()).map(({ name, body }) => [name, body]).sort()).toEqual([
      ['Tea House', `News of your feedback “Timed end of a stream”: done.\n\n${ANSWER.en}`],
      ['新店', `您的意见反馈「定时下播」有了新进展：已完成。\n\n${ANSWER['zh-CN']}`],
      ['老店', `您的意见反馈「定时下播」有了新进展：已完成。\n\n${ANSWER['zh-CN']}`],
    ]);
    const news = () => mail.received.filter((each) => (each.headers.get('subject') ?? '').match(/意见反馈|feedback/));
    const letters = news();
    expect(letters.map(({ to }) => to[0]?.toLowerCase()).sort()).toEqual([
      'guest@shop.example',
      'old@shop.example',
      'tea@shop.example',
    ]);
    const link = /查看我的反馈：(\S+)/.exec(
      letters.find(({ to }) => to[0] === 'guest@shop.example')?.parts['text/plain'] ?? '',
    );
    const guest = new URL(link?.[1] ?? '');
    const own = (await desk.http.get(guest.pathname + guest.search).expect(200)).text;
    expect(own).toContain('没有账号也想要定时下播');
    expect(own).not.toContain('一键');
    expect(sent.headers.location).toContain(
      new URLSearchParams({ key: guest.searchParams.get('key') ?? '' }).toString(),
    );
    await pass();
    expect((await told()).length).toBe(3);
    expect(news()).toHaveLength(3);
    // Who had no conversation has one now, with news in it; whatever they say there is answered.
    const { conversations } = await three.client.resume();
    expect(conversations).toMatchObject([
      { handler: 'bot', lastSeq: 1, readSeq: 0, preview: expect.stringContaining('定时下播') },
    ]);
    expect(conversations[0]?.unspoken).toBeUndefined();
    await three.client.say(conversations[0]?.id as string, '谢谢，怎么打开？');
    await desk.settle();
    const answers = `SELECT 1 FROM entries WHERE conversation_id = $1 AND author_kind = 'bot'`;
    expect((await desk.database.query(answers, [conversations[0]?.id])).length).toBeGreaterThan(1);
  });

  it('becomes a case once, and a case becomes feedback once', async () => {
    const giver = await customer({ sub: 'm-40', name: '急事店' });
    await giver.give('提现一直不到账，钱去哪里了', { kind: 'complaint' }).expect(201);
    const topic = await topicOf('钱去哪里了');
    const [piece] = topic.feedback;
    const open = () => agent.http.post(`/api/feedback/${piece?.id}/case`).send({ category: 'earnings' });
    const answers = await Promise.all([open(), open()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const numbers = new Set(answers.map(({ body }) => body.feedback[0].caseNumber));
    expect(numbers.size).toBe(1);
    const [number] = [...numbers] as [string];
    const [mine] = (await giver.read()).mine;
    expect(mine?.caseNumber).toBe(number);
    expect((await desk.http.get(mine?.caseUrl as string).expect(200)).text).toContain('钱去哪里了');
    expect((await agent.http.get(`/api/tickets/${number}/feedback`).expect(200)).body.items).toMatchObject([
      { topicId: topic.id, way: 'became_case', kind: 'complaint' },
    ]);
    const ticket = await buildTicket(desk, { says: '建议商品页加一个对比功能' });
    const take = () => agent.http.post(`/api/tickets/${ticket.number}/feedback`).send({ kind: 'suggestion' });
    for (let time = 0; time < 2; time += 1) expect((await take()).body.items).toMatchObject([{ way: 'from_case' }]);
    const taken = await topicOf('对比功能');
    expect(taken.feedback).toMatchObject([
      { fromCase: ticket.number, way: 'case', customer: { id: ticket.customer.id } },
    ]);
    expect(
      (await agent.http.post(`/api/feedback/${taken.feedback[0]?.id}/case`).send({ category: 'feature' })).body.code,
    ).toBe('conflict');
    await agent.http.post(`/api/feedback/${randomUUID()}/case`).send({ category: 'feature' }).expect(404);
  });

  it('goes with a visitor who turns out to be a customer', async () => {
    const visitor = await customer();
    await visitor.give('游客时提的意见').expect(201);
    await visitor.client.call('identify', {
      token: await identityToken(desk, site, { sub: 'm-50', name: '回来的店' }),
    });
    await desk.settle();
    expect((await visitor.read()).mine).toMatchObject([{ words: '游客时提的意见' }]);
    expect((await topicOf('游客时提的意见')).feedback).toMatchObject([
      { customer: { name: '回来的店', identified: true } },
    ]);
  });

  it('has areas that administrators keep, and limits', async () => {
    const name = { 'zh-CN': '物流', en: 'Delivery' };
    expect((await supervisor.http.post('/api/feedback-areas').send({ key: 'delivery', name })).body.code).toBe(
      'forbidden',
    );
    const { body } = await admin.http.post('/api/feedback-areas').send({ key: 'delivery', name }).expect(201);
    expect(body.items.at(-1)).toEqual({ key: 'delivery', name, version: 1 });
    expect((await admin.http.post('/api/feedback-areas').send({ key: 'delivery', name })).body.code).toBe('conflict');
    await admin.http.put('/api/feedback-areas/delivery').send({ version: 1, name, archived: true }).expect(200);
    const stale = admin.http.put('/api/feedback-areas/delivery').send({ version: 1, name, archived: false });
    expect((await stale).body.code).toBe('conflict');
    const { give, read } = await customer({ sub: 'm-60' });
    expect((await read()).areas.map(({ key }) => key)).not.toContain('delivery');
    expect((await give('x', { area: 'delivery' })).body.code).toBe('invalid_input');
    const codes = [];
    for (let time = 0; time < 21; time += 1) codes.push((await give(`第 ${time} 条`)).body.code);
    expect(codes.at(-1)).toBe('too_many_requests');
  });

  it('keeps what was typed when a form cannot be taken, and takes one sent twice once', async () => {
    const send = (fields: object) =>
      desk.http
        .post('/feedback')
        .type('form')
        .send({ once: randomUUID(), locale: 'zh-CN', ...fields });
    const wrong = await send({ kind: 'fault', words: ' ', email: '"><script>x' }).expect(400);
    expect(wrong.text).toContain('&quot;&gt;&lt;script&gt;x');
    expect(wrong.text).toContain('请写下具体内容');
    const form = { once: randomUUID(), kind: 'fault', words: '页面表单只算一次' };
    await send(form).expect(303);
    expect((await send(form).expect(200)).text).toContain('已经收到');
    expect(await list({ words: '页面表单只算一次' })).toHaveLength(1);
    const foreign = await desk.http.post('/feedback').set('origin', 'https://evil.example').type('form').send(form);
    expect(foreign.status).toBe(403);
  });

  it('sends what concerns a case nowhere that a link to this page has named', async () => {
    const send = (fields: object) =>
      desk.http
        .post('/feedback')
        .type('form')
        .send({ once: randomUUID(), kind: 'fault', ...fields });
    const reached = async (value: string) =>
      (await desk.database.query('SELECT customer_id AS id FROM contact_points WHERE value = $1', [value])).length;
    const visitor = await customer();
    await visitor.give('先说一句', { email: 'mine@shop.example' }).expect(201);
    await desk.database.query(
      `INSERT INTO conversations (id, site_id, customer_id, channel, handler, locale)
       SELECT $1, site_id, customer_id, 'widget', 'person', 'zh-CN' FROM feedback WHERE words = '先说一句'`,
      [randomUUID()],
    );
    const key = await visitor.key();
    await send({ key, words: '换个地址', email: 'thief@shop.example' }).expect(303);
    expect([await reached('mine@shop.example'), await reached('thief@shop.example')]).toEqual([1, 0]);
    expect(await visitor.page()).not.toContain('type="email"');
    const { headers } = await send({ words: '页面上的路人' }).expect(303);
    const again = new URL(headers.location as string, desk.url).searchParams.get('key');
    await send({ key: again, words: '想收信', email: 'later@shop.example' }).expect(303);
    expect(await reached('later@shop.example')).toBe(1);
  });

  it('answers nobody with page after page, whatever they send', async () => {
    await Promise.allSettled(
      Array.from({ length: 300 }, () =>
        desk.get(RateLimits).consumeHere({ name: 'feedback-page', points: 300, seconds: 60 }, addressKey('127.0.0.1')),
      ),
    );
    const sent: [string, object][] = [
      ['/feedback', { once: randomUUID(), words: '' }],
      [`/feedback/topics/${randomUUID()}/votes`, { wanted: 'true' }],
    ];
    for (const [path, fields] of sent) {
      const answer = await desk.http.post(path).type('form').send(fields);
      expect([path, answer.status, Number(answer.headers['retry-after']) > 0]).toEqual([path, 429, true]);
    }
  });

  /** Lets the hold pass, and both processes do all there is to do at the same time. */
  async function pass(): Promise<void> {
    await desk.clock.advance(11_000);
    await Promise.all([desk.get(Tellings).release(), other.get(Tellings).release()]);
    await Promise.all([desk.get(Relay).runUntilQuiet(), other.get(Relay).runUntilQuiet()]);
    // Each runs only the queues that it has put something into itself.
    await Promise.all([desk.settle(), other.settle()]);
  }
});
