import { Reckoning } from '../../src/bot/deflection/reckoning.service.js';
import { DEFAULT_BOT_SETTINGS, type DeflectionReportView } from '../../src/contract/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildArticle } from '../support/articles.js';
import { type BuiltDialogue, buildDialogue } from '../support/dialogues.js';
import { buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';

const URL = '/api/bot/deflection';
const HOUR = 3_600_000;

describe('the report on deflection', () => {
  let desk: TestApp;
  let supervisor: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    const team = await buildTeam(desk, { key: 'frontline' });
    supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor', teams: [team] }));
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.database.query('TRUNCATE bot_dialogues, bot_answers'));

  const inChina = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
  const today = (daysAgo = 0) => inChina.format(new Date(desk.clock.now().getTime() - daysAgo * 24 * HOUR));
  const report = async (query: object = {}): Promise<DeflectionReportView> =>
    (
      await supervisor.http
        .get(URL)
        .query({ from: today(30), to: today(), ...query })
        .expect(200)
    ).body;
  const decided = async ({ conversationId }: BuiltDialogue, outcome: string | null, rest: object = {}) => {
    const facts = { came_back_at: null, asked_again_at: null, article_id: null, hand_over_reason: null, ...rest };
    await desk.database.query(
      `UPDATE bot_dialogues SET outcome = $2, came_back_at = $3, asked_again_at = $4, article_id = $5, hand_over_reason = $6,
              settled_at = desk_now() WHERE conversation_id = $1`,
      [conversationId, outcome, facts.came_back_at, facts.asked_again_at, facts.article_id, facts.hand_over_reason],
    );
  };
  const NONE = {
    confirmed: 0,
    presumed: 0,
    abandoned: 0,
    handedOver: 0,
    undecided: 0,
    cameBack: 0,
    turnedToPerson: 0,
    askedAgain: 0,
  };

  it('says nothing of nothing', async () => {
    const { totals, rows, handOverReasons, costPerContact, saved, perhapsSaved } = await report();
    expect(totals).toMatchObject({ key: null, ...NONE });
    expect([rows, handOverReasons, costPerContact, saved, perhapsSaved]).toEqual([[], [], null, null, null]);
  });

  it('counts each conversation once, beside it what else happened, and never a sum', async () => {
    const at = desk.clock.now();
    await decided(await buildDialogue(desk), 'confirmed');
    await decided(await buildDialogue(desk), 'confirmed', { came_back_at: at, asked_again_at: at });
    await decided(await buildDialogue(desk), 'presumed', { asked_again_at: at });
    await decided(await buildDialogue(desk, { category: 'account' }), 'abandoned', { came_back_at: at });
    await decided(await buildDialogue(desk, { category: null }), 'handed_over', { hand_over_reason: 'upset' });
    await decided(await buildDialogue(desk, { category: null }), 'handed_over');
    await buildDialogue(desk);
    const { totals, rows, handOverReasons } = await report();
    const counted = { ...NONE, confirmed: 2, presumed: 1, abandoned: 1, handedOver: 2, undecided: 1 };
    expect(totals).toMatchObject({ ...counted, cameBack: 1, turnedToPerson: 1, askedAgain: 2 });
    expect(rows.map(({ query: _, ...row }) => row)).toEqual([
      { key: 'earnings', ...NONE, confirmed: 2, presumed: 1, undecided: 1, cameBack: 1, askedAgain: 2 },
      { key: 'account', ...NONE, abandoned: 1, turnedToPerson: 1 },
      { key: null, ...NONE, handedOver: 2 },
    ]);
    const period = { from: today(30), to: today(), timeZone: 'Asia/Shanghai' };
    expect(rows.map(({ query }) => query)).toEqual([
      { ...period, category: 'earnings' },
      { ...period, category: 'account' },
      { ...period, category: 'none' },
    ]);
    expect(handOverReasons).toEqual([
      { reason: null, count: 1, query: { ...period, outcome: 'handed_over', reason: 'none' } },
      { reason: 'upset', count: 1, query: { ...period, outcome: 'handed_over', reason: 'upset' } },
    ]);
  });

  it('tells languages and doors apart, and articles by what they are called', async () => {
    const { id: articleId } = await buildArticle(desk, { title: '提现失败怎么办' });
    await decided(await buildDialogue(desk, { locale: 'en', entry: 'article' }), 'confirmed', {
      article_id: articleId,
    });
    await decided(await buildDialogue(desk, { articles: [] }), 'abandoned');
    await buildDialogue(desk, { articles: [articleId] });
    const keys = async (by: string) => (await report({ by })).rows.map(({ key, title }) => title ?? key);
    expect(await keys('language')).toEqual(['en', 'zh-CN']);
    expect(await keys('entry')).toEqual(['article', 'home']);
    expect(await keys('article')).toEqual(['提现失败怎么办', null]);
    const [article] = (await report({ by: 'article' })).rows;
    expect(article).toMatchObject({ key: articleId, confirmed: 1, undecided: 1, query: { articleId } });
  });

  it('begins a day where the desk is, and counts a conversation when it was asked', async () => {
    const first = await buildDialogue(desk);
    await desk.database.query(
      `UPDATE bot_dialogues SET first_question_at = '2026-10-01T15:59:59Z' WHERE conversation_id = $1`,
      [first.conversationId],
    );
    const second = await buildDialogue(desk);
    await desk.database.query(
      `UPDATE bot_dialogues SET first_question_at = '2026-10-01T16:00:00Z' WHERE conversation_id = $1`,
      [second.conversationId],
    );
    const days = async (query: object) =>
      (await report({ by: 'day', ...query })).rows.map(({ key, undecided, query: { from, to } }) => [
        key,
        undecided,
        from,
        to,
      ]);
    expect(await days({ from: '2026-10-01', to: '2026-10-02' })).toEqual([
      ['2026-10-01', 1, '2026-10-01', '2026-10-01'],
      ['2026-10-02', 1, '2026-10-02', '2026-10-02'],
    ]);
    expect(await days({ from: '2026-10-02', to: '2026-10-02' })).toEqual([
      ['2026-10-02', 1, '2026-10-02', '2026-10-02'],
    ]);
    expect(await days({ from: '2026-10-01', to: '2026-10-01', timeZone: 'UTC' })).toEqual([
      ['2026-10-01', 2, '2026-10-01', '2026-10-01'],
    ]);
  });

  it('reckons what was saved of the confirmed alone', async () => {
    await decided(await buildDialogue(desk), 'confirmed');
    await decided(await buildDialogue(desk), 'confirmed');
    await decided(await buildDialogue(desk), 'presumed');
    const costPerContact = { amount: 1_250, currency: 'CNY' };
    const settings = JSON.stringify({ ...DEFAULT_BOT_SETTINGS, costPerContact });
    await desk.database.query('INSERT INTO bot_settings (settings) VALUES ($1)', [settings]);
    expect(await report()).toMatchObject({
      costPerContact,
      saved: { amount: 2_500, currency: 'CNY' },
      perhapsSaved: { amount: 1_250, currency: 'CNY' },
    });
  });

  it('is for supervisors and administrators, about a period that can be', async () => {
    const agent = await signIn(desk, await buildStaff(desk));
    const period = { from: today(1), to: today() };
    await agent.http.get(URL).query(period).expect(403);
    await desk.http.get(URL).query(period).expect(401);
    const admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    await admin.http.get(URL).query(period).expect(200);
    for (const wrong of [
      {},
      { from: today() },
      { from: today(), to: today(1) },
      { from: '2020-01-01', to: '2026-01-01' },
      { ...period, by: 'staff' },
      { ...period, timeZone: 'Mars/Base' },
      { ...period, from: "2026-01-01' OR 1=1" },
    ])
      await supervisor.http.get(URL).query(wrong).expect(400);
  });

  it('shows what was reckoned', async () => {
    await buildDialogue(desk);
    await desk.clock.advance(73 * HOUR);
    await desk.get(Reckoning).settleDue();
    supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor' }));
    expect((await report()).totals).toMatchObject({ ...NONE, presumed: 1 });
  });
});
