import fc from 'fast-check';
import { SLA_STATES, SORT_DIRECTIONS, TICKET_SORTS, TICKET_STATUSES } from '../../src/contract/index.js';
import type { Site } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  type BuiltTeam,
  buildCustomer,
  buildSite,
  buildStaff,
  buildTeam,
  type SignedIn,
  signIn,
} from '../support/factories.js';
import { allTickets, expected, type PlainTicket, type Question } from '../support/ticket-oracle.js';
import { buildTicket } from '../support/tickets.js';

const HOUR = 3_600_000;

describe('the table of tickets', () => {
  let desk: TestApp;
  let teams: BuiltTeam[];
  let site: Site;
  let agent: SignedIn;
  let supervisor: SignedIn;
  let admin: SignedIn;

  beforeAll(async () => {
    desk = await startTestApp();
    teams = [await buildTeam(desk, { key: 'frontline' }), await buildTeam(desk), await buildTeam(desk)];
    site = await buildSite(desk);
    agent = await signIn(desk, await buildStaff(desk, { teams: teams.slice(0, 1) }));
    supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor', teams: teams.slice(1, 3) }));
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
  });
  afterAll(() => desk.close());

  const ask = async (who: SignedIn, question: Question, limit = 100, between?: () => Promise<unknown>) => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await who.http
        .get('/api/tickets/search')
        .query({ ...question, limit, cursor })
        .expect(200);
      found.push(...body.items.map((item: { number: string }) => item.number));
      cursor = body.nextCursor;
      await between?.();
    } while (cursor);
    return found;
  };

  describe('over a desk of every kind of ticket', () => {
    let tickets: PlainTicket[];
    let now: number;
    beforeAll(async () => {
      await fill(desk, { teams, site, assignees: [agent, supervisor].map(({ principal }) => principal.staffId) });
      tickets = await allTickets(desk);
      expect(tickets).toHaveLength(240);
    });
    beforeEach(() => {
      now = desk.clock.now().getTime() * 1_000;
    });

    const values = (choices: readonly string[]) =>
      fc.subarray([...choices], { minLength: 1, maxLength: Math.min(3, choices.length) }).map((some) => some.join(','));
    const moment = fc
      .integer({ min: -20 * 24, max: 12 })
      .map((hours) => new Date(desk.clock.now().getTime() + hours * HOUR).toISOString());
    const questions = () =>
      fc.record<Question>(
        {
          sort: fc.constantFrom(...TICKET_SORTS),
          direction: fc.constantFrom(...SORT_DIRECTIONS),
          q: fc.constantFrom('货款', '到账 林', '林', '林记', 'ＰＬ', 'withdrawal', '%', '茶铺 live', '订 单', '2026'),
          status: values(TICKET_STATUSES),
          team: values(teams.map(({ id }) => id)),
          assignee: values(['me', 'none', agent.principal.staffId, supervisor.principal.staffId]),
          category: values(['earnings', 'account', 'nothing']),
          subCategory: values(['payout_delay', 'login']),
          nature: values(['usage', 'fault']),
          priority: values(['P0', 'P1', 'P2']),
          tier: values(['premium', 'standard']),
          site: fc.constant(site.id),
          rating: values(['1', '3', '5']),
          sla: values(SLA_STATES),
          waiting: fc.constant('reply'),
          openedFrom: moment,
          openedTo: moment,
          updatedFrom: moment,
          updatedTo: moment,
          dueFrom: moment,
          dueTo: moment,
          reopenedFrom: moment,
          reopenedTo: moment,
        },
        { requiredKeys: [] },
      );
    /** Mostly one or two conditions: many at once find nothing. */
    const sparing = () =>
      fc.tuple(questions(), fc.integer()).map(([question, seed]) => {
        const { sort, direction, ...rest } = question;
        const names = Object.keys(rest);
        const kept = names.filter((_, place) => names.length <= 2 || (place + seed) % names.length < 2);
        return { sort, direction, ...Object.fromEntries(kept.map((name) => [name, rest[name]])) } as Question;
      });

    it('answers whatever is asked as a plain reading of the tickets does, page by page', async () => {
      let hits = 0;
      await fc.assert(
        fc.asyncProperty(
          sparing(),
          fc.constantFrom(agent, supervisor, admin),
          fc.constantFrom(3, 17, 100),
          async (question, who, limit) => {
            const answer = expected(tickets, who.principal, question, now);
            hits += answer.length > 0 ? 1 : 0;
            expect(await ask(who, question, limit)).toEqual(answer);
            const { sort: _, direction: __, ...filter } = question;
            const { body } = await who.http.get('/api/tickets/search/count').query(filter).expect(200);
            expect(body).toEqual({ count: answer.length });
          },
        ),
        { numRuns: 120 },
      );
      expect(hits).toBeGreaterThan(20);
    }, 120_000);

    it('shows each role what it may see, and no more', async () => {
      for (const [who, least] of [
        [agent, 60],
        [supervisor, 120],
        [admin, 240],
      ] as const) {
        const seen = await ask(who, {});
        expect(seen).toEqual(expected(tickets, who.principal, {}, now));
        expect(seen.length).toBeGreaterThanOrEqual(least);
      }
      const stranger = await signIn(desk, await buildStaff(desk));
      expect(await ask(stranger, {})).toEqual([]);
      const { body } = await stranger.http.get('/api/tickets/search/count').expect(200);
      expect(body).toEqual({ count: 0 });
    });

    it('neither skips nor repeats while others come in', async () => {
      for (const sort of TICKET_SORTS)
        for (const direction of SORT_DIRECTIONS) {
          const before = (await allTickets(desk)).map(({ number }) => number);
          const seen = await ask(admin, { sort, direction }, 60, () =>
            fill(desk, { teams, site, assignees: [agent.principal.staffId], count: 2 }),
          );
          expect(new Set(seen).size).toBe(seen.length);
          expect(before.filter((number) => !seen.includes(number))).toEqual([]);
        }
    }, 60_000);
  });

  it('follows names and subjects, and forgets the old ones', async () => {
    const customer = await buildCustomer(desk, { name: '欧阳静', shop: { name: '春山果园' } });
    const ticket = await buildTicket(desk, { customer, says: '直播间推流失败' });
    for (const q of ['欧阳', '静', '果园', '推流', '春山 推流', ticket.number, ticket.number.toLowerCase().slice(3)])
      expect([q, await ask(admin, { q })]).toEqual([q, q === '静' ? [] : [ticket.number]]);
    await desk.database.query("UPDATE customers SET name = '司马迁' WHERE id = $1", [customer.id]);
    await desk.database.query("UPDATE shops SET name = '北岸女装' WHERE id = $1", [customer.shopId]);
    await admin.http.patch(`/api/tickets/${ticket.number}`).send({ version: 1, subject: '开播失败' }).expect(200);
    for (const q of ['欧阳', '果园', '推流']) expect([q, await ask(admin, { q })]).toEqual([q, []]);
    for (const q of ['司马', '女装', '开播']) expect([q, await ask(admin, { q })]).toEqual([q, [ticket.number]]);
  });

  it('takes from whom is moved out of a team, and gives to who is let in', async () => {
    const { number } = await buildTicket(desk, { says: '只给看得到的人' });
    const other = await signIn(desk, await buildStaff(desk, { teams: teams.slice(0, 1) }));
    const question = { q: '只给看得到的人' };
    expect(await ask(other, question)).toEqual([number]);
    await desk.database.query('DELETE FROM team_members WHERE staff_id = $1', [other.principal.staffId]);
    expect(await ask(await signIn(desk, { id: other.principal.staffId }), question)).toEqual([]);
    await other.http.post(`/api/tickets/${number}/accesses`).send({ reason: '协助核对' }).expect(201);
    expect(await ask(other, question)).toEqual([number]);
    await desk.http.get('/api/tickets/search').expect(401);
  });

  it('knows what came back', async () => {
    const { number } = await buildTicket(desk, { says: '又来了' });
    const member = await signIn(desk, await buildStaff(desk, { teams: teams.slice(0, 1) }));
    await member.http
      .post(`/api/tickets/${number}/assignments`)
      .send({ teamId: teams[0]?.id, staffId: member.principal.staffId })
      .expect(201);
    const since = { q: '又来了', reopenedFrom: desk.clock.now().toISOString() };
    for (const to of ['resolved', 'open']) {
      expect(await ask(member, since)).toEqual([]);
      await member.http.post(`/api/tickets/${number}/transitions`).send({ to }).expect(201);
    }
    expect(await ask(member, since)).toEqual([number]);
  });

  it.each([
    { status: 'lost' },
    { status: '' },
    { status: 'new,' },
    { status: ['new', 'open'] },
    { team: 'frontline' },
    { assignee: 'nobody' },
    { rating: Array.from({ length: 60 }, (_, place) => `${place}`).join(',') },
    { category: "earnings' OR 1=1" },
    { rating: '6' },
    { sla: 'late' },
    { waiting: 'yes' },
    { openedFrom: 'yesterday' },
    { openedFrom: '2026-04-31T00:00:00Z' },
    { q: '' },
    { q: '长'.repeat(101) },
    { q: 'a\u0000b' },
    { sort: 'subject' },
    { direction: 'up' },
    { limit: '0' },
    { limit: '101' },
    { cursor: 'nonsense' },
    { sort: 'due', cursor: cursor({ sort: 'updated', direction: 'desc' }) },
    { sort: 'updated', cursor: cursor({ sort: 'updated', direction: 'asc' }) },
    { cursor: cursor({ sort: 'updated', direction: 'desc', at: null }) },
    { cursor: cursor({ sort: 'updated', direction: 'desc', at: '2026-04-31T00:00:00.000000Z' }) },
    { list: 'mine' },
  ])('refuses %j', async (query) => {
    const { body } = await admin.http.get('/api/tickets/search').query(query).expect(400);
    expect(body.code).toBe('invalid_input');
  });
});

