import { Entries } from '../../src/conversations/index.js';
import type { StaffPrincipal } from '../../src/people/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { Sweep } from '../../src/sla/index.js';
import { Tickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildSite, buildStaff, buildTeam, signIn } from '../support/factories.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';
import { until } from '../support/until.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the clocks of a ticket', () => {
  let desk: TestApp;
  let agent: StaffPrincipal;
  let site: { id: string };

  beforeEach(async () => {
    desk = await startTestApp();
    const team = await buildTeam(desk, { key: 'frontline' });
    agent = (await signIn(desk, await buildStaff(desk, { teams: [team] }))).principal;
    site = await buildSite(desk);
  });
  afterEach(() => desk.close());

  async function open(options: Parameters<typeof buildTicket>[1] = {}): Promise<BuiltTicket> {
    const ticket = await buildTicket(desk, { site, ...options });
    await desk.settle();
    return ticket;
  }
  const clocks = (ticketId: string) =>
    desk.database.query(
      `SELECT kind, state, target_seconds AS target FROM clocks WHERE ticket_id = $1 ORDER BY started_at, id`,
      [ticketId],
    );
  const ticketRow = async (ticketId: string) =>
    (await desk.database.one<Record<string, unknown>>(
      `SELECT next_due_kind AS kind, extract(epoch FROM next_due_at - opened_at)::int AS "dueIn",
              escalated_at IS NOT NULL AS escalated FROM tickets WHERE id = $1`,
      [ticketId],
    )) as Record<string, unknown>;
  const sweep = () => desk.get(Sweep).runOnce();
  const actor = () => ({ kind: 'staff' as const, id: agent.staffId });
  const move = async (ticketId: string, to: 'resolved' | 'open', because = 'set') => {
    await desk.database.transaction((tx) =>
      desk.get(Tickets).transition(tx, { ticketId, to, actor: actor(), because }),
    );
    await desk.settle();
  };

  it('follow the talk: first response, next response, resolved, reopened', async () => {
    const ticket = await open();
    expect(await clocks(ticket.ticketId)).toEqual([{ kind: 'first_response', state: 'running', target: 8 * 3_600 }]);
    expect(await ticketRow(ticket.ticketId)).toEqual({ kind: 'first_response', dueIn: 8 * 3_600, escalated: false });
    await desk
      .get(Entries)
      .post(
        { kind: 'staff', id: agent.staffId, name: agent.name, principals: [`team:${agent.teamIds[0]}`] },
        { conversationId: ticket.conversationId, kind: 'note', body: '先查一下', clientMessageId: newId() },
      );
    await ticket.say('在吗？');
    const give = { ticketId: ticket.ticketId, teamId: agent.teamIds[0] as string, staffId: agent.staffId };
    await desk.database.transaction((tx) =>
      desk.get(Tickets).assign(tx, { ...give, actor: actor(), because: 'claimed' }),
    );
    await desk.settle();
    expect(await clocks(ticket.ticketId)).toHaveLength(1);
    await ticket.reply(agent, '您好，正在为您核对。');
    await desk.settle();
    expect(await clocks(ticket.ticketId)).toMatchObject([{ state: 'met' }]);
    expect(await ticketRow(ticket.ticketId)).toMatchObject({ kind: null, dueIn: null });
    await ticket.say('好的');
    await ticket.say('要多久？');
    await desk.settle();
    expect(await clocks(ticket.ticketId)).toMatchObject([
      { state: 'met' },
      { kind: 'next_response', state: 'running' },
    ]);
    await move(ticket.ticketId, 'resolved');
    expect((await clocks(ticket.ticketId))[1]).toMatchObject({ state: 'cancelled' });
    await move(ticket.ticketId, 'open', 'not_solved');
    expect((await clocks(ticket.ticketId))[2]).toMatchObject({ kind: 'next_response', state: 'running' });
    await ticket.reply(agent, '已经到账。');
    await desk.settle();
    expect((await clocks(ticket.ticketId))[2]).toMatchObject({ state: 'met' });
  });

  it('fire once when due, not a moment before, and say so on the ticket', async () => {
    const ticket = await open({ shop: { tier: 'premium' } });
    await desk.clock.advance(3 * HOUR);
    expect(await sweep()).toBe(1);
    expect(await ticketRow(ticket.ticketId)).toMatchObject({ escalated: false });
    await desk.clock.advance(HOUR - 2_000);
    expect(await sweep()).toBe(0);
    await desk.clock.advance(2_000);
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    expect(await ticketRow(ticket.ticketId)).toEqual({ kind: 'first_response', dueIn: 4 * 3_600, escalated: true });
    const lines = await desk.database.query(
      `SELECT data, customer_visible AS visible FROM ticket_events WHERE kind = 'escalated'`,
    );
    expect(lines).toEqual([{ data: { clockKind: 'first_response', rung: 2, at: { breach: true } }, visible: false }]);
    const events = await desk.database.query(`SELECT payload FROM outbox WHERE type = 'ticket.escalated'`);
    expect(events).toMatchObject([{ payload: { ticketId: ticket.ticketId, clockKind: 'first_response', rung: 2 } }]);
    const told = await desk.database.query(`SELECT payload FROM outbox WHERE type = 'sla.escalated' ORDER BY id`);
    expect(told).toMatchObject([
      { payload: { rung: 1, at: { percent: 75 }, whom: ['assignee', 'on_duty'] } },
      {
        payload: {
          rung: 2,
          at: { breach: true },
          number: ticket.number,
          how: ['in_app', 'email'],
        },
      },
    ]);
    await ticket.reply(agent, '抱歉久等了');
    await desk.settle();
    expect(await clocks(ticket.ticketId)).toMatchObject([{ state: 'missed' }]);
  });

  it('never escalate an answered case because its event is late', async () => {
    const ticket = await open();
    await ticket.reply(agent, '在的');
    await desk.clock.advance(9 * HOUR);
    expect(await sweep()).toBe(0);
    expect(await clocks(ticket.ticketId)).toMatchObject([{ state: 'met' }]);
    await desk.settle();
    expect(await ticketRow(ticket.ticketId)).toMatchObject({ escalated: false, kind: null });
  });

  it('fire after the desk was down while they ran out, counted from the opening', async () => {
    const ticket = await buildTicket(desk, { site });
    await desk.clock.advance(26 * HOUR);
    await desk.settle();
    expect(await sweep()).toBe(1);
    const [row] = await desk.database.query<{ late: number }>(
      `SELECT extract(epoch FROM fired_at - due_at)::int AS late FROM escalations WHERE state = 'fired'`,
    );
    expect(row?.late).toBeGreaterThanOrEqual(17 * 3_600);
    const rungs = await desk.database.query('SELECT rung, state FROM escalations ORDER BY rung');
    expect(rungs).toEqual([
      { rung: 1, state: 'passed_over' },
      { rung: 2, state: 'passed_over' },
      { rung: 3, state: 'fired' },
    ]);
    expect(await ticketRow(ticket.ticketId)).toMatchObject({ escalated: true });
  });

  it('fire once each under three sweepers at once, beside customers who write', async () => {
    const tickets: BuiltTicket[] = [];
    for (let index = 0; index < 150; index += 1) tickets.push(await buildTicket(desk, { site }));
    await desk.settle();
    await desk.clock.advance(9 * HOUR);
    const writing = Promise.all(tickets.slice(0, 40).map((ticket) => ticket.say('有人吗？')));
    const fired = await Promise.all([sweep(), sweep(), sweep()]);
    await writing;
    const rest = await sweep();
    expect(fired.reduce((sum, count) => sum + count, rest)).toBe(150);
    const [counted] = await desk.database.query(
      `SELECT (SELECT count(*)::int FROM escalations WHERE state = 'fired') AS escalations,
              (SELECT count(*)::int FROM escalations WHERE state = 'passed_over') AS "passedOver",
              (SELECT count(*)::int FROM ticket_events WHERE kind = 'escalated') AS lines,
              (SELECT count(*)::int FROM tickets WHERE escalated_at IS NOT NULL) AS tickets`,
    );
    expect(counted).toEqual({ escalations: 150, passedOver: 300, lines: 150, tickets: 150 });
  }, 60_000);

  it('are timed anew from the original start by another priority, and a fired rung stays fired', async () => {
    const ticket = await open();
    const edit = async (priority: 'P0' | 'P1' | 'P3') => {
      await desk.database.transaction(async (tx) => {
        const { version } = await desk.get(Tickets).lock(tx, ticket.ticketId);
        await desk.get(Tickets).edit(tx, { ticketId: ticket.ticketId, version, patch: { priority }, actor: actor() });
      });
      await desk.settle();
    };
    await desk.clock.advance(5 * HOUR);
    await edit('P1');
    expect(await ticketRow(ticket.ticketId)).toMatchObject({ dueIn: 4 * 3_600 });
    expect(await sweep()).toBe(1);
    await edit('P3');
    expect(await ticketRow(ticket.ticketId)).toMatchObject({ dueIn: 24 * 3_600, escalated: true });
    await desk.clock.advance(30 * HOUR);
    expect(await sweep()).toBe(0);
    const lines = await desk.database.query(
      `SELECT data ->> 'targetSeconds' AS target, data ->> 'because' AS because FROM ticket_events WHERE kind = 'retimed'`,
    );
    expect(lines).toEqual([
      { target: '14400', because: 'priority' },
      { target: '86400', because: 'priority' },
    ]);
    await edit('P0');
    expect(await sweep()).toBe(1);
    const [row] = await desk.database.query('SELECT max(rung) AS rung FROM escalations');
    expect(row).toEqual({ rung: 104 });
  });

  it('of one case that cannot be worked out keep no other from firing', async () => {
    const broken = await open();
    await open();
    await desk.database.query(
      `INSERT INTO ticket_events (id, ticket_id, kind, actor_kind, customer_visible) VALUES (gen_random_uuid(), $1, 'promised', 'system', true)`,
      [broken.ticketId],
    );
    // A date that no number of seconds holds, and a priority that nobody has followed yet.
    await desk.database.query(`UPDATE tickets SET promised_at = '9000-01-01', priority = 'P1' WHERE id = $1`, [
      broken.ticketId,
    ]);
    await desk.clock.advance(9 * HOUR);
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
  });

  it('wake the sweep by themselves, punctually, whatever clock a process has', async () => {
    await open();
    desk.get(Sweep).start();
    await desk.database.query(
      `UPDATE clocks SET next_rung_at = desk_now() + interval '700 milliseconds', due_at = desk_now() + interval '700 milliseconds'`,
    );
    // The process believes that it is an hour later; only the database decides.
    jest.spyOn(desk.clock, 'now').mockReturnValue(new Date(desk.clock.now().getTime() + HOUR));
    desk.get(Sweep).hint(new Date(0));
    const count = async () => (await desk.database.query('SELECT FROM escalations')).length;
    await until(async () => (await count()) === 1, 'the escalation', 3_000);
    const [row] = await desk.database.query<{ late: number }>(
      'SELECT extract(epoch FROM fired_at - due_at)::float AS late FROM escalations',
    );
    expect(row?.late).toBeGreaterThanOrEqual(0);
    expect(row?.late).toBeLessThan(1);
  });

  it('fire what is due at once while the sweep rests, also in a process that is an hour behind', async () => {
    const { ticketId } = await open();
    await desk.database.query('UPDATE clocks SET next_rung_at = desk_now()');
    jest.spyOn(desk.clock, 'now').mockReturnValue(new Date(desk.clock.now().getTime() - HOUR));
    desk.get(Sweep).start();
    const fired = async (count: number) => (await desk.database.query('SELECT FROM escalations')).length === count;
    await until(() => fired(1), 'the warning', 3_000);
    await desk.database.transaction(async (tx) => {
      const { version } = await desk.get(Tickets).lock(tx, ticketId);
      await desk.get(Tickets).edit(tx, { ticketId, version, patch: { priority: 'P0' }, actor: actor() });
    });
    await desk.settle();
    await until(() => fired(2), 'the word to the duty manager', 5_000);
  });
});
