import { type BotSettings, DEFAULT_BOT_SETTINGS } from '../../src/contract/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildStaff, type SignedIn, signIn } from '../support/factories.js';

const PATH = '/api/bot/settings';

describe('what the bot is told to do', () => {
  let desk: TestApp;
  let admin: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '管理员' }));
  });
  afterAll(() => desk.close());

  const read = async () => (await admin.http.get(PATH).expect(200)).body;
  const put = async (change: object) => {
    const { settings, version } = await read();
    return admin.http.put(PATH).send({ version, settings: { ...settings, ...change } });
  };
  const text = { 'zh-CN': '您好', en: 'Hello' };

  it('is as it comes, until somebody changes it', async () => {
    expect(await read()).toEqual({ settings: DEFAULT_BOT_SETTINGS, version: 1 });
  });

  it('is changed, counted, and noted with what it was', async () => {
    const change: Partial<BotSettings> = {
      thresholds: { sure: 0.7, related: 0.2, categoryMargin: 0.1 },
      greetings: [{ page: '/settlements/*', text, category: 'earnings' }],
      words: { person: ['接线员'], anger: ['太坑了'], money: ['赔付'] },
      straightToPerson: {
        tiers: ['premium'],
        categories: ['account'],
        subCategories: ['ban_appeal'],
        shops: ['shop-1'],
      },
      costPerContact: { amount: 1250, currency: 'CNY' },
    };
    const saved = await put(change);
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject({ version: 2, settings: change });
    expect(await read()).toEqual(saved.body);
    const { body } = await admin.http.get('/api/audit').query({ subjectKind: 'bot' }).expect(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      action: 'bot.updated',
      actor: { name: '管理员' },
      changes: {
        thresholds: { before: DEFAULT_BOT_SETTINGS.thresholds, after: change.thresholds },
        costPerContact: { before: null, after: change.costPerContact },
      },
    });
    expect(body.items[0].changes).not.toHaveProperty('model');
  });

  it('is not written over by who had not seen it, and the same again changes nothing', async () => {
    const { version, settings } = await read();
    await admin.http
      .put(PATH)
      .send({ version: version - 1, settings })
      .expect(409);
    await admin.http
      .put(PATH)
      .send({ version: version + 1, settings })
      .expect(409);
    expect((await put({})).body.version).toBe(version);
    const answers = await Promise.all(
      [1, 3, 4, 5].map((missesBeforePerson) =>
        admin.http.put(PATH).send({ version, settings: { ...settings, missesBeforePerson } }),
      ),
    );
    const changing = answers.filter(({ body }) => body.version === version + 1);
    expect(changing).toHaveLength(1);
    expect((await read()).version).toBe(version + 1);
  });

  it.each<[string, object, string]>([
    ['thresholds out of order', { thresholds: { sure: 0.3, related: 0.31, categoryMargin: 0 } }, 'thresholds.related'],
    ['a threshold above one', { thresholds: { sure: 1.1, related: 0.1, categoryMargin: 0 } }, 'thresholds.sure'],
    ['a threshold that is text', { thresholds: { sure: '0.5', related: 0.1, categoryMargin: 0 } }, 'thresholds.sure'],
    ['no miss at all', { missesBeforePerson: 0 }, 'missesBeforePerson'],
    ['more misses than anybody bears', { missesBeforePerson: 6 }, 'missesBeforePerson'],
    ['a pattern that is no path', { greetings: [{ page: '(a+)+$', text }] }, 'greetings.0.page'],
    ['a path with other signs', { greetings: [{ page: '/a[0-9]', text }] }, 'greetings.0.page'],
    [
      'one page twice',
      {
        greetings: [
          { page: '/a*', text },
          { page: '/A*', text },
        ],
      },
      'greetings.1.page',
    ],
    ['a greeting in one language', { greetings: [{ page: '/a', text: { ...text, en: ' ' } }] }, 'greetings.0.text.en'],
    ['too many greetings', { greetings: Array.from({ length: 31 }, (_, n) => ({ page: `/${n}`, text })) }, 'greetings'],
    ['a word of one sign', { words: { person: ['人'], anger: [], money: [] } }, 'words.person.0'],
    ['a word twice', { words: { person: [], anger: ['BAD', 'ｂａｄ'], money: [] } }, 'words.anger.1'],
    [
      'too many words',
      { words: { person: [], anger: [], money: Array.from({ length: 201 }, (_, n) => `词${n}`) } },
      'words.money',
    ],
    [
      'an unknown tier',
      { straightToPerson: { ...DEFAULT_BOT_SETTINGS.straightToPerson, tiers: ['gold'] } },
      'straightToPerson.tiers.0',
    ],
    [
      'an unknown sub-category',
      { straightToPerson: { ...DEFAULT_BOT_SETTINGS.straightToPerson, subCategories: ['nope'] } },
      'straightToPerson.subCategories.0',
    ],
    [
      'a budget of a day below that of one',
      { model: { ...DEFAULT_BOT_SETTINGS.model, tokensPerDay: 10_000 } },
      'model.tokensPerDay',
    ],
    ['money in no currency', { costPerContact: { amount: 5, currency: 'ZZZ' } }, 'costPerContact.currency'],
    ['half a cent', { costPerContact: { amount: 1.5, currency: 'CNY' } }, 'costPerContact.amount'],
    ['what nobody knows', { mood: 'good' }, ''],
  ])('refuses %s, and changes nothing', async (_, change, path) => {
    const before = await read();
    const refused = await put(change);
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map((error: { path: string }) => error.path)).toContain(
      path ? `settings.${path}` : 'settings',
    );
    expect(await read()).toEqual(before);
  });

  it('is for administrators', async () => {
    for (const role of ['agent', 'supervisor'] as const) {
      const other = await signIn(desk, await buildStaff(desk, { role }));
      await other.http.get(PATH).expect(403);
      await other.http.put(PATH).send({ version: 1, settings: DEFAULT_BOT_SETTINGS }).expect(403);
    }
    await desk.http.get(PATH).expect(401);
  });
});
