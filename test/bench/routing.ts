import { startTestRedis } from '../support/redis.js';
import { startEngine, withClient } from './harness/engine.js';
import { type HelperProcess, startHelper } from './harness/helper-process.js';
import { describeMachine } from './harness/machine.js';
import { type Flag, UsageError } from './harness/options.js';
import { PROFILE, startProduct } from './harness/product.js';
import type { Table } from './harness/result.js';
import type { Bench } from './main.js';
import { measureClaims } from './routing/claims.js';
import { measureDay } from './routing/day.js';
import { measureHandOut, measureRoute } from './routing/hand-out.js';
import { measurePaced, measureRoom } from './routing/paced.js';
import { gather, PEOPLE, type Stage } from './routing/stage.js';
import { measureWaiting } from './routing/waiting.js';
import { seedRouting } from './seed/routing.js';

const FLAGS: Flag[] = [
  {
    name: 'assignments',
    about: 'of each round; 0: only the day is played',
    default: 2_000,
    minimum: 0,
    maximum: 15_000,
  },
  { name: 'rounds', about: 'of each program', default: 3, minimum: 1, maximum: 20 },
  { name: 'teams', about: 'that the people are in, beside all in one', default: 10, minimum: 1, maximum: 100 },
  { name: 'rate', about: 'tickets, or people who become free, a second', default: 200, minimum: 1, maximum: 2_000 },
  { name: 'seconds', about: 'of each paced round', default: 10, minimum: 1, maximum: 60 },
  { name: 'waiting', about: 'customers, while people become free', default: 5_000, minimum: 0, maximum: 20_000 },
  { name: 'day', about: 'cases of a usual day; 0: no day is played', default: 240, minimum: 0, maximum: 2_000 },
  PROFILE,
];
/** Beside those who wait. */
const HELD = 5 * PEOPLE;

export const routing: Bench = {
  about: 'ticket opened → assigned, and 1,000 claims for 100 places',
  flags: FLAGS,
  run: async (options, say) => {
    const {
      assignments = 2_000,
      rounds = 3,
      teams = 10,
      rate = 200,
      seconds = 10,
      waiting = 5_000,
      day = 240,
    } = options;
    const program = process.env.REDIS_PATH;
    if (!program) throw new UsageError('redis-server is missing: apt-get install redis-server');
    const engine = await startEngine({ track_commit_timestamp: 'on' });
    const closing: (() => Promise<void>)[] = [engine.stop];
    try {
      const redis = await startTestRedis(program);
      closing.unshift(redis.kill);
      const cases = Math.max(assignments, HELD + waiting, rate * seconds, day * 10);
      say(`  ${PEOPLE} people and ${cases.toLocaleString('en')} cases are made`);
      const seeded = await withClient(engine.superuserUrl, (client) =>
        seedRouting(client, { teams, people: PEOPLE, cases }),
      );
      const bare = startHelper('limit/routing.js', { env: { DATABASE_URL: engine.bareUrl, REDIS_URL: redis.url } });
      closing.unshift(bare.stop);
      const redisProcess = { name: 'Redis', pid: redis.pid };
      const stage: Stage = { engine, redis: redisProcess, seeded, teams, bare, say };
      const tables: Table[] = [];
      if (assignments > 0) {
        const settings = teams === 1 ? [1] : [teams, 1];
        tables.push(...(await measureAlone(stage, { settings, assignments, rounds })));
        const product = await startProduct(engine.productUrl, {
          profile: options.profile === 1,
          env: { REDIS_URL: redis.url },
        });
        closing.unshift(product.stop);
        const served = { ...stage, product };
        for (const some of settings) {
          await gather(served, some);
          tables.push(await measureRoute(served, { count: assignments, rounds }));
          tables.push(await measurePaced(served, { rate, seconds }));
          tables.push(await measureRoom(served, { rate, seconds, waiting }));
        }
        tables.push(await measureWaiting(served, { waiting, seconds }));
        await product.stop();
      }
      // Last of all, as it moves the clock of the database.
      if (day > 0) {
        await gather(stage, 1);
        tables.push(await measureDay(stage, { cases: day }));
      }
      return { tables, machine: await describeMachine(engine.productUrl) };
    } finally {
      for (const close of closing) await close();
    }
  },
};

/** Hand-out in processes that do nothing else. */
async function measureAlone(
  stage: Stage,
  { settings, assignments, rounds }: { settings: number[]; assignments: number; rounds: number },
): Promise<Table[]> {
  const env = { DATABASE_URL: stage.engine.productUrl, DATABASE_POOL_SIZE: '40' };
  const [first, second] = [1, 2].map(() => startHelper('harness/dispatcher.js', { env })) as [
    HelperProcess,
    HelperProcess,
  ];
  try {
    const tables: Table[] = [];
    for (const some of settings) {
      await gather(stage, some);
      tables.push(await measureHandOut(stage, { dispatcher: first, count: assignments, rounds }));
    }
    return [...tables, await measureClaims(stage, [first, second])];
  } finally {
    await Promise.all([first.stop(), second.stop()]);
  }
}
