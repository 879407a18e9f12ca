import type { Site } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildSite, buildStaff, buildTeam, signIn } from '../support/factories.js';
import { startTestNginx } from '../support/nginx.js';
import { type ServerProcess, startServerProcess } from '../support/process.js';
import { startTestRedis, type TestRedis } from '../support/redis.js';
import { StubbornAgent, StubbornCustomer } from '../support/stubborn.js';
import { describeWith } from '../support/tools.js';
import { until } from '../support/until.js';

const CUSTOMERS = 20;
const MESSAGES = 30;
const KILLS = 4;

/** Two web processes and a worker, each a process of its own, behind a real nginx and with a real Redis between them. */
describeWith(
  ['redis', 'nginx'],
  'a web process of several that is killed while people talk',
  (redisProgram, nginxProgram) => {
    const inOrder: (() => Promise<unknown>)[] = [];
    let database: TestDatabase;
    let redis: TestRedis;
    /** Builds people; nobody talks to it. */
    let hand: TestApp;
    let webs: ServerProcess[];
    let proxy: { url: string };
    let site: Site;

    beforeAll(async () => {
      database = await createTestDatabase();
      redis = await startTestRedis(redisProgram);
      hand = await startTestApp({ database });
      inOrder.push(
        () => redis.kill(),
        () => hand.close(),
        () => database.drop(),
      );
      const env = {
        NODE_ENV: 'production',
        DEMO: 'true',
        LOG_LEVEL: 'fatal',
        REDIS_URL: redis.url,
        TRUSTED_PROXIES: '127.0.0.1',
        // Two agents here write as much as a team does.
        SOCKET_EVENTS_PER_10_SECONDS: '100000',
      };
      const start = async (ROLE: string) => {
        const server = await startServerProcess(database.url, { ...env, ROLE });
        inOrder.unshift(() => server.stop());
        return server;
      };
      [, ...webs] = await Promise.all(['worker', 'web', 'web'].map(start));
      const nginx = await startTestNginx(
        nginxProgram,
        webs.map(({ url }) => url),
      );
      inOrder.unshift(nginx.stop);
      proxy = nginx;
      site = await buildSite(hand);
    });
    afterAll(async () => {
      for (const end of inOrder) await end();
    });

    it('keeps every acknowledged message once and in order, and every screen like the database', async () => {
      const team = await buildTeam(hand, { key: 'frontline' });
      const agents = await Promise.all(
        [1, 2].map(async () => {
          const { cookie } = await signIn(hand, await buildStaff(hand, { teams: [team] }));
          return new StubbornAgent(proxy.url, cookie);
        }),
      );
      const customers = Array.from({ length: CUSTOMERS }, () => new StubbornCustomer(proxy.url, { site: site.key }));
      await Promise.all(
        customers.map(async (customer) => {
          await customer.start();
          await customer.askForPerson();
          for (const agent of agents) await agent.open(customer.conversationId);
        }),
      );

      const everybody = [...customers, ...agents];
      const acked = () => everybody.reduce((sum, { acked }) => sum + acked.length, 0);
      const total = CUSTOMERS * MESSAGES * 2;
      const talking = Promise.all(
        customers.map(async (customer, index) => {
          const agent = agents[index % agents.length] as StubbornAgent;
          for (let n = 0; n < MESSAGES; n += 1)
            await Promise.all([
              customer.say(customer.conversationId, `问 ${n}`),
              agent.say(customer.conversationId, `答 ${n}`),
            ]);
        }),
      );
      for (let kill = 1; kill <= KILLS; kill += 1) {
        await until(() => acked() >= (kill * total) / (KILLS + 1), `message ${(kill * total) / (KILLS + 1)}`, 60_000);
        const victim = webs[kill % webs.length] as ServerProcess;
        await victim.killHard();
        await victim.start();
      }
      await talking;

      const stored = async (conversationId: string) =>
        await hand.database.query<{ id: string; seq: number; kind: string; clientMessageId: string | null }>(
          `SELECT id, seq, kind, client_message_id AS "clientMessageId" FROM entries WHERE conversation_id = $1 ORDER BY seq`,
          [conversationId],
        );
      for (const customer of customers) {
        const rows = await stored(customer.conversationId);
        expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
        const written = rows.flatMap(({ clientMessageId }) => clientMessageId ?? []);
        expect(new Set(written).size).toBe(written.length);
        expect(written).toHaveLength(2 * MESSAGES);
        const ids = rows.map(({ id }) => id);
        expect(ids.filter((id) => customer.acked.includes(id))).toEqual(customer.acked);
        // The bot's brief is for its reader's eyes, who is of the staff.
        const shown = rows.filter(({ kind }) => kind !== 'note').map(({ id }) => id);
        const isEqual = (screen: StubbornCustomer | StubbornAgent, expected: string[]) =>
          until(
            () => String(screen.screen(customer.conversationId)) === String(expected),
            'a screen that shows what is stored',
          );
        await isEqual(customer, shown);
        for (const agent of agents) await isEqual(agent, ids);
      }
      expect(acked()).toBe(total);
      expect(new Set(everybody.flatMap((each) => each.acked)).size).toBe(total);
      for (const each of everybody) each.close();
    });
  },
);
