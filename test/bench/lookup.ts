import { lookupCode } from '../../src/tickets/customer-secrets.js';
import { breathe, type Engine, startEngine, withClient } from './harness/engine.js';
import { startHelper } from './harness/helper-process.js';
import { describeMachine } from './harness/machine.js';
import { median, medianOf, percentiles } from './harness/numbers.js';
import type { Flag, Options } from './harness/options.js';
import { figure } from './harness/print.js';
import { PROFILE, type Product, SECRET_KEY, startProduct } from './harness/product.js';
import type { Row, Table } from './harness/result.js';
import { cpuPerUnit, type Usage, watch } from './harness/usage.js';
import type { LookupReport, LookupRound } from './load/lookup.js';
import type { Bench } from './main.js';
import { seedTickets } from './seed/tickets.js';

const FLAGS: Flag[] = [
  { name: 'tickets', about: 'with five events each', default: 1_000_000, minimum: 1_000, maximum: 10_000_000 },
  { name: 'connections', about: 'that ask without a pause', default: 32, minimum: 1, maximum: 1_000 },
  { name: 'rounds', about: 'of each program', default: 3, minimum: 1, maximum: 50 },
  { name: 'seconds', about: 'of each round', default: 3, minimum: 1, maximum: 60 },
  PROFILE,
];
/** So many different ones are asked for: far more than any cache of either side would hold by accident. */
const ASKED = 50_000;

export const lookup: Bench = {
  about: 'a case by its number and second factor',
  flags: FLAGS,
  run: async (options, say) => {
    const { tickets = 1_000_000 } = options;
    const engine = await startEngine();
    const closing: (() => Promise<void>)[] = [engine.stop];
    try {
      const numbers = await withClient(engine.superuserUrl, (client) => seedTickets(client, tickets, say));
      const product = await startProduct(engine.productUrl, { profile: options.profile === 1 });
      closing.unshift(product.stop);
      const table = await compareLookUps({ engine, product, numbers, options, say });
      return { tables: [table], machine: await describeMachine(engine.productUrl) };
    } finally {
      for (const close of closing) await close();
    }
  },
};

/** Rounds of the product and of the bare limit in turn, over the same cases. */
export async function compareLookUps({
  engine,
  product,
  numbers,
  options: { connections = 32, rounds = 3, seconds = 3 },
  say,
}: {
  engine: Engine;
  product: Product;
  numbers: readonly string[];
  options: Options;
  say: (line: string) => void;
}): Promise<Table> {
  const bare = startHelper('limit/lookup.js', { env: { DATABASE_URL: engine.productUrl } });
  const load = startHelper('load/lookup.js');
  try {
    const every = Math.max(1, Math.floor(numbers.length / ASKED));
    const bodies = numbers
      .filter((_, index) => index % every === 0)
      .map((number) => JSON.stringify({ number, factor: lookupCode(SECRET_KEY, number) }));
    const targets = [
      { name: 'Porchlight', pid: product.pid, url: product.url, path: '/api/status/lookups' },
      { name: 'node:http', pid: bare.pid, url: await bare.ask<string>('listen'), path: '/' },
    ];
    const played = targets.map(() => [] as { report: LookupReport; usage: Record<string, Usage> }[]);
    for (let round = 0; round <= rounds; round += 1)
      for (const [index, { name, pid, url, path }] of targets.entries()) {
        await breathe();
        const stop = watch([{ name: 'server', pid }, engine.process, { name: 'load', pid: load.pid }]);
        const order: LookupRound = { url, path, bodies, connections, seconds: round ? seconds : 1 };
        const report = await load.ask<LookupReport>('play', order);
        if (round === 0) continue;
        played[index]?.push({ report, usage: stop() });
        say(`  round ${round}, ${name}: ${figure(report.answered / report.seconds)}/s`);
      }
    const rows = targets.map(({ name }, index): Row => {
      const reports = (played[index] ?? []).map(({ report }) => report);
      const refused = reports.filter((report) => Object.keys(report.refused).length > 0);
      return {
        name,
        value: median(reports.map((report) => report.answered / report.seconds)),
        rounds: reports.map((report) => report.answered / report.seconds),
        latencies: { answer: medianOf(reports.map(({ latencies }) => percentiles(latencies))) },
        usage: played[index]?.[rounds >> 1]?.usage ?? {},
        facts: {
          'CPU per answer': cpuPerUnit(
            (played[index] ?? []).map(({ report, usage }) => ({
              usage,
              seconds: report.seconds,
              units: report.answered,
            })),
          ),
          ...(refused.length > 0 && { 'not answered': JSON.stringify(refused.map((report) => report.refused)) }),
        },
      };
    });
    const value = (rows[0]?.value ?? 0) / (rows[1]?.value ?? 0);
    return {
      title: `Look-ups among ${numbers.length.toLocaleString('en')} tickets, ${connections} connections`,
      unit: 'answers/s',
      rows,
      checks: [{ what: 'Porchlight ÷ node:http', value, unit: '×', target: { atLeast: 0.6 } }],
      notes: ['Porchlight checks the second factor and its limits; the bare one hands out whatever is asked for.'],
    };
  } finally {
    for (const helper of [bare, load]) await helper.stop();
  }
}
