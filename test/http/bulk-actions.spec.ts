import { randomUUID } from 'node:crypto';
import { BULK_LIMITS, type BulkActionView, type BulkDeed } from '../../src/contract/index.js';
import { firstName } from '../../src/people/index.js';
import { BulkWork } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectAgent } from '../support/clients.js';
import { type BuiltTeam, buildSite, buildTeam } from '../support/factories.js';
import { type AgentAtWork, agentAtWork, linesOf } from '../support/rescue.js';
import { type BuiltTicket, buildTicket, type ConversationOptions } from '../support/tickets.js';
import { until } from '../support/until.js';

const HOLD = BULK_LIMITS.holdSeconds * 1_000;

describe('the same done to many cases', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let elsewhere: BuiltTeam;
  let site: { id: string };
  let lead: AgentAtWork;
  let chen: AgentAtWork;

  beforeAll(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    elsewhere = await buildTeam(desk);
    site = await buildSite(desk);
    lead = await person({ name: '周主管', role: 'supervisor', teams: [team, elsewhere] });
    chen = await person({ name: '陈小北' });
  });
  afterAll(() => desk.close());

  const person = (options: Partial<Parameters<typeof agentAtWork>[1]> = {}) =>
    agentAtWork(desk, { teams: [team], presence: 'busy', capacity: 50, ...options });
  const cases = async (count: number, options: ConversationOptions = {}): Promise<BuiltTicket[]> => {
    const built: BuiltTicket[] = [];
    for (let n = 0; n < count; n += 1) built.push(await buildTicket(desk, { site, ...options }));
    await desk.settle();
    return built;
  };
  const numbers = (of: readonly BuiltTicket[]) => ({ by: 'numbers', numbers: of.map(({ number }) => number) });
  const answer = (body = '已恢复，请刷新后再试'): BulkDeed => ({ kind: 'answer', body });
  const order = (scope: object, deed: BulkDeed = answer(), by = lead, requestId: string = randomUUID()) =>
    by.http.post('/api/bulk-actions').send({ requestId, deed, scope });
  const ordered = async (...given: Parameters<typeof order>): Promise<BulkActionView> =>
    (await order(...given).expect(201)).body;
  const read = async ({ id }: { id: string }, by = lead): Promise<BulkActionView> =>
    (await by.http.get(`/api/bulk-actions/${id}`).expect(200)).body;
  const outcomes = async ({ id }: { id: string }, by = lead) =>
    (await by.http.get(`/api/bulk-actions/${id}/cases`).query({ limit: 100 }).expect(200)).body.items;
  const work = () => desk.get(BulkWork).runOnce();
  const carriedOut = async (action: { id: string }, by = lead): Promise<BulkActionView> => {
    await desk.clock.advance(HOLD);
    await work();
    await desk.settle();
    return await read(action, by);
  };
  const saidIn = async ({ conversationId }: BuiltTicket, kind = 'message') =>
    (
      await desk.database.query<{ body: string }>(
        `SELECT body FROM entries WHERE conversation_id = $1 AND kind = $2 AND author_kind = 'staff' ORDER BY seq`,
        [conversationId, kind],
      )
    ).map(({ body }) => body);
  const rowOf = async ({ ticketId }: BuiltTicket) =>
    (await desk.database.one<Record<string, unknown>>('SELECT * FROM tickets WHERE id = $1', [ticketId])) ?? {};
  const give = (built: BuiltTicket, to: object, by = lead) =>
    by.http
      .post(`/api/tickets/${built.number}/assignments`)
      .send({ teamId: team.id, ...to })
      .expect(201);
  const move = (built: BuiltTicket, to: string, by = lead) =>
    by.http.post(`/api/tickets/${built.number}/transitions`).send({ to }).expect(201);

  const TABLE: [string, () => BulkDeed, (built: BuiltTicket) => Promise<unknown>, unknown][] = [
    ['answer', () => answer('{{customer.name}}，{{ticket.number}} 已恢复。{{agent.name}}'), saidIn, null],
    ['note', () => ({ kind: 'note', body: '同一次故障' }), (built) => saidIn(built, 'note'), ['同一次故障']],
    [
      'status',
      () => ({ kind: 'status', to: 'resolved', note: '一并解决' }),
      async (built) => [
        (await rowOf(built)).status,
        await saidIn(built, 'note'),
        (await linesOf(desk, built, 'status')).length,
      ],
      ['resolved', ['一并解决'], 1],
    ],
    [
      'assign',
      () => ({ kind: 'assign', teamId: elsewhere.id }),
      async (built) => [
        (await rowOf(built)).team_id === elsewhere.id,
        (await linesOf(desk, built, 'handed_over')).length,
      ],
      [true, 1],
    ],
    ['priority', () => ({ kind: 'priority', priority: 'P0' }), async (built) => (await rowOf(built)).priority, 'P0'],
    [
      'tags',
      () => ({ kind: 'tags', add: ['打款故障', '打款故障 '], remove: ['旧'] }),
      async (built) => (await rowOf(built)).tags,
      ['打款故障'],
    ],
  ];
  it.each(TABLE)('%s: not before its time, and then as to one, and once', async (kind, deed, look, expected) => {
    const two = await cases(2);
    for (const built of two) await give(built, { staffId: chen.id });
    if (kind === 'tags')
      await desk.database.query(`UPDATE tickets SET tags = '{旧}' WHERE id = ANY($1::uuid[])`, [
        two.map((c) => c.ticketId),
      ]);
    const action = await ordered(numbers(two), deed());
    expect(action).toMatchObject({ state: 'held', total: 2, counts: { waiting: 2 } });
    await desk.clock.advance(HOLD - 2_000);
    await work();
    expect((await read(action)).state).toBe('held');
    const over = await carriedOut(action);
    expect(over).toMatchObject({ state: 'done', counts: { done: 2, failed: 0, skipped: 0 } });
    await work();
    for (const built of two)
      expect(await look(built)).toEqual(
        expected ?? [`${built.customer.name}，${built.number} 已恢复。${firstName(lead.name)}`],
      );
    if (kind === 'note' || kind === 'answer') return;
    const again = await carriedOut(await ordered(numbers(two), deed()));
    expect(again).toMatchObject({ state: 'done', counts: { done: 0, skipped: 2 } });
    expect((await outcomes(again))[0]).toMatchObject({ skip: 'unchanged' });
  });

  it('takes all of it back in time, and says afterwards what has happened', async () => {
    const two = await cases(2);
    const action = await ordered(numbers(two));
    const undo = (by = lead) => by.http.post(`/api/bulk-actions/${action.id}/undos`);
    expect((await undo(chen).expect(404)).body.code).toBe('not_found');
    await desk.clock.advance(HOLD - 2_000);
    expect((await undo().expect(201)).body).toMatchObject({ state: 'undone', counts: { undone: 2 } });
    await undo().expect(201);
    await carriedOut(action);
    expect(await saidIn(two[0] as BuiltTicket)).toEqual([]);
    const late = await ordered({ by: 'unfinished', actionId: action.id });
    expect(late.total).toBe(2);
    await desk.clock.advance(HOLD);
    // Nobody has begun yet, and yet the time is over.
    expect((await lead.http.post(`/api/bulk-actions/${late.id}/undos`).expect(409)).body.code).toBe('undo_too_late');
    await carriedOut(late);
    const { body } = await lead.http.post(`/api/bulk-actions/${late.id}/undos`).expect(409);
    expect(body).toMatchObject({ code: 'undo_too_late', detail: expect.stringContaining('2 个工单中已处理 2 个') });
    for (const built of two) expect(await saidIn(built)).toHaveLength(1);
  });

  it('is ordered once, however often it is sent; and tells only who ordered it how far it is', async () => {
    const two = await cases(2);
    const [own, others] = [await connectAgent(desk, lead), await connectAgent(desk, chen)];
    const requestId = randomUUID();
    const [first, second] = await Promise.all([
      ordered(numbers(two), answer(), lead, requestId),
      ordered(numbers(two), answer(), lead, requestId),
    ]);
    expect(first.id).toBe(second.id);
    expect((await order(numbers(two), answer('别的'), lead, requestId).expect(422)).body.code).toBe(
      'idempotency_key_reused',
    );
    await carriedOut(first);
    const { action } = await own.heard('bulk_action.changed', (push) => push.action.state === 'done');
    expect(action).toEqual(await read(first));
    expect(others.of('bulk_action.changed')).toEqual([]);
    expect((await lead.http.get('/api/bulk-actions').expect(200)).body.items[0]).toEqual(action);
    own.close();
    others.close();
  });

  it('asks for each case whether they may: by its turn, not by its order', async () => {
    const stranger = await person({ role: 'supervisor', teams: [await buildTeam(desk)] });
    const [free, moved, mine] = (await cases(3)) as [BuiltTicket, BuiltTicket, BuiltTicket];
    await give(mine, { staffId: chen.id });
    const of = async (by: AgentAtWork, deed: BulkDeed = answer()) =>
      await ordered(numbers([free, moved, mine]), deed, by);
    const preview = async (by: AgentAtWork) =>
      (
        await by.http
          .post('/api/bulk-actions/previews')
          .send({ kind: 'answer', scope: numbers([free, moved, mine]) })
          .expect(200)
      ).body;
    expect(await preview(stranger)).toMatchObject({ total: 0, forbidden: 3, names: [] });
    expect(await preview(chen)).toMatchObject({ total: 1, forbidden: 2, names: [mine.customer.name] });
    expect(await carriedOut(await of(stranger), stranger)).toMatchObject({ counts: { failed: 3 } });
    const byAgent = await of(chen);
    const limited = await person({ role: 'supervisor', teams: [team] });
    const byLimited = await of(limited, { kind: 'priority', priority: 'P1' });
    await give(moved, { teamId: elsewhere.id });
    expect(await carriedOut(byAgent, chen)).toMatchObject({ counts: { failed: 2, done: 1 } });
    const [, lost] = await outcomes(await read(byLimited, limited), limited);
    expect(lost).toEqual({
      number: moved.number,
      state: 'failed',
      problem: expect.objectContaining({ code: 'forbidden' }),
    });
    expect([await saidIn(free), await saidIn(moved), await saidIn(mine)].map(({ length }) => length)).toEqual([
      0, 0, 1,
    ]);
    expect((await order({ by: 'filter', filter: {} }, answer(), chen).expect(403)).body.code).toBe('forbidden');
  });

  it.each(['disabled', 'demoted'])('does nothing more for who is %s meanwhile', async (what) => {
    const [first, second] = (await cases(2)) as [BuiltTicket, BuiltTicket];
    const by = await person({ role: 'supervisor' });
    const action = await ordered(numbers([first, second]), answer(), by);
    const change = what === 'disabled' ? 'disabled_at = desk_now()' : `role = 'agent'`;
    await desk.database.query(`UPDATE staff SET ${change} WHERE id = $1`, [by.id]);
    await desk.clock.advance(HOLD);
    await work();
    const states = await desk.database.query('SELECT state, code FROM bulk_action_cases WHERE action_id = $1', [
      action.id,
    ]);
    expect(states).toEqual([first, second].map(() => ({ state: 'failed', code: 'forbidden' })));
    expect([...(await saidIn(first)), ...(await saidIn(second))]).toEqual([]);
  });

  it('leaves out the case whose variable nothing stands for, and tries those again that are left', async () => {
    const [plain] = await cases(1);
    const [shop] = await cases(1, { shop: { name: '林记茶铺' } });
    const both = [plain, shop] as [BuiltTicket, BuiltTicket];
    const deed = answer('{{shop.name}}的货款已到账');
    const asked = { kind: 'answer', body: '{{shop.name}}的货款已到账', scope: numbers(both) };
    const { body: preview } = await lead.http.post('/api/bulk-actions/previews').send(asked).expect(200);
    expect(preview).toMatchObject({ total: 2, customers: 2, unfilled: 1, sample: { body: '林记茶铺的货款已到账' } });
    const action = await carriedOut(await ordered(numbers(both), deed));
    expect(action).toMatchObject({ state: 'done', counts: { done: 1, failed: 1 } });
    const failed = (await lead.http.get(`/api/bulk-actions/${action.id}/cases`).query({ state: 'failed' }).expect(200))
      .body;
    expect(failed.items).toMatchObject([
      {
        number: both[0].number,
        problem: { code: 'variables_unfilled', detail: expect.stringContaining('{{shop.name}}') },
      },
    ]);
    const rest = await carriedOut(await ordered({ by: 'unfinished', actionId: action.id }, answer('货款已到账')));
    expect(rest).toMatchObject({ total: 1, counts: { done: 1 } });
    expect(await saidIn(both[0])).toEqual(['货款已到账']);
    expect(await saidIn(both[1])).toEqual(['林记茶铺的货款已到账']);
    expect((await order(numbers(both), answer('{{shop.nmae}}')).expect(400)).body.code).toBe('invalid_input');
  });

  it('is of what the filter finds when it is ordered, by what they may see; too many are refused, as is none', async () => {
    const marked = await cases(2);
    for (const built of marked)
      await carriedOut(await ordered(numbers([built]), { kind: 'tags', add: ['大促'], remove: [] }));
    const filter = { tag: '大促', status: 'new,open' };
    const action = await ordered({ by: 'filter', filter });
    const [late] = await cases(1);
    await desk.database.query(`UPDATE tickets SET tags = '{大促}' WHERE id = $1`, [late?.ticketId]);
    expect(await carriedOut(action)).toMatchObject({ total: 2, counts: { done: 2 } });
    expect(await saidIn(late as BuiltTicket)).toEqual([]);
    const outsider = await person({ role: 'supervisor', teams: [await buildTeam(desk)] });
    expect((await order({ by: 'filter', filter }, answer(), outsider).expect(400)).body.detail).toContain(
      '没有符合条件',
    );
    await desk.database.query(
      `INSERT INTO tickets (id, number, site_id, customer_id, tier, priority, status, team_id, subject, locale, tags)
       SELECT gen_random_uuid(), 'many-' || n, site_id, customer_id, tier, priority, 'cancelled', team_id, '', locale, '{大促}'
       FROM tickets, generate_series(1, $2::int) n WHERE id = $1`,
      [late?.ticketId, BULK_LIMITS.cases],
    );
    const { body } = await order({ by: 'filter', filter: { tag: '大促' } }).expect(400);
    expect(body.detail).toContain('5,000');
  });

  it('is stopped half way: what is done stays, what is under way ends, the rest is left', async () => {
    const five = await cases(5);
    const action = await ordered(numbers(five));
    await desk.clock.advance(HOLD);
    const { working, go } = await held(five.slice(1, 3), work);
    const stopped = await lead.http.post(`/api/bulk-actions/${action.id}/stops`).expect(201);
    expect(stopped.body.state).toBe('stopping');
    await go();
    await working;
    const over = await read(action);
    expect(over.state).toBe('stopped');
    expect(over.counts).toMatchObject({ done: 3, undone: 2 });
    const said = await Promise.all(five.map(async (built) => (await saidIn(built)).length));
    expect(said).toEqual([1, 1, 1, 0, 0]);
    expect((await lead.http.post(`/api/bulk-actions/${action.id}/stops`).expect(201)).body).toEqual(over);
  });

  it('is begun anew by the next worker where one has died over a case', async () => {
    const five = await cases(5);
    const action = await ordered(numbers(five));
    await desk.clock.advance(HOLD);
    const { working, go } = await held(five.slice(1, 3), work);
    // As the database sees a process that is killed: its transaction is gone.
    await desk.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    await go();
    await working.catch(() => undefined);
    await work();
    expect(await read(action)).toMatchObject({ state: 'done', counts: { done: 5 } });
    for (const built of five) expect(await saidIn(built)).toHaveLength(1);
  });

  it('answers a thread once that was merged into a case whose turn is still to come', async () => {
    const [source, target] = (await cases(2)) as [BuiltTicket, BuiltTicket];
    const action = await carriedOut(await ordered(numbers([source])));
    // As a worker leaves it that dies between the two.
    await desk.database.query(`UPDATE bulk_actions SET state = 'running', ended_at = NULL WHERE id = $1`, [action.id]);
    await desk.database.query('INSERT INTO bulk_action_cases (action_id, ticket_id, place) VALUES ($1, $2, 2)', [
      action.id,
      target.ticketId,
    ]);
    await lead.http.post(`/api/tickets/${source.number}/merges`).send({ into: target.number }).expect(201);
    await work();
    expect(await read(action)).toMatchObject({ state: 'done', counts: { done: 2 } });
    for (const built of [source, target]) expect(await saidIn(built)).toHaveLength(1);
  });

  it.each([1, 2, 3])(
    'ends each case in one state and answers nobody twice, whoever comes between (%i)',
    async (turn) => {
      const [keep, ...rest] = await cases(9);
      const all = [keep as BuiltTicket, ...rest];
      const [away, source, target, ended] = rest as [BuiltTicket, BuiltTicket, BuiltTicket, BuiltTicket];
      const outside = (await cases(1))[0] as BuiltTicket;
      const intoOutside = rest[5] as BuiltTicket;
      for (const built of [source, target, ended, outside, intoOutside]) await give(built, { staffId: chen.id });
      await move(ended, 'resolved');
      const limited = await person({ role: 'supervisor', teams: [team] });
      const action = await ordered(numbers(all), answer(`第 ${turn} 次`), limited);
      await desk.clock.advance(HOLD);
      const merge = (from: BuiltTicket, into: BuiltTicket) =>
        lead.http.post(`/api/tickets/${from.number}/merges`).send({ into: into.number });
      const between = [
        () => merge(source, target),
        () => merge(intoOutside, outside),
        () => lead.http.post(`/api/tickets/${away.number}/assignments`).send({ teamId: elsewhere.id }),
      ];
      await Promise.all([...(turn === 1 ? [] : between.map((deed) => deed())), work(), work(), work()]);
      if (turn === 3) await lead.http.post(`/api/bulk-actions/${action.id}/stops`);
      const isOver = async () => {
        await work();
        return (await read(action, limited)).endedAt;
      };
      await until(isOver, 'its end');
      const states = await desk.database.query<{ state: string; id: string }>(
        'SELECT state, ticket_id AS id FROM bulk_action_cases WHERE action_id = $1',
        [action.id],
      );
      expect(states.filter(({ state }) => state === 'waiting')).toEqual([]);
      const stateOf = (built: BuiltTicket) => states.find(({ id }) => id === built.ticketId)?.state;
      for (const built of [...all, outside]) expect((await saidIn(built)).length).toBeLessThanOrEqual(1);
      for (const built of all) if (stateOf(built) === 'done') expect(await saidIn(built)).toEqual([`第 ${turn} 次`]);
      for (const built of [source, target, intoOutside]) expect(await saidIn(built)).toHaveLength(1);
      expect(await saidIn(away)).toHaveLength(stateOf(away) === 'done' ? 1 : 0);
    },
  );

  /** Works until each hand stands at one of these two cases, which somebody else has in hand. */
  async function held(two: readonly BuiltTicket[], begin: () => Promise<unknown>) {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isHeld = false;
    const holding = desk.database.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM conversations WHERE id = ANY($1::uuid[]) FOR UPDATE', [
        two.map(({ conversationId }) => conversationId),
      ]);
      isHeld = true;
      await released;
    });
    await until(() => isHeld);
    const working = begin();
    await until(
      async () =>
        (
          await desk.database.query(
            `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
          )
        ).length === two.length,
      'a hand at each',
    );
    const go = async () => {
      release();
      await holding;
    };
    return { working, go };
  }
});
