import type { CaseImportRowView } from '../../src/contract/index.js';
import { CaseImportApply } from '../../src/tickets/import/case-import-apply.service.js';
import { CaseImportWork } from '../../src/tickets/import/case-import-work.service.js';
import { formatNumber } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { caseImporter } from '../support/case-imports.js';
import {
  type BuiltStaff,
  buildCustomer,
  buildSite,
  buildStaff,
  buildTeam,
  type SignedIn,
  signIn,
} from '../support/factories.js';
import { openStatus } from '../support/status.js';

const CANARY = '金丝雀-内部-勿外传';
const HEAD = '原编号,状态,创建时间,完结时间,内容';
const line = (id: string, more = '') => `${id},已解决,2024-03-01 10:22,2024-03-02 09:00,货款没到${more}`;
const table = (...lines: string[]) => [HEAD, ...lines].join('\r\n');
/** `GB-1`, with a break of the line within the words, as Excel in China saves it. */
const GB18030 =
  '1K2x4LrFLNe0zKwstLS9qMqxvOQsxNrI3Sy/zbunw/uzxg0KR0ItMSzS0b3ivvYsMjAyNC8zLzEgOTowNSwiu/W/7qOsw7u1vQ0K1csiLMHWvMey6MbMDQo=';

const USERS = [
  { id: 1, name: '林小满', email: 'Lin@Shop.example', phone: '138 0000 0000', role: 'end-user' },
  { id: 2, name: '周岚', email: 'agent@desk.example', role: 'agent' },
  { id: 3, name: '早走了', email: 'gone@desk.example', role: 'agent' },
];
const TICKET = {
  id: 10086,
  subject: '货款没有到账',
  status: 'solved',
  priority: 'high',
  type: 'problem',
  tags: ['打款', '月底'],
  via: { channel: 'email' },
  requester_id: 1,
  assignee_id: 2,
  created_at: '2024-03-01T02:22:00Z',
  updated_at: '2024-03-02T01:00:00Z',
  comments: [
    { author_id: 1, plain_body: '昨天的货款没有到账。', public: true, created_at: '2024-03-01T02:22:00Z' },
    { author_id: 2, body: CANARY, public: false, created_at: '2024-03-01T03:00:00Z' },
    { author_id: 3, body: '这句没说公开', created_at: '2024-03-01T03:30:00Z' },
    {
      author_id: 2,
      html_body: '<p>已补打款&nbsp;<script>alert(1)</script></p>',
      public: true,
      created_at: '2024-03-01T04:00:00Z',
      attachments: [{ file_name: 'slip.png', content_url: 'https://files.example/slip.png' }],
    },
  ],
};
const { comments: COMMENTS, ...ALONE } = TICKET;
const OPEN = {
  ...ALONE,
  id: 10087,
  status: 'open',
  priority: 'urgent',
  subject: '直播间打不开',
  comments: [COMMENTS[0]],
};
const CHATWOOT = {
  id: 7,
  inbox_id: 3,
  status: 'resolved',
  priority: 'medium',
  labels: ['直播'],
  created_at: 1709260920,
  last_activity_at: 1709341200,
  meta: {
    sender: { id: 5, name: '山里红', phone_number: '+8613900000000' },
    channel: 'Channel::WebWidget',
    team: { name: '直播组' },
  },
  messages: [
    { content: '直播间打不开', message_type: 0, private: false, created_at: 1709260920 },
    { content: '周岚加入了会话', message_type: 2, private: false, created_at: 1709260930 },
    { content: CANARY, message_type: 1, private: true, created_at: 1709260940, sender: { name: '周岚', type: 'user' } },
    {
      content: '请更新到最新版本',
      message_type: 1,
      private: false,
      created_at: 1709260950,
      sender: { name: '周岚', type: 'user' },
    },
    {
      content: '没说公开的话',
      message_type: 'outgoing',
      created_at: 1709260960,
      sender: { name: '周岚', type: 'user' },
    },
  ],
};

