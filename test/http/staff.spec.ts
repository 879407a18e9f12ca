import { StaffAdministration } from '../../src/people/index.js';
import { Presences, Reconciler } from '../../src/routing/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltStaff, buildStaff, buildTeam, PASSWORD, type SignedIn, signIn } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';

const HOUR = 60 * 60 * 1_000;
const NEW_PASSWORD = 'a brand new password';

describe('administration of staff', () => {
  let desk: TestApp;
  let admin: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '管理员' }));
  });
  afterAll(() => desk.close());

  const tokenOf = (link: { url: string }) => link.url.slice(link.url.indexOf('#') + 1);
  const look = (token: string) => desk.http.post('/api/staff-links/lookups').send({ token });
  const accept = (token: string, more: object = {}) =>
    desk.http
      .post('/api/staff-links/acceptances')
      .send({ token, password: NEW_PASSWORD, name: '新同事', locale: 'zh-CN', ...more });
  const login = (email: string, password: string) => desk.http.post('/api/sessions').send({ email, password });
  const invite = async (email: string, more: object = {}) =>
    (
      await admin.http
        .post('/api/staff')
        .send({ email, role: 'agent', locale: 'zh-CN', teamIds: [], ...more })
        .expect(201)
    ).body;
  const auditOf = async (subjectId: string, subjectKind = 'staff') =>
    (await admin.http.get('/api/audit').query({ subjectKind, subjectId }).expect(200)).body.items;

  describe('an invitation', () => {
    it('leads to a place in the console, by a link that works once', async () => {
      const team = await buildTeam(desk);
      const { staff, link } = await invite('Fresh@Porchlight.example', { teamIds: [team.id], role: 'supervisor' });
      expect(staff).toMatchObject({
        email: 'fresh@porchlight.example',
        name: 'fresh',
        role: 'supervisor',
        state: 'invited',
        teamIds: [team.id],
        link: { purpose: 'invitation', expiresAt: link.expiresAt },
      });
      expect(link.url).toMatch(/\/console\/welcome#[\w-]{43}$/);
      const seen = await look(tokenOf(link)).expect(200);
      expect(seen.body).toMatchObject({ purpose: 'invitation', email: 'fresh@porchlight.example' });
      await login('fresh@porchlight.example', NEW_PASSWORD).expect(401);
      const joined = await accept(tokenOf(link)).expect(201);
      expect(joined.body).toEqual({ email: 'fresh@porchlight.example' });
      const signedIn = await login('fresh@porchlight.example', NEW_PASSWORD).expect(201);
      expect(signedIn.body.staff).toMatchObject({ name: '新同事', role: 'supervisor', teamIds: [team.id] });
      const again = await accept(tokenOf(link), { password: 'another long password' }).expect(410);
      expect(again.body.code).toBe('link_invalid');
      await look(tokenOf(link)).expect(410);
      await login('fresh@porchlight.example', NEW_PASSWORD).expect(201);
      expect((await auditOf(staff.id)).map((row: { action: string }) => row.action)).toEqual([
        'staff.joined',
        'staff.invited',
      ]);
    });

    it('is used by one of two who use it at once', async () => {
      const { link } = await invite('twice@porchlight.example');
      const answers = await Promise.all([accept(tokenOf(link)), accept(tokenOf(link))]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
    });

    it('ends after 72 hours, and when another is made', async () => {
      const { staff, link } = await invite('late@porchlight.example');
      const { body: second } = await admin.http.post(`/api/staff/${staff.id}/links`).expect(201);
      await accept(tokenOf(link)).expect(410);
      await desk.clock.advance(73 * HOUR);
      admin = await signIn(desk, { id: admin.principal.staffId });
      await accept(tokenOf(second)).expect(410);
      const { body } = await admin.http.get(`/api/staff/${staff.id}`).expect(200);
      expect(body.link).toBeUndefined();
      const { body: third } = await admin.http.post(`/api/staff/${staff.id}/links`).expect(201);
      expect(third.purpose).toBe('invitation');
      await accept(tokenOf(third)).expect(201);
    });

    it('is refused to who has a place already, with what to do instead', async () => {
      const staff = await buildStaff(desk);
      const refused = await admin.http
        .post('/api/staff')
        .set('accept-language', 'en')
        .send({ email: staff.email.toUpperCase(), role: 'agent', locale: 'en', teamIds: [] })
        .expect(400);
      expect(refused.body).toMatchObject({ code: 'invalid_input', errors: [{ path: 'email', message: 'taken' }] });
      expect(refused.body.detail).toMatch(/has an account already/);
    });

    it('takes no password that is short, known to all, or one letter over and over', async () => {
      const { link } = await invite('careless@porchlight.example');
      for (const password of ['short', 'porchlight-demo', 'aaaaaaaaaaaaaaaa'])
        expect((await accept(tokenOf(link), { password }).expect(400)).body.code).toBe('invalid_input');
      await look(tokenOf(link)).expect(200);
    });

    it('stores nothing that opens', async () => {
      const { staff, link } = await invite('secret@porchlight.example');
      const [row] = await desk.database.query<{ all: string }>(
        `SELECT (SELECT string_agg(l::text, ' ') FROM staff_links l) || (SELECT string_agg(a::text, ' ') FROM audit_records a) AS all`,
      );
      expect(row?.all).toContain(staff.id);
      expect(row?.all).not.toContain(tokenOf(link));
      expect(row?.all).not.toContain(Buffer.from(tokenOf(link)).toString('hex'));
    });
  });

  describe('the list', () => {
    it('finds by name, address, role, team and state, page by page', async () => {
      const team = await buildTeam(desk);
      const anna = await buildStaff(desk, { name: '搜索甲', teams: [team] });
      const bert = await buildStaff(desk, {
        name: '搜索乙',
        role: 'supervisor',
        email: 'bert.find@porchlight.example',
      });
      const gone = await buildStaff(desk, { name: '搜索丙' });
      await admin.http.put(`/api/staff/${gone.id}/disablement`).expect(200);
      const ids = async (query: object) =>
        (await admin.http.get('/api/staff').query(query).expect(200)).body.items.map(({ id }: { id: string }) => id);
      expect((await ids({ search: '搜索' })).sort()).toEqual([anna.id, bert.id, gone.id].sort());
      expect(await ids({ search: 'BERT.find' })).toEqual([bert.id]);
      expect(await ids({ search: '搜索', role: 'supervisor' })).toEqual([bert.id]);
      expect(await ids({ teamId: team.id })).toEqual([anna.id]);
      expect(await ids({ search: '搜索', state: 'disabled' })).toEqual([gone.id]);
      expect(await ids({ search: '100%_' })).toEqual([]);
      const first = await admin.http.get('/api/staff').query({ search: '搜索', limit: 2 }).expect(200);
      const rest = await ids({ search: '搜索', limit: 2, cursor: first.body.nextCursor });
      expect(first.body.items).toHaveLength(2);
      expect(rest).toHaveLength(1);
    });

    it.each(['agent', 'supervisor'] as const)('and everything else is not for a %s', async (role) => {
      const other = await signIn(desk, await buildStaff(desk, { role }));
      const target = await buildStaff(desk);
      const asks = [
        other.http.get('/api/staff'),
        other.http.get(`/api/staff/${target.id}`),
        other.http.post('/api/staff').send({ email: 'x@y.example', role: 'admin', locale: 'en', teamIds: [] }),
        other.http.patch(`/api/staff/${other.principal.staffId}`).send({ version: 1, role: 'admin' }),
        other.http.put(`/api/staff/${target.id}/disablement`),
        other.http.delete(`/api/staff/${target.id}/disablement`),
        other.http.post(`/api/staff/${target.id}/links`),
        other.http.delete(`/api/staff/${target.id}/sessions`),
        other.http.delete(`/api/staff/${target.id}/second-factor`),
        other.http.get(`/api/staff/${target.id}/profile`),
        other.http.put(`/api/staff/${target.id}/profile`).send({ version: 1, capacity: 9, kindLimits: {}, skills: {} }),
      ];
      for (const answer of await Promise.all(asks))
        expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    });
  });

  describe('an edit', () => {
    it('says in the audit log what was changed to what', async () => {
      const [from, to] = [await buildTeam(desk), await buildTeam(desk)];
      const staff = await buildStaff(desk, { name: '改名前', teams: [from] });
      const { body } = await admin.http
        .patch(`/api/staff/${staff.id}`)
        .send({ version: 1, name: '改名后', role: 'supervisor', teamIds: [to.id] })
        .expect(200);
      expect(body).toMatchObject({ name: '改名后', role: 'supervisor', teamIds: [to.id], version: 2 });
      const [line] = await auditOf(staff.id);
      expect(line).toMatchObject({
        action: 'staff.updated',
        actor: { id: admin.principal.staffId },
        changes: {
          name: { before: '改名前', after: '改名后' },
          role: { before: 'agent', after: 'supervisor' },
          teams: { before: [from.key], after: [to.key] },
        },
      });
    });

    it('does not overwrite what another administrator has just changed, nor the form of the team', async () => {
      const team = await buildTeam(desk);
      const staff = await buildStaff(desk);
      const edit = (patch: object) => admin.http.patch(`/api/staff/${staff.id}`).send({ version: 1, ...patch });
      const answers = await Promise.all([edit({ name: '甲', teamIds: [team.id] }), edit({ name: '乙' })]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const fresh = await buildStaff(desk);
      await admin.http
        .patch(`/api/staff/${fresh.id}`)
        .send({ version: 1, teamIds: [team.id] })
        .expect(200);
      const stale = await admin.http.patch(`/api/teams/${team.id}`).send({ version: 1, memberIds: [] }).expect(409);
      expect(stale.body.code).toBe('conflict');
    });

    it('of teams that are not there changes nothing', async () => {
      const staff = await buildStaff(desk);
      await admin.http
        .patch(`/api/staff/${staff.id}`)
        .send({ version: 1, name: '变', teamIds: [staff.id] })
        .expect(400);
      const { body } = await admin.http.get(`/api/staff/${staff.id}`).expect(200);
      expect(body).toMatchObject({ name: staff.name, version: 1 });
    });

    it('of the profile gives room and skills', async () => {
      const staff = await buildStaff(desk);
      const { body } = await admin.http.get(`/api/staff/${staff.id}/profile`).expect(200);
      expect(body).toEqual({ capacity: 5, load: 0, kindLimits: {}, kindLoads: {}, skills: {}, version: 1 });
      const skills = { 'language:en': 80, 'category:earnings': 90 };
      const wanted = { version: 1, capacity: 8, kindLimits: { chat: 4 }, skills };
      const edited = await admin.http.put(`/api/staff/${staff.id}/profile`).send(wanted).expect(200);
      expect(edited.body).toEqual({ capacity: 8, load: 0, kindLimits: { chat: 4 }, kindLoads: {}, skills, version: 2 });
      await admin.http.put(`/api/staff/${staff.id}/profile`).send(wanted).expect(409);
      expect((await auditOf(staff.id))[0]).toMatchObject({ changes: { capacity: { before: 5, after: 8 } } });
    });
  });

  describe('somebody disabled', () => {
    it('is out at once, everywhere, and comes back only by being enabled', async () => {
      const team = await buildTeam(desk, { leadId: admin.principal.staffId });
      const staff = await buildStaff(desk, { teams: [team] });
      await desk.database.query('UPDATE teams SET lead_id = $1, duty_manager_id = $1 WHERE id = $2', [
        staff.id,
        team.id,
      ]);
      const session = await signIn(desk, staff);
      const { body: link } = await admin.http.post(`/api/staff/${staff.id}/links`).expect(201);
      const { body } = await admin.http.put(`/api/staff/${staff.id}/disablement`).expect(200);
      expect(body.state).toBe('disabled');
      await session.http.get('/api/sessions/current').expect(401);
      await login(staff.email, PASSWORD).expect(401);
      await accept(tokenOf(link)).expect(410);
      const refused = await admin.http.post(`/api/staff/${staff.id}/links`).expect(403);
      expect(refused.body.detail).toMatch(/启用/);
      const { body: teams } = await admin.http.get('/api/teams/records').expect(200);
      const led = teams.items.find(({ id }: { id: string }) => id === team.id);
      expect([led.leadId, led.dutyManagerId]).toEqual([undefined, undefined]);
      expect((await auditOf(team.id, 'team'))[0]).toMatchObject({
        action: 'team.updated',
        subject: { label: led.name['zh-CN'] },
        changes: { lead: { before: staff.name }, dutyManager: { before: staff.name } },
      });
      await admin.http.delete(`/api/staff/${staff.id}/disablement`).expect(200);
      await session.http.get('/api/sessions/current').expect(401);
      await login(staff.email, PASSWORD).expect(201);
      expect((await auditOf(staff.id)).map((row: { action: string }) => row.action)).toEqual([
        'staff.enabled',
        'staff.disabled',
        'staff.password_link_issued',
      ]);
    });

    it('leaves open cases to the queue of the team, and the timeline says why', async () => {
      const team = await buildTeam(desk, { key: 'frontline' });
      const staff = await buildStaff(desk, { teams: [team] });
      const colleague = await signIn(desk, await buildStaff(desk, { teams: [team] }));
      const [open, held, done] = [await buildTicket(desk), await buildTicket(desk), await buildTicket(desk)];
      await desk.get(Presences).set(staff.id, 'busy');
      const give = { teamId: team.id, staffId: staff.id };
      for (const { number } of [open, held, done])
        await colleague.http.post(`/api/tickets/${number}/assignments`).send(give).expect(201);
      await colleague.http.post(`/api/tickets/${held.number}/transitions`).send({ to: 'on_hold' }).expect(201);
      await colleague.http.post(`/api/tickets/${done.number}/transitions`).send({ to: 'resolved' }).expect(201);
      await desk.settle();
      await admin.http.put(`/api/staff/${staff.id}/disablement`).expect(200);
      await desk.settle();
      for (const { number } of [open, held]) {
        const { body: ticket } = await colleague.http.get(`/api/tickets/${number}`).expect(200);
        expect(ticket).toMatchObject({ status: 'open', teamId: team.id });
        expect(ticket.assigneeId).toBeUndefined();
        const { body: timeline } = await colleague.http.get(`/api/tickets/${number}/timeline`).expect(200);
        expect(timeline.items).toContainEqual(
          expect.objectContaining({
            kind: 'handed_over',
            data: expect.objectContaining({ because: 'assignee_disabled' }),
          }),
        );
      }
      const queued = await desk.database.query<{ id: string }>('SELECT ticket_id AS id FROM queue_items');
      expect(queued.map(({ id }) => id).sort()).toEqual([open.ticketId, held.ticketId].sort());
      const { body: resolved } = await colleague.http.get(`/api/tickets/${done.number}`).expect(200);
      expect(resolved.assigneeId).toBe(staff.id);
      await done.say('还是没有到账');
      await desk.settle();
      await desk.get(Reconciler).runOnce();
      await desk.settle();
      const { body: reopened } = await colleague.http.get(`/api/tickets/${done.number}`).expect(200);
      expect([reopened.status, reopened.assigneeId]).toEqual(['open', undefined]);
    });
  });

  describe('the last administrator', () => {
    let small: TestApp;
    let [first, second]: BuiltStaff[] = [];
    const as = async (who: BuiltStaff | undefined) => (await signIn(small, who as BuiltStaff)).http;
    beforeEach(async () => {
      small = await startTestApp();
      first = await buildStaff(small, { role: 'admin' });
      second = await buildStaff(small, { role: 'admin' });
    });
    afterEach(() => small.close());

    it('stays, though nobody disables or demotes themselves', async () => {
      const http = await as(first);
      const own = await http.put(`/api/staff/${first?.id}/disablement`).set('accept-language', 'en').expect(403);
      expect(own.body.detail).toMatch(/Nobody disables themselves/);
      await http.patch(`/api/staff/${first?.id}`).send({ version: 1, role: 'agent' }).expect(403);
      await http.patch(`/api/staff/${second?.id}`).send({ version: 1, role: 'agent' }).expect(200);
      await http.patch(`/api/staff/${first?.id}`).send({ version: 1, role: 'agent' }).expect(403);
      await http.patch(`/api/staff/${first?.id}`).send({ version: 1, name: '还是管理员' }).expect(200);
    });

    it('stays also when two disable each other at the same time', async () => {
      const [one, two] = [await as(first), await as(second)];
      const answers = await Promise.all([
        one.put(`/api/staff/${second?.id}/disablement`),
        two.put(`/api/staff/${first?.id}/disablement`),
      ]);
      const codes = answers.map(({ status }) => status).sort();
      expect(codes[0]).toBe(200);
      expect([401, 403]).toContain(codes[1]);
      const [row] = await small.database.query<{ admins: number }>(
        "SELECT count(*)::int AS admins FROM staff WHERE role = 'admin' AND disabled_at IS NULL",
      );
      expect(row?.admins).toBe(1);
    });

    it('is not somebody who is only invited', async () => {
      const http = await as(first);
      await http
        .post('/api/staff')
        .send({ email: 'third@porchlight.example', role: 'admin', locale: 'en', teamIds: [] })
        .expect(201);
      await http.put(`/api/staff/${second?.id}/disablement`).expect(200);
      const disabling = small.get(StaffAdministration).disable({ kind: 'system', name: 'test' }, first?.id ?? '');
      await expect(disabling).rejects.toMatchObject({ code: 'forbidden' });
    });
  });

  it('a password is set anew by a link, and all sessions end', async () => {
    const staff = await buildStaff(desk);
    const session = await signIn(desk, staff);
    const { body: link } = await admin.http.post(`/api/staff/${staff.id}/links`).expect(201);
    expect(link.purpose).toBe('password_reset');
    await session.http.get('/api/sessions/current').expect(200);
    await accept(tokenOf(link), { name: undefined }).expect(201);
    await session.http.get('/api/sessions/current').expect(401);
    await login(staff.email, PASSWORD).expect(401);
    const { body } = await login(staff.email, NEW_PASSWORD).expect(201);
    expect(body.staff.name).toBe(staff.name);
  });

  it('signs somebody out everywhere', async () => {
    const staff = await buildStaff(desk);
    const sessions = [await signIn(desk, staff), await signIn(desk, staff)];
    await admin.http.delete(`/api/staff/${staff.id}/sessions`).expect(204);
    for (const { http } of sessions) await http.get('/api/sessions/current').expect(401);
    await login(staff.email, PASSWORD).expect(201);
  });
});
