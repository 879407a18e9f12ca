import { randomUUID } from 'node:crypto';
import { loadConfig } from '../../src/config.js';
import { createDesk } from '../../src/create-desk.js';
import { openDataSource } from '../../src/database.js';
import { CustomerSessions, Identities } from '../../src/people/index.js';
import { createPino, Logger } from '../../src/platform/logger/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildSite, buildStaff, identityToken, type SignedIn, signIn } from '../support/factories.js';

const SETTINGS = {
  name: '林记茶铺',
  allowedOrigins: ['https://tea.example'],
  greeting: { 'zh-CN': '您好', en: 'Hello' },
  hours: { 'zh-CN': '全天', en: 'Always' },
  color: '#0f766e',
  position: 'right',
  enabled: true,
};
const HOUR = 3_600_000;

describe('the administration of sites', () => {
  let desk: TestApp;
  let admin: SignedIn;
  let keys = 0;
  beforeAll(async () => {
    desk = await startTestApp({ env: { FETCH_ALLOWED_HOSTS: '127.0.0.1:4801' } });
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '管理员' }));
  });
  afterAll(() => desk.close());

  const create = async (over: object = {}) => {
    keys += 1;
    const body = { key: `tea_${keys}`, ...SETTINGS, ...over };
    return (await admin.http.post('/api/sites').send(body).expect(201)).body;
  };
  const save = (site: { id: string; version: number }, over: object) =>
    admin.http.put(`/api/sites/${site.id}`).send({ ...SETTINGS, version: site.version, ...over });
  const rotate = (site: { id: string; version: number }, overlapHours?: number) =>
    admin.http.post(`/api/sites/${site.id}/secrets`).send({ version: site.version, overlapHours });
  const identify = async (key: string, identitySecret: string) => {
    const { principal } = await desk.get(CustomerSessions).resume({ siteKey: key, locale: 'zh-CN' });
    const token = await identityToken(desk, { key, identitySecret });
    return desk.database.transaction((tx) => desk.get(Identities).bind(tx, principal, token));
  };
  const records = async (id: string) =>
    (await admin.http.get('/api/audit').query({ subjectKind: 'site', subjectId: id }).expect(200)).body.items;

  it('tells a secret once, keeps it sealed, and writes down who did it', async () => {
    const { detail, secret } = await create({
      phone: '400-100-2024',
      locale: 'en',
      contextUrl: 'http://127.0.0.1:4801/c',
    });
    expect(detail.site).toMatchObject({ ...SETTINGS, phone: '400-100-2024', locale: 'en', version: 1 });
    expect(detail.secrets).toEqual([
      { id: expect.any(String), hint: secret.slice(-4), state: 'current', createdAt: expect.any(String) },
    ]);
    await expect(identify(detail.site.key, secret)).resolves.toMatchObject({ moved: true });
    const { text } = await admin.http.get(`/api/sites/${detail.site.id}`).expect(200);
    expect(text).not.toContain(secret);
    const [stored] = await desk.database.query<{ row: string }>(
      `SELECT encode(sealed, 'escape') || hint AS row FROM site_secrets WHERE site_id = $1`,
      [detail.site.id],
    );
    expect(stored?.row).not.toContain(secret.slice(0, 12));
    const log = await records(detail.site.id);
    expect(log).toMatchObject([{ action: 'site.created', actor: { name: '管理员' }, subject: { label: '林记茶铺' } }]);
    expect(JSON.stringify(log)).not.toContain(secret);
  });

  it.each([
    ['a wildcard', { allowedOrigins: ['https://*.example'] }, 'allowedOrigins.0', 'wildcard'],
    ['a page', { allowedOrigins: ['https://a.example', 'https://a.example/x'] }, 'allowedOrigins.1', 'path'],
    ['plain http', { allowedOrigins: ['http://a.example'] }, 'allowedOrigins.0', 'https'],
    ['a colour by name', { color: 'red' }, 'color', '#0f766e'],
    ['a context provider by http', { contextUrl: 'http://host.example/c' }, 'contextUrl', 'https'],
    ['one with a password', { contextUrl: 'https://a:b@host.example/c' }, 'contextUrl', 'https'],
    ['one language only', { greeting: { 'zh-CN': '您好', en: ' ' } }, 'greeting.en', ''],
    ['a key with a space', { key: 'a b' }, 'key', 'small letters'],
  ])('refuses %s, and changes nothing', async (_, over, path, reason) => {
    const count = 'SELECT count(*) FROM sites';
    const before = await desk.database.one(count);
    const { body } = await admin.http
      .post('/api/sites')
      .send({ key: `bad_${randomUUID().slice(0, 8)}`, ...SETTINGS, ...over })
      .expect(400);
    expect(body.errors).toEqual([{ path, message: expect.stringContaining(reason) }]);
    expect(await desk.database.one(count)).toEqual(before);
  });

  it('keeps a key for one site', async () => {
    const { detail } = await create();
    const { body } = await admin.http
      .post('/api/sites')
      .send({ ...SETTINGS, key: detail.site.key })
      .expect(400);
    expect(body.errors).toMatchObject([{ path: 'key' }]);
  });

  it('writes origins as browsers do, each once', async () => {
    const { detail } = await create({
      allowedOrigins: ['HTTPS://Tea.Example:443/', 'https://tea.example', 'http://localhost:9'],
    });
    expect(detail.site.allowedOrigins).toEqual(['https://tea.example', 'http://localhost:9']);
  });

  it('lets one of two editors through; the other loses nothing but the race', async () => {
    const { detail } = await create();
    const answers = await Promise.all([
      save(detail.site, { name: '甲' }),
      save(detail.site, { name: '乙' }),
      rotate(detail.site),
    ]);
    expect(answers.map(({ status }) => status < 300).filter(Boolean)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual([
      'conflict',
      'conflict',
    ]);
    expect(await records(detail.site.id)).toHaveLength(2);
  });

  it('says what was changed, and nothing when nothing was', async () => {
    const { detail } = await create();
    const { body } = await save(detail.site, {}).expect(200);
    expect(body.site.version).toBe(1);
    await save(detail.site, { color: '#112233' }).expect(200);
    const [last, ...rest] = await records(detail.site.id);
    expect(last).toMatchObject({ action: 'site.updated', changes: { color: { before: '#0f766e', after: '#112233' } } });
    expect(rest).toHaveLength(1);
  });

  it('opens no widget of a site that is switched off, until it is switched on', async () => {
    const { detail } = await create();
    const config = () => desk.http.get('/widget/config').query({ site: detail.site.key });
    const { body: off } = await save(detail.site, { enabled: false }).expect(200);
    expect((await config().expect(404)).body).toMatchObject({
      code: 'site_unknown',
      detail: expect.stringContaining('停用'),
    });
    await desk.http.get('/widget/frame').query({ site: detail.site.key }).expect(404);
    await save(off.site, { enabled: true }).expect(200);
    await config().expect(200);
    expect((await records(detail.site.id)).map(({ action }: { action: string }) => action)).toEqual([
      'site.enabled',
      'site.disabled',
      'site.created',
    ]);
  });

  it('shows which pages asked for the widget, and which were refused', async () => {
    const { detail } = await create();
    const open = (host: string) => desk.http.get('/widget/frame').query({ site: detail.site.key, host });
    await open('https://tea.example');
    await open('https://forgotten.example').expect(403);
    await open('https://forgotten.example/not-an-origin').expect(403);
    const { body } = await admin.http.get(`/api/sites/${detail.site.id}`).expect(200);
    expect(body.sightings).toMatchObject([
      { origin: 'https://forgotten.example', allowed: false },
      { origin: 'https://tea.example', allowed: true },
    ]);
    const { body: all } = await admin.http.get('/api/sites').expect(200);
    expect(all.items.find(({ id }: { id: string }) => id === detail.site.id)).toMatchObject({
      refusedOrigins: 1,
      lastOpenedAt: expect.any(String),
    });
  });

  it('keeps the latest hundred of all the origins that somebody may name', async () => {
    const site = await buildSite(desk);
    await desk.database.query(
      `INSERT INTO site_sightings (site_id, origin, last_seen_at)
       SELECT $1, 'https://' || n || '.example', desk_now() - interval '1 hour' - n * interval '1 minute'
         FROM generate_series(1, 150) n`,
      [site.id],
    );
    await desk.http.get('/widget/frame').query({ site: site.key, host: 'https://new.example' }).expect(403);
    const rows = await desk.database.query<{ origin: string }>(
      'SELECT origin FROM site_sightings WHERE site_id = $1 ORDER BY last_seen_at DESC',
      [site.id],
    );
    expect(rows).toHaveLength(100);
    expect(rows[0]?.origin).toBe('https://new.example');
  });

  describe('the identity secret', () => {
    it('is replaced with an overlap of a day', async () => {
      const { detail, secret: old } = await create();
      const { key } = detail.site;
      const { body } = await rotate(detail.site).expect(201);
      expect(body.detail.secrets.map(({ state }: { state: string }) => state)).toEqual(['current', 'ending']);
      expect(Date.parse(body.detail.secrets[1].endsAt) - desk.clock.now().getTime()).toBeGreaterThan(23.9 * HOUR);
      await identify(key, old);
      await identify(key, body.secret);
      await desk.clock.advance(25 * HOUR);
      admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '管理员' }));
      await expect(identify(key, old)).rejects.toMatchObject({ code: 'identity_token_invalid' });
      await expect(identify(key, body.secret)).resolves.toMatchObject({ moved: true });
      const { body: later } = await admin.http.get(`/api/sites/${detail.site.id}`).expect(200);
      expect(later.secrets).toMatchObject([
        { state: 'current', lastUsedAt: expect.any(String) },
        { state: 'ended', lastUsedAt: expect.any(String) },
      ]);
    });

    it('ends at once when nobody may go on with it', async () => {
      const { detail, secret: old } = await create();
      await rotate(detail.site, 0).expect(201);
      await expect(identify(detail.site.key, old)).rejects.toMatchObject({ code: 'identity_token_invalid' });
    });

    it('may be given longer, or less; the current one stays, and what has ended does not come back', async () => {
      const { detail, secret: old } = await create();
      const { body: rotated } = await rotate(detail.site, 1).expect(201);
      const [current, ending] = rotated.detail.secrets;
      const end = (secret: { id: string }, version: number, inHours: number) =>
        admin.http.put(`/api/sites/${detail.site.id}/secrets/${secret.id}/end`).send({ version, inHours });
      expect((await end(current, 2, 0).expect(409)).body.code).toBe('illegal_transition');
      expect((await end(ending, 1, 0).expect(409)).body.code).toBe('conflict');
      await end({ id: randomUUID() }, 2, 0).expect(404);
      await end(ending, 2, 48).expect(200);
      await desk.clock.advance(2 * HOUR);
      await identify(detail.site.key, old);
      await end(ending, 3, 0).expect(200);
      await expect(identify(detail.site.key, old)).rejects.toMatchObject({ code: 'identity_token_invalid' });
      expect((await end(ending, 4, 1).expect(409)).body.code).toBe('illegal_transition');
      const actions = (await records(detail.site.id)).map(({ action }: { action: string }) => action);
      expect(actions.slice(0, 2)).toEqual(['site.secret_ended', 'site.secret_end_moved']);
    });

    it('is one of five at most', async () => {
      const { detail } = await create();
      let version = 1;
      for (; version < 5; version += 1) await rotate({ id: detail.site.id, version }).expect(201);
      expect((await rotate({ id: detail.site.id, version }).expect(409)).body.code).toBe('illegal_transition');
      await rotate({ id: detail.site.id, version }, 0).expect(201);
    });

    it('signs for one site alone', async () => {
      const [tea, porcelain] = [await create(), await create()];
      await expect(identify(tea.detail.site.key, porcelain.secret)).rejects.toMatchObject({
        code: 'identity_token_invalid',
      });
      await desk.database.query(
        'UPDATE site_secrets SET sealed = (SELECT sealed FROM site_secrets WHERE site_id = $2) WHERE site_id = $1',
        [tea.detail.site.id, porcelain.detail.site.id],
      );
      await expect(identify(tea.detail.site.key, porcelain.secret)).rejects.toMatchObject({
        code: 'identity_token_invalid',
      });
    });
  });

  it('is for admins', async () => {
    const site = await buildSite(desk);
    const routes = [
      ['get', '/api/sites', {}],
      ['post', '/api/sites', { key: 'mine', ...SETTINGS }],
      ['get', `/api/sites/${site.id}`, {}],
      ['put', `/api/sites/${site.id}`, { version: 1, ...SETTINGS }],
      ['post', `/api/sites/${site.id}/secrets`, { version: 1 }],
      ['put', `/api/sites/${site.id}/secrets/${randomUUID()}/end`, { version: 1, inHours: 0 }],
    ] as const;
    for (const role of ['agent', 'supervisor'] as const) {
      const { http } = await signIn(desk, await buildStaff(desk, { role }));
      for (const [method, path, body] of routes)
        expect((await http[method](path).send(body).expect(403)).body.code).toBe('forbidden');
    }
    for (const [method, path, body] of routes) await desk.http[method](path).send(body).expect(401);
  });
});

