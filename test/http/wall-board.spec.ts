import type { WallBoardView } from '../../src/contract/index.js';
import { Presences, Profiles } from '../../src/routing/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectAgent } from '../support/clients.js';
import {
  type BuiltStaff,
  type BuiltTeam,
  buildSite,
  buildStaff,
  buildTeam,
  type SignedIn,
  signIn,
} from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';
import { until } from '../support/until.js';

describe('the wall board', () => {
  let desk: TestApp;
  let frontline: BuiltTeam;
  let settlement: BuiltTeam;
  let chen: BuiltStaff;
  let supervisor: SignedIn;
  let site: { id: string };

  beforeEach(async () => {
    desk = await startTestApp();
    frontline = await buildTeam(desk, { key: 'frontline' });
    settlement = await buildTeam(desk, { key: 'settlement' });
    site = await buildSite(desk);
    chen = await buildStaff(desk, { name: '陈静', teams: [frontline] });
    supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor', name: '主管', teams: [frontline] }));
  });
  afterEach(() => desk.close());

  async function board(whom: SignedIn = supervisor, teamId?: string): Promise<WallBoardView> {
    return (
      await whom.http
        .get('/api/wall-board')
        .query(teamId ? { teamId } : {})
        .expect(200)
    ).body;
  }
  const teamOf = (view: WallBoardView, team: BuiltTeam) => view.teams.find(({ id }) => id === team.id);
  const personOf = (view: WallBoardView, person: { id: string }) => view.people.find(({ id }) => id === person.id);
  const capacity = (staffId: string, units: number, skills = {}) =>
    desk.get(Profiles).save({ staffId, capacity: units, skills });

  it('shows who waits, since when, in their order, and what people hold', async () => {
    await capacity(chen.id, 1);
    await desk.get(Presences).set(chen.id, 'online');
    const held = await buildTicket(desk, { site });
    await desk.settle();
    await desk.clock.advance(60);
    const later = await buildTicket(desk, { site });
    const sooner = await buildTicket(desk, { site, shop: { tier: 'premium' } });
    await desk.settle();
    const view = await board();
    expect(view.teams.map(({ id }) => id)).toEqual([frontline.id]);
    expect(teamOf(view, frontline)).toMatchObject({
      waiting: 2,
      stages: { skills: 0, team: 2, overflow: 0 },
      nobody: 0,
      presences: { online: 1, busy: 0, offline: 1 },
      load: 1,
      capacity: 1,
      inHand: 1,
      expectedWait: { fromSeconds: expect.any(Number), toSeconds: expect.any(Number) },
    });
    expect(view.waiting.map(({ number, place, nobody }) => ({ number, place, nobody }))).toEqual([
      { number: sooner.number, place: 1, nobody: false },
      { number: later.number, place: 2, nobody: false },
    ]);
    expect(view.waiting[0]).toMatchObject({ tier: 'premium', stage: 'team', wish: 'wait', kind: 'chat' });
    expect(Date.parse(view.at) - Date.parse(teamOf(view, frontline)?.longestSince ?? '')).toBeLessThan(30_000);
    expect(personOf(view, chen)).toMatchObject({ presence: 'online', load: 1, capacity: 1, otherCases: 0 });
    expect(personOf(view, chen)?.cases).toEqual([
      expect.objectContaining({ number: held.number, waitsFor: 'staff', kind: 'chat', units: 1 }),
    ]);
    // Nobody has a shift about this time: there is nothing to say of it.
    expect(personOf(view, chen)).not.toHaveProperty('onShift');
  });

  it('says who has the next word, and which clocks are late', async () => {
    await desk.get(Presences).set(chen.id, 'online');
    const held = await buildTicket(desk, { site });
    await desk.settle();
    const agent = await signIn(desk, chen);
    await held.reply(agent.principal, '请稍等');
    await agent.http.post(`/api/tickets/${held.number}/transitions`).send({ to: 'pending' }).expect(201);
    const late = await buildTicket(desk, { site });
    await desk.settle();
    await desk.database.query(
      `UPDATE tickets SET next_due_at = desk_now() - interval '1 minute', next_due_kind = 'first_response',
                          next_due_started_at = desk_now() - interval '5 minutes' WHERE number = $1`,
      [late.number],
    );
    const view = await board();
    const cases = new Map(personOf(view, chen)?.cases.map((each) => [each.number, each]));
    expect(cases.get(held.number)).toMatchObject({ waitsFor: 'customer', status: 'pending' });
    expect(cases.get(late.number)).toMatchObject({ waitsFor: 'staff', nextDueKind: 'first_response' });
    expect(teamOf(view, frontline)).toMatchObject({ slaOverdue: 1 });
  });

  it('names the cases that nobody could ever take', async () => {
    await capacity(chen.id, 0);
    await capacity(supervisor.principal.staffId, 0);
    const stuck = await buildTicket(desk, { site });
    await desk.settle();
    expect(teamOf(await board(), frontline)).toMatchObject({ waiting: 1, nobody: 1 });
    // Nobody is online: it would be a guess.
    expect(teamOf(await board(), frontline)).not.toHaveProperty('expectedWait');
    expect((await board()).waiting).toEqual([expect.objectContaining({ number: stuck.number, nobody: true })]);
    // An overflow team with a pair of hands could.
    await buildStaff(desk, { teams: [settlement] });
    await desk.database.query('UPDATE team_routing SET overflow_team_ids = $2 WHERE team_id = $1', [
      frontline.id,
      [settlement.id],
    ]);
    expect(teamOf(await board(), frontline)).toMatchObject({ nobody: 0 });
    await desk.database.query('UPDATE team_routing SET overflow_after_seconds = NULL WHERE team_id = $1', [
      frontline.id,
    ]);
    expect(teamOf(await board(), frontline)).toMatchObject({ nobody: 1 });
  });

  it('counts a skill that is asked for and never let go', async () => {
    await desk.database.query(
      `INSERT INTO routing_rules (version, rules)
       SELECT version + 1, jsonb_set(rules, '{needs}', '[{"when": {}, "skill": "language:fr", "minimum": 60, "required": true}]')
       FROM routing_rules ORDER BY version DESC LIMIT 1`,
    );
    await desk.database.query('UPDATE team_routing SET relax_after_seconds = NULL WHERE team_id = $1', [frontline.id]);
    await capacity(chen.id, 5, { 'language:fr': 59 });
    await buildTicket(desk, { site });
    await desk.settle();
    expect(teamOf(await board(), frontline)).toMatchObject({ stages: { skills: 1, team: 0, overflow: 0 }, nobody: 1 });
    await capacity(chen.id, 5, { 'language:fr': 60 });
    expect(teamOf(await board(), frontline)).toMatchObject({ nobody: 0 });
  });

  it('says who is on shift, where shifts are planned', async () => {
    await desk.database.query(
      `INSERT INTO shifts (id, team_id, staff_id, starts_at, ends_at)
       VALUES (gen_random_uuid(), $1, $2, desk_now() - interval '1 hour', desk_now() + interval '1 hour')`,
      [frontline.id, chen.id],
    );
    const view = await board();
    expect(personOf(view, chen)?.onShift).toBe(true);
    expect(personOf(view, { id: supervisor.principal.staffId })?.onShift).toBe(false);
  });

  it('is a supervisor’s for their own teams, an administrator’s for all, and nobody else’s', async () => {
    const both = await buildStaff(desk, { name: '两边', teams: [frontline, settlement] });
    const theirs = await buildTicket(desk, { site, says: '别组的事' });
    await desk.database.query('UPDATE tickets SET team_id = $2 WHERE id = $1', [theirs.ticketId, settlement.id]);
    await desk.database.query("UPDATE tickets SET assignee_id = $2, status = 'open' WHERE id = $1", [
      theirs.ticketId,
      both.id,
    ]);
    const seen = personOf(await board(), both);
    expect(seen).toMatchObject({ teamIds: [frontline.id], cases: [], otherCases: 1 });
    await supervisor.http.get('/api/wall-board').query({ teamId: settlement.id }).expect(403);
    const admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    expect((await board(admin)).teams.map(({ id }) => id).sort()).toEqual([frontline.id, settlement.id].sort());
    expect(personOf(await board(admin, settlement.id), both)?.cases).toHaveLength(1);
    await (await signIn(desk, chen)).http.get('/api/wall-board').expect(403);
  });

  it('is a hint for who keeps the team alone, once a second at most', async () => {
    const [keeper, stranger, agent] = await Promise.all([
      connectAgent(desk, supervisor),
      connectAgent(desk, await signIn(desk, await buildStaff(desk, { role: 'supervisor', teams: [settlement] }))),
      connectAgent(desk, await signIn(desk, chen)),
    ]);
    for (let n = 0; n < 3; n += 1) await desk.get(Presences).set(chen.id, n % 2 ? 'busy' : 'online');
    // The first at once; the other two as one, a second later.
    await until(() => keeper.of('wall_board.changed').length === 2);
    expect(agent.of('presence.changed')).toHaveLength(3);
    expect(keeper.of('wall_board.changed')).toEqual([{ teamIds: [frontline.id] }, { teamIds: [frontline.id] }]);
    for (const other of [agent, stranger]) expect(other.of('wall_board.changed')).toEqual([]);
    for (const client of [keeper, stranger, agent]) client.close();
  });

  it('moves a case only from where it was seen', async () => {
    const lin = await buildStaff(desk, { teams: [frontline] });
    for (const { id } of [chen, lin]) await desk.get(Presences).set(id, 'busy');
    const waiting = await buildTicket(desk, { site });
    await desk.settle();
    const path = `/api/tickets/${waiting.number}/assignments`;
    const from = { teamId: frontline.id };
    await supervisor.http.post(path).send({ teamId: frontline.id, staffId: chen.id, from }).expect(201);
    const second = await supervisor.http.post(path).send({ teamId: frontline.id, staffId: lin.id, from }).expect(409);
    expect(second.body.code).toBe('conflict');
    const now = { teamId: frontline.id, staffId: chen.id };
    await supervisor.http.post(path).send({ teamId: frontline.id, staffId: lin.id, from: now }).expect(201);
  });
});
