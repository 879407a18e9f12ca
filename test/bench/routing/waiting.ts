import { setTimeout as rest } from 'node:timers/promises';
import { startHelper } from '../harness/helper-process.js';
import { percentiles } from '../harness/numbers.js';
import type { Table } from '../harness/result.js';
import { watch } from '../harness/usage.js';
import type { Told } from '../load/queue.js';
import { freeSome, openCases } from '../seed/routing.js';
import { lateness } from './lateness.js';
import { atPace, settled } from './pace.js';
import { begin, PEOPLE, PRODUCT, type Served, sql } from './stage.js';

const HELD_EACH = 5;
const RATE = 50;
/** Told at most once a second; what came last is told by then. */
const AFTERWARDS_MILLISECONDS = 3_000;

/** So many customers look at their place while cases are handed out in front of them: how late are they told? */
export async function measureWaiting(
  stage: Served,
  { waiting, seconds }: { waiting: number; seconds: number },
): Promise<Table> {
  await begin(stage, HELD_EACH);
  const held = PEOPLE * HELD_EACH;
  const load = startHelper('load/queue.js');
  try {
    return await sql(stage, async (client) => {
      await openCases(client, 0, held + waiting);
      const standing = 'SELECT ticket_id AS id FROM queue_items ORDER BY rank_at, ticket_id';
      await settled(async () => (await client.query(standing)).rowCount === waiting, 'all others wait');
      await settled(async () => (await client.query('SELECT FROM outbox LIMIT 1')).rowCount === 0, 'it is quiet');
      const order = (await client.query<{ id: string }>(standing)).rows.map(({ id }) => id);
      const keys = new Map(
        stage.seeded.customers.map(({ conversationId, sessionKey }) => [conversationId, sessionKey]),
      );
      const there = await load.ask<number>(
        'open',
        order.map((id) => ({
          url: stage.product.url,
          namespace: '/widget',
          auth: { site: stage.seeded.siteKey, session: keys.get(id), locale: 'zh-CN' },
        })),
      );
      if (there !== waiting) throw new Error(`${there} of ${waiting} widgets are open`);
      await rest(AFTERWARDS_MILLISECONDS);
      await load.ask('told');
      const stop = watch([
        { name: 'server', pid: stage.product.pid },
        stage.engine.process,
        { name: 'load', pid: load.pid },
      ]);
      await atPace({ rate: RATE, seconds }, (from, to) => freeSome(client, stage.seeded.staffIds, from, to));
      const count = async () => (await client.query('SELECT count(*)::int AS n FROM routed_tickets')).rows[0].n;
      await settled(async () => (await count()) === held + RATE * seconds, 'all room is used');
      const usage = stop();
      await rest(AFTERWARDS_MILLISECONDS);
      const { rows } = await client.query<{ at: number }>(
        `SELECT 1000 * extract(epoch FROM pg_xact_commit_timestamp(xmin))::float AS at FROM routed_tickets
         WHERE ticket_id = ANY($1::uuid[]) ORDER BY 1`,
        [order],
      );
      const told = await load.ask<Told[]>('told');
      const { late, wrong } = lateness(
        order,
        rows.map(({ at }) => at),
        told,
      );
      const times = percentiles(late);
      return {
        title: `${waiting.toLocaleString('en')} customers with an open widget wait in one team, ${RATE} assignments/s`,
        unit: 'ms late, p99',
        lessIsBetter: true,
        rows: [
          {
            name: PRODUCT,
            value: times.p99,
            rounds: [times.p99],
            latencies: { late: times },
            usage,
            facts: { told: `${told.length} pushes, ${late.length} of another place` },
          },
        ],
        checks: [
          { what: 'a place is pushed late, p99', value: times.p99, unit: 'ms', target: { atMost: 1_000 } },
          {
            what: 'customers who were last told another place than theirs',
            value: wrong,
            unit: '',
            target: { atMost: 0 },
          },
        ],
        notes: ['From the COMMIT of the first assignment that changed what is shown to its arrival in the widget.'],
      };
    });
  } finally {
    await load.ask('cut');
    await load.stop();
  }
}
