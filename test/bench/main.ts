import { bot } from './bot.js';
import { chat } from './chat.js';
import { connections } from './connections.js';
import { describeMachine, load } from './harness/machine.js';
import { describeFlags, type Flag, type Options, readFlags, UsageError } from './harness/options.js';
import { print } from './harness/print.js';
import { save, type Table } from './harness/result.js';
import { lookup } from './lookup.js';
import { page } from './page.js';
import { relevance } from './relevance.js';
import { writeReport } from './report.js';
import { routing } from './routing.js';
import { search } from './search.js';
import { sla } from './sla.js';
import { tickets } from './tickets.js';

/** One comparison of the product with the bare limit. */
export interface Bench {
  about: string;
  flags: readonly Flag[];
  /** @param say what is being done, a line at a time */
  run(
    options: Options,
    say: (line: string) => void,
  ): Promise<{ tables: Table[]; machine: Awaited<ReturnType<typeof describeMachine>> }>;
}

const BENCHES: Record<string, Bench> = {
  chat,
  lookup,
  tickets,
  connections,
  page,
  sla,
  routing,
  search,
  relevance,
  bot,
};

const HELP = `npm run bench -- <what> [flags]

Measures the product against the bare limit: the thinnest honest program that leaves the same durable effect (test/bench/limit).
Both run in turn on one PostgreSQL with fsync on; the load comes from a process of its own, over loopback, and ends by
itself. Only the ratio counts: absolute figures differ from machine to machine. Results go to .data/bench/results.

${Object.entries(BENCHES)
  .map(([name, { about, flags }]) => `  ${name.padEnd(12)} ${about}\n${describeFlags(flags)}`)
  .join('\n')}
  report       makes one page of charts of all results`;

/** @returns the exit code */
export async function main([name, ...args]: string[]): Promise<number> {
  if (!name || name === '--help' || name === 'help' || args.includes('--help')) {
    console.log(HELP);
    return name ? 0 : 2;
  }
  try {
    if (name === 'report') {
      readFlags([], args);
      const { file, results } = writeReport();
      console.log(`${results} results in ${file}`);
      return 0;
    }
    const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
    if (!bench) throw new UsageError(`${name}: unknown; choose ${[...Object.keys(BENCHES), 'report'].join(', ')}`);
    await measure(name, bench, readFlags(bench.flags, args));
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`✗ ${error.message}\nnpm run bench -- --help shows all there is`);
    return 2;
  }
}

async function measure(name: string, bench: Bench, options: Options): Promise<void> {
  const at = new Date().toISOString();
  const before = load();
  const { tables, machine } = await bench.run(options, (line) => console.log(line));
  const result = { bench: name, at, machine, options, load: { before, after: load() }, tables };
  console.log(print(result, save(result)));
}
