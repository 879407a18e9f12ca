import type { Presence } from '../../src/contract/index.js';
import { Presences, Profiles, Queue, Reconciler } from '../../src/routing/index.js';
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
    options: { capacity?: number; skills?: Record<string, number>; presence?: Presence; team?: BuiltTeam } = {},
  ): Promise<BuiltStaff> {
    const staff = await buildStaff(desk, { teams: [options.team ?? frontline] });
    await desk.get(Profiles).save({ staffId: staff.id, capacity: options.capacity ?? 5, skills: options.skills ?? {} });
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

  const placeOf = async ({ conversationId }: { conversationId: string }) =>
    (await desk.get(Queue).placesOf([conversationId])).get(conversationId);

  it('prefers who is good at the language and the category', async () => {
    await agent();
    const fluent = await agent({ skills: { 'language:en': 80, 'category:earnings': 90 }, capacity: 3 });
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
    expect(await placeOf(third)).toMatchObject({ place: 1, staffed: true });
    expect(await placeOf(second)).toMatchObject({ place: 2 });
    await resolve(first, chen);
    await desk.settle();
    expect(await assigneeOf(third)).toBe(chen.id);
    expect(await placeOf(second)).toMatchObject({ place: 1 });
    expect(await placeOf(third)).toBeUndefined();
  });

  it('hands out the backlog when somebody comes online', async () => {
    const waiting = await ticket();
    await desk.settle();
    expect(await placeOf(waiting)).toMatchObject({ place: 1, staffed: false });
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

  it('finds again what lost its row, and gives it out itself when the job queue is away', async () => {
    const [lost, stale] = [await ticket(), await ticket()];
    await desk.settle();
    await desk.database.query('DELETE FROM queue_items WHERE ticket_id = $1', [lost.ticketId]);
    await desk.database.query(`UPDATE tickets SET status = 'cancelled' WHERE id = $1`, [stale.ticketId]);
    const chen = await agent();
    await desk.database.query('DROP SCHEMA bullmq CASCADE');
    await desk.get(Reconciler).runOnce();
    expect(await assigneeOf(lost)).toBe(chen.id);
    expect(await assigneeOf(stale)).toBeNull();
    expect(await desk.database.query('SELECT FROM queue_items')).toEqual([]);
  });

  it('finds it also beside a case that cannot be given back, and the others of who was disabled', async () => {
    const gone = await agent();
    const archived = await buildTeam(desk);
    const [lost, broken, other] = [await ticket(), await ticket(), await ticket()];
    await desk.database.query(`UPDATE tickets SET assignee_id = $1, status = 'open' WHERE id <> $2`, [
      gone.id,
      lost.ticketId,
    ]);
    await desk.database.query('UPDATE tickets SET team_id = $1 WHERE id = $2', [archived.id, broken.ticketId]);
    await desk.database.query('UPDATE teams SET archived_at = desk_now() WHERE id = $1', [archived.id]);
    await desk.database.query('UPDATE staff SET disabled_at = desk_now() WHERE id = $1', [gone.id]);
    await expect(desk.get(Reconciler).runOnce()).rejects.toThrow('of cases left behind 1 could not be given back');
    expect(await assigneeOf(other)).toBeNull();
    const waiting = await desk.database.query<{ id: string }>('SELECT ticket_id AS id FROM queue_items');
    expect(waiting.map(({ id }) => id)).toContain(lost.ticketId);
  });

  it('shows an operator how many wait, and how long', async () => {
    await ticket();
    await desk.settle();
    await desk.clock.advance(60_000);
    const { text } = await desk.http.get('/metrics').expect(200);
    expect(text).toContain('porchlight_queue_tickets{team="frontline"} 1');
    expect(text).toMatch(/porchlight_queue_oldest_seconds\{team="frontline"\} 6\d/);
    expect(text).toMatch(/porchlight_clocks_overdue 0/);
  });
});
