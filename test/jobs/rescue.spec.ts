import { Presences } from '../../src/routing/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildSite, buildTeam } from '../support/factories.js';
import { type AgentAtWork, agentAtWork, linesOf, passTime } from '../support/rescue.js';
import { type AgentOptions, assigneeOf } from '../support/routing.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

describe('rescue', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let site: { id: string };

  beforeEach(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
  });
  afterEach(() => desk.close());

  const agent = (options: Partial<AgentOptions> = {}) => agentAtWork(desk, { teams: [team], ...options });
  const opened = async (): Promise<BuiltTicket> => {
    const built = await buildTicket(desk, { site });
    await desk.settle();
    return built;
  };
  const threadOf = async ({ conversationId }: BuiltTicket) =>
    (
      await desk.database.query<{ type: string }>(
        `SELECT data ->> 'type' AS type FROM entries WHERE conversation_id = $1 AND data IS NOT NULL ORDER BY seq`,
        [conversationId],
      )
    ).map(({ type }) => type);
  const inHand = async ({ ticketId }: BuiltTicket) =>
    await desk.database.one<{ answerBy: Date | null }>(
      'SELECT answer_by AS "answerBy" FROM work_in_hand WHERE ticket_id = $1',
      [ticketId],
    );
  const queued = async ({ ticketId }: BuiltTicket) =>
    await desk.database.one<{ enqueuedAt: Date }>(
      'SELECT enqueued_at AS "enqueuedAt" FROM queue_items WHERE ticket_id = $1',
      [ticketId],
    );

  describe('of who does not answer', () => {
    it('takes a case back after the time of the team: with its place, its reason and its numbers, and not to them again', async () => {
      const chen = await agent({ name: '陈小北' });
      const mine = await opened();
      const began = await desk.database.now();
      await passTime(desk, 170);
      expect(await assigneeOf(desk, mine)).toBe(chen.id);
      await passTime(desk, 10);
      expect(await assigneeOf(desk, mine)).toBeNull();
      expect((await queued(mine))?.enqueuedAt.getTime()).toBeLessThanOrEqual(began.getTime());
      expect(await linesOf(desk, mine, 'returned')).toEqual([
        { because: 'silent', staffName: '陈小北', seconds: 180, waitedSeconds: expect.any(Number) },
      ]);
      expect(await threadOf(mine)).toEqual(['ticket_opened', 'agent_joined', 'returned_to_queue']);
      const lin = await agent();
      await desk.settle();
      expect(await assigneeOf(desk, mine)).toBe(lin.id);
    });

    it('never takes an answered case, although its event is late', async () => {
      const chen = await agent();
      const mine = await opened();
      await mine.reply(chen.principal, '您好，我来看一下');
      await passTime(desk, 200);
      expect(await assigneeOf(desk, mine)).toBe(chen.id);
      expect(await inHand(mine)).toEqual({ answerBy: null });
      await mine.say('还在吗？');
      await passTime(desk, 600);
      expect(await assigneeOf(desk, mine)).toBe(chen.id);
    });

    it('leaves alone a case whose customer is asked something, and one of a team that watches nobody', async () => {
      const chen = await agent();
      const [asked, unwatched] = [await opened(), await opened()];
      await chen.http.post(`/api/tickets/${asked.number}/transitions`).send({ to: 'pending' }).expect(201);
      await passTime(desk, 170);
      await desk.database.query('UPDATE team_routing SET answer_within_seconds = NULL');
      await passTime(desk, 600);
      expect(await assigneeOf(desk, asked)).toBe(chen.id);
      expect(await assigneeOf(desk, unwatched)).toBe(chen.id);
    });

    it('counts from when the customer began to wait, if that was later', async () => {
      const chen = await agent();
      const mine = await opened();
      await desk.database.query('UPDATE conversations SET awaiting_reply_since = NULL WHERE id = $1', [
        mine.conversationId,
      ]);
      await passTime(desk, 100);
      await mine.say('补充一下');
      await passTime(desk, 100);
      expect(await assigneeOf(desk, mine)).toBe(chen.id);
      expect((await inHand(mine))?.answerBy).not.toBeNull();
      await passTime(desk, 100);
      expect(await assigneeOf(desk, mine)).toBeNull();
    });

    it('makes somebody busy who is silent twice in a row, and not who answered another case in between', async () => {
      const chen = await agent();
      await opened();
      await passTime(desk, 180);
      expect(await desk.get(Presences).of(chen.id)).toBe('online');
      const answered = await opened();
      await answered.reply(chen.principal, '您好');
      await opened();
      await passTime(desk, 180);
      expect(await desk.get(Presences).of(chen.id)).toBe('online');
      await opened();
      await passTime(desk, 180);
      expect(await desk.get(Presences).view(chen.id)).toMatchObject({ presence: 'busy', because: 'silent' });
      // Their own word begins afresh.
      await desk.get(Presences).set(chen.id, 'online');
      await opened();
      await passTime(desk, 180);
      expect(await desk.get(Presences).of(chen.id)).toBe('online');
    });

    it('takes two cases that are due at one time as twice', async () => {
      const chen = await agent();
      await Promise.all([opened(), opened()]);
      await passTime(desk, 180);
      expect(await desk.get(Presences).view(chen.id)).toMatchObject({ presence: 'busy', because: 'silent' });
    });
  });

  describe('of who has gone', () => {
    it('gives back what somebody waits for after a moment, and keeps what waits for its customer until they write', async () => {
      const chen = await agent();
      const [waits, pending, replied] = [await opened(), await opened(), await opened()];
      await replied.reply(chen.principal, '已处理');
      await chen.http.post(`/api/tickets/${pending.number}/transitions`).send({ to: 'pending' }).expect(201);
      const { body } = await chen.http.get('/api/presences/current');
      expect(body.holding).toEqual({ inHand: 3, waitingForAnswer: 1 });
      await desk.get(Presences).set(chen.id, 'offline');
      await passTime(desk, 0);
      expect(await assigneeOf(desk, waits)).toBe(chen.id);
      await passTime(desk, 5);
      expect(await assigneeOf(desk, waits)).toBeNull();
      expect(await linesOf(desk, waits, 'returned')).toMatchObject([{ because: 'gone', seconds: expect.any(Number) }]);
      for (const kept of [pending, replied]) expect(await assigneeOf(desk, kept)).toBe(chen.id);
      await Promise.all([pending.say('补充'), replied.say('谢谢，还有一个问题')]);
      await desk.settle();
      await passTime(desk, 1);
      for (const gone of [pending, replied]) expect(await assigneeOf(desk, gone)).toBeNull();
    });

    it('keeps everything for who takes it back within a moment, or whose connection blinks', async () => {
      const chen = await agent();
      const mine = await opened();
      await desk.get(Presences).set(chen.id, 'offline');
      await passTime(desk, 1);
      await desk.get(Presences).set(chen.id, 'online');
      await passTime(desk, 60);
      expect(await assigneeOf(desk, mine)).toBe(chen.id);
    });

    it('rescues from a connection that is lost for longer than presence is held', async () => {
      const chen = await agent();
      await desk.database.query('UPDATE team_routing SET answer_within_seconds = NULL');
      const mine = await opened();
      await passTime(desk, 181);
      expect(await desk.get(Presences).letGo()).toEqual([chen.id]);
      await passTime(desk, 5);
      expect(await assigneeOf(desk, mine)).toBeNull();
      const { body } = await chen.http.get('/api/presences/current');
      expect(body).toMatchObject({ presence: 'offline', because: 'lost', holding: { inHand: 0 } });
    });

    it('never leaves a case without anybody: who has come back may have it again after a minute', async () => {
      const chen = await agent();
      const mine = await opened();
      await desk.get(Presences).set(chen.id, 'offline');
      await passTime(desk, 5);
      await desk.get(Presences).set(chen.id, 'online');
      await desk.settle();
      expect(await assigneeOf(desk, mine)).toBeNull();
      await desk.clock.advance(60_000);
      await desk.get(Presences).set(chen.id, 'online');
      await desk.settle();
      expect(await assigneeOf(desk, mine)).toBe(chen.id);
    });
  });

  describe('by who declines', () => {
    const decline = (by: AgentAtWork, { number }: BuiltTicket, reason = '需要懂粤语的同事') =>
      by.http.post(`/api/tickets/${number}/declines`).send({ reason });

    it('goes back with the reason as a note, and to somebody else', async () => {
      const chen = await agent({ name: '陈小北' });
      const mine = await opened();
      const { body } = await decline(chen, mine).expect(201);
      expect(body).toEqual({ number: mine.number, withdrawn: false });
      await desk.settle();
      expect(await assigneeOf(desk, mine)).toBeNull();
      expect(await linesOf(desk, mine, 'returned')).toMatchObject([{ because: 'rejected', staffName: '陈小北' }]);
      const [note] = await desk.database.query(
        `SELECT body, author_name, customer_seq FROM entries WHERE conversation_id = $1 AND kind = 'note'`,
        [mine.conversationId],
      );
      expect(note).toEqual({ body: '需要懂粤语的同事', author_name: '陈小北', customer_seq: null });
      const lin = await agent();
      await desk.settle();
      expect(await assigneeOf(desk, mine)).toBe(lin.id);
    });

    it('is the same for who puts it back into a queue by hand', async () => {
      const chen = await agent();
      const mine = await opened();
      await chen.http.post(`/api/tickets/${mine.number}/assignments`).send({ teamId: team.id }).expect(201);
      await desk.settle();
      expect(await assigneeOf(desk, mine)).toBeNull();
      const lin = await agent();
      await desk.settle();
      expect(await assigneeOf(desk, mine)).toBe(lin.id);
    });

    it('is for who has it alone, once, and with a reason', async () => {
      const chen = await agent();
      const mine = await opened();
      const lin = await agent({ presence: 'busy' });
      expect((await decline(lin, mine)).body).toMatchObject({ code: 'conflict', detail: '这张工单已经不在您手上。' });
      expect((await decline(chen, mine, '')).status).toBe(400);
      expect(await assigneeOf(desk, mine)).toBe(chen.id);
      await decline(chen, mine).expect(201);
      expect((await decline(chen, mine)).body.code).toBe('conflict');
      expect(await linesOf(desk, mine, 'returned')).toHaveLength(1);
      const stranger = await agentAtWork(desk, { teams: [await buildTeam(desk)] });
      expect((await decline(stranger, mine)).body.code).toBe('forbidden');
    });
  });
});
