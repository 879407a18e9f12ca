import { TICKET_STATUSES, type TicketStatus } from '../../src/contract/index.js';
import { Tickets, TRANSITIONS } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

const PAIRS = TICKET_STATUSES.flatMap((from) => TICKET_STATUSES.map((to) => [from, to] as const));
const ACTORS = ['staff', 'customer', 'system'] as const;

describe('the status machine, move by move', () => {
  let desk: TestApp;
  let frontline: BuiltTeam;
  let agent: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    frontline = await buildTeam(desk, { key: 'frontline' });
    agent = await signIn(desk, await buildStaff(desk, { teams: [frontline] }));
  });
  afterAll(() => desk.close());

  const ticketIn = async (status: TicketStatus): Promise<BuiltTicket> => {
    const ticket = await buildTicket(desk);
    await desk.database.query(
      `UPDATE tickets SET status = $2, closed_at = CASE WHEN $2 IN ('closed', 'cancelled') THEN desk_now() END WHERE id = $1`,
      [ticket.ticketId, status],
    );
    return ticket;
  };
  const state = async ({ ticketId }: BuiltTicket) =>
    desk.database.one<{ status: TicketStatus; lines: number; events: number }>(
      `SELECT status, (SELECT count(*)::int FROM ticket_events WHERE ticket_id = t.id AND kind = 'status') AS lines,
              (SELECT count(*)::int FROM outbox WHERE key = 'ticket:' || t.id AND type = 'ticket.status_changed') AS events
       FROM tickets t WHERE id = $1`,
      [ticketId],
    );

  it.each(PAIRS)('staff: %s → %s', async (from, to) => {
    const ticket = await ticketIn(from);
    const legal = TRANSITIONS.some((move) => move.from === from && move.to === to && move.by.includes('staff'));
    const { status, body } = await agent.http.post(`/api/tickets/${ticket.number}/transitions`).send({ to });
    expect([status, body.code]).toEqual(legal ? [201, undefined] : [409, 'illegal_transition']);
    expect(await state(ticket)).toEqual({
      status: legal ? to : from,
      lines: legal ? 1 : 0,
      events: legal ? 1 : 0,
    });
    const shown = await agent.http.get(`/api/tickets/${ticket.number}`).expect(200);
    expect(shown.body.allowed.transitions).toEqual(
      TRANSITIONS.filter((move) => move.from === (legal ? to : from) && move.by.includes('staff')).map(
        (move) => move.to,
      ),
    );
  });

  it.each(ACTORS)('%s moves it along the table and nowhere else', async (kind) => {
    const tickets = desk.get(Tickets);
    for (const [from, to] of PAIRS) {
      const ticket = await ticketIn(from);
      const id = kind === 'staff' ? agent.principal.staffId : kind === 'customer' ? ticket.customer.id : null;
      const moved = await desk.database
        .transaction((tx) =>
          tickets.transition(tx, { ticketId: ticket.ticketId, to, actor: { kind, id }, because: 'test' }),
        )
        .then(
          () => true,
          (error) => error.code,
        );
      const legal = TRANSITIONS.some((move) => move.from === from && move.to === to && move.by.includes(kind));
      expect([from, to, moved]).toEqual([from, to, legal || 'illegal_transition']);
    }
  });
});
