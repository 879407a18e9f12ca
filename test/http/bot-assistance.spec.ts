import { Entries, staffAuthor } from '../../src/conversations/index.js';
import { HelpCenter } from '../../src/help-center/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildSite, buildStaff, buildTeam, signIn } from '../support/factories.js';
import { startModelServer, type TestModelServer } from '../support/model-server.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

const SECRET_NOTE = '内部备注：这位客户是黑名单，不要退款';

describe.each(['with a language model', 'without one'])('help in writing, %s', (kind) => {
  const hasModel = kind === 'with a language model';
  let desk: TestApp;
  let model: TestModelServer;
  let team: BuiltTeam;
  let site: { id: string };

  beforeAll(async () => {
    model = await startModelServer();
    const env = { MODEL_URL: model.url, MODEL_NAME: 'test-model', MODEL_TIMEOUT_SECONDS: '1' };
    desk = await startTestApp(hasModel ? { env } : {});
    team = await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
    await desk.get(HelpCenter).seedArticles();
  }, 60_000);
  afterAll(async () => {
    await desk.close();
    await model.close();
  });
  beforeEach(async () => {
    model.behave = 'grounded';
    model.asked.length = 0;
    await desk.clock.advance(600_000);
  });

  async function caseOf(says = '提现失败怎么办') {
    const staff = await buildStaff(desk, { teams: [team] });
    const signedIn = await signIn(desk, staff);
    const ticket = await buildTicket(desk, { site, says });
    await desk.get(Entries).post(staffAuthor(signedIn.principal), {
      conversationId: ticket.conversationId,
      kind: 'note',
      body: SECRET_NOTE,
      clientMessageId: newId(),
    });
    return { http: signedIn.http, ticket, staff };
  }
  type Http = Awaited<ReturnType<typeof caseOf>>['http'];
  const ask = (http: Http, { number, conversationId }: BuiltTicket, what: string, body: object = {}) =>
    http.post(`/api/tickets/${number}/${what}`).send({ conversationId, ...body });
  const sent = () => JSON.stringify(model.asked.map(({ body }) => body));

  it('offers what there is', async () => {
    const { http, ticket } = await caseOf();
    const { body } = await http.get(`/api/tickets/${ticket.number}/assistance`).expect(200);
    expect(body).toEqual(
      hasModel
        ? { deeds: ['suggestion', 'rewriting', 'translation', 'summary'], generates: true }
        : { deeds: ['suggestion', 'summary'], generates: false },
    );
  });

  it('suggests a reply out of an article, and no word of a note', async () => {
    const { http, ticket } = await caseOf();
    const { body } = await ask(http, ticket, 'suggested-replies').expect(200);
    expect(body.generated).toBe(hasModel);
    expect(body.citations[0]).toMatchObject({ url: '/help/zh-CN/articles/withdrawal-failed' });
    expect(body.text.length).toBeGreaterThan(10);
    expect(`${sent()}${JSON.stringify(body)}`).not.toMatch(/黑名单|备注/);
  });

  it('says so when nothing fits', async () => {
    const { http, ticket } = await caseOf('羽绒服会不会掉毛');
    const { body } = await ask(http, ticket, 'suggested-replies').expect(200);
    expect(body).toEqual({ text: '', generated: false, citations: [] });
  });

  it('sums the case up, in what was said', async () => {
    const { http, ticket } = await caseOf();
    const { body } = await ask(http, ticket, 'summaries').expect(200);
    expect(body.generated).toBe(hasModel);
    expect(body.text).toContain('提现失败怎么办');
    expect(`${sent()}${JSON.stringify(body)}`).not.toMatch(/黑名单|备注/);
  });

  it('is for who may reply, of a conversation of this case', async () => {
    const { http, ticket } = await caseOf();
    const other = await caseOf();
    const stranger = await signIn(desk, await buildStaff(desk, { teams: [await buildTeam(desk)] }));
    for (const what of ['suggested-replies', 'summaries']) {
      await ask(stranger.http, ticket, what).expect(403);
      await ask(http, { ...ticket, conversationId: other.ticket.conversationId }, what).expect(404);
      await ask(http, { ...ticket, number: 'PL-000-0000' }, what).expect(404);
      await ask(http, { ...ticket, conversationId: 'x' }, what).expect(400);
    }
    await stranger.http.get(`/api/tickets/${ticket.number}/assistance`).expect(403);
    await stranger.http.get('/api/bot/model-calls').expect(403);
  });

  if (!hasModel) {
    it('cannot reword or translate, and says so', async () => {
      const { http, ticket } = await caseOf();
      await ask(http, ticket, 'rewritings', { draft: '请稍等', tone: 'friendlier' }).expect(503);
      await ask(http, ticket, 'translations', { draft: '请稍等', to: 'en' }).expect(503);
    });
    return;
  }

  it('rewords a draft, with what was taken out put back', async () => {
    const { http, ticket } = await caseOf();
    const draft = '货款 3 天到账，请保持电话 13800138000 畅通';
    const { body } = await ask(http, ticket, 'rewritings', { draft, tone: 'friendlier' }).expect(200);
    expect(body).toEqual({ text: `您好，${draft}`, generated: true, citations: [] });
    expect(sent()).not.toContain('13800138000');
  });

  it('translates a draft, or a message that the customer sees', async () => {
    const { http, ticket } = await caseOf('我的卡 4111111111111111 提现失败');
    const draft = await ask(http, ticket, 'translations', { draft: '3 天到账', to: 'en' }).expect(200);
    expect(draft.body.text).toBe('This is what it says in English 3');
    const entries = await desk.database.query<{ id: string; kind: string }>(
      'SELECT id, kind FROM entries WHERE conversation_id = $1 ORDER BY seq',
      [ticket.conversationId],
    );
    const idOf = (kind: string) => entries.find((entry) => entry.kind === kind)?.id;
    const message = await ask(http, ticket, 'translations', { entryId: idOf('message'), to: 'en' }).expect(200);
    expect(message.body.text).toBe('This is what it says in English 4111111111111111');
    expect(sent()).not.toContain('4111');
    await ask(http, ticket, 'translations', { entryId: idOf('note'), to: 'en' }).expect(404);
    await ask(http, ticket, 'translations', { to: 'en' }).expect(400);
    await ask(http, ticket, 'translations', { draft: 'x', entryId: idOf('message'), to: 'en' }).expect(400);
  });

  it('throws away what changes figures, and falls back where there is something to fall back to', async () => {
    const { http, ticket } = await caseOf();
    model.behave = { says: '货款 30 天到账' };
    const { body } = await ask(http, ticket, 'rewritings', { draft: '货款 3 天到账', tone: 'shorter' }).expect(503);
    expect(body).toMatchObject({ code: 'unavailable', detail: expect.stringContaining('结果已丢弃') });
    model.behave = 'hang_mid_stream';
    const suggestion = await ask(http, ticket, 'suggested-replies').expect(200);
    expect(suggestion.body).toMatchObject({ generated: false, failed: 'timed_out' });
    expect(suggestion.body.text).toContain('详见《提现失败怎么办》');
    const summary = await ask(http, ticket, 'summaries').expect(200);
    expect(summary.body).toMatchObject({ generated: false, failed: 'timed_out' });
  });

  it('is logged, and looked through by administrators alone', async () => {
    const { http, ticket, staff } = await caseOf();
    await ask(http, ticket, 'suggested-replies').expect(200);
    await http.get('/api/bot/model-calls').expect(403);
    const admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    const { body } = await admin.http.get('/api/bot/model-calls?purpose=suggestion&outcome=ok&limit=1').expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        purpose: 'suggestion',
        outcome: 'ok',
        ticketNumber: ticket.number,
        staffName: staff.name,
      }),
    ]);
    const next = await admin.http.get(`/api/bot/model-calls?limit=1&cursor=${body.nextCursor}`).expect(200);
    expect(next.body.items[0].id).not.toBe(body.items[0].id);
    const one = await admin.http.get(`/api/bot/model-calls/${body.items[0].id}`).expect(200);
    expect(one.body.prompt.map(({ role }: { role: string }) => role)).toEqual(['system', 'user']);
    expect(one.body.answer).toContain('[1]');
    await admin.http.get(`/api/bot/model-calls/${newId()}`).expect(404);
    const usage = await admin.http.get('/api/bot/model-calls/usage').expect(200);
    expect(usage.body).toMatchObject({ model: 'test-model', resting: false, tokensPerDay: 2_000_000 });
    expect(usage.body.tokens).toBeGreaterThan(0);
  });
});
