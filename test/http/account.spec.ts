import { Secret, TOTP } from 'otpauth';
import { hashPassword } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltStaff, buildStaff, PASSWORD, type SignedIn, signIn } from '../support/factories.js';
import { until } from '../support/until.js';

const NEW_PASSWORD = 'a brand new password';
const HALF_MINUTE = 30_000;

describe('one’s own account', () => {
  let desk: TestApp;
  let staff: BuiltStaff;
  let me: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
  });
  beforeEach(async () => {
    staff = await buildStaff(desk, { name: '陈静' });
    me = await signIn(desk, staff);
  });
  afterAll(() => desk.close());

  const login = (more: object = {}) =>
    desk.http.post('/api/sessions').send({ email: staff.email, password: PASSWORD, ...more });
  const codeOf = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: desk.clock.now().getTime() });
  async function turnOn(): Promise<{ secret: string; recoveryCodes: string[] }> {
    const { body } = await me.http.post('/api/account/second-factor').send({ password: PASSWORD }).expect(201);
    const confirmed = await me.http
      .post('/api/account/second-factor/confirmations')
      .send({ code: codeOf(body.secret) })
      .expect(201);
    return { secret: body.secret, recoveryCodes: confirmed.body.recoveryCodes };
  }

  it('shows who one is, and changes name and language', async () => {
    const { body } = await me.http.get('/api/account').expect(200);
    expect(body).toEqual({
      id: staff.id,
      name: '陈静',
      email: staff.email,
      role: 'agent',
      locale: 'zh-CN',
      version: 1,
      secondFactor: { enabled: false, recoveryCodesLeft: 0 },
    });
    const edited = await me.http.patch('/api/account').send({ version: 1, name: '陈小静', locale: 'en' }).expect(200);
    expect(edited.body).toMatchObject({ name: '陈小静', locale: 'en', version: 2 });
    await me.http.patch('/api/account').send({ version: 1, name: '迟到' }).expect(409);
    await me.http.patch('/api/account').send({ version: 2, role: 'admin' }).expect(400);
  });

  it('changes the password for who knows it, and ends all other sessions', async () => {
    const elsewhere = await signIn(desk, staff);
    const change = (current: string) => me.http.put('/api/account/password').send({ current, password: NEW_PASSWORD });
    expect((await change('not mine').expect(401)).body.code).toBe('wrong_credentials');
    await elsewhere.http.get('/api/account').expect(200);
    await change(PASSWORD).expect(204);
    await elsewhere.http.get('/api/account').expect(401);
    await me.http.get('/api/account').expect(200);
    await login().expect(401);
    await login({ password: NEW_PASSWORD }).expect(201);
  });

  it('voids a link to set another password that was lying about', async () => {
    const admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    const { body: link } = await admin.http.post(`/api/staff/${staff.id}/links`).expect(201);
    await me.http.put('/api/account/password').send({ current: PASSWORD, password: NEW_PASSWORD }).expect(204);
    const token = link.url.slice(link.url.indexOf('#') + 1);
    const stolen = { token, password: 'chosen by somebody else', locale: 'en' };
    await desk.http.post('/api/staff-links/acceptances').send(stolen).expect(410);
    await login({ password: NEW_PASSWORD }).expect(201);
  });

  it('lets nobody in by a password that changes while they knock', async () => {
    const another = await hashPassword(NEW_PASSWORD);
    let knocked: Promise<{ status: number }> | undefined;
    await desk.database.transaction(async (tx) => {
      await tx.query('UPDATE staff SET password_hash = $2 WHERE id = $1', [staff.id, another]);
      await tx.query('UPDATE staff_sessions SET revoked_at = desk_now() WHERE staff_id = $1', [staff.id]);
      // Its password is looked at while the change is not yet there for others to see.
      knocked = login().then(({ status }) => ({ status }));
      await until(async () => {
        const [row] = await desk.database.query<{ there: boolean }>(
          `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'
                 AND datname = current_database() AND query LIKE '%INTO staff_sessions%')
               OR EXISTS (SELECT FROM staff_sessions WHERE staff_id = $1 AND revoked_at IS NULL) AS there`,
          [staff.id],
        );
        return row?.there === true;
      });
    });
    expect((await knocked)?.status).toBe(401);
    const [row] = await desk.database.query<{ open: number }>(
      'SELECT count(*)::int AS open FROM staff_sessions WHERE staff_id = $1 AND revoked_at IS NULL',
      [staff.id],
    );
    expect(row?.open).toBe(0);
  });

  it('counts slips of a password change like those of a sign-in', async () => {
    const change = () => me.http.put('/api/account/password').send({ current: 'guess', password: NEW_PASSWORD });
    for (let guess = 0; guess < 10; guess += 1) await change().expect(401);
    await change().expect(429);
    await login().expect(429);
  });

  it('lists where one is signed in, and ends what one does not know', async () => {
    const elsewhere = await signIn(desk, staff);
    const stranger = await signIn(desk, await buildStaff(desk));
    const { body } = await me.http.get('/api/account/sessions').expect(200);
    expect(body.items).toHaveLength(2);
    expect(body.items).toContainEqual(
      expect.objectContaining({ id: me.principal.sessionId, current: true, address: '127.0.0.1', userAgent: 'test' }),
    );
    await me.http.delete(`/api/account/sessions/${stranger.principal.sessionId}`).expect(404);
    await stranger.http.get('/api/account').expect(200);
    await me.http.delete(`/api/account/sessions/${elsewhere.principal.sessionId}`).expect(204);
    await elsewhere.http.get('/api/account').expect(401);
    const [third, fourth] = [await signIn(desk, staff), await signIn(desk, staff)];
    await me.http.delete('/api/account/sessions').expect(204);
    for (const { http } of [third, fourth]) await http.get('/api/account').expect(401);
    await me.http.get('/api/account').expect(200);
  });

  describe('a second factor', () => {
    it('is asked for at sign-in, in a second step, from who knows the password', async () => {
      const { secret } = await turnOn();
      expect((await login().expect(401)).body.code).toBe('second_factor_required');
      expect((await login({ password: 'wrong' }).expect(401)).body.code).toBe('wrong_credentials');
      expect((await login({ code: '000000' }).expect(403)).body.code).toBe('wrong_code');
      await desk.clock.advance(HALF_MINUTE);
      await login({ code: codeOf(secret) }).expect(201);
    });

    it('takes each code once, also the one that turned it on', async () => {
      const { secret } = await turnOn();
      expect((await login({ code: codeOf(secret) }).expect(403)).body.code).toBe('wrong_code');
      await desk.clock.advance(HALF_MINUTE);
      const code = codeOf(secret);
      const answers = await Promise.all([login({ code }), login({ code })]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);
      await login({ code }).expect(403);
    });

    it('does not hold for who never showed a code', async () => {
      await me.http.post('/api/account/second-factor').send({ password: PASSWORD }).expect(201);
      await login().expect(201);
      const wrong = await me.http.post('/api/account/second-factor/confirmations').send({ code: '000000' }).expect(403);
      expect(wrong.body.code).toBe('wrong_code');
      await login().expect(201);
    });

    it('lets in once by each recovery code, however it is typed', async () => {
      const { recoveryCodes } = await turnOn();
      expect(recoveryCodes).toHaveLength(10);
      const [first = '', second = ''] = recoveryCodes;
      await login({ code: first }).expect(201);
      await login({ code: first }).expect(403);
      await login({ code: ` ${second.toLowerCase().replaceAll('-', ' ')} ` }).expect(201);
      const { body } = await me.http.get('/api/account').expect(200);
      expect(body.secondFactor).toEqual({ enabled: true, recoveryCodesLeft: 8 });
    });

    it('stops guessing at codes by account, also with the right password', async () => {
      await turnOn();
      for (let guess = 0; guess < 10; guess += 1) await login({ code: `00000${guess}` }).expect(403);
      await login({ code: '123456' }).expect(429);
    });

    it('is not guessed by patience: thirty codes a day, though a recovery code still lets in', async () => {
      const { secret, recoveryCodes } = await turnOn();
      const quarterHour = () => desk.database.query("DELETE FROM rate_limits WHERE key LIKE 'login-a%'");
      for (let guess = 0; guess < 30; guess += 1) {
        if (guess % 10 === 0) await quarterHour();
        await login({ code: `0000${String(guess).padStart(2, '0')}` }).expect(403);
      }
      await quarterHour();
      await desk.clock.advance(HALF_MINUTE);
      await login({ code: codeOf(secret) }).expect(429);
      await login({ code: recoveryCodes[0] }).expect(201);
    });

    it('is turned on and off only with the password, and kept in no readable form', async () => {
      await me.http.post('/api/account/second-factor').send({ password: 'wrong' }).expect(401);
      const { secret, recoveryCodes } = await turnOn();
      const [row] = await desk.database.query<{ all: string }>(
        `SELECT concat((SELECT string_agg(f::text, ' ') FROM second_factors f), (SELECT string_agg(r::text, ' ') FROM recovery_codes r),
                       (SELECT string_agg(a::text, ' ') FROM audit_records a)) AS all`,
      );
      const raw = Buffer.from(Secret.fromBase32(secret).bytes).toString('hex');
      for (const plain of [secret, raw, ...recoveryCodes]) expect(row?.all).not.toContain(plain);
      expect(row?.all).toContain('second_factor_enabled');
      await me.http.post('/api/account/second-factor').send({ password: PASSWORD }).expect(409);
      await me.http.post('/api/account/second-factor/removals').send({ password: 'wrong' }).expect(401);
      await me.http.post('/api/account/second-factor/removals').send({ password: PASSWORD }).expect(204);
      await login().expect(201);
    });

    it('is reset by an administrator, which is logged', async () => {
      await turnOn();
      const admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
      const { body } = await admin.http.get(`/api/staff/${staff.id}`).expect(200);
      expect(body.secondFactor).toBe(true);
      await admin.http.delete(`/api/staff/${staff.id}/second-factor`).expect(200);
      await login().expect(201);
      const { body: audit } = await admin.http.get('/api/audit').query({ subjectId: staff.id }).expect(200);
      expect(audit.items.map((line: { action: string }) => line.action)).toEqual([
        'staff.second_factor_reset',
        'staff.second_factor_enabled',
      ]);
    });
  });
});
