import { CustomerTickets, type Due, Tickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

const HOUR = 3_600_000;

describe('what a customer may count on', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let agent: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    agent = await signIn(desk, await buildStaff(desk, { teams: [team] }));
  });
  afterAll(() => desk.close());

  const inHours = (hours: number) => new Date(desk.clock.now().getTime() + hours * HOUR);
  const due = (ticket: BuiltTicket, facts: Partial<Due>) =>
    desk.database.transaction((tx) =>
      desk.get(Tickets).setDue(tx, ticket.ticketId, {
        nextDueAt: inHours(2),
        nextDueKind: 'next_response',
        nextDueStartedAt: inHours(-1),
        pausedAt: null,
        ...facts,
      }),
    );
  const promise = (ticket: BuiltTicket, promisedAt: Date) =>
    agent.http
      .post(`/api/tickets/${ticket.number}/promises`)
      .send({ promisedAt: promisedAt.toISOString(), basis: '银行周五前到账' })
      .expect(201);
  const widget = async (ticket: BuiltTicket) => {
    const view = (await desk.get(CustomerTickets).customerTickets([ticket.conversationId])).get(ticket.conversationId);
    if (!view) throw new Error('no ticket');
    return view;
  };
  const page = async (ticket: BuiltTicket, locale = 'zh-CN') =>
    (await desk.http.get(`${(await widget(ticket)).statusUrl}&locale=${locale}`).expect(200)).text;
  const api = async (ticket: BuiltTicket) => {
    const body = { number: ticket.number, factor: (await widget(ticket)).lookupCode };
    return (await desk.http.post('/api/status/lookups').send(body).expect(200)).body;
  };
  const working = () => [inHours(-1), inHours(-0.5), inHours(1), inHours(2)];

  it('is a time by which they hear more, and that it is reckoned in working hours', async () => {
    const ticket = await buildTicket(desk);
    await due(ticket, {});
    expect(await widget(ticket)).not.toHaveProperty('dueInWorkingHours');
    expect(await page(ticket)).not.toContain('按工作时间计');
    await due(ticket, { working: working(), beyond: 0 });
    const facts = { nextDueAt: expect.any(String), dueInWorkingHours: true };
    expect(await widget(ticket)).toMatchObject(facts);
    expect(await api(ticket)).toMatchObject(facts);
    expect(await page(ticket)).toContain('按工作时间计');
    expect(await page(ticket, 'en')).toContain('Counted in working hours.');
  });

  it('is no time while the clock stands still', async () => {
    const ticket = await buildTicket(desk);
    await agent.http
      .post(`/api/tickets/${ticket.number}/assignments`)
      .send({ teamId: team.id, staffId: agent.principal.staffId })
      .expect(201);
    await agent.http.post(`/api/tickets/${ticket.number}/transitions`).send({ to: 'on_hold' }).expect(201);
    await due(ticket, { nextDueKind: 'resolution', pausedAt: inHours(0), working: working(), beyond: 0 });
    for (const view of [await widget(ticket), await api(ticket)]) {
      expect(view).toMatchObject({ paused: true });
      expect(view).not.toHaveProperty('nextDueAt');
      expect(view).not.toHaveProperty('dueInWorkingHours');
    }
    expect(await page(ticket)).toContain('等到结果后，我们马上继续');
    expect(await page(ticket)).not.toContain('最晚');
  });

  it('is a date they were given with what it rests on, until the case is done', async () => {
    const ticket = await buildTicket(desk);
    const promisedAt = inHours(48);
    await promise(ticket, promisedAt);
    await due(ticket, { nextDueAt: promisedAt, nextDueKind: 'promise' });
    const facts = { promisedAt: promisedAt.toISOString(), promiseBasis: '银行周五前到账' };
    expect(await widget(ticket)).toMatchObject(facts);
    expect(await api(ticket)).toMatchObject(facts);
    const zh = await page(ticket);
    expect(zh).toMatch(/我们承诺在 .*前给您结果。/);
    expect(zh).toContain('依据：银行周五前到账');
    // One time, not the same twice.
    expect(zh).not.toContain('最晚');
    await desk.clock.advance(49 * HOUR);
    expect(await page(ticket)).toContain('已超过预计答复时间');
    await desk.database.query("UPDATE tickets SET status = 'cancelled' WHERE id = $1", [ticket.ticketId]);
    expect(await widget(ticket)).not.toHaveProperty('promisedAt');
    expect(await page(ticket)).not.toContain('依据');
  });
});
