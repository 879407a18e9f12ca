import type {
  ArticleInWaitingView,
  BotFlagView,
  FlaggedAnswerView,
  UnansweredQuestionView,
} from '../../src/contract/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { CustomerTickets, Tickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildArticle } from '../support/articles.js';
import { buildAnswer, buildDialogue } from '../support/dialogues.js';
import { type BuiltTeam, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';

const URL = '/api/bot/learning';
const HOUR = 3_600_000;

describe('what the bot could have known better', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let supervisor: SignedIn;
  let agent: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor', name: '主管', teams: [team] }));
    agent = await signIn(desk, await buildStaff(desk, { name: '客服', teams: [team] }));
  });
  afterAll(() => desk.close());
  beforeEach(() =>
    desk.database.query('TRUNCATE bot_dialogues, bot_answers, bot_flags, bot_settlements, article_tasks'),
  );

  const ask = async (
    question: string,
    rest: { article?: string; outcome?: 'helped' | 'not_helped' } = {},
    more = {},
  ) => {
    const { conversationId } = await buildDialogue(desk, { articles: [], ...more });
    const entryId = await buildAnswer(desk, conversationId, { question, ...rest });
    return { conversationId, entryId };
  };
  const questions = async (): Promise<UnansweredQuestionView[]> =>
    (await supervisor.http.get(`${URL}/questions`).expect(200)).body.items;
  const settle = (group: UnansweredQuestionView | undefined, deed: object, who = supervisor) => {
    const { question, locale, members, lastAskedAt } = group as UnansweredQuestionView;
    return who.http.post(`${URL}/questions/settlements`).send({ question, locale, members, until: lastAskedAt, deed });
  };
  const tasks = async () => (await supervisor.http.get('/api/article-tasks').expect(200)).body.items;

  describe('questions', () => {
    it('are together when they ask the same, without what tells who asked, what is asked most first', async () => {
      await ask('直播间怎么设置抽奖');
      await ask('请问怎么开发票 13800138000');
      const { conversationId } = await ask('怎麼開發票', { article: newId(), outcome: 'not_helped' });
      await ask('提现失败', { article: newId() });
      await ask('提现失败', { article: newId(), outcome: 'helped' });
      await ask('？？');
      await ask('how do I get an invoice', {}, { locale: 'en' });
      const found = await questions();
      expect(found.map(({ locale, count, nothingFound }) => [locale, count, nothingFound])).toEqual([
        ['zh-CN', 2, 1],
        ['en', 1, 1],
        ['zh-CN', 1, 1],
      ]);
      expect(found[0]).toMatchObject({
        question: '怎麼開發票',
        alike: ['请问怎么开发票 #'],
        category: 'earnings',
      });
      expect(found[0]?.conversationIds[0]).toBe(conversationId);
      expect(JSON.stringify(found)).not.toContain('13800138000');
    });

    it('become an article task with one click, and leave the list until it is done and somebody asks again', async () => {
      await ask('直播间怎么设置抽奖');
      const [group] = await questions();
      const { body } = await settle(group, { by: 'task', note: '常被问' }).expect(201);
      expect(await tasks()).toMatchObject([
        { id: body.taskId, kind: 'search', title: '直播间怎么设置抽奖', note: '常被问' },
      ]);
      expect(await questions()).toEqual([]);
      await desk.clock.advance(60_000);
      await ask('直播间怎么设置抽奖');
      expect(await questions()).toEqual([]);
      const [task] = await tasks();
      await supervisor.http
        .put(`/api/article-tasks/${task.id}/status`)
        .send({ version: task.version, status: 'done' })
        .expect(200);
      expect(await questions()).toMatchObject([{ question: '直播间怎么设置抽奖', count: 1 }]);
    });

    it('become words by which an article is found', async () => {
      const { id: articleId } = await buildArticle(desk, { title: '提现失败怎么办' });
      await ask('取钱卡住了');
      const [group] = await questions();
      await settle(group, { by: 'synonym', articleId, keyword: '取钱卡住' }).expect(201);
      const { body } = await supervisor.http.get(`/api/articles/${articleId}`).expect(200);
      expect(body.content.words['zh-CN'].keywords).toContain('取钱卡住');
      expect(body.changed).toBe(true);
      expect(await questions()).toEqual([]);
      await ask('取款卡壳');
      const [other] = await questions();
      await settle(other, { by: 'synonym', articleId: newId(), keyword: '卡壳' }).expect(404);
      expect(await questions()).toHaveLength(1);
    });

    it('are dismissed, and come again when they are asked again; of two at once the later is told', async () => {
      await ask('你们几点下班');
      const [group] = await questions();
      const answers = await Promise.all([settle(group, { by: 'dismissed' }), settle(group, { by: 'dismissed' })]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(await questions()).toEqual([]);
      await desk.clock.advance(1_000);
      await ask('你们几点下班');
      expect(await questions()).toHaveLength(1);
      await settle(group, { by: 'task' }).expect(409);
      expect(await tasks()).toEqual([]);
    });

    it('are for supervisors and administrators, and bad input changes nothing', async () => {
      await ask('你们几点下班');
      const [group] = await questions();
      await agent.http.get(`${URL}/questions`).expect(403);
      await settle(group, { by: 'dismissed' }, agent).expect(403);
      for (const wrong of [{ by: 'nothing' }, { by: 'synonym', articleId: 'x', keyword: 'y' }, { by: 'task', note: 5 }])
        await settle(group, wrong).expect(400);
      await settle({ ...group, members: [] } as never, { by: 'dismissed' }).expect(400);
      await settle({ ...group, members: ["'; DROP"] } as never, { by: 'dismissed' }).expect(400);
      expect(await questions()).toHaveLength(1);
    });
  });

  describe('replies of agents', () => {
    const STEPS = '请按下面操作：\n1. 打开钱包\n2. 点提现记录\n3. 点重新提现';
    const replies = async (): Promise<ArticleInWaitingView[]> =>
      (await supervisor.http.get(`${URL}/replies`).expect(200)).body.items;
    /** A case that came of the bot, with this reply, of which the customer says that it is solved. */
    const solved = async (reply: string, { confirm = true, helped = false } = {}) => {
      const built = await buildTicket(desk);
      const { conversationId, number } = built;
      await desk.database.query(
        `INSERT INTO bot_dialogues (conversation_id, site_id, customer_id, locale, first_question_at, last_question_at)
         VALUES ($1, $2, $3, 'zh-CN', desk_now(), desk_now())`,
        [conversationId, built.customer.siteId, built.customer.id],
      );
      await buildAnswer(desk, conversationId, helped ? { article: newId(), outcome: 'helped' } : {});
      await built.reply(agent.principal, reply);
      for (const to of ['open', 'resolved'])
        await agent.http.post(`/api/tickets/${number}/transitions`).send({ to }).expect(201);
      if (confirm) await desk.get(CustomerTickets).confirm(built.principal, number, true);
      return number;
    };

    it('look like an article when they go step by step, explain at length, or are said again and again', async () => {
      const first = await solved(STEPS);
      const long =
        '结算周期是确认收货后七天，遇到法定节假日顺延到下一个工作日，期间店铺有未处理的售后单时会先冻结对应金额，等售后完结再自动释放，您可以在钱包的冻结明细里看到每一笔的原因和预计释放时间，不需要另外申请，也不会影响其他订单的结算进度，请您放心等待。';
      await solved(long);
      for (const name of ['张', '李', '王'])
        await solved(`${name}老板您好，短信验证码收不到请先检查拦截名单再换个网络试试`);
      await solved('好的，帮您看一下');
      await solved(STEPS, { confirm: false });
      await solved('1. 先看这里\n2. 再看那里', { helped: true });
      expect((await replies()).map(({ marks, cases }) => [marks, cases])).toEqual([
        [['often'], 3],
        [['long'], 1],
        [['steps'], 1],
      ]);
      const outsider = await signIn(
        desk,
        await buildStaff(desk, { role: 'supervisor', teams: [await buildTeam(desk)] }),
      );
      expect((await outsider.http.get(`${URL}/replies`).expect(200)).body.items).toEqual([]);
      expect((await replies())[2]).toMatchObject({
        ticketNumbers: [first],
        reply: expect.stringContaining('打开钱包'),
      });
    });

    it('become an article task about the case, or are dismissed, once', async () => {
      const number = await solved(STEPS);
      const [found] = await replies();
      const { members, lastSaidAt: until } = found as ArticleInWaitingView;
      const send = (deed: object) =>
        supervisor.http
          .post(`${URL}/replies/settlements`)
          .send({ members, until, ticketNumber: number, title: '重新提现', deed });
      await send({ by: 'task' }).expect(201);
      expect(await tasks()).toMatchObject([{ kind: 'ticket', ticketNumber: number, title: '重新提现' }]);
      expect(await replies()).toEqual([]);
      await send({ by: 'dismissed' }).expect(409);
      await send({ by: 'synonym', articleId: newId(), keyword: 'x' }).expect(400);
    });
  });

  describe('answers flagged as wrong', () => {
    const flag = (entryId: string, who: SignedIn, body: object = { reason: 'wrong', note: '版本过旧' }) =>
      who.http.put(`/api/bot/answers/${entryId}/flag`).send(body);
    const flags = async (conversationId: string, who = agent): Promise<BotFlagView[]> =>
      (await who.http.get(`/api/bot/conversations/${conversationId}/flags`).expect(200)).body.items;
    const flagged = async (query: object = {}): Promise<FlaggedAnswerView[]> =>
      (await supervisor.http.get(`${URL}/flags`).query(query).expect(200)).body.items;
    const settleFlag = (entryId: string, deed: object) =>
      supervisor.http.post(`${URL}/flags/${entryId}/settlements`).send({ deed });

    it('are said once by whoever sees the conversation, and taken back', async () => {
      const { conversationId, entryId } = await ask('提现失败 13800138000', { article: newId() });
      await flag(entryId, agent).expect(200);
      await flag(entryId, agent, { reason: 'outdated' }).expect(200);
      await flag(entryId, supervisor).expect(409);
      expect(await flags(conversationId)).toMatchObject([
        { entryId, reason: 'outdated', note: '', by: { name: '客服' } },
      ]);
      expect(await flagged()).toMatchObject([{ entryId, question: '提现失败 #', articles: [{ title: '文章' }] }]);
      await agent.http.delete(`/api/bot/answers/${entryId}/flag`).expect(204);
      await agent.http.delete(`/api/bot/answers/${entryId}/flag`).expect(204);
      expect(await flags(conversationId)).toEqual([]);
    });

    it('in a case are for those who see the case', async () => {
      const { conversationId, entryId } = await ask('提现失败', { article: newId() });
      await desk.database.transaction((tx) =>
        desk.get(Tickets).openForConversation(tx, { conversationId, reason: 'person_requested' }),
      );
      const other = await buildTeam(desk);
      const outsider = await signIn(desk, await buildStaff(desk, { teams: [other] }));
      const elsewhere = await signIn(desk, await buildStaff(desk, { role: 'supervisor', teams: [other] }));
      await flag(entryId, outsider).expect(404);
      await outsider.http.get(`/api/bot/conversations/${conversationId}/flags`).expect(404);
      await flag(entryId, agent).expect(200);
      await outsider.http.delete(`/api/bot/answers/${entryId}/flag`).expect(404);
      expect((await elsewhere.http.get(`${URL}/flags`).expect(200)).body.items).toEqual([]);
      await elsewhere.http
        .post(`${URL}/flags/${entryId}/settlements`)
        .send({ deed: { by: 'dismissed' } })
        .expect(404);
      expect(await flagged()).toHaveLength(1);
      await supervisor.http.delete(`/api/bot/answers/${entryId}/flag`).expect(204);
      await flag(entryId, supervisor).expect(200);
      await agent.http.delete(`/api/bot/answers/${entryId}/flag`).expect(403);
    });

    it('are seen to once: a task about the article, words, or nothing', async () => {
      const { id: articleId } = await buildArticle(desk, { title: '提现失败怎么办' });
      const [task, word, none] = await Promise.all([
        ask('提现失败', { article: articleId }),
        ask('提不出来', { article: articleId }),
        ask('随便问问', { article: articleId }),
      ]);
      for (const { entryId } of [task, word, none]) await flag(entryId, agent).expect(200);
      const { body } = await settleFlag(task.entryId, { by: 'task', note: '步骤改了' }).expect(201);
      expect(await tasks()).toMatchObject([{ id: body.taskId, kind: 'article', article: { id: articleId } }]);
      await settleFlag(word.entryId, { by: 'synonym', articleId, keyword: '提不出来' }).expect(201);
      const twice = await Promise.all([1, 2].map(() => settleFlag(none.entryId, { by: 'dismissed' })));
      expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(await flagged()).toEqual([]);
      expect(await flagged({ settled: true })).toHaveLength(3);
      await flag(none.entryId, agent).expect(409);
      await agent.http.delete(`/api/bot/answers/${none.entryId}/flag`).expect(409);
      expect(await flags(none.conversationId)).toMatchObject([{ settled: { by: 'dismissed' } }]);
    });

    it('answer for what is not there as for what is no answer', async () => {
      const { conversationId } = await ask('提现失败');
      const question = (await desk.database.one<{ id: string }>(
        `SELECT id FROM entries WHERE conversation_id = $1 AND author_kind = 'customer'`,
        [conversationId],
      )) as { id: string };
      await flag(question.id, agent).expect(404);
      await flag(newId(), agent).expect(404);
      await flag('x', agent).expect(400);
      const { entryId } = await ask('提现失败');
      await flag(entryId, agent, { reason: 'ugly' }).expect(400);
      await flag(entryId, agent, { reason: 'wrong', note: 'x'.repeat(501) }).expect(400);
      await flag(entryId, agent, { reason: 'wrong', staffId: newId() }).expect(400);
      expect(await flagged()).toEqual([]);
      await desk.http.put(`/api/bot/answers/${entryId}/flag`).send({ reason: 'wrong' }).expect(401);
    });

    it('are listed by pages', async () => {
      for (let each = 0; each < 3; each++) {
        await flag((await ask('提现失败', { article: newId() })).entryId, agent).expect(200);
        await desk.clock.advance(HOUR / 60);
      }
      const first = (await supervisor.http.get(`${URL}/flags`).query({ limit: 2 }).expect(200)).body;
      const next = await supervisor.http.get(`${URL}/flags`).query({ limit: 2, cursor: first.nextCursor }).expect(200);
      expect([first.items.length, next.body.items.length, next.body.nextCursor]).toEqual([2, 1, undefined]);
    });
  });
});
