import pg from 'pg';
import { giveRoom, openCases, seedRouting } from '../bench/seed/routing.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type ServerProcess, startServerProcess } from '../support/process.js';
import { startTestRedis, type TestRedis } from '../support/redis.js';
import { describeWith } from '../support/tools.js';
import { until } from '../support/until.js';

const CASES = 1_000;
const PEOPLE = 20;
const TEAMS = 2;
const ROOM = 30;
const WAVE = 50;
/** What a reconciler may take to find what events and jobs have lost. */
const PATIENCE = 30_000;

describeWith('redis', 'cases that are handed out while processes are killed', (program) => {
  let redis: TestRedis;
  let database: TestDatabase;
  let client: pg.Client;
  const processes: ServerProcess[] = [];

  beforeAll(async () => {
    [redis, database] = await Promise.all([startTestRedis(program), createTestDatabase()]);
    client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
    client.on('error', () => undefined);
    await seedRouting(client, { teams: TEAMS, people: PEOPLE, cases: CASES });
    await giveRoom(client, ROOM);
    await client.query('UPDATE team_routing SET answer_within_seconds = NULL');
  });
  afterAll(async () => {
    await Promise.all(processes.map((one) => one.stop()));
    await client?.end();
    await database?.drop();
    await redis?.kill();
  });

  const start = async (role: 'web' | 'worker') => {
    const env = { NODE_ENV: 'production', DEMO: 'true', LOG_LEVEL: 'fatal', ROLE: role, REDIS_URL: redis.url };
    const one = await startServerProcess(database.url, env);
    processes.push(one);
    return one;
  };
  const given = async () =>
    Number((await client.query('SELECT count(*) AS n FROM tickets WHERE assignee_id IS NOT NULL')).rows[0].n);
  const reaches = (count: number) =>
    until(async () => (await given()) >= count, `${count} given, of which there are`, PATIENCE);

  it('have one person each, nobody more than they can hold, and none waits while somebody has room', async () => {
    const [, web, first, second] = await Promise.all([start('web'), start('web'), start('worker'), start('worker')]);
    const opening = (async () => {
      for (let from = 0; from < CASES; from += WAVE) await openCases(client, from, from + WAVE);
    })();
    await reaches(60);
    await first?.killHard();
    await reaches(160);
    await web?.killHard();
    await Promise.all([first?.start(), second?.killHard()]);
    await reaches(300);
    await second?.start();
    await first?.killHard();
    await opening;
    await reaches(PEOPLE * ROOM);
    expect(await client.query(STATE).then(({ rows }) => rows[0])).toMatchObject({
      given: PEOPLE * ROOM,
      waiting: CASES - PEOPLE * ROOM,
      fullest: ROOM,
      miscounted: 0,
    });
    // Nobody tells them that there is room now.
    await giveRoom(client, ROOM * 2);
    await first?.start();
    await reaches(CASES);
    expect(await client.query(STATE).then(({ rows }) => rows[0])).toEqual({
      given: CASES,
      waiting: 0,
      fullest: expect.any(Number),
      miscounted: 0,
      routed: CASES,
      held: CASES,
      lines: CASES,
      told: CASES,
      twice: 0,
    });
    expect(await client.query(STATE).then(({ rows }) => rows[0].fullest)).toBeLessThanOrEqual(ROOM * 2);
  }, 240_000);
});

const COUNTED = `SELECT count(*) FROM tickets t WHERE t.assignee_id = p.staff_id AND t.status IN ('open', 'pending')`;
const STATE = `
  SELECT (SELECT count(*)::int FROM tickets WHERE assignee_id IS NOT NULL) AS given,
         (SELECT count(*)::int FROM queue_items) AS waiting,
         (SELECT max(load) FROM agent_profiles) AS fullest,
         (SELECT count(*)::int FROM agent_profiles p WHERE load <> (${COUNTED})) AS miscounted,
         (SELECT count(DISTINCT ticket_id)::int FROM routed_tickets) AS routed,
         (SELECT count(*)::int FROM work_in_hand) AS held,
         (SELECT count(*)::int FROM ticket_events WHERE kind = 'assigned') AS lines,
         (SELECT count(*)::int FROM entries WHERE kind = 'system' AND data ->> 'type' = 'agent_joined') AS told,
         (SELECT (count(*) - count(DISTINCT ticket_id))::int FROM routed_tickets) AS twice`;
