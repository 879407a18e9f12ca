import { DeskError } from '../../src/platform/errors/index.js';
import { AssigneeGate, TicketLists, Tickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';

describe('the lists of the console', () => {
  let desk: TestApp;
  let frontline: BuiltTeam;
  let settlement: BuiltTeam;
  let agent: SignedIn;
  let stranger: SignedIn;
  let supervisor: SignedIn;

  beforeAll(async () => {
    desk = await startTestApp();
    frontline = await buildTeam(desk, { key: 'frontline' });
    settlement = await buildTeam(desk, { key: 'settlement' });
  });
  beforeEach(async () => {
    await desk.database.query('TRUNCATE tickets CASCADE');
    agent = await signIn(desk, await buildStaff(desk, { teams: [frontline] }));
    stranger = await signIn(desk, await buildStaff(desk, { teams: [settlement] }));
    supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor', teams: [frontline] }));
  });
  afterAll(() => desk.close());

  const numbers = async (who: SignedIn, list: string) =>
    (await who.http.get('/api/tickets').query({ list }).expect(200)).body.items.map(
      (item: { number: string }) => item.number,
    );
  const give = (number: string, to: SignedIn) =>
    agent.http
      .post(`/api/tickets/${number}/assignments`)
      .send({ teamId: frontline.id, staffId: to.principal.staffId })
      .expect(201);
  const move = (number: string, to: string) =>
    agent.http.post(`/api/tickets/${number}/transitions`).send({ to }).expect(201);

  it('hold each ticket where its reader looks for it, and nowhere else', async () => {
    const { number } = await buildTicket(desk);
    const where = async (who: SignedIn) => {
      const found: string[] = [];
      for (const list of ['mine', 'queued', 'follow_up', 'resolved'])
        if ((await numbers(who, list)).includes(number)) found.push(list);
      const { body } = await who.http.get('/api/tickets/counts').expect(200);
      expect(
        Object.entries(body)
          .filter(([, n]) => n === 1)
          .map(([list]) => list),
      ).toEqual(found);
      return found;
    };
    expect([await where(agent), await where(stranger), await where(supervisor)]).toEqual([['queued'], [], ['queued']]);
    await give(number, agent);
    expect([await where(agent), await where(supervisor)]).toEqual([['mine'], []]);
    await move(number, 'pending');
    expect(await where(agent)).toEqual(['follow_up']);
    await stranger.http.post(`/api/tickets/${number}/accesses`).send({ reason: '协助核对' }).expect(201);
    expect(await where(stranger)).toEqual(['follow_up']);
    await move(number, 'resolved');
    expect([await where(agent), await where(stranger), await where(supervisor)]).toEqual([
      ['resolved'],
      [],
      ['resolved'],
    ]);
    await desk.clock.advance(31 * 86_400_000);
    const back = await signIn(desk, { id: agent.principal.staffId });
    expect(await numbers(back, 'resolved')).toEqual([]);
  });

  it('page without gaps or doubles, by what moved last', async () => {
    const built: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      const { number, ticketId } = await buildTicket(desk);
      await desk.database.transaction((tx) =>
        desk.get(Tickets).assign(tx, {
          ticketId,
          teamId: frontline.id,
          staffId: agent.principal.staffId,
          actor: { kind: 'system', id: null },
          because: 'test',
        }),
      );
      built.unshift(number);
    }
    // A moment shared to the microsecond: the id decides.
    await desk.database.query(`UPDATE tickets SET last_activity_at = desk_now() WHERE number = ANY($1)`, [
      built.slice(2, 5),
    ]);
    const all = await numbers(agent, 'mine');
    expect(all).toHaveLength(7);
    const paged: string[] = [];
    for (let cursor: string | undefined, page = 0; page === 0 || cursor; page += 1) {
      const { body } = await agent.http.get('/api/tickets').query({ list: 'mine', limit: 2, cursor }).expect(200);
      paged.push(...body.items.map((item: { number: string }) => item.number));
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(all);
  });

  it('put the most urgent first in the queue, and then who has waited longest', async () => {
    const first = await buildTicket(desk);
    const second = await buildTicket(desk);
    const urgent = await buildTicket(desk);
    await agent.http.patch(`/api/tickets/${urgent.number}`).send({ version: 1, priority: 'P0' }).expect(200);
    expect(await numbers(agent, 'queued')).toEqual([urgent.number, first.number, second.number]);
    const { body } = await agent.http.get('/api/tickets').query({ list: 'queued', limit: 1 }).expect(200);
    const next = await agent.http.get('/api/tickets').query({ list: 'queued', cursor: body.nextCursor }).expect(200);
    expect(next.body.items.map((item: { number: string }) => item.number)).toEqual([first.number, second.number]);
  });

  it.each([
    {},
    { list: 'all' },
    { list: 'mine', limit: '0' },
    { list: 'mine', limit: '101' },
    { list: 'mine', cursor: 'nonsense' },
    {
      list: 'mine',
      cursor: Buffer.from(
        '{"list":"mine","priority":"P0","at":"2026-04-31 00:00:00+00","id":"01a1f90c-984f-707c-aeda-26e5c95a6073"}',
      ).toString('base64url'),
    },
    {
      list: 'mine',
      cursor: Buffer.from(`{"list":"queued","priority":"P0","at":"x' OR 1=1","id":"x"}`).toString('base64url'),
    },
    { list: 'mine', teamId: 'x' },
    { list: ['mine', 'queued'] },
  ])('refuse %j', async (query) => {
    const { body } = await agent.http.get('/api/tickets').query(query).expect(400);
    expect(body.code).toBe('invalid_input');
  });

  it('count what their reader has not read, and tell pushes the row', async () => {
    const ticket = await buildTicket(desk, { says: '第一句' });
    await ticket.say('第二句');
    await give(ticket.number, agent);
    const row = (await desk.get(TicketLists).rows([ticket.ticketId])).get(ticket.ticketId);
    expect(row).toMatchObject({
      number: ticket.number,
      unread: 2,
      preview: '第二句',
      assigneeId: agent.principal.staffId,
    });
    const { body } = await agent.http.get('/api/tickets').query({ list: 'mine' }).expect(200);
    expect(body.items).toEqual([row]);
  });

  it('show what is due as sla last wrote it', async () => {
    const { number, ticketId } = await buildTicket(desk);
    const nextDueAt = new Date(desk.clock.now().getTime() + 600_000);
    const due = {
      nextDueAt,
      nextDueKind: 'first_response' as const,
      nextDueStartedAt: desk.clock.now(),
      pausedAt: null,
    };
    const set = () => desk.database.transaction((tx) => desk.get(Tickets).setDue(tx, ticketId, due));
    await set();
    await set();
    await desk.database.transaction((tx) =>
      desk.get(Tickets).escalate(tx, [{ ticketId, clockKind: 'first_response', rung: 1, at: { breach: true } }]),
    );
    const { body } = await agent.http.get(`/api/tickets/${number}`).expect(200);
    expect(body).toMatchObject({ nextDueAt: nextDueAt.toISOString(), nextDueKind: 'first_response', escalated: true });
    const told = await desk.database.query(
      `SELECT type FROM outbox WHERE key = $1 AND type <> 'ticket.opened' ORDER BY id`,
      [`ticket:${ticketId}`],
    );
    expect(told).toEqual([{ type: 'ticket.due_changed' }, { type: 'ticket.escalated' }]);
  });

  it('give nobody more than the gate lets through', async () => {
    const gate = desk.get(AssigneeGate);
    gate.use(async (_tx, { staffId }) => {
      if (staffId === agent.principal.staffId) throw new DeskError('capacity_exceeded');
    });
    const { number } = await buildTicket(desk);
    const { body } = await agent.http
      .post(`/api/tickets/${number}/assignments`)
      .send({ teamId: frontline.id, staffId: agent.principal.staffId })
      .expect(409);
    expect(body.code).toBe('capacity_exceeded');
    expect(await numbers(agent, 'queued')).toEqual([number]);
    gate.use(async () => undefined);
  });
});
