import { Replays } from '../../src/bot/settings/replay/replays.service.js';
import {
  type ArticleSearchView,
  type BotReplayView,
  type BotSettings,
  DEFAULT_BOT_SETTINGS,
} from '../../src/contract/index.js';
import { HelpCenter } from '../../src/help-center/index.js';
import type { Site } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectWidget, type WidgetClient } from '../support/clients.js';
import { buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { until } from '../support/until.js';

const PATH = '/api/bot/settings/replays';
/** Whatever a replay could touch. */
const TABLES = [
  'entries',
  'conversations',
  'bot_dialogues',
  'bot_answers',
  'tickets',
  'outbox',
  'help_searches',
  'bot_model_calls',
];

describe('old conversations against changed settings', () => {
  let desk: TestApp;
  let site: Site;
  let admin: SignedIn;
  let customer: WidgetClient;
  const conversations: string[] = [];

  beforeAll(async () => {
    desk = await startTestApp();
    site = await buildSite(desk);
    await buildTeam(desk, { key: 'frontline' });
    await desk.get(HelpCenter).seedArticles();
    await desk.settle();
    // Each process looks for new articles by itself; the replay is asked of any.
    const query = new URLSearchParams({ q: '提现失败怎么办', locale: 'zh-CN' });
    const finds = async (web: string) =>
      ((await (await fetch(`${web}/api/help/search?${query}`)).json()) as ArticleSearchView).items.length > 0;
    for (const web of desk.urls.webs) await until(() => finds(web), 'an article in the search');
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    customer = await connectWidget(desk, { site });
    const said = [['提现失败怎么办'], ['qwertzuiop', '转人工'], ['zxcvbnmpoiu', '谢谢']];
    for (const [first = '', ...more] of said) {
      const id = await customer.begin(first);
      conversations.push(id);
      await desk.settle();
      for (const body of more) {
        await customer.say(id, body);
        await desk.settle();
      }
    }
    await desk.settle();
  });
  afterAll(async () => {
    customer.close();
    await desk.close();
  });

  const replay = async (change: Partial<BotSettings>, turns?: number): Promise<BotReplayView> =>
    (
      await admin.http
        .post(PATH)
        .send({ settings: { ...DEFAULT_BOT_SETTINGS, ...change }, turns })
        .expect(200)
    ).body;
  const rows = async () => {
    const counted: Record<string, unknown> = {};
    for (const table of TABLES) {
      const [there] = await desk.database.query<{ name: string | null }>('SELECT to_regclass($1)::text AS name', [
        table,
      ]);
      if (there?.name)
        [counted[table]] = await desk.database.query(
          `SELECT count(*)::int AS rows, md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) AS content FROM ${table} t`,
        );
    }
    return counted;
  };

  it('are led as they were, where nothing is changed', async () => {
    const same = await replay({});
    expect(same).toMatchObject({ conversations: 3, turns: 5, cutShort: false, changes: [] });
    expect(same.after).toEqual(same.before);
    expect(same.before).toMatchObject({
      deeds: { answered: 1, missed: 2, handed_over: 1, said: 1, not_reached: 0 },
      reasons: { person_requested: 1 },
    });
  });

  it('show what words and fewer misses would have changed, with the words that were said', async () => {
    const word = await replay({ words: { ...DEFAULT_BOT_SETTINGS.words, anger: ['zxcvbnmpoiu'] } });
    expect(word.changes).toEqual([
      expect.objectContaining({
        conversationId: conversations[2],
        words: 'zxcvbnmpoiu',
        handler: 'bot',
        before: { deed: 'missed' },
        after: { deed: 'handed_over', reason: 'upset' },
      }),
    ]);
    expect(word.after.reasons).toEqual({ person_requested: 1, upset: 1 });
    // What follows the hand-over is counted, and told as no change of its own.
    expect(word.after.deeds.not_reached).toBe(1);

    const money = await replay({ words: { ...DEFAULT_BOT_SETTINGS.words, money: ['提现失败'] } });
    const [doubted] = money.changes;
    expect(doubted).toMatchObject({
      before: { deed: 'answered' },
      after: { deed: 'handed_over', reason: 'money_at_stake' },
    });
    expect(doubted?.before.articles?.[0]?.title).toBe('提现失败怎么办');

    const first = await replay({ missesBeforePerson: 1, asksForms: false });
    expect(first.after.reasons).toMatchObject({ bot_unsure: 2 });
    expect((await replay({}, 1)).turns).toBe(1);
  });

  it('are led no further when nobody waits for it any more', async () => {
    const left = await desk.get(Replays).run(DEFAULT_BOT_SETTINGS, 100, AbortSignal.abort());
    expect(left).toMatchObject({ turns: 0, cutShort: true, changes: [] });
  });

  it('leave no trace: nothing is written, nobody is told', async () => {
    const before = await rows();
    const told = customer.pushes.length;
    await replay({ missesBeforePerson: 1 });
    await desk.settle();
    expect(await rows()).toEqual(before);
    expect(customer.pushes.length).toBe(told);
  });

  it('are replayed one at a time, by administrators, with settings that could be saved', async () => {
    const body = { settings: DEFAULT_BOT_SETTINGS };
    const answers = await Promise.all([1, 2, 3].map(() => admin.http.post(PATH).send(body)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    expect(statuses.at(-1)).toBe(429);
    expect(answers.find(({ status }) => status === 429)?.headers['retry-after']).toBeDefined();
    await admin.http.post(PATH).send(body).expect(200);
    await admin.http
      .post(PATH)
      .send({ settings: { ...DEFAULT_BOT_SETTINGS, missesBeforePerson: 0 } })
      .expect(400);
    await admin.http
      .post(PATH)
      .send({ ...body, turns: 2_001 })
      .expect(400);
    const supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor' }));
    await supervisor.http.post(PATH).send(body).expect(403);
  });
});
