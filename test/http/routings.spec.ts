import type { RoutingsView } from '../../src/contract/index.js';
import { RoutingBeat } from '../../src/routing/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { buildAgent, setNeeds, setTeamRouting } from '../support/routing.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

const KOREAN = { when: { locale: 'en' }, skill: 'language:ko', minimum: 60, required: true };
const { when: _, ...NEED } = KOREAN;

describe('why a case is where it is', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let site: { id: string };
  let supervisor: SignedIn;

  beforeEach(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
    supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor', teams: [team] }));
    await desk.database.query('UPDATE agent_profiles SET capacity = 0');
  });
  afterEach(() => desk.close());

  const agent = (options: Partial<Parameters<typeof buildAgent>[1]> = {}) =>
    buildAgent(desk, { teams: [team], ...options });
  const open = async (options: Parameters<typeof buildTicket>[1] = { locale: 'en' }) => {
    const ticket = await buildTicket(desk, { site, ...options });
    await desk.settle();
    return ticket;
  };
  const explain = async ({ number }: BuiltTicket): Promise<RoutingsView> =>
    (await supervisor.http.get(`/api/tickets/${number}/routings`).expect(200)).body;

  it('tells who was chosen, who else could have been, and what was not met', async () => {
    await setNeeds(desk, { ...KOREAN, required: false });
    const chen = await agent({ name: '陈晨', capacity: 2, skills: { 'language:ko': 80 } });
    const lin = await agent({ name: '林静' });
    const first = await open();
    const { items, waiting } = await explain(first);
    expect(waiting).toBeUndefined();
    expect(items).toEqual([
      {
        id: expect.any(String),
        at: expect.any(String),
        teamId: team.id,
        kind: 'chat',
        stage: 'team',
        waitedSeconds: expect.any(Number),
        staffId: chen.id,
        name: '陈晨',
        reason: 'skills',
        considered: 2,
        chosen: { staffId: chen.id, name: '陈晨', load: 0, capacity: 2, needsMet: 1, idleSeconds: null },
        others: [{ staffId: lin.id, name: '林静', load: 0, capacity: 5, needsMet: 0, idleSeconds: null }],
        missing: [],
      },
    ]);
    await desk.database.query(`UPDATE presences SET presence = 'offline' WHERE staff_id = $1`, [chen.id]);
    const [second] = (await explain(await open())).items;
    expect(second).toMatchObject({
      reason: 'only_one',
      staffId: lin.id,
      others: [],
      missing: [{ ...NEED, required: false }],
    });
    const stranger = await signIn(desk, await buildStaff(desk));
    await stranger.http.get(`/api/tickets/${first.number}/routings`).expect(403);
    await supervisor.http.get('/api/tickets/ZZZZZZ/routings').expect(404);
  });

  it('tells of one that waits why nobody has it', async () => {
    await setNeeds(desk, KOREAN);
    const hard = await open();
    const why = async () => (await explain(hard)).waiting?.why;
    expect(await why()).toBe('never');
    const away = await agent({ name: '陈晨', presence: 'offline', skills: { 'language:ko': 60 } });
    expect(await why()).toBe('nobody_there');
    await agent({ name: '林静' });
    expect((await explain(hard)).waiting).toMatchObject({
      place: 1,
      stage: 'skills',
      kind: 'chat',
      units: 1,
      needs: [NEED],
      nextStageAt: expect.any(String),
      why: 'no_skills',
      people: expect.arrayContaining([
        expect.objectContaining({ name: '林静', missing: [NEED], obstacles: ['skills'] }),
        expect.objectContaining({ name: '陈晨', missing: [], obstacles: ['offline'] }),
      ]),
    });
    await desk.database.query(`UPDATE presences SET presence = 'online' WHERE staff_id = $1`, [away.id]);
    expect(await why()).toBe('soon');
    await desk.database.query(`UPDATE agent_profiles SET load = 5 WHERE staff_id = $1`, [away.id]);
    expect(await why()).toBe('all_full');
    await desk.database.query(`UPDATE agent_profiles SET load = 0`);
    await desk.database.query(
      `INSERT INTO declined_tickets (ticket_id, staff_id, because, until) VALUES ($1, $2, 'silent', desk_now() + interval '1 min')`,
      [hard.ticketId, away.id],
    );
    expect(await why()).toBe('declined');
    await setTeamRouting(desk, team, { strategy: 'manual' });
    expect(await why()).toBe('manual');
  });

  it('tells of one that nobody can ever take; its clocks run on', async () => {
    await setNeeds(desk, KOREAN);
    await setTeamRouting(desk, team, { relaxAfterSeconds: null });
    await agent();
    const never = await open();
    expect((await explain(never)).waiting).toMatchObject({ why: 'never', stage: 'skills' });
    await desk.clock.advance(30_000_000);
    await desk.get(RoutingBeat).runOnce();
    expect((await explain(never)).waiting).toMatchObject({ why: 'never', stage: 'skills' });
    const { body } = await supervisor.http.get('/api/wall-board').expect(200);
    expect(body.waiting).toEqual([expect.objectContaining({ number: never.number, nobody: true })]);
    const [clock] = await desk.database.query<{ overdue: boolean }>(
      `SELECT due_at < desk_now() AS overdue FROM clocks WHERE ticket_id = $1 AND kind = 'first_response' AND state = 'running'`,
      [never.ticketId],
    );
    expect(clock?.overdue).toBe(true);
  });

  it('keeps a gift by hand to the units that it takes', async () => {
    await desk.database.query(
      `UPDATE routing_rules SET rules = jsonb_set(rules, '{units}', '{"chat": 3, "phone": 1, "email": 1, "form": 1}')`,
    );
    const [chen, lin] = [
      await agent({ capacity: 5 }),
      await agent({ presence: 'busy', capacity: 5, kindLimits: { chat: 2 } }),
    ];
    const mine = await open();
    const give = (to: { id: string }, what: BuiltTicket) =>
      supervisor.http.post(`/api/tickets/${what.number}/assignments`).send({ teamId: team.id, staffId: to.id });
    expect((await give(lin, mine)).body.code).toBe('capacity_exceeded');
    await desk.database.query(`UPDATE agent_profiles SET kind_limits = '{}'`);
    await give(lin, mine).expect(201);
    const second = await open();
    expect((await explain(second)).items[0]?.staffId).toBe(chen.id);
    expect((await give(lin, second)).body.code).toBe('capacity_exceeded');
  });
});
