import type { Presence } from '../../src/contract/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { Presences } from '../../src/routing/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectAgent } from '../support/clients.js';
import { createTestDatabase } from '../support/database.js';
import { type BuiltStaff, type BuiltTeam, buildSite, buildStaff, buildTeam, signIn } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';
import { until } from '../support/until.js';

describe('presence', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let chen: BuiltStaff;
  beforeAll(async () => {
    desk = await startTestApp();
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    team = await buildTeam(desk);
    chen = await buildStaff(desk, { name: '陈小北', teams: [team] });
  });

  const rowOf = async (staff: BuiltStaff) =>
    await desk.database.one<{ presence: Presence; because: string; lastActiveAt: Date; lastSeenAt: Date }>(
      `SELECT presence, because, last_active_at AS "lastActiveAt", last_seen_at AS "lastSeenAt"
       FROM presences WHERE staff_id = $1`,
      [staff.id],
    );

  it('is offline until somebody says otherwise, and says since when, why, and what they hold', async () => {
    const { http } = await signIn(desk, chen);
    const before = await http.get('/api/presences/current').expect(200);
    expect(before.body).toEqual({
      presence: 'offline',
      pausedKinds: [],
      because: 'self',
      holding: { inHand: 0, waitingForAnswer: 0 },
    });
    await buildTeam(desk, { key: 'frontline' });
    const site = await buildSite(desk);
    const [asks, answered] = [await buildTicket(desk, { site }), await buildTicket(desk, { site })];
    for (const { ticketId } of [asks, answered])
      await desk.database.query(`UPDATE tickets SET assignee_id = $2, team_id = $3, status = 'open' WHERE id = $1`, [
        ticketId,
        chen.id,
        team.id,
      ]);
    await desk.database.query('UPDATE conversations SET awaiting_reply_since = NULL WHERE id = $1', [
      answered.conversationId,
    ]);
    const { body } = await http.put('/api/presences/current').send({ presence: 'online', pausedKinds: ['phone'] });
    expect(body).toEqual({
      presence: 'online',
      pausedKinds: ['phone'],
      since: expect.any(String),
      because: 'self',
      holding: { inHand: 2, waitingForAnswer: 1 },
    });
    const again = await http.put('/api/presences/current').send({ presence: 'busy' });
    expect(again.body).toMatchObject({ presence: 'busy', pausedKinds: ['phone'] });
    await http
      .put('/api/presences/current')
      .send({ presence: 'online', pausedKinds: ['fax'] })
      .expect(400);
  });

  it('lets the last word stand of somebody who speaks twenty times a second in two tabs, and tells it few times', async () => {
    const session = await signIn(desk, chen);
    const colleague = await connectAgent(desk, await signIn(desk, await buildStaff(desk, { teams: [team] })));
    const tabs = [await connectAgent(desk, session), await connectAgent(desk, session)];
    const flips = 60;
    const acks: Promise<unknown>[] = [];
    const begun = performance.now();
    for (let turn = 0; turn < flips; turn += 1)
      acks.push(
        (tabs[turn % 2] as (typeof tabs)[0]).call('presence.set', { presence: turn % 2 ? 'offline' : 'online' }),
      );
    await Promise.all(acks);
    await tabs[1]?.call('presence.set', { presence: 'busy' });
    const seconds = (performance.now() - begun) / 1_000;
    expect(await rowOf(chen)).toMatchObject({ presence: 'busy', because: 'self' });
    await colleague.heard('presence.changed', ({ presence }) => presence === 'busy');
    expect(colleague.of('presence.changed').length).toBeLessThanOrEqual(2 + Math.ceil(seconds * 4));
    for (const client of [...tabs, colleague]) client.close();
  });

  it('is set by a supervisor of one of their teams: audited, and they see whose word it was', async () => {
    const lin = await buildStaff(desk, { name: '林主管', role: 'supervisor', teams: [team] });
    const { http } = await signIn(desk, lin);
    const console_ = await connectAgent(desk, await signIn(desk, chen));
    await console_.call('presence.set', { presence: 'online' });
    const { body } = await http.put(`/api/staff/${chen.id}/presence`).send({ presence: 'busy' }).expect(200);
    expect(body).toMatchObject({ presence: 'busy', because: 'supervisor', setBy: '林主管' });
    await console_.heard(
      'presence.changed',
      ({ staffId, setBy, because }) => staffId === chen.id && setBy === '林主管' && because === 'supervisor',
    );
    const audited = await desk.database.query(
      `SELECT actor_name, changes FROM audit_records WHERE action = 'staff.presence_set' AND subject_id = $1`,
      [chen.id],
    );
    expect(audited).toEqual([{ actor_name: '林主管', changes: { presence: { before: 'online', after: 'busy' } } }]);
    await http.put(`/api/staff/${chen.id}/presence`).send({ presence: 'online' }).expect(200);
    await console_.call('presence.set', { presence: 'online' });
    expect(await rowOf(chen)).toMatchObject({ presence: 'online', because: 'self' });
    console_.close();
  });

  it('is nobody else’s to set, and nobody is put online who is not there', async () => {
    const put = async (staff: BuiltStaff, id: string, presence: string) =>
      (await (await signIn(desk, staff)).http.put(`/api/staff/${id}/presence`).send({ presence })).body.code;
    const agent = await buildStaff(desk, { teams: [team] });
    const stranger = await buildStaff(desk, { role: 'supervisor', teams: [await buildTeam(desk)] });
    const lin = await buildStaff(desk, { role: 'supervisor', teams: [team] });
    const admin = await buildStaff(desk, { role: 'admin' });
    expect(await put(agent, chen.id, 'offline')).toBe('forbidden');
    expect(await put(stranger, chen.id, 'offline')).toBe('forbidden');
    expect(await put(lin, newId(), 'offline')).toBe('not_found');
    expect(await put(lin, chen.id, 'online')).toBe('person_away');
    expect(await rowOf(chen)).toBeUndefined();
    expect(await put(admin, chen.id, 'offline')).toBeUndefined();
    await desk.database.query('UPDATE staff SET disabled_at = desk_now() WHERE id = $1', [chen.id]);
    expect(await put(admin, chen.id, 'busy')).toBe('not_found');
  });

  it('is held while any console of theirs is open on any server, and lost three minutes after the last', async () => {
    await desk.get(Presences).set(chen.id, 'online');
    await desk.clock.advance(120_000);
    await desk.get(Presences).seen([chen.id]);
    await desk.clock.advance(120_000);
    expect(await desk.get(Presences).letGo()).not.toContain(chen.id);
    await desk.clock.advance(70_000);
    expect(await desk.get(Presences).letGo()).toContain(chen.id);
    expect(await rowOf(chen)).toMatchObject({ presence: 'offline', because: 'lost' });
    // A console that comes back does not speak for its person.
    await desk.get(Presences).seen([chen.id]);
    expect(await rowOf(chen)).toMatchObject({ presence: 'offline' });
  });

  it('knows when somebody last did something: what they write and change, not what their screen reads', async () => {
    const session = await signIn(desk, chen);
    await desk.get(Presences).set(chen.id, 'online');
    const { lastActiveAt: before } = (await rowOf(chen)) as { lastActiveAt: Date };
    await desk.clock.advance(60_000);
    const tab = await connectAgent(desk, session);
    await tab.call('time.ask', {});
    await session.http.get('/api/tickets?list=mine').expect(200);
    await desk.get(Presences).seen([chen.id]);
    expect((await rowOf(chen))?.lastActiveAt).toEqual(before);
    await tab.ask('typing', { conversationId: newId(), isTyping: true });
    await desk.get(Presences).seen([]);
    expect((await rowOf(chen))?.lastActiveAt.getTime()).toBeGreaterThan(before.getTime() + 50_000);
    await desk.clock.advance(60_000);
    await session.http.post('/api/notices/reads').send({ upTo: newId() });
    await desk.get(Presences).seen([]);
    expect((await rowOf(chen))?.lastActiveAt.getTime()).toBeGreaterThan(before.getTime() + 110_000);
    tab.close();
  });

  it('shows a team with shifts in its own time zone, load and capacity: on shift and not here, here and off shift', async () => {
    await desk.database.query(`UPDATE teams SET time_zone = 'America/New_York' WHERE id = $1`, [team.id]);
    const lin = await buildStaff(desk, { name: '林', teams: [team] });
    const { http } = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    const wall = (at: Date) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York', dateStyle: 'short', timeStyle: 'short' })
        .format(at)
        .replace(' ', 'T');
    const now = await desk.database.now();
    const hour = (hours: number) => wall(new Date(now.getTime() + hours * 3_600_000));
    await http
      .post(`/api/teams/${team.id}/shifts`)
      .send({ staffId: lin.id, starts: hour(-2), ends: hour(2) })
      .expect(201);
    await http
      .post(`/api/teams/${team.id}/shifts`)
      .send({ staffId: chen.id, starts: hour(3), ends: hour(5) })
      .expect(201);
    await desk.get(Presences).set(chen.id, 'online', ['email']);
    const { body } = await http.get('/api/wall-board').query({ teamId: team.id }).expect(200);
    const shown = (of: { id: string }) => body.people.find(({ id }: { id: string }) => id === of.id);
    expect(shown(chen)).toMatchObject({
      name: '陈小北',
      presence: 'online',
      pausedKinds: ['email'],
      since: expect.any(String),
      lastActiveAt: expect.any(String),
      onShift: false,
      load: 0,
      capacity: 5,
    });
    expect(shown(lin)).toMatchObject({ presence: 'offline', onShift: true });
  });
});

describe('presence over servers', () => {
  it('survives a restart, and two servers agree', async () => {
    const database = await createTestDatabase();
    const first = await startTestApp({ database });
    const second = await startTestApp({ database });
    const chen = await buildStaff(first, { teams: [await buildTeam(first)] });
    try {
      await first.get(Presences).set(chen.id, 'online');
      await second.get(Presences).set(chen.id, 'busy');
      expect(await first.get(Presences).of(chen.id)).toBe('busy');
    } finally {
      await first.close();
      await second.close();
    }
    const third = await startTestApp({ database });
    try {
      const tab = await connectAgent(third, await signIn(third, chen));
      await until(async () => (await third.get(Presences).of(chen.id)) === 'busy', 'the word of before');
      tab.close();
    } finally {
      await third.close();
      await database.drop();
    }
  });
});
