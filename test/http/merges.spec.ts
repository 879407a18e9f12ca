import { Grants } from '../../src/conversations/index.js';
import { CustomerTickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildSite, buildTeam } from '../support/factories.js';
import { type AgentAtWork, agentAtWork, linesOf } from '../support/rescue.js';
import { type BuiltTicket, buildTicket, type ConversationOptions } from '../support/tickets.js';

describe('a case that is merged into another', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let site: { id: string };
  let chen: AgentAtWork;

  beforeAll(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
    chen = await agentAtWork(desk, { teams: [team], presence: 'busy', capacity: 50 });
  });
  beforeEach(() => desk.database.query('TRUNCATE rate_limits'));
  afterAll(() => desk.close());

  const opened = async (options: ConversationOptions = {}): Promise<BuiltTicket> => {
    const built = await buildTicket(desk, { site, ...options });
    await desk.settle();
    return built;
  };
  const take = (built: BuiltTicket, by: AgentAtWork = chen) =>
    by.http
      .post(`/api/tickets/${built.number}/assignments`)
      .send({ teamId: by.teamIds[0], staffId: by.id })
      .expect(201);
  const merge = (source: { number: string }, target: { number: string }, body: object = {}, by = chen) =>
    by.http.post(`/api/tickets/${source.number}/merges`).send({ into: target.number, ...body });
  const move = (built: { number: string }, to: string) =>
    chen.http.post(`/api/tickets/${built.number}/transitions`).send({ to });
  const rowOf = async ({ ticketId }: { ticketId: string }) =>
    await desk.database.one<Record<string, unknown>>('SELECT * FROM tickets WHERE id = $1', [ticketId]);
  const viewOf = async ({ conversationId }: BuiltTicket) =>
    (await desk.get(CustomerTickets).customerTickets([conversationId])).get(conversationId);

  it('brings its conversations, and both numbers lead to what it became', async () => {
    const [source, target] = [await opened(), await opened()];
    const { body } = await merge(source, target, { note: '同一次打款故障' }).expect(201);
    expect(body.number).toBe(target.number);
    expect([...body.conversationIds].sort()).toEqual([source.conversationId, target.conversationId].sort());
    for (const { number } of [source, target])
      expect((await chen.http.get(`/api/tickets/${number}`).expect(200)).body.number).toBe(target.number);
    expect(await rowOf(source)).toMatchObject({ status: 'closed', merged_into: target.ticketId });
    await desk.settle();
    expect(await desk.database.query('SELECT FROM queue_items WHERE ticket_id = $1', [source.ticketId])).toHaveLength(
      0,
    );
    expect(await linesOf(desk, source, 'merged')).toEqual([{ number: target.number }]);
    expect(await linesOf(desk, target, 'merged')).toEqual([{ from: source.number }]);
  });

  it('is seen by those who see the target, and by who had it; what they hold is counted anew', async () => {
    const other = await buildTeam(desk);
    const both = await agentAtWork(desk, { teams: [team, other], presence: 'busy' });
    const lin = await agentAtWork(desk, { teams: [team], presence: 'busy' });
    const [source, target] = [await opened(), await opened()];
    await take(source, lin);
    await chen.http.post(`/api/tickets/${target.number}/assignments`).send({ teamId: team.id }).expect(201);
    await both.http.post(`/api/tickets/${target.number}/assignments`).send({ teamId: other.id }).expect(201);
    await merge(source, target, {}, both).expect(201);
    const grants = (await desk.get(Grants).of(source.conversationId)).filter((one) => !one.startsWith('customer:'));
    expect(grants.sort()).toEqual([`staff:${lin.id}`, `team:${other.id}`, 'role:admin'].sort());
    expect(await desk.database.one('SELECT load FROM agent_profiles WHERE staff_id = $1', [lin.id])).toEqual({
      load: 0,
    });
    await lin.http.get(`/api/tickets/${source.number}`).expect(200);
  });

  it('goes on with whatever it was merged into before, and nothing points to what was merged', async () => {
    const [first, second, third] = [await opened(), await opened(), await opened()];
    await merge(first, second).expect(201);
    await merge(second, third).expect(201);
    for (const { ticketId } of [first, second])
      expect(await rowOf({ ticketId })).toMatchObject({ merged_into: third.ticketId });
    expect((await chen.http.get(`/api/tickets/${first.number}`)).body.number).toBe(third.number);
    expect((await viewOf(first))?.number).toBe(first.number);
    expect((await viewOf(second))?.number).toBe(second.number);
  });

  it('is refused where it makes no sense, and changes nothing', async () => {
    const [one, two, done] = [await opened(), await opened(), await opened()];
    const abroad = await opened({ site: await buildSite(desk) });
    await take(done);
    await move(done, 'resolved').expect(201);
    const before = await rowOf(one);
    const refused = async (body: object, status: number, code: string) => {
      const answer = await chen.http.post(`/api/tickets/${one.number}/merges`).send(body);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    };
    await refused({ into: one.number }, 409, 'merge_itself');
    await refused({ into: one.number.toLowerCase().replaceAll('-', ' ') }, 409, 'merge_itself');
    await refused({ into: done.number }, 409, 'merge_ended');
    await refused({ into: abroad.number }, 409, 'merge_other_site');
    await refused({ into: 'PL-000-0000' }, 400, 'invalid_input');
    await refused({ into: two.number, version: 99 }, 409, 'conflict');
    await refused({}, 400, 'invalid_input');
    await chen.http.post('/api/tickets/PL-000-0000/merges').send({ into: one.number }).expect(404);
    const elsewhere = await agentAtWork(desk, { teams: [await buildTeam(desk)] });
    expect((await merge(one, two, {}, elsewhere)).body.code).toBe('forbidden');
    expect(await rowOf(one)).toEqual(before);
  });

  it('is merged one way when two people merge crosswise at the same moment, and the other is told', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [one, two] = [await opened(), await opened()];
      const answers = await Promise.all([merge(one, two), merge(two, one)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('conflict');
      const rows = await desk.database.query<{ merged: number; threads: number }>(
        `SELECT count(t.merged_into)::int AS merged, (SELECT count(DISTINCT ticket_id)::int FROM ticket_conversations
           WHERE conversation_id = ANY($2::uuid[])) AS threads FROM tickets t WHERE t.id = ANY($1::uuid[])`,
        [
          [one.ticketId, two.ticketId],
          [one.conversationId, two.conversationId],
        ],
      );
      expect(rows).toEqual([{ merged: 1, threads: 1 }]);
    }
  });

  it('is refused a second time, and work on it meanwhile ends in one truth', async () => {
    const [source, target, third] = [await opened(), await opened(), await opened()];
    await merge(source, target).expect(201);
    expect((await merge(source, third)).body.code).toBe('conflict');
    expect((await merge(target, source)).body.code).toBe('conflict');
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [await opened(), await opened()];
      await take(two);
      const answers = await Promise.all([merge(one, two), move(two, 'resolved'), move(one, 'cancelled')]);
      for (const { status } of answers) expect([201, 409]).toContain(status);
    }
  });

  describe('as its customers see it', () => {
    it('keeps its number for its customer, with status and promise of the target and nothing of the other customer', async () => {
      const [source, target] = [await opened(), await opened()];
      await take(target);
      await chen.http
        .post(`/api/tickets/${target.number}/promises`)
        .send({
          promisedAt: new Date(desk.clock.now().getTime() + 3_600_000).toISOString(),
          basis: '等银行退回 6217 的款项',
        })
        .expect(201);
      await merge(source, target).expect(201);
      const view = await viewOf(source);
      expect(view).toMatchObject({ number: source.number, status: 'open', merged: true });
      expect(view?.promisedAt).toBeDefined();
      expect(view).not.toHaveProperty('promiseBasis');
      expect(view).not.toHaveProperty('mergedInto');
      expect(await viewOf(target)).toMatchObject({ number: target.number, promiseBasis: '等银行退回 6217 的款项' });
      const lookedUp = await desk.http
        .post('/api/status/lookups')
        .send({ number: source.number, factor: view?.lookupCode })
        .expect(200);
      expect(lookedUp.body).toMatchObject({ number: source.number, status: 'open', merged: true });
      for (const secret of [target.number, target.customer.name, '6217']) expect(lookedUp.text).not.toContain(secret);
      const page = (await desk.http.get(`${view?.statusUrl}&locale=zh-CN`).expect(200)).text;
      expect(page).toContain('这个问题正与同类问题合并处理。工单号不变');
      for (const secret of [target.number, target.customer.name, '6217']) expect(page).not.toContain(secret);
      expect(lookedUp.body.timeline.map(({ kind }: { kind: string }) => kind)).toEqual(['opened', 'merged']);
      await move(source, 'pending').expect(201);
      const later = await desk.http
        .post('/api/status/lookups')
        .send({ number: source.number, factor: view?.lookupCode })
        .expect(200);
      expect(later.body.status).toBe('pending');
      expect(later.body.timeline.at(-1)).toMatchObject({ kind: 'status', data: { to: 'pending' } });
      const other = await desk.http
        .post('/api/status/lookups')
        .send({ number: target.number, factor: (await viewOf(target))?.lookupCode })
        .expect(200);
      expect(other.body).not.toHaveProperty('merged');
      expect(other.text).not.toContain(source.number);
    });

    it('says where it went to who has both', async () => {
      const target = await opened();
      const source = await opened({ customer: target.customer });
      await merge(source, target).expect(201);
      expect(await viewOf(source)).toMatchObject({ number: source.number, mergedInto: target.number });
      const { lookupCode, statusUrl } = (await viewOf(source)) ?? {};
      const { body } = await desk.http.post('/api/status/lookups').send({ number: source.number, factor: lookupCode });
      expect(body.mergedInto).toBe(target.number);
      expect((await desk.http.get(`${statusUrl}&locale=zh-CN`)).text).toContain(target.number);
      const cases = await desk.get(CustomerTickets).ofCustomer({ customerId: target.customer.id }, { limit: 5 });
      expect(cases.map(({ ticket }) => ticket.number)).toEqual([target.number]);
    });

    it('is found by the customer’s own number alone', async () => {
      const [source, target] = [await opened(), await opened()];
      await merge(source, target).expect(201);
      const tickets = desk.get(CustomerTickets);
      const theirs = { customerId: source.customer.id };
      await expect(tickets.own(theirs, target.number)).rejects.toMatchObject({ code: 'not_found' });
      expect(await tickets.own(theirs, source.number)).toMatchObject({ conversationId: source.conversationId });
      expect(await tickets.ofCustomer(theirs, { limit: 5, number: target.number })).toEqual([]);
      expect((await tickets.ofCustomer(theirs, { limit: 5 })).map(({ ticket }) => ticket.number)).toEqual([
        source.number,
      ]);
    });

    it('is rated and confirmed by each for themselves', async () => {
      const [source, target] = [await opened(), await opened()];
      await take(target);
      await merge(source, target).expect(201);
      await move(target, 'resolved').expect(201);
      const tickets = desk.get(CustomerTickets);
      const [ours, theirs] = [{ customerId: target.customer.id }, { customerId: source.customer.id }];
      expect(await tickets.confirm(theirs, source.number, true)).toMatchObject({ status: 'closed' });
      expect(await viewOf(target)).toMatchObject({ status: 'resolved' });
      await tickets.rate(theirs, source.number, { score: 2, solved: true, comment: '等太久' });
      expect(await tickets.rate(ours, target.number, { score: 5, solved: true })).toMatchObject({
        rating: { score: 5 },
      });
      expect(await viewOf(source)).toMatchObject({ rating: { score: 2 } });
      expect(await linesOf(desk, target, 'rated')).toEqual([
        { score: 2, solved: true, comment: '等太久', of: source.number },
        { score: 5, solved: true },
      ]);
      expect(await tickets.confirm(ours, target.number, true)).toMatchObject({ status: 'closed' });
      expect(await rowOf(target)).toMatchObject({ status: 'closed' });
      await source.say('又出现了');
      await desk.settle();
      expect(await viewOf(source)).toMatchObject({ status: 'open' });
      expect(await viewOf(target)).toMatchObject({ status: 'open' });
    });

    it('asks each for a rating by the number they know', async () => {
      const [source, target] = [await opened(), await opened()];
      await take(target);
      await merge(source, target).expect(201);
      await move(target, 'resolved').expect(201);
      for (const { conversationId, number } of [source, target]) {
        const [line] = await desk.database.query<{ data: { number: string } }>(
          `SELECT data FROM entries WHERE conversation_id = $1 AND data ->> 'type' = 'rating_requested'`,
          [conversationId],
        );
        expect(line?.data.number).toBe(number);
      }
    });
  });

  describe('its clocks', () => {
    const running = ({ ticketId }: BuiltTicket) =>
      desk.database.query<{ kind: string; startedAt: Date }>(
        `SELECT kind, started_at AS "startedAt" FROM clocks WHERE ticket_id = $1 AND state = 'running'
           AND kind IN ('first_response', 'next_response')`,
        [ticketId],
      );

    it('end, and the target waits for whoever is not answered, though another was', async () => {
      const target = await opened();
      await take(target);
      await desk.clock.advance(60_000);
      const source = await opened();
      await merge(source, target).expect(201);
      await desk.settle();
      expect(
        await desk.database.query("SELECT FROM clocks WHERE ticket_id = $1 AND state = 'running'", [source.ticketId]),
      ).toEqual([]);
      expect(await running(target)).toMatchObject([{ kind: 'first_response' }]);
      await desk.clock.advance(60_000);
      await target.reply(chen.principal, '已经在查');
      await desk.settle();
      const [waits] = await running(target);
      const { since } = (await desk.database.one<{ since: Date }>(
        'SELECT awaiting_reply_since AS since FROM conversations WHERE id = $1',
        [source.conversationId],
      )) ?? { since: undefined };
      expect(waits).toMatchObject({ kind: 'next_response', startedAt: since });
      await target.reply(chen.principal, '还在查');
      await desk.settle();
      expect(await running(target)).toMatchObject([{ startedAt: since }]);
      // It is the same clock: an answer to another customer neither ends it nor begins it anew.
      const begun = await desk.database.query("SELECT FROM clocks WHERE ticket_id = $1 AND kind = 'next_response'", [
        target.ticketId,
      ]);
      expect(begun).toHaveLength(1);
      await source.reply(chen.principal, '您的也查到了');
      await desk.settle();
      expect(await running(target)).toEqual([]);
    });

    it('count from the longest wait of the two', async () => {
      const source = await opened();
      await desk.clock.advance(120_000);
      const target = await opened();
      await merge(source, target).expect(201);
      await desk.settle();
      const { since } = (await desk.database.one<{ since: Date }>(
        'SELECT awaiting_reply_since AS since FROM conversations WHERE id = $1',
        [source.conversationId],
      )) ?? { since: undefined };
      expect(await running(target)).toMatchObject([{ kind: 'first_response', startedAt: since }]);
    });
  });
});
