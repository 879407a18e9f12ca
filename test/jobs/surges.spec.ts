import { DEFAULT_SURGE_SETTINGS, type SurgeSettings, type SurgeView } from '../../src/contract/index.js';
import { Presences, Profiles, Queue, RoutingBeat, Surges } from '../../src/routing/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  type BuiltStaff,
  type BuiltTeam,
  buildCustomer,
  buildSite,
  buildStaff,
  buildTeam,
  type SignedIn,
  signIn,
} from '../support/factories.js';
import { startRobot, type TestRobot } from '../support/robot.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

const MINUTE = 60_000;

describe('a surge', () => {
  let host: TestRobot;
  let desk: TestApp;
  let frontline: BuiltTeam;
  let admin: SignedIn;
  let site: { id: string };

  beforeEach(async () => {
    host = await startRobot();
    desk = await startTestApp({ env: { FETCH_ALLOWED_HOSTS: host.host } });
    frontline = await buildTeam(desk, { key: 'frontline' });
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    site = await buildSite(desk, { contextUrl: `http://${host.host}/context` });
  });
  afterEach(async () => {
    await desk.close();
    await host.close();
  });

  async function agent(capacity: number, team: BuiltTeam = frontline): Promise<BuiltStaff> {
    const staff = await buildStaff(desk, { teams: [team] });
    await desk.get(Profiles).save({ staffId: staff.id, capacity, skills: {} });
    await desk.get(Presences).set(staff.id, 'online');
    // They stay for the whole test, and nobody minds that they do not answer.
    await desk.database.query(`UPDATE presences SET last_seen_at = desk_now() + interval '1 day'`);
    await desk.database.query('UPDATE team_routing SET answer_within_seconds = NULL');
    return staff;
  }
  const tickets = async (count: number, options: Parameters<typeof buildTicket>[1] = {}) => {
    const built: BuiltTicket[] = [];
    for (let n = 0; n < count; n += 1) built.push(await buildTicket(desk, { site, ...options }));
    await desk.settle();
    return built;
  };
  const beat = async (minutes = 0) => {
    await desk.clock.advance(minutes * MINUTE);
    await desk.get(RoutingBeat).runOnce();
    await desk.settle();
  };
  const begin = async (settings: Partial<SurgeSettings> = {}, teamId: string | null = null) => {
    const { body } = await admin.http
      .post('/api/surges')
      .send({
        teamId,
        reason: '双十一',
        startsAt: null,
        endsAt: null,
        settings: { ...DEFAULT_SURGE_SETTINGS, ...settings },
      })
      .expect(201);
    await desk.settle();
    return body as SurgeView;
  };
  const list = async () => (await admin.http.get('/api/surges').expect(200)).body.items as SurgeView[];
  const loadOf = async ({ id }: BuiltStaff) =>
    (await desk.database.one<{ load: number }>('SELECT load FROM agent_profiles WHERE staff_id = $1', [id]))?.load;
  const placeOf = async ({ conversationId }: BuiltTicket) =>
    (await desk.get(Queue).placesOf([conversationId])).get(conversationId)?.place;
  const configure = (teamId: string, columns: string) =>
    desk.database.query(`UPDATE team_routing SET ${columns} WHERE team_id = $1`, [teamId]);

  it('lets people hold more while it is on, by the claim and by hand, and no more afterwards', async () => {
    const chen = await agent(4);
    await tickets(8);
    expect(await loadOf(chen)).toBe(4);
    const surge = await begin({ capacityPercent: 150 });
    expect(surge).toMatchObject({ state: 'on', origin: 'planned', teamId: null });
    expect(await loadOf(chen)).toBe(6);
    const lead = await signIn(desk, await buildStaff(desk, { teams: [frontline] }));
    const [waiting] = await desk.database.query<{ number: string }>(
      'SELECT number FROM tickets WHERE assignee_id IS NULL LIMIT 1',
    );
    const give = () =>
      lead.http.post(`/api/tickets/${waiting?.number}/assignments`).send({ teamId: frontline.id, staffId: chen.id });
    await give().expect(409);
    await admin.http
      .put(`/api/surges/${surge.id}`)
      .send({
        version: surge.version,
        reason: surge.reason,
        startsAt: surge.startsAt,
        endsAt: null,
        settings: { ...surge.settings, capacityPercent: 175 },
      })
      .expect(200);
    await desk.settle();
    expect(await loadOf(chen)).toBe(7);
    const [on] = await list();
    await admin.http.post(`/api/surges/${surge.id}/ending`).send({ version: on?.version }).expect(201);
    await tickets(1);
    expect(await loadOf(chen)).toBe(7);
    expect((await list())[0]).toMatchObject({ state: 'ended', endedAt: expect.any(String) });
  });

  it('begins and ends by the clock, once, with several workers at it', async () => {
    const from = new Date(desk.clock.now().getTime() + 10 * MINUTE);
    const until = new Date(from.getTime() + 60 * MINUTE);
    await admin.http
      .post('/api/surges')
      .send({
        teamId: frontline.id,
        reason: '大促',
        startsAt: from.toISOString(),
        endsAt: until.toISOString(),
        settings: DEFAULT_SURGE_SETTINGS,
      })
      .expect(201);
    const chen = await agent(5);
    await tickets(7);
    await beat(9);
    expect([(await list())[0]?.state, await loadOf(chen)]).toEqual(['planned', 5]);
    await desk.clock.advance(2 * MINUTE);
    await Promise.all([beat(), beat(), beat()]);
    const [on] = await list();
    expect([on?.state, on?.version, await loadOf(chen)]).toEqual(['on', 2, 6]);
    await beat(60);
    const [ended] = await list();
    expect(ended).toMatchObject({ state: 'ended', endedAt: until.toISOString(), version: 3 });
  });

  it('begins by itself when many wait, stays while more than half of them do, and ends after five calm minutes', async () => {
    await configure(frontline.id, 'surge_waiting = 4');
    const waiting = await tickets(3);
    await beat();
    expect(await list()).toEqual([]);
    waiting.push(...(await tickets(1)));
    await Promise.all([beat(), beat()]);
    expect(await list()).toMatchObject([
      { origin: 'threshold', state: 'on', teamId: frontline.id, createdBy: null, settings: DEFAULT_SURGE_SETTINGS },
    ]);
    const settle = async (built: BuiltTicket | undefined) => {
      await desk.database.query(`UPDATE tickets SET status = 'closed' WHERE id = $1`, [built?.ticketId]);
      await desk.database.query('DELETE FROM queue_items WHERE ticket_id = $1', [built?.ticketId]);
    };
    await settle(waiting[0]);
    await settle(waiting[1]);
    // Two are half of four: not yet calm, however long it lasts.
    await beat();
    await beat(10);
    expect((await list())[0]?.state).toBe('on');
    await settle(waiting[2]);
    await beat();
    await beat(4);
    // One more comes, and the five minutes begin anew.
    await tickets(1);
    await beat();
    await settle(waiting[3]);
    await beat();
    await beat(4);
    expect((await list())[0]?.state).toBe('on');
    await beat(2);
    expect((await list())[0]?.state).toBe('ended');
    await beat();
    expect(await list()).toHaveLength(1);
  });

  it('that a person ended early does not come back by itself at once', async () => {
    await configure(frontline.id, 'surge_waiting = 1');
    await tickets(1);
    await beat();
    const [surge] = await list();
    await admin.http.post(`/api/surges/${surge?.id}/ending`).send({ version: surge?.version }).expect(201);
    await beat();
    await beat(20);
    expect(await list()).toMatchObject([{ state: 'ended' }]);
    await beat(15);
    expect(await list()).toMatchObject([{ state: 'on' }, { state: 'ended' }]);
  });

  it('that is planned takes the place of one that began by itself', async () => {
    await configure(frontline.id, 'surge_waiting = 1');
    await tickets(1);
    await beat();
    await begin();
    await beat();
    expect(await list()).toMatchObject([
      { origin: 'planned', state: 'on' },
      { origin: 'threshold', state: 'ended' },
    ]);
  });

  it('opens the queue to overflow teams at once, and says so in the timeline', async () => {
    const night = await buildTeam(desk, { key: 'night' });
    await configure(frontline.id, `overflow_team_ids = ARRAY['${night.id}']::uuid[], overflow_after_seconds = 3600`);
    const helper = await agent(5, night);
    const [waiting] = await tickets(1);
    await beat();
    expect(await loadOf(helper)).toBe(0);
    await begin();
    await desk.settle();
    expect(await loadOf(helper)).toBe(1);
    const { body } = await admin.http.get(`/api/tickets/${waiting?.number}/timeline`).expect(200);
    const kinds = (body.items as { kind: string; data: object }[]).filter(({ kind }) => kind === 'relaxed');
    expect(kinds).toMatchObject([{ data: { to: 'overflow', surge: true, teams: [night.name] } }]);
    const later = await tickets(1);
    await beat();
    await desk.settle();
    expect(await loadOf(helper)).toBe(2);
    expect(later).toHaveLength(1);
  });

  it('puts customers who are live before others of their priority, after P0; a host that is silent moves nobody', async () => {
    // Of somebody whom the host does not know nobody asks it.
    const anonymous = () => buildCustomer(desk, { site, externalId: null });
    const [first] = await tickets(1, { customer: await anonymous() });
    host.answer = {
      body: JSON.stringify({ cards: [{ kind: 'live_room', id: 'l', title: '直播间', status: '直播中', fields: [] }] }),
    };
    const live = await buildCustomer(desk, { site, shop: {} });
    const [onAir] = await tickets(1, { customer: live });
    const [urgent] = await tickets(1, { customer: await anonymous() });
    await desk.database.query(`UPDATE tickets SET priority = 'P0' WHERE id = $1`, [urgent?.ticketId]);
    await desk.database.transaction((tx) => desk.get(Queue).sync(tx, urgent?.ticketId ?? ''));
    expect(await Promise.all([urgent, first, onAir].map((one) => placeOf(one as BuiltTicket)))).toEqual([1, 2, 3]);
    expect(host.heard).toHaveLength(0);
    await begin();
    await desk.settle();
    expect(host.heard.length).toBeGreaterThan(0);
    expect(await placeOf(urgent as BuiltTicket)).toBe(1);
    const row = await desk.database.one('SELECT live FROM queue_items WHERE ticket_id = $1', [onAir?.ticketId]);
    expect(row).toEqual({ live: true });
    expect(await placeOf(onAir as BuiltTicket)).toBe(2);
    const asked = host.heard.length;
    await beat();
    expect(host.heard).toHaveLength(asked);
    host.answer = 'silence';
    const [later] = await tickets(1, { customer: await buildCustomer(desk, { site }) });
    await beat();
    expect(await placeOf(later as BuiltTicket)).toBe(4);
  }, 30_000);

  it('is seen by customers while it is on, in words that somebody wrote', async () => {
    expect(await desk.get(Surges).forCustomers()).toBeUndefined();
    const announcement = { 'zh-CN': '大促期间等待会久一些', en: 'Waits are longer today' };
    const surge = await begin({ announcement, botFirst: false });
    expect(await desk.get(Surges).forCustomers()).toEqual({ announcement, botFirst: false, callBackFirst: true });
    expect((await desk.http.get('/help/en').expect(200)).text).toContain(announcement.en);
    expect((await desk.http.get('/help/zh-CN/categories/account').expect(200)).text).toContain(announcement['zh-CN']);
    await admin.http.post(`/api/surges/${surge.id}/ending`).send({ version: surge.version }).expect(201);
    expect(await desk.get(Surges).forCustomers()).toBeUndefined();
    expect((await desk.http.get('/help/en').expect(200)).text).not.toContain(announcement.en);
    await begin({ announcement }, (await buildTeam(desk, { key: 'settlement' })).id);
    expect(await desk.get(Surges).forCustomers()).toBeUndefined();
  });
});
