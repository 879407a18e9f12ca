import { LIMITS } from '../../src/contract/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildStaff, type SignedIn, signIn } from '../support/factories.js';

const URL = '/api/ticket-views';

describe('saved views of the ticket table', () => {
  let desk: TestApp;
  let owner: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
  });
  beforeEach(async () => {
    owner = await signIn(desk, await buildStaff(desk));
  });
  afterAll(() => desk.close());

  const of = async (who: SignedIn) => (await who.http.get(URL).expect(200)).body.items;

  it('are kept by a name, and replaced by the same', async () => {
    const first = await owner.http.post(URL).send({ name: '我的 P0', query: 'priority=P0&assignee=me' }).expect(201);
    await owner.http.post(URL).send({ name: '全部', query: '' }).expect(201);
    const again = await owner.http.post(URL).send({ name: '我的 P0', query: 'priority=P0' }).expect(201);
    expect(again.body).toEqual({ id: first.body.id, name: '我的 P0', query: 'priority=P0' });
    expect((await of(owner)).map((each: { name: string }) => each.name)).toEqual(['我的 P0', '全部']);
    await owner.http.delete(`${URL}/${first.body.id}`).expect(204);
    expect(await of(owner)).toHaveLength(1);
  });

  it('are nobody else’s, not even an admin’s', async () => {
    const { body } = await owner.http.post(URL).send({ name: '私有', query: 'q=%E8%B4%A7' }).expect(201);
    const admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    expect(await of(admin)).toEqual([]);
    await admin.http.delete(`${URL}/${body.id}`).expect(404);
    expect(await of(owner)).toHaveLength(1);
    await desk.http.get(URL).expect(401);
  });

  it('are not without number', async () => {
    for (let n = 0; n < LIMITS.savedViews; n += 1)
      await owner.http
        .post(URL)
        .send({ name: `视图 ${n}`, query: '' })
        .expect(201);
    const { body } = await owner.http.post(URL).send({ name: '多一个', query: '' }).expect(400);
    expect(body.errors).toEqual([{ path: 'name', message: expect.stringContaining('delete one first') }]);
    await owner.http.post(URL).send({ name: '视图 3', query: 'status=new' }).expect(201);
  });

  it.each([
    { name: '', query: '' },
    { name: 'x'.repeat(61), query: '' },
    { name: 'x', query: 'a'.repeat(2_001) },
    { name: 'x', query: 'q=<script>' },
    { name: 'x', query: '//evil.example' },
    { name: 'x' },
    { name: 'x', query: '', staffId: '01a1f90c-984f-707c-aeda-26e5c95a6073' },
  ])('refuse %j', async (body) => {
    await owner.http.post(URL).send(body).expect(400);
    expect(await of(owner)).toEqual([]);
  });
});
