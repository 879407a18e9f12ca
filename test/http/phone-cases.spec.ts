import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  type BuiltSite,
  buildCustomer,
  buildSite,
  buildStaff,
  buildTeam,
  type SignedIn,
  signIn,
} from '../support/factories.js';

const SAID = { check: 'account_facts', checkNote: '订单尾号 7781', category: 'earnings', message: '提现三天没有到账' };

describe('cases that staff open for somebody on the phone', () => {
  let desk: TestApp;
  let agent: SignedIn;
  let site: BuiltSite;

  beforeAll(async () => {
    desk = await startTestApp();
    await buildTeam(desk, { key: 'frontline' });
    const elsewhere = await buildTeam(desk);
    agent = await signIn(desk, await buildStaff(desk, { name: '李娜', teams: [elsewhere] }));
    site = await buildSite(desk);
  });
  afterAll(() => desk.close());

  const open = (body: object) => agent.http.post('/api/tickets').send({ requestId: randomUUID(), ...SAID, ...body });
  const find = async (query: string) => (await agent.http.get('/api/customers').query({ query }).expect(200)).body;

  it('finds the caller by phone, by the host’s id and by how the name begins, masked; and nobody else', async () => {
    const customer = await buildCustomer(desk, { site, name: '周远航', externalId: 'm-77', phone: '+8613900001234' });
    await buildCustomer(desk, { site, name: '吴一凡', phone: '13900009999' });
    for (const query of ['13900001234', '139 0000 1234', '+86 139-0000-1234', 'm-77', '周远', '周远航']) {
      const { items, sites } = await find(query);
      expect(items).toEqual([
        {
          customerId: customer.id,
          name: '周远航',
          identified: true,
          externalId: 'm-77',
          siteName: site.name,
          contactPoints: ['+86139****1234'],
          openCases: 0,
        },
      ]);
      expect(sites).toEqual([{ id: site.id, name: site.name }]);
    }
    for (const query of ['远航', '1234', 'm-7', '13900001235', '%%']) expect((await find(query)).items).toEqual([]);
  });

  it('opens a case whose number and code open the public page, notes how it was checked, and follows it', async () => {
    const customer = await buildCustomer(desk, { site, name: '何静' });
    const { body } = await open({ customerId: customer.id }).expect(201);
    await agent.http.post('/api/status/lookups').send({ number: body.number, factor: body.lookupCode }).expect(200);
    const { body: ticket } = await agent.http.get(`/api/tickets/${body.number}`).expect(200);
    expect(ticket).toMatchObject({ subject: SAID.message, category: 'earnings', status: 'new' });
    const entries = await desk.database.query(
      `SELECT e.kind, e.author_kind AS author, e.channel, e.body, c.channel AS began FROM tickets t
         JOIN ticket_conversations tc ON tc.ticket_id = t.id JOIN conversations c ON c.id = tc.conversation_id
         JOIN entries e ON e.conversation_id = c.id WHERE t.number = $1 AND e.kind <> 'system' ORDER BY e.seq`,
      [body.number],
    );
    expect(entries).toEqual([
      { kind: 'message', author: 'customer', channel: 'phone', body: SAID.message, began: 'phone' },
      {
        kind: 'note',
        author: 'staff',
        channel: 'console',
        body: '电话代客建单。身份核实：已核对账号或订单信息 · 订单尾号 7781。',
        began: 'phone',
      },
    ]);
    const { pathname, search } = new URL(body.statusUrl);
    const { text } = await agent.http.get(pathname + search).expect(200);
    expect(text).toContain(SAID.message);
    expect(text).not.toContain('7781');
    expect((await find('何静')).items[0].openCases).toBe(1);
  });

  it('enters somebody new, whose number nobody vouches for', async () => {
    const newCustomer = { siteId: site.id, name: '冯小满', phone: '137 0000 4321' };
    await open({ newCustomer }).expect(201);
    const { items } = await find('13700004321');
    expect(items).toMatchObject([{ name: '冯小满', identified: false, contactPoints: ['137****4321'], openCases: 1 }]);
    const points = await desk.database.query(`SELECT verified_by FROM contact_points WHERE value = '13700004321'`);
    expect(points).toEqual([{ verified_by: 'customer' }]);
  });

  it('opens one case however often it is sent', async () => {
    const customer = await buildCustomer(desk, { site, name: '蒋南' });
    const requestId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => open({ requestId, customerId: customer.id })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.number}`)).size).toBe(1);
    expect((await find('蒋南')).items[0].openCases).toBe(1);
    await open({ requestId, customerId: customer.id, message: '别的' }).expect(422);
  });

  it('changes nothing when it is told too little, too much or nonsense', async () => {
    const customer = await buildCustomer(desk, { site });
    const before = await desk.database.query('SELECT count(*) FROM customers');
    const newCustomer = { siteId: site.id, name: '某人' };
    await open({}).expect(400);
    await open({ customerId: customer.id, newCustomer }).expect(400);
    await open({ newCustomer: { ...newCustomer, siteId: randomUUID() } }).expect(400);
    await open({ newCustomer, subCategory: 'no_such' }).expect(400);
    await open({ customerId: randomUUID() }).expect(404);
    expect(await desk.database.query('SELECT count(*) FROM customers')).toEqual(before);
  });
});
