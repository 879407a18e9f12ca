import { CustomerTickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { openStatus, type StatusPage } from '../support/status.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

const HOUR = 3_600_000;

describe('what a customer does by the public page', () => {
  let desk: TestApp;
  let frontline: BuiltTeam;
  let agent: SignedIn;
  let lead: SignedIn;
  let ticket: BuiltTicket;
  let page: StatusPage;
  beforeAll(async () => {
    desk = await startTestApp();
    frontline = await buildTeam(desk, { key: 'frontline' });
    const staff = await buildStaff(desk, { name: '陈晓明', teams: [frontline] });
    agent = await signIn(desk, staff);
    const leader = await buildStaff(desk, { name: '组长', teams: [frontline] });
    await desk.database.query('UPDATE teams SET lead_id = $2 WHERE id = $1', [frontline.id, leader.id]);
    lead = await signIn(desk, leader);
  });
  beforeEach(async () => {
    ticket = await buildTicket(desk, { phone: '13812345678' });
    page = await openStatus(desk, ticket.conversationId);
  });
  afterAll(() => desk.close());

  const later = async (hours: number) => {
    await desk.clock.advance(hours * HOUR);
    agent = await signIn(desk, { id: agent.principal.staffId });
    lead = await signIn(desk, { id: lead.principal.staffId });
  };
  const assign = () =>
    agent.http
      .post(`/api/tickets/${ticket.number}/assignments`)
      .send({ teamId: frontline.id, staffId: agent.principal.staffId })
      .expect(201);
  const move = (to: string) => agent.http.post(`/api/tickets/${ticket.number}/transitions`).send({ to }).expect(201);
  const seen = async () => (await agent.http.get(`/api/tickets/${ticket.number}`).expect(200)).body;
  const notices = async (of: SignedIn) =>
    (await of.http.get('/api/notices').expect(200)).body.items.filter(
      ({ kind, number }: { kind: string; number: string }) => kind === 'nudged' && number === ticket.number,
    );
  const timeline = async () => (await agent.http.get(`/api/tickets/${ticket.number}/timeline`).expect(200)).body.items;

  describe('催单', () => {
    it('is told to whoever has the case, counted, and stands in thread, timeline and list', async () => {
      await assign();
      expect(await page.read()).toContain('催一下');
      const sent = await page.send('nudges').expect(303);
      expect(sent.headers.location).toBe(`${page.url}&locale=zh-CN&said=nudged#notice`);
      await desk.settle();
      expect(await notices(agent)).toMatchObject([{ count: 1, number: ticket.number }]);
      expect(await notices(lead)).toEqual([]);
      expect(await seen()).toMatchObject({ nudges: 1, nudgedAt: expect.any(String) });
      expect((await timeline()).map(({ kind }: { kind: string }) => kind)).toContain('nudged');
      const row = (await agent.http.get('/api/tickets?list=mine')).body.items.find(
        ({ number }: { number: string }) => number === ticket.number,
      );
      expect(row).toMatchObject({ nudges: 1 });
      const html = await page.read('&said=nudged');
      expect(html).toContain('role="status">已为您催办');
      expect(html).toMatch(/已催 1 次.*下次可催时间：<time datetime=/s);
      expect(html).not.toContain('action="/status/PL-000/nudges"');
    });

    it('of a case that waits is told to who leads the team', async () => {
      await page.send('nudges').expect(303);
      await desk.settle();
      expect(await notices(lead)).toMatchObject([{ count: 1 }]);
      expect(await notices(agent)).toEqual([]);
    });

    it('is taken once in its time, however often and from wherever it is sent', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => page.send('nudges')));
      expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(19).fill(429)]);
      const refused = await page.send('nudges').expect(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3 * 3_600);
      expect(refused.text).toContain('刚刚催过了');
      expect(await seen()).toMatchObject({ nudges: 1 });
      await later(4.01);
      await page.send('nudges').expect(303);
      expect(await seen()).toMatchObject({ nudges: 2 });
    });

    it('is not for a case that waits for its customer, nor for one that is done', async () => {
      await assign();
      for (const to of ['pending', 'resolved']) {
        await move(to);
        const refused = await page.send('nudges').expect(409);
        expect(refused.text).toContain('工单在您打开页面后有了变化');
        expect(refused.text).not.toContain('/nudges"');
      }
      expect((await seen()).nudges).toBeUndefined();
    });
  });

  describe('撤单', () => {
    it('asks once more, ends the case, and tells the team why', async () => {
      await assign();
      const link = /href="([^"]*withdrawal[^"]*)"/.exec(await page.read())?.[1]?.replaceAll('&amp;', '&') ?? '';
      const asked = await desk.http.get(link).expect(200);
      expect(asked.text).toContain('确定要撤销这个工单吗');
      expect((await seen()).status).toBe('open');
      await page.send('withdrawals', { reason: 'by_mistake', words: '提交错店铺了' }).expect(303);
      await page.send('withdrawals', { reason: 'by_mistake', words: '提交错店铺了' }).expect(303);
      expect((await seen()).status).toBe('cancelled');
      const lines = (await timeline()).filter(({ kind }: { kind: string }) => kind === 'status');
      expect(lines.at(-1).data).toEqual({
        from: 'open',
        to: 'cancelled',
        because: 'withdrawn',
        reason: 'by_mistake',
        words: '提交错店铺了',
      });
      const html = await page.read();
      expect(html).toContain('<h1>已撤销</h1>');
      expect(html).not.toContain('提交错店铺了');
      await page.answer({ body: '还是需要处理' });
      expect((await seen()).status).toBe('open');
    });

    it('of what has been solved meanwhile is refused, and what was written stays', async () => {
      await assign();
      await move('resolved');
      const refused = await page.send('withdrawals', { reason: 'other', words: '写了很多原因' }).expect(409);
      expect(refused.text).toContain('工单在您打开页面后有了变化');
      expect(refused.text).toMatch(/>写了很多原因<\/textarea>/);
      expect((await seen()).status).toBe('resolved');
      await desk.http.get(`/status/${page.number}/withdrawal?key=${page.key}`).expect(409);
    });

    it.each([[{}], [{ reason: 'because' }], [{ reason: 'other', to: 'closed' }]])('refuses %j', async (fields) => {
      await page.send('withdrawals', fields as Record<string, string>).expect(400);
      expect((await seen()).status).toBe('new');
    });
  });

  describe('a rating', () => {
    beforeEach(async () => {
      await assign();
      await move('resolved');
      await page.send('confirmations', { solved: 'true' }).expect(303);
    });

    it('has reasons that go with its score, and can be changed, once each', async () => {
      const html = await page.read();
      expect(html).toContain('回复太慢');
      expect(html).toContain('回复及时');
      await page
        .send('ratings', { score: '2', solved: 'false', reasons: ['slow', 'quick'], comment: '等了两天' })
        .expect(303);
      await page.send('ratings', { score: '2', solved: 'false', reasons: 'slow', comment: '等了两天' }).expect(303);
      expect((await seen()).rating).toEqual({ score: 2, solved: false, reasons: ['slow'], comment: '等了两天' });
      await page.send('ratings', { score: '5', solved: 'true', reasons: ['quick', 'friendly'] }).expect(303);
      expect((await seen()).rating).toEqual({ score: 5, solved: true, reasons: ['quick', 'friendly'] });
      const rated = (await timeline()).filter(({ kind }: { kind: string }) => kind === 'rated');
      expect(rated).toHaveLength(2);
      await page.send('ratings', { score: '5', solved: 'true', reasons: ['made_up'] }).expect(400);
    });

    it('is taken for fourteen days', async () => {
      await later(13 * 24);
      await page.send('ratings', { score: '4', solved: 'true' }).expect(303);
      await later(2 * 24);
      const refused = await page.send('ratings', { score: '1', solved: 'false', comment: '改主意了' }).expect(409);
      expect(refused.text).toMatch(/>改主意了<\/textarea>/);
      expect((await seen()).rating).toEqual({ score: 4, solved: true });
      expect(await page.read()).not.toContain('/ratings"');
    });

    it('of a case that goes on again meanwhile is refused, and its words stay', async () => {
      await page.send('confirmations', { solved: 'false' }).expect(303);
      const refused = await page.send('ratings', { score: '5', solved: 'true', comment: '谢谢你们' }).expect(409);
      expect(refused.text).toMatch(/<textarea id="body"[^>]*>谢谢你们</);
      expect((await seen()).rating).toBeUndefined();
    });
  });

  it('is done by the key of this number alone, whatever leads there', async () => {
    const other = await openStatus(desk, (await buildTicket(desk)).conversationId);
    await assign();
    for (const [what, fields] of [
      ['nudges', {}],
      ['withdrawals', { reason: 'other' }],
      ['confirmations', { solved: 'false' }],
      ['ratings', { score: '1', solved: 'false' }],
    ] as const)
      for (const key of [other.key, '', 'x'.repeat(32)]) await page.send(what, { ...fields, key }).expect(404);
    expect(await seen()).toMatchObject({ status: 'open' });
    const away = await desk.http
      .post(`/status/${page.number}/nudges?next=https://evil.example`)
      .type('form')
      .send({ key: page.key, locale: 'zh-CN' })
      .expect(303);
    expect(away.headers.location).toMatch(/^\/status\/PL-/);
    await page.read('&said=replied');
    await desk.http.get(`${page.url}&said=%3Cscript%3E`).expect(400);
  });

  it('never shows a note: not on the page, not as JSON, not on paper', async () => {
    const canary = 'CANARY-7f3a 疑似风控';
    await assign();
    await agent.http.post(`/api/tickets/${ticket.number}/notes`).send({ body: canary });
    await agent.http
      .post(`/api/tickets/${ticket.number}/transitions`)
      .send({ to: 'on_hold', note: canary })
      .expect(201);
    const notes = await desk.database.query(`SELECT FROM entries WHERE conversation_id = $1 AND kind = 'note'`, [
      ticket.conversationId,
    ]);
    expect(notes.length).toBeGreaterThan(0);
    const { lookupCode } = desk.get(CustomerTickets).linksOf(ticket.number);
    const json = await desk.http
      .post('/api/status/lookups')
      .send({ number: ticket.number, factor: lookupCode })
      .expect(200);
    const refused = await page.send('ratings', { score: '1', solved: 'true' }).expect(409);
    for (const text of [await page.read(), await page.read('&page=2'), refused.text, json.text])
      for (const secret of ['CANARY-7f3a', '陈晓明', '13812345678']) expect(text).not.toContain(secret);
  });
});
