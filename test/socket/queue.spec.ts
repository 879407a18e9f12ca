import type { Site } from '../../src/people/index.js';
import { Presences, Profiles, QueueNews } from '../../src/routing/index.js';
import { Tickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectWidget, type WidgetClient } from '../support/clients.js';
import { type BuiltStaff, buildSite, buildStaff, buildTeam } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';
import { until } from '../support/until.js';

const AT_ONCE = { fromSeconds: 0, toSeconds: 30 };

describe('the queue, as its customers see it', () => {
  let desk: TestApp;
  let site: Site;
  let frontline: { id: string };
  const open: WidgetClient[] = [];

  beforeEach(async () => {
    desk = await startTestApp();
    site = await buildSite(desk);
    frontline = await buildTeam(desk, { key: 'frontline' });
  });
  afterEach(async () => {
    for (const client of open.splice(0)) client.close();
    await desk.close();
  });

  async function widget(session?: string): Promise<WidgetClient> {
    const client = await connectWidget(desk, { site, session });
    open.push(client);
    return client;
  }

  async function agent(capacity: number): Promise<BuiltStaff> {
    const staff = await buildStaff(desk, { teams: [frontline] });
    await desk.get(Profiles).save({ staffId: staff.id, capacity, skills: {} });
    await desk.get(Presences).set(staff.id, 'online');
    return staff;
  }

  /** Somebody who asks for a person. */
  async function waiting(client?: WidgetClient) {
    const customer = client ?? (await widget());
    const conversationId = await customer.begin('昨天有一笔订单货款没有到账', 'earnings');
    await customer.call('person.request', { conversationId });
    await desk.settle();
    return { customer, conversationId };
  }

  const resolve = async (ticketId: string, staff: BuiltStaff) => {
    await desk.database.transaction((tx) =>
      desk.get(Tickets).transition(tx, {
        ticketId,
        to: 'resolved',
        actor: { kind: 'staff', id: staff.id },
        because: 'test',
      }),
    );
    await desk.settle();
  };

  const ticketOf = async (client: WidgetClient, conversationId: string) =>
    (await client.call('conversation.catch_up', { conversationId, afterSeq: 0 })).conversation.ticket;

  it('tells place and range, pushes what is new to each, and nothing to others', async () => {
    const chen = await agent(1);
    const busy = await buildTicket(desk, { site });
    await desk.settle();
    const first = await waiting();
    const second = await waiting();
    const stranger = await widget();
    const told = await second.customer.heard('queue.changed', ({ place }) => place === 2);
    expect(told).toMatchObject({ conversationId: second.conversationId, staffed: true });
    expect(told.expectedWait?.toSeconds).toBeGreaterThan(told.expectedWait?.fromSeconds ?? 0);
    expect(await ticketOf(first.customer, first.conversationId)).toMatchObject({ place: 1, wish: 'wait' });
    await resolve(busy.ticketId, chen);
    const moved = await second.customer.heard('queue.changed', ({ place }) => place === 1);
    expect(moved.expectedWait?.fromSeconds).toBeLessThanOrEqual(told.expectedWait?.fromSeconds ?? 0);
    expect(await ticketOf(first.customer, first.conversationId)).toMatchObject({ agentName: expect.any(String) });
    expect((await ticketOf(first.customer, first.conversationId))?.place).toBeUndefined();
    const heard = second.customer.of('queue.changed').map((push) => JSON.stringify(push));
    expect(new Set(heard).size).toBe(heard.length);
    expect(stranger.of('queue.changed')).toEqual([]);
  });

  it('says nothing of how long while nobody takes work, and that it is at once when somebody comes', async () => {
    const { customer, conversationId } = await waiting();
    const told = await customer.heard('queue.changed');
    expect(told).toEqual({ conversationId, place: 1, staffed: false });
    const full = await agent(0);
    await desk.settle();
    expect(await customer.heard('queue.changed', ({ staffed }) => staffed)).toEqual({
      conversationId,
      place: 1,
      staffed: true,
    });
    await desk.database.query('UPDATE team_routing SET strategy = $2 WHERE team_id = $1', [frontline.id, 'manual']);
    await desk.get(Profiles).save({ staffId: full.id, capacity: 2, skills: {} });
    expect((await ticketOf(customer, conversationId))?.expectedWait?.toSeconds).toBeGreaterThan(AT_ONCE.toSeconds);
    await desk.database.query('UPDATE team_routing SET strategy = $2 WHERE team_id = $1', [frontline.id, 'balanced']);
    expect((await ticketOf(customer, conversationId))?.expectedWait).toEqual(AT_ONCE);
  });

  it('shows a band beyond place 50, and the same after the page was closed', async () => {
    await agent(0);
    await buildTicket(desk, { site });
    await desk.settle();
    await fillQueue(49);
    const { customer, conversationId } = await waiting();
    const told = await customer.heard('queue.changed');
    expect(told).toMatchObject({ place: 51, placeUpTo: 100 });
    customer.close();
    const again = await widget(customer.session);
    expect(await ticketOf(again, conversationId)).toMatchObject({ place: 51, placeUpTo: 100 });
    await desk.database.query(
      'DELETE FROM queue_items WHERE ticket_id IN (SELECT ticket_id FROM queue_items ORDER BY rank_at LIMIT 1)',
    );
    desk.get(QueueNews).changed(frontline.id);
    expect((await again.heard('queue.changed', ({ place }) => place === 50)).placeUpTo).toBeUndefined();
  });

  it('tells each at most once a second, however much happens', async () => {
    await agent(1);
    await buildTicket(desk, { site });
    await desk.settle();
    const { customer } = await waiting();
    const at: number[] = [];
    customer.socket.on('queue.changed', () => at.push(performance.now()));
    await fillQueue(1);
    await until(async () => {
      // At every look the others go before them, or come after.
      await desk.database.query(
        `UPDATE queue_items SET rank_at = desk_now() + make_interval(hours => $1) WHERE told_at IS NULL`,
        [at.length % 2 === 0 ? 1 : -1],
      );
      desk.get(QueueNews).changed(frontline.id);
      return at.length >= 4;
    }, 'four pushes');
    expect(Math.min(...at.slice(1).map((time, index) => time - (at[index] as number)))).toBeGreaterThan(900);
  });

  it('tells of a longer wait when nothing happens but time passes', async () => {
    await agent(1);
    await buildTicket(desk, { site });
    await desk.settle();
    const { customer } = await waiting();
    const told = await customer.heard('queue.changed', ({ expectedWait }) => expectedWait !== undefined);
    await desk.clock.advance(3_600_000);
    await desk.get(QueueNews).runOnce();
    const later = await customer.heard(
      'queue.changed',
      (push) => push.expectedWait?.toSeconds !== told.expectedWait?.toSeconds,
    );
    expect(later.expectedWait?.toSeconds).toBeGreaterThan(told.expectedWait?.toSeconds ?? 0);
  });

  it('keeps what was told first, and counts how far it was off', async () => {
    const chen = await agent(1);
    const busy = await buildTicket(desk, { site });
    await desk.settle();
    const { customer } = await waiting();
    const { expectedWait } = await customer.heard('queue.changed', ({ expectedWait }) => expectedWait !== undefined);
    const kept = () => desk.database.one('SELECT told_from AS "fromSeconds", told_to AS "toSeconds" FROM queue_items');
    await until(async () => (await kept())?.fromSeconds !== null, 'what was told to be kept');
    expect(await kept()).toEqual(expectedWait);
    const counted = async () =>
      Number(/told_waits_total\{outcome="later"\} (\d+)/.exec((await desk.http.get('/metrics')).text)?.[1] ?? 0);
    const before = await counted();
    await desk.clock.advance(((expectedWait?.toSeconds ?? 0) + 60) * 1_000);
    await desk.get(QueueNews).runOnce();
    await resolve(busy.ticketId, chen);
    expect(await counted()).toBe(before + 1);
    expect(
      await desk.database.one(
        'SELECT told_from AS "fromSeconds", told_to AS "toSeconds" FROM routed_tickets WHERE told_at IS NOT NULL',
      ),
    ).toEqual(expectedWait);
  });

  /** So many more who wait, without a widget. @param earlier than now, as an interval */
  async function fillQueue(count: number, earlier = '0'): Promise<string[]> {
    const rows = await desk.database.query<{ id: string }>(
      `WITH one AS (SELECT * FROM tickets ORDER BY id LIMIT 1), more AS (
         INSERT INTO tickets SELECT copy.* FROM one, generate_series(1, $1) n,
           LATERAL jsonb_populate_record(NULL::tickets, to_jsonb(one) || jsonb_build_object('id', gen_random_uuid(), 'number', 'copy ' || n)) copy
         RETURNING *)
       INSERT INTO queue_items (ticket_id, team_id, priority, tier, category, locale, enqueued_at, rank_at)
       SELECT id, $2, priority, tier, category, locale, desk_now() - $3::interval, desk_now() - interval '1 day' - $3::interval
       FROM more RETURNING ticket_id AS id`,
      [count, frontline.id, earlier],
    );
    return rows.map(({ id }) => id);
  }
});
