import { startTestApp, type TestApp } from '../support/app.js';
import { buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });

describe('what staff put on a case', () => {
  let desk: TestApp;
  let agent: SignedIn;
  let admin: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    const team = await buildTeam(desk, { key: 'frontline' });
    agent = await signIn(desk, await buildStaff(desk, { teams: [team], name: '林晓' }));
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
  });
  afterAll(() => desk.close());

  const view = async (number: string) => (await agent.http.get(`/api/tickets/${number}`).expect(200)).body;
  const edit = async (number: string, patch: object) =>
    agent.http.patch(`/api/tickets/${number}`).send({ version: (await view(number)).version, ...patch });
  const timeline = async (number: string) =>
    (await agent.http.get(`/api/tickets/${number}/timeline`).expect(200)).body.items;

  describe('tags', () => {
    it('stand on the case, in the lists and in its history, one for all spellings', async () => {
      const { number } = await buildTicket(desk);
      const { body } = await edit(number, { tags: ['  大促 ', 'VIP', 'ｖｉｐ', '帳單'] });
      expect(body.tags).toEqual(['大促', 'VIP', '帳單']);
      const other = await buildTicket(desk);
      expect((await edit(other.number, { tags: ['vip', '账单'] })).body.tags).toEqual(['VIP', '帳單']);
      expect((await timeline(number)).at(-1)).toMatchObject({
        kind: 'edited',
        customerVisible: false,
        data: { before: { tags: [] }, after: { tags: ['大促', 'VIP', '帳單'] } },
      });
      const found = await agent.http.get('/api/tickets/search').query({ tag: 'Vip,大促' }).expect(200);
      expect(found.body.items.map((row: { number: string }) => row.number).sort()).toEqual(
        [number, other.number].sort(),
      );
      expect(found.body.items[0].tags).toContain('VIP');
      const none = await agent.http.get('/api/tickets/search').query({ tag: '没有' }).expect(200);
      expect(none.body.items).toEqual([]);
    });

    it('are suggested by how often they were used, once for each case', async () => {
      const { number } = await buildTicket(desk);
      await edit(number, { tags: ['seldom one'] });
      for (let cases = 0; cases < 3; cases++) await edit((await buildTicket(desk)).number, { tags: ['often one'] });
      await edit(number, { tags: ['seldom one', '  Seldom   ONE'] });
      const { body } = await agent.http.get('/api/tags').query({ q: 'ONE' }).expect(200);
      expect(body.items).toEqual([
        { tag: 'often one', uses: 3 },
        { tag: 'seldom one', uses: 1 },
      ]);
      await desk.http.get('/api/tags').expect(401);
    });

    it('go when they are left out, and stay when nothing is said of them', async () => {
      const { number } = await buildTicket(desk);
      await edit(number, { tags: ['a', 'b'] });
      expect((await edit(number, { subject: '别的' })).body.tags).toEqual(['a', 'b']);
      expect((await edit(number, { tags: ['b'] })).body.tags).toEqual(['b']);
      expect((await edit(number, { tags: [] })).body.tags).toEqual([]);
    });

    it.each([
      ['too many', Array.from({ length: 21 }, (_, n) => `t${n}`)],
      ['one too long', ['x'.repeat(31)]],
      ['an empty one', [' , ']],
      ['one that no screen shows', ['a\u0007']],
    ])('are refused when there is %s', async (_, tags) => {
      const { number } = await buildTicket(desk);
      expect((await edit(number, { tags })).body.code).toBe('invalid_input');
      expect((await view(number)).tags).toEqual([]);
    });

    it('are spelled alike by whoever comes at the same moment', async () => {
      const tickets = await Promise.all(Array.from({ length: 6 }, () => buildTicket(desk)));
      const spellings = ['Flash Sale', 'flash sale', 'FLASH SALE'];
      const answers = await Promise.all(
        tickets.map(({ number }, at) => edit(number, { tags: [spellings[at % 3], `n${at % 2}`, `n${(at + 1) % 2}`] })),
      );
      expect(new Set(answers.map(({ body }) => body.tags[0])).size).toBe(1);
    });
  });

  describe('a checklist', () => {
    const settings = {
      name: both('发票', 'Invoices'),
      priority: 'P2',
      nature: 'usage',
      teamKey: 'frontline',
      form: [],
      checklist: [
        { key: 'seen', label: both('已看过', 'Seen') },
        { key: 'called', label: both('已致电', 'Called') },
      ],
    };
    let version = 1;
    beforeAll(async () => {
      await admin.http
        .post('/api/categories/earnings/sub-categories')
        .send({ key: 'invoice', ...settings })
        .expect(201);
    });
    const path = (number: string, item: string) => `/api/tickets/${number}/checks/${item}`;

    it('is ticked once, by somebody, and can be opened again', async () => {
      const { number } = await buildTicket(desk, { subCategory: 'invoice' });
      await agent.http.put(path(number, 'seen')).expect(200);
      const { body } = await agent.http.put(path(number, 'seen')).expect(200);
      expect(body.checks).toEqual([{ item: 'seen', doneBy: '林晓', doneAt: expect.stringMatching(/Z$/) }]);
      expect((await agent.http.delete(path(number, 'seen')).expect(200)).body.checks).toEqual([]);
      const lines = (await timeline(number)).slice(-2);
      expect(lines).toMatchObject([
        { kind: 'item_done', data: { item: both('已看过', 'Seen') }, customerVisible: false },
        { kind: 'item_undone', customerVisible: false },
      ]);
    });

    it('stops nobody, and keeps what was done of it when it is archived', async () => {
      const { number } = await buildTicket(desk, { subCategory: 'invoice' });
      await agent.http.put(path(number, 'called')).expect(200);
      const { body } = await admin.http
        .put('/api/sub-categories/invoice')
        .send({ version, ...settings, checklist: settings.checklist.slice(0, 1) })
        .expect(200);
      version += 1;
      const sub = body.subCategories.find(({ key }: { key: string }) => key === 'invoice');
      expect(sub).toMatchObject({ formVersion: 1, checklist: [{ key: 'seen' }, { key: 'called', archived: true }] });
      expect((await view(number)).checks).toMatchObject([{ item: 'called' }]);
      const other = await buildTicket(desk, { subCategory: 'invoice' });
      await agent.http.put(path(other.number, 'called')).expect(404);
      await agent.http.put(path(other.number, 'nothing')).expect(404);
      await agent.http.post(`/api/tickets/${number}/transitions`).send({ to: 'open' }).expect(201);
      await agent.http.post(`/api/tickets/${number}/transitions`).send({ to: 'resolved' }).expect(201);
    });

    it('is not a stranger’s to tick', async () => {
      const team = await buildTeam(desk, { key: 'elsewhere' });
      const stranger = await signIn(desk, await buildStaff(desk, { teams: [team] }));
      const { number } = await buildTicket(desk, { subCategory: 'invoice' });
      await stranger.http.put(path(number, 'seen')).expect(403);
      expect((await view(number)).checks).toEqual([]);
    });
  });

  describe('the nature of a case', () => {
    it('is guessed from the words when no sub-category says it, and marked as guessed', async () => {
      const { number } = await buildTicket(desk, { says: '提现失败，一直报错' });
      expect(await view(number)).toMatchObject({ nature: 'fault', natureBy: 'rules' });
      const silent = await view((await buildTicket(desk, { says: '你好' })).number);
      expect([silent.nature, silent.natureBy]).toEqual([undefined, undefined]);
      const sorted = await view((await buildTicket(desk, { says: '提现失败', subCategory: 'invoice' })).number);
      expect([sorted.nature, sorted.natureBy]).toEqual(['usage', undefined]);
    });

    it('gives way to the sub-category as long as nobody has said it', async () => {
      const { number } = await buildTicket(desk, { says: '提现失败，一直报错' });
      const { body } = await edit(number, { category: 'earnings', subCategory: 'invoice' });
      expect([body.nature, body.natureBy]).toEqual(['usage', undefined]);
      const said = await buildTicket(desk, { says: '提现失败，一直报错' });
      await edit(said.number, { nature: 'fault' });
      const kept = (await edit(said.number, { category: 'earnings', subCategory: 'invoice' })).body;
      expect([kept.nature, kept.natureBy]).toEqual(['fault', 'staff']);
    });

    it('is guessed anew after a few corrections of the same words, of which only features are kept', async () => {
      const says = '怎么我的收益还是上个月的 CANARY';
      for (let corrected = 0; corrected < 2; corrected++) {
        const { number } = await buildTicket(desk, { says });
        expect(await view(number)).toMatchObject({ nature: 'usage', natureBy: 'rules' });
        expect((await edit(number, { nature: 'fault' })).body).toMatchObject({ nature: 'fault', natureBy: 'staff' });
      }
      const third = await buildTicket(desk, { says });
      expect(await view(third.number)).toMatchObject({ nature: 'fault', natureBy: 'rules' });
      expect(await view((await buildTicket(desk, { says: '怎么修改手机号' })).number)).toMatchObject({
        nature: 'usage',
      });
      const rows = await desk.database.query('SELECT * FROM nature_corrections');
      expect(rows).toHaveLength(2);
      expect(JSON.stringify(rows)).not.toMatch(/CANARY|上个月/);
    });

    it('is not learned from who changes their mind', async () => {
      const { number, ticketId } = await buildTicket(desk, { says: '请问直播怎么预告' });
      await edit(number, { nature: 'suggestion' });
      await edit(number, { nature: 'usage' });
      const rows = await desk.database.query('SELECT * FROM nature_corrections WHERE ticket_id = $1', [ticketId]);
      expect(rows).toEqual([]);
    });
  });
});