describe('a desk that starts with the secrets of another time', () => {
  /** The schema before sites had secrets of their own. */
  async function withOldSite(database: TestDatabase, secret: string): Promise<void> {
    const schema = await openDataSource({ database: { url: database.url, poolSize: 1 } }).initialize();
    const isOld = async () =>
      (await schema.query(`SELECT 1 FROM information_schema.columns WHERE column_name = 'identity_secret'`)).length > 0;
    while (!(await isOld())) await schema.undoLastMigration({ transaction: 'each' });
    await schema.query(
      `INSERT INTO sites (id, key, name, allowed_origins, identity_secret, greeting, hours, color)
       VALUES (gen_random_uuid(), 'old', 'old', '{}', $1, '{"zh-CN":"","en":""}', '{"zh-CN":"","en":""}', '#b45309')`,
      [secret],
    );
    await schema.runMigrations();
    await schema.destroy();
  }

  it('seals what an older version has left in clear, and refuses a key that is not its own', async () => {
    const database = await createTestDatabase();
    const secret = 'a secret from before, kept in clear';
    await withOldSite(database, secret);
    const desk = await startTestApp({ database });
    const { principal } = await desk.get(CustomerSessions).resume({ siteKey: 'old', locale: 'en' });
    const token = await identityToken(desk, { key: 'old', identitySecret: secret });
    await desk.database.transaction((tx) => desk.get(Identities).bind(tx, principal, token));
    const stored = await desk.database.query(`SELECT hint, get_byte(sealed, 0) AS format FROM site_secrets`);
    expect(stored).toEqual([{ hint: 'lear', format: 1 }]);
    await desk.close();
    const foreign = await createDesk(
      loadConfig({
        NODE_ENV: 'test',
        DATABASE_URL: database.url,
        SECRET_KEY: 'another key of more than thirty-two characters',
      }),
      new Logger(createPino('silent')),
    );
    await expect(foreign.init()).rejects.toThrow('SECRET_KEY is not the one');
    await foreign.close();
    await database.drop();
  });
});