describe('importing cases', () => {
  let desk: TestApp;
  let admin: SignedIn;
  let agent: BuiltStaff;
  let site: { id: string };
  let files: ReturnType<typeof caseImporter>;
  beforeAll(async () => {
    desk = await startTestApp();
    const team = await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    agent = await buildStaff(desk, { name: '周岚', email: 'agent@desk.example', teams: [team] });
    files = caseImporter(desk, admin, site);
  });
  afterAll(() => desk.close());

  const TABLES = ['tickets', 'customers', 'conversations', 'entries', 'ticket_events', 'ticket_sources', 'outbox'];
  const sizes = () =>
    desk.database.query(
      TABLES.map((name) => `SELECT '${name}' AS name, count(*)::int AS count FROM ${name}`).join(' UNION ALL '),
    );
  const caseOf = async (externalId: string, source = 'old-desk') => {
    const row = await desk.database.one<
      Record<string, unknown> & { id: string; number: string; conversationId: string }
    >(
      `SELECT t.id, t.number, t.status, t.priority, t.category, t.sub_category AS "subCategory", t.subject, t.tags,
              t.assignee_id AS "assigneeId", t.opened_at AS "openedAt", t.closed_at AS "closedAt", t.customer_id AS "customerId",
              tc.conversation_id AS "conversationId"
         FROM ticket_sources s JOIN tickets t ON t.id = s.ticket_id JOIN ticket_conversations tc ON tc.ticket_id = t.id
        WHERE s.source = $2 AND s.external_id = $1`,
      [externalId, source],
    );
    if (!row) throw new Error(`${externalId} did not come in`);
    return row;
  };
  const entriesOf = (conversationId: string) =>
    desk.database.query(
      `SELECT kind, author_kind AS by, author_name AS name, author_id IS NOT NULL AS known, body, created_at AS at,
              customer_seq AS shown FROM entries WHERE conversation_id = $1 ORDER BY seq`,
      [conversationId],
    );

  it.each([
    ['UTF-8 with a mark', `\ufeff${table(line('A-1'))}`, 'csv'],
    ['GB18030 as Excel in China saves it', Buffer.from(GB18030, 'base64'), 'csv'],
    ['semicolons', table(line('A-1')).replaceAll(',', ';'), 'csv'],
    [
      'tabs and other names',
      'ID\tStatus\tcreated at\tDescription\nA-1\tsolved\t2024-03-01T10:22:00+08:00\tno money',
      'csv',
    ],
    ['the answer of the API of Zendesk', JSON.stringify({ tickets: [TICKET], users: USERS }), 'zendesk'],
    [
      'an export of Zendesk, an object a line',
      [...USERS, TICKET].map((one) => JSON.stringify(one)).join('\n'),
      'zendesk',
    ],
    [
      'comments of Zendesk beside their tickets',
      JSON.stringify({
        tickets: [ALONE],
        users: USERS,
        comments: COMMENTS.map((one) => ({ ...one, ticket_id: 10086 })),
      }),
      'zendesk',
    ],
    ['conversations of Chatwoot', JSON.stringify({ data: { payload: [CHATWOOT] } }), 'chatwoot'],
    ['conversations of Chatwoot, one a line', `${JSON.stringify(CHATWOOT)}\n`, 'chatwoot'],
  ])('reads %s, and changes nothing', async (_, file, format) => {
    const before = await sizes();
    const found = await files.check(file);
    expect(found).toMatchObject({ status: 'checked', format, counts: { total: 1, new: 1, refused: 0 } });
    expect(await sizes()).toEqual(before);
  });

  it.each([
    ['nothing', '', 415],
    ['a ZIP', Buffer.from('PK\u0003\u0004,,,,'), 415],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 415],
    ['more than is allowed', Buffer.alloc(50 * 1024 * 1024 + 1, ','), 413],
  ])('refuses %s at the door', async (_, file, status) => {
    await files.upload(file).expect(status);
  });

  it.each([
    ['a table without its columns', 'a,b\n1,2', 'csv_no_header'],
    ['half a JSON', '{"tickets": [{"id": 1', 'json_broken'],
    ['JSON of something else', '{"articles": [{"id": 1, "title": "x"}]}', 'nothing_found'],
    ['only a header', `${HEAD}\r\n`, 'nothing_found'],
    ['a quote that is never closed', `${HEAD.replace('原编号', '"原编号')}\n1,2`, 'csv_no_header'],
    ['deep nonsense', '['.repeat(50_000), 'json_broken'],
    ['depths in which everything fits', `${'['.repeat(100)}${']'.repeat(100)}`, 'json_broken'],
    ['more than a desk writes into so few bytes', `[${'{},'.repeat(2_000_000)}{}]`, 'too_many_cases'],
  ])('says what is wrong with %s', async (_, file, code) => {
    expect(await files.check(file)).toMatchObject({ status: 'failed', problem: { code } });
  });

  it('says of each line what becomes of it, by its number', async () => {
    const found = await files.check(
      [
        `${HEAD},优先级,问题类型,客户邮箱`,
        line('L-2', ',特急,财务部,lin@shop.example'),
        line('L-3', '\u0007,高,earnings,no-address'),
        '"L-4",已解决,2024-03-01,,"两\n行字",低,content,',
        line('L-2', ',高,earnings,'),
        ',已解决,2024-03-01,,没有编号,,,',
        'L-8,神秘,2024-03-01,,x,,,',
        'L-9,已解决,昨天,,x,,,',
        'L-10,已解决,2099-01-01,,x,,,',
        'L-11,已解决,,,x,,,',
        'L-12,已解决,2024-03-01,,"=HYPERLINK(""https://evil.example"")",,,',
        'L-13,已解决,2024-03-01,,x,,,,,,,多了',
        'L-14,处理中,2024-03-01',
      ].join('\r\n'),
    );
    expect(found).toMatchObject({
      counts: { total: 12, new: 4, known: 1, refused: 7, open: 0 },
      places: [{ key: '财务部', cases: 1 }],
    });
    const rows = await files.rows(found);
    const told = (row: CaseImportRowView) => [
      row.place,
      row.externalId,
      row.outcome,
      row.messages.map(({ code }) => code),
    ];
    expect(rows.map(told)).toEqual([
      ['#2', 'L-2', 'new', ['category_default']],
      ['#3', 'L-3', 'new', ['characters_repaired', 'contact_wrong', 'customer_unknown']],
      ['#4', 'L-4', 'new', ['time_guessed', 'customer_unknown']],
      ['#6', 'L-2', 'known', ['twice']],
      ['#7', '', 'refused', ['id_missing']],
      ['#8', 'L-8', 'refused', ['field_wrong']],
      ['#9', 'L-9', 'refused', ['time_wrong']],
      ['#10', 'L-10', 'refused', ['time_wrong']],
      ['#11', 'L-11', 'refused', ['time_missing']],
      ['#12', 'L-12', 'new', ['formula', 'time_guessed', 'customer_unknown']],
      ['#13', 'L-13', 'refused', ['row_ragged']],
      ['#14', 'L-14', 'refused', ['row_short', 'nothing_said']],
    ]);
    expect(await files.report(found)).toContain('4,#6,L-2,货款没到,已有,,0,文件里出现了两次，只导入一次');
    const again = await files.checkAgain(found, { categories: { 财务部: { category: 'earnings' } } });
    expect((await files.rows(again))[0]).toMatchObject({ outcome: 'new', messages: [] });
  });

  it('brings what is over as it was, and nobody hears of it', async () => {
    const quiet = () =>
      desk.database.query(
        "SELECT type FROM outbox UNION ALL SELECT 'letter' FROM letters UNION ALL SELECT 'clock' FROM clocks UNION ALL SELECT 'queue' FROM queue_items UNION ALL SELECT 'notice' FROM notices",
      );
    const before = await quiet();
    const done = await files.apply(await files.check(JSON.stringify({ tickets: [TICKET], users: USERS })));
    expect(done).toMatchObject({ status: 'done', counts: { new: 1, done: 1, open: 0 }, unknownStaff: [] });
    const brought = await caseOf('10086');
    expect(brought).toMatchObject({
      status: 'closed',
      priority: 'P1',
      category: null,
      subject: '货款没有到账',
      tags: ['打款', '月底'],
      assigneeId: agent.id,
      openedAt: new Date('2024-03-01T02:22:00Z'),
      closedAt: new Date('2024-03-02T01:00:00Z'),
    });
    expect(brought.number).toMatch(/^PL-/);
    expect(await entriesOf(brought.conversationId)).toEqual([
      expect.objectContaining({
        kind: 'message',
        by: 'customer',
        name: '林小满',
        known: true,
        body: '昨天的货款没有到账。',
        shown: 1,
      }),
      expect.objectContaining({ kind: 'note', by: 'staff', name: '周岚', known: true, body: CANARY, shown: null }),
      expect.objectContaining({ kind: 'note', by: 'staff', name: '早走了', known: false, shown: null }),
      {
        kind: 'message',
        by: 'staff',
        name: '周岚',
        known: true,
        body: '已补打款 alert(1)\n📎 slip.png https://files.example/slip.png',
        at: new Date('2024-03-01T04:00:00Z'),
        shown: 2,
      },
    ]);
    expect(await quiet()).toEqual(before);
    const { body } = await admin.http.get('/api/tickets/search').query({ q: '10086' }).expect(200);
    expect(body.items.map(({ number }: { number: string }) => number)).toEqual([brought.number]);
    // An old number that might be one of ours.
    const alike = formatNumber(800_000_000n).slice(3).replace('-', '');
    await files.apply(await files.check(table(line(alike))));
    const found = await admin.http.get('/api/tickets/search').query({ q: alike }).expect(200);
    expect(found.body.items).toMatchObject([{ number: (await caseOf(alike)).number }]);
    const page = await (await openStatus(desk, brought.conversationId)).read();
    expect(page).toContain('已补打款');
    expect(page).not.toMatch(new RegExp(`${CANARY}|这句没说公开`));
  });

  it('lets what is open wait here from now on, as for any other case', async () => {
    const done = await files.apply(await files.check(JSON.stringify({ tickets: [OPEN], users: USERS })));
    expect(done.counts).toMatchObject({ new: 1, open: 1 });
    const brought = await caseOf('10087');
    expect(brought).toMatchObject({ status: 'new', priority: 'P0', assigneeId: null });
    expect(Math.abs(desk.clock.now().getTime() - (brought.openedAt as Date).getTime())).toBeLessThan(60_000);
    expect(
      await desk.database.query('SELECT kind, state, started_at AS "startedAt" FROM clocks WHERE ticket_id = $1', [
        brought.id,
      ]),
    ).toContainEqual({ kind: 'first_response', state: 'running', startedAt: brought.openedAt });
    expect(await desk.database.query('SELECT 1 FROM queue_items WHERE ticket_id = $1', [brought.id])).toHaveLength(1);
    expect(await desk.database.query('SELECT 1 FROM letters WHERE ticket_id = $1', [brought.id])).toEqual([]);
    const who = await signIn(desk, agent);
    await who.http.get(`/api/tickets/${brought.number}`).expect(200);
    expect((await entriesOf(brought.conversationId))[0]).toMatchObject({ at: new Date('2024-03-01T02:22:00Z') });
    const left = await files.check(JSON.stringify({ tickets: [{ ...OPEN, id: 10088 }] }), { openCases: 'skip' });
    expect(left.counts).toMatchObject({ new: 0, skipped: 1 });
    await files.apply(await files.check(JSON.stringify({ tickets: [{ ...OPEN, id: 10088 }] }), { openCases: 'close' }));
    expect(await caseOf('10088')).toMatchObject({ status: 'closed' });
  });

  it('brings conversations of Chatwoot with who said what; a word that nobody called public is a note', async () => {
    await files.apply(
      await files.check(JSON.stringify([CHATWOOT]), {
        source: 'chatwoot',
        categories: { 直播组: { category: 'feature', subCategory: 'live' } },
      }),
    );
    const brought = await caseOf('7', 'chatwoot');
    expect(brought).toMatchObject({ status: 'closed', category: 'feature', tags: ['直播'], subject: '直播间打不开' });
    expect((await entriesOf(brought.conversationId)).map(({ kind, by, body }) => [kind, by, body])).toEqual([
      ['message', 'customer', '直播间打不开'],
      ['note', 'staff', CANARY],
      ['message', 'staff', '请更新到最新版本'],
      ['note', 'staff', '没说公开的话'],
    ]);
    expect(await (await openStatus(desk, brought.conversationId)).read()).not.toMatch(new RegExp(`${CANARY}|没说公开`));
  });

  it('knows customers by the id of the host; by an address only those who were brought', async () => {
    const known = await buildCustomer(desk, { site, externalId: 'm-1', name: '真林记', email: 'vip@shop.example' });
    const done = await files.apply(
      await files.check(
        [
          `${HEAD},客户ID,客户名称,客户邮箱`,
          line('C-1', ',m-1,自称林记,other@shop.example'),
          line('C-2', ',,冒名者,vip@shop.example'),
          line('C-3', ',,又是他,VIP@shop.example'),
          line('C-4', ',m-2,新客户,'),
        ].join('\n'),
      ),
    );
    expect((await files.rows(done))[1]?.messages).toEqual([{ code: 'contact_verified_elsewhere' }]);
    const [one, two, three, four] = await Promise.all(['C-1', 'C-2', 'C-3', 'C-4'].map((id) => caseOf(id)));
    expect(one?.customerId).toBe(known.id);
    expect(two?.customerId).not.toBe(known.id);
    expect(three?.customerId).toBe(two?.customerId);
    expect(
      await desk.database.query('SELECT name, external_id AS "externalId" FROM customers WHERE id = ANY($1::uuid[])', [
        [known.id, four?.customerId],
      ]),
    ).toEqual(
      expect.arrayContaining([
        { name: '真林记', externalId: 'm-1' },
        { name: '新客户', externalId: 'm-2' },
      ]),
    );
    expect(await desk.database.query('SELECT value FROM contact_points WHERE customer_id = $1', [known.id])).toEqual([
      { value: 'vip@shop.example' },
    ]);
  });

  it('keeps colleagues of a shop apart who share its phone, and finds again who has nothing else', async () => {
    const person = (id: number, email?: string) => ({
      id,
      name: `同事${id}`,
      phone: '138 1111 2222',
      ...(email && { email }),
    });
    const ticket = (id: number, requester: object, more: object = {}) => ({
      ...ALONE,
      id,
      requester,
      requester_id: undefined,
      description: '在吗',
      ...more,
    });
    await files.apply(
      await files.check(
        JSON.stringify({
          tickets: [
            ticket(20_001, person(31, 'one@shop.example'), { requester_id: 31 }),
            ticket(20_002, person(32, 'two@shop.example'), { requester_id: 32 }),
            ticket(20_003, person(32), { requester_id: 32 }),
            ticket(20_004, { name: '电话', phone: '138 1111 2222' }),
            ticket(20_005, { name: '电话', phone: '138 1111 2222' }),
          ],
        }),
      ),
    );
    const brought = await Promise.all([1, 2, 3, 4, 5].map((id) => caseOf(`2000${id}`)));
    const [one, two, again, phone, phoneAgain] = brought.map(({ customerId }) => customerId);
    expect(again).toBe(two);
    expect(phoneAgain).toBe(phone);
    expect(new Set([one, two, phone]).size).toBe(3);
    expect(
      await desk.database.query(`SELECT value FROM contact_points WHERE customer_id = $1 AND kind = 'email'`, [one]),
    ).toEqual([{ value: 'one@shop.example' }]);
  });

  it('shows no customer the address of a colleague', async () => {
    const rows = [line('N-1', ',请查收,agent@desk.example'), line('N-2', ',请查收,gone@desk.example')];
    await files.apply(await files.check([`${HEAD},客服回复,处理人`, ...rows].join('\n')));
    const names = await Promise.all(
      ['N-1', 'N-2'].map(async (id) => {
        const { conversationId } = await caseOf(id);
        expect(await (await openStatus(desk, conversationId)).read()).not.toContain('@desk.example');
        return (await entriesOf(conversationId)).map(({ by, name, known }) => [by, name, known]);
      }),
    );
    expect(names.map(([, reply]) => reply)).toEqual([
      ['staff', '周岚', true],
      ['staff', '客服', false],
    ]);
  });

  it('reads hundreds of thousands of people and words beside their tickets', async () => {
    const users = Array.from({ length: 200_000 }, (_, id) => ({ id, name: 'a' }));
    const comments = Array.from({ length: 80_000 }, () => ({ ticket_id: 30_001, body: 'a' }));
    const found = await files.check(JSON.stringify({ tickets: [{ ...ALONE, id: 30_001 }], users, comments }));
    expect(found).toMatchObject({ status: 'checked', counts: { refused: 1 } });
    expect((await files.rows(found))[0]?.messages).toContainEqual({ code: 'too_many_messages', detail: '80000' });
  });

  it('makes one case of a row that comes twice, in one file or in two', async () => {
    const first = await files.check(table(line('T-1'), line('T-1'), line('T-2')));
    expect(first.counts).toMatchObject({ total: 3, new: 2, known: 1 });
    // Looked through before the first was taken over: it learns only then that it is too late.
    const second = await files.check(table(line('T-2'), line('T-3')));
    expect(second.counts).toMatchObject({ new: 2 });
    await files.apply(first);
    const done = await files.apply(second);
    expect(done.counts).toMatchObject({ new: 1, known: 1 });
    expect((await files.rows(done))[0]).toMatchObject({
      outcome: 'known',
      ticket: (await caseOf('T-2')).number,
      messages: expect.arrayContaining([{ code: 'known' }]),
    });
    expect(await files.check(table(line('T-1'), line('T-2'), line('T-3')))).toMatchObject({
      counts: { new: 0, known: 3 },
    });
    expect(await desk.database.query(`SELECT 1 FROM ticket_sources WHERE external_id LIKE 'T-%'`)).toHaveLength(3);
  });

  it('goes on where it was cut off, and two at work bring nothing twice', async () => {
    const ids = Array.from({ length: 45 }, (_, index) => `X-${index}`);
    const found = await files.check(table(...ids.map((id) => line(id))));
    await desk.database.query(`
      CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW.external_id = 'X-30' THEN RAISE EXCEPTION 'the process ends here'; END IF; RETURN NEW; END $$`);
    await desk.database.query(
      'CREATE TRIGGER cut_off BEFORE INSERT ON ticket_sources FOR EACH ROW EXECUTE FUNCTION cut_off()',
    );
    await files.order(found);
    await expect(desk.get(CaseImportWork).work(found.id)).rejects.toThrow('the process ends here');
    const half = await desk.database.query(`SELECT 1 FROM ticket_sources WHERE external_id LIKE 'X-%'`);
    expect(half).toHaveLength(30);
    await desk.database.query('DROP TRIGGER cut_off ON ticket_sources');
    const applying = { importId: found.id, options: found.options, staffId: admin.principal.staffId };
    const apply = desk.get(CaseImportApply);
    await Promise.all([apply.run(applying, async () => undefined), apply.run(applying, async () => undefined)]);
    await desk.settle();
    expect(await files.show(found.id)).toMatchObject({ status: 'done', counts: { new: 45, known: 0, done: 45 } });
    const [all] = await desk.database.query(
      `SELECT count(*)::int AS sources, count(DISTINCT ticket_id)::int AS cases FROM ticket_sources WHERE external_id LIKE 'X-%'`,
    );
    expect(all).toEqual({ sources: 45, cases: 45 });
  });

  it('is given up when looking through it breaks off again and again, however far it came', async () => {
    await desk.database.query(`
      CREATE FUNCTION cut_off_check() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW.external_id = 'Y-119' THEN RAISE EXCEPTION 'the process ends here'; END IF; RETURN NEW; END $$`);
    await desk.database.query(
      'CREATE TRIGGER cut_off BEFORE INSERT ON case_import_rows FOR EACH ROW EXECUTE FUNCTION cut_off_check()',
    );
    const lines = Array.from({ length: 120 }, (_, index) => line(`Y-${index}`));
    const { body } = await files.upload(table(...lines)).expect(201);
    const work = desk.get(CaseImportWork);
    for (let attempt = 1; attempt <= 5; attempt += 1)
      await expect(work.work(body.id)).rejects.toThrow('the process ends here');
    await desk.database.query('DROP TRIGGER cut_off ON case_import_rows');
    await desk.settle();
    expect(await files.show(body.id)).toMatchObject({ status: 'failed', problem: { code: 'interrupted' } });
  });

  it('is for administrators, and leaves a trace', async () => {
    const who = await signIn(desk, agent);
    await who.http.get('/api/case-imports').expect(403);
    const actions = await desk.database.query(
      `SELECT DISTINCT action FROM audit_records WHERE subject_kind = 'case_import' ORDER BY 1`,
    );
    expect(actions.map(({ action }) => action)).toEqual(['case_import.applied', 'case_import.uploaded']);
  });
});