function cursor(parts: object): string {
  const whole = {
    priority: 'P0',
    at: '2026-04-30T00:00:00.000000Z',
    id: '01a1f90c-984f-707c-aeda-26e5c95a6073',
    ...parts,
  };
  return Buffer.from(JSON.stringify(whole)).toString('base64url');
}

/** Tickets of all kinds, many of them of the very same moment. */
async function fill(
  desk: TestApp,
  { teams, site, assignees, count = 240 }: { teams: BuiltTeam[]; site: Site; assignees: string[]; count?: number },
): Promise<void> {
  const other = await buildSite(desk);
  const customers = [
    await buildCustomer(desk, { site, name: '林晓雯', shop: { name: '林记茶铺', tier: 'premium' } }),
    await buildCustomer(desk, { site: other, name: 'Lena Lin', shop: { name: 'Tea & Live' } }),
    await buildCustomer(desk, { site, name: '', externalId: null }),
  ];
  await desk.database.query(
    `WITH made AS (
       INSERT INTO tickets (id, number, site_id, customer_id, shop_id, tier, category, sub_category, nature, priority, status,
         team_id, assignee_id, subject, locale, opened_at, last_activity_at, next_due_at, next_due_kind, next_due_started_at,
         paused_at, escalated_at, rating_score, reopened_at)
       SELECT gen_random_uuid(), 'PL-' || upper(substr(md5(random()::text), 1, 9)), c.site_id, c.id, c.shop_id,
         coalesce(s.tier, 'standard'), category, CASE category WHEN 'earnings' THEN 'payout_delay' WHEN 'account' THEN 'login' END,
         ($3::text[])[1 + n % 4], 'P' || (n * 7 % 4), status, ($1::uuid[])[1 + n % 3 % $5],
         CASE WHEN status <> 'new' AND n % 5 > 0 THEN ($2::uuid[])[1 + n / 3 % $6] END,
         (ARRAY['订单货款没有到账', 'My withdrawal is late', '提现 100% 失败 2026', 'ＬＩＶＥ stutters', '账号被封'])[1 + n * 3 % 5],
         'zh-CN', desk_now() - n / 4 * interval '3 hours', desk_now() - n / 7 * interval '2 hours', due, kind,
         due - interval '4 hours', CASE WHEN n % 17 = 0 THEN due - interval '2 hours' END,
         CASE WHEN n % 11 = 0 THEN desk_now() END, CASE WHEN status = 'closed' THEN 1 + n % 6 - n % 6 / 5 END,
         CASE WHEN n % 13 = 0 THEN desk_now() - n / 2 * interval '1 hour' END
       FROM (
         SELECT n, ($4::text[])[1 + n % 7] AS status, (ARRAY['earnings', 'account', 'feature', NULL])[1 + n / 7 % 4] AS category,
           CASE WHEN n % 7 < 2 THEN (ARRAY['first_response', 'next_response', 'resolution'])[1 + n / 14 % 3] END AS kind,
           CASE WHEN n % 7 < 2 THEN desk_now() + (n / 21 - 3) * interval '40 minutes' END AS due
         FROM generate_series(1, $8::int) n) plan
       JOIN customers c ON c.id = ($7::uuid[])[1 + n % 3] LEFT JOIN shops s ON s.id = c.shop_id
       RETURNING id, number)
     INSERT INTO ticket_watchers (ticket_id, staff_id, reason)
     SELECT id, ($2::uuid[])[1], 'test' FROM made WHERE right(number, 1) IN ('0', '1')`,
    [
      teams.map(({ id }) => id),
      assignees,
      ['usage', 'fault', 'suggestion', null],
      TICKET_STATUSES,
      teams.length,
      assignees.length,
      customers.map(({ id }) => id),
      count,
    ],
  );
}
