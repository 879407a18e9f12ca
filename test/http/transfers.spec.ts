import { Entries } from '../../src/conversations/index.js';
import { Presences } from '../../src/routing/index.js';
import { CustomerTickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildSite, buildTeam } from '../support/factories.js';
import { type AgentAtWork, agentAtWork, linesOf, passTime } from '../support/rescue.js';
import { type AgentOptions, assigneeOf } from '../support/routing.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

describe('a case from hand to hand', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let site: { id: string };

  beforeAll(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
  });
  afterAll(() => desk.close());

  const agent = (options: Partial<AgentOptions> & { role?: AgentAtWork['role'] } = {}) =>
    agentAtWork(desk, { teams: [team], presence: 'busy', ...options });
  /** In nobody's hands. */
  const waiting = async (): Promise<BuiltTicket> => {
    const built = await buildTicket(desk, { site });
    await desk.settle();
    return built;
  };
  const give = (by: AgentAtWork, { number }: BuiltTicket, to: object) =>
    by.http.post(`/api/tickets/${number}/assignments`).send({ teamId: team.id, ...to });
  /** In the hands of this person. */
  const heldBy = async (by: AgentAtWork): Promise<BuiltTicket> => {
    const built = await waiting();
    await give(by, built, { staffId: by.id }).expect(201);
    await desk.settle();
    return built;
  };

  it('is taken by one of two who reach for it, and the other is told by whom; who takes it twice has it', async () => {
    const [chen, lin] = [await agent({ name: '陈小北' }), await agent({ name: '林燕' })];
    const free = await waiting();
    const from = { teamId: team.id };
    const answers = await Promise.all([chen, lin].map((by) => give(by, free, { staffId: by.id, from })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const winner = (await assigneeOf(desk, free)) === chen.id ? chen : lin;
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining(winner.name),
    });
    await give(winner, free, { staffId: winner.id, from }).expect(201);
    expect(await linesOf(desk, free, 'assigned')).toHaveLength(1);
  });

  it('is not taken by who accepts it after it went elsewhere, and it says where it waits', async () => {
    const chen = await agent();
    const elsewhere = await buildTeam(desk, { name: { 'zh-CN': '结算组', en: 'Settlement' } });
    const free = await waiting();
    const both = await agent({ teams: [team, elsewhere] });
    await give(both, free, { teamId: elsewhere.id }).expect(201);
    const { body } = await give(both, free, { staffId: both.id, from: { teamId: team.id } }).expect(409);
    expect(body.detail).toContain('结算组');
    expect((await give(chen, free, { staffId: chen.id, from: { teamId: team.id } })).body.code).toBe('forbidden');
    expect(await assigneeOf(desk, free)).toBeNull();
  });

  it('stays as it is when somebody hands it to themselves', async () => {
    const chen = await agent();
    const mine = await heldBy(chen);
    const before = await desk.database.one('SELECT version FROM tickets WHERE id = $1', [mine.ticketId]);
    await give(chen, mine, { staffId: chen.id }).expect(201);
    expect(await desk.database.one('SELECT version FROM tickets WHERE id = $1', [mine.ticketId])).toEqual(before);
  });

  it('goes to nobody who is disabled or of another team, and to no team that is archived', async () => {
    const chen = await agent();
    const [disabled, stranger] = [await agent(), await agent({ teams: [await buildTeam(desk)] })];
    await desk.database.query('UPDATE staff SET disabled_at = desk_now() WHERE id = $1', [disabled.id]);
    const closed = await buildTeam(desk);
    await desk.database.query('UPDATE teams SET archived_at = desk_now() WHERE id = $1', [closed.id]);
    const mine = await heldBy(chen);
    const bad = [{ staffId: disabled.id }, { staffId: stranger.id }, { teamId: closed.id }, { teamId: site.id }];
    for (const to of bad) expect((await give(chen, mine, to)).body.code).toBe('invalid_input');
    expect(await assigneeOf(desk, mine)).toBe(chen.id);
    await chen.http.post(`/api/tickets/${mine.number}/transitions`).send({ to: 'resolved' }).expect(201);
    expect((await give(chen, mine, { staffId: disabled.id })).body.code).toBe('illegal_transition');
  });

  it('goes to who is busy; to who is offline only while nobody waits for an answer', async () => {
    const chen = await agent();
    const [busy, offline] = [await agent({ presence: 'busy' }), await agent({ presence: 'offline' })];
    await give(chen, await heldBy(chen), { staffId: busy.id }).expect(201);
    const mine = await heldBy(chen);
    expect((await give(chen, mine, { staffId: offline.id })).body.code).toBe('person_away');
    await mine.reply(chen.principal, '请您先看一下这个说明');
    await give(chen, mine, { staffId: offline.id }).expect(201);
    await passTime(desk, 10);
    expect(await assigneeOf(desk, mine)).toBe(offline.id);
  });

  it('goes to nobody whose hands are full of it, in units, by kind, or who has paused the kind', async () => {
    const chen = await agent({ capacity: 20 });
    const full = await agent({ capacity: 0 });
    const kind = await agent({ capacity: 9, kindLimits: { chat: 0 } });
    const paused = await agent({ pausedKinds: ['chat'] });
    const units = await agent({ capacity: 1 });
    const mine = await heldBy(chen);
    await desk.database.query(
      `INSERT INTO routing_rules (version, rules) SELECT version + 1, jsonb_set(rules, '{units,chat}', '2')
       FROM routing_rules ORDER BY version DESC LIMIT 1`,
    );
    for (const { id } of [full, kind, paused, units]) {
      const { body } = await give(chen, mine, { staffId: id });
      expect({ id, code: body.code }).toEqual({ id, code: 'capacity_exceeded' });
    }
    // Taking it oneself asks for room too, and not whether one has paused the kind.
    for (const by of [full, kind, units])
      expect((await give(by, mine, { staffId: by.id })).body).toMatchObject({
        code: 'capacity_exceeded',
        detail: '您手上已经满了，请先完成一些。',
      });
    await give(paused, mine, { staffId: paused.id }).expect(201);
    await desk.database.query('DELETE FROM routing_rules WHERE version > 1');
  });

  it('finds who takes it there: busy, if they were offline', async () => {
    const chen = await agent({ presence: 'offline' });
    const mine = await heldBy(chen);
    expect(await desk.get(Presences).view(chen.id)).toMatchObject({ presence: 'busy', because: 'self' });
    await passTime(desk, 10);
    expect(await assigneeOf(desk, mine)).toBe(chen.id);
  });

  describe('under a supervisor', () => {
    it('is taken over, be they full or not, and the timeline says so', async () => {
      const chen = await agent();
      const lin = await agent({ name: '林主管', role: 'supervisor', capacity: 0 });
      const mine = await heldBy(chen);
      await give(lin, mine, { staffId: lin.id, from: { teamId: team.id, staffId: chen.id } }).expect(201);
      expect(await assigneeOf(desk, mine)).toBe(lin.id);
      expect((await linesOf(desk, mine, 'assigned')).at(-1)).toMatchObject({
        because: 'taken_over',
        staffName: '林主管',
      });
      const [held] = await desk.database.query('SELECT load FROM agent_profiles WHERE staff_id = $1', [lin.id]);
      expect(held).toEqual({ load: 1 });
    });

    it('is watched without being taken, and no more when they say so', async () => {
      const lin = await agent({ role: 'supervisor' });
      const mine = await waiting();
      const watch = () => lin.http.post(`/api/tickets/${mine.number}/watchers/me`);
      await watch().expect(204);
      await watch().expect(204);
      expect((await lin.http.get(`/api/tickets/${mine.number}`)).body).toMatchObject({ watching: true });
      expect(await linesOf(desk, mine, 'watched')).toHaveLength(1);
      const both = await agent({ teams: [team, await buildTeam(desk)] });
      await give(both, mine, { teamId: both.teamIds.find((id) => id !== team.id) }).expect(201);
      await desk.settle();
      expect((await lin.http.get(`/api/tickets/${mine.number}`)).status).toBe(200);
      await lin.http.delete(`/api/tickets/${mine.number}/watchers/me`).expect(204);
      expect((await lin.http.get(`/api/tickets/${mine.number}`)).body.code).toBe('forbidden');
      const chen = await agent();
      const other = await waiting();
      expect((await chen.http.post(`/api/tickets/${other.number}/watchers/me`)).body.code).toBe('forbidden');
    });

    it('is whispered about to who has it: a note that no customer ever sees', async () => {
      const chen = await agent({ name: '陈小北' });
      const lin = await agent({ role: 'supervisor', name: '林主管' });
      const mine = await heldBy(chen);
      const whisper = (by: AgentAtWork, body: string, { number }: BuiltTicket = mine) =>
        by.http.post(`/api/tickets/${number}/whispers`).send({ body });
      await whisper(lin, '先别承诺退款金额').expect(204);
      const notes = await desk.database.query(
        `SELECT kind, customer_seq, author_name, data FROM entries WHERE conversation_id = $1 AND body = '先别承诺退款金额'`,
        [mine.conversationId],
      );
      expect(notes).toEqual([
        {
          kind: 'note',
          customer_seq: null,
          author_name: '林主管',
          data: { type: 'whisper', to: chen.id, name: '陈小北' },
        },
      ]);
      const [{ preview }] = (await desk.database.query('SELECT preview FROM conversations WHERE id = $1', [
        mine.conversationId,
      ])) as [{ preview: string }];
      expect(preview).not.toContain('退款');
      const seen = await desk.get(Entries).after(mine.conversationId, 0, 'customer');
      expect(JSON.stringify(seen)).not.toContain('退款');
      expect(seen.map(({ kind }) => kind)).not.toContain('note');
      const secrets = (await desk.get(CustomerTickets).customerTickets([mine.conversationId])).get(mine.conversationId);
      const { body: page } = await desk.http
        .post('/api/status/lookups')
        .send({ number: mine.number, factor: secrets?.lookupCode })
        .expect(200);
      expect(JSON.stringify(page)).not.toContain('退款');
      expect((await whisper(chen, '我来')).body.code).toBe('forbidden');
      expect((await whisper(lin, '')).status).toBe(400);
      expect((await whisper(lin, '谁在？', await waiting())).body.code).toBe('conflict');
      const outsider = await agent({ role: 'supervisor', teams: [await buildTeam(desk)] });
      expect((await whisper(outsider, '？')).body.code).toBe('forbidden');
    });
  });
});
