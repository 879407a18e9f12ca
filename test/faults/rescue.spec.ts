import pg from 'pg';
import { waitUntil } from '../../src/cli/embedded/process-end.js';
import { Relay } from '../../src/platform/outbox/index.js';
import { RoutingBeat } from '../../src/routing/index.js';
import { startTestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildSite, buildTeam } from '../support/factories.js';
import { type ServerProcess, startServerProcess } from '../support/process.js';
import { buildAgent } from '../support/routing.js';
import { buildTicket } from '../support/tickets.js';

const PEOPLE = 12;
const EACH = 10;
const TICKETS = PEOPLE * EACH;
const ENVIRONMENT = { NODE_ENV: 'production', DEMO: 'true', LOG_LEVEL: 'fatal' };

/** Of all that a return leaves behind, how much there is, and of how many cases. */
const RETURNS = `
  SELECT (SELECT count(*)::int FROM ticket_events WHERE kind = 'returned') AS lines,
         (SELECT count(DISTINCT ticket_id)::int FROM ticket_events WHERE kind = 'returned') AS tickets,
         (SELECT count(*)::int FROM entries WHERE data ->> 'type' = 'returned_to_queue') AS told,
         (SELECT count(*)::int FROM declined_tickets) AS declined,
         (SELECT count(*)::int FROM work_in_hand) AS held,
         (SELECT sum(load)::int FROM agent_profiles) AS load`;
const ALL_ONCE = { lines: TICKETS, tickets: TICKETS, told: TICKETS, declined: TICKETS, held: 0, load: 0 };

describe('cases that nobody answers', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let servers: ServerProcess[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    servers = [];
    await client.end();
    await database.drop();
  });

  const returns = async () => (await client.query(RETURNS)).rows[0];

  it('go back once each, by two workers that beat at the same time', async () => {
    await fill(database, client);
    const desks = [await startTestApp({ database }), await startTestApp({ database })];
    try {
      await client.query(dueIn(0));
      const rounds = desks.flatMap((desk) => [1, 2, 3].map(() => desk.get(RoutingBeat).runOnce()));
      await Promise.all(rounds);
      // What one had in hand the other left alone.
      await desks[0]?.get(RoutingBeat).runOnce();
      expect(await returns()).toEqual(ALL_ONCE);
      const { rows: assigned } = await client.query(
        `SELECT count(*)::int AS n FROM outbox WHERE type = 'ticket.assigned' AND payload ->> 'because' IN ('unanswered', 'assignee_gone')`,
      );
      expect(assigned).toEqual([{ n: TICKETS }]);
    } finally {
      for (const desk of desks) await desk.close();
    }
  });

  it('go back once each, though both servers are killed while they do it', async () => {
    await fill(database, client);
    servers = [
      await startServerProcess(database.url, ENVIRONMENT),
      await startServerProcess(database.url, ENVIRONMENT),
    ];
    const [first, second] = servers as [ServerProcess, ServerProcess];
    await client.query(dueIn(2));
    expect(await waitUntil(async () => (await returns()).lines > 0, 30_000)).toBe(true);
    await first.killHard();
    await second.killHard();
    const { lines, tickets, told, declined } = await returns();
    expect(lines).toBeLessThan(TICKETS);
    expect({ tickets, told, declined }).toEqual({ tickets: lines, told: lines, declined: lines });
    await Promise.all([first.start(), second.start()]);
    expect(await waitUntil(async () => (await returns()).tickets === TICKETS, 30_000)).toBe(true);
    expect(await returns()).toEqual(ALL_ONCE);
  });
});

/** SQL: half of the people go offline, and the other half's first answers are due, so many seconds from now. */
const dueIn = (seconds: number) => `
  WITH gone AS (
    UPDATE presences SET presence = 'offline', since = desk_now() + interval '${seconds - 6} seconds'
    WHERE staff_id IN (SELECT staff_id FROM presences ORDER BY staff_id LIMIT ${PEOPLE / 2}) RETURNING staff_id
  )
  UPDATE work_in_hand SET since = desk_now() + interval '${seconds - 180} seconds', answer_by = desk_now() + interval '${seconds} seconds'
  WHERE staff_id NOT IN (SELECT staff_id FROM gone)`;

/** Cases in the hands of busy people, made by a desk that has gone when the servers come. */
async function fill(database: TestDatabase, client: pg.Client): Promise<void> {
  const desk = await startTestApp({ database });
  const team = await buildTeam(desk, { key: 'frontline' });
  const site = await buildSite(desk);
  const tickets: string[] = [];
  for (let n = 0; n < TICKETS; n += 1) tickets.push((await buildTicket(desk, { site })).ticketId);
  await desk.get(Relay).runUntilQuiet();
  for (let n = 0; n < PEOPLE; n += 1) {
    const { id } = await buildAgent(desk, { teams: [team], capacity: EACH, presence: 'busy' });
    await client.query(`UPDATE tickets SET assignee_id = $1, status = 'open' WHERE id = ANY($2::uuid[])`, [
      id,
      tickets.slice(n * EACH, (n + 1) * EACH),
    ]);
  }
  await client.query('DELETE FROM queue_items');
  await client.query(`UPDATE conversations SET awaiting_reply_since = desk_now() - interval '10 minutes'`);
  await desk.close();
}
