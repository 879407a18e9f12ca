import { setTimeout as rest } from 'node:timers/promises';
import type { Client } from 'pg';
import { type Engine, withClient } from './harness/engine.js';
import { startHelper } from './harness/helper-process.js';
import { percentiles } from './harness/numbers.js';
import type { Flag, Options } from './harness/options.js';
import { figure } from './harness/print.js';
import { type Product, startProduct } from './harness/product.js';
import type { Row, Table } from './harness/result.js';
import { residentBytes, watch } from './harness/usage.js';
import type { ChatCast, ChatReport } from './load/chat.js';
import { waitForConsumers } from './seed/aftermath.js';
import type { SeededChat } from './seed/chat.js';
import { caseId } from './seed/clocks.js';

export const MINUTE_FLAGS: Flag[] = [
  { name: 'escalations', about: 'spread over the minute', default: 5_000, minimum: 100, maximum: 100_000 },
  { name: 'opened', about: 'tickets a second, each getting a clock', default: 100, minimum: 1, maximum: 1_000 },
  { name: 'chat', about: 'messages a second meanwhile', default: 200, minimum: 1, maximum: 10_000 },
  { name: 'seconds', about: 'of that minute', default: 60, minimum: 5, maximum: 600 },
];

interface Scene {
  cast: SeededChat;
  tickets: number;
  options: Options;
  say(line: string): void;
}
interface Late {
  /** Milliseconds from being due, or opened, to COMMIT. */
  escalations: number[];
  clocks: number[];
  early: number;
  doubled: number;
}

const PREPARE_SECONDS = 5;
const TICK_MILLISECONDS = 50;
/** A sweep that has nothing to do looks again after 15 s; it is to know of them all before the first is due. */
const AHEAD_SECONDS = 20;
const EARLY_MILLISECONDS = 1_000;
const MIB = 1024 ** 2;

/**
 * One minute of the whole product: rungs come due one after the other, tickets are opened, people talk.
 * @returns how late rungs fired and clocks came, and what the server held before and after
 */
export async function measureMinute(engine: Engine, { cast, tickets, options, say }: Scene): Promise<Table[]> {
  const { escalations = 5_000, opened = 100, chat = 200, seconds = 60 } = options;
  const gc = new URL('./harness/collect.js', import.meta.url).pathname;
  const flags = ['--expose-gc', '--import', gc];
  const load = startHelper('load/chat.js');
  const bare = startHelper('limit/punctual.js', { env: { DATABASE_URL: engine.bareUrl } });
  let product: Product | undefined;
  try {
    await withClient(engine.superuserUrl, settle);
    product = await startProduct(engine.productUrl, { profile: options.profile === 1, flags });
    await load.ask('assemble', { target: 'Porchlight', cast: castOf(product.url, cast) });
    // The first seconds warm up; from then on memory is to stay as it is.
    await load.ask('play', { target: 'Porchlight', seconds: PREPARE_SECONDS, rate: chat });
    const [before, begin] = [await held(product), await withClient(engine.productUrl, spread(escalations, seconds))];
    await rest(Math.max(0, begin.getTime() - EARLY_MILLISECONDS - Date.now()));
    const stop = watch([{ name: 'server', pid: product.pid }, engine.process, { name: 'load', pid: load.pid }]);
    const [talk, bareLate] = await Promise.all([
      load.ask<ChatReport>('play', { target: 'Porchlight', seconds, rate: chat }),
      bare.ask<number[]>('play', { count: escalations, begin, seconds }),
      withClient(engine.productUrl, (client) => openTickets(client, { from: tickets, rate: opened, seconds })),
    ]);
    const usage = stop();
    const lag = await waitForConsumers(engine);
    const late = await withClient(engine.productUrl, (client) => lateness(client, begin, escalations));
    const after = await held(product);
    say(
      `  one minute: ${late.escalations.length} escalations, ${late.clocks.length} clocks, ${talk.acknowledged} messages`,
    );
    const row = (name: string, values: number[], facts: Record<string, string> = {}): Row => ({
      name,
      value: percentiles(values).p99,
      rounds: [percentiles(values).p99],
      latencies: { late: percentiles(values) },
      usage: {},
      facts,
    });
    const facts = {
      'chat meanwhile': `${figure(talk.acknowledged / talk.seconds)} messages/s, p99 ${figure(percentiles(talk.endToEnd).p99)} ms`,
      'consumer lag': `${figure(lag.events)} events wait at the end; carried after ${figure(lag.seconds)} s${lag.dropped ? `, ${lag.dropped} given up` : ''}`,
    };
    const exact = (what: string, value: number, wanted: number) => ({
      what,
      value,
      unit: '',
      target: wanted ? { atLeast: wanted } : { atMost: 0 },
    });
    return [
      {
        title: `${escalations.toLocaleString('en')} rungs in ${seconds} s, ${opened} new clocks/s, ${chat} messages/s`,
        unit: 'ms late, p99',
        lessIsBetter: true,
        rows: [
          { ...row('escalations', late.escalations, facts), usage },
          row('bare SQL, meanwhile', bareLate),
          row('clocks of new tickets', late.clocks),
        ],
        checks: [
          {
            what: 'escalations late, p99',
            value: percentiles(late.escalations).p99,
            unit: 'ms',
            target: { atMost: 1_000 },
          },
          exact('escalated', late.escalations.length, escalations),
          exact('escalated early', late.early, 0),
          exact('escalated twice', late.doubled, 0),
          exact('clocks created', late.clocks.length, opened * seconds),
        ],
        notes: [
          'Late: from the moment it is due, or the ticket was opened, until it is committed. The bare one marks as many rows that come due in the same minute.',
        ],
      },
      {
        title: 'memory of the server, before that minute and after it',
        unit: 'MiB',
        lessIsBetter: true,
        rows: [
          { name: 'before', value: before / MIB, rounds: [before / MIB], latencies: {}, usage: {}, facts: {} },
          { name: 'after', value: after / MIB, rounds: [after / MIB], latencies: {}, usage: {}, facts: {} },
        ],
        checks: [{ what: 'after ÷ before', value: after / before, unit: '×', target: { atMost: 1.25 } }],
        notes: [],
      },
    ];
  } finally {
    await Promise.all([load.stop(), bare.stop()]);
    await product?.stop();
  }
}

