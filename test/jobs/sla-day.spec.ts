import type { CalendarDefinition } from '../../src/contract/index.js';
import { Sweep } from '../../src/sla/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { copyTicket } from '../support/copies.js';
import { buildSite, buildStaff, buildTeam, signIn } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';

const MINUTE = 60_000;

describe('many clocks', () => {
  let desk: TestApp;
  beforeEach(async () => {
    desk = await startTestApp();
  });
  afterEach(() => desk.close());

  it('of 1,000 tickets that are due in the same second fire once each under three sweepers', async () => {
    await buildTeam(desk, { key: 'frontline' });
    const { ticketId } = await buildTicket(desk, { site: await buildSite(desk) });
    await desk.settle();
    await copyTicket(desk, ticketId, 999);
    await desk.clock.advance(8 * 60 * MINUTE);
    const sweep = () => desk.get(Sweep).runOnce();
    const fired = await Promise.all([sweep(), sweep(), sweep()]);
    expect(fired.reduce((sum, count) => sum + count, await sweep())).toBe(1_000);
    const [counted] = await desk.database.query(
      `SELECT (SELECT count(*)::int FROM escalations WHERE state = 'fired') AS fired,
              (SELECT count(DISTINCT clock_id)::int FROM escalations WHERE state = 'fired' AND rung = 2) AS clocks,
              (SELECT count(*)::int FROM escalations WHERE state = 'passed_over') AS "passedOver",
              (SELECT count(*)::int FROM ticket_events WHERE kind = 'escalated') AS lines,
              (SELECT count(*)::int FROM outbox WHERE type = 'sla.escalated') AS told`,
    );
    expect(counted).toEqual({ fired: 1_000, clocks: 1_000, passedOver: 1_000, lines: 1_000, told: 1_000 });
  }, 60_000);

  it('of a day: a Friday at the desk, and the Monday after it', async () => {
    const team = await buildTeam(desk, { key: 'frontline' });
    const agent = await signIn(desk, await buildStaff(desk, { teams: [team] }));
    const admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    const site = await buildSite(desk);
    const nine = [{ from: 540, to: 1_080 }];
    const definition: CalendarDefinition = {
      zone: 'Asia/Shanghai',
      week: [nine, nine, nine, nine, nine, [], []],
      specialDays: [],
    };
    await admin.http
      .post('/api/calendars')
      .send({ name: { 'zh-CN': '工作日', en: 'Office' }, definition, teamIds: [team.id] })
      .expect(201);
    const log: string[] = [];
    const until = async (time: string) => {
      const end = Date.parse(`${time}+08:00`);
      while (desk.clock.now().getTime() < end) {
        await desk.clock.advance(Math.min(5 * MINUTE, end - desk.clock.now().getTime()));
        if ((await desk.get(Sweep).runOnce()) === 0) continue;
        await desk.settle();
        const rows = await desk.database.query<{ number: string; rung: number; at: string }>(
          `SELECT t.number, e.rung, to_char(e.due_at AT TIME ZONE 'Asia/Shanghai', 'Dy HH24:MI') AS at
           FROM escalations e JOIN clocks c ON c.id = e.clock_id JOIN tickets t ON t.id = c.ticket_id
           WHERE e.state = 'fired' AND e.fired_at > desk_now() - interval '1 minute' ORDER BY e.due_at`,
        );
        log.push(...rows.map(({ number, rung, at }) => `${names.get(number)} ${rung} ${at}`));
      }
    };
    const names = new Map<string, string>();
    const opened = async (name: string) => {
      const ticket = await buildTicket(desk, { site, shop: { tier: 'premium' } });
      names.set(ticket.number, name);
      await desk.settle();
      return ticket;
    };
    await desk.clock.advance(Date.parse('2026-12-04T09:00+08:00') - desk.clock.now().getTime());
    const answered = await opened('answered');
    await until('2026-12-04T11:00');
    await answered.reply(agent.principal, '已为您处理');
    await desk.settle();
    const late = await opened('late');
    await until('2026-12-04T17:00');
    await opened('evening');
    await late.reply(agent.principal, '抱歉久等');
    await desk.settle();
    await until('2026-12-07T14:00');
    expect(log).toEqual([
      'late 1 Fri 14:00',
      'late 2 Fri 15:00',
      'late 3 Fri 15:30',
      'evening 1 Mon 11:00',
      'evening 2 Mon 12:00',
      'evening 3 Mon 12:30',
    ]);
    const states = await desk.database.query<{ number: string; state: string }>(
      `SELECT t.number, c.state FROM clocks c JOIN tickets t ON t.id = c.ticket_id ORDER BY c.started_at`,
    );
    expect(states.map(({ number, state }) => `${names.get(number)} ${state}`)).toEqual([
      'answered met',
      'late missed',
      'evening running',
    ]);
  }, 120_000);
});
