import { Giving, Grouping, Standing } from '../../feedback/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { DEMO_TOPICS, type DemoTopic } from './feedback.data.js';
import type { Services } from './index.js';

/** Feedback of customers of the demo, by whom is theirs to decide. Where there is any, nothing is added. */
export async function seedFeedback(services: Services, siteId: string): Promise<void> {
  const database = services.get(Database);
  if (await database.one('SELECT 1 AS given FROM feedback LIMIT 1')) return;
  const by = await decider(database);
  const customers = await database.query<{ id: string }>(
    'SELECT id FROM customers WHERE site_id = $1 AND external_id IS NOT NULL ORDER BY created_at, id LIMIT 20',
    [siteId],
  );
  let next = 0;
  for (const topic of DEMO_TOPICS) {
    const said = topic.said.slice(0, customers.length - next);
    const givers = customers.slice(next, next + said.length).map(({ id }) => id);
    next += said.length;
    if (by && said.length > 0) await seedTopic(services, { siteId, by, topic: { ...topic, said }, givers });
  }
}

interface Seed {
  siteId: string;
  by: StaffPrincipal;
  topic: DemoTopic;
  /** Of each that is said, its customer. */
  givers: string[];
}

async function seedTopic(services: Services, { siteId, by, topic, givers }: Seed): Promise<void> {
  const [database, grouping, standing] = [services.get(Database), services.get(Grouping), services.get(Standing)];
  const { kind, area, title, status, answer, said } = topic;
  const given = await database.transaction((tx) =>
    Promise.all(
      said.map(({ locale, words }, index) =>
        services.get(Giving).give(tx, {
          siteId,
          customerId: givers[index] as string,
          kind,
          area,
          words,
          locale,
          way: 'page',
          once: `demo:${words}`,
        }),
      ),
    ),
  );
  const [id = '', ...others] = given.map(({ topicId }) => topicId);
  const version = async (of: string) =>
    (await database.one<{ version: number }>('SELECT version FROM feedback_topics WHERE id = $1', [of]))?.version ?? 0;
  for (const other of others) await grouping.merge(by, other, { version: await version(other), into: id });
  await grouping.name(by, id, { version: await version(id), title });
  await standing.show(by, id, { version: await version(id), public: true });
  if (status !== 'received')
    await standing.decide(by, id, { version: await version(id), status, ...(answer && { answer }) });
}

async function decider(database: Database): Promise<StaffPrincipal | undefined> {
  return await database.one<StaffPrincipal & Record<string, unknown>>(
    `SELECT id AS "staffId", '' AS "sessionId", name, role, ARRAY[]::text[] AS "teamIds", locale FROM staff
     WHERE role = 'admin' ORDER BY created_at, id LIMIT 1`,
  );
}
