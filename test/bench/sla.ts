import { breathe, type Engine, startEngine, withClient } from './harness/engine.js';
import { type HelperProcess, startHelper } from './harness/helper-process.js';
import { describeMachine } from './harness/machine.js';
import { median, medianOf, percentiles } from './harness/numbers.js';
import type { Flag } from './harness/options.js';
import { figure } from './harness/print.js';
import { PROFILE } from './harness/product.js';
import type { Row, Table } from './harness/result.js';
import { cpuPerUnit, type Usage, watch } from './harness/usage.js';
import type { Bench } from './main.js';
import { caseId, seedClocks } from './seed/clocks.js';
import { MINUTE_FLAGS, measureMinute } from './sla-minute.js';

const FLAGS: Flag[] = [
  { name: 'tickets', about: 'open, each with a clock', default: 1_000_000, minimum: 10_000, maximum: 5_000_000 },
  { name: 'due', about: 'clocks that one sweep finds due', default: 10_000, minimum: 100, maximum: 100_000 },
  { name: 'rounds', about: 'of each program and placement', default: 3, minimum: 1, maximum: 20 },
  ...MINUTE_FLAGS,
  PROFILE,
];
const PEOPLE = 50;
const LOOKS = 300;
const PRODUCT = 'Porchlight';
const BARE = 'bare SQL';

interface Target {
  name: string;
  helper: HelperProcess;
}
interface Swept {
  fired: number;
  milliseconds: number;
}
interface Stage {
  engine: Engine;
  targets: Target[];
  tickets: number;
  due: number;
  /** Cases below this one have been used up. */
  used: number;
}

export const sla: Bench = {
  about: 'a sweep over a million clocks, and how late rungs fire',
  flags: FLAGS,
  run: async (options, say) => {
    const { tickets = 1_000_000, due = 10_000, rounds = 3, opened = 100, seconds = 60 } = options;
    const engine = await startEngine({ track_commit_timestamp: 'on' });
    const closing: (() => Promise<void>)[] = [engine.stop];
    try {
      const scene = { count: tickets, unclocked: opened * seconds, people: PEOPLE };
      const cast = await withClient(engine.superuserUrl, (client) => seedClocks(client, scene, say));
      const env = { DATABASE_URL: engine.productUrl };
      const targets = [
        { name: PRODUCT, helper: startHelper('harness/sweeper.js', { env, flags: ['--expose-gc'] }) },
        { name: BARE, helper: startHelper('limit/sla.js', { env }) },
      ];
      const stage = { engine, targets, tickets, due, used: 0 };
      const tables: Table[] = [];
      try {
        for (const placement of ['scattered', 'close together'] as const)
          tables.push(await measureSweep(stage, { placement, rounds, say }));
        tables.push(await measureIdle(targets));
      } finally {
        for (const { helper } of targets) await helper.stop();
      }
      tables.push(...(await measureMinute(engine, { cast, tickets, options, say })));
      return { tables, machine: await describeMachine(engine.productUrl) };
    } finally {
      for (const close of closing) await close();
    }
  },
};

/** Clocks whose breach has just come, warned of before: $1 the cases. */
const MAKE_DUE = `
  UPDATE clocks SET next_rung = 2, next_rung_at = desk_now(), due_at = desk_now(),
    rung_times = ARRAY[desk_now() - interval '2 hours', desk_now(), desk_now() + interval '1 hour']
  FROM unnest($1::int[]) AS n WHERE id = ${caseId('n')}`;

/** What the sweep is to leave of each; the rest of the outbox is not its own. */
const LEFT = `
  SELECT (SELECT count(*)::int FROM escalations) AS escalations,
         (SELECT count(*)::int FROM ticket_events WHERE kind = 'escalated') AS lines,
         (SELECT count(*)::int FROM tickets WHERE escalated_at IS NOT NULL) AS tickets,
         (SELECT count(*)::int FROM outbox) / 2 AS told,
         (SELECT count(*)::int FROM clocks WHERE next_rung = 3) AS climbed`;

