import type { Engine } from '../harness/engine.js';
import { breathe } from '../harness/engine.js';
import { startHelper } from '../harness/helper-process.js';
import { median, medianOf, percentiles } from '../harness/numbers.js';
import type { Options } from '../harness/options.js';
import { figure } from '../harness/print.js';
import type { Product } from '../harness/product.js';
import type { Row } from '../harness/result.js';
import { cpuPerUnit, type Usage, watch } from '../harness/usage.js';
import type { GetReport, GetRound, Wish } from '../load/get.js';
import type { SeededDesk } from '../seed/desk.js';

/** What all parts of the bench stand on. */
export interface Stage {
  engine: Engine;
  product: Product;
  desk: SeededDesk;
  options: Options;
  say(line: string): void;
}

/** Somebody's questions, asked at random. */
export interface Asked {
  name: string;
  cookie: string;
  wishes: Wish[];
  contains: string;
}

/** Plays each in turn, round by round. @returns a row for each */
export async function play({ engine, product, options, say }: Stage, all: readonly Asked[]): Promise<Row[]> {
  const { people = 4, rounds = 3, seconds = 3 } = options;
  const load = startHelper('load/get.js');
  const played = all.map(() => [] as { report: GetReport; usage: Record<string, Usage> }[]);
  try {
    for (let round = 0; round <= rounds; round += 1)
      for (const [index, { name, cookie, wishes, contains }] of all.entries()) {
        await breathe();
        const stop = watch([{ name: 'server', pid: product.pid }, engine.process]);
        const order: GetRound = {
          url: product.url,
          headers: { cookie },
          wishes,
          contains,
          connections: people,
          seconds: round ? seconds : 1,
        };
        const report = await load.ask<GetReport>('play', order);
        if (round === 0) continue;
        played[index]?.push({ report, usage: stop() });
        say(`  round ${round}, ${name}: p95 ${figure(percentiles(report.latencies).p95)} ms`);
      }
  } finally {
    await load.stop();
  }
  return all.map(({ name }, index): Row => {
    const own = played[index] ?? [];
    const refused = own.filter(({ report }) => Object.keys(report.refused).length > 0);
    return {
      name,
      value: median(own.map(({ report }) => report.answered / report.seconds)),
      rounds: own.map(({ report }) => report.answered / report.seconds),
      latencies: { answer: medianOf(own.map(({ report }) => percentiles(report.latencies))) },
      usage: own[rounds >> 1]?.usage ?? {},
      facts: {
        'CPU per answer': cpuPerUnit(
          own.map(({ report, usage }) => ({ usage, seconds: report.seconds, units: report.answered })),
        ),
        ...(refused.length > 0 && { 'not answered': JSON.stringify(refused.map(({ report }) => report.refused)) }),
      },
    };
  });
}
