import { AnswerRatings, Reckoning } from '../../src/bot/index.js';
import { Dice } from '../../src/cli/seed/life/dice.js';
import {
  CATEGORIES,
  type CategoryKey,
  DEFLECTION_FILTERS,
  type DeflectionCount,
  type DeflectionReportView,
  type DeflectionRow,
} from '../../src/contract/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildArticle } from '../support/articles.js';
import { type Asked, readWeek, tally } from '../support/bot-week-oracle.js';
import { connectWidget, type WidgetClient } from '../support/clients.js';
import { type BuiltSite, buildSite, buildStaff, buildTeam, identityToken, signIn } from '../support/factories.js';
import { type BuiltConversation, buildConversation, buildTicket } from '../support/tickets.js';

const SEED = 20_261_121;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CONVERSATIONS = 150;
/** In each category two articles about nearly the same, so that there is a second answer. */
const SUBJECTS: Record<CategoryKey, [string, string]> = {
  account: ['子账号怎么添加', '子账号添加以后怎么授权'],
  earnings: ['提现失败怎么办', '提现失败被银行退回怎么办'],
  feature: ['直播卡顿怎么解决', '直播卡顿时码率怎么调'],
  content: ['视频审核不通过怎么办', '视频审核不通过怎么申诉'],
};
const UNKNOWN = '量子烤鸭在火星的保质期';

interface Step {
  at: number;
  take: () => Promise<void>;
}

