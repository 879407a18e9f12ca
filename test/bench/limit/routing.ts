/**
 * The bare limit of routing: what waits is given to the least loaded who has room, in one statement with SKIP LOCKED. No skills,
 * no rights, no thread, no timeline, no events. Work comes by BullMQ on Redis, one job a ticket or one for a small batch; or
 * it is claimed without a queue before it.
 */
import { setTimeout as rest } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { answerParent } from '../harness/helper-process.js';

const HANDS = 16;
const BATCH = 20;
const TICK_MILLISECONDS = 5;
const TABLES = `
  DROP TABLE IF EXISTS people, waiting, given;
  CREATE TABLE people (id integer PRIMARY KEY, team integer NOT NULL, load integer NOT NULL DEFAULT 0,
    capacity integer NOT NULL, last_given_at timestamptz);
  CREATE INDEX people_team ON people (team);
  CREATE TABLE waiting (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, team integer NOT NULL,
    priority integer NOT NULL DEFAULT 2, at timestamptz NOT NULL DEFAULT now());
  CREATE INDEX waiting_order ON waiting (team, priority, at, id);
  CREATE TABLE given (ticket bigint PRIMARY KEY, person integer NOT NULL, waiting_since timestamptz NOT NULL,
    at timestamptz NOT NULL DEFAULT now());`;
/** Of a team ($1) as many as $2, each to somebody else. */
const CLAIM = `
  WITH next AS MATERIALIZED (
    SELECT id, at FROM waiting WHERE team = $1 ORDER BY priority, at, id LIMIT $2 FOR UPDATE SKIP LOCKED
  ), free AS MATERIALIZED (
    SELECT id, load, capacity, last_given_at FROM people WHERE team = $1 AND load < capacity AND EXISTS (SELECT FROM next)
    ORDER BY load::real / capacity, last_given_at NULLS FIRST, id LIMIT $2 FOR UPDATE SKIP LOCKED
  ), pair AS (
    SELECT n.id AS ticket, n.at, p.id AS person
    FROM (SELECT *, row_number() OVER (ORDER BY at, id) AS place FROM next) n
    JOIN (SELECT *, row_number() OVER (ORDER BY load::real / capacity, last_given_at NULLS FIRST, id) AS place FROM free) p USING (place)
  ), taken AS (
    DELETE FROM waiting USING pair WHERE waiting.id = pair.ticket
  ), loaded AS (
    UPDATE people SET load = load + 1, last_given_at = now() FROM pair WHERE people.id = pair.person
  )
  INSERT INTO given (ticket, person, waiting_since) SELECT ticket, person, at FROM pair RETURNING ticket`;
const ENQUEUE = 'INSERT INTO waiting (team) SELECT unnest($1::int[]) RETURNING id';

type Way = 'each' | 'batch';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
const connection = { url: process.env.REDIS_URL ?? '', maxRetriesPerRequest: null };
let teams = 1;
let given = 0;
/** By ticket: when its row had been committed, and how long after that it was somebody's, milliseconds. */
const since = new Map<string, number>();
const latencies: number[] = [];

const work = async ({ data: { team, count } }: { data: { team: number; count: number } }) => {
  // One that finds all that waits in other hands is served by those.
  for (let left = count, tries = 0; left > 0 && tries < 50; tries += 1) {
    const claimed = await claim(team, left);
    left -= claimed;
    if (claimed === 0) await rest(1);
  }
};
const queue = new Queue('limit', {
  connection: new Redis(connection.url, { maxRetriesPerRequest: null }),
  defaultJobOptions: { removeOnComplete: true },
});
const worker = new Worker('limit', work, { connection, concurrency: HANDS });
worker.on('error', (error) => console.error(error));

async function claim(team: number, count: number): Promise<number> {
  const { rows } = await pool.query<{ ticket: string }>({ name: 'claim', text: CLAIM, values: [team, count] });
  given += rows.length;
  for (const { ticket } of rows) {
    const at = since.get(ticket);
    if (at !== undefined) latencies.push(performance.now() - at);
    since.delete(ticket);
  }
  return rows.length;
}

let turn = 0;
async function enqueue(count: number, measured = false): Promise<void> {
  const team = turn++ % teams;
  const values = [Array.from({ length: count }, () => team)];
  const { rows } = await pool.query<{ id: string }>({ name: 'enqueue', text: ENQUEUE, values });
  if (measured) for (const { id } of rows) since.set(id, performance.now());
  await queue.add('claim', { team, count });
}

/** Runs so many at once. */
async function all(count: number, one: () => Promise<unknown>): Promise<void> {
  let left = count;
  await Promise.all(
    Array.from({ length: HANDS * 2 }, async () => {
      while (left > 0) {
        left -= 1;
        await one();
      }
    }),
  );
}

const until = async (count: number) => {
  while (given < count) await rest(1);
};

async function prepare(scene: { people: number; teams: number; capacity: number }): Promise<void> {
  await worker.waitUntilReady();
  await pool.query(TABLES);
  await pool.query('INSERT INTO people (id, team, capacity) SELECT n, n % $2, $3 FROM generate_series(1, $1) AS n', [
    scene.people,
    scene.teams,
    scene.capacity,
  ]);
  await pool.query('ANALYZE people');
  teams = scene.teams;
  given = 0;
}

const timed = async (deed: () => Promise<unknown>) => {
  const began = performance.now();
  await deed();
  return performance.now() - began;
};

answerParent({
  prepare,
  /** Enqueues and claims. @returns milliseconds */
  route: ({ count, way }: { count: number; way: Way }) =>
    timed(async () => {
      const size = way === 'batch' ? BATCH : 1;
      await all(Math.ceil(count / size), () => enqueue(size));
      await until(count);
    }),
  /** Only the claims, of what waits already. @returns milliseconds */
  claim: async ({ count }: { count: number }) => {
    for (let team = 0; team < teams; team += 1)
      await pool.query('INSERT INTO waiting (team) SELECT $1 FROM generate_series(1, $2)', [team, count / teams]);
    return await timed(() => all(count, () => claim(turn++ % teams, 1)).then(() => until(count)));
  },
  /** @returns milliseconds from being enqueued to being somebody's, of each */
  pace: async ({ rate, seconds }: { rate: number; seconds: number }) => {
    latencies.length = 0;
    const began = performance.now();
    const under: Promise<void>[] = [];
    for (let done = 0; done < rate * seconds; ) {
      const upTo = Math.min(rate * seconds, Math.floor(((performance.now() - began) / 1_000) * rate));
      for (; done < upTo; done += 1) under.push(enqueue(1, true));
      await rest(TICK_MILLISECONDS);
    }
    await Promise.all(under);
    await until(rate * seconds);
    return latencies;
  },
});
