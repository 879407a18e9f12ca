import { randomUUID } from 'node:crypto';
import type { PublicTicketView } from '../../src/contract/index.js';
import { CustomerTickets, formatNumber, Tickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

describe('the public status page', () => {
  let desk: TestApp;
  let frontline: BuiltTeam;
  let settlement: BuiltTeam;
  let agent: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    frontline = await buildTeam(desk, { key: 'frontline', name: { 'zh-CN': '一线客服', en: 'Front line' } });
    settlement = await buildTeam(desk, { key: 'settlement', name: { 'zh-CN': '结算小组', en: 'Settlement' } });
    agent = await signIn(desk, await buildStaff(desk, { name: '陈晓明', teams: [frontline, settlement] }));
  });
  beforeEach(() => desk.database.query('TRUNCATE rate_limits'));
  afterAll(() => desk.close());

  const secretsOf = async (ticket: BuiltTicket) => {
    const view = (await desk.get(CustomerTickets).customerTickets([ticket.conversationId])).get(ticket.conversationId);
    if (!view) throw new Error('no ticket');
    return view;
  };
  const ask = (number: string, factor: string) => desk.http.post('/api/status/lookups').send({ number, factor });
  const move = (number: string, to: string, note?: string) =>
    agent.http.post(`/api/tickets/${number}/transitions`).send({ to, note }).expect(201);
  const played = async (options: Parameters<typeof buildTicket>[1] = {}) => {
    const ticket = await buildTicket(desk, { phone: '13812345678', ...options });
    await agent.http
      .post(`/api/tickets/${ticket.number}/assignments`)
      .send({ teamId: frontline.id, staffId: agent.principal.staffId })
      .expect(201);
    await agent.http
      .post(`/api/tickets/${ticket.number}/assignments`)
      .send({ teamId: settlement.id, note: '内部备注：疑似风控' })
      .expect(201);
    return ticket;
  };

  describe('looked up by number and second factor', () => {
    it('shows the case in the customer’s view: no notes, no whole names, no staff lines', async () => {
      const ticket = await played();
      await agent.http.patch(`/api/tickets/${ticket.number}`).send({ version: 3, priority: 'P0' }).expect(200);
      const { lookupCode } = await secretsOf(ticket);
      const answer = await ask(ticket.number, lookupCode).expect(200);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['content-type']).toMatch('application/json');
      const view: PublicTicketView = answer.body;
      expect(view).toMatchObject({ number: ticket.number, status: 'open', category: 'earnings' });
      expect(view.timeline.map(({ kind, data }) => [kind, data])).toEqual([
        ['opened', { way: 'asked' }],
        ['assigned', { name: '晓明', team: frontline.name }],
        ['handed_over', { team: settlement.name }],
      ]);
      for (const secret of ['内部备注', '陈晓明', agent.principal.staffId, 'P0', 'priority', '@', 'because'])
        expect(answer.text).not.toContain(secret);
    });

    it('forgives how number and code are typed, and takes the last four digits of the phone', async () => {
      const ticket = await buildTicket(desk, { phone: '13812345678' });
      const { lookupCode } = await secretsOf(ticket);
      const spaced = ticket.number.toLowerCase().replace(/-/g, ' ');
      await ask(spaced, ` ${lookupCode.slice(0, 3).toLowerCase()} ${lookupCode.slice(3)} `).expect(200);
      await ask(ticket.number, '５６７８').expect(200);
      await ask(ticket.number, '5679').expect(404);
    });

    it('shows who knows the four digits alone how it stands, and nothing of what was said; nor can they do anything', async () => {
      const ticket = await buildTicket(desk, { phone: '13812345678', says: '卡号尾号三三二一的提现' });
      const { lookupCode, statusUrl } = await secretsOf(ticket);
      const enter = async (factor: string) => {
        const form = { number: ticket.number, factor, locale: 'zh-CN' };
        const { headers } = await desk.http.post('/status').type('form').send(form).expect(303);
        return String(headers.location);
      };
      expect(await enter(lookupCode)).toBe(`${statusUrl}&locale=zh-CN`);
      expect((await desk.http.get(statusUrl).expect(200)).text).toContain('三三二一');
      const glance = await enter('5678');
      const { text } = await desk.http.get(glance).expect(200);
      expect(text).toContain('已受理');
      expect(text).toContain('查询码');
      expect(text).not.toContain('三三二一');
      expect(text).not.toMatch(/action="\/status\/PL/);
      const key = new URL(glance, 'http://desk').searchParams.get('key');
      const deeds = {
        nudges: {},
        confirmations: { solved: 'true' },
        ratings: { solved: 'true', score: '5' },
        withdrawals: { reason: 'other' },
      };
      for (const [deed, body] of Object.entries(deeds))
        await desk.http
          .post(`/status/${ticket.number}/${deed}`)
          .type('form')
          .send({ key, ...body })
          .expect(404);
      await desk.http.get(`/status/${ticket.number}/withdrawal?key=${key}`).expect(404);
      await desk.http
        .post(`/status/${ticket.number}/messages`)
        .field({ key: key ?? '', once: randomUUID(), body: '是我' })
        .expect(404);
    });

    it('answers wrong and absent alike: status, body, headers, and no sooner', async () => {
      const ticket = await buildTicket(desk, { phone: '13812345678' });
      const other = await buildTicket(desk);
      const { lookupCode } = await secretsOf(other);
      await desk.database.query('DELETE FROM tickets WHERE number = $1', [other.number]);
      const tries: [string, string][] = [
        [ticket.number, 'ABCDEF'],
        [ticket.number, lookupCode],
        [other.number, lookupCode],
        [other.number, '5678'],
        [ticket.number, '0000'],
        ['PL-000-0000', 'ABCDEF'],
      ];
      const seen = new Set<string>();
      for (const [number, factor] of tries) {
        const began = performance.now();
        const { status, body, headers } = await ask(number, factor);
        expect(performance.now() - began).toBeGreaterThan(145);
        seen.add(JSON.stringify([status, { ...body, requestId: '' }, Object.keys(headers).sort()]));
      }
      expect([...seen]).toHaveLength(1);
      expect([...seen][0]).toContain('lookup_failed');
    });

    it.each(['PL-000-0001', '不是工单号', 'PL-7K3', '🙂'])('says at once that %s is no number', async (number) => {
      const answer = await ask(number, 'ABCDEF').expect(400);
      expect(answer.body).toMatchObject({ code: 'number_mistyped', detail: expect.stringContaining('PL-') });
    });

    it('forgives capitals, full width, dashes, and O, I and L for digits', async () => {
      const ticket = await buildTicket(desk);
      const { lookupCode } = await secretsOf(ticket);
      const wide = [...ticket.number].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
      const slips = ticket.number.replaceAll('0', 'o').replaceAll('1', 'l');
      for (const typed of [
        ticket.number.toLowerCase(),
        wide.join(''),
        slips,
        ` ${ticket.number.replaceAll('-', '—')} `,
      ])
        await ask(typed, lookupCode).expect(200);
    });

    it('stops a thousand guesses by the twentieth, one after the other, together, and by the form', async () => {
      const numbers = Array.from({ length: 1_000 }, (_, n) => formatNumber(BigInt(n + 100_000)));
      const answered = async (send: (number: string) => Promise<{ status: number }>) => {
        await desk.database.query('TRUNCATE rate_limits');
        let known = 0;
        for (let at = 0; at < numbers.length; at += 50) {
          const batch = await Promise.all(numbers.slice(at, at + 50).map(send));
          known += batch.filter(({ status }) => status !== 429).length;
        }
        return known;
      };
      expect(await answered((number) => ask(number, 'WRONG1'))).toBeLessThanOrEqual(20);
      expect(await answered((number) => ask(number, '1234'))).toBeLessThanOrEqual(20);
      const form = (number: string) => desk.http.post('/status').type('form').send({ number, factor: 'WRONG1' });
      expect(await answered(form)).toBeLessThanOrEqual(20);
    });

    it('limits guesses at the four digits of one number, right ones after that included, but not the link', async () => {
      const ticket = await buildTicket(desk, { phone: '13812345678' });
      const guesses = await Promise.all(Array.from({ length: 9 }, (_, n) => ask(ticket.number, `000${n}`)));
      expect(guesses.filter(({ status }) => status === 404)).toHaveLength(5);
      const refused = await ask(ticket.number, '5678').expect(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(60);
      const { lookupCode, statusUrl } = await secretsOf(ticket);
      await ask(ticket.number, lookupCode).expect(200);
      await desk.http.get(statusUrl).expect(200);
    });

    it('limits guesses at the code by number, whether it exists or not, and at all numbers from one address', async () => {
      const ticket = await buildTicket(desk);
      const { lookupCode, statusUrl } = await secretsOf(ticket);
      const wrong = (number: string) => Promise.all(Array.from({ length: 20 }, () => ask(number, 'WRONG1')));
      await wrong(ticket.number);
      await ask(ticket.number, lookupCode).expect(429);
      await wrong('PL-000-0000');
      await ask('PL-000-0000', 'WRONG1').expect(429);
      const unguessed = await buildTicket(desk);
      await ask(unguessed.number, (await secretsOf(unguessed)).lookupCode).expect(429);
      await desk.http.get(statusUrl).expect(200);
      await desk.clock.advance(3_700_000);
      agent = await signIn(desk, { id: agent.principal.staffId });
      await ask(ticket.number, lookupCode).expect(200);
    });

    it.each([
      [{}],
      [{ number: 'PL-000-0000' }],
      [{ number: { a: 1 }, factor: 'x' }],
      [{ number: 'x'.repeat(61), factor: 'x' }],
      [{ number: 'PL', factor: 'a\u0000b' }],
      [{ number: 'PL', factor: 'x', ticketId: 'x' }],
    ])('refuses %j', async (body) => {
      const answer = await desk.http.post('/api/status/lookups').send(body).expect(400);
      expect(answer.body.code).toBe('invalid_input');
    });
  });

  describe('as a page', () => {
    const post = (fields: Record<string, string>, language = 'zh-CN') =>
      desk.http.post('/status').type('form').set('accept-language', language).send(fields);

    it('asks in the language of the reader, by a form that needs no script, and stays out of caches and engines', async () => {
      const page = await desk.http.get('/status').set('accept-language', 'zh-CN').expect(200);
      expect(page.text).toContain('查询工单进度');
      expect(page.text).not.toContain('<script');
      expect(page.text).toContain('<meta name="robots" content="noindex">');
      expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
      expect(page.headers['content-security-policy']).toContain("default-src 'none'");
      expect((await desk.http.get('/status?locale=en').expect(200)).text).toContain('Case status');
      await desk.http.get('/status?locale=fr').expect(400);
    });

    it('leads from number and code to the signed link, which shows the case in words', async () => {
      const ticket = await played();
      const { lookupCode, statusUrl } = await secretsOf(ticket);
      const nextDueAt = new Date('2030-01-02T03:04:00Z');
      await desk.database.transaction((tx) =>
        desk.get(Tickets).setDue(tx, ticket.ticketId, { nextDueAt, nextDueKind: 'next_response', pausedAt: null }),
      );
      const found = await post({ number: ticket.number, factor: lookupCode }).expect(303);
      expect(found.headers.location).toBe(statusUrl);
      const zh = await desk.http.get(`${statusUrl}&locale=zh-CN`).expect(200);
      for (const words of ['客服晓明开始处理', '已转交结算小组继续处理', '2030年1月2日 11:04', '北京时间', '收益'])
        expect(zh.text).toContain(words);
      for (const secret of ['内部备注', '陈晓明', '13812345678', ticket.customer.name])
        expect(zh.text).not.toContain(secret);
      const en = await desk.http.get(`${statusUrl}&locale=en`).expect(200);
      expect(en.text).toContain('Handed on to Settlement');
      expect(en.text).toContain('2 Jan 2030, 11:04');
    });

    it('says the same of a wrong code and of a number that is not there', async () => {
      const ticket = await buildTicket(desk);
      const wrong = await post({ number: ticket.number, factor: 'WRONG1' }).expect(404);
      const absent = await post({ number: 'PL-000-0000', factor: 'WRONG1' }).expect(404);
      expect(absent.text.replaceAll('PL-000-0000', ticket.number)).toBe(wrong.text);
      const empty = await post({}).expect(400);
      expect(empty.text).toContain('工单号有误');
      await post({ number: '<script>alert(1)</script>\u0000', factor: "' OR 1=1" })
        .expect(400)
        .expect(({ text }) => expect(text).not.toContain('<script'));
    });

    it('opens by no other key, and no other number by this one', async () => {
      const ticket = await buildTicket(desk);
      const other = await buildTicket(desk);
      const key = (await secretsOf(ticket)).statusUrl.split('key=')[1];
      const bodies: string[] = [];
      for (const path of [
        `${ticket.number}?key=x`,
        `${ticket.number}`,
        `${other.number}?key=${key}`,
        `PL-000-0000?key=${key}`,
      ])
        bodies.push((await desk.http.get(`/status/${path}`).expect(404)).text);
      expect(new Set(bodies).size).toBe(1);
      await desk.http
        .post(`/status/${other.number}/confirmations`)
        .type('form')
        .send({ key, solved: 'true' })
        .expect(404);
    });

    it('takes the customer’s word that it is solved, or not, and a rating', async () => {
      const ticket = await played();
      const { statusUrl } = await secretsOf(ticket);
      const key = statusUrl.split('key=')[1] as string;
      const say = (what: string, fields: Record<string, string>) =>
        desk.http
          .post(`/status/${ticket.number}/${what}`)
          .type('form')
          .send({ key, locale: 'zh-CN', ...fields });
      const status = async () => (await agent.http.get(`/api/tickets/${ticket.number}`)).body.status;
      const page = async () => (await desk.http.get(`${statusUrl}&locale=zh-CN`).expect(200)).text;

      expect(await page()).not.toContain('confirmations');
      await say('ratings', { score: '5', solved: 'true' }).expect(409);
      expect((await agent.http.get(`/api/tickets/${ticket.number}`)).body.rating).toBeUndefined();
      await move(ticket.number, 'resolved');
      expect(await page()).toContain('未解决，继续处理');
      const answer = await say('confirmations', { solved: 'false' }).expect(303);
      expect(answer.headers.location).toBe(`${statusUrl}&locale=zh-CN&said=reopened#notice`);
      expect(await status()).toBe('open');
      await move(ticket.number, 'resolved');
      await say('confirmations', { solved: 'true' }).expect(303);
      await say('confirmations', { solved: 'true' }).expect(303);
      expect(await status()).toBe('closed');
      await say('ratings', { score: '6', solved: 'true' }).expect(400);
      await say('ratings', { score: '4', solved: 'true', comment: '很快' }).expect(303);
      expect((await agent.http.get(`/api/tickets/${ticket.number}`)).body.rating).toEqual({
        score: 4,
        solved: true,
        comment: '很快',
      });
      const rated = await page();
      expect(rated).toContain('感谢您的评价');
      expect(rated).toMatch(/<textarea[^>]*name="comment"[^>]*>很快</);
    });
  });

  describe('inside the widget', () => {
    it('a customer confirms and rates their own case; another’s answers like none', async () => {
      const ticket = await played();
      const other = await buildTicket(desk);
      const cases = desk.get(CustomerTickets);
      await move(ticket.number, 'resolved');
      for (const number of [ticket.number, 'PL-000-0000', 'nonsense'])
        await expect(cases.confirm(other.principal, number, true)).rejects.toMatchObject({ code: 'not_found' });
      expect(await cases.confirm(ticket.principal, ticket.number, true)).toMatchObject({ status: 'closed' });
      expect(await cases.rate(ticket.principal, ticket.number, { score: 5, solved: true })).toMatchObject({
        rating: { score: 5, solved: true },
        number: ticket.number,
      });
      await expect(cases.rate(other.principal, other.number, { score: 1, solved: false })).rejects.toMatchObject({
        code: 'illegal_transition',
      });
    });
  });
});
