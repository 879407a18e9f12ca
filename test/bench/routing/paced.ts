import { percentiles } from '../harness/numbers.js';
import type { Row, Table } from '../harness/result.js';
import { watch } from '../harness/usage.js';
import { freeSome, openCases } from '../seed/routing.js';
import { atPace, type Pace, settled } from './pace.js';
import { begin, PEOPLE, PRODUCT, type Served, sql } from './stage.js';

/** Units of each person while others wait. */
const FEW = 5;

/** Customers come one after the other, and somebody has room: how long until they have a person. */
export async function measurePaced(stage: Served, pace: Pace): Promise<Table> {
  const count = pace.rate * pace.seconds;
  await begin(stage);
  const bare = await stage.bare.ask<number[]>('pace', pace);
  await begin(stage);
  const stop = watchAll(stage);
  const product = await sql(stage, async (client) => {
    await atPace(pace, (from, to) => openCases(client, from, to));
    await settled(async () => (await client.query(ROUTED)).rows[0].routed === count, 'all are assigned');
    const { rows } = await client.query<{ late: number }>(SINCE_OPENED);
    return rows.map(({ late }) => late);
  });
  const usage = stop();
  return table({
    title: `${pace.rate} tickets/s into ${teamsOf(stage)} with room`,
    rows: [{ ...row(PRODUCT, product), usage }, row('BullMQ and one SQL claim', bare)],
    atMost: 100,
  });
}

/** Everybody is full and many wait; somebody becomes free again and again: how long until they have the next. */
export async function measureRoom(stage: Served, { waiting, ...pace }: Pace & { waiting: number }): Promise<Table> {
  await begin(stage, FEW);
  const held = PEOPLE * FEW;
  const { late, usage } = await sql(stage, async (client) => {
    await openCases(client, 0, held + waiting);
    await settled(async () => {
      const { rows } = await client.query(`${ROUTED_AND_WAITING}`);
      return rows[0].routed === held && rows[0].waiting === waiting;
    }, 'all others wait');
    await settled(async () => (await client.query('SELECT FROM outbox LIMIT 1')).rowCount === 0, 'it is quiet');
    const { rows } = await client.query<{ now: Date }>('SELECT desk_now() AS now');
    const since = rows[0]?.now as Date;
    const stop = watchAll(stage);
    await atPace(pace, (from, to) => freeSome(client, stage.seeded.staffIds, from, to));
    const freed = pace.rate * pace.seconds;
    await settled(async () => (await client.query(ROUTED)).rows[0].routed === held + freed, 'all room is used');
    const found = await client.query<{ late: number }>(SINCE_FREED, [since]);
    return { late: found.rows.map((one) => one.late), usage: stop() };
  });
  return table({
    title: `${pace.rate} people/s become free in ${teamsOf(stage)}, ${waiting.toLocaleString('en')} wait`,
    rows: [{ ...row(PRODUCT, late), usage }],
    atMost: 1_000,
  });
}

const ROUTED = 'SELECT count(*)::int AS routed FROM routed_tickets';
const ROUTED_AND_WAITING = `SELECT (${ROUTED}) AS routed, (SELECT count(*)::int FROM queue_items) AS waiting`;
const milliseconds = (from: string, to: string) =>
  `1000 * extract(epoch FROM pg_xact_commit_timestamp(${to}.xmin) - pg_xact_commit_timestamp(${from}.xmin))::float`;
const SINCE_OPENED = `
  SELECT ${milliseconds('o', 'r')} AS late
  FROM ticket_events r JOIN ticket_events o ON o.ticket_id = r.ticket_id AND o.kind = 'opened' WHERE r.kind = 'routed'`;
/** The first that somebody lets go with the first that they are given after $1, the second with the second … */
const SINCE_FREED = `
  WITH freed AS (
    SELECT xmin, data ->> 'staffId' AS person, row_number() OVER (PARTITION BY data ->> 'staffId' ORDER BY created_at, id) AS turn
    FROM ticket_events WHERE kind = 'freed'
  ), filled AS (
    SELECT e.xmin, r.staff_id::text AS person, row_number() OVER (PARTITION BY r.staff_id ORDER BY r.assigned_at, r.id) AS turn
    FROM routed_tickets r JOIN ticket_events e ON e.ticket_id = r.ticket_id AND e.kind = 'routed' WHERE r.assigned_at > $1
  )
  SELECT ${milliseconds('freed', 'filled')} AS late FROM freed JOIN filled USING (person, turn)`;

const watchAll = ({ product, engine, redis }: Served) =>
  watch([{ name: 'server', pid: product.pid }, engine.process, redis]);
const teamsOf = ({ teams }: Served) => (teams === 1 ? 'one team' : `${teams} teams`);

function row(name: string, late: number[]): Row {
  const times = percentiles(late);
  return { name, value: times.p99, rounds: [times.p99], latencies: { late: times }, usage: {}, facts: {} };
}

function table({ title, rows, atMost }: { title: string; rows: Row[]; atMost: number }): Table {
  const value = rows[0]?.value ?? Number.NaN;
  return {
    title,
    unit: 'ms, p99',
    lessIsBetter: true,
    rows,
    checks: [{ what: `${PRODUCT}, p99`, value, unit: 'ms', target: { atMost } }],
    notes: ['From COMMIT to COMMIT.'],
  };
}
