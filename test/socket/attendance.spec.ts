import { Attendance, Sweep } from '../../src/sla/index.js';
import { CustomerTickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectWidget, type WidgetClient } from '../support/clients.js';
import { buildCustomer, buildSite, buildTeam } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';
import { until } from '../support/until.js';

describe('a customer who waits in the window', () => {
  let desk: TestApp;
  let site: Awaited<ReturnType<typeof buildSite>>;
  beforeEach(async () => {
    desk = await startTestApp();
    await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
  });
  afterEach(() => desk.close());

  const clock = () =>
    desk.database.one<{ mode: string; target: number }>('SELECT mode, target_seconds AS target FROM clocks');
  /** Hours from the opening until the customer has been told to hear more. */
  const told = async () => {
    const ticket = await desk.database.one<{ id: string; openedAt: Date }>(
      'SELECT conversation_id AS id, opened_at AS "openedAt" FROM ticket_conversations JOIN tickets ON id = ticket_id',
    );
    const view = (await desk.get(CustomerTickets).customerTickets([ticket?.id ?? ''])).get(ticket?.id ?? '');
    return (Date.parse(view?.nextDueAt ?? '') - Number(ticket?.openedAt)) / 3_600_000;
  };
  const present = async () => (await desk.database.query('SELECT FROM attendances')).length;

  async function askForPerson() {
    const widget = await connectWidget(desk, { site });
    await until(async () => (await present()) === 1, 'the desk to know that they are here', 5_000);
    const conversationId = await widget.begin('货款没有到账，我要找人', 'earnings');
    await desk.settle();
    await widget.call('person.request', { conversationId });
    await desk.settle();
    return widget;
  }

  /** Their window closes, and so much time goes by in which they might have come back. */
  async function leave(widget: WidgetClient) {
    const left = jest.spyOn(desk.get(Attendance), 'left');
    widget.close();
    await until(() => left.mock.calls.length === 1, 'the desk to see that the window has closed');
    await desk.clock.advance(7_000);
    await desk.get(Attendance).runOnce();
    expect(await present()).toBeGreaterThan(0);
    await desk.clock.advance(2_000);
    await desk.get(Attendance).runOnce();
    await desk.settle();
  }

  it('is answered within 90 s; once they have gone, as one who left a message', async () => {
    const widget = await askForPerson();
    expect(await clock()).toEqual({ mode: 'chat', target: 90 });
    await leave(widget);
    expect(await present()).toBe(0);
    expect(await clock()).toEqual({ mode: 'asynchronous', target: 8 * 3_600 });
  });

  it('is told a time that holds even when nobody is there to keep the 90 s, and is not moved when they go', async () => {
    const widget = await askForPerson();
    expect(await clock()).toEqual({ mode: 'chat', target: 90 });
    expect(await told()).toBe(8);
    await leave(widget);
    expect(await present()).toBe(0);
    expect(await told()).toBe(8);
  });

  describe('at a process that has died since', () => {
    const SEEN = `INSERT INTO attendances (customer_id, process_id) VALUES ($1, '00000000-0000-7000-8000-000000000001')
      ON CONFLICT (customer_id, process_id) DO UPDATE SET seen_at = desk_now()`;

    it('counts as gone after a while, and nothing is escalated that nobody waits for', async () => {
      const customer = await buildCustomer(desk, { site });
      await desk.database.query(SEEN, [customer.id]);
      const ticket = await buildTicket(desk, { site, customer });
      await desk.settle();
      expect(await clock()).toEqual({ mode: 'chat', target: 90 });
      await desk.clock.advance(100_000);
      expect(await desk.get(Sweep).runOnce()).toBe(0);
      expect(await clock()).toEqual({ mode: 'asynchronous', target: 8 * 3_600 });
      // Back in the window: this answer is still due as it was, the next question is one of a chat again.
      await desk.database.query(SEEN, [customer.id]);
      await ticket.say('在吗');
      await desk.settle();
      expect(await clock()).toMatchObject({ mode: 'asynchronous' });
    });

    it('is nowhere else, so that who leaves here has gone', async () => {
      const widget = await askForPerson();
      await desk.database.query(
        `INSERT INTO attendances (customer_id, process_id, seen_at)
         SELECT customer_id, '00000000-0000-7000-8000-000000000001', desk_now() - interval '1 minute' FROM attendances`,
      );
      await leave(widget);
      expect(await clock()).toMatchObject({ mode: 'asynchronous' });
      await desk.clock.advance(15_000);
      await desk.get(Attendance).runOnce();
      expect(await present()).toBe(0);
    });

    it('is escalated while they wait', async () => {
      const customer = await buildCustomer(desk, { site });
      await desk.database.query(SEEN, [customer.id]);
      await buildTicket(desk, { site, customer });
      await desk.settle();
      await desk.clock.advance(91_000);
      await desk.database.query(SEEN, [customer.id]);
      expect(await desk.get(Sweep).runOnce()).toBe(1);
      const fired = await desk.database.query(`SELECT rung FROM escalations WHERE state = 'fired'`);
      expect(fired).toEqual([{ rung: 2 }]);
    });
  });
});
