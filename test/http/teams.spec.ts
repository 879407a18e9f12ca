import { Shifts } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltStaff, type BuiltTeam, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';

const NAME = { 'zh-CN': '直播保障', en: 'Live support' };

describe('administration of teams', () => {
  let desk: TestApp;
  let admin: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '管理员' }));
  });
  afterAll(() => desk.close());

  const fields = { name: NAME, leadId: null, dutyManagerId: null, memberIds: [], timeZone: 'Asia/Shanghai' };
  const lastOf = async (subjectId: string) =>
    (await admin.http.get('/api/audit').query({ subjectKind: 'team', subjectId }).expect(200)).body.items[0];

  it('makes a team, with who leads it, who manages the duty and who is in it', async () => {
    const [lead, member] = [await buildStaff(desk, { name: '组长' }), await buildStaff(desk, { name: '组员' })];
    const wanted = {
      ...fields,
      key: 'live',
      leadId: lead.id,
      dutyManagerId: lead.id,
      memberIds: [lead.id, member.id].sort(),
    };
    const { body } = await admin.http.post('/api/teams').send(wanted).expect(201);
    expect(body).toEqual({ ...wanted, id: expect.any(String), archived: false, version: 1 });
    expect((await lastOf(body.id)).changes).toMatchObject({
      lead: { after: '组长' },
      members: { after: ['组员', '组长'] },
    });
    const taken = await admin.http
      .post('/api/teams')
      .send({ ...fields, key: 'live' })
      .expect(400);
    expect(taken.body.errors).toEqual([{ path: 'key', message: 'taken' }]);
  });

  it('changes one thing and leaves the others, unless somebody was there in between', async () => {
    const member = await buildStaff(desk);
    const team = await buildTeam(desk);
    const edit = (body: object) => admin.http.patch(`/api/teams/${team.id}`).send(body);
    const { body } = await edit({ version: 1, memberIds: [member.id], timeZone: 'Europe/Berlin' }).expect(200);
    expect(body).toMatchObject({ name: team.name, memberIds: [member.id], timeZone: 'Europe/Berlin', version: 2 });
    expect((await edit({ version: 1, name: NAME }).expect(409)).body.code).toBe('conflict');
    await edit({ version: 2, name: NAME }).expect(200);
    const unchanged = await edit({ version: 3, name: NAME, memberIds: [member.id] }).expect(200);
    expect(unchanged.body.version).toBe(3);
    expect((await lastOf(team.id)).changes).toEqual({ name: { before: team.name, after: NAME } });
    const person = await admin.http.get(`/api/staff/${member.id}`).expect(200);
    expect(person.body).toMatchObject({ teamIds: [team.id], version: 2 });
  });

  it.each([
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['a zone that is none', { timeZone: "'; DROP TABLE teams" }, 'timeZone'],
    ['a lead who is nobody', { leadId: '0192f0a0-0000-7000-8000-000000000000' }, 'leadId'],
    ['a member who is nobody', { memberIds: ['0192f0a0-0000-7000-8000-000000000000'] }, 'memberIds'],
  ])('refuses %s', async (_, patch, path) => {
    const team = await buildTeam(desk);
    const { body } = await admin.http
      .patch(`/api/teams/${team.id}`)
      .send({ version: 1, ...patch })
      .expect(400);
    expect(body.errors[0].path).toBe(path);
    expect(body.code).toBe('invalid_input');
  });

  it('puts nobody disabled into a team or in charge, and keeps who is there', async () => {
    const gone = await buildStaff(desk);
    const team = await buildTeam(desk);
    await admin.http
      .patch(`/api/teams/${team.id}`)
      .send({ version: 1, memberIds: [gone.id] })
      .expect(200);
    await admin.http.put(`/api/staff/${gone.id}/disablement`).expect(200);
    await admin.http
      .patch(`/api/teams/${team.id}`)
      .send({ version: 2, memberIds: [gone.id], name: NAME })
      .expect(200);
    await admin.http.patch(`/api/teams/${team.id}`).send({ version: 3, leadId: gone.id }).expect(400);
    const other = await buildTeam(desk);
    await admin.http
      .patch(`/api/teams/${other.id}`)
      .send({ version: 1, memberIds: [gone.id] })
      .expect(400);
  });

  it('does not wait in a circle when a person and their team are edited at once', async () => {
    const team = await buildTeam(desk);
    const staff = await buildStaff(desk);
    for (let round = 0; round < 5; round += 1) {
      const { body: person } = await admin.http.get(`/api/staff/${staff.id}`);
      const { body: teams } = await admin.http.get('/api/teams/records');
      const { version } = teams.items.find(({ id }: { id: string }) => id === team.id);
      const flip = round % 2 === 0;
      const answers = await Promise.all([
        admin.http.patch(`/api/staff/${staff.id}`).send({ version: person.version, teamIds: flip ? [team.id] : [] }),
        admin.http.patch(`/api/teams/${team.id}`).send({ version, memberIds: flip ? [staff.id] : [] }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  });

  describe('an archived team', () => {
    it('is refused while it has open cases or categories point to it, and it says which', async () => {
      const frontline = await buildTeam(desk, { key: 'frontline' });
      const settlement = await buildTeam(desk, { key: 'settlement' });
      const ticket = await buildTicket(desk);
      const archive = (id: string) => admin.http.put(`/api/teams/${id}/archive`).set('accept-language', 'en');
      const busy = await archive(frontline.id).expect(409);
      expect(busy.body.code).toBe('in_use');
      expect(busy.body.detail).toContain(ticket.number);
      expect(busy.body.detail).toMatch(/without a category/);
      const target = await archive(settlement.id).expect(409);
      expect(target.body.detail).toMatch(/Earnings › .*send cases to it/i);
      await desk.database.query('DELETE FROM queue_items');
    });

    it('gets no case any more, shows no name in a choice, and comes back', async () => {
      const team = await buildTeam(desk);
      const { number } = await buildTicket(desk);
      const { body } = await admin.http.put(`/api/teams/${team.id}/archive`).expect(200);
      expect(body.archived).toBe(true);
      const give = () => admin.http.post(`/api/tickets/${number}/assignments`).send({ teamId: team.id });
      expect((await give().expect(400)).body.errors).toEqual([{ path: 'teamId', message: 'no such team' }]);
      const { body: teams } = await admin.http.get('/api/teams').expect(200);
      expect(teams.items).toContainEqual({ id: team.id, key: team.key, name: team.name, archived: true });
      const staff = await buildStaff(desk);
      await admin.http
        .patch(`/api/staff/${staff.id}`)
        .send({ version: 1, teamIds: [team.id] })
        .expect(400);
      await admin.http.delete(`/api/teams/${team.id}/archive`).expect(200);
      await give().expect(201);
      expect((await lastOf(team.id)).action).toBe('team.restored');
    });

    it('gives up what is opened again: it waits where new cases do, with nobody', async () => {
      const [first, team] = [await buildTeam(desk, { key: 'aaa' }), await buildTeam(desk)];
      await desk.database.query(`UPDATE teams SET key = 'former' WHERE key = 'frontline'`);
      const holder = await buildStaff(desk, { teams: [team] });
      const ticket = await buildTicket(desk);
      await admin.http.post(`/api/tickets/${ticket.number}/assignments`).send({ teamId: team.id }).expect(201);
      await desk.database.query(`UPDATE tickets SET assignee_id = $2, status = 'open' WHERE id = $1`, [
        ticket.ticketId,
        holder.id,
      ]);
      await admin.http.post(`/api/tickets/${ticket.number}/transitions`).send({ to: 'resolved' }).expect(201);
      await admin.http.put(`/api/teams/${team.id}/archive`).expect(200);
      await ticket.say('还是没有到账');
      await desk.settle();
      const { body } = await admin.http.get(`/api/tickets/${ticket.number}`).expect(200);
      expect([body.status, body.teamId, body.assigneeId]).toEqual(['open', first.id, undefined]);
      expect(
        await desk.database.one('SELECT team_id AS "teamId" FROM queue_items WHERE ticket_id = $1', [ticket.ticketId]),
      ).toEqual({ teamId: first.id });
      const { body: timeline } = await admin.http.get(`/api/tickets/${ticket.number}/timeline`).expect(200);
      expect(timeline.items).toContainEqual(
        expect.objectContaining({ kind: 'handed_over', data: expect.objectContaining({ because: 'team_archived' }) }),
      );
    });
  });

  it.each(['agent', 'supervisor'] as const)('is not for a %s', async (role) => {
    const team = await buildTeam(desk);
    const { http } = await signIn(desk, await buildStaff(desk, { role, teams: [team] }));
    for (const ask of [
      http.get('/api/teams/records'),
      http.post('/api/teams').send({ ...fields, key: 'mine' }),
      http.patch(`/api/teams/${team.id}`).send({ version: 1, name: NAME }),
      http.put(`/api/teams/${team.id}/archive`),
      http.delete(`/api/teams/${team.id}/archive`),
    ]) {
      const answer = await ask;
      expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    }
  });
});

describe('the shift table', () => {
  let desk: TestApp;
  let admin: SignedIn;
  let team: BuiltTeam;
  let [anna, bert]: BuiltStaff[] = [];
  beforeAll(async () => {
    desk = await startTestApp();
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
  });
  beforeEach(async () => {
    team = await buildTeam(desk);
    anna = await buildStaff(desk, { name: '安娜', teams: [team] });
    bert = await buildStaff(desk, { name: '伯特', teams: [team] });
  });
  afterAll(() => desk.close());

  const zone = (timeZone: string) =>
    desk.database.query('UPDATE teams SET time_zone = $1 WHERE id = $2', [timeZone, team.id]);
  const add = (who: BuiltStaff | undefined, starts: string, ends: string, http = admin.http) =>
    http.post(`/api/teams/${team.id}/shifts`).send({ staffId: who?.id, starts, ends });
  const week = async (from: string, until: string) =>
    (await admin.http.get(`/api/teams/${team.id}/shifts`).query({ from, until }).expect(200)).body.items.map(
      ({ staffName, starts, ends }: Record<string, string>) => `${staffName} ${starts} ${ends}`,
    );
  const onDuty = async (at: string) =>
    (await desk.get(Shifts).onDuty(team.id, new Date(at))).map(({ name, as }) => `${name} ${as}`);

  it('says who is on duty, from the first moment to the last, else the duty manager', async () => {
    const manager = await buildStaff(desk, { name: '值班经理' });
    await desk.database.query('UPDATE teams SET duty_manager_id = $1 WHERE id = $2', [manager.id, team.id]);
    await add(anna, '2026-11-20T22:00', '2026-11-21T06:00').expect(201);
    await add(bert, '2026-11-21T02:00', '2026-11-21T10:00').expect(201);
    // Shanghai is eight hours ahead.
    expect(await onDuty('2026-11-20T13:59:59.999Z')).toEqual(['值班经理 duty_manager']);
    expect(await onDuty('2026-11-20T14:00:00Z')).toEqual(['安娜 shift']);
    expect(await onDuty('2026-11-20T20:00:00Z')).toEqual(['安娜 shift', '伯特 shift']);
    expect(await onDuty('2026-11-20T22:00:00Z')).toEqual(['伯特 shift']);
    expect(await onDuty('2026-11-21T02:00:00Z')).toEqual(['值班经理 duty_manager']);
    await admin.http.put(`/api/staff/${bert?.id}/disablement`).expect(200);
    expect(await onDuty('2026-11-20T22:00:00Z')).toEqual(['值班经理 duty_manager']);
    await admin.http.put(`/api/staff/${manager.id}/disablement`).expect(200);
    expect(await onDuty('2026-11-20T22:00:00Z')).toEqual([]);
  });

  it('refuses what has no length, goes backwards, takes more than a day, or is no time at all', async () => {
    for (const [starts, ends] of [
      ['2026-11-20T09:00', '2026-11-20T09:00'],
      ['2026-11-20T09:00', '2026-11-20T08:00'],
      ['2026-11-20T09:00', '2026-11-21T11:00'],
      ['2026-02-30T09:00', '2026-02-30T17:00'],
      ['2026-11-20T25:00', '2026-11-20T26:00'],
      ['2026-11-20T09:00Z', '2026-11-20T17:00Z'],
    ] as const)
      expect((await add(anna, starts, ends).expect(400)).body.code).toBe('invalid_input');
    expect(await week('2026-11-16', '2026-11-23')).toEqual([]);
    const stranger = await buildStaff(desk);
    expect((await add(stranger, '2026-11-20T09:00', '2026-11-20T17:00').expect(400)).body.errors[0].path).toBe(
      'staffId',
    );
  });

  it('keeps a shift once, however often it is sent, and lets it go', async () => {
    const [one, two] = await Promise.all([
      add(anna, '2026-11-20T09:00', '2026-11-20T17:00'),
      add(anna, '2026-11-20T09:00', '2026-11-20T17:00'),
    ]);
    expect(one.body.id).toBe(two.body.id);
    await admin.http.delete(`/api/teams/${team.id}/shifts/${one.body.id}`).expect(204);
    await admin.http.delete(`/api/teams/${team.id}/shifts/${one.body.id}`).expect(404);
    const { body } = await admin.http.get('/api/audit').query({ subjectKind: 'shift', subjectId: one.body.id });
    expect(body.items.map((line: { action: string }) => line.action)).toEqual(['shift.removed', 'shift.created']);
  });

  it('keeps the hours of the clock when clocks change', async () => {
    await zone('Europe/Berlin');
    // Clocks go forward on 29 March 2026 at 02:00, and back on 25 October at 03:00.
    const { body } = await add(anna, '2026-03-28T22:00', '2026-03-29T06:00').expect(201);
    expect([body.startsAt, body.endsAt]).toEqual(['2026-03-28T21:00:00.000Z', '2026-03-29T04:00:00.000Z']);
    await add(bert, '2026-10-24T00:00', '2026-10-25T00:00').expect(201);
    const whole = await add(bert, '2026-10-25T00:00', '2026-10-26T00:00').expect(201);
    expect(Date.parse(whole.body.endsAt) - Date.parse(whole.body.startsAt)).toBe(25 * 3_600_000);
    // An hour that does not exist has no length.
    await add(anna, '2026-03-29T02:30', '2026-03-29T03:30').expect(400);
  });

  it('copies a week at the same hours, across a change of clocks, without doubling what is there', async () => {
    await zone('Europe/Berlin');
    await add(anna, '2026-03-23T09:00', '2026-03-23T17:00').expect(201);
    await add(bert, '2026-03-29T22:00', '2026-03-30T06:00').expect(201);
    await add(anna, '2026-03-30T09:00', '2026-03-30T17:00').expect(201);
    const copy = () =>
      admin.http.post(`/api/teams/${team.id}/shift-copies`).send({ from: '2026-03-23', to: '2026-03-30' });
    expect((await copy().expect(201)).body).toEqual({ copied: 1 });
    expect((await copy().expect(201)).body).toEqual({ copied: 0 });
    expect(await week('2026-03-30', '2026-04-06')).toEqual([
      '伯特 2026-03-29T22:00 2026-03-30T06:00',
      '安娜 2026-03-30T09:00 2026-03-30T17:00',
      '伯特 2026-04-05T22:00 2026-04-06T06:00',
    ]);
  });

  it('is read by the team, written by its supervisors, and hidden from others', async () => {
    const other = await buildTeam(desk);
    const as = async (role: 'agent' | 'supervisor', of: BuiltTeam) =>
      (await signIn(desk, await buildStaff(desk, { role, teams: [of] }))).http;
    const read = (http: SignedIn['http']) =>
      http.get(`/api/teams/${team.id}/shifts`).query({ from: '2026-11-16', until: '2026-11-23' });
    const [agent, supervisor, stranger] = [
      await as('agent', team),
      await as('supervisor', team),
      await as('supervisor', other),
    ];
    await read(agent).expect(200);
    await agent.get(`/api/teams/${team.id}/on-duty`).expect(200);
    await add(anna, '2026-11-20T09:00', '2026-11-20T17:00', agent).expect(403);
    const { body } = await add(anna, '2026-11-20T09:00', '2026-11-20T17:00', supervisor).expect(201);
    await agent.delete(`/api/teams/${team.id}/shifts/${body.id}`).expect(403);
    await stranger.delete(`/api/teams/${team.id}/shifts/${body.id}`).expect(403);
    await read(stranger).expect(403);
    await stranger.get(`/api/teams/${team.id}/on-duty`).expect(403);
    await stranger
      .post(`/api/teams/${team.id}/shift-copies`)
      .send({ from: '2026-11-16', to: '2026-11-23' })
      .expect(403);
    await supervisor.delete(`/api/teams/${team.id}/shifts/${body.id}`).expect(204);
    await read(supervisor).query({ from: '2026-01-01', until: '2026-12-31' }).expect(400);
  });
});
