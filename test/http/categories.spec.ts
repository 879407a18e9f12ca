import fc from 'fast-check';
import { CATEGORIES, type CategorySettingsView, checkForm, type FormFieldSettings } from '../../src/contract/index.js';
import { Sites } from '../../src/people/index.js';
import { Categories, CustomerTickets, Tickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { buildConversation, buildTicket } from '../support/tickets.js';
import { until } from '../support/until.js';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const REASON: FormFieldSettings = {
  key: 'reason',
  label: both('原因', 'Reason'),
  type: 'text',
  requiredAt: 'open',
  customerVisible: true,
  maxLength: 20,
};
const KIND: FormFieldSettings = {
  key: 'kind',
  label: both('种类', 'Kind'),
  type: 'select',
  customerVisible: true,
  options: [
    { value: 'a', label: both('甲', 'A') },
    { value: 'b', label: both('乙', 'B') },
  ],
};
const SETTINGS = {
  name: both('发票', 'Invoices'),
  priority: 'P2',
  nature: 'usage',
  teamKey: 'settlement',
  form: [REASON, KIND],
  checklist: [{ key: 'seen', label: both('已看过', 'Seen') }],
};

describe('the administration of categories', () => {
  let database: TestDatabase;
  let desk: TestApp;
  let admin: SignedIn;
  let agent: SignedIn;
  let keys = 0;
  beforeAll(async () => {
    database = await createTestDatabase();
    desk = await startTestApp({ database });
    const teams = [await buildTeam(desk, { key: 'frontline' }), await buildTeam(desk, { key: 'settlement' })];
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    agent = await signIn(desk, await buildStaff(desk, { teams }));
  });
  afterAll(async () => {
    await desk.close();
    await database.drop();
  });

  const all = async (): Promise<CategorySettingsView[]> =>
    (await admin.http.get('/api/categories/settings').expect(200)).body.items;
  const subOf = (category: CategorySettingsView, key: string) => {
    const sub = category.subCategories.find((each) => each.key === key);
    if (!sub) throw new Error(`${key} is not there`);
    return sub;
  };
  const add = async (over: object = {}, category = 'earnings') => {
    keys += 1;
    const key = `invoice_${keys}`;
    const path = `/api/categories/${category}/sub-categories`;
    const { body } = await admin.http
      .post(path)
      .send({ key, ...SETTINGS, ...over })
      .expect(201);
    return { key, sub: subOf(body, key), category: body as CategorySettingsView };
  };
  const save = (key: string, version: number, over: object = {}) =>
    admin.http.put(`/api/sub-categories/${key}`).send({ version, ...SETTINGS, ...over });
  const archive = (key: string, version = 1) =>
    admin.http.post(`/api/sub-categories/${key}/archival`).send({ version });
  const edit = async (number: string, patch: object) => {
    const { body } = await agent.http.get(`/api/tickets/${number}`).expect(200);
    return agent.http.patch(`/api/tickets/${number}`).send({ version: body.version, ...patch });
  };
  const records = async (subjectKind: string, subjectId: string) =>
    (await admin.http.get('/api/audit').query({ subjectKind, subjectId }).expect(200)).body.items;

  it('begins with the presets, and shows them to all staff as before', async () => {
    const { body } = await agent.http.get('/api/categories').expect(200);
    expect(body.items.map(({ key }: { key: string }) => key)).toEqual([...CATEGORIES]);
    expect(subOf(body.items[1], 'payout_delay')).toMatchObject({
      name: both('货款延迟到账', 'Payout delay'),
      form: expect.arrayContaining([
        expect.objectContaining({ key: 'order_number', pattern: '^[A-Za-z0-9_-]{4,40}$' }),
      ]),
    });
  });

  it('adds a sub-category that cases can have at once', async () => {
    const { key, sub } = await add();
    expect(sub).toMatchObject({ ...SETTINGS, key, version: 1, openTickets: 0 });
    const { number } = await buildTicket(desk, { subCategory: key });
    expect((await agent.http.get(`/api/tickets/${number}`).expect(200)).body).toMatchObject({
      subCategory: key,
      priority: 'P2',
      nature: 'usage',
    });
    expect(subOf((await all())[1] as CategorySettingsView, key).openTickets).toBe(1);
    expect(await records('sub_category', key)).toMatchObject([
      { action: 'sub_category.created', subject: { label: '发票' } },
    ]);
  });

  it.each([
    ['two fields of one key', { form: [REASON, REASON] }, 'form.1.key'],
    ['a choice without options', { form: [{ ...KIND, options: [] }] }, 'form.0.options'],
    [
      'two options of one value',
      { form: [{ ...KIND, options: [KIND.options?.[0], KIND.options?.[0]] }] },
      'form.0.options',
    ],
    ['options of a text', { form: [{ ...REASON, options: KIND.options }] }, 'form.0.options'],
    ['a length of a date', { form: [{ ...REASON, type: 'date' }] }, 'form.0.maxLength'],
    [
      'a format of a number',
      { form: [{ ...REASON, maxLength: undefined, type: 'number', format: 'phone' }] },
      'form.0.format',
    ],
    ['a pattern of its own', { form: [{ ...REASON, pattern: '^(a+)+$' }] }, 'form.0'],
    ['a format that nobody knows', { form: [{ ...REASON, format: '(a+)+' }] }, 'form.0.format'],
    ['a key with a space', { form: [{ ...REASON, key: 'a b' }] }, 'form.0.key'],
    ['a label in one language', { form: [{ ...REASON, label: both('原因', '') }] }, 'form.0.label.en'],
    [
      'a condition on what comes after it',
      { form: [{ ...REASON, showWhen: { field: 'kind', is: ['a'] } }, KIND] },
      'form.0.showWhen',
    ],
    [
      'a checklist that names one item twice',
      { checklist: [...SETTINGS.checklist, ...SETTINGS.checklist] },
      'checklist.1.key',
    ],
    [
      'more fields than anybody answers',
      { form: Array.from({ length: 21 }, (_, n) => ({ ...REASON, key: `f${n}` })) },
      'form',
    ],
    ['a team that does not exist', { teamKey: 'nobody' }, 'teamKey'],
    ['a key that is taken', { key: 'login_problem' }, 'key'],
  ])('refuses %s', async (_, over, path) => {
    const body = { key: 'refused', ...SETTINGS, ...over };
    const answer = await admin.http.post('/api/categories/earnings/sub-categories').send(body).expect(400);
    expect(answer.body.errors).toMatchObject([{ path }]);
    expect((await all()).flatMap(({ subCategories }) => subCategories).map(({ key }) => key)).not.toContain('refused');
  });

  it('sends nothing to a team that is being archived', async () => {
    const team = await buildTeam(desk);
    const adding = await desk.database.transaction(async (tx) => {
      await tx.query('SELECT id FROM teams WHERE id = $1 FOR UPDATE', [team.id]);
      const request = admin.http
        .post('/api/categories/earnings/sub-categories')
        .send({ key: 'too_late', ...SETTINGS, teamKey: team.key });
      const answer = request.then(({ status, body }) => ({ status, body }));
      await until(
        () =>
          desk.database.one(
            `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query ~ 'FOR KEY SHARE'`,
          ),
        'the category waits for the team',
      );
      await tx.query('UPDATE teams SET archived_at = desk_now() WHERE id = $1', [team.id]);
      return { answer };
    });
    expect(await adding.answer).toMatchObject({ status: 400, body: { errors: [{ path: 'teamKey' }] } });
  });

  it('lets one of two editors of a form through', async () => {
    const { key } = await add();
    const answers = await Promise.all([
      save(key, 1, { name: both('甲', 'A') }),
      save(key, 1, { form: [] }),
      archive(key),
    ]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'conflict')).toHaveLength(2);
    expect(await records('sub_category', key)).toHaveLength(2);
  });

  it('orders what is there, and says when that has changed meanwhile', async () => {
    const { key, category } = await add();
    const order = category.subCategories.filter(({ archived }) => !archived).map((sub) => sub.key);
    const wanted = [key, ...order.filter((other) => other !== key)];
    const put = (version: number, subCategories: string[]) =>
      admin.http.put('/api/categories/earnings/order').send({ version, subCategories });
    const { body } = await put(category.version, wanted).expect(200);
    expect(body.subCategories.map((sub: { key: string }) => sub.key).slice(0, wanted.length)).toEqual(wanted);
    expect((await put(category.version, order).expect(409)).body.code).toBe('conflict');
    expect((await put(body.version, wanted.slice(1)).expect(409)).body.code).toBe('conflict');
    expect((await put(body.version, [...wanted, 'login_problem']).expect(409)).body.code).toBe('conflict');
  });

  it('renames a category wherever it is shown', async () => {
    const site = await buildSite(desk);
    const [account] = await all();
    const names = { name: both('账户', 'Accounts'), topic: both('账户与安全', 'Account and safety') };
    await admin.http
      .put('/api/categories/account')
      .send({ version: account?.version, ...names })
      .expect(200);
    const { body } = await desk.http.get('/widget/config').query({ site: site.key }).expect(200);
    expect(body.topics[0]).toEqual({ key: 'account', label: names.topic });
    expect((await desk.http.get('/help/en').expect(200)).text).toContain('Account and safety');
    const { number } = await buildTicket(desk, { category: 'account', says: '' });
    const { body: opened } = await agent.http.get(`/api/tickets/${number}`).expect(200);
    expect(opened.subject).toBe('账户与安全');
    expect(await records('category', 'account')).toMatchObject([{ action: 'category.updated' }]);
  });

  describe('a sub-category that is archived while cases use it', () => {
    it('stays with them, by name and form, and nobody else can choose it', async () => {
      const { key } = await add();
      const { number } = await buildTicket(desk, { subCategory: key });
      expect((await edit(number, { form: { reason: '抬头错误', kind: 'a' } })).status).toBe(200);
      const { body } = await archive(key).expect(201);
      expect(subOf(body, key)).toMatchObject({ archived: true, openTickets: 1 });

      const { body: shown } = await agent.http.get('/api/categories').expect(200);
      expect(subOf(shown.items[1], key)).toMatchObject({ name: SETTINGS.name, archived: true });
      expect((await edit(number, { subject: '发票抬头' })).body).toMatchObject({
        subCategory: key,
        form: { kind: 'a' },
      });
      expect((await edit(number, { subCategory: key, form: { reason: '税号错误', kind: 'a' } })).status).toBe(200);

      const other = await buildTicket(desk);
      const refused = await edit(other.number, { subCategory: key });
      expect(refused.body).toMatchObject({ code: 'invalid_input', errors: [{ path: 'subCategory' }] });
      const late = await buildTicket(desk, { subCategory: key });
      expect((await agent.http.get(`/api/tickets/${late.number}`).expect(200)).body.subCategory).toBeUndefined();
    });

    it('comes back', async () => {
      const { key } = await add();
      await archive(key).expect(201);
      await admin.http.post(`/api/sub-categories/${key}/restoration`).send({ version: 2 }).expect(201);
      const { number } = await buildTicket(desk);
      expect((await edit(number, { subCategory: key })).status).toBe(200);
      expect((await records('sub_category', key)).map(({ action }: { action: string }) => action)).toEqual([
        'sub_category.restored',
        'sub_category.archived',
        'sub_category.created',
      ]);
    });

    it('in the same moment in which cases open by it: every case opens, with it or without', async () => {
      const { key } = await add();
      const conversations = await Promise.all(
        Array.from({ length: 8 }, () => buildConversation(desk, { says: '发票', category: 'earnings' })),
      );
      const open = ({ conversationId }: { conversationId: string }) =>
        desk.database.transaction((tx) =>
          desk.get(Tickets).openForConversation(tx, { conversationId, reason: 'form', subCategory: key }),
        );
      const [first, ...others] = conversations.map(open);
      const [answer, ...opened] = await Promise.all([archive(key), first, ...others]);
      expect(answer.status).toBe(201);
      expect(opened.every((ticket) => ticket?.opened)).toBe(true);
      const rows = await desk.database.query<{ sub: string | null }>(
        'SELECT DISTINCT sub_category AS sub FROM tickets WHERE id = ANY($1)',
        [opened.map((ticket) => ticket?.ticketId)],
      );
      expect([key, null]).toEqual(expect.arrayContaining(rows.map(({ sub }) => sub)));
    });
  });

  describe('a form that is edited while cases use it', () => {
    it('keeps the values of fields and options that are gone', async () => {
      const { key } = await add();
      const { number } = await buildTicket(desk, { subCategory: key });
      await edit(number, { form: { reason: '抬头错误', kind: 'b' } });
      const amount = { key: 'amount', label: both('金额', 'Amount'), type: 'number', customerVisible: true };
      const form = [amount, { ...KIND, options: KIND.options?.slice(0, 1) }];
      const { body } = await save(key, 1, { form }).expect(200);
      expect(subOf(body, key).form).toMatchObject([
        { key: 'amount' },
        { key: 'kind', options: [{ value: 'a' }, { value: 'b', archived: true }] },
        { key: 'reason', archived: true },
      ]);
      expect((await edit(number, { form: { kind: 'b', amount: '12.5' } })).body.form).toEqual({
        reason: '抬头错误',
        kind: 'b',
        amount: '12.5',
      });
      const other = await buildTicket(desk, { subCategory: key });
      expect((await edit(other.number, { form: { kind: 'b' } })).body.errors).toMatchObject([{ path: 'form.kind' }]);
      expect((await edit(other.number, { form: { reason: 'x' } })).body.errors).toMatchObject([
        { path: 'form.reason' },
      ]);
    });

    it('knows a field by its key for ever', async () => {
      const { key } = await add();
      await save(key, 1, { form: [] }).expect(200);
      const number = { ...REASON, maxLength: undefined, type: 'number' };
      expect((await save(key, 2, { form: [number] }).expect(400)).body.errors).toMatchObject([{ path: 'form.0.type' }]);
      const { body } = await save(key, 2, { form: [REASON] }).expect(200);
      expect(subOf(body, key).form.filter(({ archived }) => !archived)).toEqual([REASON]);
    });
  });

  describe('the versions of a form', () => {
    const forms = async (key: string) =>
      (await admin.http.get(`/api/sub-categories/${key}/forms`).expect(200)).body.items;

    it('are all kept, with who made them; what else is changed makes none', async () => {
      const { key, sub } = await add();
      expect(sub.formVersion).toBe(1);
      await save(key, 1, { name: both('发票问题', 'Invoices') }).expect(200);
      const { body } = await save(key, 2, { form: [KIND] }).expect(200);
      expect(subOf(body, key)).toMatchObject({ version: 3, formVersion: 2 });
      expect(await forms(key)).toMatchObject([
        { version: 2, by: expect.any(String), form: [{ key: 'kind' }, { key: 'reason', archived: true }] },
        { version: 1, by: expect.any(String), form: [{ key: 'reason' }, { key: 'kind' }] },
      ]);
      expect(await forms('login_problem')).toMatchObject([{ version: 1 }]);
      await admin.http.get('/api/sub-categories/nothing/forms').expect(404);
    });

    it('that are older lose nothing of what was filled in by them: what fits is taken, the rest is named', async () => {
      const { key } = await add({ form: [KIND, { ...REASON, requiredAt: undefined }] });
      const { number } = await buildTicket(desk, { subCategory: key });
      expect((await edit(number, { form: { kind: 'b', reason: '旧' } })).body.form).toEqual({
        kind: 'b',
        reason: '旧',
      });
      const must = {
        key: 'must',
        label: both('必填', 'Must'),
        type: 'text',
        customerVisible: true,
        requiredAt: 'open',
      };
      await save(key, 1, { form: [{ ...KIND, options: KIND.options?.slice(1) }, must] }).expect(200);

      const filled = { kind: 'a', reason: '抬头错误' };
      const strict = await edit(number, { form: filled, formVersion: 2 });
      expect(strict.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
        'form.kind',
        'form.must',
        'form.reason',
      ]);
      const { status, body } = await edit(number, { form: filled, formVersion: 1 });
      expect(status).toBe(200);
      expect(body.leftOut).toMatchObject([
        { key: 'reason', value: '抬头错误', code: 'unknown_field', label: both('原因', 'Reason') },
        { key: 'kind', value: 'a', code: 'not_a_choice' },
      ]);
      const timeline = await agent.http.get(`/api/tickets/${number}/timeline`).expect(200);
      const last = timeline.body.items.at(-1);
      expect(last).toMatchObject({ kind: 'edited', customerVisible: false, data: { leftOut: body.leftOut } });
      // What the case said before stands in the line, what it says now is what fits.
      expect(last.data.before.form).toEqual({ kind: 'b', reason: '旧' });
      const shown = await agent.http.get(`/api/tickets/${number}`).expect(200);
      expect(shown.body.leftOut).toBeUndefined();
    });

    it('keep nobody from a person: what does not fit stands in the line of the opening', async () => {
      const { key } = await add();
      const { conversationId } = await buildConversation(desk, { says: '发票', category: 'earnings' });
      const form = { reason: '抬头', kind: 'nothing like it' };
      const opened = await desk.database.transaction((tx) =>
        desk.get(Tickets).openForConversation(tx, { conversationId, reason: 'form', subCategory: key, form }),
      );
      expect(opened.leftOut).toMatchObject([{ key: 'kind', value: 'nothing like it' }]);
      const { body } = await agent.http.get(`/api/tickets/${opened.number}`).expect(200);
      expect(body.form).toEqual({ reason: '抬头' });
      const timeline = await agent.http.get(`/api/tickets/${opened.number}/timeline`).expect(200);
      expect(timeline.body.items[0].data).toMatchObject({ leftOut: [{ value: 'nothing like it' }] });
      const rows = await desk.database.query<{ said: string }>(
        'SELECT public_data::text AS said FROM ticket_events WHERE ticket_id = $1',
        [opened.ticketId],
      );
      expect(rows.map(({ said }) => said).join()).not.toContain('nothing like it');
    });
  });

  describe('a field', () => {
    const CAUSE = {
      key: 'cause',
      label: both('原因分类', 'Cause'),
      type: 'text',
      requiredAt: 'resolve',
      customerVisible: false,
      showWhen: { field: 'kind', is: ['b'] },
    };

    it('that is needed to resolve holds a case up while it is asked and empty, and names itself', async () => {
      const { key } = await add({ form: [KIND, CAUSE] });
      const { number } = await buildTicket(desk, { subCategory: key });
      await edit(number, { form: { kind: 'b' } });
      const resolve = () => agent.http.post(`/api/tickets/${number}/transitions`).send({ to: 'resolved' });
      await agent.http.post(`/api/tickets/${number}/transitions`).send({ to: 'open' }).expect(201);
      const { body } = await resolve().expect(409);
      expect(body).toMatchObject({ code: 'form_incomplete', errors: [{ path: 'form.cause' }] });
      expect((await agent.http.get(`/api/tickets/${number}`).expect(200)).body.status).toBe('open');
      // Saving the rest is nothing it stands in the way of; with another answer it is not asked at all.
      expect((await edit(number, { form: { kind: 'a' } })).status).toBe(200);
      await resolve().expect(201);
    });

    it('that is not asked is not kept', async () => {
      const { key } = await add({ form: [KIND, CAUSE] });
      const { number } = await buildTicket(desk, { subCategory: key });
      expect((await edit(number, { form: { kind: 'b', cause: '系统' } })).body.form).toEqual({
        kind: 'b',
        cause: '系统',
      });
      expect((await edit(number, { form: { kind: 'a', cause: '系统' } })).body.form).toEqual({ kind: 'a' });
    });

    it('stands on the customer’s page when it is theirs to see, in its own words', async () => {
      const { key } = await add({ form: [KIND, { ...CAUSE, requiredAt: undefined, showWhen: undefined }] });
      const { number, ticketId, conversationId } = await buildTicket(desk, { subCategory: key });
      await edit(number, { form: { kind: 'b', cause: 'CANARY' } });
      const details = [{ key: 'kind', label: both('种类', 'Kind'), type: 'select', value: 'b' }];
      const { lookupCode } = desk.get(CustomerTickets).linksOf(number);
      const look = await desk.http.post('/api/status/lookups').send({ number, factor: lookupCode });
      expect(look.body).toMatchObject({ number, details });
      expect(JSON.stringify(look.body)).not.toContain('CANARY');
      const view = (await desk.get(CustomerTickets).customerTickets([conversationId])).get(conversationId);
      expect(view?.details).toMatchObject(details);
      expect(JSON.stringify(view)).not.toContain('CANARY');
      // What was written before fields said who sees them stays in the house.
      await desk.database.query('UPDATE tickets SET form_version = NULL WHERE id = $1', [ticketId]);
      expect(
        (await desk.http.post('/api/status/lookups').send({ number, factor: lookupCode })).body.details,
      ).toBeUndefined();
    });

    it('is judged by the server as the browser judges it', async () => {
      const money = { key: 'sum', label: both('金额', 'Sum'), type: 'money', currency: 'CNY', customerVisible: true };
      const several = { ...KIND, key: 'several', type: 'multi_select', requiredAt: 'open' };
      const { key, sub } = await add({ form: [KIND, several, CAUSE, money] });
      const { number } = await buildTicket(desk, { subCategory: key });
      const text = fc.oneof(fc.constantFrom('a', 'b', 'b,a', '12', '1.234', '', ' '), fc.string({ maxLength: 5 }));
      const given = fc.dictionary(
        fc.constantFrom('kind', 'several', 'cause', 'sum'),
        text.map((said) => said.replace(/[^ -~]/g, '')),
      );
      await fc.assert(
        fc.asyncProperty(given, async (form) => {
          const { body: before } = await agent.http.get(`/api/tickets/${number}`).expect(200);
          const own = checkForm(sub.form, form, { before: before.form });
          const { status, body } = await edit(number, { form });
          if (own.problems.length === 0) expect({ status, form: body.form }).toEqual({ status: 200, form: own.values });
          else
            expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(
              own.problems.map((one) => `form.${one.key}`),
            );
        }),
        { numRuns: 25 },
      );
    });
  });

  it('reaches another process within seconds', async () => {
    const other = await startTestApp({ database });
    const nameIn = async (at: TestApp) => (await at.get(Categories).all())[2]?.topic.en;
    expect(await nameIn(other)).toBe('Using features');
    const [, , feature] = await all();
    await admin.http
      .put('/api/categories/feature')
      .send({ version: feature?.version, name: feature?.name, topic: both('功能', 'Features') })
      .expect(200);
    expect(await nameIn(desk)).toBe('Features');
    await until(async () => (await nameIn(other)) === 'Features', 'the other process to know');
    expect((await other.get(Sites).view(await buildSite(other))).topics[2]?.label.en).toBe('Features');
    await other.close();
  });

  it('is for admins', async () => {
    const { key } = await add();
    const routes = [
      ['get', '/api/categories/settings', {}],
      ['put', '/api/categories/account', { version: 1, name: both('a', 'a'), topic: both('a', 'a') }],
      ['put', '/api/categories/account/order', { version: 1, subCategories: [] }],
      ['post', '/api/categories/account/sub-categories', { key: 'mine', ...SETTINGS }],
      ['put', `/api/sub-categories/${key}`, { version: 1, ...SETTINGS }],
      ['post', `/api/sub-categories/${key}/archival`, { version: 1 }],
      ['post', `/api/sub-categories/${key}/restoration`, { version: 1 }],
      ['get', `/api/sub-categories/${key}/forms`, {}],
    ] as const;
    const supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor' }));
    for (const { http } of [agent, supervisor])
      for (const [method, path, body] of routes)
        expect((await http[method](path).send(body).expect(403)).body.code).toBe('forbidden');
    for (const [method, path, body] of routes) await desk.http[method](path).send(body).expect(401);
  });
});
