import { Relay } from '../../src/platform/outbox/index.js';
import { Admission, Assignment, Presences, Profiles } from '../../src/routing/index.js';
import { Tickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltStaff, type BuiltTeam, buildSite, buildStaff, buildTeam } from '../support/factories.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';
import { until } from '../support/until.js';

const CAPACITIES = [1, 5, 9, 15, 16, 20, 20, 20, 24, 30];

describe('the claim under pressure', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  const people: BuiltStaff[] = [];
  const tickets: BuiltTicket[] = [];

  beforeAll(async () => {
    desk = await startTestApp({ env: { DATABASE_POOL_SIZE: '24' } });
    team = await buildTeam(desk, { key: 'frontline' });
    const second = await buildTeam(desk);
    for (const [index, capacity] of CAPACITIES.entries()) {
      const person = await buildStaff(desk, { teams: index % 2 ? [team] : [team, second] });
      people.push(person);
      await desk.get(Profiles).save({ staffId: person.id, capacity, skills: {} });
      await desk.get(Presences).set(person.id, 'online');
    }
    const site = await buildSite(desk);
    for (let index = 0; index < 200; index += 1) tickets.push(await buildTicket(desk, { site }));
    await desk.get(Relay).runUntilQuiet();
  }, 60_000);
  afterAll(() => desk.close());

  const claimers = (count: number) =>
    Promise.all(Array.from({ length: count }, () => desk.get(Assignment).assignWaiting(team.id)));
  const hands = () =>
    desk.database.query<{ load: number; held: number; capacity: number }>(
      `SELECT p.load, p.capacity, count(t.id)::int AS held FROM agent_profiles p
       LEFT JOIN tickets t ON t.assignee_id = p.staff_id AND t.status IN ('open', 'pending') GROUP BY p.staff_id`,
    );
  const waiting = async () => (await desk.database.query('SELECT FROM queue_items')).length;

  it('gives 200 tickets to 10 people by 8 claimers: each once, nobody too much, nobody waits beside an idle hand', async () => {
    const started = performance.now();
    const given = await claimers(8);
    const milliseconds = performance.now() - started;
    expect(given.reduce((sum, count) => sum + count, 0)).toBe(160);
    for (const { load, held, capacity } of await hands())
      expect({ load, held }).toEqual({ load: capacity, held: capacity });
    const [lines] = await desk.database.query(
      `SELECT count(*)::int AS lines, count(DISTINCT ticket_id)::int AS tickets FROM ticket_events WHERE kind = 'routed'`,
    );
    expect(lines).toEqual({ lines: 160, tickets: 160 });
    expect(await waiting()).toBe(40);
    if (process.env.TEST_LOG_LEVEL) console.log(`${Math.round(160_000 / milliseconds)} assignments a second`);
  }, 30_000);

  it('holds nobody up who has the conversation while it comes for the ticket', async () => {
    const [ticket] = tickets as [BuiltTicket];
    await desk.database
      .transaction(async (claim) => {
        await claim.query(
          `INSERT INTO routed_tickets (id, ticket_id, team_id, staff_id, enqueued_at)
         SELECT gen_random_uuid(), id, team_id, $2, desk_now() FROM tickets WHERE id = $1`,
          [ticket.ticketId, people[0]?.id],
        );
        await desk.database.transaction(async (clocks) => {
          await clocks.query(`SET LOCAL lock_timeout = '1s'`);
          await expect(desk.get(Tickets).lock(clocks, ticket.ticketId)).resolves.toMatchObject({ id: ticket.ticketId });
        });
        throw new Error('never mind');
      })
      .catch((error) => expect(error.message).toBe('never mind'));
  });

  it('gives way to a colleague who settles what a stale line of the queue still offers', async () => {
    const held = await desk.database.one<{ id: string; teamId: string; staffId: string }>(
      'SELECT id, team_id AS "teamId", assignee_id AS "staffId" FROM tickets WHERE assignee_id IS NOT NULL LIMIT 1',
    );
    if (!held) throw new Error('nobody has anything');
    const alone = await buildTeam(desk);
    await desk.database.query('UPDATE tickets SET team_id = $2 WHERE id = $1', [held.id, alone.id]);
    await desk.database.query('INSERT INTO team_members (team_id, staff_id) VALUES ($1, $2)', [alone.id, held.staffId]);
    await desk.database.query('UPDATE agent_profiles SET capacity = capacity + 1 WHERE staff_id = $1', [held.staffId]);
    await desk.database.query(
      `INSERT INTO queue_items (ticket_id, team_id, priority, tier, category, locale)
       SELECT id, team_id, priority, tier, category, locale FROM tickets WHERE id = $1`,
      [held.id],
    );
    // While a colleague has it in hand the claim waits for no lock, holds nobody up, and comes again.
    const claiming = await desk.database.transaction(async (tx) => {
      await desk.get(Tickets).lock(tx, held.id);
      await expect(desk.get(Assignment).assignWaiting(alone.id)).resolves.toBe(0);
      const claim = desk.get(Assignment).assignWaiting(alone.id);
      await tx.query(`UPDATE tickets SET status = 'on_hold' WHERE id = $1`, [held.id]);
      return { claim };
    });
    await expect(claiming.claim).resolves.toBe(0);
    await desk.database.query('UPDATE agent_profiles SET capacity = capacity - 1 WHERE staff_id = $1', [held.staffId]);
    await desk.database.query(`UPDATE tickets SET status = 'open', team_id = $2 WHERE id = $1`, [held.id, team.id]);
    expect(await desk.database.query('SELECT FROM queue_items WHERE team_id = $1', [alone.id])).toEqual([]);
  });

  it('stays right while colleagues resolve, give by hand and go offline at the same time', async () => {
    const held = await desk.database.query<{ id: string; staffId: string; number: string }>(
      'SELECT id, assignee_id AS "staffId", number FROM tickets WHERE assignee_id IS NOT NULL ORDER BY id',
    );
    const resolving = held.slice(0, 60).map(({ id, staffId }) =>
      desk.database.transaction((tx) =>
        desk.get(Tickets).transition(tx, {
          ticketId: id,
          to: 'resolved',
          actor: { kind: 'staff', id: staffId },
          because: 'set',
        }),
      ),
    );
    const giving = held.slice(60, 100).map(({ id }, index) =>
      desk.database
        .transaction(async (tx) => {
          const staffId = people[index % people.length]?.id as string;
          await desk.get(Tickets).lock(tx, id);
          await desk.get(Admission).admit(tx, { ticketId: id, staffId, by: 'colleague' });
          await desk.get(Tickets).assign(tx, {
            ticketId: id,
            teamId: team.id,
            staffId,
            actor: { kind: 'system', id: null },
            because: 'handed_over',
          });
        })
        .catch((error: { code?: string }) => expect(['capacity_exceeded', 'unavailable']).toContain(error.code)),
    );
    await Promise.all([...resolving, ...giving, claimers(4), desk.get(Presences).set(people[9]?.id as string, 'busy')]);
    await desk.settle();
    const after = await hands();
    for (const { load, held: count, capacity } of after) {
      expect(load).toBe(count);
      expect(count).toBeLessThanOrEqual(capacity);
    }
    expect(await waiting()).toBe(0);
    const [once] = await desk.database.query(
      `SELECT count(*)::int AS open FROM tickets WHERE status = 'open' AND assignee_id IS NOT NULL`,
    );
    expect(once).toEqual({ open: 140 });
  }, 60_000);

  it('passes over a case that somebody is at work on, and gives the next', async () => {
    const alone = await buildTeam(desk);
    const person = await buildStaff(desk, { teams: [alone] });
    await desk.get(Profiles).save({ staffId: person.id, capacity: 5, skills: {} });
    await desk.get(Presences).set(person.id, 'online');
    const site = await buildSite(desk);
    const [busy, next] = [await buildTicket(desk, { site }), await buildTicket(desk, { site })];
    await desk.get(Relay).runUntilQuiet();
    for (const table of ['tickets', 'queue_items'])
      await desk.database.query(
        `UPDATE ${table} SET team_id = $1 WHERE ${table === 'tickets' ? 'id' : 'ticket_id'} = ANY($2)`,
        [alone.id, [busy.ticketId, next.ticketId]],
      );
    const assignee = async ({ ticketId }: BuiltTicket) =>
      (await desk.database.one('SELECT assignee_id AS assignee FROM tickets WHERE id = $1', [ticketId]))?.assignee;
    const claim = await desk.database.transaction(async (tx) => {
      await desk.get(Tickets).lock(tx, busy.ticketId);
      const claiming = desk.get(Assignment).assignWaiting(alone.id);
      await until(async () => (await assignee(next)) === person.id);
      // Nobody waits for the person meanwhile.
      await desk.database.transaction((other) =>
        other.query('SELECT FROM agent_profiles WHERE staff_id = $1 FOR UPDATE', [person.id]),
      );
      expect(await assignee(busy)).toBeNull();
      return { claiming };
    });
    await expect(claim.claiming).resolves.toBe(2);
    expect(await assignee(busy)).toBe(person.id);
  });
});
