import { StaffLinks } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';

describe('a desk that has nobody yet', () => {
  let desk: TestApp;
  beforeEach(async () => {
    desk = await startTestApp();
  });
  afterEach(() => desk.close());

  const issue = async () => {
    const link = await desk.get(StaffLinks).issueSetup('https://desk.example');
    return link?.url.replace('https://desk.example/console/welcome#', '') ?? '';
  };
  const accept = (token: string, more: object = {}) =>
    desk.http.post('/api/staff-links/acceptances').send({
      token,
      email: 'Owner@Desk.example',
      name: '店长',
      password: 'a brand new password',
      locale: 'zh-CN',
      ...more,
    });

  it('makes its first administrator by a link of the first start, and a team to begin with', async () => {
    const token = await issue();
    const { body } = await desk.http.post('/api/staff-links/lookups').send({ token }).expect(200);
    expect(body).toEqual({ purpose: 'setup', expiresAt: expect.any(String) });
    expect((await accept(token, { email: undefined }).expect(400)).body.errors[0].path).toBe('email');
    expect((await accept(token).expect(201)).body).toEqual({ email: 'owner@desk.example' });
    const login = await desk.http
      .post('/api/sessions')
      .send({ email: 'owner@desk.example', password: 'a brand new password' })
      .expect(201);
    expect(login.body.staff).toMatchObject({ role: 'admin', name: '店长' });
    const cookie = String(login.headers['set-cookie']);
    const teams = await desk.http.get('/api/teams').set('cookie', cookie).expect(200);
    expect(teams.body.items).toMatchObject([{ key: 'frontline' }]);
    await accept(token).expect(410);
    expect(await desk.get(StaffLinks).issueSetup('https://desk.example')).toBeUndefined();
  });

  it('has one such link at a time, and one administrator by it', async () => {
    const [first, second] = [await issue(), await issue()];
    await accept(first).expect(410);
    const answers = await Promise.all([accept(second), accept(second, { email: 'other@desk.example' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
    const [row] = await desk.database.query<{ people: number }>('SELECT count(*)::int AS people FROM staff');
    expect(row?.people).toBe(1);
  });

  it('has one administrator by it also when two processes start, and two people hurry', async () => {
    const links = await Promise.all([issue(), issue(), issue(), issue()]);
    const [row] = await desk.database.query<{ links: number }>('SELECT count(*)::int AS links FROM staff_links');
    expect(row?.links).toBe(1);
    const answers = await Promise.all(links.map((token, n) => accept(token, { email: `owner${n}@desk.example` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410, 410]);
  });
});
