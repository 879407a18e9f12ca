import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { Repeats } from '../../src/tickets/openings/repeats.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltSite, buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';

const CUSTOMER = { externalId: 'm-1001', name: '陈晓', phone: '138 0013 8000', email: 'Chen@shop.example' };
const CASE = { customer: CUSTOMER, category: 'earnings', message: '提现三天没有到账' };

describe('cases that the server of a host site opens', () => {
  let desk: TestApp;
  let admin: SignedIn;
  let site: BuiltSite;
  let key: string;

  beforeAll(async () => {
    desk = await startTestApp();
    await buildTeam(desk, { key: 'frontline' });
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '管理员' }));
    site = await buildSite(desk);
    key = (await make(site)).key;
  });
  afterAll(() => desk.close());

  const make = async ({ id }: { id: string }, name = '后台') =>
    (await admin.http.post(`/api/sites/${id}/api-keys`).send({ name }).expect(201)).body;
  const open = (body: object, once: string = randomUUID(), by = key) =>
    supertest(desk.url)
      .post('/api/v1/cases')
      .set('authorization', `Bearer ${by}`)
      .set('idempotency-key', once)
      .send(body);
  const read = (number: string, by = key) =>
    supertest(desk.url).get(`/api/v1/cases/${number}`).set('authorization', `Bearer ${by}`);
  const count = async () => (await desk.database.query('SELECT 1 FROM tickets')).length;

  it('opens a case with its customer and their words, and tells how it goes on', async () => {
    const { body } = await open({ ...CASE, subject: '提现未到账' }).expect(201);
    expect(body).toEqual({
      number: expect.stringMatching(/^PL-/),
      status: 'new',
      statusUrl: expect.stringContaining(`/status/${body.number}?key=`),
    });
    const [row] = await desk.database.query<Record<string, unknown>>(
      `SELECT t.subject, t.category, c.channel, c.handler, c.awaiting_reply_since IS NOT NULL AS waits, e.body, e.channel AS via,
              k.external_id AS "externalId", k.name,
              (SELECT array_agg(value || ' ' || verified_by ORDER BY kind) FROM contact_points WHERE customer_id = k.id) AS points
         FROM tickets t JOIN ticket_conversations tc ON tc.ticket_id = t.id JOIN conversations c ON c.id = tc.conversation_id
         JOIN entries e ON e.conversation_id = c.id AND e.kind = 'message' JOIN customers k ON k.id = t.customer_id
        WHERE t.number = $1`,
      [body.number],
    );
    expect(row).toEqual({
      subject: '提现未到账',
      category: 'earnings',
      channel: 'api',
      handler: 'person',
      waits: true,
      body: CASE.message,
      via: 'api',
      externalId: 'm-1001',
      name: '陈晓',
      points: ['chen@shop.example host', '13800138000 host'],
    });
    const { pathname, search } = new URL(body.statusUrl);
    expect(
      (
        await supertest(desk.url)
          .get(pathname + search)
          .expect(200)
      ).text,
    ).toContain(CASE.message);
    const seen = await read(body.number).expect(200);
    expect(seen.body).toMatchObject({
      number: body.number,
      status: 'new',
      category: 'earnings',
      statusUrl: body.statusUrl,
    });
    await open({ ...CASE, customer: { externalId: 'm-1001' } }).expect(201);
    const names = await desk.database.query(`SELECT name FROM customers WHERE external_id = 'm-1001'`);
    expect(names).toEqual([{ name: '陈晓' }]);
  });

  it('answers a repeated request alike, also two at once, and refuses the same key with other words', async () => {
    const before = await count();
    const once = randomUUID();
    const answers = await Promise.all([open(CASE, once), open(CASE, once), open(CASE, once)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const { message, ...rest } = CASE;
    expect((await open({ message, ...rest }, once).expect(201)).body).toEqual(answers[0]?.body);
    const { body } = await open({ ...CASE, message: '另一件事' }, once).expect(422);
    expect(body.code).toBe('idempotency_key_reused');
    expect(await count()).toBe(before + 1);
  });

  it('judges the form as the form of the sub-category says, and changes nothing when it does not fit', async () => {
    const asked = [
      { key: 'payout', type: 'text', format: 'identifier', requiredAt: 'open', customerVisible: true },
      { key: 'inner', type: 'text', customerVisible: false },
    ].map((field) => ({ ...field, label: { 'zh-CN': '字段', en: 'Field' } }));
    await desk.database.query(
      `INSERT INTO sub_categories (key, category, name, priority, nature, team_key, position, form, checklist)
       VALUES ('api_form', 'earnings', '{"zh-CN":"接口","en":"API"}', 'P2', 'usage', 'frontline', 99, $1, '[]')`,
      [JSON.stringify(asked)],
    );
    const before = await count();
    const refused = async (over: object, path: string) => {
      const { body } = await open({ ...CASE, subCategory: 'api_form', ...over }).expect(400);
      expect([body.code, body.errors.map((error: { path: string }) => error.path)]).toEqual(['invalid_input', [path]]);
    };
    await refused({}, 'form.payout');
    await refused({ form: { payout: 'a b' } }, 'form.payout');
    await refused({ form: { payout: 'P-1234', inner: 'x' } }, 'form.inner');
    await refused({ subCategory: 'no_such' }, 'subCategory');
    await refused({ subCategory: undefined, form: { payout: 'P-1234' } }, 'form');
    expect(await count()).toBe(before);
    const { body } = await open({ ...CASE, subCategory: 'api_form', form: { payout: 'P-1234' } }).expect(201);
    const [row] = await desk.database.query('SELECT form FROM tickets WHERE number = $1', [body.number]);
    expect(row).toEqual({ form: { payout: 'P-1234' } });
  });

  it('wants a key that names the request', async () => {
    for (const bad of ['', 'short', 'x'.repeat(129), 'with a space']) {
      const { body } = await open(CASE, bad).expect(400);
      expect(body.errors).toMatchObject([{ path: 'Idempotency-Key' }]);
    }
  });

  it('shows a site its own cases alone: another’s is answered like one that does not exist', async () => {
    const { body } = await open(CASE).expect(201);
    const other = await make(await buildSite(desk));
    const answer = async (number: string) => {
      const { status, body: problem } = await read(number, other.key);
      return { status, ...problem, requestId: undefined };
    };
    expect(await answer(body.number)).toEqual(await answer('PL-000-0000'));
    expect(await answer(body.number)).toMatchObject({ status: 404, code: 'not_found' });
    const theirs = await open(CASE, randomUUID(), other.key).expect(201);
    const owners = await desk.database.query(`SELECT site_id FROM customers WHERE external_id = 'm-1001'`);
    expect(owners).toHaveLength(2);
    await read(theirs.body.number).expect(404);
  });

  it('tells a key once, keeps a hash, and opens nothing with it once it is revoked', async () => {
    const { key: made, item } = await make(site, '订单系统');
    expect(made.startsWith(`${item.prefix}_`)).toBe(true);
    await open(CASE, randomUUID(), made).expect(201);
    const { text } = await admin.http.get(`/api/sites/${site.id}/api-keys`).expect(200);
    expect(text).not.toContain(made);
    expect(JSON.parse(text).items).toEqual(expect.arrayContaining([{ ...item, lastUsedAt: expect.any(String) }]));
    const [stored] = await desk.database.query<{ row: string }>(
      `SELECT row_to_json(k)::text || encode(key_hash, 'escape') AS row FROM site_api_keys k WHERE id = $1`,
      [item.id],
    );
    expect(stored?.row).not.toContain(made.slice(item.prefix.length));
    await admin.http.post(`/api/sites/${site.id}/api-keys/${item.id}/revocation`).expect(201);
    const { body } = await open(CASE, randomUUID(), made).expect(401);
    expect(body.code).toBe('unauthenticated');
    await read('PL-000-0000', made).expect(401);
    const log = await admin.http.get('/api/audit').query({ subjectKind: 'site', subjectId: site.id }).expect(200);
    expect(log.body.items.map(({ action }: { action: string }) => action).slice(0, 2)).toEqual([
      'site.api_key_revoked',
      'site.api_key_made',
    ]);
    expect(JSON.stringify(log.body)).not.toContain(made);
  });

  it('lets administrators alone make keys, and refuses a site that is switched off', async () => {
    const agent = await signIn(desk, await buildStaff(desk, { role: 'supervisor' }));
    await agent.http.post(`/api/sites/${site.id}/api-keys`).send({ name: 'x' }).expect(403);
    const elsewhere = await buildSite(desk);
    const { key: theirs } = await make(elsewhere);
    await open(CASE, randomUUID(), theirs).expect(201);
    await desk.database.query('UPDATE sites SET disabled_at = desk_now() WHERE id = $1', [elsewhere.id]);
    await open(CASE, randomUUID(), theirs).expect(401);
  });

  it('stops whoever guesses keys', async () => {
    const statuses: number[] = [];
    for (let tried = 0; tried < 34; tried += 1)
      statuses.push((await read('PL-000-0000', `${key.slice(0, 12)}_${'x'.repeat(43)}`)).status);
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
    await read('PL-000-0000').expect(404);
  });

  it('leaves the key of a request that failed free, and forgets after a day', async () => {
    const once = randomUUID();
    await open({ ...CASE, subCategory: 'no_such' }, once).expect(400);
    const { body: first } = await open(CASE, once).expect(201);
    await desk.clock.advance(25 * 3_600_000);
    const { body: second } = await open(CASE, once).expect(201);
    expect(second.number).not.toBe(first.number);
    await desk.clock.advance(25 * 3_600_000);
    await desk.get(Repeats).forget();
    expect(await desk.database.query('SELECT 1 FROM case_openings')).toEqual([]);
  });
});