/** What the sweeps before have left is of no concern here. */
async function settle(client: Client): Promise<void> {
  await client.query('TRUNCATE outbox, escalations CASCADE');
  await client.query('UPDATE clocks SET next_rung = NULL, next_rung_at = NULL WHERE next_rung = 3');
  await client.query('CHECKPOINT');
}

async function held({ pid }: Product): Promise<number> {
  process.kill(pid, 'SIGUSR2');
  await rest(1_000);
  return residentBytes(pid);
}

/** Lets breach come to so many clocks, one after the other. @returns when the first of them is due */
const spread =
  (count: number, seconds: number) =>
  async (client: Client): Promise<Date> => {
    const { rows } = await client.query<{ begin: Date }>(
      `SELECT desk_now() + interval '${AHEAD_SECONDS} seconds' AS begin`,
    );
    const begin = rows[0]?.begin as Date;
    const { rowCount } = await client.query(
      `UPDATE clocks SET next_rung = 2, next_rung_at = due.at, due_at = due.at,
         rung_times = ARRAY[due.at - interval '2 hours', due.at, due.at + interval '1 hour']
       FROM (SELECT id, $2::timestamptz + interval '1 second' * ($3::float * row_number() OVER (ORDER BY md5(id::text)) / $1) AS at
             FROM (SELECT id FROM clocks WHERE next_rung = 1 ORDER BY id LIMIT $1) chosen) due
       WHERE clocks.id = due.id`,
      [count, begin, seconds],
    );
    if (rowCount !== count) throw new Error(`${rowCount} of ${count} are due`);
    return begin;
  };

/** Cases without a clock become open now; the fact lies in the outbox, as when a customer asks for a person. */
async function openTickets(
  client: Client,
  { from, rate, seconds }: { from: number; rate: number; seconds: number },
): Promise<void> {
  const began = performance.now();
  for (let done = 0; done < rate * seconds; ) {
    const upTo = Math.min(rate * seconds, Math.floor(((performance.now() - began) / 1_000) * rate));
    if (upTo > done)
      await client.query(
        `WITH opened AS (
           UPDATE tickets SET opened_at = desk_now() FROM generate_series($1::int, $2::int) AS n WHERE id = ${caseId('n')}
           RETURNING tickets.*)
         INSERT INTO outbox (key, type, payload)
         SELECT 'ticket:' || id, 'ticket.opened', jsonb_build_object('ticketId', id, 'number', number, 'siteId', site_id,
           'customerId', customer_id, 'tier', tier, 'category', category, 'subCategory', sub_category, 'priority', priority,
           'status', status, 'teamId', team_id, 'assigneeId', assignee_id, 'conversationIds', jsonb_build_array(id),
           'at', desk_now(), 'openedAt', opened_at, 'reason', 'asked', 'nature', null, 'conversationId', id) FROM opened`,
        [from + done, from + upTo - 1],
      );
    done = upTo;
    await rest(TICK_MILLISECONDS);
  }
}

async function lateness(client: Client, begin: Date, escalations: number): Promise<Late> {
  const since = (of: string, at: string) =>
    `1000 * extract(epoch FROM pg_xact_commit_timestamp(${of}.xmin) - ${at})::float`;
  const { rows } = await client.query<{ late: number; early: boolean }>(
    `SELECT ${since('e', 'e.due_at')} AS late, e.fired_at < c.due_at AS early
     FROM escalations e JOIN clocks c ON c.id = e.clock_id WHERE e.state = 'fired' AND e.rung = 2 AND e.due_at >= $1 AND c.mode = 'asynchronous'`,
    [begin],
  );
  const { rows: clocks } = await client.query<{ late: number }>(
    `SELECT ${since('c', 'c.started_at')} AS late FROM clocks c WHERE c.started_at >= $1::timestamptz - interval '${EARLY_MILLISECONDS} milliseconds' AND c.mode = 'asynchronous'`,
    [begin],
  );
  const { rows: lines } = await client.query<{ doubled: number }>(
    `SELECT (count(*) - count(DISTINCT e.clock_id))::int AS doubled
     FROM escalations e JOIN clocks c ON c.id = e.clock_id
     WHERE e.due_at >= $1 AND e.state = 'fired' AND e.rung = 2 AND c.mode = 'asynchronous'`,
    [begin],
  );
  if (rows.length > escalations) throw new Error(`${rows.length} escalations of ${escalations}`);
  return {
    escalations: rows.map(({ late }) => late),
    clocks: clocks.map(({ late }) => late),
    early: rows.filter(({ early }) => early).length,
    doubled: lines[0]?.doubled ?? Number.NaN,
  };
}

function castOf(url: string, { siteKey, agents, customers }: SeededChat): ChatCast {
  return {
    agents: agents.map((cookie) => ({ url, namespace: '/agent', headers: { cookie } })),
    customers: customers.map(({ sessionKey, conversationId }) => ({
      conversationId,
      handshake: { url, namespace: '/widget', auth: { site: siteKey, session: sessionKey, locale: 'zh-CN' } },
    })),
  };
}