describe('a simulated week of the bot', () => {
  let desk: TestApp;
  let site: BuiltSite;
  let widget: WidgetClient | undefined;
  const dice = new Dice(SEED);
  let steps: Step[] = [];
  let start: number;
  beforeAll(async () => {
    desk = await startTestApp();
    const team = await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
    await buildStaff(desk, { teams: [team] });
    for (const category of CATEGORIES)
      for (const title of SUBJECTS[category]) await buildArticle(desk, { title, category, excerpt: title });
    await desk.settle();
    start = desk.clock.now().getTime();
  });
  afterAll(async () => {
    widget?.close();
    await desk.close();
  });

  const later = (at: number, take: Step['take']): void => {
    steps.push({ at, take });
  };
  const rate = async (conversationId: string, helped: boolean) => {
    const answer = await desk.database.one<{ id: string }>(
      'SELECT entry_id AS id FROM bot_answers WHERE conversation_id = $1 ORDER BY created_at DESC, attempt DESC LIMIT 1',
      [conversationId],
    );
    if (answer) await desk.get(AnswerRatings).rate(conversationId, answer.id, helped);
  };

  /** One customer's matter, from its first word on. */
  function plan(at: number): void {
    const category = dice.pick(CATEGORIES);
    const other = dice.pick(CATEGORIES.filter((each) => each !== category));
    const locale = dice.chance(0.2) ? 'en' : 'zh-CN';
    const chosen = dice.chance(0.8);
    const behaviour = dice.pick([
      'helped',
      'helped',
      'second',
      'silent',
      'silent',
      'silent',
      'nothing',
      'unhelped',
      'person',
      'person_after_all',
      'back',
      'back',
      'again',
      'identified',
    ] as const);
    const hours = dice.pick([5, 71, 73]);
    const returnsAbout = dice.chance(0.6) ? category : other;
    const isHelpedFirst = dice.chance(0.5);
    let conversation: BuiltConversation;
    later(at, async () => {
      if (behaviour === 'identified') return identified(category, hours, returnsAbout);
      const question = behaviour === 'nothing' ? UNKNOWN : SUBJECTS[category][0];
      conversation = await buildConversation(desk, { site, locale, ...(chosen && { category }), says: question });
    });
    let last = at;
    const soon = (take: Step['take']) => {
      last += dice.between(1, 5) * MINUTE;
      later(last, take);
    };
    const say = (words: string) => soon(() => conversation.say(words));
    const says = (helped: boolean) => soon(() => rate(conversation.conversationId, helped));
    const returns = (about: CategoryKey) => async () => {
      await buildTicket(desk, { customer: conversation.customer, category: about });
    };
    if (behaviour === 'helped') says(true);
    if (behaviour === 'second' || behaviour === 'unhelped') says(false);
    if (behaviour === 'second') says(true);
    if (behaviour === 'person_after_all') says(true);
    if (behaviour === 'person' || behaviour === 'person_after_all') say('转人工');
    if (behaviour === 'back' && isHelpedFirst) says(true);
    if (behaviour === 'back') later(last + hours * HOUR, returns(returnsAbout));
    if (behaviour === 'again')
      later(at + hours * HOUR, async () => {
        const { customer } = conversation;
        await buildConversation(desk, { customer, category: returnsAbout, says: SUBJECTS[returnsAbout][0] });
      });
  }

  /** An anonymous visitor asks, says later who they are, and may turn to a person as that customer by another way. */
  async function identified(category: CategoryKey, hours: number, about: CategoryKey): Promise<void> {
    widget?.close();
    const client = await connectWidget(desk, { site });
    widget = client;
    await client.begin(SUBJECTS[category][0], category);
    await desk.settle();
    const sub = `merchant-${dice.digits(8)}`;
    await client.call('identify', { token: await identityToken(desk, site, { sub }) });
    later(desk.clock.now().getTime() + hours * HOUR, async () => {
      const customer = (await desk.database.one(
        'SELECT id, site_id AS "siteId", name FROM customers WHERE external_id = $1',
        [sub],
      )) as { id: string; siteId: string; name: string };
      await buildTicket(desk, { customer: { ...customer, externalId: sub, shopId: null }, category: about });
    });
  }

  /** Plays all until then, in order, and looks every few hours whose time is over. */
  async function playUntil(end: number): Promise<void> {
    const settleEvery = 7 * HOUR;
    let settleAt = desk.clock.now().getTime() + settleEvery;
    for (;;) {
      const [next] = steps.toSorted((a, b) => a.at - b.at);
      const at = Math.min(next?.at ?? end, settleAt, end);
      const ahead = at - desk.clock.now().getTime();
      if (ahead > 0) await desk.clock.advance(ahead);
      if (at === end) break;
      if (next && at === next.at) {
        steps = steps.filter((step) => step !== next);
        await next.take();
        await desk.settle();
      } else {
        settleAt += settleEvery;
        await desk.get(Reckoning).settleDue();
      }
    }
    await desk.get(Reckoning).settleDue();
  }

  const COUNTS = Object.keys(DEFLECTION_FILTERS) as DeflectionCount[];
  const countsOf = (row: DeflectionRow) => Object.fromEntries(COUNTS.map((count) => [count, row[count]]));

  /** Compares the report number by number, in every dimension, with what was said and done; and the lists behind it. */
  async function compare(): Promise<Asked[]> {
    const asked = await readWeek(desk);
    const admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    const period = { from: dayOf(start - 24 * HOUR), to: dayOf(desk.clock.now().getTime()) };
    for (const by of ['category', 'article', 'language', 'entry', 'day'] as const) {
      const { body } = await admin.http
        .get('/api/bot/deflection')
        .query({ ...period, by })
        .expect(200);
      const report = body as DeflectionReportView;
      expect(countsOf(report.totals)).toEqual(tally(asked));
      const expected = new Map(asked.map((one) => [one[by], asked.filter((each) => each[by] === one[by])]));
      const rows = Object.fromEntries(report.rows.map((row) => [row.key, countsOf(row)]));
      expect(rows).toEqual(Object.fromEntries([...expected].map(([key, ones]) => [key, tally(ones)])));
      if (by !== 'category') continue;
      for (const row of [report.totals, ...report.rows])
        for (const count of COUNTS) {
          const query = { ...row.query, ...DEFLECTION_FILTERS[count], limit: 100 };
          const list = await admin.http.get('/api/bot/conversations').query(query).expect(200);
          if (row[count] <= 100) expect([row.key, count, list.body.items.length]).toEqual([row.key, count, row[count]]);
        }
    }
    return asked;
  }

  it('is counted as what was said and done in it, while it lasts and when all of it is over', async () => {
    for (let each = 0; each < CONVERSATIONS; each++) plan(start + dice.between(1, 6 * 24 * 60) * MINUTE);
    await playUntil(start + 7 * 24 * HOUR);
    const now = await compare();
    expect(now.filter(({ outcome }) => outcome === undefined).length).toBeGreaterThan(10);
    await playUntil(start + 14 * 24 * HOUR);
    expect(steps).toEqual([]);
    const over = tally(await compare());
    expect(over.undecided).toBe(0);
    expect(Math.min(...COUNTS.filter((count) => count !== 'undecided').map((count) => over[count]))).toBeGreaterThan(2);
  }, 120_000);

  const dayOf = (at: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(at);
});
