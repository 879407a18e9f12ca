import type { Presence } from '../../src/contract/index.js';
import { Assignment, Presences, Profiles, Queue } from '../../src/routing/index.js';
import { Tickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltStaff, type BuiltTeam, buildSite, buildStaff, buildTeam, signIn } from '../support/factories.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

describe('routing', () => {
  let desk: TestApp;
  let frontline: BuiltTeam;
  let site: { id: string };

  beforeEach(async () => {
    desk = await startTestApp();
    frontline = await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
  });
  afterEach(() => desk.close());

  async function agent(
    options: { capacity?: number; skills?: string[]; presence?: Presence; team?: BuiltTeam } = {},
  ): Promise<BuiltStaff> {
    const staff = await buildStaff(desk, { teams: [options.team ?? frontline] });
    await desk.get(Profiles).save({ staffId: staff.id, capacity: options.capacity ?? 5, skills: options.skills ?? [] });
    await desk.get(Presences).set(staff.id, options.presence ?? 'online');
    return staff;
  }

  const ticket = (options: Parameters<typeof buildTicket>[1] = {}) => buildTicket(desk, { site, ...options });

  const assigneeOf = async ({ ticketId }: BuiltTicket) =>
    (await desk.database.one<{ id: string | null }>('SELECT assignee_id AS id FROM tickets WHERE id = $1', [ticketId]))
      ?.id ?? null;

  const resolve = (built: BuiltTicket, staff: BuiltStaff) =>
    desk.database.transaction((tx) =>
      desk.get(Tickets).transition(tx, {
        ticketId: built.ticketId,
        to: 'resolved',
        actor: { kind: 'staff', id: staff.id },
        because: 'test',
      }),
    );

  it('gives a case to the agent who is online and has the most room', async () => {
    const busy = await agent({ capacity: 2 });
    await ticket();
    await desk.settle();
    const free = await agent({ capacity: 2 });
    await agent({ presence: 'busy' });
    await agent({ presence: 'offline' });
    const next = await ticket();
    await desk.settle();
    expect(await assigneeOf(next)).toBe(free.id);
    expect(busy.id).not.toBe(free.id);
  });

  it('prefers who is good at the language and the category', async () => {
    await agent();
    const fluent = await agent({ skills: ['en', 'earnings'], capacity: 3 });
    const english = await ticket({ locale: 'en', category: 'earnings' });
    await desk.settle();
    expect(await assigneeOf(english)).toBe(fluent.id);
  });

  it('lets a case wait in its place while nobody has room, and hands it out when one does', async () => {
    const chen = await agent({ capacity: 1 });
    const first = await ticket();
    await desk.settle();
    const [second, third] = [await ticket(), await ticket({ shop: { tier: 'premium' } })];
    await desk.settle();
    expect(await assigneeOf(first)).toBe(chen.id);
    expect(await desk.get(Queue).place(third.ticketId)).toMatchObject({ place: 1, staffed: true });
    expect(await desk.get(Queue).place(second.ticketId)).toMatchObject({ place: 2 });
    await resolve(first, chen);
    await desk.settle();
    expect(await assigneeOf(third)).toBe(chen.id);
    expect(await desk.get(Queue).place(second.ticketId)).toMatchObject({ place: 1 });
    expect(await desk.get(Queue).place(third.ticketId)).toBeUndefined();
  });

  it('hands out the backlog when somebody comes online', async () => {
    const waiting = await ticket();
    await desk.settle();
    expect(await desk.get(Queue).place(waiting.ticketId)).toMatchObject({ place: 1, staffed: false });
    const chen = await agent();
    await desk.settle();
    expect(await assigneeOf(waiting)).toBe(chen.id);
  });

  it('queues a case anew when it is handed to another team', async () => {
    const settlement = await buildTeam(desk, { key: 'settlement' });
    const chen = await agent();
    const lin = await agent({ team: settlement, capacity: 1 });
    const handed = await ticket();
    await desk.settle();
    const { http } = await signIn(desk, chen);
    await http
      .post(`/api/tickets/${handed.number}/assignments`)
      .send({ teamId: settlement.id, note: '请核对' })
      .expect(201);
    await desk.settle();
    expect(await assigneeOf(handed)).toBe(lin.id);
    const loads = await desk.database.query<{ id: string; load: number }>(
      'SELECT staff_id AS id, load FROM agent_profiles',
    );
    expect(new Map(loads.map(({ id, load }) => [id, load]))).toEqual(
      new Map([
        [chen.id, 0],
        [lin.id, 1],
      ]),
    );
  });

  it('refuses a colleague’s gift to full hands', async () => {
    const chen = await agent();
    const full = await agent({ capacity: 0 });
    const mine = await ticket();
    await desk.settle();
    const { http } = await signIn(desk, chen);
    const answer = await http
      .post(`/api/tickets/${mine.number}/assignments`)
      .send({ teamId: frontline.id, staffId: full.id });
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('capacity_exceeded');
  });

  it('lets go of who has had no console for three minutes, and keeps who only blinked', async () => {
    const chen = await agent();
    await desk.clock.advance(170_000);
    expect(await desk.get(Presences).letGo()).toEqual([]);
    await desk.clock.advance(20_000);
    expect(await desk.get(Presences).letGo()).toEqual([chen.id]);
    expect(await desk.get(Presences).of(chen.id)).toBe('offline');
  });

  it('gives each case to one person, nobody more than they can hold, and leaves none waiting beside free hands', async () => {
    const agents: BuiltStaff[] = [];
    for (let n = 0; n < 10; n += 1) agents.push(await agent({ capacity: 1 + (n % 5), presence: 'offline' }));
    const tickets: BuiltTicket[] = [];
    for (let n = 0; n < 60; n += 1) tickets.push(await ticket());
    await desk.settle();
    await desk.database.query(`UPDATE presences SET presence = 'online'`);
    const assignment = desk.get(Assignment);
    const given = await Promise.all(Array.from({ length: 8 }, () => assignment.assignWaiting(frontline.id)));
    const capacity = agents.reduce((sum, _, n) => sum + 1 + (n % 5), 0);
    expect(given.reduce((sum, count) => sum + count, 0)).toBe(capacity);
    const rows = await desk.database.query<{ capacity: number; load: number; held: number }>(
      `SELECT p.capacity, p.load, count(t.id)::int AS held FROM agent_profiles p LEFT JOIN tickets t ON t.assignee_id = p.staff_id
       GROUP BY p.staff_id`,
    );
    for (const row of rows) expect(row).toEqual({ capacity: row.capacity, load: row.capacity, held: row.capacity });
    const waiting = await desk.database.one<{ n: number }>('SELECT count(*)::int AS n FROM queue_items');
    expect(waiting?.n).toBe(60 - capacity);
    // Everybody's work is done and handed out anew, while colleagues settle and claims race.
    const held = await desk.database.query<{ ticketId: string; staffId: string }>(
      'SELECT id AS "ticketId", assignee_id AS "staffId" FROM tickets WHERE assignee_id IS NOT NULL',
    );
    await Promise.all([
      ...held.map(({ ticketId, staffId }) =>
        desk.database.transaction((tx) =>
          desk
            .get(Tickets)
            .transition(tx, { ticketId, to: 'resolved', actor: { kind: 'staff', id: staffId }, because: 'test' }),
        ),
      ),
      ...Array.from({ length: 4 }, () => assignment.assignWaiting(frontline.id)),
    ]);
    await desk.settle();
    const after = await desk.database.query<{ capacity: number; load: number; held: number }>(
      `SELECT p.capacity, p.load, count(t.id)::int AS held FROM agent_profiles p
       LEFT JOIN tickets t ON t.assignee_id = p.staff_id AND t.status IN ('open', 'pending') GROUP BY p.staff_id`,
    );
    for (const row of after) {
      expect(row.load).toBe(row.held);
      expect(row.held).toBeLessThanOrEqual(row.capacity);
    }
    expect(after.reduce((sum, row) => sum + row.held, 0)).toBe(Math.min(capacity, 60 - capacity));
  });
});
