import type { NoticeView, TicketList } from '../../src/contract/index.js';
import { customerAuthor, Entries } from '../../src/conversations/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { CustomerTickets, SnoozeBeat, Tickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

const HOUR = 3_600_000;

describe('a case that is put off', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let site: { id: string };
  let chen: SignedIn;
  let lin: SignedIn;
  let ticket: BuiltTicket;

  beforeAll(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
    chen = await signIn(desk, await buildStaff(desk, { teams: [team], name: '陈静' }));
    lin = await signIn(desk, await buildStaff(desk, { teams: [team], name: '林晓', role: 'supervisor' }));
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    ticket = await buildTicket(desk, { site });
    await desk.settle();
    await assign(chen);
    await ticket.reply(chen.principal, '请稍等');
    await desk.settle();
    // Far from running out, whatever policy the desk has.
    await due(100 * HOUR);
  });

  afterEach(async () => {
    // Who has too much in hand takes nothing more.
    await lin.http.post(`/api/tickets/${ticket.number}/transitions`).send({ to: 'cancelled' });
  });

  const assign = async ({ principal, http }: SignedIn) => {
    await http
      .post(`/api/tickets/${ticket.number}/assignments`)
      .send({ teamId: team.id, staffId: principal.staffId })
      .expect(201);
  };
  const due = async (milliseconds: number, startedAgo = 0) => {
    const now = await desk.database.now();
    const nextDueAt = new Date(now.getTime() + milliseconds);
    await desk.database.transaction((tx) =>
      desk.get(Tickets).setDue(tx, ticket.ticketId, {
        nextDueAt,
        nextDueKind: 'resolution',
        nextDueStartedAt: new Date(now.getTime() - startedAgo),
        pausedAt: null,
      }),
    );
  };
  const inMilliseconds = async (ahead: number) => new Date((await desk.database.now()).getTime() + ahead).toISOString();
  const snooze = async (ahead: number, by = chen) =>
    await by.http.post(`/api/tickets/${ticket.number}/snoozes`).send({ until: await inMilliseconds(ahead) });
  const isIn = async (list: TicketList, by = chen): Promise<boolean> => {
    const { body } = await by.http.get(`/api/tickets?list=${list}`).expect(200);
    return body.items.some(({ number }: { number: string }) => number === ticket.number);
  };
  const wokenNotices = async (): Promise<NoticeView[]> =>
    (await chen.http.get('/api/notices')).body.items.filter(
      (notice: NoticeView) => notice.kind === 'woken' && notice.number === ticket.number,
    );
  const timeline = async (): Promise<{ kind: string; data: object; customerVisible: boolean }[]> =>
    (await lin.http.get(`/api/tickets/${ticket.number}/timeline`)).body.items;
  const beat = () => desk.get(SnoozeBeat).runOnce();

  it('leaves the lists of who has it, waits in its own, and is back at its time, once, with a word', async () => {
    const before = (await chen.http.get('/api/tickets/counts')).body;
    const { status, body } = await snooze(2 * HOUR);
    expect([status, body.snoozedBy, typeof body.snoozedUntil]).toEqual([201, '陈静', 'string']);
    expect([await isIn('mine'), await isIn('snoozed'), await isIn('snoozed', lin)]).toEqual([false, true, false]);
    const { mine, snoozed } = (await chen.http.get('/api/tickets/counts')).body;
    expect([mine, snoozed]).toEqual([before.mine - 1, before.snoozed + 1]);
    await desk.clock.advance(2 * HOUR - 1_000);
    expect(await beat()).toBe(0);
    await desk.clock.advance(1_000);
    // Two processes look at once.
    expect((await Promise.all([beat(), beat()])).sort()).toEqual([0, 1]);
    await desk.settle();
    expect([await isIn('mine'), await isIn('snoozed')]).toEqual([true, false]);
    expect(await wokenNotices()).toMatchObject([{ because: 'time' }]);
    const lines = (await timeline()).filter(({ kind }) => kind === 'snoozed' || kind === 'woken');
    expect(lines).toMatchObject([
      { kind: 'snoozed', customerVisible: false },
      { kind: 'woken', data: { because: 'time' }, customerVisible: false },
    ]);
  });

  it.each<[what: string, because: string, told: boolean, happen: () => Promise<unknown>]>([
    ['its customer writes', 'customer_wrote', true, () => ticket.say('有结果了吗')],
    [
      'its customer asks to hurry',
      'nudged',
      false,
      async () => {
        await desk.clock.advance(HOUR);
        await desk.get(CustomerTickets).nudge(ticket.principal, ticket.number);
      },
    ],
    [
      'a clock of it runs out',
      'urgent',
      true,
      async () => {
        await due(HOUR, 9 * HOUR);
        await beat();
      },
    ],
    [
      'a colleague says so',
      'staff',
      false,
      () => lin.http.delete(`/api/tickets/${ticket.number}/snoozes/current`).expect(200),
    ],
  ])('is back at once when %s', async (_, because, told, happen) => {
    await snooze(48 * HOUR).then(({ status }) => expect(status).toBe(201));
    await desk.settle();
    expect(await isIn('mine')).toBe(false);
    await happen();
    await desk.settle();
    expect([await isIn('mine'), await isIn('snoozed')]).toEqual([true, false]);
    expect((await wokenNotices()).map((notice) => notice.kind === 'woken' && notice.because)).toEqual(
      told ? [because] : [],
    );
    expect((await timeline()).filter(({ kind }) => kind === 'woken')).toMatchObject([{ data: { because } }]);
  });

  it('stays where it is for what its customer had said before, however late that is heard of', async () => {
    await desk.get(Entries).post(customerAuthor(ticket.principal), {
      conversationId: ticket.conversationId,
      kind: 'message',
      body: '谢谢，我等着',
      clientMessageId: newId(),
    });
    await snooze(3 * HOUR).then(({ status }) => expect(status).toBe(201));
    await desk.settle();
    expect(await isIn('snoozed')).toBe(true);
  });

  it('goes on as before where others look, and ends with whoever gets it, or when it is done', async () => {
    await snooze(3 * HOUR);
    const clock = async () =>
      (
        await desk.database.query('SELECT next_due_at, paused_at, version FROM tickets WHERE id = $1', [
          ticket.ticketId,
        ])
      )[0];
    const clocks = await clock();
    const found = await lin.http.get(`/api/tickets/search?q=${ticket.number}`).expect(200);
    expect(found.body.items).toMatchObject([{ number: ticket.number, snoozedUntil: expect.any(String) }]);
    // To the same person: nothing moves. To another: it is before them.
    await assign(chen);
    expect(await isIn('snoozed')).toBe(true);
    expect(await clock()).toEqual(clocks);
    await assign(lin);
    expect([await isIn('snoozed'), await isIn('snoozed', lin), await isIn('mine', lin)]).toEqual([false, false, true]);
    await snooze(3 * HOUR, lin);
    await lin.http.post(`/api/tickets/${ticket.number}/transitions`).send({ to: 'cancelled' }).expect(201);
    const [row] = await desk.database.query('SELECT snoozed_until, snoozed_by FROM tickets WHERE id = $1', [
      ticket.ticketId,
    ]);
    expect(row).toEqual({ snoozed_until: null, snoozed_by: null });
    await desk.settle();
    expect(await wokenNotices()).toEqual([]);
  });

  it('is refused with a way out: past, too far, somebody else’s, and what would be back at once', async () => {
    for (const ahead of [-HOUR, 0, 91 * 24 * HOUR])
      expect((await snooze(ahead)).body).toMatchObject({ code: 'invalid_input', errors: [{ path: 'until' }] });
    expect((await snooze(HOUR, lin)).body).toMatchObject({
      code: 'illegal_transition',
      detail: expect.stringContaining('接手'),
    });
    await due(HOUR, 9 * HOUR);
    expect((await snooze(HOUR)).body).toMatchObject({
      code: 'illegal_transition',
      detail: expect.stringContaining('时限'),
    });
    await due(-HOUR, 9 * HOUR);
    expect((await snooze(HOUR)).body.code).toBe('illegal_transition');
    expect(await isIn('mine')).toBe(true);
    const stranger = await signIn(desk, await buildStaff(desk, { teams: [await buildTeam(desk)] }));
    expect((await snooze(HOUR, stranger)).body.code).toBe('forbidden');
  });
});
