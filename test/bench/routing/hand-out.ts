import { setTimeout as rest } from 'node:timers/promises';
import { breathe } from '../harness/engine.js';
import type { HelperProcess } from '../harness/helper-process.js';
import { median } from '../harness/numbers.js';
import { figure } from '../harness/print.js';
import type { Row, Table } from '../harness/result.js';
import { cpuPerUnit, type Usage, watch } from '../harness/usage.js';
import { type Lag, waitForConsumers } from '../seed/aftermath.js';
import { caseIds, openCases } from '../seed/routing.js';
import { activeTeams, begin, PRODUCT, type Served, type Stage, sql } from './stage.js';

const ALONE = 'one SQL claim';
const EACH = 'BullMQ and one SQL claim';
const BATCH = 'BullMQ and small batches';
/** Cases that the outbox gets at once, as a wave of customers would bring them. */
const WAVE = 50;

interface Played {
  seconds: number;
  count: number;
  usage: Record<string, Usage>;
  lag?: Lag;
}
type Program = { name: string; play(count: number): Promise<Played> };

/** What stands in the queue is handed out, by a process that does nothing else. */
export async function measureHandOut(
  stage: Stage,
  { dispatcher, count, rounds }: { dispatcher: HelperProcess; count: number; rounds: number },
): Promise<Table> {
  const watched = (server: HelperProcess) => watch([{ name: 'server', pid: server.pid }, stage.engine.process]);
  const programs: Program[] = [
    {
      name: PRODUCT,
      play: async (size) => {
        const ids = await sql(stage, async (client) => {
          await openCases(client, 0, size);
          await client.query('TRUNCATE outbox CASCADE');
          return await caseIds(client, 0, size);
        });
        await dispatcher.ask('enqueue', ids);
        await breathe();
        const stop = watched(dispatcher);
        const { given, milliseconds } = await dispatcher.ask<{ given: number; milliseconds: number }>(
          'handOut',
          activeTeams(stage),
        );
        const usage = stop();
        if (given !== size) throw new Error(`${given} of ${size} were given`);
        return { seconds: milliseconds / 1_000, count: size, usage };
      },
    },
    {
      name: ALONE,
      play: async (size) => {
        const stop = watched(stage.bare);
        const milliseconds = await stage.bare.ask<number>('claim', { count: size });
        return { seconds: milliseconds / 1_000, count: size, usage: stop() };
      },
    },
  ];
  return await compare(stage, { title: 'handed out of the queue', programs, count, rounds, least: [ALONE] });
}

/** Tickets are opened, and in the end each is somebody's: the whole server, with all that follows a ticket. */
export async function measureRoute(
  stage: Served,
  { count, rounds }: { count: number; rounds: number },
): Promise<Table> {
  const watched = (pid: number) => watch([{ name: 'server', pid }, stage.engine.process, stage.redis]);
  const bare = (way: 'each' | 'batch') => async (size: number) => {
    const stop = watched(stage.bare.pid);
    const milliseconds = await stage.bare.ask<number>('route', { count: size, way });
    return { seconds: milliseconds / 1_000, count: size, usage: stop() };
  };
  const programs: Program[] = [
    {
      name: PRODUCT,
      play: async (size) => {
        const stop = watched(stage.product.pid);
        const seconds = await sql(stage, async (client) => {
          for (let from = 0; from < size; from += WAVE) await openCases(client, from, Math.min(size, from + WAVE));
          for (let routed = 0; routed < size; await rest(20))
            routed = (await client.query('SELECT count(*)::int AS routed FROM routed_tickets')).rows[0].routed;
          return (await client.query(DURATION)).rows[0].seconds as number;
        });
        const usage = stop();
        return { seconds, count: size, usage, lag: await waitForConsumers(stage.engine) };
      },
    },
    { name: EACH, play: bare('each') },
    { name: BATCH, play: bare('batch') },
  ];
  return await compare(stage, { title: 'opened → assigned', programs, count, rounds, least: [EACH, BATCH] });
}

/** From the first that was opened to the last that was given. */
const DURATION = `
  SELECT extract(epoch FROM max(pg_xact_commit_timestamp(r.xmin)) - min(pg_xact_commit_timestamp(o.xmin)))::float AS seconds
  FROM routed_tickets r JOIN ticket_events o ON o.ticket_id = r.ticket_id AND o.kind = 'opened'`;

async function compare(
  stage: Stage,
  {
    title,
    programs,
    count,
    rounds,
    least,
  }: { title: string; programs: Program[]; count: number; rounds: number; least: string[] },
): Promise<Table> {
  const played = new Map(programs.map(({ name }) => [name, [] as Played[]]));
  // The first round warms up: compilers, plans, pools.
  for (let round = 0; round <= rounds; round += 1)
    for (const { name, play } of programs) {
      await begin(stage);
      await breathe();
      const result = await play(round ? count : Math.min(count, 500));
      if (round === 0) continue;
      played.get(name)?.push(result);
      stage.say(`  ${title}, ${teamsOf(stage)}, round ${round}, ${name}: ${figure(perSecond(result))}/s`);
    }
  const rows = [...played].map(([name, all]): Row => {
    const lags = all.flatMap(({ lag }) => lag ?? []);
    return {
      name,
      value: median(all.map(perSecond)),
      rounds: all.map(perSecond),
      latencies: {},
      usage: all[rounds >> 1]?.usage ?? {},
      facts: {
        'CPU per assignment': cpuPerUnit(all.map(({ usage, seconds, count: units }) => ({ usage, seconds, units }))),
        ...(lags.length > 0 && {
          'all that follows': `carried ${figure(median(lags.map(({ seconds }) => seconds)))} s later`,
        }),
      },
    };
  });
  const of = (name: string) => rows.find((row) => row.name === name)?.value ?? Number.NaN;
  return {
    title: `${count.toLocaleString('en')} ${title}, 200 people in ${teamsOf(stage)}`,
    unit: 'assignments/s',
    rows,
    checks: least.map((name) => ({
      what: `${PRODUCT} ÷ ${name}`,
      value: of(PRODUCT) / of(name),
      unit: '×',
      target: { atLeast: 0.5 },
    })),
    notes: [],
  };
}

const perSecond = ({ count, seconds }: Played) => count / seconds;
const teamsOf = ({ teams }: Stage) => (teams === 1 ? 'one team' : `${teams} teams`);