async function measureSweep(
  stage: Stage,
  { placement, rounds, say }: { placement: 'scattered' | 'close together'; rounds: number; say(line: string): void },
): Promise<Table> {
  const played = new Map(stage.targets.map(({ name }) => [name, [] as (Swept & { usage: Record<string, Usage> })[]]));
  const held: number[] = [];
  for (let round = 0; round <= rounds; round += 1)
    for (const { name, helper } of stage.targets) {
      await makeDue(stage, placement);
      await breathe();
      const stop = watch([{ name: 'server', pid: helper.pid }, stage.engine.process]);
      const swept = await helper.ask<Swept>('sweep');
      const usage = stop();
      await checkLeft(stage, swept, name);
      if (name === PRODUCT) held.push(await helper.ask<number>('held'));
      if (round === 0) continue;
      played.get(name)?.push({ ...swept, usage });
      say(`  ${placement}, round ${round}, ${name}: ${figure(swept.milliseconds)} ms`);
    }
  const rows = [...played].map(([name, all]): Row => {
    const perSecond = all.map(({ fired, milliseconds }) => (fired / milliseconds) * 1_000);
    return {
      name,
      value: median(perSecond),
      rounds: perSecond,
      latencies: {},
      usage: all[rounds >> 1]?.usage ?? {},
      facts: {
        'the whole sweep': `${figure(median(all.map(({ milliseconds }) => milliseconds)))} ms`,
        'CPU per escalation': cpuPerUnit(
          all.map(({ usage, milliseconds, fired }) => ({ usage, seconds: milliseconds / 1_000, units: fired })),
        ),
      },
    };
  });
  const [product, bare] = rows.map(({ value }) => value);
  return {
    title: `${stage.due.toLocaleString('en')} due of ${stage.tickets.toLocaleString('en')}, ${placement}`,
    unit: 'escalations/s',
    rows,
    checks: [
      {
        what: `${PRODUCT} ÷ ${BARE}`,
        value: (product ?? Number.NaN) / (bare ?? Number.NaN),
        unit: '×',
        target: { atLeast: 0.5 },
      },
      {
        what: 'what the last sweep holds ÷ the first',
        value: (held.at(-1) ?? Number.NaN) / (held[0] ?? Number.NaN),
        unit: '×',
        target: { atMost: 1.1 },
      },
    ],
    notes: [
      'Both leave the same rows: clock, escalation, mark on the ticket, line of its timeline, two events. Porchlight also locks the talk and asks whether it was answered.',
    ],
  };
}

/** Each round has cases of its own, as a ticket is marked but once. */
async function makeDue(stage: Stage, placement: 'scattered' | 'close together'): Promise<void> {
  const { due, tickets, engine } = stage;
  const step = placement === 'scattered' ? Math.floor(tickets / due) : 1;
  const offset = placement === 'scattered' ? stage.used / due : stage.used;
  const numbers = Array.from({ length: due }, (_, index) => (offset + index * step) % tickets);
  stage.used += due;
  await withClient(engine.superuserUrl, async (client) => {
    const { rowCount } = await client.query(MAKE_DUE, [numbers]);
    if (rowCount !== due) throw new Error(`${rowCount} of ${due} were made due`);
    // Only this round is counted and carried on.
    await client.query('TRUNCATE outbox, escalations CASCADE');
    await client.query(`DELETE FROM ticket_events WHERE kind = 'escalated'`);
    await client.query('UPDATE tickets SET escalated_at = NULL WHERE escalated_at IS NOT NULL');
    await client.query(`UPDATE clocks SET next_rung = NULL, next_rung_at = NULL WHERE next_rung = 3`);
    await client.query('CHECKPOINT');
  });
}

/** @throws unless each has left all of it once */
async function checkLeft({ engine, due }: Stage, { fired }: Swept, name: string): Promise<void> {
  const left = await withClient(engine.productUrl, async (client) => (await client.query(LEFT)).rows[0]);
  const wrong = Object.entries({ fired, ...left }).filter(([, count]) => count !== due);
  if (wrong.length > 0) throw new Error(`${name} left something else: ${JSON.stringify(Object.fromEntries(wrong))}`);
}

async function measureIdle(targets: Target[]): Promise<Table> {
  const rows: Row[] = [];
  for (const { name, helper } of targets) {
    await helper.ask('idle', LOOKS);
    const rounds: number[][] = [];
    for (let round = 0; round < 3; round += 1) rounds.push(await helper.ask<number[]>('idle', LOOKS));
    rows.push({
      name,
      value: median(rounds.flat()),
      rounds: rounds.map(median),
      latencies: { 'each look': medianOf(rounds.map(percentiles)) },
      usage: {},
      facts: {},
    });
  }
  const value = rows[0]?.value ?? Number.NaN;
  return {
    title: 'a sweep that finds nothing',
    unit: 'ms',
    lessIsBetter: true,
    rows,
    checks: [{ what: `${PRODUCT}, p50`, value, unit: 'ms', target: { atMost: 1 } }],
    notes: [],
  };
}
