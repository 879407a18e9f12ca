import type { MacroSettings, MacroView, TicketView } from '../../src/contract/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

let desk: TestApp;
let team: BuiltTeam;
let other: BuiltTeam;
let admin: SignedIn;
let lead: SignedIn;
let agent: SignedIn;
beforeAll(async () => {
  desk = await startTestApp();
  await buildSite(desk);
  [team, other] = [await buildTeam(desk, { key: 'frontline' }), await buildTeam(desk)];
  admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '周岚' }));
  lead = await signIn(desk, await buildStaff(desk, { role: 'supervisor', teams: [team] }));
  agent = await signIn(desk, await buildStaff(desk, { name: '陈思', teams: [team] }));
});
afterAll(() => desk.close());

const texts = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const WHOLE: MacroSettings = {
  title: texts('退款升级', 'Refund goes up'),
  deeds: {
    category: 'earnings',
    subCategory: 'withdrawal_failed',
    fields: { withdrawal_number: 'TX-20261121' },
    nature: 'fault',
    priority: 'P0',
    addTags: ['退款'],
    removeTags: ['待整理'],
    note: '已核对流水',
    watch: true,
    assign: { to: 'me' },
    status: 'on_hold',
  },
  reply: texts(
    '{{customer.name}}您好，{{ticket.number}} 已加急',
    'Dear {{customer.name}}, {{ticket.number}} is hurried on',
  ),
};
const create = async (over: Partial<MacroSettings> = {}, by = admin): Promise<MacroView> =>
  (
    await by.http
      .post('/api/macros')
      .send({ ...WHOLE, ...over })
      .expect(201)
  ).body;
const read = async (number: string, by = agent): Promise<TicketView> =>
  (await by.http.get(`/api/tickets/${number}`).expect(200)).body;
const asRead = async ({ number, conversationId }: BuiltTicket, macro: MacroView) => ({
  requestId: newId(),
  macroId: macro.id,
  macroVersion: macro.version,
  version: (await read(number, admin)).version,
  conversationId,
});
const run = async (ticket: BuiltTicket, macro: MacroView, over: object = {}, by = agent) =>
  by.http.post(`/api/tickets/${ticket.number}/macro-runs`).send({ ...(await asRead(ticket, macro)), ...over });
const timeline = async (number: string) =>
  (await admin.http.get(`/api/tickets/${number}/timeline`).expect(200)).body.items as {
    kind: string;
    data: Record<string, unknown>;
    customerVisible: boolean;
  }[];
/** All that a macro could have changed. */
const state = async ({ ticketId, conversationId }: BuiltTicket) =>
  desk.database.one<Record<string, unknown>>(
    `SELECT to_jsonb(t) - 'last_activity_at' AS ticket,
            (SELECT count(*) FROM ticket_events WHERE ticket_id = t.id) AS lines,
            (SELECT count(*) FROM ticket_watchers WHERE ticket_id = t.id) AS watchers,
            (SELECT json_agg(json_build_object('kind', kind, 'body', body) ORDER BY seq) FROM entries WHERE conversation_id = $2
              AND kind IN ('message', 'note')) AS said,
            (SELECT sum(uses) FROM macros) AS uses, (SELECT count(*) FROM outbox WHERE key LIKE '%' || t.id) AS facts
       FROM tickets t WHERE t.id = $1`,
    [ticketId, conversationId],
  );

