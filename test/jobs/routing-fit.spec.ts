import { Assignment } from '../../src/routing/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildCustomer, buildSite, buildTeam, signIn } from '../support/factories.js';
import { assigneeOf, buildAgent, setNeeds, setTeamRouting } from '../support/routing.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

const KOREAN = { when: { locale: 'en' }, skill: 'language:ko', minimum: 60, required: true };
const EARNINGS = { when: { category: 'earnings' }, skill: 'category:earnings', minimum: 50, required: false };

describe('who is given what', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let site: { id: string };

  beforeEach(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
  });
  afterEach(() => desk.close());

  const agent = (options: Partial<Parameters<typeof buildAgent>[1]> = {}) =>
    buildAgent(desk, { teams: [team], ...options });
  const ticket = (options: Parameters<typeof buildTicket>[1] = {}) => buildTicket(desk, { site, ...options });
  const assignee = (of: BuiltTicket) => assigneeOf(desk, of);
  const give = (to: BuiltTeam = team) => desk.get(Assignment).assignWaiting(to.id);
  const because = async (of: BuiltTicket) =>
    (
      await desk.database.one<{ because: Record<string, unknown> }>(
        'SELECT because FROM routed_tickets WHERE ticket_id = $1 ORDER BY assigned_at DESC LIMIT 1',
        [of.ticketId],
      )
    )?.because;

  it('does not let a case that nobody can take hold up those behind it', async () => {
    await setNeeds(desk, KOREAN);
    const anybody = await agent();
    const hard = await ticket({ locale: 'en', shop: { tier: 'premium' } });
    const easy = await ticket();
    await desk.settle();
    expect(await assignee(hard)).toBeNull();
    expect(await assignee(easy)).toBe(anybody.id);
    const [speaks] = [await agent({ skills: { 'language:ko': 60 } }), await agent({ skills: { 'language:ko': 59 } })];
    expect(await give()).toBe(1);
    expect(await assignee(hard)).toBe(speaks?.id);
    expect(await because(hard)).toMatchObject({ reason: 'only_one', stage: 'skills', considered: 1, missing: [] });
  });

  it('does not let a case that cannot be written hold up those behind it, and says what failed', async () => {
    const [bad, ...others] = [await ticket(), await ticket(), await ticket()] as const;
    await desk.settle();
    await desk.database.query(
      `ALTER TABLE routed_tickets ADD CONSTRAINT broken CHECK (ticket_id <> '${bad.ticketId}')`,
    );
    const anybody = await agent({ capacity: 3 });
    await expect(give()).rejects.toThrow('broken');
    expect(await assignee(bad)).toBeNull();
    for (const other of others) expect(await assignee(other)).toBe(anybody.id);
  });

  it('asks for a skill by the page a customer came from last, by tier and by category, all of which must hold', async () => {
    const when = { entry: '/live/', tier: 'premium', category: 'earnings' };
    await setNeeds(desk, { when, skill: 'entry:live_room', minimum: 1, required: false });
    const from = async (page: string, tier: 'premium' | 'standard') => {
      const customer = await buildCustomer(desk, { site, shop: { tier } });
      for (const [seconds, at] of [[60, '/live/1'] as const, [0, page] as const])
        await desk.database.query(
          `INSERT INTO customer_steps (id, customer_id, page, action, at)
           VALUES (gen_random_uuid(), $1, $2, 'opened', desk_now() - make_interval(secs => $3))`,
          [customer.id, at, seconds],
        );
      return (await ticket({ customer })).ticketId;
    };
    const live = await from('/live/2', 'premium');
    await from('/live/2', 'standard');
    await from('/shop', 'premium');
    await ticket();
    await desk.settle();
    const asked = await desk.database.query<{ id: string }>(
      `SELECT ticket_id AS id FROM queue_items WHERE needs <> '[]'`,
    );
    expect(asked).toEqual([{ id: live }]);
  });

  it('looks beyond the head of the queue, and gives nothing while all that waits fits nobody', async () => {
    await setNeeds(desk, KOREAN);
    await desk.database.query(`UPDATE team_routing SET relax_after_seconds = NULL`);
    const hard: BuiltTicket[] = [];
    for (let index = 0; index < 53; index += 1) hard.push(await ticket({ locale: 'en' }));
    const easy = await ticket();
    await desk.settle();
    const able = await agent({ capacity: 100 });
    expect(await give()).toBe(1);
    expect(await assignee(easy)).toBe(able.id);
    const started = performance.now();
    expect(await give()).toBe(0);
    expect(performance.now() - started).toBeLessThan(1_000);
  }, 60_000);

  it('counts units by kind of work, and keeps the limits of a kind and those of a person', async () => {
    await desk.database.query(
      `UPDATE routing_rules SET rules = jsonb_set(rules, '{units}', '{"chat": 3, "phone": 1, "email": 1, "form": 2}')`,
    );
    const chats = await agent({ capacity: 8, kindLimits: { chat: 3 } });
    const limited = [await ticket(), await ticket()];
    await desk.settle();
    expect(await Promise.all(limited.map(assignee))).toEqual([chats.id, null]);
    await desk.database.query(`UPDATE agent_profiles SET kind_limits = '{}', capacity = 5`);
    expect(await give()).toBe(0);
    await desk.database.query('UPDATE agent_profiles SET capacity = 6');
    expect(await give()).toBe(1);
    const [{ load, kinds } = { load: 0, kinds: {} }] = await desk.database.query<{ load: number; kinds: object }>(
      'SELECT load, kind_loads AS kinds FROM agent_profiles WHERE staff_id = $1',
      [chats.id],
    );
    expect({ load, kinds }).toEqual({ load: 6, kinds: { chat: 6 } });
  });

  it('gives nothing of a kind that somebody has paused, nor a case again that they declined, until then', async () => {
    const pausing = await agent({ pausedKinds: ['chat'] });
    const first = await ticket();
    await desk.settle();
    expect(await assignee(first)).toBeNull();
    await desk.database.query(`UPDATE presences SET paused_kinds = '{email}'`);
    await desk.database.query(
      `INSERT INTO declined_tickets (ticket_id, staff_id, because, until) VALUES ($1, $2, 'rejected', desk_now() + interval '10 min')`,
      [first.ticketId, pausing.id],
    );
    expect(await give()).toBe(0);
    const second = await ticket();
    await desk.settle();
    expect(await Promise.all([first, second].map(assignee))).toEqual([null, pausing.id]);
    await desk.clock.advance(601_000);
    expect(await give()).toBe(1);
    expect(await assignee(first)).toBe(pausing.id);
  });

  it('gives work to who has a shift alone, where the team says so', async () => {
    await setTeamRouting(desk, team, { shiftOnly: true });
    const [off, on] = [await agent(), await agent()];
    for (const [who, from, to] of [
      [off, -120, -60],
      [on, -60, 60],
    ] as const)
      await desk.database.query(
        `INSERT INTO shifts (id, team_id, staff_id, starts_at, ends_at)
         SELECT gen_random_uuid(), $1, $2, desk_now() + make_interval(mins => $3), desk_now() + make_interval(mins => $4)`,
        [team.id, who.id, from, to],
      );
    const built = [await ticket(), await ticket()];
    await desk.settle();
    expect(await Promise.all(built.map(assignee))).toEqual([on.id, on.id]);
    await desk.clock.advance(3_600_000);
    expect(await give()).toBe(0);
  });

  it('prefers the account manager, then who served the customer last, then skills, then the lightest load', async () => {
    await setNeeds(desk, EARNINGS);
    const manager = await agent({ name: '客户经理', capacity: 2 });
    const skilled = await agent({ skills: { 'category:earnings': 90 }, capacity: 1 });
    const [customer, other] = [await buildCustomer(desk, { site, shop: {} }), await buildCustomer(desk, { site })];
    await desk.database.query(`UPDATE shops SET account_manager = '客户经理' WHERE id = $1`, [customer.shopId]);
    const first = await ticket({ customer });
    await desk.settle();
    expect(await assignee(first)).toBe(manager.id);
    expect(await because(first)).toMatchObject({
      reason: 'account_manager',
      considered: 2,
      chosen: { staffId: manager.id, load: 0, capacity: 2, needsMet: 0, idleSeconds: null },
      others: [{ staffId: skilled.id, load: 0, capacity: 1, needsMet: 1, idleSeconds: null }],
      missing: [{ skill: 'category:earnings', minimum: 50, required: false }],
    });
    const second = await ticket({ customer: other });
    await desk.settle();
    expect(await because(second)).toMatchObject({ reason: 'skills', chosen: { staffId: skilled.id } });
    await desk.database.query('UPDATE agent_profiles SET capacity = 9');
    const plain = await agent({ capacity: 9 });
    await desk.database.query(`UPDATE routed_tickets SET staff_id = $2 WHERE ticket_id = $1`, [
      second.ticketId,
      plain.id,
    ]);
    const held = await ticket({ customer: other });
    await desk.settle();
    expect(await because(held)).toMatchObject({ reason: 'skills' });
    await second.reply((await signIn(desk, plain)).principal, '您好，已经为您核对');
    const again = await ticket({ customer: other });
    await desk.settle();
    expect(await because(again)).toMatchObject({ reason: 'last_agent', considered: 3, chosen: { staffId: plain.id } });
    await desk.clock.advance(8 * 86_400_000);
    await desk.database.query('UPDATE presences SET last_seen_at = desk_now()');
    const weekLater = await ticket({ customer: other });
    await desk.settle();
    expect(await because(weekLater)).toMatchObject({ reason: 'skills', chosen: { staffId: skilled.id } });
  });

  it('keeps to the strategy of the team', async () => {
    const [light, heavy] = [await agent({ capacity: 10 }), await agent({ capacity: 10 })];
    const profile = (of: { id: string }, load: number, assigned: number, freed: number) =>
      desk.database.query(
        `UPDATE agent_profiles SET load = $2, last_assigned_at = desk_now() - make_interval(mins => $3),
           last_freed_at = desk_now() - make_interval(mins => $4) WHERE staff_id = $1`,
        [of.id, load, assigned, freed],
      );
    // One has little and was at it a moment ago, the other has much and was given something longest ago.
    const once = async (strategy: 'balanced' | 'round_robin' | 'longest_idle' | 'manual') => {
      await setTeamRouting(desk, team, { strategy });
      await profile(light, 1, 5, 4);
      await profile(heavy, 5, 9, 1);
      const built = await ticket();
      await desk.settle();
      return [await assignee(built), (await because(built))?.reason];
    };
    expect(await once('balanced')).toEqual([light.id, 'balanced']);
    expect(await once('round_robin')).toEqual([heavy.id, 'round_robin']);
    expect(await once('longest_idle')).toEqual([light.id, 'longest_idle']);
    expect(await once('manual')).toEqual([null, undefined]);
  });

  it('lets another team take what overflows to it, in one order with its own, and the case moves there', async () => {
    const night = await buildTeam(desk);
    await setTeamRouting(desk, team, { overflowTeamIds: [night.id], overflowAfterSeconds: 60 });
    const [waits, overflows] = [await ticket(), await ticket()];
    await desk.settle();
    await desk.database.query(`UPDATE queue_items SET stage = 'overflow' WHERE ticket_id = $1`, [overflows.ticketId]);
    const helper = await agent({ teams: [night] });
    expect(await give(night)).toBe(1);
    expect(await Promise.all([waits, overflows].map(assignee))).toEqual([null, helper.id]);
    const [moved] = await desk.database.query(
      `SELECT t.team_id AS "teamId", r.team_id AS "routedTo", r.stage, e.data ->> 'because' AS because
       FROM tickets t JOIN routed_tickets r ON r.ticket_id = t.id JOIN ticket_events e ON e.ticket_id = t.id AND e.kind = 'assigned'
       WHERE t.id = $1`,
      [overflows.ticketId],
    );
    expect(moved).toEqual({ teamId: night.id, routedTo: night.id, stage: 'overflow', because: 'overflow' });
  });

  it('takes no harm from teams that overflow to each other, or to one that is archived', async () => {
    const [there, gone] = [await buildTeam(desk), await buildTeam(desk)];
    await setTeamRouting(desk, team, { overflowTeamIds: [there.id, gone.id, team.id] });
    await setTeamRouting(desk, there, { overflowTeamIds: [team.id] });
    const built = await ticket();
    await desk.settle();
    await desk.database.query(`UPDATE queue_items SET stage = 'overflow'`);
    await desk.database.query('UPDATE teams SET archived_at = desk_now() WHERE id = $1', [gone.id]);
    await agent({ teams: [gone] });
    for (const one of [team, there, gone]) expect(await give(one)).toBe(0);
    const helper = await agent({ teams: [there] });
    expect(await give(there)).toBe(1);
    expect(await assignee(built)).toBe(helper.id);
    expect(await give()).toBe(0);
  });
});
