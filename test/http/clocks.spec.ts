import type { ClockExplanation, EscalationView, PolicyView } from '../../src/contract/index.js';
import type { StaffPrincipal } from '../../src/people/index.js';
import { Sweep } from '../../src/sla/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const UNKNOWN = '00000000-0000-7000-8000-000000000000';

describe('what a clock says of itself', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let lead: SignedIn;
  let agent: SignedIn;
  let admin: SignedIn;
  let site: { id: string };
  beforeEach(async () => {
    desk = await startTestApp();
    const leader = await buildStaff(desk);
    team = await buildTeam(desk, { key: 'frontline', leadId: leader.id });
    lead = await signIn(desk, leader);
    agent = await signIn(desk, await buildStaff(desk, { teams: [team] }));
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    site = await buildSite(desk);
  });
  afterEach(() => desk.close());

  async function open(options: Parameters<typeof buildTicket>[1] = {}): Promise<BuiltTicket> {
    const ticket = await buildTicket(desk, { site, ...options });
    await desk.settle();
    return ticket;
  }
  const clocks = async ({ number }: BuiltTicket): Promise<ClockExplanation[]> =>
    (await agent.http.get(`/api/tickets/${number}/clocks`).expect(200)).body.items;
  const sweep = async () => {
    const fired = await desk.get(Sweep).runOnce();
    await desk.settle();
    return fired;
  };
  const openEscalations = async (who: SignedIn): Promise<EscalationView[]> =>
    (await who.http.get('/api/escalations').expect(200)).body.items;
  const acknowledge = (who: SignedIn, id: string) => who.http.post(`/api/escalations/${id}/acknowledgements`);
  const reply = async (ticket: BuiltTicket, staff: StaffPrincipal) => {
    await ticket.reply(staff, '您好，正在核对。');
    await desk.settle();
  };
  /** Sessions do not outlive a night. */
  const pass = async (milliseconds: number) => {
    await desk.clock.advance(milliseconds);
    agent = await signIn(desk, { id: agent.principal.staffId });
    lead = await signIn(desk, { id: lead.principal.staffId });
  };
  const in_ = (milliseconds: number) => new Date(desk.clock.now().getTime() + milliseconds).toISOString();
  const setPolicy = async (change: (targets: PolicyView['effective']) => void) => {
    const { body } = await admin.http.get('/api/sla/policy').expect(200);
    change(body.effective);
    await admin.http
      .put('/api/sla/policy')
      .send({ version: body.version, targets: body.effective, note: '', retime: false })
      .expect(200);
  };

  it('is why it is due when it is due, what has fired and what is ahead', async () => {
    const ticket = await open();
    await pass(6 * HOUR);
    await sweep();
    const [clock] = await clocks(ticket);
    expect(clock).toMatchObject({
      kind: 'first_response',
      mode: 'asynchronous',
      state: 'running',
      policyVersion: 2,
      ladder: 'first_response',
      calendars: [],
      rungs: [
        { rung: 1, at: { percent: 75 }, state: 'fired' },
        { rung: 2, at: { breach: true }, state: 'ahead' },
        { rung: 3, at: { afterMinutes: 60 }, state: 'ahead' },
      ],
    });
    expect(clock?.because.map(({ step }) => step)).toEqual(['target', 'around_the_clock', 'start', 'worked', 'due']);
    expect(clock?.secondsCounted).toBeCloseTo(6 * 3_600, -1.5);
    expect((clock?.secondsCounted ?? 0) + (clock?.secondsLeft ?? 0)).toBe(8 * 3_600);
    await agent.http.get('/api/tickets/PL-000-0000/clocks').expect(404);
    const stranger = await signIn(desk, await buildStaff(desk, { teams: [await buildTeam(desk)] }));
    await stranger.http.get(`/api/tickets/${ticket.number}/clocks`).expect(403);
  });

  it('stands still while the customer is asked, and goes on with what was left', async () => {
    await setPolicy((targets) => {
      targets.standard.P2.asynchronous.resolution = 10 * 3_600;
    });
    const ticket = await open();
    await agent.http
      .post(`/api/tickets/${ticket.number}/assignments`)
      .send({ teamId: team.id, staffId: agent.principal.staffId })
      .expect(201);
    await reply(ticket, agent.principal);
    const move = async (to: string) => {
      await agent.http.post(`/api/tickets/${ticket.number}/transitions`).send({ to }).expect(201);
      await desk.settle();
    };
    await pass(HOUR);
    await move('pending');
    const { body: paused } = await agent.http.get(`/api/tickets/${ticket.number}`).expect(200);
    expect(paused).toMatchObject({ nextDueKind: 'resolution', pausedAt: expect.any(String) });
    await pass(20 * HOUR);
    expect(await sweep()).toBe(0);
    await move('open');
    const [clock] = await clocks(ticket);
    expect(clock).toMatchObject({ kind: 'resolution', pauses: [{ because: 'pending' }] });
    expect(clock?.because.map(({ step }) => step)).toEqual([
      'target',
      'around_the_clock',
      'start',
      'worked',
      'pause',
      'worked',
      'due',
    ]);
    const { body: row } = await agent.http.get(`/api/tickets/${ticket.number}`).expect(200);
    expect(row.pausedAt).toBeUndefined();
    expect(Date.parse(row.nextDueAt) - desk.clock.now().getTime()).toBeCloseTo(9 * HOUR, -4);
    await pass(2 * HOUR);
    await move('resolved');
    const [met] = (await clocks(ticket)).filter(({ kind }) => kind === 'resolution');
    expect(met).toMatchObject({ state: 'met' });
    expect(met?.secondsCounted).toBeCloseTo(3 * 3_600, -1.5);
    await pass(48 * HOUR);
    await move('open');
    const again = (await clocks(ticket)).filter(({ state }) => state === 'running');
    expect(again.map(({ kind }) => kind).sort()).toEqual(['next_response', 'resolution']);
    const back = (await clocks(ticket)).find(({ kind }) => kind === 'resolution');
    expect(back).toMatchObject({ state: 'running' });
    expect(back?.secondsLeft).toBeCloseTo(7 * 3_600, -1.5);
  });

  it('of a date that was given: kept, renewed in time, or broken', async () => {
    const ticket = await open();
    const give = (promisedAt: string, basis = '银行周五到账') =>
      agent.http.post(`/api/tickets/${ticket.number}/promises`).send({ promisedAt, basis });
    const first = in_(2 * HOUR);
    await give(first).expect(201);
    await desk.settle();
    const said = await desk.database.query(
      `SELECT data FROM entries WHERE conversation_id = $1 AND customer_seq IS NOT NULL AND data ->> 'type' = 'promised'`,
      [ticket.conversationId],
    );
    expect(said).toEqual([{ data: { type: 'promised', promisedAt: first, basis: '银行周五到账' } }]);
    const promise = async () => (await clocks(ticket)).filter(({ kind }) => kind === 'promise');
    expect(await promise()).toMatchObject([
      { state: 'running', because: [{ step: 'promise', basis: '银行周五到账' }, { because: 'promise' }, {}, {}, {}] },
    ]);
    await pass(HOUR);
    const later = in_(3 * HOUR);
    const { body } = await give(later).expect(201);
    expect(body.promisedAt).toBe(later);
    await desk.settle();
    expect(await promise()).toMatchObject([{ state: 'running', dueAt: later }]);
    await pass(4 * HOUR);
    await sweep();
    await give(in_(HOUR)).expect(201);
    await desk.settle();
    expect(await promise()).toMatchObject([{ state: 'running' }, { state: 'missed' }]);
    await agent.http.post(`/api/tickets/${ticket.number}/kept-promises`).send({ note: '已到账' }).expect(201);
    await desk.settle();
    expect((await promise()).map(({ state }) => state).sort()).toEqual(['met', 'missed']);
    for (const never of ['2026-01-01T00:00:00Z', in_(366 * 24 * HOUR), '9999-12-31T00:00:00Z'])
      expect((await give(never)).body.errors).toMatchObject([{ path: 'promisedAt' }]);
    const lines = await agent.http.get(`/api/tickets/${ticket.number}/timeline`).expect(200);
    const kinds = lines.body.items.map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => kind.startsWith('promise'))).toEqual([
      'promised',
      'promised',
      'promised',
      'promise_kept',
    ]);
  });

  it('of a premium P1: a plan within two hours, which a date or a plan is', async () => {
    const ticket = await open({ shop: { tier: 'premium' } });
    const { body } = await agent.http.get(`/api/tickets/${ticket.number}`).expect(200);
    await agent.http.patch(`/api/tickets/${ticket.number}`).send({ version: body.version, priority: 'P1' }).expect(200);
    await desk.settle();
    const promise = async () => (await clocks(ticket)).find(({ kind }) => kind === 'promise');
    expect(await promise()).toMatchObject({ state: 'running', targetSeconds: 7_200, policyVersion: 2 });
    await agent.http.post(`/api/tickets/${ticket.number}/kept-promises`).send({ note: '方案已给出' }).expect(201);
    await desk.settle();
    expect(await promise()).toMatchObject({ state: 'met' });
  });

  describe('once it has escalated', () => {
    it('wants somebody to say that they have seen it; nobody does, and the next rung fires sooner', async () => {
      const ticket = await open();
      await pass(8 * HOUR);
      await sweep();
      expect(await openEscalations(agent)).toMatchObject([
        { number: ticket.number, rung: 2, at: { breach: true }, open: true, acknowledgeBy: expect.any(String) },
      ]);
      await pass(29 * MINUTE);
      expect(await sweep()).toBe(0);
      await pass(2 * MINUTE);
      expect(await sweep()).toBe(1);
      const [clock] = await clocks(ticket);
      expect(clock?.rungs.map(({ state }) => state)).toEqual(['passed_over', 'fired', 'fired']);
    });

    it('is calm once somebody has: the next rung waits for its own time', async () => {
      const ticket = await open();
      await pass(8 * HOUR);
      await sweep();
      const [escalation] = await openEscalations(lead);
      if (!escalation) throw new Error('nothing to acknowledge');
      const outsider = await signIn(desk, await buildStaff(desk, { teams: [await buildTeam(desk)] }));
      await acknowledge(outsider, escalation.id).expect(404);
      await acknowledge(agent, UNKNOWN).expect(404);
      await acknowledge(agent, '12').expect(400);
      const { body } = await acknowledge(lead, escalation.id).expect(201);
      expect(body).toMatchObject({ open: false, acknowledgedBy: lead.principal.name });
      const { body: again } = await acknowledge(agent, escalation.id).expect(201);
      expect(again.acknowledgedBy).toBe(lead.principal.name);
      expect(await openEscalations(agent)).toEqual([]);
      await pass(31 * MINUTE);
      expect(await sweep()).toBe(0);
      await pass(30 * MINUTE);
      expect(await sweep()).toBe(1);
      const lines = await agent.http.get(`/api/tickets/${ticket.number}/timeline`).expect(200);
      expect(lines.body.items.map(({ kind }: { kind: string }) => kind)).toContain('acknowledged');
    });

    it('is not calm while a higher rung waits for somebody, whoever has seen a lower one', async () => {
      const { body } = await admin.http.get('/api/sla/ladders').expect(200);
      const [warning, breach, late] = body.ladders.first_response;
      const rungs = [
        warning,
        breach,
        { ...late, acknowledgeWithinMinutes: 10 },
        { ...late, at: { afterMinutes: 600 } },
      ];
      await admin.http
        .put('/api/sla/ladders')
        .send({ version: body.version, ladders: { ...body.ladders, first_response: rungs }, note: '', retime: false })
        .expect(200);
      await open();
      await pass(8 * HOUR);
      await sweep();
      await pass(31 * MINUTE);
      expect(await sweep()).toBe(1);
      const lower = (await openEscalations(lead)).find(({ rung }) => rung === 2);
      await acknowledge(lead, lower?.id ?? '').expect(201);
      await pass(11 * MINUTE);
      expect(await sweep()).toBe(1);
    });

    it('wants nothing any more when it has been answered', async () => {
      const ticket = await open();
      await pass(8 * HOUR);
      await sweep();
      await reply(ticket, agent.principal);
      expect(await openEscalations(agent)).toEqual([]);
    });
  });
});
