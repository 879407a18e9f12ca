import type { KinshipView } from '../../src/contract/index.js';
import { CustomerTickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildSite, buildTeam } from '../support/factories.js';
import { type AgentAtWork, agentAtWork, linesOf } from '../support/rescue.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

describe('cases that belong together', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let site: { id: string };
  let chen: AgentAtWork;

  beforeAll(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
    chen = await agentAtWork(desk, { name: '陈小北', teams: [team], presence: 'busy', capacity: 50 });
  });
  afterAll(() => desk.close());

  const opened = async (says?: string): Promise<BuiltTicket> => {
    const built = await buildTicket(desk, { site, ...(says && { says }) });
    await desk.settle();
    return built;
  };
  const post = (built: { number: string }, what: string, body: object, by = chen) =>
    by.http.post(`/api/tickets/${built.number}/${what}`).send(body);
  const kin = async (built: { number: string }, by = chen): Promise<KinshipView> =>
    (await by.http.get(`/api/tickets/${built.number}/kinship`).expect(200)).body;
  const take = (built: { number: string }, by = chen) =>
    post(built, 'assignments', { teamId: by.teamIds[0], staffId: by.id }, by).expect(201);

  describe('by a task', () => {
    it('is worked on by colleagues: in lists and hands, in no queue, and no customer hears of it', async () => {
      const parent = await opened();
      await take(parent);
      const finance = await buildTeam(desk);
      const lin = await agentAtWork(desk, { name: '林燕', teams: [finance] });
      const { number } = (await post(parent, 'tasks', { subject: '核对打款流水', teamId: finance.id }).expect(201))
        .body;
      await desk.settle();
      expect((await kin(parent)).tasks).toEqual([
        { number, status: 'new', subject: '核对打款流水', customerName: parent.customer.name },
      ]);
      expect(
        await desk.database.query(
          'SELECT FROM queue_items q JOIN tickets t ON t.id = q.ticket_id WHERE t.number = $1',
          [number],
        ),
      ).toEqual([]);
      const queued = await lin.http.get('/api/tickets?list=queued').expect(200);
      expect(queued.body.items).toMatchObject([{ number, internal: true }]);
      await take({ number }, lin);
      await desk.settle();
      expect(
        await desk.database.query(
          'SELECT kind FROM work_in_hand w JOIN tickets t ON t.id = w.ticket_id WHERE t.number = $1',
          [number],
        ),
      ).toEqual([{ kind: 'form' }]);
      expect(
        await desk.database.query('SELECT FROM clocks c JOIN tickets t ON t.id = c.ticket_id WHERE t.number = $1', [
          number,
        ]),
      ).toEqual([]);
      const tickets = desk.get(CustomerTickets);
      const { lookupCode } = tickets.linksOf(number);
      await desk.http.post('/api/status/lookups').send({ number, factor: lookupCode }).expect(404);
      expect((await desk.http.get(tickets.linksOf(number).statusPath)).status).toBe(404);
      await expect(tickets.own({ customerId: parent.customer.id }, number)).rejects.toMatchObject({
        code: 'not_found',
      });
      expect(await tickets.ofCustomer({ customerId: parent.customer.id }, { limit: 9 })).toHaveLength(1);
      await post({ number }, 'transitions', { to: 'pending' }, lin).expect(409);
      await post({ number }, 'transitions', { to: 'resolved' }, lin).expect(201);
      await desk.settle();
      expect(await linesOf(desk, parent, 'task')).toEqual([{ number, subject: '核对打款流水', to: 'resolved' }]);
      const notices = await chen.http.get('/api/notices').expect(200);
      expect(notices.body.items[0]).toMatchObject({ kind: 'task', state: 'done', by: '林燕', number });
    });

    it('keeps its case from being resolved, unless somebody says so', async () => {
      const parent = await opened();
      await take(parent);
      const { number } = (await post(parent, 'tasks', { subject: '问银行', staffId: chen.id }).expect(201)).body;
      const refused = await post(parent, 'transitions', { to: 'resolved' }).expect(409);
      expect(refused.body).toMatchObject({ code: 'tasks_open', detail: expect.stringContaining(number) });
      await post(parent, 'transitions', { to: 'resolved', despiteTasks: true }).expect(201);
      expect((await kin(parent)).tasks).toMatchObject([{ number, status: 'open', assigneeName: '陈小北' }]);
    });

    it('is opened on no task, and on nothing that is done', async () => {
      const parent = await opened();
      const { number } = (await post(parent, 'tasks', { subject: '一' }).expect(201)).body;
      expect((await post({ number }, 'tasks', { subject: '二' })).body.code).toBe('illegal_transition');
      expect((await post({ number }, 'merges', { into: parent.number })).body.code).toBe('merge_internal');
      expect((await post(parent, 'merges', { into: number })).body.code).toBe('merge_internal');
      await post(parent, 'transitions', { to: 'cancelled' }).expect(201);
      expect((await post(parent, 'tasks', { subject: '三' })).body.code).toBe('illegal_transition');
    });
  });

  describe('by a split', () => {
    const entriesOf = (conversationId: string) =>
      desk.database.query<{ id: string; body: string; kind: string; data: { type?: string; number?: string } | null }>(
        'SELECT id, body, kind, data FROM entries WHERE conversation_id = $1 ORDER BY seq',
        [conversationId],
      );

    it('has a thread of its own that says where it came from; what was written stays where it was', async () => {
      const mixed = await opened('货款没有到账');
      await mixed.say('另外，直播间打不开');
      const before = await entriesOf(mixed.conversationId);
      const second = before.find(({ body }) => body.includes('直播间'));
      const answer = await post(mixed, 'splits', {
        conversationId: mixed.conversationId,
        entryIds: [second?.id],
      }).expect(201);
      await desk.settle();
      const { body: split } = await chen.http.get(`/api/tickets/${answer.body.number}`).expect(200);
      expect(split).toMatchObject({
        subject: '另外，直播间打不开',
        threads: [{ number: answer.body.number, customerName: mixed.customer.name }],
      });
      const copies = await entriesOf(split.conversationIds[0]);
      expect(copies.map(({ kind, body, data }) => [kind, body, data?.type, data?.number])).toEqual([
        ['system', `以下内容来自您的工单 ${mixed.number}`, 'split_from', mixed.number],
        ['message', '另外，直播间打不开', undefined, undefined],
        ['system', '', 'ticket_opened', answer.body.number],
      ]);
      const after = await entriesOf(mixed.conversationId);
      expect(after.slice(0, before.length)).toEqual(before);
      expect(after.at(-1)?.data).toEqual({ type: 'ticket_split', number: answer.body.number });
      expect((await kin(mixed)).links).toMatchObject([
        { kind: 'split_from', outward: false, other: { number: answer.body.number } },
      ]);
      const own = await desk.get(CustomerTickets).ofCustomer({ customerId: mixed.customer.id }, { limit: 9 });
      expect(own.map(({ ticket }) => ticket.number).sort()).toEqual([mixed.number, answer.body.number].sort());
      expect(
        await desk.database.query(
          "SELECT kind FROM clocks WHERE ticket_id = $1 AND state = 'running' AND kind = 'first_response'",
          [split.id],
        ),
      ).toHaveLength(1);
    });

    it('is made once of a message, also when two people do it at the same moment', async () => {
      const mixed = await opened('货款没有到账');
      const [first] = await entriesOf(mixed.conversationId);
      const body = { conversationId: mixed.conversationId, entryIds: [first?.id] };
      const answers = await Promise.all([post(mixed, 'splits', body), post(mixed, 'splits', body)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect((await post(mixed, 'splits', body)).body.code).toBe('conflict');
      expect((await kin(mixed)).links).toHaveLength(1);
    });

    it('takes nothing but messages of that customer', async () => {
      const [one, other] = [await opened(), await opened()];
      await take(one);
      await one.reply(chen.principal, '您好');
      const entries = await entriesOf(one.conversationId);
      const answer = entries.find(({ body }) => body === '您好');
      const foreign = (await entriesOf(other.conversationId))[0];
      for (const body of [
        { conversationId: one.conversationId, entryIds: [answer?.id] },
        { conversationId: one.conversationId, entryIds: [foreign?.id] },
        { conversationId: other.conversationId, entryIds: [foreign?.id] },
        { conversationId: one.conversationId, entryIds: [] },
      ])
        expect((await post(one, 'splits', body)).body.code).toBe('invalid_input');
      expect(await entriesOf(one.conversationId)).toEqual(entries);
    });
  });

  describe('by links', () => {
    it('are shown from both sides, once, and go again', async () => {
      const [one, two] = [await opened(), await opened()];
      await post(one, 'links', { kind: 'caused_by', to: two.number }).expect(201);
      await post(one, 'links', { kind: 'caused_by', to: two.number }).expect(201);
      await post(two, 'links', { kind: 'related', to: one.number }).expect(201);
      await post(one, 'links', { kind: 'related', to: two.number }).expect(201);
      expect((await kin(two)).links.map(({ kind, outward }) => [kind, outward])).toEqual([
        ['caused_by', false],
        ['related', true],
      ]);
      await chen.http.delete(`/api/tickets/${two.number}/links/caused_by/${one.number}`).expect(200);
      expect((await kin(one)).links.map(({ kind }) => kind)).toEqual(['related']);
      expect(await linesOf(desk, one, 'linked')).toHaveLength(2);
    });

    it('never go round in a circle, also when two people close one at the same moment', async () => {
      for (let round = 0; round < 5; round += 1) {
        const [a, b, c, d] = [await opened(), await opened(), await opened(), await opened()];
        await post(a, 'links', { kind: 'caused_by', to: b.number }).expect(201);
        await post(c, 'links', { kind: 'caused_by', to: d.number }).expect(201);
        const answers = await Promise.all([
          post(b, 'links', { kind: 'caused_by', to: c.number }),
          post(d, 'links', { kind: 'caused_by', to: a.number }),
        ]);
        expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
        expect(answers.find(({ status }) => status === 409)?.body.code).toBe('link_cycle');
        expect((await post(a, 'links', { kind: 'related', to: a.number })).body.code).toBe('link_cycle');
      }
    });

    it('go over to what a case was merged into', async () => {
      const [source, target, third] = [await opened(), await opened(), await opened()];
      await post(source, 'links', { kind: 'caused_by', to: third.number }).expect(201);
      await post(source, 'merges', { into: target.number }).expect(201);
      expect((await kin(target)).links).toMatchObject([
        { kind: 'caused_by', outward: true, other: { number: third.number } },
      ]);
      expect((await kin(target)).merged).toMatchObject([{ number: source.number, customerName: source.customer.name }]);
    });

    it('say no more than the number of a case that the reader may not open', async () => {
      const elsewhere = await buildTeam(desk);
      const both = await agentAtWork(desk, { teams: [team, elsewhere] });
      const [one, away] = [await opened(), await opened('不能给别人看的标题')];
      await post(away, 'assignments', { teamId: elsewhere.id }, both).expect(201);
      await post(one, 'links', { kind: 'related', to: away.number }, both).expect(201);
      expect((await kin(one, both)).links[0]?.other.subject).toBe('不能给别人看的标题');
      expect((await kin(one)).links[0]?.other).toEqual({ number: away.number, status: 'new' });
      expect((await post(one, 'links', { kind: 'caused_by', to: away.number })).body.code).toBe('forbidden');
    });
  });

  it('are a part of one that is a part of none', async () => {
    const [whole, part, deeper] = [await opened(), await opened(), await opened()];
    const hang = (one: BuiltTicket, to: string | null) =>
      chen.http.put(`/api/tickets/${one.number}/parent`).send({ to });
    await hang(part, whole.number).expect(200);
    expect((await hang(deeper, part.number)).body.code).toBe('link_cycle');
    expect((await hang(whole, deeper.number)).body.code).toBe('link_cycle');
    expect((await hang(whole, part.number)).body.code).toBe('link_cycle');
    expect((await kin(whole)).parts).toMatchObject([{ number: part.number }]);
    expect((await kin(part)).parent).toMatchObject({ number: whole.number });
    await post(whole, 'merges', { into: part.number }).expect(201);
    expect(await kin(part)).not.toHaveProperty('parent');
    await hang(deeper, part.number).expect(200);
    await hang(deeper, null).expect(200);
    expect((await kin(part)).parts).toEqual([]);
  });
});