describe('a macro', () => {
  it('does all that it says, in one go, and is named on the timeline', async () => {
    const macro = await create();
    expect(macro).toMatchObject({ pinyin: 'tuikuanshengji', initials: 'tksj', uses: 0, version: 1, archived: false });
    const ticket = await buildTicket(desk, { says: '提现失败' });
    const answer = await run(ticket, macro);
    expect([answer.status, answer.body]).toEqual([201, { number: ticket.number, withdrawn: false }]);
    expect(await read(ticket.number)).toMatchObject({
      ...{ category: 'earnings', subCategory: 'withdrawal_failed', form: { withdrawal_number: 'TX-20261121' } },
      ...{ nature: 'fault', priority: 'P0', tags: ['退款'], status: 'on_hold', watching: true },
      assigneeId: agent.principal.staffId,
    });
    expect((await state(ticket))?.said).toEqual([
      { kind: 'message', body: '提现失败' },
      { kind: 'note', body: '已核对流水' },
      { kind: 'message', body: `${ticket.customer.name}您好，${ticket.number} 已加急` },
    ]);
    const lines = (await timeline(ticket.number)).filter(({ kind }) => kind === 'macro');
    expect(lines).toMatchObject([{ data: { title: WHOLE.title }, customerVisible: false }]);
    const found = (await agent.http.get('/api/macros').expect(200)).body.items as MacroView[];
    expect(found.find(({ id }) => id === macro.id)?.uses).toBe(1);
  });

  it('is done once however often it is sent, and not onto a case or by a macro that has changed', async () => {
    const macro = await create();
    const ticket = await buildTicket(desk);
    const same = await asRead(ticket, macro);
    const both = await Promise.all([1, 2].map(() => run(ticket, macro, same)));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect((await timeline(ticket.number)).filter(({ kind }) => kind === 'macro')).toHaveLength(1);
    const before = await state(ticket);
    expect((await run(ticket, macro, { version: same.version })).body.code).toBe('conflict');
    await admin.http
      .put(`/api/macros/${macro.id}`)
      .send({ ...WHOLE, title: texts('改了', 'New'), version: 1 })
      .expect(200);
    expect((await run(ticket, macro)).body.code).toBe('conflict');
    await admin.http.post(`/api/macros/${macro.id}/archival`).send({ version: 2 }).expect(201);
    expect((await run(ticket, macro, { macroVersion: 3 })).body.code).toBe('not_found');
    expect(await state(ticket)).toEqual(before);
  });

  const FAILING: [what: string, over: Partial<MacroSettings>, code: string, sent?: object][] = [
    [
      'a variable that nothing stands for',
      { reply: texts('{{shop.name}}您好', '{{shop.name}}') },
      'variables_unfilled',
    ],
    ['a variable that was left in', {}, 'variables_unfilled', { reply: '{{customer.name}}您好' }],
    ['a move that is none', { deeds: { ...WHOLE.deeds, status: 'closed' } }, 'illegal_transition'],
    [
      'a form that must say more first',
      {
        deeds: {
          note: '好了',
          assign: { to: 'me' },
          category: 'feature',
          subCategory: 'live_stutter',
          status: 'resolved',
          fields: {},
        },
      },
      'invalid_input',
    ],
    ['a thread of another case', {}, 'invalid_input', { conversationId: newId() }],
  ];
  it.each(FAILING.map(([what, over, code, sent = {}]) => ({ what, over, code, sent })))(
    'that cannot do one thing does none: $what',
    async ({ over, code, sent }) => {
      const macro = await create(over);
      const ticket = await buildTicket(desk);
      const before = await state(ticket);
      const answer = await run(ticket, macro, sent);
      expect(answer.body.code).toBe(code);
      expect(await state(ticket)).toEqual(before);
    },
  );

  it('lets nobody do what they may not do by hand', async () => {
    const macro = await create();
    const words = await create({ deeds: { note: '看过了', watch: true } });
    const ticket = await buildTicket(desk);
    const stranger = await signIn(desk, await buildStaff(desk, { teams: [other] }));
    expect((await run(ticket, words, {}, stranger)).body.code).toBe('forbidden');
    await stranger.http.post(`/api/tickets/${ticket.number}/accesses`).send({ reason: '客户来电' }).expect(201);
    expect((await run(ticket, macro, {}, stranger)).body.code).toBe('forbidden');
    const { status } = await read(ticket.number);
    expect(status).toBe('new');
    expect((await run(ticket, words, {}, stranger)).status).toBe(201);
    const theirs = await create({ teamId: other.id });
    expect((await run(ticket, theirs)).body.code).toBe('not_found');
    const away = await create({ deeds: { assign: { to: 'team', teamId: other.id } } });
    expect((await run(ticket, away)).body).toEqual({ number: ticket.number, withdrawn: true });
  });

  const WRONG: [what: string, over: object, path: string][] = [
    ['nothing to do', { deeds: {}, reply: undefined }, 'deeds'],
    ['a variable that there is not', { reply: texts('{{customer.age}}', 'x') }, 'reply.zh-CN'],
    [
      'a sub-category of another category',
      { deeds: { category: 'account', subCategory: 'withdrawal_failed' } },
      'deeds.subCategory',
    ],
    ['fields of no form', { deeds: { fields: { a: 'b' } } }, 'deeds.fields'],
    [
      'a field that the form has not',
      { deeds: { category: 'earnings', subCategory: 'withdrawal_failed', fields: { a: 'b' } } },
      'deeds.fields.a',
    ],
    ['a tag that comes and goes', { deeds: { addTags: ['a'], removeTags: ['a'] } }, 'deeds.removeTags'],
    ['a team that there is not', { deeds: { assign: { to: 'team', teamId: newId() } } }, 'deeds.assign.teamId'],
    ['a way back to the beginning', { deeds: { status: 'new' } }, 'deeds.status'],
  ];
  it.each(WRONG)('with %s is not kept', async (_, over, path) => {
    const { status, body } = await admin.http.post('/api/macros').send({ ...WHOLE, ...over });
    expect([status, body.code, body.errors?.map((error: { path: string }) => error.path)]).toEqual([
      400,
      'invalid_input',
      expect.arrayContaining([path]),
    ]);
  });

  it('is kept by who keeps a team, for it and for all; each change is in the audit log', async () => {
    await agent.http.post('/api/macros').send(WHOLE).expect(403);
    expect((await lead.http.post('/api/macros').send({ ...WHOLE, teamId: other.id })).status).toBe(400);
    const made = await create({ teamId: team.id }, lead);
    const theirs = await create({ teamId: other.id });
    await lead.http
      .put(`/api/macros/${theirs.id}`)
      .send({ ...WHOLE, version: 1 })
      .expect(404);
    expect((await lead.http.get('/api/macros/settings')).body.items.map(({ id }: MacroView) => id)).not.toContain(
      theirs.id,
    );
    await lead.http.post(`/api/macros/${made.id}/archival`).send({ version: 2 }).expect(409);
    await lead.http.post(`/api/macros/${made.id}/archival`).send({ version: 1 }).expect(201);
    await lead.http.post(`/api/macros/${made.id}/restoration`).send({ version: 2 }).expect(201);
    const audit = await desk.database.query<{ action: string }>(
      `SELECT action FROM audit_records WHERE subject_id = $1 ORDER BY at, id`,
      [made.id],
    );
    expect(audit.map(({ action }) => action)).toEqual(['macro.created', 'macro.archived', 'macro.restored']);
  });
});
