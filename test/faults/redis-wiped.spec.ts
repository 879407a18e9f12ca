import { Presences } from '../../src/routing/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildStaff, buildTeam } from '../support/factories.js';
import { startTestRedis, type TestRedis } from '../support/redis.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';
import { describeWith } from '../support/tools.js';
import { until } from '../support/until.js';

describeWith('redis', 'a desk whose Redis dies', (program) => {
  let redis: TestRedis;
  let desk: TestApp;

  beforeAll(async () => {
    redis = await startTestRedis(program);
    desk = await startTestApp({ events: 'live', env: { REDIS_URL: redis.url } });
  });
  afterAll(async () => {
    await desk?.close();
    await redis?.kill();
  });

  it('goes on giving out tickets, and uses the new, empty one by itself', async () => {
    const team = await buildTeam(desk, { key: 'frontline' });
    const agent = await buildStaff(desk, { teams: [team] });
    await desk.get(Presences).set(agent.id, 'online');
    const assigned = ({ ticketId }: BuiltTicket) =>
      until(
        async () =>
          (await desk.database.query('SELECT FROM tickets WHERE id = $1 AND assignee_id = $2', [ticketId, agent.id]))
            .length === 1,
        'the assignment',
        30_000,
      );
    await assigned(await buildTicket(desk));

    await redis.kill();
    const during = await buildTicket(desk);
    await assigned(during);

    await redis.start();
    await assigned(await buildTicket(desk));
  });
});
