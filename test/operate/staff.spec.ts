import { run } from '../../src/cli/staff.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildStaff, PASSWORD, signIn } from '../support/factories.js';

describe('npm run staff', () => {
  let database: TestDatabase;
  let desk: TestApp;
  let said: string[];
  beforeAll(async () => {
    database = await createTestDatabase();
    desk = await startTestApp({ database });
    process.env.DATABASE_URL = database.url;
  });
  afterAll(async () => {
    delete process.env.DATABASE_URL;
    await desk.close();
    await database.drop();
  });
  beforeEach(() => {
    said = [];
    for (const way of ['log', 'error'] as const)
      jest.spyOn(console, way).mockImplementation((...words: unknown[]) => void said.push(words.join(' ')));
  });
  afterEach(() => jest.restoreAllMocks());

  const tokenSaid = () => /\/console\/welcome#([\w-]{43})/.exec(said.join('\n'))?.[1] ?? '';
  const accept = (token: string) =>
    desk.http
      .post('/api/staff-links/acceptances')
      .send({ token, name: '第一人', password: 'a brand new password', locale: 'zh-CN' });
  const login = (email: string, password = 'a brand new password') =>
    desk.http.post('/api/sessions').send({ email, password });

  it('lets the first administrator in', async () => {
    expect(await run(['invite', '--email', 'First@Desk.example', '--role', 'admin'])).toBe(0);
    await accept(tokenSaid()).expect(201);
    const { body } = await login('first@desk.example').expect(201);
    expect(body.staff.role).toBe('admin');
    said.length = 0;
    expect(await run(['invite', '--email', 'first@desk.example'])).toBe(2);
    expect(said.join()).toMatch(/has an account already/);
  });

  it('lets in again who has forgotten everything, and the audit log says by what', async () => {
    const staff = await buildStaff(desk, { role: 'admin' });
    const { http } = await signIn(desk, staff);
    await http.post('/api/account/second-factor').send({ password: PASSWORD }).expect(201);
    await desk.database.query('UPDATE second_factors SET confirmed_at = desk_now()');
    await login(staff.email, PASSWORD).expect(401);
    expect(await run(['reset', '--email', staff.email.toUpperCase(), '--second-factor'])).toBe(0);
    await accept(tokenSaid()).expect(201);
    await login(staff.email).expect(201);
    const again = await signIn(desk, staff);
    const { body } = await again.http.get('/api/audit').query({ subjectId: staff.id }).expect(200);
    expect(body.items.map((line: { action: string }) => line.action)).toEqual([
      'staff.password_set',
      'staff.password_link_issued',
      'staff.second_factor_reset',
    ]);
    expect(body.items[1].actor.name).toMatch(/^staff \(/);
  });

  it.each([
    ['nothing', []],
    ['nobody', ['invite']],
    ['no address', ['invite', '--email', 'desk']],
    ['no such role', ['invite', '--email', 'a@desk.example', '--role', 'boss']],
    ['an unknown option', ['invite', '--email', 'a@desk.example', '--password', 'x']],
    ['somebody who is not here', ['reset', '--email', 'stranger@desk.example']],
  ])('says how to write it, of %s', async (_, args) => {
    expect(await run(args)).toBe(2);
    expect(said.join('\n')).not.toBe('');
    expect(tokenSaid()).toBe('');
  });
});
