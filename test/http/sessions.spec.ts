import { DEMO_PASSWORD, Directory, StaffSessions } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildStaff, buildTeam, PASSWORD, signIn } from '../support/factories.js';

const HOUR = 60 * 60 * 1_000;

describe('staff sessions', () => {
  let desk: TestApp;
  beforeAll(async () => {
    desk = await startTestApp();
  });
  afterAll(() => desk.close());

  const cookieOf = (answer: { headers: Record<string, string> }) =>
    String(([] as string[]).concat(answer.headers['set-cookie'] ?? [])[0]);
  const login = (email: string, password = PASSWORD) => desk.http.post('/api/sessions').send({ email, password });

  it('lets the right person in, tells who they are, and lets them out', async () => {
    const team = await buildTeam(desk);
    const staff = await buildStaff(desk, { name: '陈静', teams: [team] });
    const answer = await login(staff.email.toUpperCase()).expect(201);
    expect(answer.body).toEqual({
      staff: { id: staff.id, name: '陈静', email: staff.email, role: 'agent', locale: 'zh-CN', teamIds: [team.id] },
    });
    const cookie = cookieOf(answer);
    expect(cookie).toMatch(/^porchlight=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
    const current = await desk.http.get('/api/sessions/current').set('cookie', cookie).expect(200);
    expect(current.body).toEqual(answer.body);
    const out = await desk.http.delete('/api/sessions/current').set('cookie', cookie).expect(204);
    expect(cookieOf(out)).toMatch(/^porchlight=; Max-Age=0; Path=\/; Expires=Thu, 01 Jan 1970/);
    await desk.http.get('/api/sessions/current').set('cookie', cookie).expect(401);
  });

  it('stores no token that would open anything', async () => {
    const staff = await buildStaff(desk);
    const { cookie } = await signIn(desk, staff);
    const [row] = await desk.database.query<{ all: string }>(
      'SELECT string_agg(s::text, $1) AS all FROM staff_sessions s',
      [' '],
    );
    expect(row?.all).not.toContain(cookie.split('=')[1]);
  });

  it('answers unknown, mistyped and disabled alike', async () => {
    const staff = await buildStaff(desk);
    const disabled = await buildStaff(desk);
    await desk.database.query('UPDATE staff SET disabled_at = desk_now() WHERE id = $1', [disabled.id]);
    const answers = [
      await login('nobody@porchlight.example'),
      await login(staff.email, 'wrong'),
      await login(disabled.email),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect({ ...answer.body, requestId: '' }).toEqual({ ...answers[0]?.body, requestId: '' });
      expect(answer.body.code).toBe('wrong_credentials');
    }
  });

  it('counts a whole IPv6 network as one address, of which everybody has billions', async () => {
    const sessions = desk.get(StaffSessions);
    const guess = (n: number) =>
      sessions.signIn(
        { email: `nobody-${n}@example.com`, password: 'guess' },
        { address: `2001:db8:0:1::${n.toString(16)}`, userAgent: '' },
      );
    for (let n = 1; n <= 100; n += 1) await expect(guess(n)).rejects.toMatchObject({ code: 'wrong_credentials' });
    await expect(guess(101)).rejects.toMatchObject({ code: 'too_many_requests' });
  });

  it('stops guessing at one account, whatever the password then is', async () => {
    const staff = await buildStaff(desk);
    for (let guess = 0; guess < 10; guess += 1) await login(staff.email, `guess ${guess}`).expect(401);
    const refused = await login(staff.email).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body).toMatchObject({ code: 'too_many_requests', retryAfter: expect.any(Number) });
  });

  it('forgets the slips of who then gets it right', async () => {
    const staff = await buildStaff(desk);
    for (let round = 0; round < 2; round += 1) {
      for (let slip = 0; slip < 6; slip += 1) await login(staff.email, 'slip').expect(401);
      await login(staff.email).expect(201);
    }
  });

  it('takes the password of the demo in a demo alone', async () => {
    const person = { email: 'chen@porchlight.example', name: '陈静', role: 'agent', locale: 'zh-CN' } as const;
    const hire = (to: TestApp) => to.get(Directory).hire({ ...person, password: DEMO_PASSWORD, teamIds: [] });
    await hire(desk);
    await login(person.email, DEMO_PASSWORD).expect(401);
    const demo = await startTestApp({ env: { DEMO: 'true' } });
    await hire(demo);
    await demo.http.post('/api/sessions').send({ email: person.email, password: DEMO_PASSWORD }).expect(201);
    await demo.close();
  });

  it('ends the earlier session of a browser that signs in again', async () => {
    const staff = await buildStaff(desk);
    const { cookie } = await signIn(desk, staff);
    const again = await login(staff.email).set('cookie', cookie).expect(201);
    await desk.http.get('/api/sessions/current').set('cookie', cookie).expect(401);
    await desk.http.get('/api/sessions/current').set('cookie', cookieOf(again)).expect(200);
  });

  it('ends after twelve idle hours and after seven busy days', async () => {
    const idle = await signIn(desk, await buildStaff(desk));
    const busy = await signIn(desk, await buildStaff(desk));
    await desk.clock.advance(11 * HOUR);
    await busy.http.get('/api/sessions/current').expect(200);
    await desk.clock.advance(2 * HOUR);
    await idle.http.get('/api/sessions/current').expect(401);
    for (let hours = 13; hours < 7 * 24; hours += 10) {
      await busy.http.get('/api/sessions/current').expect(200);
      await desk.clock.advance(10 * HOUR);
    }
    await busy.http.get('/api/sessions/current').expect(401);
  });

  it('tells which sessions are still good', async () => {
    const sessions = desk.get(StaffSessions);
    const [good, revoked, fired] = await Promise.all([0, 1, 2].map(async () => signIn(desk, await buildStaff(desk))));
    if (!good || !revoked || !fired) throw new Error('three sessions were opened');
    await revoked.http.delete('/api/sessions/current').expect(204);
    await desk.database.query('UPDATE staff SET disabled_at = desk_now() WHERE id = $1', [fired.principal.staffId]);
    await fired.http.get('/api/sessions/current').expect(401);
    const ids = [good, revoked, fired].map(({ principal }) => principal.sessionId);
    expect([...(await sessions.rights(ids)).keys()]).toEqual([good.principal.sessionId]);
  });

  it.each([
    ['a foreign origin', { origin: 'https://evil.example' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['no browser', {}, 204],
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 204],
  ])('takes changes by cookie from our own pages only: %s', async (_, headers, status) => {
    const { http } = await signIn(desk, await buildStaff(desk));
    const answer = await http.delete('/api/sessions/current').set(headers).expect(status);
    if (status === 403) expect(answer.body.code).toBe('origin_not_allowed');
    await http.get('/api/sessions/current').expect(status === 403 ? 200 : 401);
  });

  it('takes a sign-in from our own pages only', async () => {
    const staff = await buildStaff(desk);
    await login(staff.email).set('origin', 'https://evil.example').expect(403);
    await login(staff.email).set('origin', desk.url).expect(201);
  });

  it.each([
    ['nothing', {}],
    ['an object as e-mail', { email: { $ne: '' }, password: 'x' }],
    ['a number as password', { email: 'a@b.example', password: 1 }],
    ['an unknown field', { email: 'a@b.example', password: 'x', role: 'admin' }],
    ['an endless password', { email: 'a@b.example', password: 'x'.repeat(201) }],
  ])('refuses %s', async (_, body) => {
    const answer = await desk.http.post('/api/sessions').send(body).expect(400);
    expect(answer.body.code).toBe('invalid_input');
  });

  it('shows teams to staff and to nobody else', async () => {
    const team = await buildTeam(desk);
    const { http } = await signIn(desk, await buildStaff(desk));
    const { body } = await http.get('/api/teams').expect(200);
    expect(body.items).toContainEqual({ id: team.id, key: team.key, name: team.name, archived: false });
    const refused = await desk.http.get('/api/teams').set('cookie', 'porchlight=forged').expect(401);
    expect(refused.body.code).toBe('unauthenticated');
  });
});
